import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { LiveOptions } from '../data-source/live/collection.js';
import type { LiveChange } from '../data-source/live/objects.js';
import { leaseCollection, type CollectionLease } from '../data-source/live/shared.js';
import type { LiveStatus } from '../data-source/live/status.js';
import type { DataSource } from '../data-source/types.js';
import type { ResourceType } from '../model/resources.js';
import type { KubernetesObject } from '../model/types.js';

/**
 * Holds a live collection for as long as its host is connected, and changes to another one when what is asked for
 * changes. Hosts that ask for the same share it. An answer of a collection that was left never arrives.
 */
export class LiveController<T extends KubernetesObject> implements ReactiveController {
  #source: DataSource | undefined;
  #options: LiveOptions = {};
  #key = '';
  #lease: CollectionLease<T> | undefined;
  #unsubscribe: (() => void) | undefined;
  #connected = false;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly type: ResourceType,
    /**
     * Called before the host is asked to update: with everything that is known when a collection is entered, then with
     * each change. `undefined` means that the collection was left: forget everything.
     */
    private readonly onChange: (change: LiveChange<T> | undefined) => void,
  ) {
    host.addController(this);
  }

  /** Undefined while there is no data source. */
  get status(): LiveStatus | undefined {
    return this.#lease?.collection.status;
  }

  get objects(): ReadonlyMap<string, T> {
    return this.#lease?.collection.objects ?? new Map<string, T>();
  }

  /**
   * What to hold. `undefined` for the source holds nothing. The same question again changes nothing, except that new
   * `candidates` are tried.
   */
  connect(source: DataSource | undefined, options: LiveOptions = {}): void {
    const key = JSON.stringify([options.namespaces, options.labelSelector, options.fieldSelector]);
    this.#options = options;
    if (source === this.#source && key === this.#key) {
      this.#lease?.collection.reconsider();
      return;
    }
    this.#source = source;
    this.#key = key;
    this.#leave();
    this.#enter();
  }

  /** The user's Retry. */
  refresh(): void {
    this.#lease?.collection.refresh();
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
    if (!this.#connected || !this.#source || this.#lease) return;
    const candidates = (): readonly string[] => this.#options.candidates?.() ?? [];
    this.#lease = leaseCollection<T>(this.#source, this.type, { ...this.#options, candidates });
    const { collection } = this.#lease;
    const tell = (change: LiveChange<T>): void => {
      this.onChange(change);
      this.host.requestUpdate();
    };
    this.#unsubscribe = collection.subscribe(tell);
    // What others have loaded already is not waited for.
    if (collection.objects.size > 0) tell({ upserted: [...collection.objects.values()], removed: [] });
  }

  #leave(): void {
    if (!this.#lease) return;
    this.#unsubscribe?.();
    this.#lease.release();
    this.#lease = undefined;
    this.onChange(undefined);
    this.host.requestUpdate();
  }
}
