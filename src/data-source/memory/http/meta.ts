import type { ResourceType } from '../../../model/resources.js';
import { toDataSourceError } from '../../errors.js';
import type { JsonObject } from '../json.js';
import { unreachable } from '../requests.js';
import { methodNotAllowed, statusOf, unauthorized } from '../status.js';
import { aggregatedDiscovery } from './accept.js';
import { jsonAnswer, pageNotFound } from './answers.js';
import { aggregatedDocument, discoveryDocument, OWN_TYPES } from './discovery.js';
import { servedTypes, type ServerExchange } from './exchange.js';
import { acceptsOpenApiV2, OPENAPI_V2_TYPE, openApiV2 } from './openapi-v2.js';
import { documentKey, openApiDocument, openApiIndex, type DescribedType } from './openapi.js';

const VERSION = {
  major: '1',
  minor: '33',
  gitVersion: 'v1.33.0+memory',
  gitCommit: '0000000000000000000000000000000000000000',
  gitTreeState: 'clean',
  buildDate: '2025-04-23T13:43:57Z',
  goVersion: 'go1.24.2',
  compiler: 'gc',
  platform: 'linux/amd64',
};

/** Answers a request about no resource: what there is, and what it looks like. */
export async function answerDiscovery(exchange: ServerExchange, pathname: string): Promise<Response> {
  const { request, cluster } = exchange;
  const { faults } = cluster;
  if (faults.offline) throw unreachable();
  if (faults.authExpired) throw unauthorized();
  if (request.method !== 'GET' && request.method !== 'HEAD') throw methodNotAllowed();
  const path = pathname.replace(/\/+$/, '');
  if (path === '/version') return jsonAnswer(VERSION);
  if (path === '/healthz' || path === '/livez' || path === '/readyz') return new Response('ok');
  if (path === '/openapi/v3') return jsonAnswer(openApiIndex(await documentsOf(exchange)));
  if (path.startsWith('/openapi/v3/')) {
    const document = (await documentsOf(exchange)).get(path.slice('/openapi/v3/'.length));
    return document ? jsonAnswer(document) : pageNotFound();
  }
  if (path === '/openapi/v2' && acceptsOpenApiV2(request.headers.get('Accept')))
    return new Response(openApiV2((await documentsOf(exchange)).values()), {
      headers: { 'Content-Type': OPENAPI_V2_TYPE },
    });
  const all = [...servedTypes(exchange), ...OWN_TYPES];
  const version = aggregatedDiscovery(request.headers.get('Accept'));
  if (version && (path === '/api' || path === '/apis')) {
    const contentType = `application/json;g=apidiscovery.k8s.io;v=${version};as=APIGroupDiscoveryList`;
    const root = path === '/api' ? 'api' : 'apis';
    return jsonAnswer(aggregatedDocument(root, version, all), { headers: { 'Content-Type': contentType } });
  }
  const document = /^\/apis?(\/|$)/.test(path) ? discoveryDocument(path, all) : undefined;
  return document ? jsonAnswer(document) : pageNotFound();
}

/** The OpenAPI documents by their keys. Each type's schema is asked of the cluster, which may refuse it. */
async function documentsOf(exchange: ServerExchange): Promise<Map<string, JsonObject>> {
  const described = new Map<string, DescribedType[]>();
  for (const type of servedTypes(exchange)) {
    const key = documentKey(type);
    described.set(key, [...(described.get(key) ?? []), { type, schema: await schemaOf(exchange, type) }]);
  }
  return new Map([...described].map(([key, list]) => [key, openApiDocument(list)]));
}

/** Undefined for built-in kinds: they are described, though their schemas are not at hand. */
async function schemaOf({ source, request }: ServerExchange, type: ResourceType): Promise<unknown> {
  try {
    return (await source.schema(type, { signal: request.signal })).openAPIV3Schema;
  } catch (thrown) {
    if (statusOf(toDataSourceError(thrown))?.code !== 404) throw thrown;
    return undefined;
  }
}
