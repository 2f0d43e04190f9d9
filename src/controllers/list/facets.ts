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

interface Facet<Row> {
  readonly name: string;
  readonly valueOf: (row: Row) => FacetValue;
  readonly tallies: Map<string, Tally>;
}

/**
 * Which values of which facets are chosen, and how many rows have each. A row that comes, changes or goes changes the
 * tallies of its own values only: nothing is counted anew but for another text filter.
 */
export class Facets<Row> {
  readonly #facets: readonly Facet<Row>[];
  #chosen: Chosen = [];

  constructor(private readonly values: FacetValues<Row>) {
    this.#facets = Object.entries(values).map(([name, valueOf]) => ({ name, valueOf, tallies: new Map() }));
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
    for (const { tallies } of this.#facets) tallies.clear();
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
    for (const { tallies } of this.#facets) for (const tally of tallies.values()) tally.matching = 0;
    for (const row of matching) this.#tally(row, 0, 1);
  }

  /** The values that rows have, in no particular order. */
  counts(facet: string): FacetCount[] {
    const tallies = this.#facets.find(({ name }) => name === facet)?.tallies ?? [];
    return [...tallies].map(([value, { total, matching }]) => ({ value, total, matching }));
  }

  #tally(row: Row, total: number, matching: number): void {
    for (const { valueOf, tallies } of this.#facets) {
      const value = valueOf(row);
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
