import { apiVersionOf } from '../../model/resources.js';
import type { KubernetesObject } from '../../model/types.js';
import { DataSourceError } from '../errors.js';
import type { WatchEvent } from '../types.js';
import { withResourceVersion, type Bucket } from './store.js';
import type { StoredObject, StoreEvent } from './event-window.js';
import { setBackgroundTimeout, type Scheduler } from './scheduler.js';
import type { ObjectPredicate } from './selectors.js';
import { expired, refusal } from './status.js';

export interface WatchStreamOptions {
  bucket: Bucket;
  /** Position in the bucket's window to start from. */
  position: number;
  /** Sent as ADDED before anything else: what a watch without a resourceVersion begins with. */
  initial?: readonly StoredObject[];
  namespace: string;
  matches: ObjectPredicate;
  /** The cluster's resourceVersion at this moment, for bookmarks. */
  resourceVersion: () => string;
  scheduler: Scheduler;
  bookmarkIntervalMs: number;
  /** The server ends the stream after this. */
  timeoutMs?: number;
  onClose: () => void;
}

type Result = IteratorResult<WatchEvent<KubernetesObject>>;

/**
 * One open watch. It reads from the type's shared window when its consumer asks for the next event, so a slow consumer
 * holds no queue of its own; one that falls behind the window is told `expired`, as by the API server.
 */
export class WatchStream {
  readonly #options: WatchStreamOptions;
  #position: number;
  #initial: StoredObject[];
  #waiting: { resolve: (result: Result) => void; reject: (error: DataSourceError) => void }[] = [];
  #bookmarkDue = false;
  #stalled = false;
  /** What the consumer gets after all that happened before: the end, or an error. */
  #end: 'open' | 'ended' | DataSourceError = 'open';
  #closed = false;
  #timers = new Set<unknown>();
  readonly #wake = (): void => this.#deliver();

  constructor(options: WatchStreamOptions) {
    this.#options = options;
    this.#position = options.position;
    this.#initial = [...(options.initial ?? [])];
    options.bucket.watchers.add(this.#wake);
    this.#scheduleBookmark();
    if (options.timeoutMs !== undefined)
      this.#after(options.timeoutMs, () => {
        // The last word before the time is up is a bookmark, so that the client can resume where it was.
        this.#bookmarkDue = true;
        this.finish();
      });
  }

  next(): Promise<Result> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ resolve, reject });
      this.#deliver();
    });
  }

  /** Sends a bookmark as soon as the consumer has everything else. */
  bookmark(): void {
    this.#bookmarkDue = true;
    this.#deliver();
  }

  /** The server closes the stream, after what it has still to send. */
  finish(): void {
    if (this.#end === 'open') this.#end = 'ended';
    this.#deliver();
  }

  /** An ERROR event: the stream breaks after what was still to be sent. */
  fail(error: DataSourceError): void {
    if (this.#end === 'open') this.#end = error;
    this.#deliver();
  }

  /** The connection breaks at once; undelivered events are lost, as bytes on the way are. */
  cut(error: DataSourceError): void {
    if (this.#closed) return;
    this.#end = error;
    this.#position = this.#options.bucket.window.end;
    this.#initial = [];
    this.#bookmarkDue = false;
    this.#stalled = false;
    this.#deliver();
    this.close();
  }

  /** While stalled the connection stays open and nothing comes, neither events nor bookmarks nor an end. */
  stall(stalled: boolean): void {
    this.#stalled = stalled;
    if (!stalled) this.#deliver();
  }

  /** Frees everything; whoever waits for an event gets the end. */
  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    if (this.#end === 'open') this.#end = 'ended';
    this.#options.bucket.watchers.delete(this.#wake);
    for (const handle of this.#timers) this.#options.scheduler.clearTimeout(handle);
    this.#timers.clear();
    for (const { resolve } of this.#waiting.splice(0)) resolve({ done: true, value: undefined });
    this.#options.onClose();
  }

  #deliver(): void {
    while (this.#waiting.length > 0 && !this.#stalled) {
      const step = this.#closed ? this.#end : this.#read();
      if (step === undefined) return;
      const waiter = this.#waiting.shift();
      if (step instanceof DataSourceError) {
        // An error is said once; afterwards the stream has ended.
        this.#end = 'ended';
        waiter?.reject(step);
        this.close();
      } else if (step === 'ended' || step === 'open') {
        waiter?.resolve({ done: true, value: undefined });
        this.close();
      } else waiter?.resolve({ done: false, value: step });
    }
  }

  /** The next thing to send; undefined when there is none yet. */
  #read(): WatchEvent<KubernetesObject> | DataSourceError | 'ended' | undefined {
    const initial = this.#initial.shift();
    if (initial) return { type: 'ADDED', object: initial };
    const { window } = this.#options.bucket;
    if (this.#position < window.start)
      return refusal(expired('The resourceVersion for the provided watch is too old.'));
    while (this.#position < window.end) {
      const event = window.at(this.#position);
      this.#position += 1;
      const seen = event && this.#seen(event);
      if (seen) return seen;
    }
    if (this.#bookmarkDue) {
      this.#bookmarkDue = false;
      return this.#bookmarkEvent();
    }
    return this.#end === 'open' ? undefined : this.#end;
  }

  /** What an event looks like through the watch's selectors: an object can move into them and out of them. */
  #seen({ type, object, previous, revision }: StoreEvent): WatchEvent<KubernetesObject> | undefined {
    const { namespace, matches } = this.#options;
    if (namespace && object.metadata.namespace !== namespace) return undefined;
    const before = previous !== undefined && matches(previous);
    const after = type !== 'DELETED' && matches(object);
    if (before && after) return { type: 'MODIFIED', object };
    if (after) return { type: 'ADDED', object };
    if (!before) return undefined;
    return { type: 'DELETED', object: type === 'DELETED' ? object : withResourceVersion(previous, revision) };
  }

  #bookmarkEvent(): WatchEvent<KubernetesObject> {
    const { bucket, resourceVersion } = this.#options;
    const metadata = { resourceVersion: resourceVersion() };
    return { type: 'BOOKMARK', object: { apiVersion: apiVersionOf(bucket.type), kind: bucket.type.kind, metadata } };
  }

  #scheduleBookmark(): void {
    this.#after(this.#options.bookmarkIntervalMs, () => {
      this.#scheduleBookmark();
      this.bookmark();
    });
  }

  #after(ms: number, callback: () => void): void {
    if (this.#closed || !Number.isFinite(ms)) return;
    const handle = setBackgroundTimeout(
      this.#options.scheduler,
      () => {
        this.#timers.delete(handle);
        callback();
      },
      ms,
    );
    this.#timers.add(handle);
  }
}
