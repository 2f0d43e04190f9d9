import { finish, type RawValidator } from './finish.js';
import { interpret } from './interpreter.js';
import { toJsonSchema, type JsonSchema } from './json-schema.js';
import type { StructuralSchema, Validator } from './types.js';

/** Options of {@link loadValidator}. */
export interface LoadValidatorOptions {
  /** The schema is the one that `backupStorageSchema()` returns, whose validator was compiled at build time. */
  bundled: boolean;
  /**
   * A host's own ajv, made with `ajvOptions()`. It is used wherever it can compile, instead of ours.
   */
  ajv?: { compile(schema: JsonSchema): RawValidator };
}

/**
 * A validator for a structural schema, made in the best way that the page allows: compiled at build time, compiled by
 * ajv now, or interpreted where a Content-Security-Policy forbids `new Function`. All give the same errors, but for the
 * `schemaPath` of the first.
 *
 * ajv is loaded on demand. The same schema object gives the same validator again.
 */
export function loadValidator(schema: StructuralSchema, options: LoadValidatorOptions): Promise<Validator> {
  if (options.ajv) return load(schema, options);
  let validator = loaded.get(schema);
  if (!validator) {
    validator = load(schema, options);
    loaded.set(schema, validator);
  }
  return validator;
}

const loaded = new WeakMap<StructuralSchema, Promise<Validator>>();

async function load(schema: StructuralSchema, { bundled, ajv }: LoadValidatorOptions): Promise<Validator> {
  return (
    (ajv && attempt(() => finish(ajv.compile(toJsonSchema(schema)), schema))) ??
    (bundled ? await precompiled(schema) : undefined) ??
    (await compiled(schema)) ??
    interpret(schema)
  );
}

async function precompiled(schema: StructuralSchema): Promise<Validator | undefined> {
  try {
    const generated = await import('./bundled/generated/backup-storage-validator.js');
    return finish(generated.default, schema);
  } catch {
    return undefined; // not generated, or the chunk cannot be loaded
  }
}

/** ajv needs about half a millisecond of the main thread for each node; a schema as big as a BackupConfiguration's is interpreted. */
const MAX_NODES = 1500;

async function compiled(schema: StructuralSchema): Promise<Validator | undefined> {
  const size = sizeOf(toJsonSchema(schema));
  if (size === undefined || size > MAX_NODES || !mayCompile()) return undefined;
  try {
    const { compileWithAjv } = await import('./ajv.js');
    await idle();
    return compileWithAjv(schema);
  } catch {
    return undefined;
  }
}

let compileAllowed: boolean | undefined;

/** Asked only when it matters, and once: where it is forbidden, the browser reports the attempt. */
function mayCompile(): boolean {
  compileAllowed ??= attempt(() => typeof new Function('') === 'function') ?? false;
  return compileAllowed;
}

function attempt<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch {
    return undefined;
  }
}

/** Compiling blocks the page for a moment, so not while it is drawn for the first time. */
function idle(): Promise<void> {
  const { requestIdleCallback } = globalThis as {
    requestIdleCallback?: (callback: () => void, options: { timeout: number }) => unknown;
  };
  return new Promise((resolve) => {
    if (requestIdleCallback) requestIdleCallback(() => resolve(), { timeout: 500 });
    else setTimeout(resolve);
  });
}

/** The number of nodes; `undefined` for a schema that contains itself, which ajv cannot compile. */
function sizeOf(schema: JsonSchema, above: readonly JsonSchema[] = []): number | undefined {
  if (above.includes(schema)) return undefined;
  let size = 1;
  for (const part of partsOf(schema)) {
    const inner = sizeOf(part, [...above, schema]);
    if (inner === undefined) return undefined;
    size += inner;
    if (size > MAX_NODES) return size;
  }
  return size;
}

function partsOf(schema: JsonSchema): JsonSchema[] {
  return [
    ...Object.values(schema.properties ?? {}),
    ...[schema.items, schema.not, schema.additionalProperties || undefined].filter((part) => part !== undefined),
    ...[schema.anyOf, schema.oneOf, schema.allOf].flatMap((branches) => branches ?? []),
  ];
}
