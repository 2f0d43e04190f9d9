import type { Environment } from '@marcbachmann/cel-js';

/** A URL or an absolute path, as Go takes it apart: nothing is normalized but the scheme. */
class Url {
  constructor(
    readonly scheme: string,
    readonly host: string,
    readonly hostname: string,
    readonly port: string,
    readonly path: string,
    readonly query: string,
  ) {}
}

const REQUEST_URI = /^(?:([A-Za-z][A-Za-z\d+.-]*):)?(?:\/\/([^/?#]*))?(\/[^?#]*)?(?:\?([^#]*))?(?:#.*)?$/su;
const AUTHORITY = /^(?:[^@]*@)?(\[[^\][]*\]|[^:@[\]]*)(?::(\d*))?$/;

/** `undefined` for what Go's `url.ParseRequestURI` refuses. */
function parseUrl(text: string): Url | undefined {
  const [all, scheme = '', authority, path = '', query = ''] = REQUEST_URI.exec(text) ?? [];
  if (!all || /[\0-\x1f\x7f]/.test(text) || /%(?![\da-f]{2})/i.test(path)) return undefined;
  if (authority === undefined && path === '') return undefined;
  // A path alone may begin with two slashes, and there is no host then.
  if (scheme === '' && authority !== undefined) throw new RangeError('A path that looks like a host.');
  const [host, hostname = '', port = ''] = AUTHORITY.exec(authority ?? '') ?? [];
  if (host === undefined || /[\s"<>\\^`{|}%]/.test(host)) return undefined;
  const shown = (authority ?? '').replace(/^[^@]*@/, '');
  return new Url(scheme.toLowerCase(), shown, hostname.replaceAll(/^\[|\]$/g, ''), port, path, query);
}

function url(text: string): Url {
  const parsed = parseUrl(text);
  if (!parsed) throw new TypeError('url');
  return parsed;
}

/** Go would write other characters in another way than they came. */
function escapedPath({ path }: Url): string {
  if (!/^[\w\-.~!$&'()*+,;=:@/%]*$/.test(path)) throw new RangeError('path');
  return path;
}

function queryOf({ query }: Url): Map<string, string[]> {
  const parameters = new URLSearchParams(
    query
      .split('&')
      .filter((part) => !part.includes(';'))
      .join('&'),
  );
  return new Map([...parameters.keys()].map((key) => [key, parameters.getAll(key)]));
}

/** Kubernetes' functions of URLs. */
export function registerUrls(environment: Environment): void {
  environment
    .registerType('URL', Url)
    .registerFunction('url(string): URL', url)
    .registerFunction('isURL(string): bool', (text: string) => parseUrl(text) !== undefined)
    .registerFunction('URL.getScheme(): string', ({ scheme }: Url) => scheme)
    .registerFunction('URL.getHost(): string', ({ host }: Url) => host)
    .registerFunction('URL.getHostname(): string', ({ hostname }: Url) => hostname)
    .registerFunction('URL.getPort(): string', ({ port }: Url) => port)
    .registerFunction('URL.getEscapedPath(): string', escapedPath)
    .registerFunction('URL.getQuery(): map<string, list<string>>', queryOf);
}
