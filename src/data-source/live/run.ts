import type { ResourceType } from '../../model/resources.js';
import type { KubernetesObject } from '../../model/types.js';
import { toDataSourceError, type DataSourceError } from '../errors.js';
import type { DataSource } from '../types.js';
import { Backoff } from './backoff.js';
import { withDeadline } from './deadline.js';
import type { LiveEnvironment } from './environment.js';
import { Feed, type FeedScope } from './feed.js';
import { Limiter } from './limiter.js';
import type { ObjectIndex } from './objects.js';
import { Pause } from './pause.js';
import { endingOf, isFinal, type Ending, type RunState, type Trouble } from './status.js';
import { NO_STREAMS, streamsOf } from './streams.js';

/** How many lists may be on their way at a time when there is one for each namespace. */
const LISTS_AT_ONCE = 4;
const EVERYWHERE = '';

export interface RunOptions {
  readonly namespaces: readonly string[];
  readonly selectors: Omit<FeedScope, 'namespace'>;
  readonly candidates: () => readonly string[];
  readonly environment: LiveEnvironment;
  readonly polled: boolean;
}

/**
 * From one start of a collection to its end or the next start: one feed for everything, or one for each namespace where
 * the user may not list everything at once. What it hears after it was stopped reaches nobody.
 */
export class Run<T extends KubernetesObject> implements RunState {
  readonly feeds = new Map<string, Feed<T>>();
  readonly denied = new Map<string, DataSourceError>();
  perNamespace = false;
  trouble: Trouble | undefined;
  ending: Ending | undefined;
  /** The namespaces that were tried instead of the whole cluster. */
  tried: ReadonlySet<string> | undefined;
  readonly #abort = new AbortController();
  /** One for each feed: Node warns of a leak when many listen to one signal. */
  readonly #feedAborts: AbortController[] = [];
  readonly #lists = new Limiter(LISTS_AT_ONCE);

  constructor(
    private readonly source: DataSource,
    private readonly type: ResourceType,
    private readonly objects: ObjectIndex<T>,
    private readonly options: RunOptions,
    private readonly changed: () => void,
  ) {}

  start(): void {
    const { namespaces } = this.options;
    const [first] = namespaces;
    const running =
      first === undefined
        ? this.#everywhere()
        : namespaces.length === 1
          ? this.#follow(first)
          : this.#eachOf(namespaces);
    running.catch((thrown: unknown) => this.#end(toDataSourceError(thrown)));
  }

  stop(): void {
    for (const abort of [this.#abort, ...this.#feedAborts]) abort.abort();
  }

  wake(): void {
    for (const feed of this.feeds.values()) feed.wake();
  }

  get #signal(): AbortSignal {
    return this.#abort.signal;
  }

  async #everywhere(): Promise<void> {
    try {
      await this.#follow(EVERYWHERE);
    } catch (thrown) {
      const error = toDataSourceError(thrown);
      if (error.code !== 'forbidden' || !this.type.namespaced) throw error;
      const candidates = await this.#candidates();
      this.tried = new Set(candidates);
      this.trouble = undefined;
      if (candidates.length === 0) throw error;
      this.feeds.delete(EVERYWHERE);
      await this.#eachOf(candidates);
    }
  }

  /** Where to look when the whole cluster may not be listed: where the host says, and the source. */
  async #candidates(): Promise<readonly string[]> {
    const { environment } = this.options;
    const failures = new Backoff(environment);
    for (;;) {
      const given = this.options.candidates().filter((name) => name !== EVERYWHERE);
      try {
        const known = await withDeadline(environment, this.#signal, async (signal) =>
          this.source.namespaces?.({ signal }),
        );
        return [...new Set([...given, ...(known?.names ?? [])])];
      } catch (thrown) {
        const error = toDataSourceError(thrown);
        if (error.code === 'unauthenticated') throw error;
        // Most who may not list everything may not list the namespaces either: the first refusal says more.
        if (given.length > 0 || isFinal(error) || error.code === 'unsupported' || this.#signal.aborted) return given;
        this.trouble = { since: this.trouble?.since ?? environment.now(), error };
        this.changed();
        await new Pause(environment).for(failures.next(error.retryAfterMs), this.#signal);
      }
    }
  }

  async #eachOf(names: readonly string[]): Promise<void> {
    this.perNamespace = true;
    const wanted = new Set(names);
    this.objects.removeIf(({ metadata }) => !wanted.has(metadata?.namespace ?? EVERYWHERE));
    const feeds = names.map(async (name) => {
      try {
        await this.#follow(name);
      } catch (thrown) {
        const error = toDataSourceError(thrown);
        if (error.code !== 'forbidden') throw error;
        this.feeds.delete(name);
        this.denied.set(name, error);
        this.objects.replace([], name);
        if (this.feeds.size === 0) throw error;
        this.changed();
      }
    });
    await Promise.all(feeds);
  }

  #follow(namespace: string): Promise<void> {
    const { environment, selectors, polled } = this.options;
    const within: Pick<FeedScope, 'namespace'> = namespace === EVERYWHERE ? {} : { namespace };
    const whileCurrent =
      <A extends unknown[]>(act: (...rest: A) => void) =>
      (...rest: A): void => {
        if (this.#signal.aborted || this.feeds.get(namespace) !== feed) return;
        act(...rest);
        this.changed();
      };
    const feed: Feed<T> = new Feed<T>(
      { source: this.source, environment, lists: this.#lists, streams: polled ? NO_STREAMS : streamsOf(this.source) },
      this.type,
      { ...within, ...selectors },
      {
        page: whileCurrent((items) => this.objects.page(items)),
        replace: whileCurrent((items) => this.objects.replace(items, within.namespace)),
        event: whileCurrent(({ type, object }) =>
          type === 'DELETED' ? this.objects.remove(object) : this.objects.upsert(object),
        ),
        changed: whileCurrent(() => {}),
      },
    );
    this.feeds.set(namespace, feed);
    const abort = new AbortController();
    this.#feedAborts.push(abort);
    if (this.#signal.aborted) abort.abort();
    return feed.run(abort.signal);
  }

  /** Everything stops; after a sign-out what is shown stays. */
  #end(error: DataSourceError): void {
    if (this.#signal.aborted) return;
    this.stop();
    this.ending = endingOf(error, this.options.environment.now());
    if (this.ending.state !== 'auth-expired') this.objects.replace([]);
    this.changed();
  }
}
