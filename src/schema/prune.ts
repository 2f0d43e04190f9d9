import { formatServerPath } from './field-path.js';
import { isObject } from './json.js';
import { memberSchema } from './members.js';
import { OBJECT_META } from './object-meta.js';
import type { FieldPath, StructuralSchema } from './types.js';

/** The members of every object of the API; the schema of an embedded one need not name them. */
const OBJECT_MEMBERS: ReadonlySet<string> = new Set(['apiVersion', 'kind', 'metadata']);

/**
 * The fields of an object that its schema does not know, without removing them: what the server would drop, or refuse
 * under strict validation, in the server's order.
 */
export function unknownFields(schema: StructuralSchema, value: unknown): FieldPath[] {
  const metadata: FieldPath[] = [];
  const fields: FieldPath[] = [];
  const embedded: FieldPath[] = [];
  if (isObject(value)) findUnknown(OBJECT_META, value['metadata'], ['metadata'], { fields: metadata, embedded });
  const root = { ...schema, 'x-kubernetes-embedded-resource': true };
  findUnknown(root, value, [], { fields, embedded });
  // The server reads the object's own metadata first, and that of embedded resources last.
  return [...sorted(metadata), ...sorted(fields), ...sorted(embedded)];
}

/**
 * Removes the fields that the schema does not know, as the API server does on every write, and returns their paths in
 * the server's notation and order. Changes the given value.
 */
export function pruneUnknownFields(schema: StructuralSchema, value: unknown): string[] {
  const paths = unknownFields(schema, value);
  for (const path of paths) removeAt(value, path);
  return paths.map((path) => formatServerPath(path));
}

/**
 * Drops members that are `null` although their schema neither allows it nor has a default to replace it, as the API
 * server does between pruning and defaulting. Items of lists stay, and are refused by validation. Changes the given
 * value and returns it.
 */
export function pruneNulls<T>(schema: StructuralSchema, value: T): T {
  if (isObject(value)) {
    for (const [key, inner] of Object.entries(value)) {
      const property = memberSchema(schema, key);
      if (property === undefined) continue;
      const hasDefault = property.default !== undefined && property.default !== null;
      if (inner === null && property.nullable !== true && !hasDefault) delete (value as Record<string, unknown>)[key];
      else pruneNulls(property, inner);
    }
  } else if (Array.isArray(value) && schema.items) {
    for (const item of value) pruneNulls(schema.items, item);
  }
  return value;
}

interface Found {
  fields: FieldPath[];
  embedded: FieldPath[];
}

function findUnknown(schema: StructuralSchema | undefined, value: unknown, path: FieldPath, found: Found): void {
  const keepsUnknown = schema?.['x-kubernetes-preserve-unknown-fields'] === true;
  if (Array.isArray(value)) {
    const items = keepsUnknown && schema.items ? { ...schema.items, ...KEEP_UNKNOWN } : schema?.items;
    // Below an object that keeps unknown fields, a list of unknown items is kept whole.
    if (keepsUnknown && items === undefined) return;
    for (const [index, item] of value.entries()) findUnknown(items, item, [...path, index], found);
  }
  if (!isObject(value)) return;

  const isResource = schema?.['x-kubernetes-embedded-resource'] === true;
  if (isResource && path.length > 0) {
    const metadata = { fields: found.embedded, embedded: found.embedded };
    findUnknown(OBJECT_META, value['metadata'], [...path, 'metadata'], metadata);
  }
  for (const [key, inner] of Object.entries(value)) {
    if (isResource && OBJECT_MEMBERS.has(key)) continue;
    const property = schema && memberSchema(schema, key);
    if (property) findUnknown(property, inner, [...path, key], found);
    else if (schema?.additionalProperties === true) findUnknown(undefined, inner, [...path, key], found);
    else if (!keepsUnknown) found.fields.push([...path, key]);
  }
}

const KEEP_UNKNOWN = { 'x-kubernetes-preserve-unknown-fields': true } as const;

const sorted = (paths: FieldPath[]) =>
  paths
    .map((path) => ({ path, text: formatServerPath(path) }))
    .sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0))
    .map(({ path }) => path);

function removeAt(value: unknown, path: FieldPath): void {
  let parent: unknown = value;
  for (const key of path.slice(0, -1)) parent = (parent as Record<string | number, unknown>)[key];
  delete (parent as Record<string | number, unknown>)[path.at(-1)!];
}
