import { finish, type RawValidator } from './finish.js';
import { FORMATS, type Format } from './formats.js';
import { toJsonSchema, type JsonSchema } from './json-schema.js';
import { isObject } from './json.js';
import { compilePattern } from './pattern.js';
import type { SchemaError, StructuralSchema, Validator } from './types.js';

/**
 * A validator that walks the schema instead of compiling it to code, for pages whose policy forbids `new Function`. It
 * gives the errors that {@link compileWithAjv} gives, in ajv's order: a fuzz test holds the two together.
 */
export function interpret(schema: StructuralSchema): Validator {
  const checkOf = interpreterOf();
  const check = checkOf(toJsonSchema(schema));
  const validate: RawValidator = (data) => {
    const errors: SchemaError[] = [];
    check(data, '', '#', errors);
    validate.errors = errors.length > 0 ? errors : null;
    return errors.length === 0;
  };
  return finish(validate);
}

/** Adds what is wrong with a value, which is at `path` and described at `schemaPath`. */
type Check = (data: unknown, path: string, schemaPath: string, errors: SchemaError[]) => void;

/** Finds fault with a value of the type that its keyword is about. */
type Rule<T> = (data: T) => { params: Record<string, unknown>; message: string } | undefined;

/** Each node is prepared when a value first comes to it, so that a schema may contain itself. */
function interpreterOf(): (schema: JsonSchema) => Check {
  const known = new Map<JsonSchema, Check>();
  const checkOf = (schema: JsonSchema): Check => {
    let check: Check | undefined;
    return (data, path, schemaPath, errors) => {
      check ??= known.get(schema);
      if (!check) {
        check = prepare(schema, checkOf);
        known.set(schema, check);
      }
      check(data, path, schemaPath, errors);
    };
  };
  return checkOf;
}

/** The order of the checks is the order in which ajv's generated code reports. */
function prepare(schema: JsonSchema, checkOf: (schema: JsonSchema) => Check): Check {
  const types = typesOf(schema);
  const groups = [
    { type: 'number', checks: numberChecks(schema) },
    { type: 'string', checks: stringChecks(schema) },
    { type: 'array', checks: arrayChecks(schema, checkOf) },
    { type: 'object', checks: objectChecks(schema, checkOf) },
  ].filter(({ checks }) => checks.length > 0);

  const typeCheck: Check = (data, path, schemaPath, errors) => {
    if (!types.some((type) => hasType(data, type)))
      report(errors, 'type', path, schemaPath, { type: schema.type }, `must be ${String(schema.type)}`);
  };
  // With rules for its only type, a schema's type is looked at where they are.
  const inGroup = types.length === 1 ? groups.find(({ type }) => type === types[0]) : undefined;

  const checks: Check[] = types.length > 0 && !inGroup ? [typeCheck] : [];
  checks.push(...anyTypeChecks(schema, checkOf));
  for (const group of groups)
    checks.push((...args) => {
      if (hasType(args[0], group.type)) for (const check of group.checks) check(...args);
      else if (group === inGroup) typeCheck(...args);
    });
  return (...args) => {
    for (const check of checks) check(...args);
  };
}

function anyTypeChecks(schema: JsonSchema, checkOf: (schema: JsonSchema) => Check): Check[] {
  const checks: Check[] = [];
  const { enum: allowed, not } = schema;
  if (allowed)
    checks.push(
      rule('enum', (data) =>
        allowed.some((value) => isSame(data, value))
          ? undefined
          : { params: { allowedValues: allowed }, message: 'must be equal to one of the allowed values' },
      ),
    );
  if (not) {
    const check = checkOf(not);
    checks.push(
      rule('not', (data) => {
        const found: SchemaError[] = [];
        check(data, '', '', found);
        return found.length > 0 ? undefined : { params: {}, message: 'must NOT be valid' };
      }),
    );
  }
  if (schema.anyOf) checks.push(anyOfCheck(schema.anyOf.map(checkOf)));
  if (schema.oneOf) checks.push(oneOfCheck(schema.oneOf.map(checkOf)));
  for (const [index, check] of schema.allOf?.map(checkOf).entries() ?? [])
    checks.push((data, path, schemaPath, errors) => check(data, path, `${schemaPath}/allOf/${index}`, errors));
  return checks;
}

