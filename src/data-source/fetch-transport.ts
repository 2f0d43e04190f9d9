import { requestFault } from './request-faults.js';
import { pathOf, queryOf, type KubeRequest, type KubeTransport } from './transport.js';

export interface FetchTransportOptions {
  /**
   * What comes before `/api` and `/apis`: a path on the page's own origin such as `/k8s/clusters/c-1`, or a whole URL.
   * Empty unless given. An API server of another origin cannot be used from a page: put a proxy in between.
   */
  baseUrl?: string;
  /** Headers of one request, asked for each time: tokens rotate. The request is at hand for those of writes only. */
  headers?: (request: KubeRequest) => HeadersInit | Promise<HeadersInit>;
  credentials?: RequestCredentials;
  /** `globalThis.fetch` unless given. */
  fetch?: (url: string, init: RequestInit) => Promise<Response>;
  /** How this host spells the path of a request; {@link pathOf} unless given. */
  path?: (request: KubeRequest) => string;
}

/**
 * Sends requests with `fetch`. Redirects are not followed: they lead to a login page.
 *
 * @example
 * ```ts
 * fetchTransport({ baseUrl: '/k8s/clusters/c-1', headers: async () => ({ Authorization: `Bearer ${await token()}` }) });
 * ```
 */
export function fetchTransport(options: FetchTransportOptions = {}): KubeTransport {
  const { baseUrl = '', path = pathOf } = options;
  if (/[?#]/.test(baseUrl)) throw new TypeError('A baseUrl has neither query nor fragment.');
  const base = baseUrl.replace(/\/+$/, '');
  return async (request) => {
    const url = `${base}${path(request)}${queryOf(request)}`;
    const { method, body, signal } = request;
    const headers = merged(request.headers, await options.headers?.(request));
    const send = options.fetch ?? globalThis.fetch;
    return send(url, {
      method,
      headers,
      redirect: 'manual',
      ...(body === undefined ? {} : { body }),
      ...(signal ? { signal } : {}),
      ...(options.credentials === undefined ? {} : { credentials: options.credentials }),
    });
  };
}

/** A plain object: some hosts' wrappers copy headers as they copy any object, which empties a `Headers`. */
function merged(own: Readonly<Record<string, string>>, given: HeadersInit | undefined): Record<string, string> {
  let all: Headers;
  try {
    all = new Headers(given);
  } catch {
    // The platform's sentence quotes the value, and that is most often a token.
    throw requestFault('bad-header', { outcome: 'not-applied' });
  }
  for (const [name, value] of Object.entries(own)) all.set(name, value);
  return Object.fromEntries(all.entries());
}
