import { noWord, quotedAt, type OutlineBuilder, type OutlineEntry, type Word } from './assist-outline.js';

type Expected = 'key' | 'colon' | 'value' | 'comma';

/**
 * Reads what stands in brackets, JSON or YAML's flow style, into the entry that holds it. Half-written text is taken as
 * far as it goes. Answers the offset behind the closing bracket; undefined when there is none.
 */
export function readFlow(
  builder: OutlineBuilder,
  from: number,
  holder: OutlineEntry,
  end = builder.end,
): number | undefined {
  return new FlowReader(builder, from, end).read(holder);
}

class FlowReader {
  readonly #open: OutlineEntry[] = [];
  /** The field whose value comes next. */
  #field: OutlineEntry | undefined;
  #expected: Expected = 'value';

  constructor(
    private readonly builder: OutlineBuilder,
    private at: number,
    private readonly end: number,
  ) {}

  read(holder: OutlineEntry): number | undefined {
    const { text } = this.builder;
    this.#field = holder;
    for (;;) {
      this.#skip();
      if (this.at >= this.end || (!this.#field && this.#open.length === 0)) return undefined;
      const character = text[this.at]!;
      if (character === '{' || character === '[') this.#begin(character);
      else if (character === '}' || character === ']') {
        this.#open.pop();
        this.#expected = 'comma';
        this.at++;
        if (this.#open.length === 0) return this.at;
      } else if (character === ',') {
        this.#expected = this.#open.at(-1)?.kind === 'map' ? 'key' : 'value';
        this.#field = undefined;
        this.at++;
      } else if (character === ':' && this.#expected === 'colon') {
        this.at++;
        this.#field!.behind = this.at;
        this.#expected = 'value';
      } else this.#word();
    }
  }

  /** Passes over space and comments; the cursor may stand in it. */
  #skip(): void {
    const { text } = this.builder;
    const from = this.at;
    const space = /[\s\ufeff]*/y;
    space.lastIndex = from;
    space.exec(text);
    this.at = Math.min(space.lastIndex, this.end);
    if (this.#open.length > 0 && this.builder.isCursorIn(from, this.at)) this.#aimAtGap();
    if (text[this.at] === '#' && this.at > from) {
      const lineEnd = text.indexOf('\n', this.at);
      this.at = lineEnd < 0 ? this.end : Math.min(lineEnd, this.end);
      this.#skip();
    }
  }

  #aimAtGap(): void {
    const holder = this.#open.at(-1)!;
    const word = noWord(this.builder.cursor!);
    if (this.#expected === 'key') this.builder.aim('key', holder, word);
    else if (this.#expected === 'value' && this.#field) this.builder.aim('value', this.#field, word);
    else if (this.#expected === 'value') {
      const item: OutlineEntry = { ...holder, key: undefined, parent: holder, kind: 'empty', entries: [] };
      this.builder.aim('value', item, word);
    }
  }

  #begin(bracket: string): void {
    const holder = this.#valueHolder();
    holder.kind = bracket === '{' ? 'map' : 'list';
    holder.flow = true;
    this.#open.push(holder);
    this.#field = undefined;
    this.#expected = bracket === '{' ? 'key' : 'value';
    this.at++;
  }

  /** The entry that the next value belongs to: a field's, or a new item's. */
  #valueHolder(): OutlineEntry {
    if (this.#field) return this.#field;
    const item = this.builder.add(this.#open.at(-1)!, undefined, this.at, this.at);
    item.behind = this.at;
    return item;
  }

  #word(): void {
    const word = quotedAt(this.builder.text, this.at) ?? this.#plain();
    this.at = Math.max(word.to, this.at + 1);
    const holder = this.#open.at(-1);
    // A key again where a colon is missing still.
    if (holder?.kind === 'map' && this.#expected !== 'value') {
      this.#field = this.builder.add(holder, word.text, word.from, word.to);
      this.#expected = 'colon';
      this.builder.aim('key', holder, word, this.#field);
      return;
    }
    const entry = this.#valueHolder();
    entry.kind = 'scalar';
    entry.value = word;
    this.#expected = 'comma';
    this.#field = undefined;
    this.builder.aim('value', entry, word);
  }

  #plain(): Word {
    const plain = /(?:[^\s,[\]{}:#"]|:(?=[^\s,[\]{}])|[ \t]+(?=[^\s,[\]{}:#]))+/y;
    plain.lastIndex = this.at;
    const text = plain.exec(this.builder.text)?.[0] ?? '';
    return { from: this.at, to: this.at + text.length, text, quoted: false, closed: false };
  }
}
