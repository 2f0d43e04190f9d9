/**
 * Which row element shows which row. A row that stays on the screen keeps its element, wherever it moves. In long lists the
 * elements of rows that leave are given to those that come: sorting and scrolling fill elements instead of making them.
 */
export class RowSlots {
  /** Key to slot, in the order of the rows. */
  #slots: ReadonlyMap<string, number> = new Map();
  #made = 0;

  /**
   * The slot of each key, in order. With `reuse` the slots of keys that are not among them any more go to those that are
   * new, but for the slot of `kept`: somebody has the focus in it.
   */
  assign(
    keys: readonly string[],
    { reuse, kept }: { reuse: boolean; kept?: string | undefined },
  ): ReadonlyMap<string, number> {
    const shown = new Set(keys);
    const free: number[] = [];
    if (reuse) for (const [key, slot] of this.#slots) if (!shown.has(key) && key !== kept) free.push(slot);
    // Rows that leave at one end make room for others at the other end: taken from there one after another, the elements
    // move past those that stay, and these stand still.
    if (keys.some((key) => this.#slots.has(key))) free.reverse();
    let used = 0;
    return (this.#slots = new Map(keys.map((key) => [key, this.#slots.get(key) ?? free[used++] ?? this.#made++])));
  }
}
