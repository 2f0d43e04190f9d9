import type { ResourceType } from '../../../model/resources.js';
import { methodNotAllowed, unservedType } from '../status.js';
import { answerDefinitions } from './definitions.js';
import { ACCESS_REVIEWS, CUSTOM_RESOURCE_DEFINITIONS, RULES_REVIEWS, SELF_REVIEWS } from './discovery.js';
import type { ServerExchange } from './exchange.js';
import { flagIn } from './parameters.js';
import { answerGet, answerList, answerWatch } from './reads.js';
import { answerReview, answerRulesReview, answerSelfReview } from './reviews.js';
import type { Route } from './routes.js';
import { answerCreate, answerDelete, answerPatch, answerUpdate } from './writes.js';

/** Answers a request about a resource. */
export async function answerResource(exchange: ServerExchange, route: Route & { resource: string }): Promise<Response> {
  const { group, version, resource, namespace, name, subresource } = route;
  const is = (type: ResourceType): boolean =>
    type.group === group && type.version === version && type.resource === resource;
  if (is(ACCESS_REVIEWS)) return answerReview(exchange);
  if (is(RULES_REVIEWS)) return answerRulesReview(exchange);
  if (is(SELF_REVIEWS)) return answerSelfReview(exchange);
  if (is(CUSTOM_RESOURCE_DEFINITIONS)) return answerDefinitions(exchange, name);
  const known = exchange.types.find(is);
  // Rights come before routing: what a user may not do is refused even where there is nothing.
  const type = known ?? { group, version, resource, kind: '', namespaced: namespace !== undefined };
  const isMisplaced = type.namespaced ? name !== undefined && namespace === undefined : namespace !== undefined;
  // The one subresource that there might be, status, is the operator's.
  if (isMisplaced || subresource !== undefined) throw unservedType();
  return name === undefined
    ? answerCollection(exchange, type, namespace)
    : answerObject(exchange, type, { name, ...(namespace === undefined ? {} : { namespace }) });
}

function answerCollection(
  exchange: ServerExchange,
  type: ResourceType,
  namespace: string | undefined,
): Promise<Response> {
  switch (exchange.request.method) {
    case 'GET':
      return (flagIn(exchange.query, 'watch') ? answerWatch : answerList)(exchange, type, namespace);
    case 'POST':
      return answerCreate(exchange, type, namespace);
    default:
      throw methodNotAllowed();
  }
}

function answerObject(
  exchange: ServerExchange,
  type: ResourceType,
  key: { namespace?: string; name: string },
): Promise<Response> {
  switch (exchange.request.method) {
    case 'GET':
      return answerGet(exchange, type, key);
    case 'PUT':
      return answerUpdate(exchange, type, key);
    case 'PATCH':
      return answerPatch(exchange, type, key);
    case 'DELETE':
      return answerDelete(exchange, type, key);
    default:
      throw methodNotAllowed();
  }
}
