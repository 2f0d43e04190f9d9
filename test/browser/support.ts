/** What the element tests share: a cluster, a way to wait for what a user would see, and ways to find it by its words. */
import { fixture, html } from '@open-wc/testing';
import { sendMouse } from '@web/test-runner-commands';
import { MemoryCluster, type MemoryClusterOptions } from '../../src/data-source/memory/index.js';
import type { BackupStorageElement } from '../../src/elements/base-element.js';
import { sampleObjects, SAMPLE_TIME } from '../../src/samples/index.js';
// What elements load when they are first on a page: here it comes with the tests, or the first of them would wait for it.
import '../../src/elements/backupstorage-create-form/create-form-body.js';
import '../../src/elements/backupstorage-detail/detail-actions.js';
import '../../src/elements/backupstorage-detail/detail-body.js';
import '../../src/elements/backupstorage-manifest-preview/manifest-preview-body.js';

/** The sample cluster, its clock stopped where ages are what the acceptance tables say. */
export function sampleCluster(options: MemoryClusterOptions = {}): MemoryCluster {
  return new MemoryCluster({ objects: sampleObjects(), now: () => SAMPLE_TIME, operator: { delayMs: 20 }, ...options });
}

/** Puts an element on the page, with the sample clock. */
export async function mount<T extends BackupStorageElement>(tag: string, properties: Partial<T>): Promise<T> {
  const element = document.createElement(tag) as T;
  Object.assign(element, { now: () => SAMPLE_TIME, ...properties });
  await fixture(html`<div>${element}</div>`);
  await element.updateComplete;
  return element;
}

/** Times are what Chromium needs; the other engines are slower to drive, and get so many times as much. */
export const PATIENCE = 'chrome' in window ? 1 : 3;

/** Waits, frame by frame, until there is something; what it waits for is part of the failure. */
export async function until<T>(
  find: () => T | undefined | null | false,
  what = String(find),
  ms = 5_000 * PATIENCE,
): Promise<T> {
  const end = performance.now() + ms;
  for (;;) {
    const found = find();
    if (found) return found;
    if (performance.now() > end) throw new Error(`Never came: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** WebKit knows no forced colours, and none of the rules for them. */
export const HAS_FORCED_COLORS = CSS.supports('forced-color-adjust', 'none');

type Root = ParentNode & { host?: Element };

export function rootOf(element: Element): ShadowRoot {
  return element.shadowRoot!;
}

/** What can be seen of an element: no hidden text, and none that only screen readers get. */
export function seenText(node: Node): string {
  return seen(node).replace(/\s+/g, ' ').trim();
}

function seen(node: Node): string {
  if (node.nodeType === Node.TEXT_NODE) return node.textContent ?? '';
  if (!(node instanceof HTMLElement)) return node instanceof ShadowRoot ? [...node.childNodes].map(seen).join(' ') : '';
  const style = getComputedStyle(node);
  if (style.display === 'none' || style.visibility === 'hidden' || node.offsetWidth === 1) return '';
  const inline = style.display.startsWith('inline') || style.display === 'contents';
  const content =
    node instanceof HTMLSlotElement && node.assignedNodes().length > 0 ? node.assignedNodes() : node.childNodes;
  const text = [...content].map(seen).join('');
  return inline ? text : ` ${text} `;
}

/** The control with this label, or with this accessible name. */
export function control<T extends HTMLElement = HTMLInputElement>(root: Root, label: string): T | undefined {
  for (const candidate of root.querySelectorAll('label')) {
    const text = [...candidate.childNodes]
      .filter(
        (node) => node instanceof Text || (node instanceof Element && node.getAttribute('aria-hidden') !== 'true'),
      )
      .map((node) => node.textContent)
      .join('')
      .trim();
    if (text === label) return candidate.control as unknown as T;
  }
  return [...root.querySelectorAll<T>('[aria-label]')].find((one) => one.getAttribute('aria-label') === label);
}

/** The button or link with exactly these words, or this accessible name. */
export function button(root: Root, name: string): HTMLButtonElement | undefined {
  return [...root.querySelectorAll<HTMLButtonElement>('button, a')].find(
    (one) => seenText(one) === name || one.getAttribute('aria-label') === name,
  );
}

export function type(
  field: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement | undefined,
  text: string,
): void {
  if (!field) throw new Error(`No field to type “${text}” into`);
  field.focus();
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  field.dispatchEvent(new Event('change', { bubbles: true }));
}

/** The pointer leaves whatever it was over. (The runner's `resetMouse` moves it in Chromium only.) */
export async function pointAway(): Promise<void> {
  await sendMouse({ type: 'move', position: [0, 0] });
}

/** The cells of the table with this name, row by row, as they are seen. */
export function tableRows(root: Root, name: string): string[][] {
  const table = [...root.querySelectorAll('table')].find((one) => one.getAttribute('aria-label') === name);
  if (!table) return [];
  return [...table.querySelectorAll('tbody tr:not([aria-hidden])')].map((row) => [...row.children].map(seenText));
}

export function tableHeads(root: Root, name: string): string[] {
  const table = [...root.querySelectorAll('table')].find((one) => one.getAttribute('aria-label') === name);
  return [...(table?.querySelectorAll('thead th') ?? [])].map(seenText);
}

/** Resolves with the next event of this type. */
export function nextEvent<K extends keyof GlobalEventHandlersEventMap>(
  target: EventTarget,
  type: K,
): Promise<GlobalEventHandlersEventMap[K]> {
  return new Promise((resolve) => {
    target.addEventListener(type, (event) => resolve(event as GlobalEventHandlersEventMap[K]), { once: true });
  });
}
