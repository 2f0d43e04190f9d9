import type { RawValidator } from './finish.js';
import { isSame } from './interpreter-rules.js';
import { interpretJson } from './interpreter.js';
import { toJsonSchema, type JsonSchema } from './json-schema.js';
import type { SchemaError, StructuralSchema } from './types.js';

/**
 * Compares a schema with our own. If both say the same, the answer makes the validator that was compiled from ours one for
 * the given schema; otherwise there is none. Only what validates is compared, in any order of members: titles,
 * descriptions, examples, defaults and whatever else JSON Schema has no words for are no part of a compiled validator.
 *
 * The metadata may differ. A CRD leaves it open and the OpenAPI document of a cluster describes it (ObjectMeta, which
 * is not the same in all versions of Kubernetes), so its part of the given schema is interpreted.
 */
export function sameAsBundled(
  given: StructuralSchema,
  bundled: StructuralSchema,
): ((compiled: RawValidator) => RawValidator) | undefined {
  if (given === bundled) return (compiled) => compiled;
  const [theirs, ours] = [toJsonSchema(given), toJsonSchema(bundled)];
  if (!isSame(withoutMetadata(theirs), withoutMetadata(ours))) return undefined;
  const metadata = theirs.properties?.['metadata'];
  if (isSame(metadata, ours.properties?.['metadata'])) return (compiled) => compiled;
  const own = interpretJson({ properties: metadata ? { metadata } : {} });
  return (compiled) => withMetadata(compiled, own);
}

function withoutMetadata(schema: JsonSchema): JsonSchema {
  const { metadata: _metadata, ...properties } = schema.properties ?? {};
  return { ...schema, properties };
}

/** Puts the errors of the one in the place that they have in a validator of the whole: `metadata` goes before `spec`. */
function withMetadata(compiled: RawValidator, metadata: RawValidator): RawValidator {
  const validate: RawValidator = (data) => {
    compiled(data);
    metadata(data);
    const errors = (compiled.errors ?? []).filter(({ instancePath }) => instancePath !== '/metadata');
    const next = errors.findIndex(({ instancePath }) => /^\/(?:spec|status)(?:\/|$)/.test(instancePath));
    const end = next < 0 ? errors.length : next;
    const all: SchemaError[] = [...errors.slice(0, end), ...(metadata.errors ?? [])];
    all.push(...errors.slice(end));
    validate.errors = all.length > 0 ? all : null;
    return all.length === 0;
  };
  return validate;
}
