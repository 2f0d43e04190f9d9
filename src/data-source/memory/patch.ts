import { isJsonObject, mutableCopy, sameJson, type JsonObject } from './json.js';

/** Thrown by {@link jsonPatch} for an operation that cannot be carried out. */
export class PatchFault extends Error {}

/** The document after an RFC 7386 merge patch. Neither argument is changed. */
export function mergePatch(document: unknown, patch: unknown): unknown {
  if (!isJsonObject(patch)) return mutableCopy(patch);
  const result: JsonObject = isJsonObject(document) ? { ...document } : {};
  for (const [key, value] of Object.entries(patch)) {
    if (key === '__proto__') continue;
    if (value === null) delete result[key];
    else result[key] = mergePatch(result[key], value);
  }
  return result;
}

/** The document after an RFC 6902 patch: add, remove, replace, move, copy, test. Neither argument is changed. */
export function jsonPatch(document: unknown, operations: unknown): unknown {
  if (!Array.isArray(operations)) throw new PatchFault('a JSON patch is a list of operations');
  let result = mutableCopy(document);
  for (const operation of operations as unknown[]) {
    if (!isJsonObject(operation) || typeof operation.path !== 'string')
      throw new PatchFault('a JSON patch operation needs a path');
    const { op, path } = operation;
    if (op === 'test') {
      // The value is left out: a patch of a Secret carries credentials.
      if (!sameJson(read(result, path), operation.value)) throw new PatchFault(`testing value ${path} failed`);
    } else if (op === 'add' || op === 'replace') {
      if (op === 'replace') read(result, path);
      result = write(result, path, mutableCopy(operation.value), op === 'add');
    } else if (op === 'remove') {
      result = removeAt(result, path);
    } else if (op === 'move' || op === 'copy') {
      if (typeof operation.from !== 'string') throw new PatchFault(`${op} operation needs a from`);
      const value = mutableCopy(read(result, operation.from));
      if (op === 'move') result = removeAt(result, operation.from);
      result = write(result, path, value, true);
    } else throw new PatchFault(`Unexpected kind: ${JSON.stringify(op ?? null)}`);
  }
  return result;
}

function stepsOf(path: string): string[] {
  if (path === '') return [];
  if (!path.startsWith('/')) throw new PatchFault(`invalid path: ${path}`);
  return path
    .slice(1)
    .split('/')
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function read(document: unknown, path: string): unknown {
  let value = document;
  for (const step of stepsOf(path)) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) throw missing(path);
    value = (value as JsonObject)[step];
  }
  return value;
}

function write(document: unknown, path: string, value: unknown, insert: boolean): unknown {
  const { parent, last } = parentOf(document, path);
  if (parent === undefined || last === undefined) return value;
  if (Array.isArray(parent)) {
    const index = last === '-' ? parent.length : indexIn(parent, last, path, insert);
    parent.splice(index, insert ? 0 : 1, value);
  } else if (last !== '__proto__') parent[last] = value;
  return document;
}

function removeAt(document: unknown, path: string): unknown {
  read(document, path);
  const { parent, last } = parentOf(document, path);
  if (parent === undefined || last === undefined) return null;
  if (Array.isArray(parent)) parent.splice(indexIn(parent, last, path, false), 1);
  else delete parent[last];
  return document;
}

function parentOf(document: unknown, path: string): { parent?: JsonObject | unknown[]; last?: string } {
  const steps = stepsOf(path);
  const last = steps.pop();
  if (last === undefined) return {};
  let parent = document;
  for (const step of steps) {
    if (typeof parent !== 'object' || parent === null || !Object.hasOwn(parent, step)) throw missing(path);
    parent = (parent as JsonObject)[step];
  }
  if (typeof parent !== 'object' || parent === null) throw missing(path);
  return { parent: parent as JsonObject | unknown[], last };
}

function indexIn(list: readonly unknown[], step: string, path: string, insert: boolean): number {
  const index = /^(0|[1-9]\d*)$/.test(step) ? Number(step) : NaN;
  if (!(index < list.length + (insert ? 1 : 0))) throw missing(path);
  return index;
}

function missing(path: string): PatchFault {
  return new PatchFault(`doc is missing path: ${path}: missing value`);
}
