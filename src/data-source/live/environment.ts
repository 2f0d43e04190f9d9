/** Time and chance, injected so that tests drive them by hand. */
export interface LiveEnvironment {
  /** Milliseconds since the epoch. */
  now(): number;
  setTimeout(callback: () => void, ms: number): unknown;
  clearTimeout(handle: unknown): void;
  /** A number from 0 (inclusive) to 1 (exclusive). */
  random(): number;
}

export const defaultEnvironment: LiveEnvironment = {
  now: () => Date.now(),
  setTimeout: (callback, ms) => globalThis.setTimeout(callback, ms),
  clearTimeout: (handle) => globalThis.clearTimeout(handle as Parameters<typeof globalThis.clearTimeout>[0]),
  random: () => Math.random(),
};

/** Resolves after `ms`, or at once when the signal aborts: the caller looks at the signal. */
export function delay(environment: LiveEnvironment, ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const done = () => {
      environment.clearTimeout(handle);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const handle = environment.setTimeout(done, ms);
    signal.addEventListener('abort', done);
  });
}
