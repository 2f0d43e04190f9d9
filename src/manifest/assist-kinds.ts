import { apiVersionOf, BACKUP_STORAGES, SECRETS } from '../model/resources.js';
import { withObjectMeta } from '../schema/object-meta.js';
import type { StructuralSchema, Validator } from '../schema/types.js';

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

/** Secrets have no CRD; these are their fields. */
const SECRET_SCHEMA: StructuralSchema = {
  type: 'object',
  properties: {
    type: { type: 'string', description: 'What the Secret is for. Opaque unless something asks for another type.' },
    immutable: { type: 'boolean', description: 'With true the values can never be changed, only the Secret deleted.' },
    data: { ...TEXT_MAP, description: 'Values by key, each in base64.' },
    stringData: {
      ...TEXT_MAP,
      description: 'Values by key, as they are. The server moves them to data; they win over what is there.',
    },
  },
};

/** What is known of an object's kind, with the members that every object of Kubernetes has. */
export function knownKind(object: Partial<KindName>, schemaOf: SchemaOf | undefined): KnownKind | undefined {
  const isSecret = object.kind === SECRETS.kind && object.apiVersion === apiVersionOf(SECRETS);
  const known = schemaOf?.(object) ?? (isSecret ? { schema: SECRET_SCHEMA } : undefined);
  if (!known) return undefined;
  let whole = wholes.get(known.schema);
  if (!whole) wholes.set(known.schema, (whole = withObjectMeta(known.schema)));
  return { ...known, schema: whole };
}

const wholes = new WeakMap<StructuralSchema, StructuralSchema>();
