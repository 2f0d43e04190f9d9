import { withoutBookkeeping } from '../../model/metadata.js';
import type { ResourceType } from '../../model/resources.js';
import type { KubernetesObject } from '../../model/types.js';
import { toDataSourceError, type DataSourceError } from '../errors.js';
import type { DataSource } from '../types.js';
import { defaultEnvironment, type LiveEnvironment } from './environment.js';
import { Feed, isFinal, type FeedPhase, type FeedScope } from './feed.js';

/** Namespaces listed at a time when the cluster-wide list is refused. */
const LISTS_AT_ONCE = 4;
/** A page over HTTP/1.1 has six connections to an origin: the rest of the namespaces are polled. */
const STREAMS_AT_MOST = 4;
/** Changes are handed on at most this often; more slowly when handing them on takes long. */
const FLUSH_MS = 16;
const SLOWEST_FLUSH_MS = 250;

/**
 * - `idle`: nobody has subscribed yet
 * - `loading`: the first list is on its way
 * - `live`: current, and kept current by a watch
 * - `polling`: current every half minute; this server does not let the user watch
 * - `reconnecting`: what is shown may be old; see `staleSince`
 * - `denied`: the user may not list this type anywhere that was tried
 * - `auth-expired`: signed out; what is shown is from before
 * - `not-installed`: the server does not know this type
 */
export type LiveState =
  'idle' | 'loading' | 'live' | 'polling' | 'reconnecting' | 'denied' | 'auth-expired' | 'not-installed';

export interface LiveStatus {
  readonly state: LiveState;
  /** Every page of the first list has come. */
  readonly complete: boolean;
  /** When the shown objects were last known to be current, in milliseconds since the epoch. */
  readonly lastSync?: number;
  /** Since when the shown objects may be old. */
  readonly staleSince?: number;
  readonly error?: DataSourceError;
  /** The namespaces that answered, when the cluster-wide list was refused. */
  readonly namespaces?: readonly string[];
  /** Those that refused, with the server's reason. */
  readonly deniedNamespaces: ReadonlyMap<string, DataSourceError>;
}

/** What changed since the last call of the same listener. */
export interface LiveChange<T> {
  /** Added or modified. */
  readonly upserted: readonly T[];
  readonly removed: readonly T[];
}

export interface LiveOptions {
  /** Which namespaces; absent or empty means all. */
  namespaces?: readonly string[];
  labelSelector?: string;
  fieldSelector?: string;
  /** Where to look when the cluster-wide list is refused, besides what the source's own `namespaces()` says. */
  candidates?: () => readonly string[];
  environment?: LiveEnvironment;
}

export type LiveListener<T> = (change: LiveChange<T>, status: LiveStatus) => void;

interface FeedState {
  phase: FeedPhase;
  /** Undefined while the first list is on its way. */
  synced: boolean;
  error?: DataSourceError;
}

const EVERYWHERE = '';

/**
 * The objects of one resource type, kept current for as long as somebody listens. All list, watch, retry and fallback
 * logic of the library is here and in {@link Feed}; adapters have none.
 */
export class LiveCollection<T extends KubernetesObject> {
  /** By uid. Read it in a listener; it is the same map all along. */
  readonly objects: ReadonlyMap<string, T>;

  readonly #objects = new Map<string, T>();
  /** namespace/name to uid: a name that comes back with a new uid replaces the old object. */
  readonly #uids = new Map<string, string>();
  readonly #feeds = new Map<string, FeedState>();
  readonly #denied = new Map<string, DataSourceError>();
  readonly #listeners = new Set<LiveListener<T>>();
  readonly #environment: LiveEnvironment;
  #abort: AbortController | undefined;
  #status: LiveStatus = { state: 'idle', complete: false, deniedNamespaces: new Map() };
  #final: { state: LiveState; error: DataSourceError } | undefined;
  #perNamespace = false;

  #upserted = new Map<string, T>();
  #removed = new Map<string, T>();
  #flush: unknown;
  #flushCost = 0;

  constructor(
    private readonly source: DataSource,
    readonly type: ResourceType,
    private readonly options: LiveOptions = {},
  ) {
    this.objects = this.#objects;
    this.#environment = options.environment ?? defaultEnvironment;
  }

  get status(): LiveStatus {
    return this.#status;
  }

  /** The object of this name, if it is known. */
  find(namespace: string, name: string): T | undefined {
    const uid = this.#uids.get(`${namespace}/${name}`);
    return uid === undefined ? undefined : this.#objects.get(uid);
  }

