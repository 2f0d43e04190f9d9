/** Who is asking: checks of a request's head, before anything is made of it. */
import type { IncomingMessage } from 'node:http';
import { badRequest, forbidden, unauthorized } from './refusal.js';
import { isToken, TOKEN_HEADER, type Token } from './token.js';

/** A name that an attacker's DNS leads to 127.0.0.1 arrives with that name as its Host. */
export function checkHost({ headersDistinct: { host = [] } }: IncomingMessage, own: string): void {
  if (host.length === 1 && host[0] === own) return;
  throw forbidden(`This gateway answers at http://${own} only: open the address that the terminal shows.`);
}

/** A web socket is held to no same-origin policy, and what is switched to is no longer looked at. */
export function checkNoUpgrade({ headers }: IncomingMessage): void {
  if (headers.upgrade === undefined && !/\bupgrade\b/i.test(headers.connection ?? '')) return;
  throw badRequest('This gateway switches to no other protocol: ask with plain HTTP.');
}

const OVERRIDES = ['x-http-method-override', 'x-http-method', 'x-method-override'];

/** What a request does is said by its method. */
export function checkNoOverride({ headers }: IncomingMessage): void {
  if (OVERRIDES.some((name) => headers[name] !== undefined))
    throw badRequest('This gateway takes no other method than that of the request itself.');
}

export function checkToken({ headersDistinct }: IncomingMessage, token: Token): void {
  const given = headersDistinct[TOKEN_HEADER] ?? [];
  if (given.length === 1 && isToken(given[0]!, token)) return;
  throw unauthorized(
    given.length === 0
      ? 'The session token is missing: open the address that the terminal shows.'
      : 'The session token is not that of this gateway: open the address that its terminal shows now.',
  );
}

/** Another port of 127.0.0.1 is another origin but the same site. Programs that are no browser send neither header. */
export function checkOrigin({ headersDistinct }: IncomingMessage, own: string): void {
  const { origin = [], 'sec-fetch-site': site = [] } = headersDistinct;
  const isOwn = origin.every((each) => each === `http://${own}`) && site.every((each) => each === 'same-origin');
  if (!isOwn) throw forbidden(`Only the console at http://${own} may ask: this request came from another page.`);
}

/** The console's own files hold nothing of the cluster: a link may lead to them, but no other page may embed them. */
export function checkEmbedding(incoming: IncomingMessage, own: string): void {
  const { 'sec-fetch-mode': mode, 'sec-fetch-dest': destination, 'sec-fetch-site': site } = incoming.headers;
  if (site === 'none' || (mode === 'navigate' && destination === 'document')) return;
  checkOrigin(incoming, own);
}
