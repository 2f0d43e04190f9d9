import { withoutBookkeeping } from '../../model/metadata.js';
import type { ResourceType } from '../../model/resources.js';
import type { KubernetesObject } from '../../model/types.js';
import { toDataSourceError, type DataSourceError } from '../errors.js';
import { requestFault } from '../request-faults.js';
import type { DataSource, WatchEvent } from '../types.js';
import { Backoff } from './backoff.js';
import { SILENCE_MS } from './deadline.js';
import type { LiveEnvironment } from './environment.js';
import type { Limiter } from './limiter.js';
import { listAll } from './list-all.js';
import { Pause } from './pause.js';
import { isFinal, type FeedPhase, type FeedState, type Trouble } from './status.js';
import type { StreamPlace, Streams } from './streams.js';
import { WatchRecord } from './watch-record.js';
import { FRESH_MS, WatchSession } from './watch-session.js';

/** Between two lists where watching is not possible. */
const POLL_MS = 30_000;
/** A watch that ends sooner without getting on is a failure: a proxy that refuses streams would be hammered. */
const SHORT_WATCH_MS = 1_000;
/** After trouble, a watch that has said nothing for this long proves nothing: the server is asked. */
const DOUBT_MS = 1_000;
/** How long a server takes to catch up with its siblings, when it does not say. */
const REPLICA_LAG_MS = 1_000;

/** What a feed tells its collection. */
export interface FeedSink<T> {
  /** One page of the first list, shown at once. */
  page(items: readonly T[]): void;
  /** A complete list: what is not in it is gone. */
  replace(items: readonly T[]): void;
  event(event: WatchEvent<T> & { type: 'ADDED' | 'MODIFIED' | 'DELETED' }): void;
  /** The feed's own state is another. */
  changed(): void;
}

export interface FeedScope {
  namespace?: string;
  labelSelector?: string;
  fieldSelector?: string;
}

export interface FeedContext {
  readonly source: DataSource;
  readonly environment: LiveEnvironment;
  readonly lists: Limiter;
  readonly streams: Streams;
}

/**
 * Lists a resource type in one scope and keeps it current: list, watch from the list's resourceVersion, resume from the
 * last one seen, list again when the server has forgotten it.
 */
export class Feed<T extends KubernetesObject> implements FeedState {
  phase: FeedPhase = 'loading';
  synced = false;
  lastSync: number | undefined;
  trouble: Trouble | undefined;

  /** The resourceVersion to watch from; without it there has to be a list. */
  #position: string | undefined;
  /** The next watch has to show that the server is there. */
  #doubtful = false;
  #onWake: () => void = () => {};
  readonly #place: StreamPlace;
  readonly #watches: WatchRecord;
  readonly #pause: Pause;
  readonly #failures: Backoff;
  readonly #restarts: Backoff;

  constructor(
    private readonly context: FeedContext,
    private readonly type: ResourceType,
    private readonly scope: FeedScope,
    private readonly sink: FeedSink<T>,
  ) {
    this.#place = context.streams.place();
    this.#watches = new WatchRecord(context.environment);
    this.#pause = new Pause(context.environment);
    this.#failures = new Backoff(context.environment);
    this.#restarts = new Backoff(context.environment);
  }

  /** Runs until the signal aborts. Rejects only with an error that `isFinal` says no retry mends. */
  async run(signal: AbortSignal): Promise<void> {
    // At once, before what is on its way has noticed: somebody may stop this feed for its place.
    signal.addEventListener('abort', () => this.#place.give(), { once: true });
    try {
      while (!signal.aborted)
        if (this.#position === undefined) await this.#list(signal);
        else if (this.#mayWatch()) await this.#watch(this.#position, signal);
        else await this.#poll(signal);
    } finally {
      this.#place.give();
    }
  }

  /** The page was asleep, hidden or off the network. */
  wake(): void {
    this.#onWake();
  }

  async #list(signal: AbortSignal): Promise<void> {
    const { lists, environment } = this.context;
    const onPage = (items: readonly T[]): void => {
      if (this.synced) return;
      this.#enter('loading');
      this.sink.page(items);
    };
    try {
      const list = await lists.run(() => listAll<T>(this.context, this.type, this.scope, signal, onPage));
      if (signal.aborted) return;
      this.#position = list.resourceVersion;
      this.#doubtful = false;
      this.#watches.listed();
      this.synced = true;
      this.lastSync = environment.now();
      this.sink.replace(list.items);
      this.#enter(this.#mayWatch() ? 'live' : 'polling');
    } catch (thrown) {
      if (!signal.aborted) await this.#listFailed(toDataSourceError(thrown), signal);
    }
  }

  async #listFailed(error: DataSourceError, signal: AbortSignal): Promise<void> {
    if (isFinal(error)) throw error;
    if (error.code !== 'expired' && error.code !== 'rv-too-large') return this.#retry(error, signal);
    // The pages were too old before the last one was read, or the server is a little behind: it happens.
    const wait = this.#restarts.nextButFirst();
    if (wait > 0) this.#enter('reconnecting', error);
    await this.#pause.for(Math.max(wait, error.retryAfterMs ?? 0), signal);
  }

  async #watch(from: string, signal: AbortSignal): Promise<void> {
    const { source, environment } = this.context;
    const startedAt = environment.now();
    const session = new WatchSession<T>(environment);
    const open = (inner: AbortSignal): AsyncIterable<WatchEvent<T>> =>
      source.watch!<T>(this.type, {
        ...this.scope,
        resourceVersion: from,
        // Random, so that the watches of many pages do not all end in one instant.
        timeoutSeconds: Math.round(300 + 300 * environment.random()),
        signal: inner,
      });
    const stopDoubting = this.#doubtful ? this.#ask(session) : undefined;
    this.#onWake = () => session.wake();
    try {
      const end = await session.run(open, (event) => this.#take(event), signal);
      if (signal.aborted) return;
      if (end === 'silent') await this.#silent(session.heard, signal);
      else if (end === 'woken') this.#woken();
      else if (this.#position === from && environment.now() - startedAt < SHORT_WATCH_MS)
        throw requestFault('watch-closed');
    } catch (thrown) {
      if (!signal.aborted) await this.#watchFailed(toDataSourceError(thrown), signal);
    } finally {
      stopDoubting?.();
    }
  }

  #take(event: WatchEvent<T>): void {
    this.lastSync = this.context.environment.now();
    this.#position = event.object.metadata?.resourceVersion || this.#position;
    this.#doubtful = false;
    this.#watches.heard();
    if (this.phase !== 'live') this.#enter('live');
    if (event.type !== 'BOOKMARK') this.sink.event({ ...event, object: withoutBookkeeping(event.object) });
  }

  async #silent(hadSpoken: boolean, signal: AbortSignal): Promise<void> {
    this.#doubtful = true;
    this.#enter('reconnecting');
    // Not even a bookmark: whatever stands in between may hold everything back.
    if (!hadSpoken) this.#position = undefined;
    await this.#pause.for(this.#restarts.nextButFirst(), signal);
  }

