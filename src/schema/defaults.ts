import { isObject, member, setMember } from './json.js';
import type { StructuralSchema } from './types.js';

/**
 * Fills in the schema's defaults as the API server does: a missing member gets its default, and so does a `null` that
 * its schema does not allow, but only inside an object or list that is there; absent parents are never made up.
 *
 * Changes the given value and returns it. To reproduce a write, drop nulls first (see {@link pruneNulls}).
 */
export function applyDefaults<T>(schema: StructuralSchema, value: T): T {
  if (isObject(value)) defaultMembers(schema, value);
  else if (Array.isArray(value)) defaultItems(schema, value);
  return value;
}

function defaultMembers(schema: StructuralSchema, object: Record<string, unknown>): void {
  for (const [key, property] of Object.entries(schema.properties ?? {}))
    if (hasDefault(property) && (!Object.hasOwn(object, key) || isForbiddenNull(object[key], property)))
      setMember(object, key, copy(property.default));

  const others = isObject(schema.additionalProperties) ? schema.additionalProperties : undefined;
  for (const key of Object.keys(object)) {
    const property = member(schema.properties, key);
    if (property === undefined && others && hasDefault(others) && isForbiddenNull(object[key], others))
      setMember(object, key, copy(others.default));
    const inner = property ?? others;
    if (inner) applyDefaults(inner, object[key]);
  }
}

function defaultItems({ items }: StructuralSchema, list: unknown[]): void {
  if (!items) return;
  for (const [index, item] of list.entries()) {
    if (hasDefault(items) && isForbiddenNull(item, items)) list[index] = copy(items.default);
    applyDefaults(items, list[index]);
  }
}

// A default of null is no default to the server.
const hasDefault = (schema: StructuralSchema) => schema.default !== undefined && schema.default !== null;

const isForbiddenNull = (value: unknown, schema: StructuralSchema) => value === null && schema.nullable !== true;

// Two objects must not share a default that one of them may change later.
const copy = (value: unknown): unknown => (typeof value === 'object' ? structuredClone(value) : value);
