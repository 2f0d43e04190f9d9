import type { StructuralSchema } from '../types.js';
import { fieldOf, isScalar, propertyAt, type FormField } from './field.js';
import type { FieldHint, FormOverlay, SecretKeyHint } from './overlay.js';

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
    schema: { type: 'string' },
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
