import { SECRETS } from '../model/resources.js';
import { Refusal } from './refusal.js';
import type { Route } from './routes.js';

const JSON_TYPE = 'application/json';
const METADATA = (kind: string): string => `application/json;as=${kind};v=v1;g=meta.k8s.io`;
const ACCEPTABLE = [METADATA('PartialObjectMetadataList'), METADATA('PartialObjectMetadata')];

const CONTENT_TYPES: Readonly<Record<string, readonly string[]>> = {
  POST: [JSON_TYPE],
  DELETE: [JSON_TYPE],
  PATCH: ['application/merge-patch+json', 'application/json-patch+json', 'application/apply-patch+yaml'],
};

/**
 * The media type of a write. The API server takes a body without one for JSON, and a page of any origin can send such a
 * body blindly; one with these types it can not.
 */
export function contentTypeOf({ method }: Route, header = ''): string | undefined {
  const allowed = CONTENT_TYPES[method];
  if (!allowed) return undefined;
  const type = /^([^;]*?)\s*(;\s*charset=utf-8\s*)?$/i.exec(header)?.[1]?.toLowerCase() ?? '';
  if (allowed.includes(type)) return type;
  throw new Refusal(
    415,
    'UnsupportedMediaType',
    `Say what the body is, with the Content-Type ${allowed.join(' or ')}.`,
  );
}

/** What is asked for in the page's place: of Secrets never the values. */
export function acceptFor({ type, verb }: Route, header = ''): string {
  if (type === SECRETS && verb === 'list') return METADATA('PartialObjectMetadataList');
  if (type === SECRETS && verb === 'get') return METADATA('PartialObjectMetadata');
  const asked = header.replaceAll(' ', '');
  return ACCEPTABLE.includes(asked) ? asked : JSON_TYPE;
}

/** What is passed on of an answer: neither cookies, nor challenges, nor anything that is about other origins. */
const PASSED_ON = ['Content-Type', 'Warning', 'Retry-After'];

export function passedOn(headers: Headers): Record<string, string> {
  return Object.fromEntries(
    PASSED_ON.flatMap((name) => {
      const value = headers.get(name);
      return value === null ? [] : [[name, value]];
    }),
  );
}

/** What the console needs, and nothing more: docs/security.md. */
export const CSP = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html',
].join('; ');

/** Of every answer. There is no CORS header among them: no other origin may read anything. */
export const OWN_HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': CSP,
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-store',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
};
