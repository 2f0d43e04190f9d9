import type { FieldWords } from '../../locales/index.js';
import type { FieldPath, StructuralSchema } from '../types.js';
import { fieldOf, propertyAt, type FormField } from './field.js';
import { englishFields } from './words.js';
import type { ChoiceHint, FieldHint, FormOverlay, GroupHint, PanelHint, SecretKeyHint } from './overlay.js';

/** One of several blocks of which one at most is filled. */
export interface FormChoice {
  id: string;
  /** The object that holds the blocks. */
  path: FieldPath;
  label: string;
  help?: string;
  /** The first is chosen at the start. */
  options: readonly { value: string; label: string; block: FormField }[];
  /** Words and rules for fields inside the blocks. */
  hints: readonly FieldHint[];
}

export interface FormPanel {
  title: string;
  fields: readonly FormField[];
  choice?: FormChoice;
}

export interface FormGroup {
  id: string;
  title: string;
  help?: string;
  fields: readonly FormField[];
  /** It can be searched. */
  filter: boolean;
  /** It is open from the start. */
  open: boolean;
}

export interface ProviderForm {
  provider: string;
  label: string;
  authFields: readonly FormField[];
  /** Undefined: the keys are not known, so any may be entered. Empty: never a Secret. */
  secretKeys?: readonly SecretKeyHint[];
  /** Whether this provider takes a Secret at all. */
  takesSecret: boolean;
  /** The field of the block that names the Secret; undefined for a provider that takes none. */
  secretField?: string;
  credentialLess?: string;
  panels: readonly FormPanel[];
  /** What the schema has in this provider's block and no panel shows. */
  rest: readonly FormField[];
}

/** A create form: fixed parts in the guide's order, and everything else that the schema has. */
export interface StorageForm {
  basic: readonly FormField[];
  /** Undefined in the form of another kind. */
  provider?: FormField;
  providers: readonly ProviderForm[];
  groups: readonly FormGroup[];
}

/** How builds of KubeStash, old and new, call the field of a block that names the Secret. */
const SECRET_FIELDS = ['secretName', 'secret'];

const STORAGE: FieldPath = ['spec', 'storage'];

/**
 * The create form of a BackupStorage: the fields that the overlay names, as far as the schema has them, and by themselves
 * the providers and fields that the schema has and the overlay does not know.
 */
export function storageForm(
  schema: StructuralSchema,
  overlay: FormOverlay,
  words: FieldWords = englishFields(),
): StorageForm {
  const builder = new FormBuilder(schema, words);
  const storage = propertyAt(schema, STORAGE);
  const blocks = Object.keys(storage?.properties ?? {}).filter(
    (name) => storage?.properties?.[name]?.type === 'object',
  );
  const known = Object.keys(overlay.providers).filter((name) => blocks.includes(name));
  const unknown = blocks.filter((name) => !known.includes(name)).toSorted();
  const providers = [
    ...known.map((name) => builder.knownProvider(name, overlay)),
    ...unknown.map((name) => builder.unknownProvider(name)),
  ];
  const basic = builder.fields(overlay.basic);
  const groups = (overlay.groups ?? []).map((group) => builder.group(group)).filter(({ fields }) => fields.length > 0);
  const covered = [...basic, ...groups.flatMap(({ fields }) => fields)].map(({ id }) => id);
  const rest = builder.rest(['spec'], [...covered, STORAGE.join('.')]);
  if (rest.length > 0)
    groups.push({ id: 'more', title: words.groupTitles.more, fields: rest, filter: false, open: false });
  return { basic, provider: builder.provider(providers), providers, groups };
}

/** The create form of an object of any kind: its name, and everything that its schema has. */
export function objectForm(
  schema: StructuralSchema,
  { namespaced }: { namespaced: boolean },
  words: FieldWords = englishFields(),
): StorageForm {
  const builder = new FormBuilder(schema, words);
  const { fieldLabels } = words;
  const basic = builder.fields([
    ...(namespaced
      ? [{ path: ['metadata', 'namespace'], label: fieldLabels['metadata.namespace'], required: true }]
      : []),
    { path: ['metadata', 'name'], label: fieldLabels['metadata.name'], required: true },
  ]);
  const groups = builder.rest([], ['apiVersion', 'kind', 'metadata', 'status']).map((field): FormGroup => {
    const inner = field.kind === 'object' ? builder.rest(field.path, []) : [field];
    const title = field.schema.title ?? titleOf(field.label);
    return { id: field.id, title, fields: inner, filter: inner.length > 0, open: true };
  });
  return { basic, providers: [], groups };
}

const titleOf = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);

class FormBuilder {
  constructor(
    private readonly schema: StructuralSchema,
    private readonly words: FieldWords,
  ) {}

  fields(hints: readonly FieldHint[]): FormField[] {
    return hints.map((hint) => fieldOf(this.schema, hint)).filter((field) => field !== undefined);
  }

