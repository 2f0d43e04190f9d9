import { apiVersionOf, NAMESPACES, type ResourceType } from '../../model/resources.js';
import type { KubernetesObject } from '../../model/types.js';
import type { ObjectKey } from '../types.js';
import { EventWindow, type StoredObject, type StoreEvent } from './event-window.js';
import { newUid, timestamp } from './identity.js';
import { frozenCopy } from './json.js';

/** Who made a change: a request, the host, or the simulated operator. */
export type Origin = 'call' | 'host' | 'operator';

export interface StoreOptions {
  types: readonly ResourceType[];
  now: () => number;
  /** Events kept for each type. */
  watchWindow: number;
  /** Age at which events are forgotten. */
  watchWindowMs: number;
}

type Listener = (type: ResourceType, event: StoreEvent, origin: Origin) => void;

/** The objects of one type, with their recent past. */
export class Bucket {
  readonly objects = new Map<string, StoredObject>();
  /** Called after every event; open watches. */
  readonly watchers = new Set<() => void>();
  #sorted: readonly string[] | undefined = [];

  constructor(
    readonly type: ResourceType,
    readonly window: EventWindow,
  ) {}

  get(key: ObjectKey): StoredObject | undefined {
    return this.objects.get(this.pathOf(key));
  }

  /** The objects in etcd's order, by namespace and name; with a namespace, only those in it. */
  list(namespace?: string): StoredObject[] {
    this.#sorted ??= [...this.objects.keys()].sort();
    const found: StoredObject[] = [];
    for (const path of this.#sorted) {
      const object = this.objects.get(path);
      if (object && (!namespace || object.metadata.namespace === namespace)) found.push(object);
    }
    return found;
  }

  set(object: StoredObject): void {
    const path = this.pathOf(object.metadata);
    if (!this.objects.has(path)) this.#sorted = undefined;
    this.objects.set(path, object);
  }

  delete(key: ObjectKey): void {
    if (this.objects.delete(this.pathOf(key))) this.#sorted = undefined;
  }

  private pathOf({ namespace, name }: ObjectKey): string {
    return this.type.namespaced ? `${namespace ?? ''}/${name}` : name;
  }
}

/** The simulated etcd: objects by type, one growing revision for all of them, and the events of every change. */
export class Store {
  readonly #buckets = new Map<string, Bucket>();
  readonly #listeners = new Set<Listener>();
  /** A bigint: resourceVersions of real clusters may pass 2^53, and seeds keep theirs. Never 0, which has a meaning. */
  #revision = 1n;

