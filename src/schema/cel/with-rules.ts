import { applyDefaults } from '../defaults.js';
import { isObject, member } from '../json.js';
import { escapePointer } from '../pointer.js';
import { pruneNulls } from '../prune.js';
import { isTransition, rulesAt, rulesOf, unchecked } from '../rules.js';
import type { SchemaError, StructuralSchema, UncheckedRule, ValidationRule, Validator } from '../types.js';
import { causesOf } from '../wording.js';
import { compileRule, type Program } from './program.js';
import { celValue } from './values.js';

const KEYWORD = 'x-kubernetes-validations';

/**
 * Adds the CEL rules of a schema to its validator, as the API server does when an object is created
 * (apiextensions-apiserver, `customResourceStrategy.Validate` and `cel.Validator`): after everything else, on the object
 * with its defaults filled in, and not at all when an error was found before that could lead a rule astray.
 *
 * A rule that cannot be compiled or evaluated here is never an error: it stays listed as unchecked.
 */
export function withRules(validator: Validator, schema: StructuralSchema): Validator {
  const compile = compiler();
  const uncompiled = (validator.uncheckedRules ?? []).filter(
    ({ rule }) => !compileRule({ rule }) && !compileRule({ rule, optionalOldSelf: true }),
  );
  const validate: Validator = (data) => {
    validator(data);
    const errors = [...(validator.errors ?? [])];
    const left = new Map(uncompiled.map((rule) => [keyOf(rule), rule]));
    if (!isBlocked(errors, data)) evaluateAll(schema, data, compile, errors, (rule) => left.set(keyOf(rule), rule));
    validate.errors = errors.length > 0 ? errors : null;
    if (left.size > 0) validate.uncheckedRules = [...left.values()];
    else delete validate.uncheckedRules;
    return errors.length === 0;
  };
  if (uncompiled.length > 0) validate.uncheckedRules = uncompiled;
  return validate;
}

type Compile = (rule: ValidationRule) => Program | undefined;

const keyOf = ({ path, rule }: UncheckedRule) => `${path}\n${rule}`;

/** Each rule of the schema is compiled once, when a value first comes to it. */
function compiler(): Compile {
  const known = new WeakMap<ValidationRule, Program | undefined>();
  return (rule) => {
    if (!known.has(rule)) known.set(rule, compileRule(rule));
    return known.get(rule);
  };
}

/** The server's `hasBlockingErr`: after a fault of these kinds it says only that some rules were not checked. */
const BLOCKING: ReadonlySet<string> = new Set([
  'FieldValueNotSupported',
  'FieldValueRequired',
  'FieldValueTooLong',
  'FieldValueTooMany',
  'FieldValueTypeInvalid',
]);

const isBlocked = (errors: readonly SchemaError[], data: unknown) =>
  errors.length > 0 && causesOf(errors, data).some(({ reason }) => BLOCKING.has(reason));

function evaluateAll(
  schema: StructuralSchema,
  data: unknown,
  compile: Compile,
  errors: SchemaError[],
  leave: (rule: UncheckedRule) => void,
): void {
  const found: SchemaError[] = [];
  try {
    const complete = applyDefaults(schema, pruneNulls(schema, structuredClone(data)));
    visit({ rules: schema, shape: schema, isResource: true }, complete, '', '#', '', { compile, errors: found, leave });
  } catch {
    // Such as a value that is no JSON, or a default without end: nothing can be said of it.
    for (const rule of rulesOf(schema)) leave(rule);
    return;
  }
  errors.push(...found);
}

interface Node {
  /** Where the rules are: the schema, or a branch of its `allOf`. */
  rules: StructuralSchema;
  /** What the values are: the schema itself. */
  shape: StructuralSchema;
  /** The whole object or an embedded one: its apiVersion, kind and name can be read. */
  isResource: boolean;
}

interface Evaluation {
  compile: Compile;
  errors: SchemaError[];
  leave(rule: UncheckedRule): void;
}

/** `place` is the path with `*` in the place of indices and keys. */
function visit(node: Node, value: unknown, path: string, schemaPath: string, place: string, to: Evaluation): void {
  // Rules for a null belong to what holds it.
  if (value === null || value === undefined) return;
  const { rules, shape } = node;
  checkValue(node, value, path, schemaPath, place, to);
  if (Array.isArray(rules.allOf))
    for (const [index, branch] of rules.allOf.entries())
      if (isObject(branch)) visit({ ...node, rules: branch }, value, path, `${schemaPath}/allOf/${index}`, place, to);

  const step = (key: 'items' | 'additionalProperties', inner: unknown, part: string) => {
    const [nextRules, nextShape] = [rules[key], shape[key]];
    if (!isObject(nextRules) || !isObject(nextShape)) return;
    const next = { rules: nextRules, shape: nextShape, isResource: isEmbedded(nextShape) };
    visit(next, inner, `${path}/${part}`, `${schemaPath}/${key}`, `${place}/*`, to);
  };
  if (Array.isArray(value)) for (const [index, item] of value.entries()) step('items', item, String(index));
  if (!isObject(value)) return;
  for (const [key, inner] of Object.entries(value)) {
    const pointer = escapePointer(key);
    const [property, propertyShape] = [member(rules.properties, key), member(shape.properties, key)];
    if (property && propertyShape) {
      const next = { rules: property, shape: propertyShape, isResource: isEmbedded(propertyShape) };
      const keyword = `${schemaPath}/properties/${encodeURIComponent(pointer)}`;
      visit(next, inner, `${path}/${pointer}`, keyword, `${place}/${pointer}`, to);
    } else step('additionalProperties', inner, pointer);
  }
}

const isEmbedded = (schema: StructuralSchema) => schema['x-kubernetes-embedded-resource'] === true;

function checkValue(
  { rules, shape, isResource }: Node,
  value: unknown,
  path: string,
  schemaPath: string,
  place: string,
  { compile, errors, leave }: Evaluation,
): void {
  let self: { value: unknown } | undefined;
  for (const rule of rulesAt(rules)) {
    const program = isTransition(rule) ? undefined : compile(rule);
    if (!program) continue;
    let message: string | undefined;
    try {
      self ??= { value: celValue(value, shape, isResource) };
      message = program(self.value);
    } catch {
      leave(unchecked(rule, place));
      continue;
    }
    if (message !== undefined)
      errors.push({
        instancePath: path,
        schemaPath: `${schemaPath}/${KEYWORD}`,
        keyword: KEYWORD,
        params: {
          rule: rule.rule,
          type: shape.type ?? '',
          ...(rule.reason && { reason: rule.reason }),
          ...(rule.fieldPath && { fieldPath: rule.fieldPath }),
        },
        message,
        data: value,
      });
  }
}
