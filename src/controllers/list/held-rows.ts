/** A row as it stands in an order. */
export interface Placed<Row> {
  readonly row: Row;
  readonly key: string;
  /** Another one may mean another place. */
  readonly sortKey: unknown;
}

/**
 * Rows whose order stands still while somebody points at one of them or has the focus in it. What they say stays
 * current; what would come, go or move waits.
 */
export class HeldRows<Row> {
  readonly #rows: Row[];
  #copy: readonly Row[] | undefined;
  #places: Map<string, number> | undefined;
  readonly #waiting = new Set<string>();
  readonly #gone = new Set<string>();

  constructor(private readonly before: readonly Placed<Row>[]) {
    this.#rows = before.map(({ row }) => row);
  }

  /** The same array until something changes. */
  get rows(): readonly Row[] {
    return (this.#copy ??= [...this.#rows]);
  }

  get count(): number {
    return this.#rows.length;
  }

  /** How many rows would come, go or move. */
  get waiting(): number {
    return this.#waiting.size;
  }

  slice(start: number, end: number): Row[] {
    return this.#rows.slice(start, end);
  }

  /** The row is shown although there is none of this key any more. */
  isGone(key: string): boolean {
    return this.#gone.has(key);
  }

  /** What became of a row: `undefined` when it is no more. `matches`: it would be shown. */
  update(key: string, now: Placed<Row> | undefined, matches: boolean): void {
    // Made when it is first needed: most of the time nothing happens while a pointer passes.
    this.#places ??= new Map(this.before.map((placed, place) => [placed.key, place]));
    const place = this.#places.get(key);
    const was = place === undefined ? undefined : this.before[place];
    if (place !== undefined && now) {
      this.#rows[place] = now.row;
      this.#copy = undefined;
    }
    const stays = was ? now !== undefined && matches && now.sortKey === was.sortKey : !(now && matches);
    if (stays) this.#waiting.delete(key);
    else this.#waiting.add(key);
    if (was && !now) this.#gone.add(key);
    else this.#gone.delete(key);
  }
}
