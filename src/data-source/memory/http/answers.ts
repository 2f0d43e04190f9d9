import { DataSourceError } from '../../errors.js';
import { failureStatus, statusOf } from '../status.js';

const UNCACHED = { 'Cache-Control': 'no-cache, private' };

/** JSON, as the server sends it. */
export function jsonAnswer(
  body: unknown,
  { status = 200, warnings = [] as readonly string[], headers = {} as Readonly<Record<string, string>> } = {},
): Response {
  const all = new Headers({ 'Content-Type': 'application/json', ...UNCACHED, ...headers });
  for (const text of warnings) all.append('Warning', warningHeader(text));
  return new Response(JSON.stringify(body), { status, headers: all });
}

/** The server's words for a path under which it has nothing at all. */
export function pageNotFound(): Response {
  return new Response('404 page not found\n', {
    status: 404,
    headers: { 'Content-Type': 'text/plain; charset=utf-8', ...UNCACHED },
  });
}

/** A refusal with its Status. A lost connection has no answer: then this throws what `fetch` throws. */
export function refusalAnswer(thrown: unknown): Response {
  if (thrown instanceof DataSourceError && thrown.code === 'aborted')
    throw new DOMException('The request was aborted.', 'AbortError');
  if (thrown instanceof DataSourceError && thrown.code === 'unreachable') throw new TypeError('Failed to fetch');
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  const status =
    statusOf(thrown) ??
    failureStatus({ code: 500, reason: 'InternalError', message: `Internal error occurred: ${message}` });
  const { retryAfterMs, warnings = [] } = thrown instanceof DataSourceError ? thrown : {};
  const seconds = retryAfterMs === undefined ? status.details?.retryAfterSeconds : Math.ceil(retryAfterMs / 1000);
  return jsonAnswer(status, {
    status: status.code,
    warnings,
    headers: seconds === undefined ? {} : { 'Retry-After': String(seconds) },
  });
}

/** UTF-8, each byte as one character: that is how headers travel. */
function warningHeader(text: string): string {
  // Control characters would end the header.
  const quoted = text.replace(/\p{Cc}/gu, ' ').replace(/[\\"]/g, '\\$&');
  const bytes = Array.from(new TextEncoder().encode(quoted), (byte) => String.fromCharCode(byte));
  return `299 - "${bytes.join('')}"`;
}
