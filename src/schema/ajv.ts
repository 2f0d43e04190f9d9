import { Ajv, type Options } from 'ajv';
import { finish, type RawValidator } from './finish.js';
import { FORMATS } from './formats.js';
import { toJsonSchema } from './json-schema.js';
import { compilePattern } from './pattern.js';
import type { StructuralSchema, Validator } from './types.js';

// The only module that imports ajv, so that only those who need it load it.

/** What a CRD's schema says besides JSON Schema; some of it is enforced elsewhere, none of it by ajv. */
const VOCABULARY = [
  'x-kubernetes-int-or-string',
  'x-kubernetes-preserve-unknown-fields',
  'x-kubernetes-embedded-resource',
  'x-kubernetes-list-type',
  'x-kubernetes-list-map-keys',
  'x-kubernetes-map-type',
  'x-kubernetes-validations',
  'x-kubernetes-group-version-kind',
  'x-kubernetes-patch-strategy',
  'x-kubernetes-patch-merge-key',
];

/** ajv asks how to write the function into generated code, even where it generates none. */
const regExp = Object.assign((pattern: string) => compilePattern(pattern), { code: 'compilePattern' });

/** The one configuration of ajv here: whoever brings an ajv of their own should make it with these options. */
export function ajvOptions(): Options {
  return {
    allErrors: true,
    verbose: true,
    // A schema of a cluster is not ours to mend, so nothing in it may stop it from being compiled.
    strict: false,
    strictTypes: false,
    strictNumbers: true,
    validateSchema: false,
    meta: false,
    // A member called `constructor` is missing unless the object has one of its own.
    ownProperties: true,
    addUsedSchema: false,
    logger: false,
    keywords: VOCABULARY,
    formats: FORMATS as NonNullable<Options['formats']>,
    code: { regExp },
  };
}

/** An ajv for structural schemas that went through {@link toJsonSchema}; options given here come on top. */
export function createAjv(options: Options = {}): Ajv {
  return new Ajv({ ...ajvOptions(), ...options });
}

/**
 * Compiles a structural schema with ajv. It throws where the page's Content-Security-Policy forbids `new Function`;
 * a big schema takes some hundred milliseconds.
 */
export function compileWithAjv(schema: StructuralSchema): Validator {
  return finish(createAjv().compile(toJsonSchema(schema)) as RawValidator, schema);
}
