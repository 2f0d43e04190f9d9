import { SECRETS } from '../../model/resources.js';
import type { KubeRequest } from '../transport.js';

/** Shorter texts are words such as `true`: hiding them would make sentences unreadable and hide nothing. */
const SHORTEST = 4;
const HIDDEN = '[hidden]';

/**
 * Takes the values that were sent out of what is said about them. Only for Secrets: a server or a proxy in between may
 * quote the body that it refuses.
 */
export type Redact = (text: string) => string;

export const keepAll: Redact = (text) => text;

export function redactorOf({ type, body }: KubeRequest): Redact {
  if (type?.group !== SECRETS.group || type.resource !== SECRETS.resource || body === undefined) return keepAll;
  const values = new Set<string>();
  collect(parsed(body), false, values);
  const longestFirst = [...values].sort((a, b) => b.length - a.length);
  return (text) => longestFirst.reduce((left, value) => left.replaceAll(value, HIDDEN), text);
}

const HOLDERS = new Set(['data', 'stringData', 'value']);

function collect(node: unknown, secret: boolean, into: Set<string>): void {
  if (typeof node === 'string') {
    if (secret) for (const form of formsOf(node)) if (form.length >= SHORTEST) into.add(form);
  } else if (typeof node === 'object' && node !== null)
    for (const [key, value] of Object.entries(node)) {
      const text: unknown = key === 'data' ? value : undefined;
      collect(value, secret || HOLDERS.has(key), into);
      // `data` is base64: what a server says about it may show what is in it.
      if (typeof text === 'object' && text !== null)
        for (const encoded of Object.values(text)) for (const form of decodedOf(encoded)) into.add(form);
    }
}

/** A value as it is, as JSON quotes it, and as base64 writes it. */
function formsOf(value: string): string[] {
  const quoted = JSON.stringify(value).slice(1, -1);
  const bytes = Array.from(new TextEncoder().encode(value), (byte) => String.fromCharCode(byte)).join('');
  return [value, quoted, btoa(bytes)];
}

function decodedOf(encoded: unknown): string[] {
  try {
    const bytes = Uint8Array.from(atob(String(encoded)), (character) => character.charCodeAt(0));
    const text = new TextDecoder().decode(bytes);
    return text.length >= SHORTEST ? [text] : [];
  } catch {
    return [];
  }
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return undefined;
  }
}
