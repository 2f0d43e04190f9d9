import { withObjectMeta } from '../schema/object-meta.js';
import type { StructuralSchema } from '../schema/types.js';
import { deepEqual, isObject, type JsonObject, type Path } from './json.js';

/** Whose version of a field. */
export type MergeSide = 'mine' | 'theirs';

/** A field that both sides have changed, each to something else. `undefined` stands for a field that is not there. */
export interface MergeConflict {
  /** Stays the same when the merge is made again: what a choice is kept by. */
  id: string;
  /** Where it is. Inside a list whose items have keys, the index is that of the item in my list, or else in theirs. */
  path: Path;
  base: unknown;
  mine: unknown;
  theirs: unknown;
}

export interface ThreeWayMerge<T> {
  /** At a conflict that is not settled it has my version. */
  merged: T;
  /** Those that `choose` has not settled. */
  conflicts: readonly MergeConflict[];
}

export interface MergeOptions {
  /** Of the whole object: says which lists have keys, and which objects are maps. Without it lists are one thing. */
  schema?: StructuralSchema | undefined;
  /** What means nothing in parts: changed on both sides it is one conflict. */
  units?: readonly Path[];
  /** Settles a conflict; undefined leaves it open. */
  choose?: (conflict: MergeConflict) => MergeSide | undefined;
}

/**
 * What comes of two sets of changes to one object. Objects are merged field by field, maps key by key, lists with keys
 * item by item, and everything else is one thing. What one side has left alone is as the other has it. In Kubernetes
 * `null` is no value: it counts as not there. Numbers and texts stay what they are: `80` and `"80"` differ.
 */
export function threeWayMerge<T extends object>(
  base: T,
  mine: T,
  theirs: T,
  { schema, units = [], choose = () => undefined }: MergeOptions = {},
): ThreeWayMerge<T> {
  const conflicts: MergeConflict[] = [];
  const merger = new Merger(new Set(units.map((path) => JSON.stringify(path))), (conflict) => {
    const side = choose(conflict);
    if (side === undefined) conflicts.push(conflict);
    return side ?? 'mine';
  });
  const merged = merger.merge({ base, mine, theirs }, { schema: schema && withObjectMeta(schema), path: [], id: [] });
  return { merged: (withoutNulls(merged) ?? {}) as T, conflicts };
}

interface Versions {
  base: unknown;
  mine: unknown;
  theirs: unknown;
}

interface Place {
  schema: StructuralSchema | undefined;
  path: Path;
  /** The path with an item's keys in the place of its index. */
  id: readonly unknown[];
}

class Merger {
  constructor(
    private readonly units: ReadonlySet<string>,
    private readonly settle: (conflict: MergeConflict) => MergeSide,
  ) {}

  merge(versions: Versions, place: Place): unknown {
    const base = versions.base ?? undefined;
    const mine = versions.mine ?? undefined;
    const theirs = versions.theirs ?? undefined;
    if (sameValue(mine, theirs) || sameValue(base, theirs)) return mine;
    if (sameValue(base, mine)) return theirs;
    return (
      this.#byPart({ base, mine, theirs }, place) ??
      (this.settle({ id: JSON.stringify(place.id), path: place.path, base, mine, theirs }) === 'mine' ? mine : theirs)
    );
  }

