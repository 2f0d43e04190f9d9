import type { LiveEnvironment } from './environment.js';

/** Timers fire at once when they are set to more than this. */
const LONGEST_MS = 2 ** 31 - 1;

/** A wait that can be cut short. */
export class Pause {
  #end: (() => void) | undefined;

  constructor(private readonly environment: Pick<LiveEnvironment, 'setTimeout' | 'clearTimeout'>) {}

  /** Resolves after `ms`, when `end` is called, or when the signal aborts: the caller looks at the signal. */
  for(ms: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      if (signal.aborted) return resolve();
      const end = (): void => {
        this.environment.clearTimeout(timer);
        signal.removeEventListener('abort', end);
        this.#end = undefined;
        resolve();
      };
      const timer = ms === Infinity ? undefined : this.environment.setTimeout(end, Math.min(ms, LONGEST_MS));
      this.#end = end;
      signal.addEventListener('abort', end);
    });
  }

  end(): void {
    this.#end?.();
  }
}