  knownProvider(provider: string, overlay: FormOverlay): ProviderForm {
    const { label, authFields, secretKeys, credentialLess, panels } = overlay.providers[provider]!;
    const secretField = secretKeys && this.#secretFieldOf(provider);
    return this.#withRest({
      provider,
      label,
      authFields: this.fields(authFields),
      takesSecret: secretKeys !== undefined,
      secretKeys: secretKeys ?? [],
      ...(secretField === undefined ? {} : { secretField }),
      ...(credentialLess === undefined ? {} : { credentialLess }),
      panels: panels
        .map((panel) => this.#panel(panel))
        .filter(({ fields, choice }) => fields.length > 0 || choice !== undefined),
    });
  }

  /** Everything in its block, and a Secret when the block has a field for one. */
  unknownProvider(provider: string): ProviderForm {
    const block = this.#block(provider);
    const secretField = this.#secretFieldOf(provider);
    const names = Object.keys(block?.properties ?? {}).filter((name) => name !== secretField);
    return {
      provider,
      label: block?.title ?? provider,
      authFields: [],
      takesSecret: secretField !== undefined,
      ...(secretField === undefined ? { secretKeys: [] } : { secretField }),
      panels: [
        {
          title: this.words.panelTitles.spec,
          fields: this.fields(names.map((name) => ({ path: [...STORAGE, provider, name] }))),
        },
      ],
      rest: [],
    };
  }

  provider(providers: readonly ProviderForm[]): FormField {
    const id = 'spec.storage.provider';
    const { fieldLabels, fieldHelps } = this.words;
    const hint = { path: [...STORAGE, 'provider'], label: fieldLabels[id], help: fieldHelps[id] };
    const field = fieldOf(this.schema, { ...hint, required: true });
    return {
      ...(field ?? { id, schema: { type: 'string' }, ...hint, required: true }),
      kind: 'enum',
      options: providers.map(({ provider, label }) => ({ value: provider, label })),
    };
  }

  group({ id, title, help, fields, filter }: GroupHint): FormGroup {
    return { id, title, help, fields: this.fields(fields), filter: filter === true, open: false };
  }

  /** The fields below a path that are not covered: the schema may be newer than the overlay. */
  rest(at: FieldPath, covered: readonly string[]): FormField[] {
    const names = Object.keys(propertyAt(this.schema, at)?.properties ?? {});
    return names.flatMap((name) => {
      const path = [...at, name];
      const id = path.join('.');
      if (covered.includes(id)) return [];
      if (covered.some((other) => other.startsWith(`${id}.`))) return this.rest(path, covered);
      return this.fields([{ path }]);
    });
  }

  #withRest(form: Omit<ProviderForm, 'rest'>): ProviderForm {
    const block = [...STORAGE, form.provider];
    const shown = [
      ...form.authFields,
      ...form.panels.flatMap(({ fields, choice }) => [
        ...fields,
        ...(choice?.options.map((option) => option.block) ?? []),
      ]),
    ].map(({ id }) => id);
    const secret = form.secretField === undefined ? [] : [[...block, form.secretField].join('.')];
    return { ...form, rest: this.rest(block, [...shown, ...secret]) };
  }

  #panel({ title, fields, choice: hint }: PanelHint): FormPanel {
    const choice = hint && this.#choice(hint);
    return { title, fields: this.fields(fields), ...(choice && { choice }) };
  }

  #choice({ path, label, help, first, fields }: ChoiceHint): FormChoice | undefined {
    const blocks = Object.entries(propertyAt(this.schema, path)?.properties ?? {}).filter(
      ([, { type }]) => type === 'object',
    );
    if (blocks.length === 0) return undefined;
    const rank = (name: string) => (first.includes(name) ? first.indexOf(name) : first.length);
    const hintOf = (id: string) => fields.find((hint) => hint.path.join('.') === id);
    const options = this.fields(blocks.map(([name]) => hintOf([...path, name].join('.')) ?? { path: [...path, name] }))
      .map((block) => ({ value: String(block.path.at(-1)), label: block.label, block }))
      .toSorted((a, b) => rank(a.value) - rank(b.value) || compared(a.label.toLowerCase(), b.label.toLowerCase()));
    return { id: `${path.join('.')}.*`, path, label, ...(help === undefined ? {} : { help }), options, hints: fields };
  }

  #block(provider: string): StructuralSchema | undefined {
    return propertyAt(this.schema, [...STORAGE, provider]);
  }

  #secretFieldOf(provider: string): string | undefined {
    const { properties = {} } = this.#block(provider) ?? {};
    return SECRET_FIELDS.find((name) => properties[name]?.type === 'string');
  }
}

/** English labels: `Intl` takes 17 ms to load what it compares texts with. */
function compared(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
