import { finish, type RawValidator } from './finish.js';
import type { JsonSchema } from './json-schema.js';
import { isObject } from './json.js';
import type { StructuralSchema, Validator } from './types.js';

/** Options of {@link loadValidator}. */
export interface LoadValidatorOptions {
  /** The schema is the one that `backupStorageSchema()` returns, whose validator was compiled at build time. */
  bundled: boolean;
  /** A host's own ajv, made with `ajvOptions()`: it is used wherever it can compile. */
  ajv?: { compile(schema: JsonSchema): RawValidator };
}

/**
 * A validator for a structural schema, made in the best way that the page allows: compiled at build time, compiled by
 * ajv now, or interpreted where a Content-Security-Policy forbids `new Function`. All give the same errors, but for the
 * `schemaPath` of the first.
 *
 * Each way is loaded only when it is taken. The same schema object gives the same validator again, so read its `errors`
 * before the next call, as with ajv.
 */
export function loadValidator(schema: StructuralSchema, options: LoadValidatorOptions): Promise<Validator> {
  if (options.ajv) return load(schema, options);
  let validator = loaded.get(schema);
  if (!validator) {
    validator = load(schema, options);
    loaded.set(schema, validator);
    // A chunk that could not be loaded may be there the next time.
    validator.catch(() => loaded.delete(schema));
  }
  return validator;
}

const loaded = new WeakMap<StructuralSchema, Promise<Validator>>();

async function load(schema: StructuralSchema, { bundled, ajv }: LoadValidatorOptions): Promise<Validator> {
  return (
    (ajv && (await attempt(() => compiledByHost(schema, ajv)))) ??
    (bundled ? await attempt(() => precompiled(schema)) : undefined) ??
    (mayCompile(schema) ? await attempt(() => compiled(schema)) : undefined) ??
    (await interpreted(schema))
  );
}

async function compiledByHost(schema: StructuralSchema, ajv: NonNullable<LoadValidatorOptions['ajv']>) {
  const { toJsonSchema } = await import('./json-schema.js');
  return finish(ajv.compile(toJsonSchema(schema)), schema);
}

async function precompiled(schema: StructuralSchema) {
  const generated = await import('./bundled/generated/backup-storage-validator.js');
  return finish(generated.default, schema);
}

async function compiled(schema: StructuralSchema) {
  const { compileWithAjv } = await import('./ajv.js');
  await idle();
  return compileWithAjv(schema);
}

async function interpreted(schema: StructuralSchema) {
  const { interpret } = await import('./interpreter.js');
  return interpret(schema);
}

/** The next way is taken where this one is barred: code from strings is forbidden, or a chunk is missing. */
async function attempt(way: () => Promise<Validator>): Promise<Validator | undefined> {
  try {
    return await way();
  } catch {
    return undefined;
  }
}

/** ajv blocks the page for up to half a millisecond for each node. */
const MAX_NODES = 1500;

function mayCompile(schema: StructuralSchema): boolean {
  return countNodes(schema, []) <= MAX_NODES && isEvalAllowed();
}

/** The number of nodes up to the limit; infinite for a schema that contains itself, which ajv cannot compile. */
function countNodes(schema: StructuralSchema, above: readonly StructuralSchema[]): number {
  if (above.includes(schema)) return Infinity;
  const path = [...above, schema];
  let count = 1;
  for (const part of partsOf(schema)) {
    count += countNodes(part, path);
    if (count > MAX_NODES) break;
  }
  return count;
}

function partsOf(schema: StructuralSchema): StructuralSchema[] {
  const { properties, items, additionalProperties, not, anyOf, allOf, oneOf } = schema;
  const lists = [Object.values(properties ?? {}), anyOf ?? [], allOf ?? [], oneOf ?? []];
  return [...lists.flat(), items, additionalProperties, not].filter(isObject) as StructuralSchema[];
}

let evalAllowed: boolean | undefined;

/** Asked only when it matters, and once: where it is forbidden, the browser reports the attempt. */
function isEvalAllowed(): boolean {
  if (evalAllowed === undefined) {
    try {
      new Function('');
      evalAllowed = true;
    } catch {
      evalAllowed = false;
    }
  }
  return evalAllowed;
}

/** Compiling must not hold up the first drawing of the page. */
function idle(): Promise<void> {
  const { requestIdleCallback } = globalThis as {
    requestIdleCallback?: (callback: () => void, options: { timeout: number }) => unknown;
  };
  return new Promise((resolve) => {
    if (requestIdleCallback) requestIdleCallback(() => resolve(), { timeout: 500 });
    else setTimeout(resolve);
  });
}
