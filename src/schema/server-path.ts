import { isObject, member } from './json.js';
import { isListSchema, memberSchema } from './members.js';
import { withObjectMeta } from './object-meta.js';
import type { FieldPath, StructuralSchema } from './types.js';

/**
 * Finds the field that a path of the server's means. Its notation is ambiguous, since names and keys may hold dots and
 * brackets, so the schema and the submitted object are walked together, and the longest known name goes first. Also
 * read: the leading dot and the `[name="x"]` of server-side apply, and the `m[key]` of CEL.
 *
 * `undefined` for a path that fits nowhere: show such an error for the form as a whole.
 */
export function parseServerPath(field: string, schema: StructuralSchema, value?: unknown): FieldPath | undefined {
  const text = field.startsWith('.') ? field.slice(1) : field;
  return text === '' || text === '<nil>' ? undefined : walk(text, withObjectMeta(schema), value);
}

function walk(rest: string, schema: StructuralSchema | undefined, value: unknown): FieldPath | undefined {
  if (rest === '') return [];
  if (Array.isArray(value) || (schema && isListSchema(schema))) return walkList(rest, schema?.items, value);
  return rest.startsWith('[') ? walkBracket(rest, schema, value) : walkMember(rest, schema, value);
}

function walkList(rest: string, items: StructuralSchema | undefined, value: unknown): FieldPath | undefined {
  const list = Array.isArray(value) ? (value as unknown[]) : [];
  const [head, digits] = /^\[(\d+)\]/.exec(rest) ?? [];
  if (head !== undefined) return step(Number(digits), rest.slice(head.length), items, list[Number(digits)]);
  const [selector] = /^\[(?:[^"\]]|"(?:[^"\\]|\\.)*")*\]/.exec(rest) ?? [];
  if (selector === undefined) return undefined;
  const index = list.findIndex((item) => isSelected(item, selector.slice(1, -1)));
  return index < 0 ? undefined : step(index, rest.slice(selector.length), items, list[index]);
}

/** Server-side apply names an item by its keys, `name="x",port=80`, and one of a set by its value, `="x"`. */
function isSelected(item: unknown, selector: string): boolean {
  const terms = [...selector.matchAll(/([^=,"]*)=("(?:[^"\\]|\\.)*"|[^,"]*)(?:,|$)/g)];
  return (
    terms.length > 0 &&
    terms.every(([, key, wanted]) => {
      const actual = key === '' ? item : isObject(item) ? member(item, key!) : undefined;
      return (typeof actual === 'bigint' ? String(actual) : JSON.stringify(actual)) === wanted;
    })
  );
}

/** `m[key]`: a key of a map, which may itself hold a bracket. */
function walkBracket(rest: string, schema: StructuralSchema | undefined, value: unknown): FieldPath | undefined {
  const keys = [...rest.matchAll(/\]/g)].map(({ index }) => rest.slice(1, index));
  const known = keys.filter((key) => own(value, key) !== undefined).reverse();
  for (const key of [...known, ...(takesKeys(schema) ? keys : [])]) {
    const tail = rest.slice(key.length + 2);
    const path = step(key, tail, schema && memberSchema(schema, key), own(value, key));
    if (path) return path;
  }
  return undefined;
}

function walkMember(rest: string, schema: StructuralSchema | undefined, value: unknown): FieldPath | undefined {
  const known = new Set([...Object.keys(schema?.properties ?? {}), ...(isObject(value) ? Object.keys(value) : [])]);
  const fitting = [...known].filter((key) => rest.startsWith(key) && /^(?:$|[.[])/.test(rest.slice(key.length)));
  // An object may hold both `a` and `a.b`.
  fitting.sort((a, b) => b.length - a.length);
  for (const key of [...fitting, ...newKeys(rest, schema)]) {
    const path = step(key, rest.slice(key.length), schema && memberSchema(schema, key), own(value, key));
    if (path) return path;
  }
  return undefined;
}

/** What may be a key that is not in the submitted object: of a map of scalars all that is left, otherwise the least. */
function newKeys(rest: string, schema: StructuralSchema | undefined): string[] {
  if (!schema || !takesKeys(schema)) return [];
  const values = isObject(schema.additionalProperties) ? schema.additionalProperties : undefined;
  if (values && !values.properties && !values.items && !values.additionalProperties) return [rest];
  const ends = [...rest.matchAll(/[.[]/g)].map(({ index }) => index).filter((index) => index > 0);
  return [...ends, rest.length].map((end) => rest.slice(0, end));
}

function step(
  part: string | number,
  rest: string,
  schema: StructuralSchema | undefined,
  value: unknown,
): FieldPath | undefined {
  const path = walk(rest.startsWith('.') ? rest.slice(1) : rest, schema, value);
  return path && [part, ...path];
}

/** Whether an object may have members that its schema does not name. */
const takesKeys = (schema: StructuralSchema | undefined) =>
  schema !== undefined &&
  (schema.additionalProperties === true ||
    isObject(schema.additionalProperties) ||
    schema['x-kubernetes-preserve-unknown-fields'] === true);

const own = (value: unknown, key: string) => (isObject(value) ? member(value, key) : undefined);
