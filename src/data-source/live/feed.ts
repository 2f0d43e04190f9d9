import type { ResourceType } from '../../model/resources.js';
import type { KubernetesObject } from '../../model/types.js';
import { DataSourceError, toDataSourceError } from '../errors.js';
import type { DataSource, WatchEvent } from '../types.js';
import { Backoff } from './backoff.js';
import { delay, type LiveEnvironment } from './environment.js';

/** Objects asked for at a time: what kubectl uses. */
const PAGE_SIZE = 500;
/** Between two lists where watching is not possible. */
const POLL_MS = 30_000;
/** A watch that ends sooner than this without one event is a failure, or a proxy that refuses streams would be hammered. */
const SHORT_WATCH_MS = 1_000;
/** No event and no bookmark for this long means that the connection is dead. */
const STALL_MS = 150_000;

export type FeedPhase = 'loading' | 'live' | 'polling' | 'reconnecting';

/** What a feed tells its collection. */
export interface FeedSink<T> {
  /** One page of the first list, shown at once. */
  page(items: readonly T[]): void;
  /** A complete list: what is not in it is gone. */
  replace(items: readonly T[]): void;
  event(event: WatchEvent<T> & { type: 'ADDED' | 'MODIFIED' | 'DELETED' }): void;
  phase(phase: FeedPhase, error?: DataSourceError): void;
}

export interface FeedScope {
  namespace?: string;
  labelSelector?: string;
  fieldSelector?: string;
}

/** Faults that no retry mends: the user, the host or an administrator has to act. */
export function isFinal(error: DataSourceError): boolean {
  if (error.admission) return false;
  return error.code === 'forbidden' || error.code === 'unauthenticated' || error.code === 'not-found';
}

/**
 * Lists a resource type in one scope and keeps it current: list, watch from the list's resourceVersion, resume from the
 * last one seen, list again when the server has forgotten it.
 */
export class Feed<T extends KubernetesObject> {
  readonly #backoff: Backoff;
  #listedOnce = false;
  #canWatch: boolean;

  constructor(
    private readonly source: DataSource,
    private readonly type: ResourceType,
    private readonly scope: FeedScope,
    private readonly sink: FeedSink<T>,
    private readonly environment: LiveEnvironment,
  ) {
    this.#backoff = new Backoff(environment);
    this.#canWatch = source.watch !== undefined;
  }

  /**
   * Runs until the signal aborts. Rejects only with an error that {@link isFinal} says no retry mends.
   * `gate` lets the collection bound how many first lists run at a time.
   */
  async run(signal: AbortSignal, gate: (list: () => Promise<string>) => Promise<string>): Promise<void> {
    let resourceVersion: string | undefined;
    while (!signal.aborted) {
      try {
        if (resourceVersion === undefined) {
          const list = () => this.#list(signal);
          resourceVersion = await (this.#listedOnce ? list() : gate(list));
        }
        if (this.#canWatch) {
          resourceVersion = await this.#watch(resourceVersion, signal);
        } else {
          this.sink.phase('polling');
          await delay(this.environment, POLL_MS * (0.8 + 0.4 * this.environment.random()), signal);
          resourceVersion = undefined;
        }
      } catch (thrown) {
        if (signal.aborted) return;
        const error = toDataSourceError(thrown);
        const fromWatch = thrown instanceof WatchFailure;
        const cause = fromWatch ? thrown.reason : error;
        if (fromWatch && thrown.resourceVersion !== undefined) resourceVersion = thrown.resourceVersion;
        if (cause.code === 'expired') {
          resourceVersion = undefined;
          // The first relist is immediate; a server that expires everything at once must not be hammered.
          await delay(this.environment, fromWatch && thrown.sawEvents ? 0 : this.#backoff.next(), signal);
          continue;
        }
        if (fromWatch && ((cause.code === 'forbidden' && !cause.admission) || cause.code === 'unsupported')) {
          // Listing is allowed and watching is not: keep current by asking again and again.
          this.#canWatch = false;
          continue;
        }
        if (isFinal(cause)) throw cause;
        this.sink.phase('reconnecting', cause);
        await delay(this.environment, this.#backoff.next(cause.retryAfterMs), signal);
      }
    }
  }

  async #list(signal: AbortSignal): Promise<string> {
    if (!this.#listedOnce) this.sink.phase('loading');
    const all: T[] = [];
    let next: string | undefined;
    let resourceVersion: string;
    do {
      const page = await this.source.list<T>(this.type, {
        ...this.scope,
        limit: PAGE_SIZE,
        signal,
        ...(next === undefined ? {} : { continue: next }),
      });
      if (signal.aborted) throw new DataSourceError('aborted', 'The list was cancelled.');
      resourceVersion = page.resourceVersion;
      next = page.continue || undefined;
      all.push(...page.items);
      if (!this.#listedOnce && next !== undefined) this.sink.page(page.items);
    } while (next !== undefined);
    this.#listedOnce = true;
    this.sink.replace(all);
    return resourceVersion;
  }

  /** Resolves with the version to resume from when the server closes the stream as it may. */
  async #watch(from: string, signal: AbortSignal): Promise<string> {
    const started = this.environment.now();
    let resourceVersion = from;
    let sawEvents = false;
    const stream = new AbortController();
    const stop = () => stream.abort();
    signal.addEventListener('abort', stop);
    let stalled = false;
    let watchdog: unknown;
    const feedWatchdog = () => {
      this.environment.clearTimeout(watchdog);
      watchdog = this.environment.setTimeout(() => {
        stalled = true;
        stream.abort();
      }, STALL_MS);
    };
    try {
      feedWatchdog();
      const events = this.source.watch!<T>(this.type, {
        ...this.scope,
        resourceVersion,
        // Random, so that the watches of many pages do not all end in one instant.
        timeoutSeconds: Math.round(300 + 300 * this.environment.random()),
        signal: stream.signal,
      });
      this.sink.phase('live');
      for await (const event of events) {
        if (signal.aborted) break;
        feedWatchdog();
        sawEvents = true;
        resourceVersion = event.object.metadata?.resourceVersion ?? resourceVersion;
        if (event.type !== 'BOOKMARK') this.sink.event(event);
      }
    } catch (thrown) {
      if (!stalled) throw new WatchFailure(toDataSourceError(thrown), resourceVersion, sawEvents);
    } finally {
      this.environment.clearTimeout(watchdog);
      signal.removeEventListener('abort', stop);
    }
    if (stalled)
      throw new WatchFailure(
        new DataSourceError('timeout', 'The server sent nothing for too long.'),
        resourceVersion,
        sawEvents,
      );
    if (!sawEvents && this.environment.now() - started < SHORT_WATCH_MS && !signal.aborted)
      throw new WatchFailure(
        new DataSourceError('unavailable', 'The server closed the watch as soon as it was opened.'),
        resourceVersion,
        false,
      );
    return resourceVersion;
  }
}

/** Carries how far the stream had come to the place that decides what follows. */
class WatchFailure extends Error {
  constructor(
    readonly reason: DataSourceError,
    readonly resourceVersion: string,
    readonly sawEvents: boolean,
  ) {
    super(reason.message);
  }
}
