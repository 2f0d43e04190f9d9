import type { ManifestWords } from '../locales/index.js';
import { formatServerPath } from '../schema/field-path.js';
import { isObject } from '../schema/json.js';
import { isListSchema } from '../schema/members.js';
import type { FieldPath, StructuralSchema } from '../schema/types.js';
import type { OutlineEntry, OutlineTarget } from './assist-outline.js';
import { isAmbiguousScalar } from './kubernetes-yaml.js';
import type { ManifestFormat } from './serialize.js';
import { englishManifest } from './words.js';

/** A field or value that can be written. */
export interface ManifestCompletion {
  kind: 'key' | 'value';
  /** The name or value as it is read. */
  label: string;
  /** What is written. */
  insert: string;
  /** Where the cursor is afterwards, counted in `insert`; absent: behind it. */
  cursor?: number;
  /** In words. */
  type?: string;
  help?: string;
  required?: true;
}

/** What is known of a field. */
export interface FieldHelp {
  /** The key or value that it is said of. */
  from: number;
  to: number;
  path: FieldPath;
  /** The path as the server writes it. */
  field: string;
  /** In words. */
  type: string;
  title?: string;
  help?: string;
  /** As JSON. */
  default?: string;
  values?: readonly string[];
  required?: true;
}

/** Where something is to be written. */
export interface Site {
  text: string;
  format: ManifestFormat;
  offset: number;
  target: OutlineTarget;
}

/** Who writes these is the server: nobody types them. */
const SERVERS_OWN: ReadonlySet<string> = new Set([
  'status',
  ...['selfLink', 'uid', 'resourceVersion', 'generation', 'creationTimestamp'].map((field) => `metadata.${field}`),
  ...['deletionTimestamp', 'deletionGracePeriodSeconds', 'managedFields'].map((field) => `metadata.${field}`),
]);

/** No object is without these, although schemas do not say so. */
const OBJECTS_OWN: ReadonlySet<string> = new Set(['apiVersion', 'kind', 'metadata']);

/** The fields of an object that are not there yet, in the schema's order, those that are required first. */
export function keyOptions(
  schema: StructuralSchema,
  path: FieldPath,
  there: ReadonlySet<string | undefined>,
  holder: OutlineEntry,
  site: Site,
  messages: ManifestWords = englishManifest(),
): ManifestCompletion[] {
  const options = Object.entries(schema.properties ?? {})
    .filter(([name]) => !there.has(name) && !SERVERS_OWN.has([...path, name].join('.')))
    .filter(([name, inner]) => isOpenBlock(name, inner, schema, path, holder))
    .map(([name, inner]): ManifestCompletion => {
      const { title, description } = inner;
      const help = description ?? title;
      const isRequired = schema.required?.includes(name) === true || (path.length === 0 && OBJECTS_OWN.has(name));
      return {
        kind: 'key',
        label: name,
        ...keyText(name, inner, site),
        type: typeWords(inner, messages),
        ...(help !== undefined && { help }),
        ...(isRequired && { required: true }),
      };
    });
  return options.sort((a, b) => Number(b.required ?? false) - Number(a.required ?? false));
}

/** Of the blocks of the providers only the chosen one's can be added. */
function isOpenBlock(
  name: string,
  inner: StructuralSchema,
  schema: StructuralSchema,
  path: FieldPath,
  { entries }: OutlineEntry,
): boolean {
  if (path.join('.') !== 'spec.storage' || !inner.properties) return true;
  const chosen = entries.find(({ key }) => key === 'provider')?.value?.text;
  return chosen === undefined || name === chosen || !schema.properties?.[chosen];
}

/** Values of an enum, true and false, and those that are known from elsewhere. */
export function valueOptions(
  schema: StructuralSchema,
  others: readonly string[],
  site: Site,
  messages: ManifestWords = englishManifest(),
): ManifestCompletion[] {
  const values: readonly unknown[] = schema.enum ?? (schema.type === 'boolean' ? [true, false] : others);
  return values
    .filter((value) => value !== null && !isObject(value))
    .map((value) => ({
      kind: 'value',
      label: String(value),
      insert: valueText(value, site),
      ...(value === schema.default && { type: messages.isDefault }),
    }));
}

