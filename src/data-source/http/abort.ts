import { DataSourceError } from '../errors.js';

/** The error of a call that its caller gave up. */
export function abortedError(outcome?: 'not-applied' | 'unknown'): DataSourceError {
  return new DataSourceError('aborted', 'The request was aborted.', { outcome });
}

/** Rejects as soon as the signal aborts, however long the host's own function takes to notice. */
export async function abortable<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return promise;
  let stop = (): void => {};
  const aborted = new Promise<never>((_resolve, reject) => {
    stop = () => reject(abortedError());
    signal.addEventListener('abort', stop);
    if (signal.aborted) stop();
  });
  try {
    return await Promise.race([promise, aborted]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
