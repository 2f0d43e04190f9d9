import { isObject } from './json.js';
import type { FieldPath } from './types.js';

const INDEX = /^(?:0|[1-9]\d*)$/;

/**
 * The path that a JSON pointer (such as `instancePath` of an error) means. A pointer does not tell an index from a
 * map key that looks like one; the value that it points into does, and without it a number is taken for an index.
 */
export function pointerToPath(instancePath: string, value?: unknown): FieldPath {
  const path: (string | number)[] = [];
  let inner = value;
  for (const part of partsOf(instancePath)) {
    const isIndex = INDEX.test(part) && !isObject(inner);
    path.push(isIndex ? Number(part) : part);
    inner = step(inner, part);
  }
  return path;
}

/** The value that a JSON pointer points at. */
export function valueAt(value: unknown, pointer: string): unknown {
  let inner = value;
  for (const part of partsOf(pointer)) inner = step(inner, part);
  return inner;
}

/** The path as a JSON pointer. */
export function pathToPointer(path: FieldPath): string {
  return path.map((part) => `/${escapePointer(String(part))}`).join('');
}

/** A key as a part of a JSON pointer. */
export const escapePointer = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');

const partsOf = (pointer: string) =>
  pointer === ''
    ? []
    : pointer
        .slice(1)
        .split('/')
        .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));

const step = (value: unknown, part: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, part)
    ? (value as Record<string, unknown>)[part]
    : undefined;
