import { DataSourceError, toDataSourceError } from '../errors.js';
import type { KubeRequest, KubeTransport } from '../transport.js';
import { withOutcome } from '../with-outcome.js';
import { abortable, abortedError } from './abort.js';
import { checkAnswer } from './answer.js';
import { redactorFor } from './redact.js';

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
  const error =
    request.signal?.aborted && !(thrown instanceof DataSourceError) ? abortedError() : toDataSourceError(thrown);
  const outcome = effect === 'read' ? undefined : (error.outcome ?? (effect === 'write' ? 'unknown' : 'not-applied'));
  return withOutcome(
    error,
    effect === 'dry-run' ? 'not-applied' : outcome,
    effect === 'read' ? undefined : redactorFor(request),
  );
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
