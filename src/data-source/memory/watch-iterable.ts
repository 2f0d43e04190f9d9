import type { KubernetesObject } from '../../model/types.js';
import { DataSourceError, toDataSourceError } from '../errors.js';
import type { WatchEvent } from '../types.js';
import type { WatchStream } from './watch.js';

/** Opens a watch; `onClose` is called once, when it is closed from either side. */
export type OpenWatch = (onClose: () => void) => Promise<WatchStream>;

/**
 * A watch as an AsyncIterable: iterating opens it, ending the loop closes it at once. Written by hand because the
 * `return` of an async generator waits for the event that the generator waits for.
 */
export function watchIterable<T extends KubernetesObject>(
  open: OpenWatch,
  signal: AbortSignal | undefined,
): AsyncIterable<WatchEvent<T>> {
  return { [Symbol.asyncIterator]: () => iterate(open, signal) as AsyncIterator<WatchEvent<T>> };
}

function iterate(open: OpenWatch, signal: AbortSignal | undefined): AsyncIterator<WatchEvent<KubernetesObject>> {
  let opening: Promise<WatchStream> | undefined;
  let ended = false;
  const start = async (): Promise<WatchStream> => {
    const abort = (): void => stream.cut(new DataSourceError('aborted', 'The watch was aborted.'));
    const stream = await open(() => signal?.removeEventListener('abort', abort));
    signal?.addEventListener('abort', abort);
    if (signal?.aborted) abort();
    if (ended) stream.close();
    return stream;
  };
  const close = async (): Promise<void> => {
    ended = true;
    // A watch that never opened has said so to whoever waits for its first event.
    (await opening?.catch(() => undefined))?.close();
  };
  return {
    async next() {
      if (ended) return { done: true, value: undefined };
      opening ??= start();
      try {
        const stream = await opening;
        return await stream.next();
      } catch (thrown) {
        ended = true;
        throw toDataSourceError(thrown);
      }
    },
    async return() {
      await close();
      return { done: true, value: undefined };
    },
  };
}
