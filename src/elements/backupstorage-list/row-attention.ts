/** Whether somebody points at a row or has the focus in it: the order must not change under them. */
export class RowAttention {
  #pointed = false;
  #focused = false;

  constructor(private readonly onChange: () => void) {}

  get isOn(): boolean {
    return this.#pointed || this.#focused;
  }

  /** A finger points only while it presses: what it pressed has the focus then. */
  readonly over = (event: PointerEvent): void =>
    this.#set(event.pointerType !== 'touch' && isInRow(event.target), this.#focused);

  readonly leave = (): void => this.#set(false, this.#focused);

  readonly focusIn = (event: FocusEvent): void => this.#set(this.#pointed, isInRow(event.target));

  readonly focusOut = (event: FocusEvent): void => this.#set(this.#pointed, isInRow(event.relatedTarget));

  /** The user wants to see what waits. */
  readonly release = (): void => this.#set(false, false);

  #set(pointed: boolean, focused: boolean): void {
    const before = this.isOn;
    this.#pointed = pointed;
    this.#focused = focused;
    if (before !== this.isOn) this.onChange();
  }
}

/** Which of the rendered rows has the focus, counted from 0. On a server there is no root. */
export function focusedRow(root: (ParentNode & Partial<DocumentOrShadowRoot>) | undefined): number | undefined {
  const row = root?.activeElement?.closest('tbody tr');
  return row ? [...row.parentElement!.querySelectorAll(':scope > tr:not(.spacer)')].indexOf(row) : undefined;
}

function isInRow(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('tbody') !== null;
}

/** The arrow keys go from row to row, in the same column: to the link of the next name, or to the next reason. */
export function moveByRows(event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const control = event.target instanceof Element ? event.target : null;
  const cell = control?.closest('tbody th, tbody td');
  if (!cell) return;
  const controlIn = (row: Element | null): HTMLElement | null | undefined =>
    row?.children[[...cell.parentElement!.children].indexOf(cell)]?.querySelector<HTMLElement>('a, button');
  let row: Element | null = cell.parentElement;
  do row = event.key === 'ArrowDown' ? row!.nextElementSibling : row!.previousElementSibling;
  while (row && !controlIn(row));
  // At the last row the key goes on scrolling.
  const next = controlIn(row);
  if (!next) return;
  event.preventDefault();
  next.focus();
}
