/** A field or an item of a text that may be half written: what is there, as far as it can be told. */
export interface OutlineEntry {
  /** Undefined for items of lists and for the text as a whole. */
  key: string | undefined;
  parent: OutlineEntry | undefined;
  /** The key with its quotes; of an item its dash, or nothing. */
  from: number;
  to: number;
  /** Behind the colon or the dash; undefined as long as a word has no colon: perhaps it is going to be a key. */
  behind: number | undefined;
  kind: 'empty' | 'scalar' | 'map' | 'list';
  /** Written in brackets. */
  flow: boolean;
  /** Of the keys or dashes inside, where they are not in brackets. */
  column: number;
  entries: OutlineEntry[];
  /** Of a scalar on one line. */
  value: Word | undefined;
}

/** Text on one line, as it is written. */
export interface Word {
  from: number;
  to: number;
  text: string;
  /** Begins with a quote. */
  quoted: boolean;
  /** The quote is closed again. */
  closed: boolean;
}

/** Where the cursor stands: at a key of `entry`, or at its value. */
export interface OutlineTarget {
  at: 'key' | 'value';
  entry: OutlineEntry;
  /** What stands there already, to be replaced. */
  word: Word;
  /** The field whose key that is. */
  own?: OutlineEntry;
}

export interface Outline {
  root: OutlineEntry;
  /** In the order of the text. */
  entries: OutlineEntry[];
  target?: OutlineTarget;
}

/** What the readers of brackets and of lines share. */
export class OutlineBuilder implements Outline {
  readonly root: OutlineEntry;
  readonly entries: OutlineEntry[] = [];
  target?: OutlineTarget;

  constructor(
    readonly text: string,
    readonly end: number,
    readonly cursor: number | undefined,
  ) {
    this.root = newEntry(undefined, undefined, 0, 0);
    this.root.behind = 0;
  }

  add(parent: OutlineEntry, key: string | undefined, from: number, to: number): OutlineEntry {
    const entry = newEntry(parent, key, from, to);
    parent.entries.push(entry);
    this.entries.push(entry);
    return entry;
  }

  /** Remembers that the cursor is at this word, if it is. */
  aim(at: OutlineTarget['at'], entry: OutlineEntry, word: Word, own?: OutlineEntry): void {
    const { cursor } = this;
    if (cursor === undefined) return;
    const isInside = word.quoted
      ? cursor > word.from && (cursor < word.to || (cursor === word.to && !word.closed))
      : cursor >= word.from && cursor <= word.to;
    if (isInside) this.target = { at, entry, word, ...(own && { own }) };
  }

  /** Takes back what was read into an entry since there were so many. */
  forget(mark: number, entry: OutlineEntry): void {
    this.entries.length = mark;
    entry.entries = [];
    delete this.target;
  }

  /** Whether the cursor is in this stretch, ends included. */
  isCursorIn(from: number, to: number): boolean {
    return this.cursor !== undefined && this.cursor >= from && this.cursor <= to;
  }
}

function newEntry(parent: OutlineEntry | undefined, key: string | undefined, from: number, to: number): OutlineEntry {
  const nothing = { behind: undefined, kind: 'empty', flow: false, column: -1, value: undefined } as const;
  return { ...nothing, key, parent, from, to, entries: [] };
}

/** No text, where some could be. */
export function noWord(at: number): Word {
  return { from: at, to: at, text: '', quoted: false, closed: false };
}

const QUOTED = /"(?:[^"\\\r\n]|\\.)*("?)|'(?:[^'\r\n]|'')*('?)/y;

/** The quoted text at an offset, at most to the end of its line; undefined when there is none. */
export function quotedAt(text: string, from: number): Word | undefined {
  QUOTED.lastIndex = from;
  const match = QUOTED.exec(text);
  if (!match) return undefined;
  const closed = (match[1] ?? match[2]) !== '';
  const inner = match[0].slice(1, closed ? -1 : undefined);
  return { from, to: QUOTED.lastIndex, text: unquoted(match[0][0]!, inner), quoted: true, closed };
}

function unquoted(quote: string, inner: string): string {
  if (quote === "'") return inner.replaceAll("''", "'");
  try {
    return JSON.parse(`"${inner}"`) as string;
  } catch {
    return inner; // YAML has escapes that JSON lacks
  }
}

/** Where an entry stands in the whole text: keys and indices from the root. */
export function outlinePath(entry: OutlineEntry): (string | number)[] {
  const path: (string | number)[] = [];
  for (let at = entry; at.parent; at = at.parent) path.unshift(at.key ?? at.parent.entries.indexOf(at));
  return path;
}
