import type { Document } from 'yaml';
import { deepEqual, isObject } from './json.js';
import { readYaml } from './read-yaml.js';
import { toYaml } from './serialize.js';
import { patchDocument } from './yaml-edits.js';

/**
 * The YAML text changed so that it says `objects`. Only the lines of what differs are touched: comments, order, quotes
 * and spacing of everything else stay as the writer chose. Objects that are new get a document of their own, and
 * documents whose object has gone are removed. A text that cannot be read, or not be changed in this way, is written
 * anew.
 */
export function patchYaml(text: string, objects: readonly object[]): string {
  const wanted = JSON.parse(JSON.stringify(objects)) as object[];
  const patched = patchedText(text, wanted);
  return patched !== undefined && says(patched, wanted) ? patched : toYaml(objects);
}

/** Whether a text says exactly these objects. No way of changing text is trusted without this. */
function says(text: string, objects: readonly object[]): boolean {
  const { documents, issues } = readYaml(text);
  const values = documents.filter(({ value }) => value !== undefined).map(({ value }) => value);
  return issues.length === 0 && deepEqual(values, objects);
}

/** A part of the text from one `---` to the next. Without a document it holds comments or nothing. */
interface Part {
  text: string;
  document?: Document.Parsed;
  value?: unknown;
}

function patchedText(text: string, objects: readonly object[]): string | undefined {
  const parts = partsOf(text);
  if (!parts) return undefined;
  const matches = matched(
    parts.filter(({ document }) => document !== undefined),
    objects,
  );
  const texts: string[] = [];
  let next = 0;
  const addNewUpTo = (end: number) => {
    for (; next < end; next++) texts.push(`---\n${toYaml([objects[next]!])}`);
  };
  for (const part of parts) {
    const index = matches.get(part);
    if (!part.document) texts.push(part.text);
    if (!part.document || index === undefined) continue;
    addNewUpTo(index);
    next = index + 1;
    const patched = patchDocument(part.text, part.document, part.value, objects[index]);
    if (patched === undefined) return undefined;
    texts.push(patched);
  }
  addNewUpTo(objects.length);
  return joined(texts, text.startsWith('---'));
}

function partsOf(text: string): Part[] | undefined {
  const parts: Part[] = [];
  for (const part of text.split(/^(?=---(?:\s|$))/m)) {
    const { documents, issues } = readYaml(part);
    const [found, ...more] = documents.filter(({ value }) => value !== undefined);
    if (issues.length > 0 || more.length > 0) return undefined;
    parts.push({ text: part, ...found });
  }
  return parts;
}

/** Which object each document becomes: one by one when there are as many, else the next of the same kind. */
function matched(parts: readonly Part[], objects: readonly object[]): Map<Part, number> {
  if (parts.length === objects.length) return new Map(parts.map((part, index) => [part, index]));
  const matches = new Map<Part, number>();
  let from = 0;
  for (const part of parts) {
    const index = objects.findIndex((object, at) => at >= from && sameKind(part.value, object));
    if (index === -1) continue;
    matches.set(part, index);
    from = index + 1;
  }
  return matches;
}

function sameKind(a: unknown, b: unknown): boolean {
  return isObject(a) && isObject(b) && a['kind'] === b['kind'] && a['apiVersion'] === b['apiVersion'];
}

/** The texts as one stream: `---` between any two, and before the first only where it was. */
function joined(texts: readonly string[], marked: boolean): string {
  let stream = '';
  for (const text of texts) {
    const isMarked = /^---(?:\s|$)/.test(text);
    if (stream === '') stream = isMarked && !marked ? text.replace(/^---[ \t]*\r?\n/, '') : text;
    else stream += `${stream.endsWith('\n') ? '' : '\n'}${isMarked ? '' : '---\n'}${text}`;
  }
  return stream;
}
