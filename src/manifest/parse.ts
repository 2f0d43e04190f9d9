import { LineCounter, parseAllDocuments, type Document, type ParsedNode } from 'yaml';
import type { KubernetesObject } from '../model/types.js';
import { isObject } from './json.js';
import type { ManifestFormat } from './serialize.js';

/** A fault in the text, with the place to point at. */
export interface ManifestIssue {
  message: string;
  /** From 1. */
  line: number;
  /** From 1. */
  column: number;
  /** Offsets into the text, end exclusive. */
  from: number;
  to: number;
}

export interface ParsedManifest {
  /** Empty when the text cannot be read. */
  objects: KubernetesObject[];
  issues: ManifestIssue[];
}

/** JSON is YAML, so one reader serves both and gives every fault a line and a column. */
export function parseDocuments(text: string): { documents: Document.Parsed[]; lines: LineCounter } {
  const lines = new LineCounter();
  const parsed = parseAllDocuments<ParsedNode>(text, {
    lineCounter: lines,
    intAsBigInt: true,
    uniqueKeys: true,
    prettyErrors: false,
  });
  return { documents: Array.isArray(parsed) ? (parsed as Document.Parsed[]) : [], lines };
}

/**
 * Reads a manifest of one or more objects. A document that is a Kubernetes `List` stands for its items; empty documents
 * are passed over.
 */
export function parseManifest(text: string, format: ManifestFormat): ParsedManifest {
  const { documents, lines } = parseDocuments(text);
  const issues: ManifestIssue[] = [];
  const report = (message: string, from: number, to: number) => {
    const { line, col } = lines.linePos(from);
    issues.push({ message, line: Math.max(1, line), column: Math.max(1, col), from, to: Math.max(from, to) });
  };
  const objects: KubernetesObject[] = [];
  for (const document of documents) {
    for (const error of document.errors) report(sentence(error.message), error.pos[0], error.pos[1]);
    if (document.errors.length > 0 || document.contents === null) continue;
    const [from, to] = [document.contents.range[0], document.contents.range[1]];
    let value: unknown;
    try {
      value = withNumbers(document.toJS({ maxAliasCount: 100 }));
    } catch (thrown) {
      report(thrown instanceof UnsafeInteger ? thrown.message : sentence((thrown as Error).message), from, to);
      continue;
    }
    if (value === null) continue;
    if (!isObject(value)) report('An object is expected here, with apiVersion, kind and metadata.', from, to);
    else if (value['kind'] === 'List' && Array.isArray(value['items']))
      objects.push(...(value['items'].filter(isObject) as KubernetesObject[]));
    else objects.push(value as KubernetesObject);
  }
  // The YAML reader accepts more than JSON: a comment or a bare key is a fault when the text claims to be JSON.
  if (format === 'json' && issues.length === 0 && text.trim() !== '') {
    try {
      JSON.parse(text);
    } catch (thrown) {
      const at = jsonErrorOffset(thrown as Error, text);
      report(`This is not JSON: ${(thrown as Error).message}`, at, at + 1);
    }
  }
  if (issues.length === 0 && objects.length === 0) report('The manifest is empty.', 0, text.length);
  return { objects: issues.length > 0 ? [] : objects, issues };
}

class UnsafeInteger extends Error {}

/** Integers become numbers where JavaScript holds them exactly; others are refused, never rounded. */
function withNumbers(value: unknown): unknown {
  if (typeof value === 'bigint') {
    const number = Number(value);
    if (!Number.isSafeInteger(number)) throw new UnsafeInteger(`The number ${value} is too large to be kept exactly.`);
    return number;
  }
  if (Array.isArray(value)) return value.map(withNumbers);
  if (isObject(value)) return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withNumbers(item)]));
  return value;
}

function sentence(message: string): string {
  const text = message.charAt(0).toUpperCase() + message.slice(1);
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

/** Engines differ in how they say where JSON ends to be JSON; without a position the fault is at the start. */
function jsonErrorOffset(error: Error, text: string): number {
  const position = /position (\d+)/.exec(error.message)?.[1];
  return position === undefined ? 0 : Math.min(Number(position), Math.max(0, text.length - 1));
}
