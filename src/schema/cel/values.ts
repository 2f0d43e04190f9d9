import { Duration } from '@marcbachmann/cel-js/evaluator';
import { isDate, isDateTime } from '../formats.js';
import { isObject, member } from '../json.js';
import type { StructuralSchema } from '../types.js';

const string: StructuralSchema = { type: 'string' };

/** What a rule can read of every resource, whatever its schema says. */
const RESOURCE: Readonly<Record<string, StructuralSchema>> = {
  apiVersion: string,
  kind: string,
  metadata: { type: 'object', properties: { name: string, generateName: string } },
};

/**
 * A JSON value as CEL sees it: the schema tells integers from doubles, maps from objects, and timestamps, durations and
 * bytes from text (apiserver, `common.UnstructuredToVal`). Members that the schema does not describe are hidden.
 * Throws for a value that does not fit its schema.
 *
 * One thing is not as on the server: two lists of type `set` or `map` are equal only in the same order here.
 */
export function celValue(value: unknown, schema: StructuralSchema, isResource = false): unknown {
  if (value === null) {
    if (schema.nullable === true) return null;
    throw new TypeError('null');
  }
  if (schema['x-kubernetes-int-or-string'] === true) return typeof value === 'string' ? value : celInteger(value);
  switch (schema.type) {
    case 'object':
      return celObject(value, schema, isResource);
    case 'array':
      return celList(value, schema);
    case 'string':
      return celText(value, schema.format);
    case 'integer':
      return celInteger(value);
    case 'number':
      return celDouble(value);
    case 'boolean':
      if (typeof value === 'boolean') return value;
      throw new TypeError('boolean');
    default:
      throw new TypeError('no type');
  }
}

/** Whether a rule can read values of this schema at all. */
const isReadable = (schema: StructuralSchema): boolean =>
  schema['x-kubernetes-int-or-string'] === true ||
  (schema.type === 'array' ? isObject(schema.items) && isReadable(schema.items) : schema.type !== undefined);

function celObject(value: unknown, schema: StructuralSchema, isResource: boolean): Map<string, unknown> {
  if (!isObject(value)) throw new TypeError('object');
  const properties = isResource ? { ...schema.properties, ...RESOURCE } : schema.properties;
  const map = new Map<string, unknown>();
  for (const [key, inner] of Object.entries(value)) {
    const property = member(properties, key);
    const others = !properties && isObject(schema.additionalProperties) ? schema.additionalProperties : undefined;
    const name = property ? escaped(key) : key;
    const of = property ?? others;
    if (name === undefined || !of || !isReadable(of)) continue;
    map.set(name, celValue(inner, of, of['x-kubernetes-embedded-resource'] === true));
  }
  return map;
}

function celList(value: unknown, { items }: StructuralSchema): unknown[] {
  if (!Array.isArray(value) || !isObject(items)) throw new TypeError('array');
  return value.map((item) => celValue(item, items, items['x-kubernetes-embedded-resource'] === true));
}

function celInteger(value: unknown): bigint {
  const integer = typeof value === 'number' && Number.isInteger(value) ? BigInt(value) : value;
  if (typeof integer !== 'bigint' || BigInt.asIntN(64, integer) !== integer) throw new TypeError('integer');
  return integer;
}

function celDouble(value: unknown): number {
  if (typeof value === 'number' || typeof value === 'bigint') return Number(value);
  throw new TypeError('number');
}

function celText(value: unknown, format: string | undefined): unknown {
  if (typeof value !== 'string') throw new TypeError('string');
  switch (format) {
    case 'date':
      if (isDate(value)) return new Date(value);
      throw new TypeError(format);
    case 'date-time':
      if (isDateTime(value)) return new Date(value.toUpperCase());
      throw new TypeError(format);
    case 'duration':
      return celDuration(value);
    case 'byte':
      return Uint8Array.from(atob(value), (character) => character.charCodeAt(0));
    default:
      return value;
  }
}

const NANOSECONDS: Readonly<Record<string, number>> = {
  ns: 1,
  us: 1e3,
  µs: 1e3,
  μs: 1e3,
  ms: 1e6,
  s: 1e9,
  m: 60e9,
  h: 3600e9,
};
const DURATION = /^([+-]?)((?:(?:\d+\.?\d*|\.\d+)(?:ns|us|µs|μs|ms|s|m|h))+|0)$/;
const PART = /(\d*)\.?(\d*)(ns|us|µs|μs|ms|s|m|h)/g;

/** Go's way of writing it; Scala's, which the server takes too, is left to the server. */
function celDuration(text: string): Duration {
  const [, sign, parts] = DURATION.exec(text) ?? [];
  if (parts === undefined) throw new TypeError('duration');
  let nanos = 0n;
  for (const [, whole, decimals, unit] of parts.matchAll(PART)) {
    const scaled = BigInt(`0${whole}${decimals}`) * BigInt(NANOSECONDS[unit!]!);
    nanos += scaled / 10n ** BigInt(decimals!.length);
  }
  if (sign === '-') nanos = -nanos;
  const seconds = nanos / 1_000_000_000n;
  return new Duration(seconds, Number(nanos % 1_000_000_000n));
}

const KEYWORDS: ReadonlySet<string> = new Set(
  (
    'true false null in as break const continue else for function if import let loop package namespace return var void ' +
    'while'
  ).split(' '),
);
const ESCAPES: Readonly<Record<string, string>> = {
  __: '__underscores__',
  '.': '__dot__',
  '-': '__dash__',
  '/': '__slash__',
};

/** The name by which a rule reads a property; none for a property that no rule can name. */
function escaped(name: string): string | undefined {
  if (KEYWORDS.has(name)) return `__${name}__`;
  if (!/^[A-Za-z_./-][\w./-]*$/.test(name)) return undefined;
  return name.replaceAll(/__|[./-]/g, (part) => ESCAPES[part]!);
}
