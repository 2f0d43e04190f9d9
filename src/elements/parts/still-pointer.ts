import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * Tells when a pointer goes down inside an element, and when the click that may follow has been. A field loses the focus
 * between the two: what is rendered then moves the target away, and there is no click.
 */
export class StillPointer implements ReactiveController {
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly host: ReactiveControllerHost & HTMLElement,
    private readonly onChange: (isDown: boolean) => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.host.addEventListener('pointerdown', this.#down, { capture: true });
  }

  hostDisconnected(): void {
    this.host.removeEventListener('pointerdown', this.#down, { capture: true });
    this.#release();
  }

  readonly #down = (): void => {
    clearTimeout(this.#timer);
    this.onChange(true);
    for (const type of ENDS) addEventListener(type, this.#up, { capture: true });
  };

  /** The click comes right after this, and first. */
  readonly #up = (): void => {
    this.#timer = setTimeout(() => this.#release());
  };

  #release(): void {
    clearTimeout(this.#timer);
    for (const type of ENDS) removeEventListener(type, this.#up, { capture: true });
    this.onChange(false);
  }
}

const ENDS = ['pointerup', 'pointercancel'] as const;
