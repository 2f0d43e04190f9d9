import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** A host without an element: it is connected and updated by hand. */
export class FakeHost implements ReactiveControllerHost {
  readonly updateComplete = Promise.resolve(true);
  /** How often a controller asked for an update. */
  requests = 0;
  readonly #controllers = new Set<ReactiveController>();

  addController(controller: ReactiveController): void {
    this.#controllers.add(controller);
  }

  removeController(controller: ReactiveController): void {
    this.#controllers.delete(controller);
  }

  requestUpdate(): void {
    this.requests += 1;
  }

  connect(): void {
    for (const controller of this.#controllers) controller.hostConnected?.();
  }

  disconnect(): void {
    for (const controller of this.#controllers) controller.hostDisconnected?.();
  }

  update(): void {
    for (const controller of this.#controllers) controller.hostUpdate?.();
    for (const controller of this.#controllers) controller.hostUpdated?.();
  }
}
