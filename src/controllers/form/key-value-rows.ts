/** One row of a key/value editor. `id` stays with the row, whatever is typed into it. */
export interface KeyValueRow {
  readonly id: number;
  key: string;
  value: string;
}

/**
 * The rows of a map that is being edited. A map could not hold what a user types on the way: two equal keys, an empty
 * one. The order is that of entry.
 */
export class KeyValueRows {
  #nextId = 1;
  #rows: KeyValueRow[] = [];

  get rows(): readonly KeyValueRow[] {
    return this.#rows;
  }

  /** Adds an empty row and returns it. */
  add(): KeyValueRow {
    const row = { id: this.#nextId++, key: '', value: '' };
    this.#rows.push(row);
    return row;
  }

  remove(id: number): void {
    this.#rows = this.#rows.filter((row) => row.id !== id);
  }

  edit(id: number, change: Partial<Pick<KeyValueRow, 'key' | 'value'>>): void {
    const row = this.#rows.find((one) => one.id === id);
    if (row) Object.assign(row, change);
  }

  /** Shows a map; rows that already say the same keep their identity. */
  load(map: Readonly<Record<string, string>> | undefined): void {
    const entries = Object.entries(map ?? {});
    const same =
      entries.length === this.filled.length &&
      this.filled.every((row, index) => row.key === entries[index]?.[0] && row.value === entries[index]?.[1]);
    if (same) return;
    this.#rows = entries.map(([key, value]) => ({ id: this.#nextId++, key, value: String(value) }));
  }

  /** The map that the rows say; undefined when they say nothing. Of equal keys the last counts. */
  toMap(): Record<string, string> | undefined {
    if (this.filled.length === 0) return undefined;
    return Object.fromEntries(this.filled.map(({ key, value }) => [key, value]));
  }

  /** Rows in which something was typed. */
  get filled(): readonly KeyValueRow[] {
    return this.#rows.filter((row) => row.key !== '' || row.value !== '');
  }
}
