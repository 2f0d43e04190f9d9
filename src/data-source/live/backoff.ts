import type { LiveEnvironment } from './environment.js';

const FIRST_MS = 800;
const LONGEST_MS = 30_000;
/** After this long without trouble the next failure starts from the first delay again. */
const HEALTHY_MS = 120_000;

/** Exponential back-off with full jitter, as client-go's reflector has it. */
export class Backoff {
  #failures = 0;
  #lastFailure = -Infinity;

  constructor(private readonly environment: Pick<LiveEnvironment, 'now' | 'random'>) {}

  /** How long to wait after one more failure, in milliseconds. A server's own Retry-After is a lower bound. */
  next(retryAfterMs = 0): number {
    const now = this.environment.now();
    if (now - this.#lastFailure > HEALTHY_MS) this.#failures = 0;
    this.#lastFailure = now;
    const ceiling = Math.min(LONGEST_MS, FIRST_MS * 2 ** this.#failures++);
    const jittered = ceiling * this.environment.random();
    // A Retry-After is obeyed in full; the jitter on top keeps many pages from coming back in one instant.
    return retryAfterMs > 0 ? retryAfterMs + jittered / 10 : jittered;
  }

  /** For what is ordinary once and suspicious when it repeats: as {@link next}, but the first does not wait. */
  nextButFirst(): number {
    const wait = this.next();
    return this.#failures === 1 ? 0 : wait;
  }
}
