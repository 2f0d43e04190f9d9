import { isJsonObject, type JsonObject } from '../json.js';
import { badRequest, failureStatus, refusal } from '../status.js';
import { objectFromProtobuf } from './protobuf.js';

/** The API server reads no more. */
const LARGEST_BODY = 3 * 1024 * 1024;

const JSON_TYPES = ['application/json'];
const YAML_TYPES = ['application/yaml', 'application/apply-patch+yaml'];
const PROTOBUF = 'application/vnd.kubernetes.protobuf';

/** The media type of a body; the API server takes one without for JSON. */
export function contentTypeOf(request: Request): string {
  return (request.headers.get('Content-Type') ?? '').split(';')[0]?.trim().toLowerCase() || 'application/json';
}

/** The object in a request's body. What cannot be read is refused without being quoted. */
export async function objectBody(request: Request): Promise<JsonObject> {
  const accepted = [...JSON_TYPES, ...YAML_TYPES];
  if (contentTypeOf(request) === PROTOBUF) {
    const bytes = new Uint8Array(await request.arrayBuffer());
    checkSize(bytes.length);
    const object = objectFromProtobuf(bytes);
    if (object) return object;
    throw unsupportedMediaType(accepted);
  }
  const value = await bodyOf(request, accepted);
  if (isJsonObject(value)) return value;
  throw badRequest('the object provided is unrecognized: it is not an object');
}

/** As {@link objectBody}, of a request that may have none. */
export async function optionalObjectBody(request: Request): Promise<JsonObject> {
  const text = await request.clone().text();
  return text.trim() === '' ? {} : objectBody(request);
}

/** The list or object in a patch's body. */
export function patchBody(request: Request): Promise<unknown> {
  return bodyOf(request, [contentTypeOf(request)]);
}

async function bodyOf(request: Request, accepted: readonly string[]): Promise<unknown> {
  const contentType = contentTypeOf(request);
  if (!accepted.includes(contentType)) throw unsupportedMediaType(accepted);
  const text = await request.text();
  checkSize(text.length);
  try {
    return JSON.parse(text) as unknown;
  } catch {
    if (!contentType.includes('yaml')) throw badRequest('the body of the request is not JSON');
  }
  const { parse } = await import('yaml');
  try {
    return parse(text) as unknown;
  } catch {
    throw badRequest('the body of the request is not YAML');
  }
}

function checkSize(length: number): void {
  if (length <= LARGEST_BODY) return;
  const message = `Request entity too large: limit is ${LARGEST_BODY}`;
  throw refusal(failureStatus({ code: 413, reason: 'RequestEntityTooLarge', message }));
}

/** 415, as for a strategic merge patch of a custom resource. */
export function unsupportedMediaType(accepted: readonly string[]) {
  const message = `the body of the request was in an unknown format - accepted media types include: ${accepted.join(', ')}`;
  return refusal(failureStatus({ code: 415, reason: 'UnsupportedMediaType', message }));
}