function valueText(value: unknown, { format, text, target }: Site): string {
  const { word } = target;
  const before = text[word.from - 1];
  const space = word.text === '' && !word.quoted && before === ':' ? ' ' : '';
  if (typeof value !== 'string') return space + String(value);
  const quoted = JSON.stringify(value);
  // The opening quote stays where it is.
  if (word.quoted) return text[word.from] === "'" ? `${value.replaceAll("'", "''")}'` : quoted.slice(1);
  const needsQuotes = format === 'json' || isAmbiguousScalar(value) || !/^[\w./][\w./-]*$/.test(value);
  return space + (needsQuotes ? quoted : value);
}

/** A key with what is written behind it, so that the value can be typed at once. */
function keyText(name: string, schema: StructuralSchema, site: Site): Pick<ManifestCompletion, 'insert' | 'cursor'> {
  const { target, format, text } = site;
  const { word, own, entry } = target;
  const isJson = format === 'json';
  const quotes = isJson || word.quoted || isAmbiguousScalar(name) || !/^[\w$][\w.$/-]*$/.test(name);
  const mark = word.quoted ? text[word.from]! : '"';
  const key = quotes ? `${word.quoted ? '' : mark}${name}${mark}` : name;
  // A key that has its colon is only renamed.
  if (own?.behind !== undefined) return { insert: key };
  if (isJson || entry.flow) {
    const [value, inside] = emptyValue(schema, isJson);
    const insert = `${key}: ${value}`;
    return { insert: insert + comma(site), cursor: insert.length - inside };
  }
  const lineStart = text.lastIndexOf('\n', word.from - 1) + 1;
  const below = `\n${' '.repeat(word.from - lineStart + 2)}`;
  if (isListSchema(schema)) return { insert: `${key}:${below}- ` };
  if (schema.properties || schema.additionalProperties) return { insert: `${key}:${below}` };
  return { insert: `${key}: ` };
}

/** The empty value of a type, and how much of it stands behind the cursor. */
function emptyValue(schema: StructuralSchema, isJson: boolean): readonly [text: string, inside: number] {
  if (isListSchema(schema)) return ['[]', 1];
  if (schema.properties || schema.additionalProperties || schema.type === 'object') return ['{}', 1];
  return isJson && schema.type === 'string' ? ['""', 1] : ['', 0];
}

/** In brackets the next key needs a comma before it. */
function comma({ text, target }: Site): string {
  const next = /^\s*(\S)/.exec(text.slice(target.word.to, target.word.to + 1000))?.[1];
  return next !== undefined && /["\w]/.test(next) ? ',' : '';
}

/** What is known of a field, in words. */
export function fieldHelp(
  schema: StructuralSchema,
  path: FieldPath,
  isRequired: boolean,
  messages: ManifestWords = englishManifest(),
): Omit<FieldHelp, 'from' | 'to'> {
  const { title, description, enum: values } = schema;
  return {
    path,
    field: formatServerPath(path),
    type: typeWords(schema, messages),
    ...(title !== undefined && { title }),
    ...(description !== undefined && { help: description }),
    ...(schema.default !== undefined && { default: JSON.stringify(schema.default) }),
    ...(values !== undefined && {
      values: values.map((value) => (typeof value === 'string' ? value : JSON.stringify(value))),
    }),
    ...(isRequired && { required: true }),
  };
}

function typeWords(schema: StructuralSchema, messages: ManifestWords): string {
  const words = messages.fieldTypes;
  if (schema['x-kubernetes-int-or-string']) return words['int-or-string'];
  if (isListSchema(schema)) return messages.listOfType(schema.items ? typeWords(schema.items, messages) : words.any);
  if (isObject(schema.additionalProperties) && !schema.properties)
    return messages.mapOfType(typeWords(schema.additionalProperties, messages));
  return schema.type === undefined || schema.type === 'array' ? words.any : words[schema.type];
}
