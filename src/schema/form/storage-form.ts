import type { FieldPath, StructuralSchema } from '../types.js';
import type { FieldHint, FormOverlay, SecretKeyHint } from './overlay.js';

/** Which control a field needs. */
export type FieldKind =
  'string' | 'integer' | 'number' | 'boolean' | 'enum' | 'int-or-string' | 'map' | 'list' | 'object' | 'any';

export interface FormField {
  /** Dotted path: stable, unique in the form. */
  id: string;
  path: FieldPath;
  kind: FieldKind;
  label: string;
  help?: string;
  placeholder?: string;
  required: boolean;
  /** What the server fills in when the field is left empty. */
  default?: unknown;
  /** Values of an enum with their words. */
  options?: readonly { value: string; label: string }[];
  check?: (value: unknown) => string | undefined;
}

export interface FormPanel {
  title: string;
  fields: readonly FormField[];
}

export interface ProviderForm {
  provider: string;
  label: string;
  authFields: readonly FormField[];
  /** Undefined: the keys are not known, so only an existing Secret can be named. Empty: never a Secret. */
  secretKeys?: readonly SecretKeyHint[];
  /** Whether this provider takes a Secret at all. */
  takesSecret: boolean;
  credentialLess?: string;
  panels: readonly FormPanel[];
}

export interface StorageForm {
  basic: readonly FormField[];
  provider: FormField;
  providers: readonly ProviderForm[];
}

export function kindOf(schema: StructuralSchema | undefined): FieldKind {
  if (schema === undefined) return 'any';
  if (schema['x-kubernetes-int-or-string']) return 'int-or-string';
  if (schema.enum && schema.type === 'string') return 'enum';
  switch (schema.type) {
    case 'array':
      return 'list';
    case 'object':
      return schema.properties ? 'object' : schema.additionalProperties ? 'map' : 'any';
    default:
      return schema.type ?? 'any';
  }
}

const isScalar = (kind: FieldKind) => kind !== 'map' && kind !== 'list' && kind !== 'object' && kind !== 'any';

/** The schema at a path of property names, or undefined where the schema has no such field. */
export function propertyAt(schema: StructuralSchema, path: FieldPath): StructuralSchema | undefined {
  let at: StructuralSchema | undefined = schema;
  for (const step of path) at = at?.properties?.[step];
  return at;
}

/**
 * The create form of a BackupStorage: the fields that the overlay names, as far as the schema has them, and by themselves
 * the providers and scalar fields that the schema has and the overlay does not know.
 */
export function storageForm(schema: StructuralSchema, overlay: FormOverlay): StorageForm {
  const field = (hint: FieldHint) => fieldOf(schema, hint);
  const fields = (hints: readonly FieldHint[]) => hints.map(field).filter((one) => one !== undefined);
  const storage = propertyAt(schema, ['spec', 'storage']);
  const blocks = Object.keys(storage?.properties ?? {}).filter(
    (name) => storage?.properties?.[name]?.type === 'object',
  );
  const known = Object.keys(overlay.providers).filter((name) => blocks.includes(name));
  const unknown = blocks.filter((name) => !known.includes(name)).toSorted();
  const providers = [
    ...known.map((provider): ProviderForm => {
      const { label, authFields, secretKeys, credentialLess, panels } = overlay.providers[provider]!;
      return {
        provider,
        label,
        authFields: fields(authFields),
        takesSecret: secretKeys !== undefined,
        secretKeys: secretKeys ?? [],
        ...(credentialLess === undefined ? {} : { credentialLess }),
        panels: panels
          .map((panel) => ({ title: panel.title, fields: fields(panel.fields) }))
          .filter((panel) => panel.fields.length > 0),
      };
    }),
    ...unknown.map((provider): ProviderForm => {
      const block = storage!.properties![provider]!;
      const own = Object.keys(block.properties ?? {}).map((name) =>
        field({ path: ['spec', 'storage', provider, name] })!,
      );
      return {
        provider,
        label: block.title ?? provider,
        authFields: [],
        takesSecret: block.properties?.['secretName'] !== undefined,
        panels: [
          { title: 'Spec', fields: own.filter((one) => isScalar(one.kind) && one.path.at(-1) !== 'secretName') },
        ],
      };
    }),
  ];
  const provider = field({
    path: ['spec', 'storage', 'provider'],
    label: 'Provider',
    help: 'Where the backups are kept.',
    required: true,
  }) ?? {
    id: 'spec.storage.provider',
    path: ['spec', 'storage', 'provider'],
    kind: 'string',
    label: 'Provider',
    required: true,
  };
  return {
    basic: fields(overlay.basic),
    provider: {
      ...provider,
      kind: 'enum',
      options: providers.map((one) => ({ value: one.provider, label: one.label })),
    },
    providers,
  };
}

/** Undefined where this cluster's schema lacks the field: asking for it would only have it dropped. */
function fieldOf(schema: StructuralSchema, hint: FieldHint): FormField | undefined {
  // ObjectMeta is just `type: object` in a CRD; its fields are the API machinery's own.
  const at = hint.path[0] === 'metadata' ? ({ type: 'string' } as StructuralSchema) : propertyAt(schema, hint.path);
  if (at === undefined) return undefined;
  const name = String(hint.path.at(-1));
  const parent = propertyAt(schema, hint.path.slice(0, -1));
  const help = hint.help ?? at.description;
  const options = at.enum?.map((value) => ({
    value: String(value),
    label: hint.options?.[String(value)] ?? String(value),
  }));
  return {
    id: hint.path.join('.'),
    path: hint.path,
    kind: kindOf(at),
    label: hint.label ?? at.title ?? name,
    required: hint.required ?? parent?.required?.includes(name) ?? false,
    ...(help === undefined ? {} : { help }),
    ...(hint.placeholder === undefined ? {} : { placeholder: hint.placeholder }),
    ...(at.default === undefined ? {} : { default: at.default }),
    ...(options === undefined ? {} : { options }),
    ...(hint.check === undefined ? {} : { check: hint.check }),
  };
}
