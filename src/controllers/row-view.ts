/** What rows are sorted by, numbers or text throughout a column; undefined sorts last in either direction. */
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

/** From this share of changed rows on, merging them costs less than finding the place of each. */
const MERGE_FROM = 1 / 10;

/**
 * Rows by key, and those that match the filter in the order of the sort. An update looks for the places of the changed
 * rows only; a filter keeps the order, and costs no sort.
 */
export class RowView<Row> {
  readonly #all = new Map<string, Entry<Row>>();
  /** All of them, in order. */
  #sorted: Entry<Row>[] = [];
  /** Those that match the filter, in order. */
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
    if (!Object.hasOwn(this.options.sortKeys, sort.column)) return;
    const rekey = sort.column !== this.#sort.column;
    this.#sort = sort;
    if (rekey) for (const [key, entry] of this.#all) this.#all.set(key, this.#entry(entry.row, entry.text));
    this.#sortAll();
  }

  /** Rows match when they contain every word. */
  setFilter(filter: string): void {
    const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
    if (words.join(' ') === this.#words.join(' ')) return;
    this.#words = words;
    this.#filterAll();
  }

  reset(rows: Iterable<Row>): void {
    this.#all.clear();
    for (const row of rows) this.#add(row);
    this.#sortAll();
  }

  update(upserted: Iterable<Row>, removedKeys: Iterable<string>): void {
    const before = new Map<string, Entry<Row> | undefined>();
    const remember = (key: string): void => {
      if (!before.has(key)) before.set(key, this.#all.get(key));
    };
    for (const key of removedKeys) {
      remember(key);
      this.#all.delete(key);
    }
    for (const row of upserted) {
      remember(this.options.key(row));
      this.#add(row);
    }
    if (before.size === 0) return;
    const fresh = [...before.keys()].map((key) => this.#all.get(key)).filter((entry) => entry !== undefined);
    if (before.size > this.#all.size * MERGE_FROM) {
      // Two sorted runs: the platform's sort merges them.
      const old = this.#sorted.filter((entry) => !before.has(entry.key));
      this.#sorted = [...old, ...fresh.sort(this.#compare)].sort(this.#compare);
      return this.#filterAll();
    }
    const gone = [...before.values()].filter((entry) => entry !== undefined);
    this.#sorted = this.#moved(this.#sorted, gone, fresh);
    this.#visible = this.#isFiltered
      ? this.#moved(this.#visible, gone.filter(this.#matches), fresh.filter(this.#matches))
      : this.#sorted;
    this.#rows = undefined;
  }

  #add(row: Row): void {
    const entry = this.#entry(row);
    this.#all.set(entry.key, entry);
  }

  #entry(row: Row, text?: string): Entry<Row> {
    const value = this.options.sortKeys[this.#sort.column]?.(row);
    // NaN has no place in any order.
    const sortKey = Number.isNaN(value) ? undefined : value;
    return { row, key: this.options.key(row), sortKey, ...(text === undefined ? {} : { text }) };
  }

  #sortAll(): void {
    this.#sorted = [...this.#all.values()].sort(this.#compare);
    this.#filterAll();
  }

  #filterAll(): void {
    this.#visible = this.#isFiltered ? this.#sorted.filter(this.#matches) : this.#sorted;
    this.#rows = undefined;
  }

  get #isFiltered(): boolean {
    return this.#words.length > 0;
  }

  readonly #matches = (entry: Entry<Row>): boolean => {
    const text = (entry.text ??= this.options.text(entry.row));
    return this.#words.every((word) => text.includes(word));
  };

  /** A copy of the sorted entries without those that are gone, and with the fresh ones in their places. */
  #moved(entries: readonly Entry<Row>[], gone: readonly Entry<Row>[], fresh: Entry<Row>[]): Entry<Row>[] {
    const holes = gone.map((entry) => this.#placeOf(entry, entries)).sort((a, b) => a - b);
    fresh.sort(this.#compare);
    const moved = new Array<Entry<Row>>(entries.length - gone.length + fresh.length);
    let from = 0;
    let to = 0;
    const copyUpTo = (end: number): void => {
      while (from < end) moved[to++] = entries[from++]!;
    };
    let next = 0;
    for (const hole of [...holes, entries.length]) {
      // Those that belong before the hole, or into it.
      for (; next < fresh.length; next += 1) {
        const place = this.#placeOf(fresh[next]!, entries);
        if (place > hole) break;
        copyUpTo(place);
        moved[to++] = fresh[next]!;
      }
      copyUpTo(hole);
      from = hole + 1;
    }
    return moved;
  }

  /** Where the entry is in sorted entries, or would be. */
  #placeOf(entry: Entry<Row>, entries: readonly Entry<Row>[]): number {
    let low = 0;
    let high = entries.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#compare(entries[middle]!, entry) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** A total order: without one, no place could be found by halving. */
  readonly #compare = (a: Entry<Row>, b: Entry<Row>): number => {
    if (a.sortKey !== b.sortKey) {
      if (a.sortKey === undefined) return 1;
      if (b.sortKey === undefined) return -1;
      const order = a.sortKey < b.sortKey ? -1 : a.sortKey > b.sortKey ? 1 : 0;
      if (order !== 0) return this.#sort.direction === 'descending' ? -order : order;
    }
    // Equal rows keep one order, whichever way they came.
    return a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
  };
}
