import { withoutLastApplied } from '../../model/metadata.js';
import { apiVersionOf, type ResourceType } from '../../model/resources.js';
import type { KubernetesObject } from '../../model/types.js';
import type { ListPage } from '../types.js';
import { requestFault } from '../request-faults.js';
import { isJsonObject, type JsonObject } from './answer.js';

/** The object with the apiVersion and kind that the server leaves out of a list's items when the kind is built in. */
export function completed<T extends KubernetesObject>(type: ResourceType, object: KubernetesObject): T {
  if (object.apiVersion !== undefined && object.kind !== undefined) return object as T;
  return { ...object, apiVersion: object.apiVersion ?? apiVersionOf(type), kind: object.kind ?? type.kind } as T;
}

/** One answered object. */
export function objectIn<T extends KubernetesObject>(type: ResourceType, body: JsonObject): T {
  if (!isJsonObject(body['metadata'])) throw requestFault('not-an-object');
  return completed<T>(type, body as KubernetesObject);
}

/** One answered page of a list. */
export function pageIn<T extends KubernetesObject>(
  type: ResourceType,
  body: JsonObject,
  metadataOnly: boolean,
): ListPage<T> {
  const items = body['items'] ?? [];
  const { kind } = body;
  if (!Array.isArray(items) || (body['items'] === undefined && !(typeof kind === 'string' && kind.endsWith('List'))))
    throw requestFault('not-a-list');
  const metadata = isJsonObject(body['metadata']) ? body['metadata'] : {};
  const { resourceVersion, continue: next, remainingItemCount } = metadata;
  return {
    items: items
      .filter(isJsonObject)
      .map((item) => (metadataOnly ? metadataOf<T>(item) : completed<T>(type, item as KubernetesObject))),
    resourceVersion: typeof resourceVersion === 'string' ? resourceVersion : '',
    ...(typeof next === 'string' && next !== '' ? { continue: next } : {}),
    ...(typeof remainingItemCount === 'number' ? { remainingItemCount } : {}),
  };
}

/** Whatever the server made of the Accept header: of a metadata-only list nothing but metadata is handed on. */
function metadataOf<T extends KubernetesObject>(item: JsonObject): T {
  const { metadata = {} } = withoutLastApplied(item as KubernetesObject);
  return { apiVersion: 'meta.k8s.io/v1', kind: 'PartialObjectMetadata', metadata } as KubernetesObject as T;
}
