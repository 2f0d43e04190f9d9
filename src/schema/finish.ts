import { isObject } from './json.js';
import { valueAt } from './pointer.js';
import type { SchemaError, Validator } from './types.js';

/** What an engine makes: ajv's function, with whatever else ajv puts into its errors. */
export interface RawValidator {
  (data: unknown): boolean;
  errors?: readonly SchemaError[] | null;
}

/**
 * Makes the validators of all engines alike: big integers are judged as numbers, and each error holds the same six
 * members, `data` being the faulty value of the given object.
 */
export function finish(raw: RawValidator): Validator {
  const validate: Validator = (data) => {
    const valid = raw(withoutBigInts(data));
    validate.errors =
      raw.errors?.map(({ instancePath, schemaPath, keyword, params, message }) => ({
        instancePath,
        schemaPath,
        keyword,
        params,
        ...(message !== undefined && { message }),
        data: valueAt(data, instancePath),
      })) ?? null;
    return valid;
  };
  return validate;
}

/** The biggest number below 2^63; the integers above it would round to a number that is no int64. */
const MAX_INT64 = 2 ** 63 - 1024;

/** A BigInt is how an integer of more than 53 bits is kept exactly; to a schema it is an integer like any other. */
function withoutBigInts(value: unknown): unknown {
  if (typeof value === 'bigint') return BigInt.asIntN(64, value) === value ? Math.min(Number(value), MAX_INT64) : Number(value);
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
    copy[key] = plain;
  }
  return copy ?? value;
}
