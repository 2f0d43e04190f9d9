import type { DataSourceError, DataSourceErrorCode } from '../data-source/errors.js';

/** How often a server that is busy, or whose webhook is down, is asked before the user is. */
const TRIES = 3;
const FIRST_WAIT_MS = 500;
/** A server that asks for more patience than this is left to the user's own. */
const LONGEST_WAIT_MS = 30_000;

/** Answers that a server gives without having written anything, unless the error says otherwise. */
const NOTHING_WRITTEN: ReadonlySet<DataSourceErrorCode> = new Set([
  'unauthenticated',
  'forbidden',
  'not-found',
  'already-exists',
  'conflict',
  'invalid',
  'bad-request',
  'expired',
  'rv-too-large',
  'throttled',
  'unavailable',
  'too-large',
  'unsupported',
]);

/** Whether a write that failed has certainly changed nothing. */
export function isNotApplied(error: DataSourceError): boolean {
  if (error.outcome !== undefined) return error.outcome === 'not-applied';
  return NOTHING_WRITTEN.has(error.code) || isWebhookDown(error);
}

/** What passes by itself: a busy server, a quota that others are changing, a webhook that is being rolled out. */
export function isPassing(error: DataSourceError): boolean {
  return ['throttled', 'unavailable', 'conflict'].includes(error.code) || isWebhookDown(error);
}

/** The server has said no, and would say so again. */
export function isFinal(error: DataSourceError): boolean {
  return isNotApplied(error) && !isPassing(error);
}

function isWebhookDown({ code, message }: DataSourceError): boolean {
  return code === 'internal' && message.includes('failed calling webhook');
}

export interface Patience {
  signal?: AbortSignal | undefined;
  /** Waits between tries, for tests. */
  wait?: ((ms: number) => Promise<void>) | undefined;
}

/** Waits before the next try; `false` at once when there is none, or as soon as nobody wants one any more. */
export async function pause(
  error: DataSourceError,
  tried: number,
  { signal, wait = sleep }: Patience,
): Promise<boolean> {
  const ms = error.retryAfterMs ?? FIRST_WAIT_MS * 2 ** (tried - 1);
  if (tried >= TRIES || ms > LONGEST_WAIT_MS || signal?.aborted) return false;
  let stop = () => {};
  const aborted = new Promise<void>((resolve) => (stop = resolve));
  signal?.addEventListener('abort', stop);
  await Promise.race([wait(ms), aborted]);
  signal?.removeEventListener('abort', stop);
  return !signal?.aborted;
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
