/** The schema engine: what a structural schema says of an object, in the words and ways of the API server. */
export * from './types.js';
export { applyDefaults } from './defaults.js';
export { pruneNulls, pruneUnknownFields, unknownFields } from './prune.js';
export { loadValidator, type LoadValidatorOptions } from './validator.js';
export { interpret } from './interpreter.js';
export { toJsonSchema, type JsonSchema } from './json-schema.js';
export type { RawValidator } from './finish.js';
export { listErrors } from './lists.js';
export { embeddedErrors } from './embedded.js';
export { schemaOfCrd, typeOfSchema } from './crd.js';
export { causesOf, isServerRule } from './wording.js';
export * from './field-path.js';
// Not `ajv.js`, which is an entry of its own: whoever imports this module must not load ajv with it.
