import type { ResourceType } from '../../model/resources.js';
import type { KubernetesObject } from '../../model/types.js';
import { DataSourceError } from '../errors.js';
import type { WatchEvent } from '../types.js';
import type { KubeRequest, KubeTransport } from '../transport.js';
import { abortedError } from './abort.js';
import { requestFault } from '../request-faults.js';
import { exchange, failureOf } from './exchange.js';
import { linesOf, watchEventOf } from './watch-events.js';

/** The open watches of one data source. */
export type OpenWatches = Set<() => void>;

/**
 * A watch as an AsyncIterable. Iterating opens the connection; leaving the loop, the caller's signal and the source's
 * `dispose` close it at once, even while the next event is awaited: an async generator alone would wait for that.
 */
export function watchIterable<T extends KubernetesObject>(
  transport: KubeTransport,
  type: ResourceType,
  request: KubeRequest,
  open: OpenWatches,
): AsyncIterable<WatchEvent<T>> {
  return { [Symbol.asyncIterator]: () => iterate(transport, type, request, open) };
}

function iterate<T extends KubernetesObject>(
  transport: KubeTransport,
  type: ResourceType,
  request: KubeRequest,
  open: OpenWatches,
): AsyncIterator<WatchEvent<T>> {
  const connection = new AbortController();
  const { signal } = request;
  const close = (): void => connection.abort();
  // Left by the caller or the source, a watch has ended; aborted by the signal, it has failed.
  const failIfAborted = (): void => {
    if (signal?.aborted) throw abortedError();
  };
  const release = (): void => {
    signal?.removeEventListener('abort', close);
    open.delete(close);
    close();
  };
  async function* run(): AsyncGenerator<WatchEvent<T>> {
    failIfAborted();
    open.add(close);
    signal?.addEventListener('abort', close);
    try {
      const own = { ...request, signal: connection.signal };
      const reader = await exchange(transport, own, 'read', async (response) => readerOf(response));
      yield* events<T>(reader, type, connection.signal, own);
    } catch (thrown) {
      failIfAborted();
      if (connection.signal.aborted) return;
      throw thrown;
    } finally {
      release();
    }
    failIfAborted();
  }
  const generator = run();
  return {
    next: () => generator.next(),
    return: () => {
      release();
      return generator.return(undefined);
    },
  };
}

async function* events<T extends KubernetesObject>(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  type: ResourceType,
  signal: AbortSignal,
  request: KubeRequest,
): AsyncGenerator<WatchEvent<T>> {
  // Not every host's stream ends when the request's signal aborts.
  const cancel = (): void => void reader.cancel().catch(() => undefined);
  signal.addEventListener('abort', cancel);
  if (signal.aborted) cancel();
  try {
    for await (const line of linesOf(reader)) {
      if (signal.aborted) return;
      const event = watchEventOf<T>(type, line);
      if (event) yield event;
    }
  } catch (thrown) {
    if (thrown instanceof DataSourceError) throw thrown;
    // Whatever a stream throws while it is read: the connection is gone.
    throw failureOf(requestFault('lost', { cause: thrown }), request, 'read');
  } finally {
    signal.removeEventListener('abort', cancel);
    cancel();
  }
}

function readerOf({ body }: Response): ReadableStreamDefaultReader<Uint8Array> {
  if (!body) throw requestFault('no-answer');
  return body.getReader();
}
