import { isJsonObject, type JsonObject } from '../data-source/http/answer.js';
import { badGateway } from './refusal.js';

/** `kubectl apply` keeps the whole object here, values included. */
const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';

/**
 * An answer about Secrets, without their values: whatever a server makes of the Accept header, and also where it answers
 * a create or a deletion with the object.
 */
export function withoutValues(text: string): string {
  let answer: unknown;
  try {
    answer = JSON.parse(text);
  } catch {
    throw badGateway('The cluster answered about Secrets in a way that cannot be read, so it was not passed on.');
  }
  if (!isJsonObject(answer)) throw badGateway('The cluster answered about Secrets with something that is no object.');
  const { items } = answer;
  const kept = Array.isArray(items) ? { items: items.filter(isJsonObject).map(stripped) } : {};
  return JSON.stringify({ ...stripped(answer), ...kept });
}

function stripped({ data: _data, stringData: _stringData, ...rest }: JsonObject): JsonObject {
  const metadata = isJsonObject(rest['metadata']) ? rest['metadata'] : undefined;
  const annotations = metadata?.['annotations'];
  if (!metadata || !isJsonObject(annotations)) return rest;
  const { [LAST_APPLIED]: _whole, ...others } = annotations;
  return { ...rest, metadata: { ...metadata, annotations: others } };
}
