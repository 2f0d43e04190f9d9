import { expect, waitFor } from 'storybook/test';

/** What a play function is given, as far as these helpers need it. */
export interface Stage {
  canvasElement: HTMLElement;
}

/** Any of our elements, by its tag. */
const rootOf = ({ canvasElement }: Stage, tag: string): ShadowRoot =>
  canvasElement.querySelector(`backupstorage-${tag}`)!.shadowRoot!;

/** An element on the stage as a user has it: found by words and labels, worked by clicks and typing. */
export function actor(tag: string) {
  const textOf = (element: Element) => (element.textContent ?? '').trim().replace(/\s+/g, ' ');

  async function see(stage: Stage, words: string | RegExp): Promise<void> {
    await waitFor(() => expect(textOf(rootOf(stage, tag) as unknown as Element)).toMatch(asPattern(words)));
  }

  async function find<T extends HTMLElement>(stage: Stage, selector: string, words: string): Promise<T> {
    return waitFor(() => {
      const found = [...rootOf(stage, tag).querySelectorAll<T>(selector)].find(
        (one) => textOf(one) === words || one.getAttribute('aria-label') === words,
      );
      void expect(found, words).toBeTruthy();
      return found!;
    });
  }

  async function press(stage: Stage, words: string): Promise<void> {
    const button = await find(stage, 'button, summary, a, [role=tab]', words);
    await waitFor(() => expect(button.matches(':disabled, [aria-disabled=true]'), words).toBe(false));
    button.focus();
    button.click();
  }

  /** Fills the control that a label names. */
  async function fill(stage: Stage, label: string, text: string): Promise<void> {
    const field = await waitFor(() => {
      // Whether a field is required or optional stands beside the words of its label.
      const found = [...rootOf(stage, tag).querySelectorAll<HTMLLabelElement>('label')].find(
        (one) => textOf(one).replace(/\s*(\*|Optional|\(required\)).*$/, '') === label,
      )?.control;
      void expect(found, label).toBeTruthy();
      return found as HTMLInputElement | HTMLSelectElement;
    });
    field.focus();
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    field.dispatchEvent(new Event('change', { bubbles: true }));
    field.blur();
  }

  /** Opens a group by the beginning of its title. */
  async function open(stage: Stage, title: string): Promise<void> {
    const summary = await waitFor(() => {
      const found = [...rootOf(stage, tag).querySelectorAll('summary')].find((one) => textOf(one).startsWith(title));
      void expect(found, title).toBeTruthy();
      return found!;
    });
    if (!summary.closest('details')!.open) summary.click();
  }

  const root = (stage: Stage) => rootOf(stage, tag);
  return { see, find, press, fill, open, root };
}

const asPattern = (words: string | RegExp) =>
  words instanceof RegExp ? words : new RegExp(words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