  #woken(): void {
    this.#doubtful = true;
    if (this.#silence() >= SILENCE_MS) this.#enter('reconnecting');
  }

  async #watchFailed(error: DataSourceError, signal: AbortSignal): Promise<void> {
    const remedy = this.#watches.failed(error);
    if (remedy === 'list' || remedy === 'relist' || remedy === 'check') this.#position = undefined;
    switch (remedy) {
      case 'end':
        throw error;
      case 'resume':
      case 'list':
        return this.#retry(error, signal);
      case 'relist':
        this.#enter('reconnecting');
        return this.#pause.for(this.#restarts.nextButFirst(), signal);
      case 'wait':
        return this.#pause.for(error.retryAfterMs ?? REPLICA_LAG_MS, signal);
      case 'poll':
      case 'check':
    }
  }

  async #retry(error: DataSourceError, signal: AbortSignal): Promise<void> {
    this.#doubtful = true;
    this.#enter('reconnecting', error);
    // What the server asked for is kept to, whatever the user does.
    this.#onWake = error.retryAfterMs === undefined ? () => this.#pause.end() : () => {};
    await this.#pause.for(this.#failures.next(error.retryAfterMs), signal);
  }

  async #poll(signal: AbortSignal): Promise<void> {
    const { environment, streams } = this.context;
    this.#enter('polling');
    const stopWaiting = this.#watchIsPossible() ? streams.onFree(() => this.#pause.end()) : undefined;
    this.#onWake = () => {
      if (this.#silence() >= FRESH_MS) this.#pause.end();
    };
    await this.#pause.for(POLL_MS * (0.8 + 0.4 * environment.random()), signal);
    while (environment.page?.hidden() && !signal.aborted) await this.#pause.for(Infinity, signal);
    stopWaiting?.();
    if (signal.aborted) return;
    if (this.#mayWatch()) this.#doubtful = true;
    else this.#position = undefined;
  }

  /** Asks the server for next to nothing if the session stays silent: the answer shows that it is there. */
  #ask(session: WatchSession<T>): () => void {
    const { source, environment } = this.context;
    const ask = async (): Promise<void> => {
      if (session.heard) return;
      try {
        await source.list(this.type, { ...this.scope, limit: 1, signal: session.signal });
        if (session.signal.aborted) return;
        this.lastSync = environment.now();
        this.#doubtful = false;
        this.#enter('live');
      } catch (thrown) {
        session.fail(toDataSourceError(thrown));
      }
    };
    const timer = environment.setTimeout(() => void ask(), DOUBT_MS);
    return () => environment.clearTimeout(timer);
  }

  /** For how long the server has not been heard from. */
  #silence(): number {
    return this.context.environment.now() - (this.lastSync ?? -Infinity);
  }

  #watchIsPossible(): boolean {
    return this.context.source.watch !== undefined && this.#watches.isWorthTrying;
  }

  #mayWatch(): boolean {
    if (this.#watchIsPossible()) return this.#place.take();
    this.#place.give();
    return false;
  }

  #enter(phase: FeedPhase, error?: DataSourceError): void {
    this.phase = phase;
    const since = this.trouble?.since ?? this.context.environment.now();
    this.trouble = phase === 'reconnecting' ? { since, error } : undefined;
    this.sink.changed();
  }
}