function anyOfCheck(branches: readonly Check[]): Check {
  return (data, path, schemaPath, errors) => {
    const before = errors.length;
    for (const [index, check] of branches.entries()) {
      const start = errors.length;
      check(data, path, `${schemaPath}/anyOf/${index}`, errors);
      if (errors.length > start) continue;
      errors.length = before;
      return;
    }
    report(errors, 'anyOf', path, schemaPath, {}, 'must match a schema in anyOf');
  };
}

function oneOfCheck(branches: readonly Check[]): Check {
  return (data, path, schemaPath, errors) => {
    const before = errors.length;
    let passing: number | undefined;
    for (const [index, check] of branches.entries()) {
      const start = errors.length;
      check(data, path, `${schemaPath}/oneOf/${index}`, errors);
      if (errors.length > start) continue;
      if (passing !== undefined) {
        const params = { passingSchemas: [passing, index] };
        report(errors, 'oneOf', path, schemaPath, params, 'must match exactly one schema in oneOf');
        return;
      }
      passing = index;
    }
    if (passing !== undefined) errors.length = before;
    else
      report(errors, 'oneOf', path, schemaPath, { passingSchemas: null }, 'must match exactly one schema in oneOf');
  };
}

function numberChecks(schema: JsonSchema): Check[] {
  const limit = (keyword: keyof JsonSchema, comparison: string, limit: number | undefined, ok: Rule2) =>
    limit === undefined
      ? []
      : [
          rule<number>(keyword, (data) =>
            ok(data, limit) ? undefined : { params: { comparison, limit }, message: `must be ${comparison} ${limit}` },
          ),
        ];
  const { multipleOf } = schema;
  return [
    ...limit('maximum', '<=', schema.maximum, (data, limit) => data <= limit),
    ...limit('minimum', '>=', schema.minimum, (data, limit) => data >= limit),
    ...limit('exclusiveMaximum', '<', schema.exclusiveMaximum, (data, limit) => data < limit),
    ...limit('exclusiveMinimum', '>', schema.exclusiveMinimum, (data, limit) => data > limit),
    ...(multipleOf === undefined
      ? []
      : [
          rule<number>('multipleOf', (data) =>
            isMultiple(data, multipleOf) ? undefined : { params: { multipleOf }, message: `must be multiple of ${multipleOf}` },
          ),
        ]),
    ...formatChecks(schema, 'number'),
  ];
}

type Rule2 = (data: number, limit: number) => boolean;

// parseInt on purpose, as ajv does it: it reads 1e21 as 1, so that very big numbers are multiples of nothing.
const isMultiple = (data: number, of: number) => of !== 0 && data / of === parseInt(String(data / of));

function stringChecks(schema: JsonSchema): Check[] {
  const { pattern } = schema;
  const checks = [
    ...sizeChecks<string>(schema, ['maxLength', 'minLength'], 'characters', lengthOf),
    ...formatChecks(schema, 'string'),
  ];
  if (pattern === undefined) return checks;
  const compiled = compilePattern(pattern);
  const check = rule<string>('pattern', (data) =>
    compiled.test(data) ? undefined : { params: { pattern }, message: `must match pattern "${pattern}"` },
  );
  // Before the format, after the lengths.
  checks.splice(checks.length - (schema.format === undefined ? 0 : 1), 0, check);
  return checks;
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
  return [
    rule('format', (data) =>
      definition.validate(data as never) ? undefined : { params: { format }, message: `must match format "${format}"` },
    ),
  ];
}

