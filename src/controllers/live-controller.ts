import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { LiveCollection, type LiveOptions } from '../data-source/live/collection.js';
import type { LiveChange } from '../data-source/live/objects.js';
import type { LiveStatus } from '../data-source/live/status.js';
import type { DataSource } from '../data-source/types.js';
import type { ResourceType } from '../model/resources.js';
import type { KubernetesObject } from '../model/types.js';

/**
 * Holds a live collection for as long as its host is connected, and changes to another one when what is asked for
 * changes. An answer of a collection that was left never arrives.
 */
export class LiveController<T extends KubernetesObject> implements ReactiveController {
  #source: DataSource | undefined;
  #options: LiveOptions = {};
  #key = '';
  #collection: LiveCollection<T> | undefined;
  #unsubscribe: (() => void) | undefined;
  #connected = false;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly type: ResourceType,
    /** Called before the host is asked to update; `undefined` means that the collection was left: forget everything. */
    private readonly onChange: (change: LiveChange<T> | undefined) => void,
  ) {
    host.addController(this);
  }

  /** Undefined while there is no data source. */
  get status(): LiveStatus | undefined {
    return this.#collection?.status;
  }

  get objects(): ReadonlyMap<string, T> {
    return this.#collection?.objects ?? new Map<string, T>();
  }

  /** What to hold. `undefined` for the source holds nothing. The same question again changes nothing. */
  connect(source: DataSource | undefined, options: LiveOptions = {}): void {
    const key = JSON.stringify([options.namespaces, options.labelSelector, options.fieldSelector]);
    if (source === this.#source && key === this.#key) return;
    this.#source = source;
    this.#key = key;
    this.#options = options;
    this.#leave();
    this.#enter();
  }

  /** The user's Retry. */
  refresh(): void {
    this.#collection?.refresh();
  }

  hostConnected(): void {
    this.#connected = true;
    this.#enter();
  }

  hostDisconnected(): void {
    this.#connected = false;
    this.#leave();
  }

  #enter(): void {
    if (!this.#connected || !this.#source || this.#unsubscribe) return;
    const collection = new LiveCollection<T>(this.#source, this.type, this.#options);
    this.#collection = collection;
    this.#unsubscribe = collection.subscribe((change) => {
      this.onChange(change);
      this.host.requestUpdate();
    });
  }

  #leave(): void {
    if (!this.#collection) return;
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
    this.#collection = undefined;
    this.onChange(undefined);
    this.host.requestUpdate();
  }
}
