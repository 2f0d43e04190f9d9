import { css, html, type LitElement, type ReactiveController, type TemplateResult } from 'lit';
import { placeBeside } from './place-beside.js';

/** A pointer that only crosses a badge opens nothing, and one that leaves it has the time to get onto what has opened. */
const HOVER_MS = 120;

/**
 * Shows the reason of a status beside its badge, or why a button cannot be pressed beside the button: while the pointer is on either of them, while the badge has the focus,
 * and at a tap. Escape and a press elsewhere close it. https://www.w3.org/TR/WCAG22/#content-on-hover-or-focus
 */
export class StatusTip implements ReactiveController {
  #key: string | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #listening: AbortController | undefined;

  constructor(
    private readonly host: LitElement,
    /** The lines for a key; none when there is nothing to say any more. */
    private readonly linesOf: (key: string) => readonly string[],
  ) {
    host.addController(this);
  }

  /** Whose reason is shown. */
  get key(): string | undefined {
    return this.#key;
  }

  hostDisconnected(): void {
    this.#show(undefined);
  }

  /** The badge may have been scrolled away, or the reason may have gone. */
  hostUpdated(): void {
    const { popover } = this;
    if (!popover) return;
    const badge = this.#badge;
    const open = badge !== undefined && this.linesOf(this.#key!).length > 0;
    if (!open && this.#key !== undefined) return this.#show(undefined);
    if (open !== popover.matches(':popover-open')) popover.togglePopover(open);
    if (badge) placeBeside(badge, popover);
  }

  render(): TemplateResult {
    const lines = this.#key === undefined ? [] : this.linesOf(this.#key);
    // Screen readers hear the same as part of the badge's name.
    return html`<div
      part="status-reason"
      class="floating status-tip"
      popover="manual"
      aria-hidden="true"
      @pointerenter=${() => clearTimeout(this.#timer)}
      @pointerleave=${() => this.#later(undefined)}
    >
      ${lines.map((line) => html`<p>${line}</p>`)}
    </div>`;
  }

  readonly over = (event: PointerEvent): void => {
    const key = keyOf(event.target);
    if (event.pointerType === 'touch') return;
    if (key !== undefined || !this.#hasFocus) this.#later(key);
  };

  readonly leave = (): void => {
    if (!this.#hasFocus) this.#later(undefined);
  };

  readonly focusIn = (event: FocusEvent): void => this.#show(keyOf(event.target));

  readonly focusOut = (): void => this.#show(undefined);

  /** Also for fingers, and for who pressed Escape and wants it back. */
  readonly click = (event: Event): void => {
    const key = keyOf(event.target);
    if (key !== undefined) this.#show(key);
  };

  get #hasFocus(): boolean {
    return keyOf(this.host.shadowRoot?.activeElement ?? null) === this.#key && this.#key !== undefined;
  }

  get #badge(): Element | undefined {
    if (this.#key === undefined) return undefined;
    return [...this.host.renderRoot.querySelectorAll('[data-why]')].find((badge) => keyOf(badge) === this.#key);
  }

  private get popover(): HTMLElement | null {
    return this.host.renderRoot.querySelector('.status-tip');
  }

  #later(key: string | undefined): void {
    clearTimeout(this.#timer);
    if (key !== this.#key) this.#timer = setTimeout(() => this.#show(key), HOVER_MS);
  }

  #show(key: string | undefined): void {
    clearTimeout(this.#timer);
    if (key === this.#key) return;
    this.#key = key;
    this.#listening?.abort();
    if (key !== undefined) this.#listen();
    this.host.requestUpdate();
  }

  #listen(): void {
    this.#listening = new AbortController();
    const options = { capture: true, signal: this.#listening.signal };
    document.addEventListener('keydown', this.#escape, options);
    document.addEventListener('pointerdown', this.#pressed, options);
    // What scrolls inside a shadow root is heard only there.
    for (const scrolled of [window, this.host.renderRoot])
      scrolled.addEventListener('scroll', () => this.host.requestUpdate(), { ...options, passive: true });
    // Zooming moves everything, the badge as well.
    window.addEventListener('resize', () => this.host.requestUpdate(), options);
  }

  readonly #escape = (event: Event): void => {
    if ((event as KeyboardEvent).key !== 'Escape') return;
    // A dialog around the list stays open.
    event.stopPropagation();
    event.preventDefault();
    this.#show(undefined);
  };

  readonly #pressed = (event: Event): void => {
    const inside = event.composedPath().some((target) => target === this.popover || target === this.#badge);
    if (!inside) this.#show(undefined);
  };
}

function keyOf(target: EventTarget | null): string | undefined {
  const badge = target instanceof Element ? target.closest<HTMLElement>('[data-why]') : null;
  return badge?.dataset['why'];
}

export const statusTipStyles = css`
  .status-tip {
    font-size: 0.9375em;
    line-height: 1.45;
    overflow-wrap: anywhere;
    max-block-size: 50vh;
    overflow: auto;
  }

  .status-tip p + p {
    margin-block-start: 6px;
  }
`;
