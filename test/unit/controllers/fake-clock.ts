/** Puts a clock and timers that are moved by hand in the place of the platform's, for what takes them from there. */
export class FakeClock {
  #now = Date.parse('2026-08-20T12:00:00Z');
  #timers = new Map<number, { at: number; callback: () => void }>();
  #next = 1;
  readonly #kept = { setTimeout: globalThis.setTimeout, clearTimeout: globalThis.clearTimeout, now: Date.now };

  install(): void {
    Object.assign(globalThis, {
      setTimeout: (callback: () => void, ms = 0) => {
        this.#timers.set(this.#next, { at: this.#now + ms, callback });
        return this.#next++;
      },
      clearTimeout: (handle: number) => void this.#timers.delete(handle),
    });
    Date.now = () => this.#now;
  }

  uninstall(): void {
    const { now, ...timers } = this.#kept;
    Object.assign(globalThis, timers);
    Date.now = now;
  }

  get now(): number {
    return this.#now;
  }

  get pending(): number {
    return this.#timers.size;
  }

  pass(ms: number): void {
    const end = this.#now + ms;
    for (;;) {
      const [due] = [...this.#timers].filter(([, { at }]) => at <= end).sort(([, a], [, b]) => a.at - b.at);
      if (!due) break;
      this.#timers.delete(due[0]);
      this.#now = due[1].at;
      due[1].callback();
    }
    this.#now = end;
  }

  /** The clock goes on and timers do not, as while a laptop sleeps. */
  sleep(ms: number): void {
    for (const timer of this.#timers.values()) timer.at += ms;
    this.#now += ms;
  }
}
