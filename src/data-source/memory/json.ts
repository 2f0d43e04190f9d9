/** Plain JSON values: copying, comparing, and printing them as Go does. */

export type JsonObject = { [key: string]: unknown };

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * A deep copy of what JSON would carry of the value: absent members are left out, dates become their text.
 * A `__proto__` member is dropped, so that no document can change what an object inherits.
 */
export function mutableCopy<T>(value: T): T {
  return copy(value, false) as T;
}

/** The same copy, frozen all the way down: it can be shared with any number of readers. */
export function frozenCopy<T>(value: T): T {
  return copy(value, true) as T;
}

function copy(value: unknown, freeze: boolean): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Date) return value.toJSON();
  if (Array.isArray(value)) {
    const items = value.map((item: unknown) => (isCarried(item) ? copy(item, freeze) : null));
    return freeze ? Object.freeze(items) : items;
  }
  const members: JsonObject = {};
  for (const [key, member] of Object.entries(value))
    if (isCarried(member) && key !== '__proto__') members[key] = copy(member, freeze);
  return freeze ? Object.freeze(members) : members;
}

function isCarried(value: unknown): boolean {
  return value !== undefined && typeof value !== 'function' && typeof value !== 'symbol';
}

/** Whether two JSON values are equal; the order of keys does not count. */
export function sameJson(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (Array.isArray(a)) return Array.isArray(b) && a.length === b.length && a.every((item, i) => sameJson(item, b[i]));
  if (!isJsonObject(a) || !isJsonObject(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && sameJson(a[key], b[key]))
  );
}

/** JSON text with sorted keys, as Go's encoder prints a map: some refusals of the API server quote it. */
export function goJson(value: unknown): string {
  return JSON.stringify(value, (_key, member: unknown) =>
    isJsonObject(member) ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1))) : member,
  );
}

/** What Go's encoding/json calls the type of a JSON value in its errors. */
export function goTypeName(value: unknown): string {
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'boolean') return 'bool';
  return typeof value;
}