  /**
   * Calls `listener` at each change, at most once a frame. The first subscriber starts the traffic, the last to leave
   * stops it. Nothing is called back synchronously: read {@link status} and {@link objects} for what is known already.
   */
  subscribe(listener: LiveListener<T>): () => void {
    this.#listeners.add(listener);
    if (!this.#abort) this.#start();
    return () => {
      if (this.#listeners.delete(listener) && this.#listeners.size === 0) this.#stop();
    };
  }

  /** Lists again from the start: the user's Retry. What is shown stays until the answer comes. */
  refresh(): void {
    if (!this.#abort) return;
    this.#abort.abort();
    this.#start();
  }

  #start(): void {
    const abort = new AbortController();
    this.#abort = abort;
    this.#feeds.clear();
    this.#denied.clear();
    this.#final = undefined;
    this.#perNamespace = false;
    const wanted = this.options.namespaces?.filter((name) => name !== EVERYWHERE) ?? [];
    const run =
      wanted.length > 0
        ? this.#runNamespaces(wanted, abort.signal, wanted.length > 1)
        : this.#runEverywhere(abort.signal);
    void run.catch((thrown: unknown) => {
      if (!abort.signal.aborted) this.#end(toDataSourceError(thrown));
    });
    this.#changed();
  }

  #stop(): void {
    this.#abort?.abort();
    this.#abort = undefined;
    this.#environment.clearTimeout(this.#flush);
    this.#flush = undefined;
    this.#objects.clear();
    this.#uids.clear();
    this.#upserted.clear();
    this.#removed.clear();
    this.#status = { state: 'idle', complete: false, deniedNamespaces: new Map() };
  }

  async #runEverywhere(signal: AbortSignal): Promise<void> {
    try {
      await this.#runFeed(EVERYWHERE, signal, (list) => list());
    } catch (thrown) {
      const error = toDataSourceError(thrown);
      if (signal.aborted || error.code !== 'forbidden' || !this.type.namespaced) throw error;
      const candidates = await this.#candidates(signal);
      if (candidates.length === 0) throw error;
      this.#feeds.delete(EVERYWHERE);
      await this.#runNamespaces(candidates, signal, true);
    }
  }

