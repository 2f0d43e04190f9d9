import { FORMATS, type Format } from './formats.js';
import type { JsonSchema } from './json-schema.js';
import { isObject } from './json.js';
import { compilePattern } from './pattern.js';
import type { SchemaError } from './types.js';

/** Adds what is wrong with a value, which is at `path` and described at `schemaPath`. */
export type Check = (data: unknown, path: string, schemaPath: string, errors: SchemaError[]) => void;

/** Finds fault with a value of the type that its keyword is about. */
type Rule<T> = (data: T) => { params: Record<string, unknown>; message: string } | undefined;

type Comparison = (data: number, limit: number) => boolean;

/** A check for a keyword whose rule is about values of one type; what comes is of that type. */
export const rule =
  <T>(keyword: string, fault: Rule<T>): Check =>
  (data, path, schemaPath, errors) => {
    const found = fault(data as T);
    if (found) report(errors, keyword, path, schemaPath, found.params, found.message);
  };

/** Adds an error of ajv's shape; its `data` is added by `finish`, for all engines alike. */
export function report(
  errors: SchemaError[],
  keyword: string,
  instancePath: string,
  schemaPath: string,
  params: Record<string, unknown>,
  message: string,
): void {
  errors.push({ instancePath, schemaPath: `${schemaPath}/${keyword}`, keyword, params, message });
}

/** The types that a schema allows; empty for all. */
export function typesOf({ type, nullable }: JsonSchema): string[] {
  const types = Array.isArray(type) ? type : type === undefined ? [] : [type];
  return nullable ? [...types, 'null'] : types;
}

/** Whether a value is of a type of JSON Schema; an integer may be written as `1.0`. */
export function hasType(data: unknown, type: string): boolean {
  switch (type) {
    case 'null':
      return data === null;
    case 'array':
      return Array.isArray(data);
    case 'object':
      return isObject(data);
    case 'integer':
      return Number.isInteger(data);
    case 'number':
      return Number.isFinite(data);
    default:
      return typeof data === type;
  }
}

/** Deep equality of JSON values. */
export function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (Array.isArray(one))
    return (
      Array.isArray(other) && one.length === other.length && one.every((item, index) => isSame(item, other[index]))
    );
  if (!isObject(one) || !isObject(other)) return false;
  const keys = Object.keys(one);
  return (
    keys.length === Object.keys(other).length &&
    keys.every((key) => Object.hasOwn(other, key) && isSame(one[key], other[key]))
  );
}

/** The checks of numbers, in ajv's order. */
export function numberChecks(schema: JsonSchema): Check[] {
  return [
    ...limitChecks('maximum', '<=', schema.maximum, (data, limit) => data <= limit),
    ...limitChecks('minimum', '>=', schema.minimum, (data, limit) => data >= limit),
    ...limitChecks('exclusiveMaximum', '<', schema.exclusiveMaximum, (data, limit) => data < limit),
    ...limitChecks('exclusiveMinimum', '>', schema.exclusiveMinimum, (data, limit) => data > limit),
    ...multipleChecks(schema),
    ...formatChecks(schema, 'number'),
  ];
}

function limitChecks(keyword: string, comparison: string, limit: number | undefined, ok: Comparison): Check[] {
  if (limit === undefined) return [];
  const fault = { params: { comparison, limit }, message: `must be ${comparison} ${limit}` };
  return [rule<number>(keyword, (data) => (ok(data, limit) ? undefined : fault))];
}

function multipleChecks({ multipleOf }: JsonSchema): Check[] {
  if (multipleOf === undefined) return [];
  const fault = { params: { multipleOf }, message: `must be multiple of ${multipleOf}` };
  return [rule<number>('multipleOf', (data) => (isMultiple(data, multipleOf) ? undefined : fault))];
}

// parseInt on purpose, as ajv does it: it reads 1e21 as 1, so that very big numbers are multiples of nothing.
const isMultiple = (data: number, of: number) => of !== 0 && data / of === parseInt(String(data / of));

/** The checks of texts, in ajv's order. */
export function stringChecks(schema: JsonSchema): Check[] {
  return [
    ...sizeChecks<string>(schema, ['maxLength', 'minLength'], 'characters', lengthOf),
    ...patternChecks(schema),
    ...formatChecks(schema, 'string'),
  ];
}

function patternChecks({ pattern }: JsonSchema): Check[] {
  if (pattern === undefined) return [];
  const compiled = compilePattern(pattern);
  const fault = { params: { pattern }, message: `must match pattern "${pattern}"` };
  return [rule<string>('pattern', (data) => (compiled.test(data) ? undefined : fault))];
}

/** Characters, not UTF-16 units. */
function lengthOf(text: string): number {
  let length = 0;
  for (const _character of text) length += 1;
  return length;
}

/** A format of another type still counts as a rule here, and so decides where ajv reports a wrong type. */
function formatChecks({ format }: JsonSchema, type: 'number' | 'string'): Check[] {
  if (format === undefined) return [];
  const definition: Format | undefined = FORMATS[format];
  if (!definition || (definition.type ?? 'string') !== type) return [() => undefined];
  const fault = { params: { format }, message: `must match format "${format}"` };
  return [rule('format', (data) => (definition.validate(data as never) ? undefined : fault))];
}

/** Checks of the greatest and the least size of a text, list or object. */
export function sizeChecks<T>(
  schema: JsonSchema,
  [most, least]: readonly [keyof JsonSchema, keyof JsonSchema],
  unit: string,
  sizeOf: (data: T) => number,
): Check[] {
  const size = (keyword: keyof JsonSchema, word: string, ok: Comparison) => {
    const limit = schema[keyword] as number | undefined;
    if (limit === undefined) return [];
    const message = `must NOT have ${word} than ${limit} ${unit}`;
    return [rule<T>(keyword, (data) => (ok(sizeOf(data), limit) ? undefined : { params: { limit }, message }))];
  };
  return [
    ...size(most, 'more', (size, limit) => size <= limit),
    ...size(least, 'fewer', (size, limit) => size >= limit),
  ];
}

/** A check that no item occurs twice. Which pair ajv names depends on how it searches, and that on the type of the items. */
export function uniqueCheck(itemTypes: readonly string[]): Check {
  const areScalars = itemTypes.length > 0 && !itemTypes.includes('object') && !itemTypes.includes('array');
  return rule<unknown[]>('uniqueItems', (data) => {
    const pair = areScalars ? sameScalars(data, itemTypes) : sameItems(data);
    return (
      pair && {
        params: pair,
        message: `must NOT have duplicate items (items ## ${pair.j} and ${pair.i} are identical)`,
      }
    );
  });
}

function sameScalars(list: readonly unknown[], types: readonly string[]): { i: number; j: number } | undefined {
  const indices = new Map<string, number>();
  for (let i = list.length - 1; i >= 0; i -= 1) {
    const item = list[i];
    if (!types.some((type) => hasType(item, type))) continue;
    const key = typeof item === 'string' && types.length > 1 ? `${item}_` : String(item);
    const j = indices.get(key);
    if (j !== undefined) return { i, j };
    if (key !== '__proto__') indices.set(key, i);
  }
  return undefined;
}

function sameItems(list: readonly unknown[]): { i: number; j: number } | undefined {
  for (let i = list.length - 1; i >= 0; i -= 1)
    for (let j = i - 1; j >= 0; j -= 1) if (isSame(list[i], list[j])) return { i, j };
  return undefined;
}
