/** Reading and writing inside plain JSON values. Nothing here mutates what it is given. */

export type JsonObject = { [key: string]: unknown };
export type Path = readonly (string | number)[];

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value at a path, or undefined. */
export function getIn(root: unknown, path: Path): unknown {
  let value = root;
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as JsonObject)[step];
  }
  return value;
}

/** A copy with `value` at the path; objects and lists on the way are made as needed. */
export function setIn<T>(root: T, path: Path, value: unknown): T {
  const [step, ...rest] = path;
  if (step === undefined) return value as T;
  const child = getIn(root, [step]);
  const next = setIn(child, rest, value);
  if (Array.isArray(root)) {
    const copy = [...(root as unknown[])];
    copy[step as number] = next;
    return copy as T;
  }
  if (root === undefined && typeof step === 'number') return [next] as T;
  return { ...(isObject(root) ? root : {}), [step]: next } as T;
}

/**
 * A copy without the value at the path, and without the objects that this leaves empty: clearing a field restores
 * exactly what was there before it was filled.
 */
export function unsetIn<T>(root: T, path: Path): T {
  const [step, ...rest] = path;
  if (step === undefined || !isObject(root) || !Object.hasOwn(root, step)) return root;
  const { [step]: child, ...others } = root;
  if (rest.length === 0) return others as T;
  const next = unsetIn(child, rest);
  const emptied =
    isObject(next) && Object.keys(next).length === 0 && !(isObject(child) && Object.keys(child).length === 0);
  return (emptied ? others : { ...root, [step]: next }) as T;
}

/** Whether two JSON values are equal; the order of keys does not count. */
export function deepEqual(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (Array.isArray(a)) return Array.isArray(b) && a.length === b.length && a.every((item, i) => deepEqual(item, b[i]));
  if (!isObject(a) || !isObject(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && deepEqual(a[key], b[key]))
  );
}
