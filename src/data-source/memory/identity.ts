/** What the API server makes up: uids, name suffixes, timestamps. */

/** A random (version 4) uid. `crypto.randomUUID` exists in secure contexts only, and a console may be served over http. */
export function newUid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** No vowels, no look-alikes: the alphabet of Kubernetes' generated names. */
const SUFFIX_ALPHABET = 'bcdfghjklmnpqrstvwxz2456789';

/** The five characters that the server puts after a `generateName`. */
export function nameSuffix(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(5)), (byte) =>
    SUFFIX_ALPHABET.charAt(byte % SUFFIX_ALPHABET.length),
  ).join('');
}

/** RFC 3339 in UTC with whole seconds, as the server writes timestamps. */
export function timestamp(ms: number): string {
  return new Date(ms).toISOString().replace(/\.\d+Z$/, 'Z');
}
