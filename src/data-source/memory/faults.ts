import type { ResourceType } from '../../model/resources.js';
import { DataSourceError, type KubernetesStatus } from '../errors.js';
import {
  completeStatus,
  isWrite,
  unreachable,
  type FaultOptions,
  type Hold,
  type RequestFilter,
  type RequestInfo,
  type Undo,
} from './requests.js';
import type { Pages } from './pages.js';
import type { Scheduler } from './scheduler.js';
import type { Store } from './store.js';
import { expired, refusal, unauthorized, type FailureStatus } from './status.js';
import type { WatchStream } from './watch.js';

type Effect =
  | { kind: 'status'; status: FailureStatus; retryAfterMs?: number }
  | { kind: 'unreachable' }
  | { kind: 'lost' }
  | { kind: 'held'; released: Promise<void>; count: (by: number) => void };

interface Fault {
  when: RequestFilter;
  left: number;
  effect: Effect;
}

/** What remains to be done about a request that got through. */
export interface Passage {
  /** The answer will not arrive, though the request was carried out. */
  readonly loseAnswer: boolean;
}

/** Makes the cluster misbehave on demand. Every fault is off until it is asked for. */
export class FaultInjector {
  /** How long every request takes, in ms. */
  latencyMs: number | ((request: RequestInfo) => number) = 0;
  /** The operator's webhooks do not answer: creating and updating BackupStorages is a 500. */
  webhookDown = false;
  /** Every request is a 401, until this is set back. */
  authExpired = false;
  /** No request reaches the server, until this is set back. Open watches are another matter: {@link cutWatches}. */
  offline = false;
  #faults: Fault[] = [];
  readonly #uninstalled = new Set<string>();

  /** @internal Made by the cluster. */
  constructor(
    private readonly internals: {
      store: Store;
      pages: Pages;
      scheduler: Scheduler;
      watches: ReadonlyMap<WatchStream, RequestInfo>;
    },
  ) {}

