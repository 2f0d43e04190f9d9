import { finish, type RawValidator } from './finish.js';
import type { JsonSchema } from './json-schema.js';
import { isObject } from './json.js';
import type { StructuralSchema, Validator } from './types.js';

/** Options of {@link loadValidator}. */
export interface LoadValidatorOptions {
  /**
   * A host's own ajv, made with `createAjv()` or `ajvOptions()` of `backupstorage-elements/schema/ajv`: it is used
   * wherever it can compile. A page that forbids code from strings should give none, since the browser reports each attempt.
   */
  ajv?: { compile(schema: JsonSchema): RawValidator };
}

/**
 * A validator for a structural schema, made in the best way that does without trying what a Content-Security-Policy may
 * forbid: by the host's ajv, compiled at build time where the schema says the same as our BackupStorage schema, compiled
 * by ajv now where no policy can be (not in a browser), or interpreted. All give the same errors, but for the `schemaPath`
 * of those that were compiled at build time, and CEL rules are evaluated for all in one way.
 *
 * Each way is loaded only when it is taken. The same schema object gives the same validator again, so read its `errors`
 * before the next call, as with ajv.
 */
export function loadValidator(schema: StructuralSchema, options: LoadValidatorOptions = {}): Promise<Validator> {
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

async function load(schema: StructuralSchema, { ajv }: LoadValidatorOptions): Promise<Validator> {
  const validator =
    (ajv && (await attempt(() => compiledByHost(schema, ajv)))) ??
    (await attempt(() => precompiled(schema))) ??
    (await attempt(() => compiled(schema))) ??
    (await interpreted(schema));
  if (!validator.uncheckedRules) return validator;
  // Without the engine the rules stay listed as unchecked.
  return (await attempt(() => withRules(validator, schema))) ?? validator;
}

async function withRules(validator: Validator, schema: StructuralSchema) {
  const engine = await import('./cel/with-rules.js');
  return engine.withRules(validator, schema);
}

async function compiledByHost(schema: StructuralSchema, ajv: NonNullable<LoadValidatorOptions['ajv']>) {
  const { toJsonSchema } = await import('./json-schema.js');
  return finish(ajv.compile(toJsonSchema(schema)), schema);
}

async function precompiled(schema: StructuralSchema): Promise<Validator | undefined> {
  // Other kinds are not worth loading ours for.
  if (!schema.properties?.['spec']?.properties?.['storage']) return undefined;
  const [{ sameAsBundled }, { backupStorageSchema }, generated] = await bundledParts();
  const adapt = sameAsBundled(schema, backupStorageSchema());
  if (!adapt) return undefined;
  return finish(adapt(generated.default), schema);
}

/** None of these waits for another. */
const bundledParts = () =>
  Promise.all([
    import('./same-as-bundled.js'),
    import('./bundled/backup-storage.js'),
    import('./bundled/generated/backup-storage-validator.js'),
  ]);

/**
 * Fetches what the validator of a BackupStorage is made of, while its schema is still asked for: nearly every cluster has
 * the bundled one.
 */
export function prefetchValidator(): void {
  // What is missing now is missed, and said, when it is needed.
  bundledParts().catch(() => {});
}

async function compiled(schema: StructuralSchema): Promise<Validator | undefined> {
  if (!mayCompile(schema)) return undefined;
  const { compileWithAjv } = await import('./ajv.js');
  await idle();
  return compileWithAjv(schema);
}

async function interpreted(schema: StructuralSchema) {
  const { interpret } = await import('./interpreter.js');
  return interpret(schema);
}

/** The next way is taken where this one is barred: code from strings is forbidden, or a chunk is missing. */
async function attempt(way: () => Promise<Validator | undefined>): Promise<Validator | undefined> {
  try {
    return await way();
  } catch {
    return undefined;
  }
}

/** ajv blocks the page for up to half a millisecond for each node. */
const MAX_NODES = 1500;

/**
 * Whether ajv may try. Where a policy can be violated nobody tries what it may forbid: the attempt itself is reported to
 * whoever watches the page (docs/decisions/0004).
 */
function mayCompile(schema: StructuralSchema): boolean {
  return !('SecurityPolicyViolationEvent' in globalThis) && countNodes(schema, []) <= MAX_NODES;
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

/** Compiling must not hold up whoever asked for it. */
function idle(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
