import type { ManifestWords } from '../locales/index.js';
import { apiVersionOf, BACKUP_STORAGES, SECRETS } from '../model/resources.js';
import { withObjectMeta } from '../schema/object-meta.js';
import type { StructuralSchema, Validator } from '../schema/types.js';
import { englishManifest } from './words.js';

/** What is known of a kind. */
export interface KnownKind {
  schema: StructuralSchema;
  /** Absent while it is being loaded: the schema alone says what fields there are. */
  validate?: Validator | undefined;
}

/** How an object says of what kind it is. */
export interface KindName {
  apiVersion: string;
  kind: string;
}

/** Finds what is known of an object's kind; undefined for kinds that nothing is known of. */
export type SchemaOf = (object: Partial<KindName>) => KnownKind | undefined;

/** The kinds that a manifest here usually holds. */
export const USUAL_KINDS: readonly KindName[] = [BACKUP_STORAGES, SECRETS].map((type) => ({
  apiVersion: apiVersionOf(type),
  kind: type.kind,
}));

const TEXT_MAP: StructuralSchema = { type: 'object', additionalProperties: { type: 'string' } };

const secretSchemas = new WeakMap<ManifestWords, StructuralSchema>();

/** Secrets have no CRD; these are their fields. */
function secretSchema(messages: ManifestWords): StructuralSchema {
  let schema = secretSchemas.get(messages);
  if (!schema) {
    const { secretFieldHelps: help } = messages;
    schema = {
      type: 'object',
      properties: {
        type: { type: 'string', description: help.type },
        immutable: { type: 'boolean', description: help.immutable },
        data: { ...TEXT_MAP, description: help.data },
        stringData: { ...TEXT_MAP, description: help.stringData },
      },
    };
    secretSchemas.set(messages, schema);
  }
  return schema;
}

/** What is known of an object's kind, with the members that every object of Kubernetes has. */
export function knownKind(
  object: Partial<KindName>,
  schemaOf: SchemaOf | undefined,
  messages: ManifestWords = englishManifest(),
): KnownKind | undefined {
  const isSecret = object.kind === SECRETS.kind && object.apiVersion === apiVersionOf(SECRETS);
  const known = schemaOf?.(object) ?? (isSecret ? { schema: secretSchema(messages) } : undefined);
  if (!known) return undefined;
  let whole = wholes.get(known.schema);
  if (!whole) wholes.set(known.schema, (whole = withObjectMeta(known.schema)));
  return { ...known, schema: whole };
}

const wholes = new WeakMap<StructuralSchema, StructuralSchema>();
