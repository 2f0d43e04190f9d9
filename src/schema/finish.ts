import { embeddedErrors } from './embedded.js';
import { isObject, setMember } from './json.js';
import { listErrors } from './lists.js';
import { valueAt } from './pointer.js';
import { rulesOf } from './rules.js';
import type { SchemaError, StructuralSchema, Validator } from './types.js';

/** What an engine makes: ajv's function, with whatever else ajv puts into its errors. */
export interface RawValidator {
  (data: unknown): boolean;
  errors?: readonly SchemaError[] | null;
}

/**
 * Makes the validators of all engines alike: big integers are judged as numbers, each error holds the same six members
 * (`data` is the faulty value of the given object), and the rules of embedded resources and of lists are checked too;
 * their errors come last, in the server's order. CEL rules are listed as unchecked: `loadValidator` adds the engine for
 * them where a schema has any.
 */
export function finish(raw: RawValidator, schema: StructuralSchema): Validator {
  const validate: Validator = (data) => {
    raw(withoutBigInts(data));
    const errors: SchemaError[] = (raw.errors ?? []).map(({ instancePath, schemaPath, keyword, params, message }) => ({
      instancePath,
      schemaPath,
      keyword,
      params,
      ...(message !== undefined && { message }),
      data: valueAt(data, instancePath),
    }));
    errors.push(...embeddedErrors(schema, data), ...listErrors(schema, data));
    validate.errors = errors.length > 0 ? errors : null;
    return errors.length === 0;
  };
  const rules = rulesOf(schema);
  if (rules.length > 0) validate.uncheckedRules = rules;
  return validate;
}

/** The biggest number below 2^63; the integers above it would round to a number that is no int64. */
const MAX_INT64 = 2 ** 63 - 1024;

/** A BigInt is how an integer of more than 53 bits is kept exactly; to a schema it is an integer like any other. */
function withoutBigInts(value: unknown): unknown {
  if (typeof value === 'bigint')
    return BigInt.asIntN(64, value) === value ? Math.min(Number(value), MAX_INT64) : Number(value);
  if (Array.isArray(value)) {
    const items = value.map(withoutBigInts);
    return items.some((item, index) => item !== value[index]) ? items : value;
  }
  if (!isObject(value)) return value;
  let copy: Record<string, unknown> | undefined;
  for (const [key, inner] of Object.entries(value)) {
    const plain = withoutBigInts(inner);
    if (plain === inner) continue;
    copy ??= { ...value };
    setMember(copy, key, plain);
  }
  return copy ?? value;
}
