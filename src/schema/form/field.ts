import type { FieldPath, StructuralSchema } from '../types.js';
import type { FieldHint } from './overlay.js';

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
  /** Of a boolean: false is the same as absent. */
  switch?: true;
  /** It is asked for only while another field has this value. */
  when?: NonNullable<FieldHint['when']>;
  /** What the schema says of the value. */
  schema: StructuralSchema;
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

export const isScalar = (kind: FieldKind) => kind !== 'map' && kind !== 'list' && kind !== 'object' && kind !== 'any';

/** The schema at a path of property names, or undefined where the schema has no such field. */
export function propertyAt(schema: StructuralSchema, path: FieldPath): StructuralSchema | undefined {
  let at: StructuralSchema | undefined = schema;
  for (const step of path) at = at?.properties?.[step];
  return at;
}

/** Undefined where this cluster's schema lacks the field: asking for it would only have it dropped. */
export function fieldOf(schema: StructuralSchema, hint: FieldHint): FormField | undefined {
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
    schema: at,
    label: hint.label ?? at.title ?? name,
    required: hint.required ?? parent?.required?.includes(name) ?? false,
    ...(help === undefined ? {} : { help }),
    ...(hint.placeholder === undefined ? {} : { placeholder: hint.placeholder }),
    ...(at.default === undefined ? {} : { default: at.default }),
    ...(options === undefined ? {} : { options }),
    ...(hint.check === undefined ? {} : { check: hint.check }),
    ...(hint.switch === undefined ? {} : { switch: hint.switch }),
    ...(hint.when === undefined ? {} : { when: hint.when }),
  };
}
