import { NAMESPACES, SECRETS, type ResourceType } from '../../model/resources.js';
import type { KubernetesObject } from '../../model/types.js';
import { bundledSchema } from '../../schema/bundled/index.js';
import { applyDefaults } from '../../schema/defaults.js';
import { interpret } from '../../schema/interpreter.js';
import { pruneNulls, pruneUnknownFields } from '../../schema/prune.js';
import type { StructuralSchema, Validator } from '../../schema/types.js';
import { causesOf, isServerRule } from '../../schema/wording.js';
import type { StatusCause } from '../errors.js';
import type { SchemaAnswer } from '../types.js';

/** What the server's schema machinery does to the objects of one type. */
export interface SchemaChecks {
  /** Removes unknown fields, in place; their paths in the server's notation and order. */
  prune(object: KubernetesObject): string[];
  /** Drops forbidden nulls and fills in defaults, in place. */
  complete(object: KubernetesObject): void;
  /** The faults that make a write 422. */
  causes(object: KubernetesObject): StatusCause[];
}

const KEEP_UNKNOWN: StructuralSchema = { type: 'object', 'x-kubernetes-preserve-unknown-fields': true };
const STRING: StructuralSchema = { type: 'string' };

/**
 * The members of built-in kinds, as far as unknown ones must be told from known ones. Their values are checked in Go
 * code by the real server, and in `secrets.ts` here.
 */
const BUILT_IN: readonly [ResourceType, StructuralSchema][] = [
  [
    SECRETS,
    {
      type: 'object',
      properties: {
        type: STRING,
        data: { type: 'object', additionalProperties: STRING },
        stringData: { type: 'object', additionalProperties: STRING },
        immutable: { type: 'boolean' },
      },
    },
  ],
  [NAMESPACES, { type: 'object', properties: { spec: KEEP_UNKNOWN, status: KEEP_UNKNOWN } }],
];

/** The checks of a type. A type of the host's own, without a bundled schema, keeps whatever it is given. */
export function schemaChecks(type: ResourceType): SchemaChecks {
  const schema = bundledSchema(type);
  const known = schema ?? BUILT_IN.find(([{ kind, group }]) => kind === type.kind && group === type.group)?.[1];
  let validate: Validator | undefined;
  return {
    prune: (object) => pruneUnknownFields(known ?? KEEP_UNKNOWN, object),
    complete: (object) => {
      if (schema) applyDefaults(schema, pruneNulls(schema, object));
    },
    causes: (object) => {
      if (!schema) return [];
      validate ??= interpret(schema);
      if (validate(object)) return [];
      // Ours are stricter than the server's: it lets an int32 be larger.
      return causesOf((validate.errors ?? []).filter(isServerRule), object);
    },
  };
}

/** The answer to a request for a type's schema; undefined for a type without a bundled one. */
export function schemaAnswer(type: ResourceType): SchemaAnswer | undefined {
  const schema = bundledSchema(type);
  return schema && { openAPIV3Schema: schema, source: 'bundled', version: fingerprint(JSON.stringify(schema)) };
}

/** FNV-1a: two revisions of a schema must differ, nothing more. */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}
