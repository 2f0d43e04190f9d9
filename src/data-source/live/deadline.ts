import { DataSourceError } from '../errors.js';
import { requestFault } from '../request-faults.js';
import type { LiveEnvironment } from './environment.js';

/** From a server that has not said anything for so long, nothing will come. */
export const SILENCE_MS = 150_000;

/** What `call` answers; `timeout` when that takes too long. Aborted, it is no longer waited for, whatever it does. */
export async function withDeadline<R>(
  environment: Pick<LiveEnvironment, 'setTimeout' | 'clearTimeout'>,
  signal: AbortSignal,
  call: (signal: AbortSignal) => Promise<R>,
): Promise<R> {
  if (signal.aborted) throw aborted();
  const inner = new AbortController();
  let giveUp: (error: DataSourceError) => void = () => {};
  const givenUp = new Promise<never>((_, reject) => {
    giveUp = (error) => {
      reject(error);
      inner.abort();
    };
  });
  const abort = (): void => giveUp(aborted());
  signal.addEventListener('abort', abort);
  const late = (): void => giveUp(requestFault('late'));
  const timer = environment.setTimeout(late, SILENCE_MS);
  try {
    return await Promise.race([call(inner.signal), givenUp]);
  } finally {
    environment.clearTimeout(timer);
    signal.removeEventListener('abort', abort);
  }
}

function aborted(): DataSourceError {
  return new DataSourceError('aborted', 'The request was aborted.');
}