  constructor(private readonly options: StoreOptions) {
    for (const type of options.types)
      this.#buckets.set(
        idOf(type),
        new Bucket(type, new EventWindow(options.watchWindow, options.watchWindowMs, this.#revision)),
      );
  }

  /** The resourceVersion of the whole cluster: that of the last change. */
  get resourceVersion(): string {
    return String(this.#revision);
  }

  get types(): readonly ResourceType[] {
    return this.options.types;
  }

  bucket(type: ResourceType): Bucket | undefined {
    return this.#buckets.get(idOf(type));
  }

  /** The type that an object says it is of; throws a plain error for one that this cluster does not hold. */
  typeOf(object: KubernetesObject): ResourceType {
    const type = this.types.find((known) => known.kind === object.kind && apiVersionOf(known) === object.apiVersion);
    if (type) return type;
    throw new TypeError(
      `The in-memory cluster holds no ${object.apiVersion ?? '(no apiVersion)'} ${object.kind ?? '(no kind)'}; ` +
        'add its ResourceType to `types`.',
    );
  }

  get(type: ResourceType, key: ObjectKey): StoredObject | undefined {
    return this.bucket(type)?.get(key);
  }

  /** Fills an empty store without events: what is seeded has always been there. Missing metadata is made up. */
  seed(objects: Iterable<KubernetesObject>): void {
    const all = [...objects];
    for (const object of all) {
      const version = object.metadata?.resourceVersion ?? '';
      if (/^\d+$/.test(version) && BigInt(version) > this.#revision) this.#revision = BigInt(version);
    }
    for (const object of all) this.#place(this.typeOf(object), object);
    for (const object of all) if (object.metadata?.namespace) this.#ensureNamespace(object.metadata.namespace);
    for (const bucket of this.#buckets.values()) bucket.window.clear(this.#revision);
  }

  /** Creates or replaces an object as it is given, under a new resourceVersion. */
  put(type: ResourceType, object: KubernetesObject, origin: Origin): StoredObject {
    const bucket = this.#require(type);
    const name = object.metadata?.name ?? '';
    const namespace = object.metadata?.namespace;
    const previous = bucket.get({ name, ...(namespace ? { namespace } : {}) });
    const revision = ++this.#revision;
    const stored = frozenCopy({
      ...object,
      apiVersion: apiVersionOf(type),
      kind: type.kind,
      metadata: {
        ...object.metadata,
        name,
        uid: object.metadata?.uid ?? previous?.metadata.uid ?? newUid(),
        resourceVersion: String(revision),
        creationTimestamp:
          object.metadata?.creationTimestamp ?? previous?.metadata.creationTimestamp ?? timestamp(this.options.now()),
      },
    }) as StoredObject;
    bucket.set(stored);
    const event = { revision, at: this.options.now(), object: stored };
    this.#publish(bucket, previous ? { ...event, type: 'MODIFIED', previous } : { ...event, type: 'ADDED' }, origin);
    return stored;
  }

  /** Removes an object whatever its finalizers say; undefined when there is none. */
  remove(type: ResourceType, key: ObjectKey, origin: Origin): StoredObject | undefined {
    const bucket = this.#require(type);
    const previous = bucket.get(key);
    if (!previous) return undefined;
    const revision = ++this.#revision;
    const object = withResourceVersion(previous, revision);
    bucket.delete(key);
    this.#publish(bucket, { type: 'DELETED', revision, at: this.options.now(), object, previous }, origin);
    return object;
  }

  /** Calls back after every change, when watches have been told. */
  subscribe(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Forgets all past events, as etcd's compaction does. */
  compact(): void {
    for (const bucket of this.#buckets.values()) bucket.window.clear(this.#revision);
  }

  /** An object cannot be in a namespace that does not exist: the host need not seed both. */
  #ensureNamespace(name: string): void {
    const bucket = this.bucket(NAMESPACES);
    if (bucket && !bucket.get({ name })) {
      const object = namespaceObject(name);
      // As old as the newest seed, so that a seeded cluster has the resourceVersion of its seeds.
      this.#place(NAMESPACES, { ...object, metadata: { ...object.metadata, resourceVersion: String(this.#revision) } });
    }
  }

  /** As {@link put} of an object whose namespace may be missing. */
  putWithNamespace(type: ResourceType, object: KubernetesObject, origin: Origin): StoredObject {
    const name = object.metadata?.namespace;
    if (type.namespaced && name && this.bucket(NAMESPACES) && !this.get(NAMESPACES, { name }))
      this.put(NAMESPACES, namespaceObject(name), origin);
    return this.put(type, object, origin);
  }

  #place(type: ResourceType, object: KubernetesObject): void {
    const given = object.metadata ?? {};
    if (!given.name) throw new TypeError(`An object to be stored has no name (${object.kind ?? 'no kind'}).`);
    const metadata = {
      ...given,
      uid: given.uid ?? newUid(),
      resourceVersion: given.resourceVersion ?? String(++this.#revision),
      creationTimestamp: given.creationTimestamp ?? timestamp(this.options.now()),
    };
    this.#require(type).set(frozenCopy({ ...object, metadata }) as StoredObject);
  }

  #require(type: ResourceType): Bucket {
    const bucket = this.bucket(type);
    if (!bucket) throw new TypeError(`The in-memory cluster does not serve ${type.resource}.`);
    return bucket;
  }

  #publish(bucket: Bucket, event: StoreEvent, origin: Origin): void {
    bucket.window.push(event);
    for (const wake of [...bucket.watchers]) wake();
    for (const listener of [...this.#listeners]) listener(bucket.type, event, origin);
  }
}

/** The same object under another resourceVersion. */
export function withResourceVersion(object: StoredObject, revision: bigint): StoredObject {
  const metadata = Object.freeze({ ...object.metadata, resourceVersion: String(revision) });
  return Object.freeze({ ...object, metadata });
}

/** A Namespace as the server completes it. */
export function namespaceObject(name: string): KubernetesObject {
  return completeNamespace({ apiVersion: 'v1', kind: 'Namespace', metadata: { name } });
}

/** What the server adds to every Namespace. */
export function completeNamespace<T extends KubernetesObject>(object: T): T {
  const labels = { ...object.metadata?.labels, 'kubernetes.io/metadata.name': object.metadata?.name ?? '' };
  return {
    spec: { finalizers: ['kubernetes'] },
    status: { phase: 'Active' },
    ...object,
    metadata: { ...object.metadata, labels },
  };
}

function idOf({ group, version, resource }: ResourceType): string {
  return `${group}/${version}/${resource}`;
}
