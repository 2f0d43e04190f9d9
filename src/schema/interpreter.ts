import { finish, type RawValidator } from './finish.js';
import {
  hasType,
  isSame,
  numberChecks,
  report,
  rule,
  sizeChecks,
  stringChecks,
  typesOf,
  uniqueCheck,
  type Check,
} from './interpreter-rules.js';
import { toJsonSchema, type JsonSchema } from './json-schema.js';
import { escapePointer } from './pointer.js';
import type { SchemaError, StructuralSchema, Validator } from './types.js';

/**
 * A validator that walks the schema instead of compiling it to code, for pages whose policy forbids `new Function`. It
 * gives the errors that `compileWithAjv` gives, in ajv's order: a fuzz test holds the two together.
 */
export function interpret(schema: StructuralSchema): Validator {
  return finish(interpretJson(toJsonSchema(schema)), schema);
}

/** The same for a schema that was translated already, and without what `finish` adds. */
export function interpretJson(schema: JsonSchema): RawValidator {
  const checkOf = interpreterOf();
  const check = checkOf(schema);
  const validate: RawValidator = (data) => {
    const errors: SchemaError[] = [];
    check(data, '', '#', errors);
    validate.errors = errors.length > 0 ? errors : null;
    return errors.length === 0;
  };
  return validate;
}

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

/** The checks that are made of a value of any type. */
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
    else report(errors, 'oneOf', path, schemaPath, { passingSchemas: null }, 'must match exactly one schema in oneOf');
  };
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
