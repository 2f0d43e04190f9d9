import { isObject, member } from '../json.js';
import type { StructuralSchema } from '../types.js';
import { isScalar, kindOf, type FieldKind, type FormField } from './field.js';
import type { FieldHint } from './overlay.js';

/** What an overlay says of a field that a form reaches by walking the schema. */
export type NestedHint = Omit<FieldHint, 'path' | 'when'> & {
  /** It has a place of its own in the form, and a second control with its id would leave one of them without a name. */
  shownElsewhere?: true;
};

/**
 * Hints by the dotted path of the schema, where `*` stands for any item of a list and any key of a map:
 * `spec.runtimeSettings.container.env.*.name`.
 */
export type NestedHints = ReadonlyMap<string, NestedHint>;

/** A field that was reached by walking. */
export interface NestedField extends FormField {
  /** Where its schema stands, as the keys of {@link NestedHints}. */
  schemaPath: string;
}

/** The properties of an object that the form shows nowhere else: required ones first, otherwise in the order of the schema. */
export function childrenOf(field: FormField, hints?: NestedHints): NestedField[] {
  const { schema } = field;
  const names = Object.keys(schema.properties ?? {}).filter(
    (name) =>
      isObject(member(schema.properties, name)) && !hints?.get(`${schemaPathOf(field)}.${name}`)?.shownElsewhere,
  );
  const children = names.map((name) =>
    nestedField(field, name, idPart(name), name, schema.properties![name]!, hints, schema.required?.includes(name)),
  );
  return [...children.filter(({ required }) => required), ...children.filter(({ required }) => !required)];
}

/** One item of a list. `row` names it in ids, so that an id stays with its item when the index changes. */
export function itemOf(field: FormField, index: number, row: number = index, hints?: NestedHints): NestedField {
  return nestedField(field, index, String(row), '*', field.schema.items ?? {}, hints);
}

/** The value of one key of a map. `row` names it in ids, so that an id stays with its entry when the key changes. */
export function entryOf(field: FormField, key: string, row?: number, hints?: NestedHints): NestedField {
  const { additionalProperties: values } = field.schema;
  return nestedField(
    field,
    key,
    row === undefined ? idPart(key) : String(row),
    '*',
    isObject(values) ? values : {},
    hints,
  );
}

function nestedField(
  parent: FormField,
  step: string | number,
  part: string,
  schemaStep: string,
  schema: StructuralSchema,
  hints: NestedHints | undefined,
  isRequired = false,
): NestedField {
  const schemaPath = `${schemaPathOf(parent)}.${schemaStep}`;
  const hint: NestedHint = hints?.get(schemaPath) ?? {};
  const options = optionsOf(schema, hint);
  // An enum that no text can fulfil is left to the validator.
  const kind = kindOf(schema) === 'enum' && options.length === 0 ? 'string' : kindOf(schema);
  const help = hint.help ?? schema.description;
  return {
    id: `${parent.id}.${part}`,
    path: [...parent.path, step],
    schemaPath,
    kind,
    schema,
    label: hint.label ?? (schema.title || undefined) ?? (schemaStep === '*' ? parent.label : String(step)),
    required: hint.required ?? isRequired,
    ...(help ? { help } : {}),
    ...(hint.placeholder === undefined ? {} : { placeholder: hint.placeholder }),
    ...(schema.default === undefined ? {} : { default: schema.default }),
    ...(kind === 'enum' ? { options } : {}),
    ...(hint.check === undefined ? {} : { check: hint.check }),
    ...(hint.switch === undefined ? {} : { switch: hint.switch }),
  };
}

function optionsOf(schema: StructuralSchema, { options }: NestedHint): { value: string; label: string }[] {
  const values = (schema.enum ?? []).filter((value) => typeof value === 'string');
  return values.map((value) => ({ value, label: member(options, value) ?? value }));
}

/** Where the schema of a field stands, in the notation of {@link NestedHints}. */
export function schemaPathOf(field: FormField): string {
  return 'schemaPath' in field ? (field as NestedField).schemaPath : field.id;
}

/** Dots separate the parts of an id, `~` what belongs to a control, and white space the ids of `aria-describedby`. */
function idPart(name: string): string {
  if (name === '') return '~';
  return name.replace(/[~.\s]/g, (character) => `~${character.charCodeAt(0).toString(16)}`);
}

/** Whether no control but YAML can say everything that the schema allows here. */
export function isOpaque({ kind, schema }: FormField): boolean {
  if (kind === 'any' || schema['x-kubernetes-embedded-resource'] === true) return true;
  if (kind === 'list') return !isObject(schema.items);
  return schema.nullable === true && isScalar(kind);
}

/** What a new item or entry of this kind holds; undefined where it has to be typed first. */
export function emptyValueOf(kind: FieldKind): unknown {
  return kind === 'list' ? [] : kind === 'object' || kind === 'map' ? {} : undefined;
}
