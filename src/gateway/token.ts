/** The session's token: made anew with each start, and worth nothing once the gateway has stopped. */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

export const TOKEN_HEADER = 'x-session-token';

export interface Token {
  readonly text: string;
  readonly digest: Buffer;
}

/** 256 random bits. */
export function newToken(): Token {
  const text = randomBytes(32).toString('base64url');
  return { text, digest: digestOf(text) };
}

/** Takes as long for any text: digests have one length. */
export function isToken(text: string, { digest }: Token): boolean {
  return timingSafeEqual(digestOf(text), digest);
}

function digestOf(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
