import type { ResourceType } from '../../../model/resources.js';
import type { KubernetesObject } from '../../../model/types.js';
import type { JsonObject } from '../json.js';
import { metadataOnly } from '../secrets.js';
import { acceptedForm, type Form } from './accept.js';
import type { ServerExchange } from './exchange.js';
import { tableOf, type IncludeObject } from './tables.js';

/** The form in which this client wants objects. */
export function formFor({ request }: ServerExchange): Form {
  return acceptedForm(request.headers.get('Accept'));
}

/** An object in that form. */
export function formed(exchange: ServerExchange, type: ResourceType, object: KubernetesObject, form: Form): unknown {
  if (form === 'PartialObjectMetadata') return metadataOnly(type, object);
  if (form === 'object') return object;
  return tableFor(exchange, type, [object], { resourceVersion: object.metadata?.resourceVersion });
}

export function tableFor(
  { query, now }: ServerExchange,
  type: ResourceType,
  objects: readonly KubernetesObject[],
  metadata: JsonObject,
  withColumns = true,
): JsonObject {
  const includeObject = (query.get('includeObject') || 'Metadata') as IncludeObject;
  return tableOf(type, objects, { now: now(), includeObject, metadata, withColumns });
}
