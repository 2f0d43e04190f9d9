import type { StorageRow } from '../../model/rows.js';

/** How many rows came, went and changed their status. */
export interface LiveCounts {
  readonly added: number;
  readonly removed: number;
  readonly status: number;
}

/** Remembers what happened by itself, until it is shown and until it is said. */
export class ChangeLog {
  #marked = new Set<string>();
  #added = new Set<string>();
  #removed = new Set<string>();
  #status = new Set<string>();

  /** Call before the rows are changed: `before` is what was shown. */
  note(
    upserted: Iterable<StorageRow>,
    removed: Iterable<string>,
    before: (key: string) => StorageRow | undefined,
  ): void {
    for (const key of removed) {
      this.#marked.delete(key);
      this.#status.delete(key);
      // What came and went unsaid is not worth a word.
      if (!this.#added.delete(key) && before(key)) this.#removed.add(key);
    }
    for (const row of upserted) {
      const was = before(row.uid);
      if (was && looksAlike(was, row)) continue;
      this.#marked.add(row.uid);
      if (!was) this.#added.add(row.uid);
      else if (was.status.label !== row.status.label) this.#status.add(row.uid);
    }
  }

  /** There is something to say. */
  get hasNews(): boolean {
    return this.#added.size + this.#removed.size + this.#status.size > 0;
  }

  /** The keys of the rows that came or look different since the last call. */
  takeMarked(): ReadonlySet<string> {
    const marked = this.#marked;
    if (marked.size > 0) this.#marked = new Set();
    return marked;
  }

  /** What to say; it is not said twice. */
  takeCounts(): LiveCounts {
    const counts = { added: this.#added.size, removed: this.#removed.size, status: this.#status.size };
    this.#forgetNews();
    return counts;
  }

  clear(): void {
    this.#marked = new Set();
    this.#forgetNews();
  }

  #forgetNews(): void {
    for (const keys of [this.#added, this.#removed, this.#status]) keys.clear();
  }
}

/** No column of the two tells anything else. */
function looksAlike(a: StorageRow, b: StorageRow): boolean {
  return (
    a.size === b.size &&
    a.repositories === b.repositories &&
    a.provider === b.provider &&
    a.status.label === b.status.label &&
    a.status.reason === b.status.reason &&
    a.status.marks.length === b.status.marks.length &&
    a.status.marks.every((mark, index) => mark.text === b.status.marks[index]?.text)
  );
}
