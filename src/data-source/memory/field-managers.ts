import { isJsonObject, sameJson, type JsonObject } from './json.js';

/** One entry of `metadata.managedFields`. */
export interface ManagedFieldsEntry {
  manager: string;
  operation: 'Apply' | 'Update';
  apiVersion: string;
  time: string;
  fieldsType: 'FieldsV1';
  fieldsV1: JsonObject;
}

/** Who writes, how and when. */
export type Writer = Pick<ManagedFieldsEntry, 'manager' | 'operation' | 'apiVersion' | 'time'>;

/** A field that another manager owns with another value. */
export interface FieldConflict {
  owner: ManagedFieldsEntry;
  path: readonly string[];
}

/** Leaves by their path. Lists count as one leaf: the bundled schemas' list maps are not merged item by item here. */
type Fields = Map<string, readonly string[]>;

const SEPARATOR = '\u0000';
/** Members of metadata that somebody can own; the server writes the others. */
const OWNED_META = new Set(['labels', 'annotations', 'finalizers', 'ownerReferences']);

/** The entries after somebody wrote the object: what changed is theirs, and nobody else's. */
export function afterUpdate(
  entries: readonly ManagedFieldsEntry[],
  before: JsonObject | undefined,
  after: JsonObject,
  writer: Writer,
): ManagedFieldsEntry[] {
  const present = fieldsOf(after);
  const changed: Fields = new Map(
    [...present].filter(([, path]) => before === undefined || !sameJson(valueAt(before, path), valueAt(after, path))),
  );
  return rewritten(entries, writer, (fields, own) => {
    for (const key of fields.keys()) if (!present.has(key) || (!own && changed.has(key))) fields.delete(key);
    if (own) for (const [key, path] of changed) fields.set(key, path);
  });
}

/** The fields that an apply would take from others. */
export function applyConflicts(
  entries: readonly ManagedFieldsEntry[],
  live: JsonObject,
  configuration: JsonObject,
  writer: Writer,
): FieldConflict[] {
  const conflicts: FieldConflict[] = [];
  const wanted = fieldsOf(configuration);
  for (const owner of entries) {
    if (isBy(owner, writer)) continue;
    for (const [key, path] of decode(owner.fieldsV1))
      if (wanted.has(key) && !sameJson(valueAt(live, path), valueAt(configuration, path)))
        conflicts.push({ owner, path });
  }
  return conflicts;
}

/**
 * The object and the entries after an apply: the configuration is merged in, and what the same manager applied before
 * and no longer mentions goes, unless somebody else owns it too.
 */
export function afterApply(
  entries: readonly ManagedFieldsEntry[],
  live: JsonObject,
  configuration: JsonObject,
  writer: Writer,
): { object: JsonObject; entries: ManagedFieldsEntry[] } {
  const wanted = fieldsOf(configuration);
  const others = entries.filter((entry) => !isBy(entry, writer));
  const owned = new Set(others.flatMap((entry) => [...decode(entry.fieldsV1).keys()]));
  const object = merged(live, configuration);
  for (const entry of entries)
    if (isBy(entry, writer))
      for (const [key, path] of decode(entry.fieldsV1))
        if (!wanted.has(key) && !owned.has(key)) removeAt(object, path, configuration);
  const next = rewritten(entries, writer, (fields, own) => {
    if (own) {
      fields.clear();
      for (const [key, path] of wanted) fields.set(key, path);
    } else {
      // A forced value is the applier's alone; an equal one is shared.
      for (const [key, path] of fields)
        if (wanted.has(key) && !sameJson(valueAt(live, path), valueAt(configuration, path))) fields.delete(key);
    }
  });
  return { object, entries: next };
}

/** The entry that stands for all that an untracked object held before its first apply. */
export function beforeFirstApply(live: JsonObject, writer: Writer): ManagedFieldsEntry {
  const known: Writer = { ...writer, manager: 'before-first-apply', operation: 'Update' };
  return { ...known, fieldsType: 'FieldsV1', fieldsV1: encode(fieldsOf(live)) };
}

function isBy(entry: ManagedFieldsEntry, { manager, operation }: Writer): boolean {
  return entry.manager === manager && entry.operation === operation;
}