function sizeChecks<T>(
  schema: JsonSchema,
  [most, least]: readonly [keyof JsonSchema, keyof JsonSchema],
  unit: string,
  sizeOf: (data: T) => number,
): Check[] {
  const size = (keyword: keyof JsonSchema, word: string, ok: Rule2) => {
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

function arrayChecks(schema: JsonSchema, checkOf: (schema: JsonSchema) => Check): Check[] {
  const checks = sizeChecks<unknown[]>(schema, ['maxItems', 'minItems'], 'items', (data) => data.length);
  if (schema.items) {
    const check = checkOf(schema.items);
    checks.push((data, path, schemaPath, errors) => {
      for (const [index, item] of (data as unknown[]).entries())
        check(item, `${path}/${index}`, `${schemaPath}/items`, errors);
    });
  }
  if (schema.uniqueItems) checks.push(uniqueCheck(schema.items ? typesOf(schema.items) : []));
  return checks;
}

/** Which pair ajv names depends on how it searches, and that on the type of the items. */
function uniqueCheck(itemTypes: readonly string[]): Check {
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

function objectChecks(schema: JsonSchema, checkOf: (schema: JsonSchema) => Check): Check[] {
  const checks = sizeChecks<object>(
    schema,
    ['maxProperties', 'minProperties'],
    'properties',
    (data) => Object.keys(data).length,
  );
  for (const missingProperty of schema.required ?? [])
    checks.push(
      rule<Record<string, unknown>>('required', (data) =>
        Object.hasOwn(data, missingProperty) && data[missingProperty] !== undefined
          ? undefined
          : { params: { missingProperty }, message: `must have required property '${missingProperty}'` },
      ),
    );
  const known = new Set(Object.keys(schema.properties ?? {}));
  if (schema.additionalProperties !== undefined) checks.push(othersCheck(schema.additionalProperties, known, checkOf));
  if (schema.properties) checks.push(propertiesCheck(schema.properties, checkOf));
  return checks;
}

function othersCheck(
  others: JsonSchema | false,
  known: ReadonlySet<string>,
  checkOf: (schema: JsonSchema) => Check,
): Check {
  const check = others === false ? undefined : checkOf(others);
  return (data, path, schemaPath, errors) => {
    for (const [key, value] of Object.entries(data as Record<string, unknown>)) {
      if (known.has(key)) continue;
      if (check) check(value, `${path}/${escapePointer(key)}`, `${schemaPath}/additionalProperties`, errors);
      else {
        const params = { additionalProperty: key };
        report(errors, 'additionalProperties', path, schemaPath, params, 'must NOT have additional properties');
      }
    }
  };
}

function propertiesCheck(properties: Record<string, JsonSchema>, checkOf: (schema: JsonSchema) => Check): Check {
  const entries = Object.entries(properties).map(([key, property]) => {
    const pointer = escapePointer(key);
    return { key, check: checkOf(property), pointer, fragment: encodeURIComponent(pointer) };
  });
  return (data, path, schemaPath, errors) => {
    const object = data as Record<string, unknown>;
    for (const { key, check, pointer, fragment } of entries)
      if (Object.hasOwn(object, key) && object[key] !== undefined)
        check(object[key], `${path}/${pointer}`, `${schemaPath}/properties/${fragment}`, errors);
  };
}

const rule =
  <T>(keyword: string, fault: Rule<T>): Check =>
  (data, path, schemaPath, errors) => {
    const found = fault(data as T);
    if (found) report(errors, keyword, path, schemaPath, found.params, found.message);
  };

function report(
  errors: SchemaError[],
  keyword: string,
  instancePath: string,
  schemaPath: string,
  params: Record<string, unknown>,
  message: string,
): void {
  errors.push({ instancePath, schemaPath: `${schemaPath}/${keyword}`, keyword, params, message });
}

function typesOf({ type, nullable }: JsonSchema): string[] {
  const types = Array.isArray(type) ? type : type === undefined ? [] : [type];
  return nullable ? [...types, 'null'] : types;
}

function hasType(data: unknown, type: string): boolean {
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

function isSame(one: unknown, other: unknown): boolean {
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

const escapePointer = (key: string) => key.replaceAll('~', '~0').replaceAll('/', '~1');
