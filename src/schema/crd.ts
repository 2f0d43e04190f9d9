import type { ResourceType } from '../model/resources.js';
import { isObject } from './json.js';
import type { StructuralSchema } from './types.js';

/**
 * The schema in a CustomResourceDefinition, and the type that it is of. Without a version it is that in which objects
 * are stored, if it is served, or else the first one that is served. `undefined` for whatever is no such object.
 */
export function schemaOfCrd(
  crd: object,
  version?: string,
): { schema: StructuralSchema; type: ResourceType } | undefined {
  const { spec } = crd as { spec?: unknown };
  if (!isObject(spec) || !isObject(spec['names']) || !Array.isArray(spec['versions'])) return undefined;
  const { plural, kind } = spec['names'];
  const { group, scope } = spec;
  const served = spec['versions'].filter(isObject).filter((each) => each['served'] === true);
  const found =
    version === undefined
      ? (served.find((each) => each['storage'] === true) ?? served[0])
      : served.find((each) => each['name'] === version);
  const schema = isObject(found?.['schema']) ? found['schema']['openAPIV3Schema'] : undefined;
  const name = found?.['name'];
  if (!isText(group) || !isText(plural) || !isText(kind) || !isText(name) || !isObject(schema)) return undefined;
  const namespaced = scope !== 'Cluster';
  return { schema, type: Object.freeze({ group, version: name, resource: plural, kind, namespaced }) };
}

/** The type that a schema of an OpenAPI document says it is of; without one for a CRD's, or when it is of several. */
export function typeOfSchema(schema: StructuralSchema): Pick<ResourceType, 'group' | 'version' | 'kind'> | undefined {
  const types: unknown = schema['x-kubernetes-group-version-kind'];
  const type: unknown = Array.isArray(types) && types.length === 1 ? types[0] : undefined;
  if (!isObject(type)) return undefined;
  const { group, version, kind } = type;
  return typeof group === 'string' && isText(version) && isText(kind) ? { group, version, kind } : undefined;
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
