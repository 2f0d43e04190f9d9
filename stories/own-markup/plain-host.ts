import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** What a controller needs of the page that shows it: a host that has no markup of its own. */
export class PlainHost implements ReactiveControllerHost {
  readonly #controllers = new Set<ReactiveController>();
  #isPending = false;

  constructor(private readonly render: () => void) {}

  addController(controller: ReactiveController): void {
    this.#controllers.add(controller);
  }

  removeController(controller: ReactiveController): void {
    this.#controllers.delete(controller);
  }

  /** Renders once, however often it is asked to in one go. */
  requestUpdate(): void {
    if (this.#isPending) return;
    this.#isPending = true;
    this.updateComplete = Promise.resolve().then(() => {
      this.#isPending = false;
      for (const controller of this.#controllers) controller.hostUpdate?.();
      this.render();
      for (const controller of this.#controllers) controller.hostUpdated?.();
      return true;
    });
  }

  updateComplete: Promise<boolean> = Promise.resolve(true);

  /** Call when the markup is on the page: from now on watches are open. */
  connect(): void {
    for (const controller of this.#controllers) controller.hostConnected?.();
    this.requestUpdate();
  }

  /** Call when it is taken away. */
  disconnect(): void {
    for (const controller of this.#controllers) controller.hostDisconnected?.();
  }
}
