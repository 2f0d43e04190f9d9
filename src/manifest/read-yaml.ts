import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  Composer,
  Parser,
  Scalar,
  type Alias,
  type CST,
  type Document,
  type Node,
  type Pair,
  type YAMLError,
} from 'yaml';
import { isObject, type JsonObject } from './json.js';
import { isPlainStringInGo } from './kubernetes-yaml.js';
import { faultAt, placesIn, type ManifestIssue, type SyntaxFault } from './manifest-issue.js';

export interface YamlDocument {
  document: Document.Parsed;
  /** What it says, as JSON would: undefined when it holds nothing but comments. */
  value: unknown;
}

export interface YamlText {
  /** One for each document, in order; of no use when there are issues. */
  documents: YamlDocument[];
  issues: ManifestIssue[];
}

/** More values than a manifest has: aliases that stand for that many are there to exhaust the reader. */
const MAX_VALUES = 100_000;

/** The composer calls itself for each level; at the end of the call stack engines do more than throw. */
const MAX_DEPTH = 200;

/** Reads YAML as Kubernetes does, or says where the two would read it differently. JSON is YAML too. */
export function readYaml(text: string): YamlText {
  const issues: ManifestIssue[] = [];
  const place = placesIn(text);
  const report: Report = (fault, from, to) => void issues.push(faultAt(fault, place(from, to)));
  const tokens = [...new Parser().parse(text)];
  const tooDeep = tokens.find(isTooDeep);
  if (tooDeep) {
    report('too-deep', tooDeep.offset, tooDeep.offset + 1);
    return { documents: [], issues };
  }
  const composer = new Composer({
    intAsBigInt: true,
    merge: true,
    schema: 'core',
    resolveKnownTags: false,
    stringKeys: true,
    prettyErrors: false,
  });
  const documents = [...composer.compose(tokens)] as Document.Parsed[];
  for (const { range } of passedOver(text, documents)) report('passed-over', range![0], range![0] + 1);
  return { documents: documents.map((document) => ({ document, value: readDocument(document, report) })), issues };
}

/**
 * The documents that Kubernetes does not see. It takes the text apart at lines of `---` with nothing behind it, and reads
 * the first document of each piece; others are begun by `--- # comment`, or by `...`.
 */
function passedOver(text: string, documents: readonly Document.Parsed[]): Node[] {
  const separators = [...text.matchAll(/^---[ \t]*\r?$/gm)].map(({ index }) => index);
  let before: Node | null = null;
  return documents.flatMap(({ contents }) => {
    const [previous, here] = [before, contents as Node | null];
    before = here ?? before;
    if (!previous || !here || isEmpty(here)) return [];
    const [from, to] = [previous.range![0], here.range![0]];
    return separators.some((at) => at >= from && at < to) ? [] : [here];
  });
}

function isEmpty(node: Node): boolean {
  return isScalar(node) && (node.value ?? undefined) === undefined;
}

type Report = (fault: SyntaxFault, from: number, to: number) => void;

function isTooDeep(document: CST.Token): boolean {
  const open = [{ token: document, depth: 0 }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { token, depth } = next;
    if (depth > MAX_DEPTH) return true;
    const items = 'items' in token ? token.items : [];
    const inside = token.type === 'document' ? [token.value] : items.flatMap(({ key, value }) => [key, value]);
    for (const child of inside) if (child) open.push({ token: child, depth: depth + 1 });
  }
  return false;
}

function readDocument(document: Document.Parsed, report: Report): unknown {
  const faults = [...document.errors, ...document.warnings];
  // Where reading went wrong once, what follows is said to be wrong as well. Repeated keys are faults of their own.
  const first = faults.find(({ code }) => code !== 'DUPLICATE_KEY');
  for (const fault of faults)
    if (fault === first || fault.code === 'DUPLICATE_KEY') report(faultOf(fault), ...fault.pos);
  if (faults.length > 0) return undefined;
  return document.contents === null ? undefined : new NodeReader(report).read(document.contents);
}

interface Anchored {
  value: unknown;
  /** How many values it stands for; undefined while it is being read. */
  size: number | undefined;
}

/** Turns nodes into JSON values. What cannot be told apart from something else, or kept, is reported at its place. */
class NodeReader {
  readonly #anchors = new Map<string, Anchored>();
  #size = 0;
  #exhausted = false;

