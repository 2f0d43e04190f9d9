import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Asks its host to update once more a little later: for what is only said after a while. */
export class StaleTimer implements ReactiveController {
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly waiting: () => boolean,
    private readonly ms = 5_000,
  ) {
    host.addController(this);
  }

  hostUpdated(): void {
    if (!this.waiting()) return this.hostDisconnected();
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.host.requestUpdate();
    }, this.ms);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
