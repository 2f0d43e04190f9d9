import { Facets, type FacetCount, type FacetValues } from './list/facets.js';
import { HeldRows } from './list/held-rows.js';

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
  /** What rows are chosen and counted by, besides the text. */
  facets?: FacetValues<Row>;
}

interface Entry<Row> {
  readonly row: Row;
  readonly key: string;
  /** Of the column that is sorted by. */
  sortKey: SortKey;
  /** Made when a filter first looks at it. */
  text: string | undefined;
}

/** From this share of changed rows on, merging them costs less than finding the place of each. */
const MERGE_FROM = 1 / 10;

/**
 * Rows by key, and those that match the filter and the facets in the order of the sort. An update looks for the places of
 * the changed rows only; a filter keeps the order, and costs no sort. While the order is held, it stands still.
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
  readonly #facets: Facets<Row>;
  #held: HeldRows<Row> | undefined;

  constructor(private readonly options: RowViewOptions<Row>) {
    this.#facets = new Facets(options.facets ?? {});
  }

  /** The rows to show, in order. The same array until something changes. */
  get rows(): readonly Row[] {
    return this.#held?.rows ?? (this.#rows ??= this.#visible.map((entry) => entry.row));
  }

  /** How many {@link rows} there are; costs nothing. */
  get count(): number {
    return this.#held?.count ?? this.#visible.length;
  }

  /** As of {@link rows}; costs only what is asked for. */
  slice(start: number, end: number): Row[] {
    return this.#held?.slice(start, end) ?? this.#visible.slice(start, end).map((entry) => entry.row);
  }

  /** How many match the filter and the facets now; {@link count} may differ while the order is held. */
  get matching(): number {
    return this.#visible.length;
  }

  /** The row of this key, filtered or not. */
  get(key: string): Row | undefined {
    return this.#all.get(key)?.row;
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
    if (rekey) for (const entry of this.#all.values()) entry.sortKey = this.#sortKey(entry.row);
    this.#sortAll();
    this.#holdAnew();
  }

  /** Rows match when they contain every word. */
  setFilter(filter: string): void {
    const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
    if (words.join(' ') === this.#words.join(' ')) return;
    this.#words = words;
    this.#facets.recount(this.#thatContain());
    this.#filterAll();
    this.#holdAnew();
  }

  /** Which values of which facets rows must have; a facet without values hides nothing. */
  setFacets(chosen: Readonly<Record<string, readonly string[]>>): void {
    if (!this.#facets.choose(chosen)) return;
    this.#filterAll();
    this.#holdAnew();
  }

  /** How many rows have each value of a facet, in no particular order. What is chosen does not matter. */
  facetCounts(facet: string): FacetCount[] {
    return this.#facets.counts(facet);
  }

  /**
   * While the order is held, rows keep their places: what they say stays current, and what would come, go or move waits.
   * Another sort, filter or choice is applied at once.
   */
  hold(on: boolean): void {
    if (on === (this.#held !== undefined)) return;
    this.#held = on ? new HeldRows(this.#visible) : undefined;
  }

  /** How many rows would come, go or move if the order were not held. */
  get waiting(): number {
    return this.#held?.waiting ?? 0;
  }

  /** The row is shown only because the order is held. */
  isGone(key: string): boolean {
    return this.#held?.isGone(key) ?? false;
  }

  reset(rows: Iterable<Row>): void {
    this.#all.clear();
    this.#facets.clear();
    for (const row of rows) this.#add(row);
    for (const entry of this.#all.values()) this.#facets.add(entry.row, this.#contains(entry));
    this.#sortAll();
    this.#holdAnew();
  }

  update(upserted: Iterable<Row>, removedKeys: Iterable<string>): void {
    // Of the first rows none has a place that another could take.
    if (this.#all.size === 0) return this.reset(upserted);
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
    this.#place(before);
    for (const [key, was] of before) {
      const now = this.#all.get(key);
      if (was) this.#facets.remove(was.row, this.#contains(was));
      if (now) this.#facets.add(now.row, this.#contains(now));
      this.#held?.update(key, now, now !== undefined && this.#matches(now));
    }
  }

  /** Gives the changed rows their places. */
  #place(before: ReadonlyMap<string, Entry<Row> | undefined>): void {
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
    const key = this.options.key(row);
    this.#all.set(key, { row, key, sortKey: this.#sortKey(row), text: undefined });
  }

  #sortKey(row: Row): SortKey {
    const value = this.options.sortKeys[this.#sort.column]?.(row);
    // NaN has no place in any order.
    return Number.isNaN(value) ? undefined : value;
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
    return this.#words.length > 0 || this.#facets.isChosen;
  }

  #holdAnew(): void {
    if (this.#held) this.#held = new HeldRows(this.#visible);
  }

  #contains(entry: Entry<Row>): boolean {
    if (this.#words.length === 0) return true;
    const text = (entry.text ??= this.options.text(entry.row));
    return this.#words.every((word) => text.includes(word));
  }

  *#thatContain(): IterableIterator<Row> {
    for (const entry of this.#all.values()) if (this.#contains(entry)) yield entry.row;
  }

  readonly #matches = (entry: Entry<Row>): boolean => this.#contains(entry) && this.#facets.passes(entry.row);

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
