import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Asks its host to update once more a while after something began: for what is only said when it lasts. */
export class StaleTimer implements ReactiveController {
  #since: number | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly host: ReactiveControllerHost,
    /** When it began, undefined while it is not. Another beginning is waited for anew. */
    private readonly since: () => number | undefined,
    private readonly ms = 5_000,
  ) {
    host.addController(this);
  }

  hostUpdated(): void {
    const since = this.since();
    if (since === this.#since) return;
    this.hostDisconnected();
    this.#since = since;
    if (since !== undefined) this.#timer = setTimeout(() => this.host.requestUpdate(), this.ms);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.#since = undefined;
  }
}
