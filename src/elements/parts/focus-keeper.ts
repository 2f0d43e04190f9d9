import type { LitElement, ReactiveController } from 'lit';

/**
 * Keeps the focus inside its host when a render takes away what had it: a Retry that has helped, a row that is gone. The
 * page would give it to nobody, and the next Tab would start from the top.
 */
export class FocusKeeper implements ReactiveController {
  #before: Element | null = null;

  constructor(
    private readonly host: LitElement,
    /** What takes the focus then, where no other control has come in the place of the same id. It is not scrolled to. */
    private readonly fallback: () => HTMLElement | null | undefined,
  ) {
    host.addController(this);
  }

  hostUpdate(): void {
    this.#before = this.#root?.activeElement ?? null;
  }

  hostUpdated(): void {
    const before = this.#before;
    this.#before = null;
    const lost = before && !before.isConnected && this.#root?.activeElement === null;
    if (!lost) return;
    const again = before.id === '' ? null : this.#root?.getElementById(before.id);
    (again ?? this.fallback())?.focus({ preventScroll: true });
  }

  get #root(): ShadowRoot | null {
    return this.host.shadowRoot;
  }
}
