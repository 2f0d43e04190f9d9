import type { ManifestWords } from '../locales/index.js';
import { schemaAt } from '../schema/field-path.js';
import { isListSchema } from '../schema/members.js';
import { withObjectMeta } from '../schema/object-meta.js';
import type { FieldPath, StructuralSchema } from '../schema/types.js';
import { fieldHelp, keyOptions, valueOptions, type FieldHelp, type ManifestCompletion } from './assist-fields.js';
import { knownKind, USUAL_KINDS, type KindName, type SchemaOf } from './assist-kinds.js';
import { outlineOf } from './assist-lines.js';
import { outlinePath, type OutlineEntry } from './assist-outline.js';
import type { ManifestFormat } from './serialize.js';

export type { FieldHelp, ManifestCompletion } from './assist-fields.js';
export { USUAL_KINDS, type KindName, type KnownKind, type SchemaOf } from './assist-kinds.js';

export interface AssistOptions {
  schemaOf?: SchemaOf | undefined;
  /** The kinds that are offered; BackupStorage and Secret unless given. */
  kinds?: readonly KindName[];
  /** English unless given. */
  messages?: ManifestWords;
}

/** What can be written in the place of `from` to `to`. */
export interface ManifestCompletions {
  from: number;
  to: number;
  options: ManifestCompletion[];
}

/** Nothing is known of the kind, or there is none yet. */
const ANY_OBJECT = withObjectMeta({ type: 'object' });

/**
 * What can be typed at an offset: fields of the object that are not there yet, those that are required first, or values.
 * Undefined where nothing is known. The text may be half written.
 */
export function completionsAt(
  text: string,
  format: ManifestFormat,
  offset: number,
  options: AssistOptions = {},
): ManifestCompletions | undefined {
  const { target } = outlineOf(text, format, offset, true);
  if (!target) return undefined;
  const { entry, word, own } = target;
  const { kind, root, schema, path } = placeIn(entry, options);
  if (!schema) return undefined;
  const site = { text, format, offset, target };
  const isScalar = !schema.properties && !isListSchema(schema);
  if (target.at === 'value' || isScalar) {
    // On the line of a dash the first key of an item may stand; behind a colon none may.
    const mayHoldKey = entry.key === undefined && entry.parent !== undefined && !entry.flow && !entry.parent.flow;
    if (!isScalar && target.at === 'value' && !mayHoldKey) return undefined;
    if (isScalar) return found(valueOptions(schema, valuesOf(path, kind, root, options), site, options.messages));
  }
  if (!schema.properties) return undefined;
  const there = new Set(entry.entries.filter((one) => one !== own).map(({ key }) => key));
  return found(keyOptions(schema, path, there, entry, site, options.messages));

  function found(list: ManifestCompletion[]): ManifestCompletions | undefined {
    const from = word.quoted ? word.from + 1 : word.from;
    return list.length === 0 ? undefined : { from, to: word.to, options: list };
  }
}

/** What is known of the field that an offset is in: at its key, or at its value. */
export function hoverAt(
  text: string,
  format: ManifestFormat,
  offset: number,
  options: AssistOptions = {},
): FieldHelp | undefined {
  const isAt = ({ from, to }: { from: number; to: number }) => from <= offset && offset <= to;
  const { entries } = outlineOf(text, format, offset);
  const entry = entries.findLast((one) => isAt(one) || (one.value && isAt(one.value)));
  if (!entry || entry.behind === undefined) return undefined;
  const { schema, path, root } = placeIn(entry, options);
  if (!schema || !root) return undefined;
  const at = isAt(entry) && entry.from < entry.to ? entry : (entry.value ?? entry);
  const parent = schemaAt(root, path.slice(0, -1));
  const isRequired = parent?.required?.includes(String(path.at(-1))) === true;
  return { from: at.from, to: at.to, ...fieldHelp(schema, path, isRequired, options.messages) };
}

interface PlaceInKind {
  kind: Partial<KindName>;
  /** Of the kind; undefined for a text that is a list of objects. */
  root?: StructuralSchema;
  schema: StructuralSchema | undefined;
  /** In the object. */
  path: FieldPath;
}

/** Where an entry stands in its object, which may be an item of a List. */
function placeIn(entry: OutlineEntry, { schemaOf, messages }: AssistOptions): PlaceInKind {
  let object = entry;
  while (object.parent) object = object.parent;
  let path = outlinePath(entry);
  if (kindOf(object).kind === 'List' && path[0] === 'items') {
    const item = object.entries.find(({ key }) => key === 'items')?.entries[path[1] as number];
    if (!item) return { kind: {}, schema: path.length > 1 ? ANY_OBJECT : undefined, path: [] };
    object = item;
    path = path.slice(2);
  }
  const kind = kindOf(object);
  const root = knownKind(kind, schemaOf, messages)?.schema ?? ANY_OBJECT;
  return { kind, root, schema: schemaAt(root, path), path };
}

function kindOf({ entries }: OutlineEntry): Partial<KindName> {
  const textOf = (name: string) => entries.find(({ key, value }) => key === name && value)?.value?.text;
  const [apiVersion, kind] = [textOf('apiVersion'), textOf('kind')];
  return { ...(apiVersion !== undefined && { apiVersion }), ...(kind !== undefined && { kind }) };
}

/** The values that no schema tells: what kinds there are, of which apiVersion, and which providers have a block. */
function valuesOf(
  path: FieldPath,
  kind: Partial<KindName>,
  root: StructuralSchema | undefined,
  { kinds = USUAL_KINDS }: AssistOptions,
): string[] {
  const field = path.join('.');
  if (field === 'spec.storage.provider') {
    const blocks = Object.entries((root && schemaAt(root, ['spec', 'storage'])?.properties) ?? {});
    return blocks.filter(([, { properties }]) => properties).map(([name]) => name);
  }
  if (field !== 'kind' && field !== 'apiVersion') return [];
  const other = field === 'kind' ? 'apiVersion' : 'kind';
  const fitting = kinds.filter((one) => one[other] === kind[other]);
  return [...new Set((fitting.length > 0 ? fitting : kinds).map((one) => one[field]))];
}
