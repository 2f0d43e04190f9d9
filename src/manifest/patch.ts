import { isMap, isSeq, type Document } from 'yaml';
import { deepEqual, isObject, type Path } from './json.js';
import { parseDocuments } from './parse.js';
import { styleForKubernetes, toYaml, YAML_OUTPUT } from './serialize.js';

/**
 * The YAML text changed so that it says `objects`, keeping comments, the order of keys and what else the writer chose.
 * Text that cannot be read, or that holds another number of documents, is written anew.
 */
export function patchYaml(text: string, objects: readonly object[]): string {
  const documents = parseDocuments(text).documents.filter((document) => document.contents !== null);
  const patchable =
    documents.length === objects.length &&
    documents.every((document) => document.errors.length === 0 && isMap(document.contents));
  if (!patchable) return toYaml(objects);
  const current = documents.map((document) => document.toJS() as unknown);
  // intAsBigInt gives bigints; the comparison below must see the numbers of `objects` as equal.
  if (current.every((value, index) => deepEqual(plain(value), objects[index]))) return text;
  documents.forEach((document, index) => {
    patchNode(document, [], plain(current[index]), objects[index]);
    styleForKubernetes(document);
  });
  return documents.map((document) => withoutMarker(document.toString(YAML_OUTPUT))).join('---\n');
}

function patchNode(document: Document, path: Path, before: unknown, after: unknown): void {
  if (deepEqual(before, after)) return;
  const node = path.length === 0 ? document.contents : document.getIn(path, true);
  if (isObject(before) && isObject(after) && isMap(node)) {
    for (const key of Object.keys(before)) if (!Object.hasOwn(after, key)) document.deleteIn([...path, key]);
    for (const [key, value] of Object.entries(after)) patchNode(document, [...path, key], before[key], value);
  } else if (Array.isArray(before) && Array.isArray(after) && before.length === after.length && isSeq(node)) {
    after.forEach((value, index) => patchNode(document, [...path, index], before[index], value));
  } else {
    document.setIn(path, document.createNode(after));
  }
}

/** A document after the first prints its own `---`; they are joined here, with one each. */
function withoutMarker(text: string): string {
  return text.replace(/^---\n/, '');
}

function plain(value: unknown): unknown {
  if (typeof value === 'bigint') return Number(value);
  if (Array.isArray(value)) return value.map(plain);
  if (isObject(value)) return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plain(item)]));
  return value;
}
