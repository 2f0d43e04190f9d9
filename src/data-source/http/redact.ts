import { SECRETS } from '../../model/resources.js';
import type { KubeRequest } from '../transport.js';
import { isJsonObject, parsedJson } from './answer.js';

/** Takes the values of a Secret that was sent out of what is said about it. */
export type Redact = (text: string) => string;

/** Shorter values are words such as `true`: hiding them would make sentences unreadable, and hide nothing. */
const SHORTEST = 4;
const HIDDEN = '[hidden]';

/** For a request that sends a Secret: a server, or a proxy on the way, may quote the body that it refuses. */
export function redactorFor({ type, body }: KubeRequest): Redact | undefined {
  const isSecret = type?.group === SECRETS.group && type.resource === SECRETS.resource;
  return isSecret && body !== undefined ? redactorOf(body) : undefined;
}

/** Hides each value of a Secret, or of a patch of one, as it was sent, as JSON quotes it, and in and out of base64. */
export function redactorOf(body: string): Redact {
  const forms = new Set(valuesIn(parsedJson(body)).flatMap(formsOf));
  const longestFirst = [...forms].filter((form) => form.length >= SHORTEST).sort((a, b) => b.length - a.length);
  return (text) => longestFirst.reduce((left, form) => left.replaceAll(form, HIDDEN), text);
}

/** The texts under `data` and `stringData`, and the values of a JSON patch. */
function valuesIn(body: unknown): string[] {
  if (Array.isArray(body))
    return body.flatMap((operation) => (isJsonObject(operation) ? textsIn(operation['value']) : []));
  return isJsonObject(body) ? [...textsIn(body['data']), ...textsIn(body['stringData'])] : [];
}

function textsIn(node: unknown): string[] {
  if (typeof node === 'string') return [node];
  return typeof node === 'object' && node !== null ? Object.values(node).flatMap(textsIn) : [];
}

function formsOf(value: string): string[] {
  const bytes = Array.from(new TextEncoder().encode(value), (byte) => String.fromCharCode(byte)).join('');
  return [value, JSON.stringify(value).slice(1, -1), btoa(bytes), ...decoded(value)];
}

function decoded(base64: string): string[] {
  try {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    return [new TextDecoder('utf-8', { fatal: true }).decode(bytes)];
  } catch {
    return []; // Not base64, or not text.
  }
}
