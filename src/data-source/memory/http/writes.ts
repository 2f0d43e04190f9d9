import type { ResourceType } from '../../../model/resources.js';
import type { KubernetesObject } from '../../../model/types.js';
import type { ObjectKey, WriteResult } from '../../types.js';
import { isJsonObject, type JsonObject } from '../json.js';
import { badRequest, methodNotAllowed } from '../status.js';
import { jsonAnswer } from './answers.js';
import { contentTypeOf, objectBody, optionalObjectBody, patchBody, unsupportedMediaType } from './bodies.js';
import type { ServerExchange } from './exchange.js';
import { formed, formFor } from './forms.js';
import { dryRunIn, flagIn, writeOptionsIn } from './parameters.js';

const JSON_PATCH = 'application/json-patch+json';
const MERGE_PATCH = 'application/merge-patch+json';
const STRATEGIC_PATCH = 'application/strategic-merge-patch+json';
const APPLY_PATCH = 'application/apply-patch+yaml';

export async function answerCreate(
  exchange: ServerExchange,
  type: ResourceType,
  namespace: string | undefined,
): Promise<Response> {
  if (type.namespaced && namespace === undefined) throw methodNotAllowed();
  const object = inNamespace(await objectBody(exchange.request), namespace);
  return written(exchange, type, await exchange.source.create(type, object, writeOptionsIn(exchange)), 201);
}

export async function answerUpdate(exchange: ServerExchange, type: ResourceType, key: ObjectKey): Promise<Response> {
  const object = named(inNamespace(await objectBody(exchange.request), key.namespace), key.name);
  return written(exchange, type, await exchange.source.update(type, object, writeOptionsIn(exchange)));
}

export async function answerPatch(exchange: ServerExchange, type: ResourceType, key: ObjectKey): Promise<Response> {
  const { request, source, cluster, query } = exchange;
  const contentType = contentTypeOf(request);
  const options = writeOptionsIn(exchange);
  if (contentType === APPLY_PATCH) {
    const object = named(inNamespace(await objectBody(request), key.namespace), key.name);
    const status = cluster.get(type, key) === undefined ? 201 : 200;
    const force = flagIn(query, 'force');
    return written(exchange, type, await source.apply(type, object, { ...options, force }), status);
  }
  // The kinds that are built in have no lists to be merged, so theirs is a plain merge.
  const isMerge = contentType === MERGE_PATCH || (contentType === STRATEGIC_PATCH && type.group === '');
  if (!isMerge && contentType !== JSON_PATCH) throw unsupportedMediaType([JSON_PATCH, MERGE_PATCH, APPLY_PATCH]);
  const patch = await patchBody(request);
  const kind = isMerge ? 'merge' : 'json';
  return written(exchange, type, await source.patch(type, key, patch, { ...options, type: kind }));
}

export async function answerDelete(exchange: ServerExchange, type: ResourceType, key: ObjectKey): Promise<Response> {
  const { request, source, cluster, query } = exchange;
  const body = await optionalObjectBody(request);
  const { uid, resourceVersion } = isJsonObject(body['preconditions']) ? body['preconditions'] : {};
  const uidBefore = cluster.get(type, key)?.metadata?.uid;
  const result = await source.delete(type, key, {
    signal: request.signal,
    // A body's options count instead of the query's.
    dryRun: Object.keys(body).length > 0 ? isAll(body['dryRun']) : dryRunIn(query),
    preconditions: {
      ...(typeof uid === 'string' ? { uid } : {}),
      ...(typeof resourceVersion === 'string' ? { resourceVersion } : {}),
    },
  });
  if (result.outcome === 'deleting') return jsonAnswer(result.object);
  const { group, resource } = type;
  const details = { name: key.name, ...(group === '' ? {} : { group }), kind: resource, uid: uidBefore };
  return jsonAnswer({ kind: 'Status', apiVersion: 'v1', metadata: {}, status: 'Success', details });
}

function written(
  exchange: ServerExchange,
  type: ResourceType,
  { object, warnings }: WriteResult<KubernetesObject>,
  status = 200,
): Response {
  return jsonAnswer(formed(exchange, type, object, formFor(exchange)), { status, warnings });
}

function isAll(dryRun: unknown): boolean {
  return Array.isArray(dryRun) && dryRun.includes('All');
}

/** The URL's namespace counts; a body with another one is refused. */
function inNamespace(body: JsonObject, namespace: string | undefined): KubernetesObject {
  const { metadata = {} } = body;
  // What is no object the decoder refuses in its own words.
  if (!isJsonObject(metadata) || namespace === undefined) return body;
  const given = metadata['namespace'];
  if (given !== undefined && given !== '' && given !== namespace)
    throw badRequest('the namespace of the provided object does not match the namespace sent on the request');
  return { ...body, metadata: { ...metadata, namespace } };
}

/** The URL's name counts; a body with another one is refused. */
function named(object: KubernetesObject, name: string): KubernetesObject {
  const given = object.metadata?.name;
  if (given !== undefined && given !== name)
    throw badRequest(`the name of the object (${given}) does not match the name on the URL (${name})`);
  return { ...object, metadata: { ...object.metadata, name } };
}
