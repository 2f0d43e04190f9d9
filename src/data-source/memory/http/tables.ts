import { formatAge, parseTime } from '../../../model/age.js';
import { NAMESPACES, SECRETS, type ResourceType } from '../../../model/resources.js';
import type { KubernetesObject, Secret } from '../../../model/types.js';
import { bundledCrd } from '../../../schema/bundled/index.js';
import { isJsonObject, type JsonObject } from '../json.js';
import { metadataOnly } from '../secrets.js';
import { CUSTOM_RESOURCE_DEFINITIONS } from './discovery.js';

/** How much of its object each row carries: the query parameter `includeObject`. */
export type IncludeObject = 'None' | 'Metadata' | 'Object';

interface Column {
  name: string;
  type: string;
  format?: string;
  cell: (object: KubernetesObject, now: number) => unknown;
}

/** What `kubectl get` prints, made by the server: a row for each object, ages already in words. */
export function tableOf(
  type: ResourceType,
  objects: readonly KubernetesObject[],
  { now = 0, includeObject = 'Metadata' as IncludeObject, metadata = {} as JsonObject, withColumns = true },
): JsonObject {
  const columns = columnsOf(type);
  return {
    kind: 'Table',
    apiVersion: 'meta.k8s.io/v1',
    metadata,
    // A watch says them once.
    columnDefinitions: withColumns ? columns.map(definitionOf) : null,
    rows: objects.map((object) => ({
      cells: columns.map(({ cell }) => cell(object, now)),
      ...(includeObject === 'None' ? {} : { object: includeObject === 'Object' ? object : metadataOnly(type, object) }),
    })),
  };
}

const NAME: Column = { name: 'Name', type: 'string', format: 'name', cell: ({ metadata }) => metadata?.name ?? '' };
const AGE: Column = { name: 'Age', type: 'string', cell: ({ metadata }, now) => age(metadata?.creationTimestamp, now) };

function columnsOf(type: ResourceType): Column[] {
  if (type.group === SECRETS.group && type.resource === SECRETS.resource)
    return [
      NAME,
      { name: 'Type', type: 'string', cell: (object) => (object as Secret).type },
      { name: 'Data', type: 'integer', cell: (object) => Object.keys((object as Secret).data ?? {}).length },
      AGE,
    ];
  if (type.group === NAMESPACES.group && type.resource === NAMESPACES.resource)
    return [NAME, { name: 'Status', type: 'string', cell: (object) => at(object, '.status.phase') ?? 'Active' }, AGE];
  // The one built-in kind here that has no columns of its own: it says when, not for how long.
  if (type.resource === CUSTOM_RESOURCE_DEFINITIONS.resource && type.group === CUSTOM_RESOURCE_DEFINITIONS.group)
    return [NAME, { name: 'Created At', type: 'date', cell: ({ metadata }) => metadata?.creationTimestamp ?? null }];
  const version = bundledCrd(type)?.spec.versions.find(({ name }) => name === type.version);
  if (!version) return [NAME, AGE];
  const printed = version.additionalPrinterColumns.map(({ name, type: kind, jsonPath, format }): Column => ({
    name,
    type: kind,
    ...(format === undefined ? {} : { format }),
    cell: (object, now) => {
      const value = at(object, jsonPath) ?? null;
      return kind === 'date' && value !== null ? age(value, now, '<invalid>') : value;
    },
  }));
  return [NAME, ...printed];
}

function definitionOf({ name, type, format = '' }: Column): JsonObject {
  return { name, type, format, description: '', priority: 0 };
}

/** The value at a path such as `.spec.storage.provider`. */
function at(object: KubernetesObject, jsonPath: string): unknown {
  return jsonPath
    .split('.')
    .slice(1)
    .reduce<unknown>((value, key) => (isJsonObject(value) ? value[key] : undefined), object);
}

function age(timestamp: unknown, now: number, otherwise = '<unknown>'): string {
  const time = typeof timestamp === 'string' ? parseTime(timestamp) : undefined;
  return time === undefined ? otherwise : formatAge(time, now);
}
