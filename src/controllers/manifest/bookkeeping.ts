import { getIn, setIn, unsetIn, type Path } from '../../manifest/json.js';
import { LAST_APPLIED } from '../../model/metadata.js';
import type { KubernetesObject } from '../../model/types.js';

/** Long, written by machines, read by nobody: folded away in a manifest until asked for. */
const BOOKKEEPING: readonly Path[] = [
  ['metadata', 'managedFields'],
  ['metadata', 'annotations', LAST_APPLIED],
];

export function hasBookkeeping(object: KubernetesObject): boolean {
  return BOOKKEEPING.some((path) => getIn(object, path) !== undefined);
}

/** The object without its bookkeeping; the same object when it has none. */
export function lean<T extends KubernetesObject>(object: T): T {
  return BOOKKEEPING.reduce((left, path) => (getIn(left, path) === undefined ? left : unsetIn(left, path)), object);
}

/** The objects with the bookkeeping of those that they were. */
export function restored<T extends KubernetesObject>(objects: readonly T[], whole: readonly KubernetesObject[]): T[] {
  return objects.map((object) => {
    const before = whole.find((other) => nameOf(other) === nameOf(object));
    return BOOKKEEPING.reduce((left, path) => {
      const value = getIn(before, path);
      return value === undefined || getIn(left, path) !== undefined ? left : setIn(left, path, value);
    }, object);
  });
}

function nameOf({ kind, metadata }: KubernetesObject): string {
  return JSON.stringify([kind, metadata?.namespace, metadata?.name]);
}
