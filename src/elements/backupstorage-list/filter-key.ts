import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Brings the user to the filter by one key, wherever the focus is but in a text control. */
export class FilterKey implements ReactiveController {
  constructor(
    private readonly host: ReactiveControllerHost & Element,
    private readonly options: {
      /** The key; empty for none. */
      key: () => string;
      filter: () => HTMLInputElement | null;
    },
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('keydown', this.#onKey);
  }

  hostDisconnected(): void {
    document.removeEventListener('keydown', this.#onKey);
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    const key = this.options.key();
    if (key === '' || event.key !== key || event.defaultPrevented) return;
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (isTextControl(event.composedPath()[0]) || !this.host.checkVisibility({ visibilityProperty: true })) return;
    const filter = this.options.filter();
    if (!filter) return;
    event.preventDefault();
    filter.focus();
    filter.select();
  };
}

/** Input types that take no text: there a key is free. */
const PRESSED = new Set(['button', 'checkbox', 'color', 'file', 'image', 'radio', 'range', 'reset', 'submit']);

function isTextControl(target: EventTarget | undefined): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !PRESSED.has(target.type);
  // A select finds its options by what is typed.
  return target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}