  constructor(private readonly report: Report) {}

  read(node: Node | null): unknown {
    if (isAlias(node)) return this.#alias(node);
    const before = this.#size++;
    const anchored: Anchored = { value: undefined, size: undefined };
    if (node?.anchor !== undefined) this.#anchors.set(node.anchor, anchored);
    anchored.value = this.#value(node);
    anchored.size = this.#size - before;
    return anchored.value;
  }

  #value(node: Node | null): unknown {
    if (isMap(node)) return this.#map(node.items as readonly Pair<Node, Node | null>[]);
    if (isSeq(node)) return (node.items as readonly Node[]).map((item) => this.read(item));
    return isScalar(node) ? this.#scalar(node) : null;
  }

  #map(pairs: readonly Pair<Node, Node | null>[]): JsonObject {
    const entries = new Map<string, unknown>();
    const merged: JsonObject[] = [];
    for (const { key, value } of pairs) {
      if (isMergeKey(key)) {
        merged.push(...this.#merged(key, this.read(value)));
        continue;
      }
      this.#checkPlain(key);
      entries.set(isScalar(key) ? String(key.value) : '', this.read(value));
    }
    for (const source of merged)
      for (const [key, value] of Object.entries(source)) if (!entries.has(key)) entries.set(key, value);
    return Object.fromEntries(entries);
  }

  #merged(key: Node, value: unknown): JsonObject[] {
    const sources = Array.isArray(value) ? (value as unknown[]) : [value];
    if (!sources.every(isObject)) this.#at(key, 'merge-of-other');
    return sources.filter(isObject);
  }

  #scalar(node: Scalar): unknown {
    const { value } = node;
    this.#checkPlain(node);
    const number = typeof value === 'bigint' ? Number(value) : value;
    const isExact = typeof value === 'bigint' ? Number.isSafeInteger(number) : Number.isFinite(number);
    if (typeof number === 'number' && !isExact) this.#at(node, 'inexact-number');
    // JSON has no -0: written out and read again it would no longer be the same.
    return number === 0 ? 0 : number;
  }

  #alias(node: Alias): unknown {
    const anchored = this.#anchors.get(node.source);
    if (!anchored) this.#at(node, 'no-anchor');
    else if (anchored.size === undefined) this.#at(node, 'in-itself');
    else {
      this.#size += anchored.size;
      if (this.#size > MAX_VALUES && !this.#exhausted) this.#at(node, 'too-many-values');
      this.#exhausted ||= this.#size > MAX_VALUES;
      return anchored.value;
    }
    return null;
  }

  /** Text that Kubernetes takes for something else, as long as nothing says that it is text. */
  #checkPlain(node: Node): void {
    if (!isScalar(node) || node.type !== Scalar.PLAIN || node.tag !== undefined) return;
    const { value, source = '' } = node;
    if (typeof value === 'string' && !isPlainStringInGo(source)) this.#at(node, 'not-text-in-kubernetes');
    else if (typeof value === 'bigint' && /^[-+]?0[0-7]+$/.test(source) && Number(value) > 7) this.#at(node, 'octal');
  }

  #at(node: Node, fault: SyntaxFault): void {
    const [from, to] = node.range ?? [0, 0];
    this.report(fault, from, to);
  }
}

function isMergeKey(key: unknown): key is Scalar {
  return isScalar(key) && key.type === Scalar.PLAIN && key.value === '<<';
}

/** Of the library's faults those that have words of their own. Its own sentences may quote the text. */
const KNOWN = [
  'BAD_DIRECTIVE',
  'BAD_DQ_ESCAPE',
  'BAD_INDENT',
  'BAD_SCALAR_START',
  'BLOCK_AS_IMPLICIT_KEY',
  'BLOCK_IN_FLOW',
  'DUPLICATE_KEY',
  'MISSING_CHAR',
  'MULTILINE_IMPLICIT_KEY',
  'NON_STRING_KEY',
  'TAB_AS_INDENT',
  'TAG_RESOLVE_FAILED',
  'UNEXPECTED_TOKEN',
] as const satisfies readonly YAMLError['code'][];

function faultOf({ code, message }: YAMLError): SyntaxFault {
  if (code === 'MISSING_CHAR' && message.startsWith('Missing closing')) return 'open-quote';
  return KNOWN.find((known) => known === code) ?? 'unreadable';
}
