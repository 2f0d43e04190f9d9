/** What rows are sorted by; undefined sorts last in either direction. */
export type SortKey = string | number | undefined;

export interface Sort {
  column: string;
  direction: 'ascending' | 'descending';
}

/** `age` sorts ascending, `-age` descending: how a sort is written in an attribute or a URL. */
export function parseSort(text: string): Sort {
  return text.startsWith('-')
    ? { column: text.slice(1), direction: 'descending' }
    : { column: text, direction: 'ascending' };
}

export function formatSort({ column, direction }: Sort): string {
  return direction === 'descending' ? `-${column}` : column;
}

export interface RowViewOptions<Row> {
  /** Unique and stable. */
  key(row: Row): string;
  sortKeys: Readonly<Record<string, (row: Row) => SortKey>>;
  /** Lower-case text that the filter looks into. */
  text(row: Row): string;
}

interface Entry<Row> {
  readonly row: Row;
  readonly key: string;
  readonly sortKey: SortKey;
  /** Made when a filter first looks at it. */
  text?: string;
}

/**
 * Rows by key, and those that match the filter in the order of the sort. An update costs a pass over the visible rows
 * and a sort of the changed ones only, never a sort of all.
 */
export class RowView<Row> {
  readonly #all = new Map<string, Entry<Row>>();
  #visible: Entry<Row>[] = [];
  #rows: readonly Row[] | undefined;
  #sort: Sort = { column: '', direction: 'ascending' };
  #words: readonly string[] = [];

  constructor(private readonly options: RowViewOptions<Row>) {}

  /** The rows to show, in order. The same array until something changes. */
  get rows(): readonly Row[] {
    return (this.#rows ??= this.#visible.map((entry) => entry.row));
  }

  /** How many there are without the filter. */
  get total(): number {
    return this.#all.size;
  }

  /** Every row, filtered or not. */
  *all(): IterableIterator<Row> {
    for (const entry of this.#all.values()) yield entry.row;
  }

  get sort(): Sort {
    return this.#sort;
  }

  /** A column that cannot be sorted by is ignored. */
  setSort(sort: Sort): void {
    if (sort.column === this.#sort.column && sort.direction === this.#sort.direction) return;
    if (!(sort.column in this.options.sortKeys)) return;
    const rekey = sort.column !== this.#sort.column;
    this.#sort = sort;
    if (rekey) for (const [key, entry] of this.#all) this.#all.set(key, this.#entry(entry.row, entry.text));
    this.#rebuild();
  }

  /** Rows match when they contain every word. */
  setFilter(filter: string): void {
    const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
    if (words.join(' ') === this.#words.join(' ')) return;
    this.#words = words;
    this.#rebuild();
  }

  reset(rows: Iterable<Row>): void {
    this.#all.clear();
    for (const row of rows) this.#add(row);
    this.#rebuild();
  }

  update(upserted: Iterable<Row>, removedKeys: Iterable<string>): void {
    const changed = new Set<string>(removedKeys);
    for (const key of changed) this.#all.delete(key);
    const fresh: Entry<Row>[] = [];
    for (const row of upserted) {
      const entry = this.#add(row);
      changed.add(entry.key);
      if (this.#matches(entry)) fresh.push(entry);
    }
    if (changed.size === 0) return;
    fresh.sort(this.#compare);
    this.#visible = this.#merge(
      this.#visible.filter((entry) => !changed.has(entry.key)),
      fresh,
    );
    this.#rows = undefined;
  }

  #add(row: Row): Entry<Row> {
    const entry = this.#entry(row);
    this.#all.set(entry.key, entry);
    return entry;
  }

  #entry(row: Row, text?: string): Entry<Row> {
    const sortKey = this.options.sortKeys[this.#sort.column]?.(row);
    return { row, key: this.options.key(row), sortKey, ...(text === undefined ? {} : { text }) };
  }

  #rebuild(): void {
    this.#visible = [...this.#all.values()].filter((entry) => this.#matches(entry)).sort(this.#compare);
    this.#rows = undefined;
  }

  #matches(entry: Entry<Row>): boolean {
    if (this.#words.length === 0) return true;
    const text = (entry.text ??= this.options.text(entry.row));
    return this.#words.every((word) => text.includes(word));
  }

  /** Two sorted runs into one. */
  #merge(old: Entry<Row>[], fresh: Entry<Row>[]): Entry<Row>[] {
    if (fresh.length === 0) return old;
    const merged: Entry<Row>[] = [];
    let next = 0;
    for (const entry of old) {
      while (next < fresh.length && this.#compare(fresh[next]!, entry) < 0) merged.push(fresh[next++]!);
      merged.push(entry);
    }
    while (next < fresh.length) merged.push(fresh[next++]!);
    return merged;
  }

  readonly #compare = (a: Entry<Row>, b: Entry<Row>): number => {
    if (a.sortKey !== b.sortKey) {
      if (a.sortKey === undefined) return 1;
      if (b.sortKey === undefined) return -1;
      const order = a.sortKey < b.sortKey ? -1 : 1;
      return this.#sort.direction === 'descending' ? -order : order;
    }
    // Equal rows keep one order, whichever way they came.
    return a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
  };
}
