import type { ResourceType } from '../../model/resources.js';
import {
  checkAnnotationKey,
  checkAnnotationsSize,
  checkDnsLabel,
  checkLabelKey,
  checkLabelValue,
  checkName,
} from '../../model/names.js';
import type { ObjectMeta } from '../../model/types.js';
import type { StatusCause } from '../errors.js';
import { goTypeName, isJsonObject } from './json.js';

const STRINGS = ['name', 'generateName', 'namespace', 'uid', 'resourceVersion'];

/** What Go's decoder says of a value that it cannot put into a struct's field. */
export function decodingFault(value: unknown, field: string, type: string): string {
  return `json: cannot unmarshal ${goTypeName(value)} into Go struct field ${field} of type ${type}`;
}

/** The fault of a member that should be a map of strings; undefined when it is one, or absent. */
export function stringMapFault(map: unknown, field: string, valueType = 'string'): string | undefined {
  if (map == null) return undefined;
  if (!isJsonObject(map)) return decodingFault(map, field, `map[string]${valueType}`);
  // Go reads null as the empty string.
  const wrong = Object.values(map).find((value) => value !== null && typeof value !== 'string');
  return wrong === undefined ? undefined : decodingFault(wrong, field, valueType);
}

/** What Go's decoder says of metadata with a member of the wrong type; undefined when it can be decoded. */
export function metaTypeFault(metadata: unknown): string | undefined {
  if (metadata == null) return undefined;
  if (!isJsonObject(metadata)) return decodingFault(metadata, '.metadata', 'v1.ObjectMeta');
  for (const key of STRINGS) {
    const value = metadata[key];
    if (value != null && typeof value !== 'string') return decodingFault(value, `ObjectMeta.${key}`, 'string');
  }
  const { finalizers } = metadata;
  if (finalizers != null && !Array.isArray(finalizers))
    return decodingFault(finalizers, 'ObjectMeta.finalizers', '[]string');
  for (const value of finalizers ?? [])
    if (typeof value !== 'string') return decodingFault(value, 'ObjectMeta.finalizers', 'string');
  return (
    stringMapFault(metadata.labels, 'ObjectMeta.labels') ??
    stringMapFault(metadata.annotations, 'ObjectMeta.annotations')
  );
}

/** The faults of metadata that make a write 422, in the server's sentences. */
export function metaCauses(type: ResourceType, metadata: ObjectMeta): StatusCause[] {
  const causes: StatusCause[] = [];
  const add = (field: string, value: string, faults: readonly string[]): void => {
    for (const fault of faults)
      causes.push({
        reason: 'FieldValueInvalid',
        message: `Invalid value: ${JSON.stringify(value)}: ${fault}`,
        field: `metadata.${field}`,
      });
  };
  if (metadata.name) add('name', metadata.name, (type.kind === 'Namespace' ? checkDnsLabel : checkName)(metadata.name));
  else {
    const message = 'Required value: name or generateName is required';
    causes.push({ reason: 'FieldValueRequired', message, field: 'metadata.name' });
  }
  for (const [key, value] of sortedEntries(metadata.labels)) {
    add('labels', key, checkLabelKey(key));
    add('labels', value, checkLabelValue(value));
  }
  for (const [key] of sortedEntries(metadata.annotations)) add('annotations', key, checkAnnotationKey(key));
  for (const fault of checkAnnotationsSize(metadata.annotations ?? {}))
    causes.push({ reason: 'FieldValueTooLong', message: `Too long: ${fault}`, field: 'metadata.annotations' });
  for (const finalizer of metadata.finalizers ?? []) add('finalizers', finalizer, checkLabelKey(finalizer));
  return causes;
}

/** The texts of the `Warning` headers that metadata earns. */
export function metaWarnings(metadata: ObjectMeta): string[] {
  return (metadata.finalizers ?? [])
    .filter((finalizer) => !finalizer.includes('/'))
    .map(
      (finalizer) =>
        `metadata.finalizers: ${JSON.stringify(finalizer)}: prefer a domain-qualified finalizer name ` +
        'to avoid accidental conflicts with other finalizer writers',
    );
}

/** Go iterates maps in no order; sorted, the same fault reads the same every time. */
function sortedEntries(map: Record<string, string> | undefined): [string, string][] {
  return Object.entries(map ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
}
