import type { ResourceType } from '../../../model/resources.js';
import { OBJECT_META } from '../../../schema/object-meta.js';
import { isJsonObject, type JsonObject } from '../json.js';

const META = 'io.k8s.apimachinery.pkg.apis.meta.v1';
const STRING = { type: 'string' };

/** A type with the schema that its CRD has; built-in types come without one. */
export interface DescribedType {
  type: ResourceType;
  schema: unknown;
}

/** `api/v1`, or `apis/<group>/<version>`: the keys of the index. */
export function documentKey({ group, version }: Pick<ResourceType, 'group' | 'version'>): string {
  return group === '' ? `api/${version}` : `apis/${group}/${version}`;
}

/** `/openapi/v3`: where the document of each group and version is. */
export function openApiIndex(documents: ReadonlyMap<string, JsonObject>): JsonObject {
  const paths: JsonObject = {};
  for (const [key, document] of documents)
    paths[key] = { serverRelativeURL: `/openapi/v3/${key}?hash=${hashOf(JSON.stringify(document))}` };
  return { paths };
}

/** `/openapi/v3/apis/<group>/<version>`, as far as clients read it. */
export function openApiDocument(described: readonly DescribedType[]): JsonObject {
  const schemas: JsonObject = { ...metaDefinitions() };
  const paths: JsonObject = {};
  for (const { type, schema } of described) {
    const name = definitionName(type);
    schemas[name] = { ...objectDefinition(schema), ...kindOf(type, type.kind) };
    schemas[`${name}List`] = listDefinition(type, name);
    paths[objectPath(type)] = { patch: patchOperation(type) };
  }
  return { openapi: '3.0.0', info: { title: 'Kubernetes', version: 'unversioned' }, paths, components: { schemas } };
}

const reference = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });

const kindOf = ({ group, version }: ResourceType, kind: string): JsonObject => ({
  'x-kubernetes-group-version-kind': [{ group, version, kind }],
});

/** `com.kubestash.storage.v1alpha1.BackupStorage`; built-in kinds are called after their Go packages. */
function definitionName({ group, version, kind }: ResourceType): string {
  return group === '' ? `io.k8s.api.core.${version}.${kind}` : [...group.split('.').reverse(), version, kind].join('.');
}

/** Where the CRD says `metadata: {type: object}` the document refers to ObjectMeta, beside a description. */
function objectDefinition(schema: unknown): JsonObject {
  const own = isJsonObject(schema) ? schema : { type: 'object', 'x-kubernetes-preserve-unknown-fields': true };
  const properties = isJsonObject(own['properties']) ? own['properties'] : {};
  const metadata = { description: "Standard object's metadata.", allOf: [reference(`${META}.ObjectMeta`)] };
  return { ...own, properties: { apiVersion: STRING, kind: STRING, ...properties, metadata } };
}

function listDefinition(type: ResourceType, name: string): JsonObject {
  return {
    type: 'object',
    required: ['items'],
    properties: {
      apiVersion: STRING,
      kind: STRING,
      metadata: { type: 'object' },
      items: { type: 'array', items: { allOf: [reference(name)] } },
    },
    ...kindOf(type, `${type.kind}List`),
  };
}

function metaDefinitions(): JsonObject {
  const { ownerReferences, ...rest } = OBJECT_META.properties ?? {};
  const owners = { type: 'array', items: { default: {}, allOf: [reference(`${META}.OwnerReference`)] } };
  return {
    [`${META}.ObjectMeta`]: { ...OBJECT_META, properties: { ...rest, ownerReferences: owners } },
    [`${META}.OwnerReference`]: ownerReferences?.items ?? { type: 'object' },
  };
}

function objectPath(type: ResourceType): string {
  const namespace = type.namespaced ? '/namespaces/{namespace}' : '';
  return `/${documentKey(type)}${namespace}/${type.resource}/{name}`;
}

/** Clients look here for whether the server knows dry runs and field validation. */
function patchOperation(type: ResourceType): JsonObject {
  const { group, version, kind } = type;
  const names = ['dryRun', 'fieldManager', 'fieldValidation', 'force'];
  return {
    parameters: names.map((name) => ({
      name,
      in: 'query',
      schema: { type: name === 'force' ? 'boolean' : 'string', uniqueItems: true },
    })),
    responses: { 200: { description: 'OK' } },
    'x-kubernetes-action': 'patch',
    'x-kubernetes-group-version-kind': { group, version, kind },
  };
}

/** FNV-1a: clients compare it, and ask for the document by it. */
function hashOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return (hash >>> 0).toString(16).toUpperCase().padStart(8, '0');
}
