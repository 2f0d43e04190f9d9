/** What becomes of the cluster's answer on its way to the page. */
import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { toDataSourceError } from '../data-source/errors.js';
import { SECRETS } from '../model/resources.js';
import { passedOn } from './headers.js';
import { badGateway, Refusal, unauthorized } from './refusal.js';
import type { Route } from './routes.js';
import { withoutValues } from './secrets.js';

/** Passes an answer on; a stream as it comes. Throws a {@link Refusal} before anything is sent, and nothing afterwards. */
export async function relay(answer: Response, { type }: Route, outgoing: ServerResponse): Promise<void> {
  checkReadable(answer);
  const headers = passedOn(answer.headers);
  if (type === SECRETS && /json/.test(headers['Content-Type'] ?? '')) {
    const text = withoutValues(await answer.text());
    outgoing.writeHead(answer.status, headers).end(text);
    return;
  }
  outgoing.writeHead(answer.status, headers);
  // A watch is open before anything happens.
  outgoing.flushHeaders();
  if (!answer.body) {
    outgoing.end();
    return;
  }
  // An answer that breaks off breaks off for the page too: it must not look complete.
  await pipeline(Readable.fromWeb(answer.body as Parameters<typeof Readable.fromWeb>[0]), outgoing).catch(() => {
    outgoing.destroy();
  });
}

/** Pages are answered by whatever stands before a cluster; from this origin they would be the console's own. */
function checkReadable({ status, headers, body }: Response): void {
  const type = (headers.get('Content-Type') ?? '').split(';')[0]!.trim().toLowerCase();
  const isRedirect = status >= 300 && status < 400;
  const isPlain = ['', 'application/json', 'text/plain'].includes(type);
  if (!isRedirect && isPlain && !headers.has('Content-Encoding')) return;
  void body?.cancel();
  if (isRedirect) throw badGateway('The cluster sends elsewhere, as a proxy does to sign in: sign in as for kubectl.');
  throw badGateway(
    `The cluster answered ${type || 'something encoded'} with ${status}: a proxy or login page is in the way.`,
  );
}

/** What kept an answer from coming. Whether a write was carried out must not be said wrongly. */
export function refusalOf(thrown: unknown): Refusal {
  if (thrown instanceof Refusal) return thrown;
  const { code, message, outcome } = toDataSourceError(thrown);
  if (code === 'unauthenticated') return unauthorized(`${message} Sign in as you do for kubectl, then reload.`);
  if (code !== 'unreachable') return new Refusal(500, 'InternalError', 'The gateway failed at this request.');
  const sentence = `${message} Is the network or VPN up that leads to the cluster?`;
  return outcome === 'not-applied' ? new Refusal(503, 'ServiceUnavailable', sentence) : badGateway(sentence);
}
