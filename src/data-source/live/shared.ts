import type { ResourceType } from '../../model/resources.js';
import type { KubernetesObject } from '../../model/types.js';
import type { DataSource } from '../types.js';
import { LiveCollection, type LiveOptions } from './collection.js';
import { defaultEnvironment, type LiveEnvironment } from './environment.js';
import { streamsOf } from './streams.js';

/**
 * How long a collection outlives its last user: an element that moves in the page, or a way there and back. Where another
 * needs its connection, it ends sooner.
 */
const LINGER_MS = 5_000;

/** The use of a shared collection. */
export interface CollectionLease<T extends KubernetesObject> {
  readonly collection: LiveCollection<T>;
  /** Call it once the collection is not used any more. */
  release(): void;
}

const bySource = new WeakMap<DataSource, Map<string, Shared>>();

/**
 * The page's one collection of this source, type, namespaces and selectors. It is kept current, whether somebody
 * listens or not, until a few seconds after the last lease was released.
 */
export function leaseCollection<T extends KubernetesObject>(
  source: DataSource,
  type: ResourceType,
  options: LiveOptions = {},
): CollectionLease<T> {
  const all = bySource.get(source) ?? new Map<string, Shared>();
  bySource.set(source, all);
  const key = keyOf(type, options);
  const shared = all.get(key) ?? new Shared(source, type, options, () => all.delete(key));
  all.set(key, shared);
  // Who asks for a type knows what its objects are.
  return shared.lease(options.candidates) as unknown as CollectionLease<T>;
}

class Shared {
  readonly #collection: LiveCollection<KubernetesObject>;
  readonly #environment: LiveEnvironment;
  /** Of each user: together they say where to look. */
  readonly #candidates = new Map<object, () => readonly string[]>();
  readonly #stop: () => void;
  #linger: unknown;
  #stopOffering: (() => void) | undefined;

  constructor(
    private readonly source: DataSource,
    type: ResourceType,
    options: LiveOptions,
    private readonly onEnd: () => void,
  ) {
    this.#environment = options.environment ?? defaultEnvironment;
    const candidates = (): string[] => [...this.#candidates.values()].flatMap((own) => own());
    this.#collection = new LiveCollection(source, type, { ...options, candidates });
    this.#stop = this.#collection.subscribe(() => {});
  }

  lease(candidates: () => readonly string[] = () => []): CollectionLease<KubernetesObject> {
    const user = {};
    const collection = this.#collection;
    this.#candidates.set(user, candidates);
    this.#environment.clearTimeout(this.#linger);
    this.#stopOffering?.();
    // What stopped a collection for good may have been put right since.
    if (collection.hasEnded) collection.refresh();
    else collection.reconsider();
    return { collection, release: () => this.#release(user) };
  }

  #release(user: object): void {
    if (!this.#candidates.delete(user) || this.#candidates.size > 0) return;
    const end = (): void => {
      this.#environment.clearTimeout(this.#linger);
      this.#stopOffering?.();
      this.#stop();
      this.onEnd();
    };
    this.#linger = this.#environment.setTimeout(end, LINGER_MS);
    this.#stopOffering = streamsOf(this.source).offer(end);
  }
}

function keyOf({ group, version, resource }: ResourceType, options: LiveOptions): string {
  const namespaces = [...new Set(options.namespaces)].filter((name) => name !== '').toSorted();
  return JSON.stringify([
    group,
    version,
    resource,
    namespaces,
    options.labelSelector,
    options.fieldSelector,
    options.polled,
  ]);
}
