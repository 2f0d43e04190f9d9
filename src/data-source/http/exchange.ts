import { DataSourceError, toDataSourceError } from '../errors.js';
import type { KubeRequest, KubeTransport } from '../transport.js';
import { abortable, abortedError } from './abort.js';
import { checkAnswer, UNREACHABLE } from './answer.js';
import { keepAll, redactorOf } from './redact.js';

/** What a request does to the cluster: an error says of a `write` whether it was carried out. */
export type Effect = 'read' | 'dry-run' | 'write';

/**
 * Sends one request and reads its answer. Whatever goes wrong, on whichever side, comes out as a `DataSourceError`
 * without a word of what was sent in it.
 */
export async function exchange<R>(
  transport: KubeTransport,
  request: KubeRequest,
  effect: Effect,
  read: (response: Response) => Promise<R>,
): Promise<R> {
  const { signal } = request;
  if (signal?.aborted) throw abortedError(effect === 'read' ? undefined : 'not-applied');
  try {
    const sent = (async () => transport(request))();
    if (signal) closeIfLate(sent, signal);
    const response = await abortable(sent, signal);
    await abortable(checkAnswer(response), signal);
    return await abortable(read(response), signal);
  } catch (thrown) {
    throw failureOf(thrown, request, effect);
  }
}

/** What was thrown on the way, as the error of this request. */
export function failureOf(thrown: unknown, request: KubeRequest, effect: Effect): DataSourceError {
  const error = request.signal?.aborted && !(thrown instanceof DataSourceError) ? abortedError() : named(thrown);
  const outcome = effect === 'read' ? undefined : (error.outcome ?? (effect === 'write' ? 'unknown' : 'not-applied'));
  const redact = effect === 'read' ? keepAll : redactorOf(request);
  return new DataSourceError(error.code, redact(error.message), {
    outcome: effect === 'dry-run' ? 'not-applied' : outcome,
    status: error.status,
    reason: error.reason,
    causes: error.causes.map((cause) => ({ ...cause, message: redact(cause.message) })),
    retryAfterMs: error.retryAfterMs,
    warnings: error.warnings.map(redact),
    admission: error.admission,
    // What a platform or a host throws may quote the request.
    cause: redact === keepAll ? error.cause : undefined,
  });
}

/** An answer that comes although nobody waits any more, from a host that does not heed signals, is not left open. */
function closeIfLate(sent: Promise<Response>, signal: AbortSignal): void {
  sent.then(
    ({ body }) => {
      if (signal.aborted && body?.locked === false) body.cancel().catch(() => undefined);
    },
    () => undefined,
  );
}

function named(thrown: unknown): DataSourceError {
  // `fetch` rejects with a TypeError for whatever keeps an answer from coming.
  if (thrown instanceof TypeError) return new DataSourceError('unreachable', UNREACHABLE, { cause: thrown });
  return toDataSourceError(thrown);
}
