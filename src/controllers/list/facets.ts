/** How many rows have a value. */
export interface FacetCount {
  readonly value: string;
  /** Of all rows. */
  readonly total: number;
  /** Of those that the text filter leaves. */
  readonly matching: number;
}

/** The value of a row; one may have several of a facet, or none. */
export type FacetValues<Row> = Readonly<Record<string, (row: Row) => FacetValue>>;
type FacetValue = string | readonly string[] | undefined;

type Chosen = readonly (readonly [facet: string, values: ReadonlySet<string>])[];

interface Tally {
  total: number;
  matching: number;
}

/**
 * Which values of which facets are chosen, and how many rows have each. A row that comes, changes or goes changes the
 * tallies of its own values only: nothing is counted anew but for another text filter.
 */
export class Facets<Row> {
  readonly #tallies = new Map<string, Map<string, Tally>>();
  #chosen: Chosen = [];

  constructor(private readonly values: FacetValues<Row>) {
    this.clear();
  }

  /** Something is chosen, so that rows may be hidden. */
  get isChosen(): boolean {
    return this.#chosen.length > 0;
  }

  /** Facets without values hide nothing, and neither do facets that are not known. False when nothing changed. */
  choose(chosen: Readonly<Record<string, readonly string[]>>): boolean {
    const next = Object.keys(this.values)
      .map((facet) => [facet, new Set(chosen[facet])] as const)
      .filter(([, values]) => values.size > 0);
    const written = (list: Chosen): string => JSON.stringify(list.map(([facet, values]) => [facet, ...values]));
    if (written(next) === written(this.#chosen)) return false;
    this.#chosen = next;
    return true;
  }

  /** Rows match when each facet of which something is chosen has one of the chosen values. */
  passes(row: Row): boolean {
    return this.#chosen.every(([facet, chosen]) => {
      const value = this.values[facet]?.(row);
      return typeof value === 'string' ? chosen.has(value) : value?.some((one) => chosen.has(one));
    });
  }

  /** Forgets every row. */
  clear(): void {
    for (const facet of Object.keys(this.values)) this.#tallies.set(facet, new Map());
  }

  /** `matching`: the text filter leaves the row. */
  add(row: Row, matching: boolean): void {
    this.#tally(row, 1, matching ? 1 : 0);
  }

  /** What was added must be removed with the same answer. */
  remove(row: Row, matching: boolean): void {
    this.#tally(row, -1, matching ? -1 : 0);
  }

  /** After another text filter: these are the rows that it leaves. */
  recount(matching: Iterable<Row>): void {
    for (const tallies of this.#tallies.values()) for (const tally of tallies.values()) tally.matching = 0;
    for (const row of matching) this.#tally(row, 0, 1);
  }

  /** The values that rows have, in no particular order. */
  counts(facet: string): FacetCount[] {
    return [...(this.#tallies.get(facet) ?? [])].map(([value, { total, matching }]) => ({ value, total, matching }));
  }

  #tally(row: Row, total: number, matching: number): void {
    for (const [facet, tallies] of this.#tallies) {
      const value = this.values[facet]!(row);
      if (typeof value === 'string') count(tallies, value, total, matching);
      else if (value) for (const one of value) count(tallies, one, total, matching);
    }
  }
}

function count(tallies: Map<string, Tally>, value: string, total: number, matching: number): void {
  const tally = tallies.get(value);
  if (tally === undefined) {
    tallies.set(value, { total, matching });
    return;
  }
  tally.total += total;
  tally.matching += matching;
  if (tally.total === 0) tallies.delete(value);
}
