import type { DataSource } from '../types.js';

/** A page over HTTP/1.1 has six connections to an origin: with all of them watching, nothing else gets through. */
const STREAMS_AT_MOST = 4;

const bySource = new WeakMap<DataSource, Streams>();

/** The places for open watches of one data source, whichever collections they belong to. */
export function streamsOf(source: DataSource): Streams {
  const streams = bySource.get(source) ?? new Streams();
  bySource.set(source, streams);
  return streams;
}

/** Who finds no place polls until there is one. */
export class Streams {
  #free: number;
  readonly #waiting = new Set<() => void>();
  readonly #unused = new Set<() => void>();

  constructor(places = STREAMS_AT_MOST) {
    this.#free = places;
  }

  /** Something that may hold one place. */
  place(): StreamPlace {
    let held = false;
    return {
      take: () => {
        if (!held && (this.#free > 0 || this.#reclaim())) {
          this.#free -= 1;
          held = true;
        }
        return held;
      },
      give: () => {
        if (!held) return;
        held = false;
        this.#free += 1;
        for (const callback of [...this.#waiting]) callback();
      },
    };
  }

  /**
   * For who keeps places that nobody uses just now: calls back when somebody else finds none, and expects that they are
   * given back at once. Who offers first is asked first. Answers how to take the offer back.
   */
  offer(giveBack: () => void): () => void {
    this.#unused.add(giveBack);
    return () => void this.#unused.delete(giveBack);
  }

  /** Whether there is a free place after all. */
  #reclaim(): boolean {
    for (const giveBack of this.#unused) {
      this.#unused.delete(giveBack);
      giveBack();
      if (this.#free > 0) return true;
    }
    return false;
  }

  /** Calls back each time a place is given back, until it is stopped. Whoever takes it first has it. */
  onFree(callback: () => void): () => void {
    this.#waiting.add(callback);
    return () => void this.#waiting.delete(callback);
  }
}

/** For what never watches. */
export const NO_STREAMS = new Streams(0);

export interface StreamPlace {
  /** Takes a place if there is one to be had, and keeps it. Whether it has one. */
  take(): boolean;
  give(): void;
}
