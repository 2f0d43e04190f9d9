import { html, noChange, nothing, type ElementPart, type TemplateResult } from 'lit';
import { Directive, directive } from 'lit/directive.js';

interface Dialog {
  id: string;
  open: boolean;
  heading: string;
  /** When it changes, what had the focus may be gone. */
  step: string;
  onClose: () => void;
  content: () => TemplateResult;
}

/**
 * A native modal dialog: the browser keeps the focus inside, gives it back, and closes it with Escape. It stays in the
 * page while it is closed, so that the focus has a way back.
 * https://www.w3.org/WAI/ARIA/apg/patterns/dialog-modal/
 */
export function modalDialog({ id, open, heading, step, onClose, content }: Dialog): TemplateResult {
  // A file input inside tells of its own cancel by an event of the same name.
  const own = (event: Event) => event.target === event.currentTarget;
  return html`<dialog
    id=${id}
    part="dialog"
    class="dialog"
    aria-labelledby="${id}-heading"
    @cancel=${(event: Event) => {
      if (!own(event)) return;
      // The controller says when it closes.
      event.preventDefault();
      onClose();
    }}
    @close=${(event: Event) => {
      // Closed by the browser. The event comes late: the dialog may have been opened again since.
      if (own(event) && open && !(event.target as HTMLDialogElement).open) onClose();
    }}
    ${modal(open, step)}
  >
    <h2 id="${id}-heading" tabindex="-1">${heading}</h2>
    ${open ? content() : nothing}
  </dialog>`;
}

/** Opens and closes the dialog that it stands on, and keeps the focus in it. */
class Modal extends Directive {
  #open = false;
  #step = '';

  render(_open: boolean, _step: string) {
    return noChange;
  }

  override update({ element }: ElementPart, [open, step]: [boolean, string]) {
    const dialog = element as HTMLDialogElement;
    const isNew = open !== this.#open;
    const isOtherStep = step !== this.#step;
    this.#open = open;
    this.#step = step;
    // On the first render the dialog is not in the page yet.
    if (isNew || isOtherStep) queueMicrotask(() => (isNew ? show(dialog, open) : keepFocus(dialog)));
    return noChange;
  }
}

const modal = directive(Modal);

function show(dialog: HTMLDialogElement, open: boolean): void {
  if (!open) dialog.close();
  else if (dialog.isConnected && !dialog.open) {
    dialog.showModal();
    focusHeading(dialog);
  }
}

function keepFocus(dialog: HTMLDialogElement): void {
  const { activeElement } = dialog.getRootNode() as Document | ShadowRoot;
  const isLost = !activeElement || !dialog.contains(activeElement) || activeElement.closest('[inert]') !== null;
  if (dialog.open && isLost) focusHeading(dialog);
}

/** What is asked is read before the first button is pressed. */
function focusHeading(dialog: HTMLDialogElement): void {
  dialog.querySelector('h2')?.focus();
}
