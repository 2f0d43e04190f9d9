import { isMap, isScalar, isSeq, type Node, type YAMLMap } from 'yaml';
import type { FieldPath } from '../schema/types.js';
import { placesIn, type ManifestPlace } from './manifest-issue.js';
import type { ReadManifest } from './parse.js';

/** What of a field is pointed at. A key is taken where there is no value to point at, and the other way round. */
export type PlacePart = 'value' | 'key';

/**
 * Where a field stands in the text; of a field that is not there the key of the innermost object that is. `document`
 * counts the objects of the manifest, as `objects` does. Undefined for an object that the text does not have.
 */
export function placeOf(
  read: ReadManifest,
  document: number,
  path: FieldPath,
  part: PlacePart = 'value',
): ManifestPlace | undefined {
  return placerOf(read)(document, path, part);
}

/** {@link placeOf} for many questions about one text. */
export function placerOf(
  read: ReadManifest,
): (document: number, path: FieldPath, part?: PlacePart) => ManifestPlace | undefined {
  const place = placesIn(read.text);
  return (document, path, part = 'value') => {
    const range = rangeOf(read, document, path, part);
    return range && place(...range);
  };
}

type Range = [from: number, to: number];

function rangeOf({ nodes, text }: ReadManifest, document: number, path: FieldPath, part: PlacePart): Range | undefined {
  const root = nodes[document];
  if (!root) return undefined;
  let node: Node | null = root;
  let key: Node | undefined;
  let isMissing = false;
  for (const step of path) {
    const next = below(node, step);
    isMissing = next === undefined;
    if (!next) break;
    ({ node, key } = next);
  }
  const ofKey = key && shown(key);
  if (ofKey && (isMissing || part === 'key')) return ofKey;
  const ofValue = node ? shown(node) : undefined;
  if (!ofValue || ofValue[0] >= ofValue[1]) return ofKey ?? ofValue;
  const isBlock = (isMap(node) || isSeq(node)) && !node.flow;
  const isOneLine = !isBlock && !text.slice(...ofValue).includes('\n');
  if (isOneLine && node !== root && !isMissing) return ofValue;
  return ofKey ?? firstKeyOf(node) ?? firstLine(text, ofValue);
}

interface Below {
  /** Items of lists have none. */
  key: Node | undefined;
  node: Node | null;
}

function below(node: Node | null, step: string | number): Below | undefined {
  if (isSeq(node)) {
    const item = node.items[Number(step)] as Node | undefined;
    return item && { key: undefined, node: item };
  }
  if (!isMap(node)) return undefined;
  const pairs = (node as YAMLMap<Node, Node | null>).items;
  const pair = pairs.find(({ key }) => isScalar(key) && String(key.value) === String(step));
  return pair && { key: pair.key, node: pair.value };
}

/** An object as a whole is pointed at by its first key. */
function firstKeyOf(node: Node | null): Range | undefined {
  const [first] = isMap(node) ? (node as YAMLMap<Node>).items : [];
  return first && shown(first.key);
}

function firstLine(text: string, [from, to]: Range): Range {
  const end = text.slice(from, to).search(/\r?\n/);
  return [from, end < 0 ? to : from + end];
}

function shown({ range }: Node): Range | undefined {
  return range ? [range[0], range[1]] : undefined;
}
