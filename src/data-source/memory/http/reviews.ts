import { apiVersionOf, type ResourceType } from '../../../model/resources.js';
import type { AccessQuery } from '../../types.js';
import { isJsonObject, type JsonObject } from '../json.js';
import { methodNotAllowed } from '../status.js';
import { jsonAnswer } from './answers.js';
import { objectBody } from './bodies.js';
import { ACCESS_REVIEWS, ALL_VERBS, CUSTOM_RESOURCE_DEFINITIONS, RULES_REVIEWS, SELF_REVIEWS } from './discovery.js';
import type { ServerExchange } from './exchange.js';

/** SelfSubjectAccessReview: may I? */
export async function answerReview({ request, source, types }: ServerExchange): Promise<Response> {
  const spec = await specIn(request);
  const asked = isJsonObject(spec['resourceAttributes']) ? spec['resourceAttributes'] : undefined;
  const text = (key: string): string => textAt(asked, key);
  const [group, resource, namespace, name] = [text('group'), text('resource'), text('namespace'), text('name')];
  const known = types.find((type) => type.group === group && type.resource === resource);
  const type = known ?? { group, version: text('version'), resource, kind: '', namespaced: true };
  const query: AccessQuery = { type, verb: text('verb') as AccessQuery['verb'] };
  if (namespace !== '') query.namespace = namespace;
  if (name !== '') query.name = name;
  const [answer] = await source.review([query], { signal: request.signal });
  // What is about no resource, such as the path of a health check, anybody may.
  return reviewed(ACCESS_REVIEWS, spec, { allowed: asked === undefined || answer === 'allowed' });
}

/** SelfSubjectRulesReview: what may I in this namespace? */
export async function answerRulesReview({ request, source, types }: ServerExchange): Promise<Response> {
  const spec = await specIn(request);
  const namespace = textAt(spec, 'namespace');
  const queries = [...types, CUSTOM_RESOURCE_DEFINITIONS].flatMap((type) =>
    ALL_VERBS.map((verb): AccessQuery => ({ type, verb, namespace: type.namespaced ? namespace : '' })),
  );
  const answers = await source.review(queries, { signal: request.signal });
  const allowed = queries.filter((_, index) => answers[index] === 'allowed');
  const resourceRules = [...new Set(allowed.map(({ type }) => type))].map((type) => ({
    verbs: allowed.filter((query) => query.type === type).map(({ verb }) => verb),
    apiGroups: [type.group],
    resources: [type.resource],
  }));
  return reviewed(RULES_REVIEWS, spec, { resourceRules, nonResourceRules: [], incomplete: false });
}

/** SelfSubjectReview: who am I? */
export async function answerSelfReview({ request, source }: ServerExchange): Promise<Response> {
  await specIn(request);
  // A call like any other: it may find the cluster out of reach, or the user signed out.
  await source.review([], { signal: request.signal });
  return reviewed(SELF_REVIEWS, undefined, { userInfo: { username: source.user, groups: ['system:authenticated'] } });
}

async function specIn(request: Request): Promise<JsonObject> {
  if (request.method !== 'POST') throw methodNotAllowed();
  const { spec } = await objectBody(request);
  return isJsonObject(spec) ? spec : {};
}

function textAt(object: JsonObject | undefined, key: string): string {
  const value = object?.[key];
  return typeof value === 'string' ? value : '';
}

function reviewed(type: ResourceType, spec: JsonObject | undefined, status: JsonObject): Response {
  const head = { apiVersion: apiVersionOf(type), kind: type.kind, metadata: {} };
  return jsonAnswer({ ...head, ...(spec && { spec }), status }, { status: 201 });
}