  async #candidates(signal: AbortSignal): Promise<readonly string[]> {
    const given = this.options.candidates?.() ?? [];
    try {
      return [...new Set([...given, ...((await this.source.namespaces?.({ signal }))?.names ?? [])])];
    } catch {
      return given; // The refusal of the list itself says more than this one.
    }
  }

  async #runNamespaces(names: readonly string[], signal: AbortSignal, tolerant: boolean): Promise<void> {
    this.#perNamespace = tolerant;
    const gate = limiter(LISTS_AT_ONCE);
    let streams = 0;
    for (const name of names) this.#feeds.set(name, { phase: 'loading', synced: false });
    const runs = names.map(async (name) => {
      const polled = ++streams > STREAMS_AT_MOST;
      try {
        await this.#runFeed(name, signal, gate, polled);
      } catch (thrown) {
        const error = toDataSourceError(thrown);
        if (!tolerant || error.code !== 'forbidden') throw error;
        this.#denied.set(name, error);
        this.#feeds.delete(name);
        if (this.#feeds.size === 0) throw error;
        this.#changed();
      }
    });
    await Promise.all(runs);
  }

  #runFeed(
    namespace: string,
    signal: AbortSignal,
    gate: (list: () => Promise<string>) => Promise<string>,
    polled = false,
  ): Promise<void> {
    const state: FeedState = { phase: 'loading', synced: false };
    this.#feeds.set(namespace, state);
    const scope: FeedScope = {
      ...(namespace === EVERYWHERE ? {} : { namespace }),
      ...(this.options.labelSelector === undefined ? {} : { labelSelector: this.options.labelSelector }),
      ...(this.options.fieldSelector === undefined ? {} : { fieldSelector: this.options.fieldSelector }),
    };
    // An aborted feed may still have an answer in its hands; it must not reach what replaced it.
    const current = () => !signal.aborted && this.#feeds.get(namespace) === state;
    const feed = new Feed<T>(
      polled ? withoutWatch(this.source) : this.source,
      this.type,
      scope,
      {
        page: (items) => current() && this.#upsertAll(items),
        replace: (items) => {
          if (!current()) return;
          state.synced = true;
          delete state.error;
          this.#replace(namespace, items);
        },
        event: (event) => {
          if (!current()) return;
          if (event.type === 'DELETED') this.#remove(event.object);
          else this.#upsert(event.object);
          this.#changed();
        },
        phase: (phase, error) => {
          if (!current()) return;
          state.phase = phase;
          if (error) state.error = error;
          else delete state.error;
          this.#changed();
        },
      },
      this.#environment,
    );
    return feed.run(signal, gate);
  }

  /** A fault that no retry mends: everything stops, what is shown stays. */
  #end(error: DataSourceError): void {
    const state: LiveState =
      error.code === 'unauthenticated' ? 'auth-expired' : error.code === 'not-found' ? 'not-installed' : 'denied';
    if (!isFinal(error)) throw error; // A programming error: feeds retry everything else themselves.
    this.#final = { state, error };
    if (state !== 'auth-expired') this.#replaceAll([]);
    this.#changed();
  }

  #replace(namespace: string, items: readonly T[]): void {
    const listed = new Set(items.map((item) => item.metadata?.uid));
    for (const [uid, object] of this.#objects)
      if (!listed.has(uid) && (namespace === EVERYWHERE || object.metadata?.namespace === namespace))
        this.#remove(object);
    this.#upsertAll(items);
  }

  #replaceAll(items: readonly T[]): void {
    this.#replace(EVERYWHERE, items);
  }

  #upsertAll(items: readonly T[]): void {
    for (const item of items) this.#upsert(item);
    this.#changed();
  }

  #upsert(raw: T): void {
    const object = withoutBookkeeping(raw);
    const { uid, namespace = '', name = '', resourceVersion } = object.metadata ?? {};
    if (uid === undefined) return;
    const key = `${namespace}/${name}`;
    const former = this.#uids.get(key);
    if (former !== undefined && former !== uid) this.#remove(this.#objects.get(former)!);
    // A relist brings mostly what is known: the same version is the same object.
    if (this.#objects.get(uid)?.metadata?.resourceVersion === resourceVersion && resourceVersion !== undefined) return;
    this.#objects.set(uid, object);
    this.#uids.set(key, uid);
    this.#removed.delete(uid);
    this.#upserted.set(uid, object);
  }

  #remove(object: T): void {
    const { uid, namespace = '', name = '' } = object.metadata ?? {};
    if (uid === undefined || !this.#objects.delete(uid)) return;
    const key = `${namespace}/${name}`;
    if (this.#uids.get(key) === uid) this.#uids.delete(key);
    this.#upserted.delete(uid);
    this.#removed.set(uid, object);
  }

  #changed(): void {
    if (this.#flush !== undefined || !this.#abort) return;
    const wait = Math.min(SLOWEST_FLUSH_MS, Math.max(FLUSH_MS, this.#flushCost * 4));
    this.#flush = this.#environment.setTimeout(() => this.#publish(), wait);
  }

  #publish(): void {
    this.#flush = undefined;
    this.#status = this.#summarise();
    const change: LiveChange<T> = {
      upserted: [...this.#upserted.values()],
      removed: [...this.#removed.values()],
    };
    this.#upserted = new Map();
    this.#removed = new Map();
    const started = this.#environment.now();
    for (const listener of [...this.#listeners]) listener(change, this.#status);
    this.#flushCost = this.#environment.now() - started;
  }

  #summarise(): LiveStatus {
    const feeds = [...this.#feeds.values()];
    const now = this.#environment.now();
    const before = this.#status;
    const complete = feeds.length > 0 && feeds.every((feed) => feed.synced);
    const troubled = feeds.find((feed) => feed.phase === 'reconnecting');
    const state: LiveState =
      this.#final?.state ??
      (troubled
        ? 'reconnecting'
        : !complete
          ? 'loading'
          : feeds.some((feed) => feed.phase === 'polling')
            ? 'polling'
            : 'live');
    const fresh = state === 'live' || state === 'polling';
    const lastSync = fresh ? now : before.lastSync;
    const staleSince = fresh || state === 'loading' ? undefined : (before.staleSince ?? before.lastSync ?? now);
    const error = this.#final?.error ?? troubled?.error;
    return {
      state,
      complete,
      deniedNamespaces: new Map(this.#denied),
      ...(lastSync === undefined ? {} : { lastSync }),
      ...(staleSince === undefined ? {} : { staleSince }),
      ...(error === undefined ? {} : { error }),
      ...(this.#perNamespace ? { namespaces: [...this.#feeds.keys()] } : {}),
    };
  }
}

function withoutWatch(source: DataSource): DataSource {
  return {
    list: (type, options) => source.list(type, options),
    get: (type, key, options) => source.get(type, key, options),
  };
}

/** Lets `limit` jobs run at a time; the others wait for their turn. */
function limiter(limit: number): (job: () => Promise<string>) => Promise<string> {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async (job) => {
    if (running >= limit) await new Promise<void>((resolve) => waiting.push(resolve));
    running++;
    try {
      return await job();
    } finally {
      running--;
      waiting.shift()?.();
    }
  };
}
