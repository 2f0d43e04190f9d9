import { isObject, member } from './json.js';
import { escapePointer } from './pointer.js';
import type { SchemaError, StructuralSchema } from './types.js';

/**
 * The rules for `x-kubernetes-list-type` `set` and `map`, which JSON Schema has no words for: items of a set, and keys of
 * a map's items, may occur only once. The errors have ajv's shape and the extension as their keyword; a fault is
 * reported at the item that repeats an earlier one, and, as the server does, once for each repeated value.
 */
export function listErrors(schema: StructuralSchema, value: unknown): SchemaError[] {
  const errors: SchemaError[] = [];
  visit(schema, value, '', '#', errors);
  return errors;
}

function visit(schema: StructuralSchema, value: unknown, path: string, schemaPath: string, errors: SchemaError[]) {
  if (Array.isArray(value)) {
    checkList(schema, value, path, schemaPath, errors);
    if (schema.items)
      for (const [index, item] of value.entries())
        visit(schema.items, item, `${path}/${index}`, `${schemaPath}/items`, errors);
  } else if (isObject(value)) {
    const others = isObject(schema.additionalProperties) ? schema.additionalProperties : undefined;
    for (const [key, inner] of Object.entries(value)) {
      const pointer = escapePointer(key);
      const property = member(schema.properties, key);
      if (property)
        visit(property, inner, `${path}/${pointer}`, `${schemaPath}/properties/${encodeURIComponent(pointer)}`, errors);
      else if (others) visit(others, inner, `${path}/${pointer}`, `${schemaPath}/additionalProperties`, errors);
    }
  }
}

function checkList(schema: StructuralSchema, list: unknown[], path: string, schemaPath: string, errors: SchemaError[]) {
  const type = schema['x-kubernetes-list-type'];
  const report = (index: number, keyword: string, params: Record<string, unknown>, message: string) =>
    errors.push({
      instancePath: `${path}/${index}`,
      schemaPath: `${schemaPath}/${keyword}`,
      keyword,
      params,
      message,
      data: list[index],
    });

  if (type === 'set')
    for (const { index, first } of repeated(list))
      report(index, 'x-kubernetes-list-type', { first, value: list[index] }, `must NOT repeat item ${first}`);
  if (type !== 'map') return;
  const stranger = list.findIndex((item) => item !== null && !isObject(item));
  if (stranger >= 0) {
    report(stranger, 'x-kubernetes-list-type', { type: 'object' }, 'must be an object for an array of list-type map');
    return;
  }
  const keys = list.map((item) => keysOf(item, schema['x-kubernetes-list-map-keys'] ?? []));
  for (const { index, first } of repeated(keys)) {
    const names = Object.keys(keys[index]!).join(', ');
    const message = `must NOT have the same ${names || 'keys'} as item ${first}`;
    report(index, 'x-kubernetes-list-map-keys', { first, value: keys[index] }, message);
  }
}

function keysOf(item: unknown, names: readonly string[]): Record<string, unknown> {
  const keys: Record<string, unknown> = {};
  if (isObject(item)) for (const name of names) if (Object.hasOwn(item, name)) keys[name] = item[name];
  return keys;
}

/** The second occurrence of each value that occurs more than once. */
function repeated(values: readonly unknown[]): { index: number; first: number }[] {
  const seen = new Map<string, { first: number; times: number }>();
  const found: { index: number; first: number }[] = [];
  for (const [index, value] of values.entries()) {
    const text = canonical(value);
    const before = seen.get(text);
    if (!before) seen.set(text, { first: index, times: 1 });
    else if ((before.times += 1) === 2) found.push({ index, first: before.first });
  }
  return found;
}

/** JSON that is the same for objects with the same members in another order. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) => {
    if (typeof inner === 'bigint') return Number(inner);
    return isObject(inner) ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1))) : inner;
  });
}
