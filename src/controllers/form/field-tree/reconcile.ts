import { deepEqual, isObject } from '../../../manifest/json.js';

/** The identity of a row, and what it said when the rows were made. */
export interface OldRow<T> {
  row: T;
  key: string;
  value: unknown;
}

/** For each item of the new list the row that showed it before; undefined for a new one. */
export function matchItems<T>(old: readonly OldRow<T>[], items: readonly unknown[]): (T | undefined)[] {
  const free = new Set(old);
  const found: (OldRow<T> | undefined)[] = items.map(() => undefined);
  const take = (index: number, candidate: OldRow<T> | undefined) => {
    if (candidate === undefined || found[index] || !free.delete(candidate)) return;
    found[index] = candidate;
  };
  const same = (index: number, candidate: OldRow<T> | undefined) =>
    candidate !== undefined && deepEqual(candidate.value, items[index]);
  // What stands where it stood goes first, so that equal items do not change places.
  for (const index of items.keys()) if (same(index, old[index])) take(index, old[index]);
  for (const index of items.keys()) {
    const fromEnd = old[old.length - items.length + index];
    if (!found[index] && same(index, fromEnd)) take(index, fromEnd);
  }
  for (const index of items.keys())
    if (!found[index])
      take(
        index,
        [...free].find((candidate) => same(index, candidate)),
      );
  // As many as there were: what is left was changed in its place.
  if (old.length === items.length) for (const index of items.keys()) take(index, old[index]);
  return found.map((one) => one?.row);
}

/** For each key of the new map the row that showed it before, also under another key; undefined for a new one. */
export function matchEntries<T>(old: readonly OldRow<T>[], map: unknown): { key: string; row: T | undefined }[] {
  const entries = Object.entries(isObject(map) ? map : {});
  const byKey = new Map(old.map((one) => [one.key, one]));
  const gone = new Set(old.filter(({ key }) => !entries.some(([known]) => known === key)));
  const matched = entries.map(([key, value]) => {
    const before = byKey.get(key) ?? [...gone].find((one) => deepEqual(one.value, value));
    if (before) gone.delete(before);
    return { key, row: before?.row };
  });
  // The same keys in another order are the same map: the rows stay as they were entered.
  const isSame = matched.length === old.length && entries.every(([key]) => byKey.has(key));
  return isSame ? old.map(({ key, row }) => ({ key, row })) : matched;
}