  /** Undefined when the value is one thing. */
  #byPart(versions: Versions, place: Place): unknown {
    const { base, mine, theirs } = versions;
    const { schema, path } = place;
    if (this.units.has(JSON.stringify(path)) || schema?.['x-kubernetes-map-type'] === 'atomic') return undefined;
    if (isObject(mine) && isObject(theirs)) return this.#object(isObject(base) ? base : {}, mine, theirs, place);
    // Of a map the keys count, and one without any may be gone. A block that is gone is another matter: whoever removed
    // it did not mean to leave what the other side has put there.
    const isMap = schema?.additionalProperties !== undefined && schema.properties === undefined;
    if (isMap && [base, mine, theirs].every((one) => one === undefined || isObject(one))) {
      const [a, b, c] = [base, mine, theirs].map((one) => (isObject(one) ? one : {})) as [
        JsonObject,
        JsonObject,
        JsonObject,
      ];
      return this.#object(a, b, c, place);
    }
    if (schema?.['x-kubernetes-list-type'] === 'map' && Array.isArray(mine) && Array.isArray(theirs))
      return this.#list(Array.isArray(base) ? base : [], mine, theirs, place);
    return undefined;
  }

  #object(base: JsonObject, mine: JsonObject, theirs: JsonObject, { schema, path, id }: Place): JsonObject {
    const keys = new Set([...Object.keys(theirs), ...Object.keys(mine)]);
    const entries = [...keys].map((key) => {
      const place = { schema: memberSchema(schema, key), path: [...path, key], id: [...id, key] };
      const value = this.merge({ base: own(base, key), mine: own(mine, key), theirs: own(theirs, key) }, place);
      return [key, value] as const;
    });
    // fromEntries makes own properties of every key, `__proto__` among them.
    return Object.fromEntries(entries.filter(([, value]) => value !== undefined && value !== null));
  }

  #list(base: unknown[], mine: unknown[], theirs: unknown[], { schema, path, id }: Place): unknown {
    const keys = schema?.['x-kubernetes-list-map-keys'] ?? [];
    const [before, ours, others] = [base, mine, theirs].map((list) => itemsByKey(list, keys));
    if (!before || !ours || !others) return undefined;
    const [myOrder, theirOrder] = [ours, others].map((items) => hasOtherOrder(before, items));
    // Two new orders cannot be had both.
    if (myOrder && theirOrder) return undefined;
    const order = myOrder ? [...ours.keys(), ...others.keys()] : [...others.keys(), ...ours.keys()];
    return [...new Set(order)]
      .map((key) => {
        const [a, b, c] = [before.get(key), ours.get(key), others.get(key)];
        const place = { schema: schema?.items, path: [...path, (b ?? c)!.index], id: [...id, key] };
        return this.merge({ base: a?.item, mine: b?.item, theirs: c?.item }, place);
      })
      .filter((item) => item !== undefined);
  }
}

interface Item {
  item: JsonObject;
  index: number;
}

/** Undefined when the items cannot be told apart by their keys. */
function itemsByKey(list: readonly unknown[], keys: readonly string[]): Map<string, Item> | undefined {
  const items = new Map<string, Item>();
  for (const [index, item] of list.entries()) {
    if (!isObject(item) || keys.length === 0) return undefined;
    const key = JSON.stringify(keys.map((name) => own(item, name) ?? null));
    if (items.has(key)) return undefined;
    items.set(key, { item, index });
  }
  return items;
}

/** Whether the items that are still there stand in another order than before. */
function hasOtherOrder(before: ReadonlyMap<string, Item>, after: ReadonlyMap<string, Item>): boolean {
  const kept = [...before.keys()].filter((key) => after.has(key));
  return !deepEqual(
    kept,
    [...after.keys()].filter((key) => before.has(key)),
  );
}

function memberSchema(schema: StructuralSchema | undefined, key: string): StructuralSchema | undefined {
  if (schema?.properties && Object.hasOwn(schema.properties, key)) return schema.properties[key];
  return typeof schema?.additionalProperties === 'object' ? schema.additionalProperties : undefined;
}

function own(object: JsonObject, key: string): unknown {
  return Object.hasOwn(object, key) ? (object[key] ?? undefined) : undefined;
}

/** Whether two values say the same to Kubernetes: members that are null are not there. */
function sameValue(a: unknown, b: unknown): boolean {
  return deepEqual(withoutNulls(a), withoutNulls(b));
}

/** A copy without the members that are null or undefined. Items of a list stay, since their places count. */
export function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (!isObject(value)) return value ?? undefined;
  const entries = Object.entries(value).filter(([, member]) => member !== null && member !== undefined);
  return Object.fromEntries(entries.map(([key, member]) => [key, withoutNulls(member)]));
}