/** Each entry's fields changed by `edit`; entries that own nothing any more go. */
function rewritten(
  entries: readonly ManagedFieldsEntry[],
  writer: Writer,
  edit: (fields: Fields, own: boolean) => void,
): ManagedFieldsEntry[] {
  const all = entries.some((entry) => isBy(entry, writer))
    ? entries
    : [...entries, { ...writer, fieldsType: 'FieldsV1' as const, fieldsV1: {} }];
  return all.flatMap((entry) => {
    const own = isBy(entry, writer);
    const fields = decode(entry.fieldsV1);
    edit(fields, own);
    if (fields.size === 0) return [];
    const fieldsV1 = encode(fields);
    // A write that changes nothing keeps the entry as it was, time included.
    return [sameJson(fieldsV1, entry.fieldsV1) ? entry : { ...entry, ...(own ? writer : {}), fieldsV1 }];
  });
}

function fieldsOf(object: JsonObject): Fields {
  const fields: Fields = new Map();
  const visit = (value: unknown, path: readonly string[]): void => {
    if (isJsonObject(value) && Object.keys(value).length > 0)
      for (const [key, member] of Object.entries(value)) visit(member, [...path, key]);
    else fields.set(path.join(SEPARATOR), path);
  };
  for (const [key, member] of Object.entries(object)) {
    if (key === 'apiVersion' || key === 'kind' || key === 'status') continue;
    if (key !== 'metadata') visit(member, [key]);
    else if (isJsonObject(member))
      for (const [name, value] of Object.entries(member)) if (OWNED_META.has(name)) visit(value, [key, name]);
  }
  return fields;
}

/** As the server writes it: `f:` before each name, and a `.` in every parent but the root and metadata. */
function encode(fields: Fields): JsonObject {
  const root: JsonObject = {};
  for (const path of fields.values()) {
    let node = root;
    for (const [depth, name] of path.entries()) {
      if (depth > 0 && !(depth === 1 && path[0] === 'metadata')) node['.'] = {};
      const key = `f:${name}`;
      node = (node[key] ??= {}) as JsonObject;
    }
  }
  return root;
}

function decode(tree: JsonObject): Fields {
  const fields: Fields = new Map();
  const visit = (node: JsonObject, path: readonly string[]): void => {
    const children = Object.entries(node).filter(([key]) => key.startsWith('f:'));
    if (children.length === 0 && path.length > 0) fields.set(path.join(SEPARATOR), path);
    for (const [key, child] of children) if (isJsonObject(child)) visit(child, [...path, key.slice(2)]);
  };
  visit(tree, []);
  return fields;
}

function valueAt(object: JsonObject, path: readonly string[]): unknown {
  let value: unknown = object;
  for (const step of path) value = isJsonObject(value) && Object.hasOwn(value, step) ? value[step] : undefined;
  return value;
}

/** Objects are merged, everything else is replaced. */
function merged(live: unknown, configuration: JsonObject): JsonObject {
  const result: JsonObject = isJsonObject(live) ? { ...live } : {};
  for (const [key, value] of Object.entries(configuration))
    result[key] = isJsonObject(value) ? merged(result[key], value) : value;
  return result;
}

/** Takes a field out, with the parents that this leaves empty and the configuration does not mention. */
function removeAt(object: JsonObject, path: readonly string[], configuration: JsonObject): void {
  const last = path.at(-1);
  const parents = path.slice(0, -1);
  const parent = valueAt(object, parents);
  if (last === undefined || !isJsonObject(parent) || !Object.hasOwn(parent, last)) return;
  const { [last]: _removed, ...rest } = parent;
  const isEmptied = Object.keys(rest).length === 0 && valueAt(configuration, parents) === undefined;
  if (isEmptied && parents.length > 1) return removeAt(object, parents, configuration);
  // The parents are shared with the frozen live object: write along a fresh path.
  let node = object;
  for (const [depth, step] of parents.entries()) {
    const copy = depth === parents.length - 1 ? rest : { ...(node[step] as JsonObject) };
    node[step] = copy;
    node = copy;
  }
  if (parents.length === 0) delete object[last];
}
