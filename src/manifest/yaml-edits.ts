import { isMap, isScalar, isSeq, Scalar, type Document, type Node, type Pair, type YAMLMap, type YAMLSeq } from 'yaml';
import { deepEqual, isObject, type JsonObject } from './json.js';
import { documentYaml } from './serialize.js';

/** A change of the text: what stands from `from` to `to` becomes `insert`. */
interface Edit {
  from: number;
  to: number;
  insert: string;
}

/** Where a value stands: behind a colon or a dash, or inside brackets. */
interface Slot {
  /** Offset behind the colon or dash; undefined inside brackets, where a value can only be exchanged in its place. */
  behind: number | undefined;
  indicator: ':' | '-';
  /** Column of the key or dash. */
  column: number;
}

const IN_BRACKETS: Slot = { behind: undefined, indicator: '-', column: 0 };

/**
 * The text of one document changed from saying `before` to saying `after`, node by node; undefined where that cannot be
 * done. The result has to be read again: anchors, merges and unusual layouts are not looked at here.
 */
export function patchDocument(
  text: string,
  document: Document.Parsed,
  before: unknown,
  after: unknown,
): string | undefined {
  const editor = new NodeEditor(text);
  return editor.patch(document.contents, before, after) ? editor.result() : undefined;
}

class NodeEditor {
  readonly #edits: Edit[] = [];
  readonly #newline: string;

  constructor(private readonly text: string) {
    this.#newline = text.includes('\r\n') ? '\r\n' : '\n';
  }

  result(): string {
    let result = '';
    let done = 0;
    for (const { from, to, insert } of this.#edits.toSorted((a, b) => a.from - b.from)) {
      result += this.text.slice(done, from) + insert;
      done = to;
    }
    return result + this.text.slice(done);
  }

  /** Without a slot, at the root, a value that cannot be patched cannot be exchanged either. */
  patch(node: Node | null, before: unknown, after: unknown, slot?: Slot): boolean {
    if (deepEqual(before, after)) return true;
    const mark = this.#edits.length;
    const isPatched =
      isMap(node) && isObject(before) && isObject(after)
        ? this.#patchMap(node, before, after)
        : isSeq(node) && Array.isArray(before) && Array.isArray(after)
          ? this.#patchList(node, before, after)
          : false;
    if (isPatched) return true;
    this.#edits.length = mark;
    return slot !== undefined && node !== null && this.#exchange(node, after, slot);
  }

  #patchMap(map: YAMLMap, before: JsonObject, after: JsonObject): boolean {
    const pairs = map.items as Pair<Node, Node | null>[];
    const byKey = new Map(pairs.map((pair) => [String((pair.key as Scalar).value), pair]));
    const gone = [...byKey].filter(([key]) => !Object.hasOwn(after, key));
    const fresh = Object.keys(after).filter((key) => !byKey.has(key));
    if (map.flow ? gone.length + fresh.length > 0 : gone.length === byKey.size) return false;
    for (const [key, pair] of byKey) {
      if (!Object.hasOwn(after, key)) {
        if (!this.#remove(pair)) return false;
        continue;
      }
      const slot = map.flow ? IN_BRACKETS : this.#slotOf(pair);
      if (!this.patch(pair.value, before[key], after[key], slot)) return false;
    }
    const column = this.#columnOf(pairs[0]!.key.range![0]);
    const keys = Object.keys(after);
    for (const key of fresh) {
      const text = this.#indented(documentYaml({ [key]: after[key] }), column);
      const neighbour = keys.slice(0, keys.indexOf(key)).findLast((other) => byKey.has(other));
      if (neighbour !== undefined) this.#insertBelow(this.#endOf(byKey.get(neighbour)!), text, column);
      else if (this.#startsLine(pairs[0]!.key)) this.#insertAbove(pairs[0]!.key, text, column);
      else this.#insertBelow(this.#endOf(pairs.at(-1)!), text, column);
    }
    return true;
  }

  #patchList(list: YAMLSeq, before: readonly unknown[], after: readonly unknown[]): boolean {
    const items = list.items as Node[];
    if (list.flow) {
      if (items.length !== after.length) return false;
      return items.every((item, index) => this.patch(item, before[index], after[index], IN_BRACKETS));
    }
    if (after.length === 0) return false;
    const column = this.#columnOf(list.range![0]);
    const dashes = this.#dashesOf(list, items, column);
    if (!dashes) return false;
    const kept = Math.min(items.length, after.length);
    for (let index = 0; index < kept; index++) {
      const slot: Slot = { behind: dashes[index]! + 1, indicator: '-', column };
      if (!this.patch(items[index]!, before[index], after[index], slot)) return false;
    }
    const last = this.#contentEnd(items.at(-1)!);
    if (items.length > kept) this.#removeLines(dashes[kept]!, last);
    for (const value of after.slice(kept))
      this.#insertBelow(last, this.#indented(documentYaml([value]), column), column);
    return true;
  }

