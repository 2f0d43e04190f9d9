import type { AccessQuery } from '../../types.js';
import { isJsonObject } from '../json.js';
import { methodNotAllowed } from '../status.js';
import { jsonAnswer } from './answers.js';
import { reviewBody } from './bodies.js';
import { ACCESS_REVIEWS } from './discovery.js';
import type { ServerExchange } from './exchange.js';

/** SelfSubjectAccessReview: may I? */
export async function answerReview({ request, source, types }: ServerExchange): Promise<Response> {
  if (request.method !== 'POST') throw methodNotAllowed();
  const review = await reviewBody(request);
  const spec = isJsonObject(review['spec']) ? review['spec'] : {};
  const asked = isJsonObject(spec['resourceAttributes']) ? spec['resourceAttributes'] : undefined;
  const text = (key: string): string => (typeof asked?.[key] === 'string' ? asked[key] : '');
  const [group, resource, namespace, name] = [text('group'), text('resource'), text('namespace'), text('name')];
  const known = types.find((type) => type.group === group && type.resource === resource);
  const type = known ?? { group, version: text('version'), resource, kind: '', namespaced: true };
  const query: AccessQuery = { type, verb: text('verb') as AccessQuery['verb'] };
  if (namespace !== '') query.namespace = namespace;
  if (name !== '') query.name = name;
  const [answer] = await source.review([query], { signal: request.signal });
  // What is about no resource, such as the path of a health check, anybody may.
  const status = { allowed: asked === undefined || answer === 'allowed' };
  const { kind } = ACCESS_REVIEWS;
  return jsonAnswer({ apiVersion: 'authorization.k8s.io/v1', kind, metadata: {}, spec, status }, { status: 201 });
}
