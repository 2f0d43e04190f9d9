/** Base64 of a text's UTF-8 bytes: `btoa` alone refuses everything beyond Latin-1. */
export function encodeBase64(text: string): string {
  const bytes = new TextEncoder().encode(text);
  let binary = '';
  // In slices: a certificate bundle has more bytes than a call can have arguments.
  for (let start = 0; start < bytes.length; start += 0x2000)
    binary += String.fromCharCode(...bytes.subarray(start, start + 0x2000));
  return btoa(binary);
}

/** The text whose UTF-8 bytes the base64 holds; undefined when it is no base64. */
export function decodeBase64(base64: string): string | undefined {
  try {
    return new TextDecoder().decode(Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)));
  } catch {
    return undefined;
  }
}

/** Offset of the first byte that Go's decoder refuses; undefined when the base64 is sound. */
export function base64Fault(base64: string): number | undefined {
  const digits = /^[A-Za-z0-9+/]*/.exec(base64)?.[0].length ?? 0;
  const padding = base64.length - digits;
  if (!/^={0,2}$/.test(base64.slice(digits))) return digits;
  if (base64.length % 4 !== 0) return padding === 0 ? base64.length - (base64.length % 4) : base64.length;
  return undefined;
}
