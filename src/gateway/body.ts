import type { IncomingMessage } from 'node:http';
import { isJsonObject, type JsonObject } from '../data-source/http/answer.js';
import { badRequest, Refusal } from './refusal.js';

/** More than any object here needs; the API server itself takes three times as much. */
export const LARGEST_BODY = 1024 * 1024;

/** The text of a request's body. Never more than allowed is held, whatever its head says. */
export async function bodyOf(incoming: IncomingMessage): Promise<string> {
  if (Number(incoming.headers['content-length'] ?? 0) > LARGEST_BODY) throw tooLarge();
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > LARGEST_BODY) throw tooLarge();
    chunks.push(chunk);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
  } catch {
    throw badRequest('The body is not UTF-8.');
  }
}

/** Says nothing of what it cannot read: it may be a Secret. */
export function objectIn(body: string): JsonObject {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    throw badRequest('The body is not JSON.');
  }
  if (isJsonObject(value)) return value;
  throw badRequest('The body is not an object.');
}

function tooLarge(): Refusal {
  const message = 'The body is larger than 1 MiB, which is all that this gateway takes. Use kubectl for it.';
  return new Refusal(413, 'RequestEntityTooLarge', message);
}