  /** The offset of each item's dash; undefined when they do not stand one below the other. */
  #dashesOf(list: YAMLSeq, items: readonly Node[], column: number): number[] | undefined {
    const dashes = [list.range![0]];
    const below = new RegExp(`^ {${column}}-(?=\\s|$)`, 'gm');
    for (const item of items.slice(0, -1)) {
      below.lastIndex = this.#contentEnd(item);
      const match = below.exec(this.text);
      if (!match) return undefined;
      dashes.push(match.index + column);
    }
    return dashes;
  }

  /** Writes a value anew in the place of a node, in the node's quotes where it has some. */
  #exchange(node: Node, value: unknown, { behind, indicator, column }: Slot): boolean {
    const [from, end] = node.range!;
    const to = this.#contentEnd(node);
    const quoted = isScalar(node) && (node.type === Scalar.QUOTE_DOUBLE || node.type === Scalar.QUOTE_SINGLE);
    const inBrackets = behind === undefined;
    const yaml = documentYaml(indicator === '-' ? [value] : { k: value }, ({ contents }) => {
      const list = contents as YAMLSeq | YAMLMap;
      list.flow = inBrackets;
      const item = isSeq(list) ? list.items[0] : (list.items[0] as Pair).value;
      if (quoted && isScalar(item) && typeof item.value === 'string') item.type = node.type!;
    });
    if (inBrackets) {
      if (from === end) return false;
      this.#edits.push({ from, to, insert: yaml.trim().slice(1, -1).trim() });
      return true;
    }
    const written = this.#indented(yaml, column).slice(indicator === ':' ? 2 : 1);
    const isInPlace = isScalar(node) && from < end && !isBlockScalar(node) && !written.includes('\n');
    if (isInPlace) this.#edits.push({ from, to, insert: written.trimStart() });
    else this.#exchangeLines(node, { from: behind, to, insert: written });
    return true;
  }

  /** Text of several lines comes or goes: a comment on the first line of the old or behind it stays on the first line. */
  #exchangeLines(node: Node, { from, to, insert }: Edit): void {
    const end = this.#lineEnd(to);
    const header = isBlockScalar(node) ? this.text.slice(node.range![0], this.#lineEnd(node.range![0])) : '';
    const comment = /#.*$/.exec(header)?.[0] ?? this.text.slice(to, end).trim();
    const [first = '', ...rest] = insert.split(this.#newline);
    const commented = comment === '' ? first : `${first} ${comment}`;
    this.#edits.push({ from, to: end, insert: [commented, ...rest].join(this.#newline) });
  }

  #remove(pair: Pair<Node, Node | null>): boolean {
    if (!this.#startsLine(pair.key)) return false;
    this.#removeLines(pair.key.range![0], this.#endOf(pair));
    return true;
  }

  /** Removes the lines from the one with `from` to the one with `to`. */
  #removeLines(from: number, to: number): void {
    const next = this.text.indexOf('\n', to) + 1;
    this.#edits.push({ from: this.#lineStart(from), to: next === 0 ? this.text.length : next, insert: '' });
  }

  #insertBelow(offset: number, text: string, column: number): void {
    const at = this.#lineEnd(offset);
    this.#edits.push({ from: at, to: at, insert: `${this.#newline}${' '.repeat(column)}${text}` });
  }

  #insertAbove(node: Node, text: string, column: number): void {
    const at = this.#lineStart(node.range![0]);
    this.#edits.push({ from: at, to: at, insert: `${' '.repeat(column)}${text}${this.#newline}` });
  }

  /** Where a pair's value stands; undefined for keys that are not followed by their colon. */
  #slotOf({ key }: Pair<Node, Node | null>): Slot | undefined {
    const [from, end] = key.range!;
    const colon = /[ \t]*:/y;
    colon.lastIndex = end;
    if (!colon.test(this.text)) return undefined;
    return { behind: colon.lastIndex, indicator: ':', column: this.#columnOf(from) };
  }

  #endOf({ key, value }: Pair<Node, Node | null>): number {
    return value ? this.#contentEnd(value) : key.range![1];
  }

  /** The end of what a node says, without the comments and the line break behind it. */
  #contentEnd(node: Node): number {
    if (isMap(node) && !node.flow && node.items.length > 0)
      return this.#endOf(node.items.at(-1) as Pair<Node, Node | null>);
    if (isSeq(node) && !node.flow && node.items.length > 0) return this.#contentEnd(node.items.at(-1) as Node);
    const end = node.range![1];
    return isBlockScalar(node) && this.text[end - 1] === '\n' ? this.#lineEnd(end - 1) : end;
  }

  /** Lines of text as they stand behind `column` spaces, without the last line break. */
  #indented(yaml: string, column: number): string {
    const lines = yaml.replace(/\n$/, '').split('\n');
    return lines
      .map((line, index) => (index === 0 || line === '' ? line : ' '.repeat(column) + line))
      .join(this.#newline);
  }

  #startsLine(node: Node): boolean {
    const [from] = node.range!;
    return this.text.slice(this.#lineStart(from), from).trim() === '';
  }

  #columnOf(offset: number): number {
    return offset - this.#lineStart(offset);
  }

  #lineStart(offset: number): number {
    return this.text.lastIndexOf('\n', offset - 1) + 1;
  }

  /** The offset of the line break behind `offset`. */
  #lineEnd(offset: number): number {
    const at = this.text.indexOf('\n', offset);
    if (at === -1) return this.text.length;
    return this.text[at - 1] === '\r' ? at - 1 : at;
  }
}

function isBlockScalar(node: Node): boolean {
  return isScalar(node) && (node.type === Scalar.BLOCK_LITERAL || node.type === Scalar.BLOCK_FOLDED);
}