  /** Answers the next requests with an HTTP status or a whole Status. */
  fail(answer: number | KubernetesStatus, options: FaultOptions & { retryAfterSeconds?: number } = {}): Undo {
    const { retryAfterSeconds } = options;
    const status = completeStatus(answer);
    return this.#add(options, {
      kind: 'status',
      status,
      ...(retryAfterSeconds === undefined ? {} : { retryAfterMs: retryAfterSeconds * 1000 }),
    });
  }

  /** The next requests do not reach the server. */
  disconnect(options: FaultOptions = {}): Undo {
    return this.#add(options, { kind: 'unreachable' });
  }

  /** The next requests are carried out, and their answers get lost. */
  loseAnswer(options: FaultOptions = {}): Undo {
    return this.#add(options, { kind: 'lost' });
  }

  /** Keeps requests waiting until they are released; aborting one still ends it. Holds every match unless told otherwise. */
  hold(options: FaultOptions = {}): Hold {
    let release: () => void = () => {};
    const released = new Promise<void>((resolve) => (release = resolve));
    let waiting = 0;
    const undo = this.#add(
      { times: Infinity, ...options },
      { kind: 'held', released, count: (by) => void (waiting += by) },
    );
    return {
      get waiting() {
        return waiting;
      },
      release: () => {
        undo();
        release();
      },
    };
  }

  /** The cluster does not serve the type any more: its CRD is not installed. */
  uninstall(type: ResourceType): Undo {
    const id = `${type.resource}.${type.group}`;
    this.#uninstalled.add(id);
    return () => void this.#uninstalled.delete(id);
  }

  /** The server closes open watches in good order. */
  closeWatches(when: RequestFilter = all): void {
    for (const watch of this.#watches(when)) watch.finish();
  }

  /** The connection of open watches breaks. */
  cutWatches(when: RequestFilter = all): void {
    for (const watch of this.#watches(when)) watch.cut(unreachable());
  }

  /** Open watches get an ERROR event with 410: the client has to list again. */
  expireWatches(when: RequestFilter = all): void {
    this.failWatches(expired('The resourceVersion for the provided watch is too old.'), when);
  }

  /** Open watches get an ERROR event. */
  failWatches(answer: number | KubernetesStatus, when: RequestFilter = all): void {
    for (const watch of this.#watches(when)) watch.fail(refusal(completeStatus(answer)));
  }

  /** Open watches fall silent, bookmarks included, without being closed. */
  stallWatches(when: RequestFilter = all): Undo {
    const stalled = this.#watches(when);
    for (const watch of stalled) watch.stall(true);
    return () => {
      for (const watch of stalled) watch.stall(false);
    };
  }

  /** Every resourceVersion but the current one becomes too old, as after etcd's compaction. Open watches go on. */
  expireHistory(): void {
    this.internals.store.compact();
  }

  /** Every continue token handed out becomes too old. */
  expirePages(): void {
    this.internals.pages.expireAll();
  }

  /** Ends every fault. */
  clear(): void {
    this.#faults = [];
    this.#uninstalled.clear();
    this.latencyMs = 0;
    this.webhookDown = false;
    this.authExpired = false;
    this.offline = false;
  }

  /** @internal Whether a type is served. */
  serves(type: ResourceType): boolean {
    return !this.#uninstalled.has(`${type.resource}.${type.group}`);
  }

  /** @internal What a request goes through before the server sees it. Throws a `DataSourceError`. */
  async pass(request: RequestInfo, signal: AbortSignal | undefined): Promise<Passage> {
    const outcome = isWrite(request) ? 'unknown' : undefined;
    const checkAborted = (): void => {
      if (signal?.aborted) throw new DataSourceError('aborted', 'The request was aborted.', { outcome });
    };
    const latency = typeof this.latencyMs === 'function' ? this.latencyMs(request) : this.latencyMs;
    if (latency > 0) await this.#sleep(latency, signal);
    checkAborted();
    if (this.offline) throw unreachable(outcome);
    if (this.authExpired) throw unauthorized();
    const effects = this.#faults.filter(({ when, left }) => left > 0 && when(request));
    const held = effects.find(({ effect }) => effect.kind === 'held');
    // One fault at a time meets a request, after it was held: a queue of two failures fails twice.
    const fault = effects.find(({ effect }) => effect.kind !== 'held');
    for (const used of [held, fault]) if (used) used.left -= 1;
    this.#faults = this.#faults.filter(({ left }) => left > 0);
    if (held?.effect.kind === 'held') await this.#wait(held.effect, signal);
    checkAborted();
    switch (fault?.effect.kind) {
      case 'status': {
        const { status, retryAfterMs } = fault.effect;
        // Whether a gateway's 500 came before or after the write cannot be told.
        const isVague = status.code >= 500 && status.code !== 503;
        throw refusal(status, { retryAfterMs, ...(outcome && isVague ? { outcome } : {}) });
      }
      case 'unreachable':
        throw unreachable(outcome);
      default:
        return { loseAnswer: fault?.effect.kind === 'lost' };
    }
  }

  #add({ when = all, times = 1 }: FaultOptions, effect: Effect): Undo {
    const fault = { when, left: times, effect };
    this.#faults.push(fault);
    return () => void (this.#faults = this.#faults.filter((other) => other !== fault));
  }

  #watches(when: RequestFilter): WatchStream[] {
    return [...this.internals.watches].filter(([, request]) => when(request)).map(([watch]) => watch);
  }

  #sleep(ms: number, signal: AbortSignal | undefined): Promise<void> {
    const { scheduler } = this.internals;
    return new Promise((resolve) => {
      const done = (): void => {
        scheduler.clearTimeout(handle);
        signal?.removeEventListener('abort', done);
        resolve();
      };
      const handle = scheduler.setTimeout(done, ms);
      if (signal?.aborted) done();
      else signal?.addEventListener('abort', done);
    });
  }

  async #wait(effect: Extract<Effect, { kind: 'held' }>, signal: AbortSignal | undefined): Promise<void> {
    effect.count(1);
    let stop: () => void = () => {};
    const aborted = new Promise<void>((resolve) => (stop = resolve));
    signal?.addEventListener('abort', stop);
    if (signal?.aborted) stop();
    await Promise.race([effect.released, aborted]);
    signal?.removeEventListener('abort', stop);
    effect.count(-1);
  }
}

const all: RequestFilter = () => true;
