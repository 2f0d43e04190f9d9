import type { KubernetesObject } from '../../model/types.js';
import { toDataSourceError, type DataSourceError } from '../errors.js';
import type { WatchEvent } from '../types.js';
import { SILENCE_MS } from './deadline.js';
import type { LiveEnvironment } from './environment.js';

/** When the page wakes, what was heard from less than this ago needs no check. */
export const FRESH_MS = 15_000;

/**
 * - `closed`: by the server, as it may
 * - `silent`: for too long; the connection is dead, whatever it says
 * - `woken`: the page woke and the connection had been quiet: a new one tells more than waiting does
 */
export type WatchEnd = 'closed' | 'silent' | 'woken';

/** One watch from its opening to its end. */
export class WatchSession<T extends KubernetesObject> {
  readonly #stream = new AbortController();
  #heardAt: number;
  #heard = false;
  #end: WatchEnd | DataSourceError = 'closed';
  #watchdog: unknown;

  constructor(private readonly environment: LiveEnvironment) {
    this.#heardAt = environment.now();
  }

  /** Whether an event or a bookmark has come. */
  get heard(): boolean {
    return this.#heard;
  }

  /** Aborts when the session ends. */
  get signal(): AbortSignal {
    return this.#stream.signal;
  }

  /** Rejects with a `DataSourceError` when the stream fails. */
  async run(
    open: (signal: AbortSignal) => AsyncIterable<WatchEvent<T>>,
    onEvent: (event: WatchEvent<T>) => void,
    signal: AbortSignal,
  ): Promise<WatchEnd> {
    const stop = (): void => this.#stream.abort();
    signal.addEventListener('abort', stop);
    if (signal.aborted) stop();
    this.#guard(SILENCE_MS);
    try {
      for await (const event of open(this.#stream.signal)) {
        if (this.#stream.signal.aborted) break;
        this.#heard = true;
        this.#heardAt = this.environment.now();
        onEvent(event);
      }
    } catch (thrown) {
      // Aborted from here, a stream may end or throw; why it was is known better than it can tell.
      if (!this.#stream.signal.aborted) this.#end = toDataSourceError(thrown);
    } finally {
      this.environment.clearTimeout(this.#watchdog);
      signal.removeEventListener('abort', stop);
      stop();
    }
    if (typeof this.#end !== 'string') throw this.#end;
    return this.#end;
  }

  /** Ends the session with what is known from elsewhere: that the server cannot be reached. */
  fail(error: DataSourceError): void {
    this.#cut(error);
  }

  wake(): void {
    if (this.environment.now() - this.#heardAt >= FRESH_MS) this.#cut('woken');
  }

  #cut(end: WatchEnd | DataSourceError): void {
    if (this.#stream.signal.aborted) return;
    this.#end = end;
    this.#stream.abort();
  }

  /** One timer for many events: it looks at the clock when it fires, and goes on for what is left. */
  #guard(ms: number): void {
    this.#watchdog = this.environment.setTimeout(() => {
      const silence = Math.max(0, this.environment.now() - this.#heardAt);
      if (silence >= SILENCE_MS) this.#cut('silent');
      else this.#guard(SILENCE_MS - silence);
    }, ms);
  }
}
