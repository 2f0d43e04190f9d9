import { DataSourceError } from './errors.js';

/** What a host's callbacks do with its events. */
export interface CallbackSink<T> {
  event(event: T): void;
  /** The stream has ended as it may. */
  end(): void;
  /** The stream has broken. */
  fail(error: DataSourceError): void;
}

export interface FromCallbackOptions {
  /** Events kept for a reader that is slower than the host; 10000 unless given. */
  max?: number;
  signal?: AbortSignal | undefined;
}

/**
 * An AsyncIterable out of a host that only has callbacks, for the `watch` of one's own data source. `start` is called
 * when the loop begins and answers how to stop. Events are never dropped: more than `max` unread ones end the stream
 * with `expired`, so that the reader lists again.
 *
 * @example
 * ```ts
 * watch: (type, { namespace, signal }) =>
 *   fromCallback(
 *     ({ event, fail }) => {
 *       const socket = host.subscribe(type.resource, namespace, event);
 *       socket.onclose = () => fail(requestFault('lost'));
 *       return () => socket.close();
 *     },
 *     { signal },
 *   ),
 * ```
 */
export function fromCallback<T>(
  start: (sink: CallbackSink<T>) => () => void,
  options: FromCallbackOptions = {},
): AsyncIterable<T> {
  return { [Symbol.asyncIterator]: () => iterate(start, options) };
}

function iterate<T>(
  start: (sink: CallbackSink<T>) => () => void,
  { max = 10_000, signal }: FromCallbackOptions,
): AsyncIterator<T> {
  const unread: T[] = [];
  const waiting: (() => void)[] = [];
  let end: 'open' | 'ended' | DataSourceError = 'open';
  let stop: (() => void) | undefined;
  let isStarted = false;

  const finish = (how: 'ended' | DataSourceError): void => {
    if (end !== 'open') return;
    end = how;
    signal?.removeEventListener('abort', abort);
    stop?.();
    wake();
  };
  const abort = (): void => {
    unread.length = 0;
    finish(new DataSourceError('aborted', 'The watch was aborted.'));
  };
  const wake = (): void => {
    for (const resume of waiting.splice(0)) resume();
  };
  const sink: CallbackSink<T> = {
    event: (event) => {
      if (end !== 'open') return;
      if (unread.length < max) unread.push(event);
      else {
        unread.length = 0;
        finish(new DataSourceError('expired', 'More happened than could be kept.'));
      }
      wake();
    },
    end: () => finish('ended'),
    fail: finish,
  };
  const begin = (): void => {
    isStarted = true;
    signal?.addEventListener('abort', abort);
    if (signal?.aborted) return abort();
    stop = start(sink);
    // It may have ended before it said how to stop it.
    if (end !== 'open') stop();
  };
  return {
    async next() {
      if (!isStarted) begin();
      while (unread.length === 0 && end === 'open') await new Promise<void>((resolve) => waiting.push(resolve));
      const event = unread.shift();
      if (event !== undefined) return { done: false, value: event };
      const last = end;
      end = 'ended';
      if (last instanceof DataSourceError) throw last;
      return { done: true, value: undefined };
    },
    async return() {
      isStarted = true;
      unread.length = 0;
      finish('ended');
      return { done: true, value: undefined };
    },
  };
}
