import { readFlow } from './assist-flow.js';
import { noWord, OutlineBuilder, quotedAt, type Outline, type OutlineEntry, type Word } from './assist-outline.js';
import type { ManifestFormat } from './serialize.js';

/**
 * What a text says as far as it can be told while somebody types: of YAML only the document around the offset. Never
 * throws. With a cursor it also says what can be typed there.
 */
export function outlineOf(text: string, format: ManifestFormat, offset: number, isCursor = false): Outline {
  const [from, to] = format === 'yaml' ? documentAround(text, offset) : [0, text.length];
  const builder = new OutlineBuilder(text, to, isCursor ? offset : undefined);
  if (format === 'json') readFlow(builder, from, builder.root);
  else new LineReader(builder).read(from);
  return builder;
}

function documentAround(text: string, offset: number): [from: number, to: number] {
  const marker = /^---(?:[ \t].*)?\r?$/gm;
  let from = 0;
  for (let match = marker.exec(text); match; match = marker.exec(text)) {
    if (match.index + 3 > offset) return [from, match.index];
    from = Math.min(text.length, marker.lastIndex + 1);
  }
  return [from, text.length];
}

const KEY =
  /(?:[^\s#,[\]{}&*!|>'"%@`:-]|[-:](?=[^\s]))(?:[^\s:#]|:(?=[^\s])|[ \t]+(?=[^\s:#])|(?<=\S)#)*(?=[ \t]*:(?:\s|$))/y;

/** Reads YAML line by line: by its indentation, which is there also when nothing else is right yet. */
class LineReader {
  /** The containers around the current line, the innermost last. */
  readonly #open: OutlineEntry[];

  constructor(private readonly builder: OutlineBuilder) {
    // The document is the value of something outside.
    this.#open = [{ ...builder.root, kind: 'map', entries: [builder.root] }];
  }

  read(from: number): void {
    for (let at = from; at <= this.builder.end;) at = this.#readLine(at, this.#lineEnd(at)) + 1;
  }

  /** Reads the line, and those that its value goes on in; answers the end of the last one. */
  #readLine(start: number, end: number): number {
    const { text, cursor } = this.builder;
    let at = this.#pastSpace(start, end);
    if (text[at] === '#') return end;
    if (at === end) {
      if (this.builder.isCursorIn(start, end)) this.#addWord(noWord(cursor!), cursor! - start);
      return end;
    }
    let item: OutlineEntry | undefined;
    while (text[at] === '-' && /^-(?:\s|$)/.test(text.slice(at, Math.min(at + 2, end)))) {
      const list = this.#containerAt(at - start, true);
      if (!list) return end;
      item = this.builder.add(list, undefined, at, at + 1);
      item.behind = at + 1;
      const behind = at + 1;
      at = this.#pastSpace(behind, end);
      if (at === end) {
        if (behind < end && this.builder.isCursorIn(behind + 1, end)) this.builder.aim('value', item, noWord(cursor!));
        return end;
      }
    }
    const key = this.#keyAt(at);
    if (key) return this.#readField(key, start, end);
    if (item) return this.#readValue(item, at, end, item.from - start);
    const holder = this.#emptyAbove(at - start);
    if (holder && '{["\''.includes(text[at]!)) return this.#readValue(holder, at, end, holder.from - start);
    this.#addWord(this.#plainAt(at, end), at - start);
    return end;
  }

  /** A word that may become a key. */
  #addWord(word: Word, column: number): void {
    const map = this.#containerAt(column, false);
    if (!map) return;
    const own = this.builder.add(map, word.text, word.from, word.to);
    this.builder.aim('key', map, word, own);
  }

  #readField(key: Word, start: number, end: number): number {
    const map = this.#containerAt(key.from - start, false);
    if (!map) return end;
    const field = this.builder.add(map, key.text, key.from, key.to);
    field.behind = this.builder.text.indexOf(':', key.to) + 1;
    this.builder.aim('key', map, key, field);
    return this.#readValue(field, field.behind, end, key.from - start);
  }

  #readValue(entry: OutlineEntry, from: number, end: number, column: number): number {
    const { text, cursor } = this.builder;
    const properties = /[ \t\r]*(?:[&!]\S*[ \t\r]*)*/y;
    properties.lastIndex = from;
    properties.exec(text);
    const at = Math.min(properties.lastIndex, end);
    const first = text[at] ?? '';
    if (at === end || first === '#') {
      if (this.builder.isCursorIn(from, at) && !(first === '#' && cursor === at && at === from))
        this.builder.aim('value', entry, noWord(cursor!));
      return end;
    }
    entry.kind = 'scalar';
    if (first === '|' || first === '>') return this.#pastBlock(end, column);
    if (first === '{' || first === '[') return this.#readBrackets(entry, at, end);
    const quoted = quotedAt(text, at);
    if (quoted && !quoted.closed) {
      const close = this.#closingQuote(at);
      if (close !== undefined) return this.#lineEnd(close);
    }
    const word = quoted ?? this.#plainAt(at, end);
    entry.value = word;
    this.builder.aim('value', entry, word);
    return end;
  }

  #readBrackets(entry: OutlineEntry, at: number, end: number): number {
    const mark = this.builder.entries.length;
    const close = readFlow(this.builder, at, entry);
    if (close !== undefined) return this.#lineEnd(close);
    // An open bracket must not swallow the rest of the text.
    this.builder.forget(mark, entry);
    readFlow(this.builder, at, entry, end);
    return end;
  }

  /** The end of the last line of a block literal whose field stands in this column. */
  #pastBlock(end: number, column: number): number {
    let last = end;
    while (last < this.builder.end) {
      const next = this.#lineEnd(last + 1);
      const at = this.#pastSpace(last + 1, next);
      if (at < next && at - last - 1 <= column) break;
      // An empty line behind it may be where the next key is about to be typed.
      const { cursor } = this.builder;
      if (at === next && cursor !== undefined && cursor > last && cursor <= next && cursor - last - 1 <= column) break;
      last = next;
    }
    return last;
  }

  /** Where a quoted text of several lines ends. */
  #closingQuote(from: number): number | undefined {
    const { text, end } = this.builder;
    const quoted = text[from] === '"' ? /"(?:[^"\\]|\\[\s\S])*"/y : /'(?:[^']|'')*'/y;
    quoted.lastIndex = from;
    return quoted.test(text) && quoted.lastIndex <= end ? quoted.lastIndex : undefined;
  }

  /** The container that a key or dash in this column belongs to. Wrong indentation counts as the next one outside. */
  #containerAt(column: number, isDash: boolean): OutlineEntry | undefined {
    const wanted = isDash ? 'list' : 'map';
    while (this.#open.length > 1) {
      const top = this.#open.at(-1)!;
      if (top.column === column && top.kind === wanted) return top;
      // A list may stand in the column of the key that it belongs to.
      if (top.column < column || (top.column === column && isDash)) break;
      this.#open.pop();
    }
    const top = this.#open.at(-1)!;
    const last = top.entries.at(-1);
    if (last?.kind === 'empty' && last.behind !== undefined) {
      last.kind = wanted;
      last.column = column;
      this.#open.push(last);
      return last;
    }
    return top.kind === wanted && this.#open.length > 1 ? top : undefined;
  }

  /** The field or item that waits for a value, if something in this column can be it. */
  #emptyAbove(column: number): OutlineEntry | undefined {
    const outer = this.#open.findLast((one) => one.column < column);
    const last = outer?.entries.at(-1);
    return last?.kind === 'empty' && last.behind !== undefined ? last : undefined;
  }

  #keyAt(at: number): Word | undefined {
    const { text } = this.builder;
    const quoted = quotedAt(text, at);
    if (quoted)
      return quoted.closed && /^[ \t]*:(?:\s|$)/.test(text.slice(quoted.to, quoted.to + 20)) ? quoted : undefined;
    KEY.lastIndex = at;
    const match = KEY.exec(text)?.[0];
    return match === undefined ? undefined : { ...noWord(at), to: at + match.length, text: match };
  }

  #plainAt(at: number, end: number): Word {
    const text = this.builder.text.slice(at, end).replace(/\s+#.*$|\s+$/, '');
    return { ...noWord(at), to: at + text.length, text };
  }

  #pastSpace(from: number, end: number): number {
    let at = from;
    while (at < end && ' \t\r\ufeff'.includes(this.builder.text[at]!)) at++;
    return at;
  }

  #lineEnd(from: number): number {
    const at = this.builder.text.indexOf('\n', from);
    return at < 0 || at > this.builder.end ? this.builder.end : at;
  }
}
