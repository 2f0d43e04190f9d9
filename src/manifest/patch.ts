import type { Document } from 'yaml';
import { deepEqual, isObject, type JsonObject } from './json.js';
import { parseManifest } from './parse.js';
import { readYaml } from './read-yaml.js';
import { toJson, toYaml, type ManifestFormat } from './serialize.js';
import { patchDocument } from './yaml-edits.js';

/**
 * The YAML text changed so that it says `objects`. Only the lines of what differs are touched: comments, order, quotes
 * and spacing of everything else stay as the writer chose. Objects that are new get a document of their own, and
 * documents whose object has gone are removed; the items of a List stay in their List. A document that cannot be changed
 * in this way is written anew, and so is a text that cannot be read.
 */
export function patchYaml(text: string, objects: readonly object[]): string {
  const wanted = JSON.parse(JSON.stringify(objects)) as object[];
  if (says(text, wanted, 'yaml')) return text;
  const patched = patchedText(text, wanted);
  return patched !== undefined && says(patched, wanted, 'yaml') ? patched : inLinesOf(text, toYaml(objects));
}

/** The JSON text if it says `objects`, with its order and layout; else they are written anew. */
export function patchJson(text: string, objects: readonly object[]): string {
  const wanted = JSON.parse(JSON.stringify(objects)) as object[];
  return says(text, wanted, 'json') ? text : inLinesOf(text, toJson(objects));
}

/** Whether a text says exactly these objects. No way of changing text is trusted without this. */
function says(text: string, objects: readonly object[], format: ManifestFormat): boolean {
  const read = parseManifest(text, format);
  return read.issues.length === 0 && deepEqual(read.objects, objects);
}

/** What was written by us, with the line ends of the text that it goes into. */
function inLinesOf(text: string, written: string): string {
  return text.includes('\r\n') ? written.replaceAll('\n', '\r\n') : written;
}

/** A part of the text from one `---` to the next. Without a document it holds comments or nothing. */
interface Part {
  text: string;
  document?: Document.Parsed;
  value?: unknown;
}

/** A place of an object: a document, or an item of a document that is a List. */
interface Slot {
  part: Part;
  value: unknown;
}

function patchedText(text: string, objects: readonly object[]): string | undefined {
  const parts = partsOf(text);
  if (!parts) return undefined;
  const holders = parts.filter(({ document }) => document !== undefined);
  const matches = matched(holders.flatMap(slotsOf), objects);
  const texts: string[] = [];
  let next = 0;
  const addNewUpTo = (end: number) => {
    for (; next < end; next++) texts.push(inLinesOf(text, `---\n${toYaml([objects[next]!])}`));
  };
  for (const part of parts) {
    const found = matches.get(part) ?? [];
    if (!part.document) texts.push(part.text);
    if (!part.document || found.length === 0) continue;
    addNewUpTo(found[0]!);
    const isList = isListPart(part);
    // What is new between the items of a List, or behind those of the last one, is an item too.
    next = isList && part === holders.at(-1) ? objects.length : found.at(-1)! + 1;
    const after = isList ? { ...part.value, items: objects.slice(found[0], next) } : objects[found[0]!]!;
    texts.push(patchedPart(part, part.document, after));
  }
  addNewUpTo(objects.length);
  return joined(texts, text.startsWith('---'), inLinesOf(text, '\n'));
}

/** One document changed, or written anew below the comments that it begins with. */
function patchedPart({ text, value }: Part, document: Document.Parsed, after: object): string {
  const patched = patchDocument(text, document, value, after);
  if (patched !== undefined) {
    const { documents, issues } = readYaml(patched);
    const [found, ...more] = documents.filter((one) => one.value !== undefined);
    if (issues.length === 0 && more.length === 0 && deepEqual(found?.value, after)) return patched;
  }
  const [head] = /^(?:---[ \t]*(?:#.*)?\r?\n)?(?:[ \t]*(?:#.*)?\r?\n)*/.exec(text)!;
  return head + inLinesOf(text, toYaml([after]));
}

function partsOf(text: string): Part[] | undefined {
  const parts: Part[] = [];
  // What a directive says is about the document that follows.
  for (const part of text.split(/^(?=---(?:\s|$))(?<!^%[^\n]*\n)|(?<=^\.\.\.[ \t]*\r?\n)/m)) {
    const { documents, issues } = readYaml(part);
    const [found, ...more] = documents.filter(({ value }) => (value ?? undefined) !== undefined);
    if (issues.length > 0 || more.length > 0) return undefined;
    parts.push({ text: part, ...found });
  }
  return parts;
}

function isListPart(part: Part): part is Part & { value: JsonObject & { items: unknown[] } } {
  return isObject(part.value) && part.value['kind'] === 'List' && Array.isArray(part.value['items']);
}

function slotsOf(part: Part): Slot[] {
  return (isListPart(part) ? part.value.items : [part.value]).map((value) => ({ part, value }));
}

/** Which objects each part gets: one by one when there are as many, else the next of the same kind. */
function matched(slots: readonly Slot[], objects: readonly object[]): Map<Part, number[]> {
  const matches = new Map<Part, number[]>();
  let from = 0;
  for (const [at, { part, value }] of slots.entries()) {
    const isSame = slots.length === objects.length;
    const index = isSame ? at : objects.findIndex((object, other) => other >= from && sameKind(value, object));
    if (index === -1) continue;
    matches.set(part, [...(matches.get(part) ?? []), index]);
    from = index + 1;
  }
  return matches;
}

function sameKind(a: unknown, b: unknown): boolean {
  return isObject(a) && isObject(b) && a['kind'] === b['kind'] && a['apiVersion'] === b['apiVersion'];
}

/** The texts as one stream: `---` between any two, and before the first only where it was. */
function joined(texts: readonly string[], marked: boolean, newline: string): string {
  let stream = '';
  for (const text of texts) {
    const isMarked = /^---(?:\s|$)/.test(text);
    if (stream === '') stream = isMarked && !marked ? text.replace(/^---[ \t]*\r?\n/, '') : text;
    else stream += `${stream.endsWith('\n') ? '' : newline}${isMarked ? '' : `---${newline}`}${text}`;
  }
  return stream;
}
