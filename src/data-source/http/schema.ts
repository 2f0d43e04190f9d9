import type { ResourceType } from '../../model/resources.js';
import { toDataSourceError } from '../errors.js';
import { requestFault } from '../request-faults.js';
import type { SchemaAnswer } from '../types.js';
import { isJsonObject, type JsonObject } from './answer.js';
import { withoutReferences } from './references.js';

const CUSTOM_RESOURCE_DEFINITIONS: ResourceType = Object.freeze({
  group: 'apiextensions.k8s.io',
  version: 'v1',
  resource: 'customresourcedefinitions',
  kind: 'CustomResourceDefinition',
  namespaced: false,
});

/** How the schema is asked for. */
export interface SchemaQueries {
  /** `GET` of a path after the host's prefix. */
  path(path: string, query: Readonly<Record<string, string>>): Promise<JsonObject>;
  get(type: ResourceType, name: string): Promise<JsonObject>;
}

/** Answers found before, by the hash that the server gives them: the only thing that an adapter keeps. */
export type SchemaCache = Map<string, SchemaAnswer>;

/**
 * The schema that the server itself uses. Any signed-in user may read the OpenAPI document of a group; the CRD object,
 * asked for next, needs rights in the whole cluster. Rejects with `not-found` when neither can be had.
 */
export async function schemaOf(type: ResourceType, queries: SchemaQueries, cache: SchemaCache): Promise<SchemaAnswer> {
  const fromDocument = await unlessRefused(() => fromOpenApi(type, queries, cache));
  if (fromDocument) return fromDocument;
  const fromDefinition = await unlessRefused(() => fromCrd(type, queries));
  if (fromDefinition) return fromDefinition;
  throw requestFault('no-schema', { causes: [{ message: type.resource }] });
}

/** Only what would be wrong with every request is passed on: a source that is refused leaves the next one. */
async function unlessRefused(ask: () => Promise<SchemaAnswer | undefined>): Promise<SchemaAnswer | undefined> {
  try {
    return await ask();
  } catch (thrown) {
    const error = toDataSourceError(thrown);
    if (error.code === 'aborted' || error.code === 'unreachable' || error.code === 'unauthenticated') throw error;
    return undefined;
  }
}

async function fromOpenApi(
  type: ResourceType,
  queries: SchemaQueries,
  cache: SchemaCache,
): Promise<SchemaAnswer | undefined> {
  const index = await queries.path('/openapi/v3', {});
  const key = type.group === '' ? `api/${type.version}` : `apis/${type.group}/${type.version}`;
  const entry = isJsonObject(index['paths']) ? index['paths'][key] : undefined;
  const location = isJsonObject(entry) ? locationOf(entry['serverRelativeURL']) : undefined;
  if (!location) return undefined;
  const { hash } = location.query;
  const cacheKey = `${type.kind} ${location.path} ${hash ?? ''}`;
  const known = hash === undefined ? undefined : cache.get(cacheKey);
  if (known) return known;
  const document = await queries.path(location.path, location.query);
  const schema = schemaIn(type, document);
  if (!schema) return undefined;
  const answer: SchemaAnswer = { openAPIV3Schema: schema, source: 'openapi-v3', version: hash ?? '' };
  if (hash !== undefined) cache.set(cacheKey, answer);
  return answer;
}

/** A path of the API server's own: it goes behind the host's prefix, and nowhere else. */
function locationOf(url: unknown): { path: string; query: Record<string, string> } | undefined {
  if (typeof url !== 'string' || !url.startsWith('/openapi/v3/')) return undefined;
  const { pathname, searchParams } = new URL(url, 'http://server.invalid');
  return pathname.startsWith('/openapi/v3/') ? { path: pathname, query: Object.fromEntries(searchParams) } : undefined;
}

function schemaIn(type: ResourceType, { components }: JsonObject): unknown {
  const definitions = isJsonObject(components) ? components['schemas'] : undefined;
  if (!isJsonObject(definitions)) return undefined;
  const found = Object.values(definitions).find((definition) => {
    const kinds: unknown = isJsonObject(definition) ? definition['x-kubernetes-group-version-kind'] : undefined;
    return (
      Array.isArray(kinds) &&
      kinds.some(
        (each) =>
          isJsonObject(each) &&
          each['group'] === type.group &&
          each['version'] === type.version &&
          each['kind'] === type.kind,
      )
    );
  });
  return found && withoutReferences(found, definitions);
}

async function fromCrd(type: ResourceType, queries: SchemaQueries): Promise<SchemaAnswer | undefined> {
  if (type.group === '') return undefined;
  const crd = await queries.get(CUSTOM_RESOURCE_DEFINITIONS, `${type.resource}.${type.group}`);
  const { spec, metadata } = crd;
  const versions = isJsonObject(spec) && Array.isArray(spec['versions']) ? spec['versions'].filter(isJsonObject) : [];
  const { schema } = versions.find((each) => each['name'] === type.version) ?? {};
  if (!isJsonObject(schema) || schema['openAPIV3Schema'] === undefined) return undefined;
  const { uid = '', generation = '' } = isJsonObject(metadata) ? metadata : {};
  return { openAPIV3Schema: schema['openAPIV3Schema'], source: 'crd', version: `${String(uid)}/${String(generation)}` };
}
