import { withoutLastApplied } from '../model/metadata.js';
import type { BackupStorage } from '../model/types.js';
import { deepEqual, getIn, isObject, unsetIn, type JsonObject, type Path } from './json.js';
import { withoutNulls } from './three-way.js';

/**
 * The JSON merge patch (RFC 7386) that makes `after` of `before`, with nothing in it that is the same in both; empty when
 * nothing has to change. What is gone is `null`. A list is sent whole: merge patches know no parts of lists.
 */
export function mergePatchOf(before: object, after: object): JsonObject {
  const [from, to] = [before as JsonObject, after as JsonObject];
  const entries: [string, unknown][] = [];
  for (const key of new Set([...Object.keys(from), ...Object.keys(to)])) {
    const [was, is] = [own(from, key), own(to, key)];
    if (deepEqual(was, is)) continue;
    if (is === undefined) entries.push([key, null]);
    else if (isObject(was) && isObject(is)) {
      const patch = mergePatchOf(was, is);
      if (Object.keys(patch).length > 0) entries.push([key, patch]);
    } else entries.push([key, is]);
  }
  return Object.fromEntries(entries);
}

function own(object: JsonObject, key: string): unknown {
  return Object.hasOwn(object, key) ? withoutNulls(object[key]) : undefined;
}

/** What a user may change in a storage: its labels, its annotations, and its spec. */
type EditableParts = Required<Pick<BackupStorage, 'spec'>> & {
  metadata: { labels: Record<string, string>; annotations: Record<string, string> };
};

/** What the server fills in where nothing was sent. Its absence changes nothing. */
const FILLED_IN: readonly Path[] = [
  ['spec', 'runtimeSettings', 'pod'],
  ['spec', 'runtimeSettings', 'container'],
  ['spec', 'runtimeSettings'],
];

/** The parts of a storage that an edit is about, alike for objects that say the same. */
export function editableParts(storage: BackupStorage): EditableParts {
  const { metadata, spec } = withoutLastApplied(storage);
  // Maps that are always there change key by key: kubectl's own annotation, which nobody edits, must not go with the rest.
  let parts: EditableParts = {
    metadata: { labels: { ...metadata?.labels }, annotations: { ...metadata?.annotations } },
    spec: spec ?? {},
  };
  for (const path of FILLED_IN) {
    const value = getIn(parts, path);
    if (isObject(value) && Object.keys(value).length === 0) parts = unsetIn(parts, path);
  }
  return parts;
}

/**
 * The merge patch for what was changed in a storage, to be taken only if the stored one is still `base`; undefined when
 * nothing was changed. Status, identity and bookkeeping are never part of it.
 */
export function updatePatchOf(base: BackupStorage, mine: BackupStorage): JsonObject | undefined {
  const patch = mergePatchOf(editableParts(base), editableParts(mine));
  if (Object.keys(patch).length === 0) return undefined;
  const resourceVersion = base.metadata?.resourceVersion;
  const metadata = {
    ...(isObject(patch['metadata']) ? patch['metadata'] : {}),
    ...(resourceVersion && { resourceVersion }),
  };
  return Object.keys(metadata).length > 0 ? { ...patch, metadata } : patch;
}

/** A storage with the editable parts of another version of it. */
export function withEditableParts(storage: BackupStorage, { metadata, spec }: EditableParts): BackupStorage {
  const { labels: _labels, annotations: _annotations, ...rest } = storage.metadata ?? {};
  const filled = (map: Record<string, string>) => Object.keys(map).length > 0;
  return {
    ...storage,
    metadata: {
      ...rest,
      ...(filled(metadata.labels) && { labels: metadata.labels }),
      ...(filled(metadata.annotations) && { annotations: metadata.annotations }),
    },
    spec,
  };
}
