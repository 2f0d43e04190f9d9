import { browserPage } from './browser-page.js';

/** Time, chance and the page around, injected so that tests drive them by hand. */
export interface LiveEnvironment {
  /** Milliseconds since the epoch. */
  now(): number;
  setTimeout(callback: () => void, ms: number): unknown;
  clearTimeout(handle: unknown): void;
  /** A number from 0 (inclusive) to 1 (exclusive). */
  random(): number;
  /** Absent where there is no page, as in Node. */
  page?: LivePage;
}

/** What a page tells of itself. */
export interface LivePage {
  /** Nobody looks at the page: polling can wait. */
  hidden(): boolean;
  /** Calls back when the page may have missed something: shown again, woken, back on the network. Answers how to stop. */
  onWake(callback: () => void): () => void;
}

const page = browserPage();

export const defaultEnvironment: LiveEnvironment = {
  now: () => Date.now(),
  setTimeout: (callback, ms) => globalThis.setTimeout(callback, ms),
  clearTimeout: (handle) => globalThis.clearTimeout(handle as Parameters<typeof globalThis.clearTimeout>[0]),
  random: () => Math.random(),
  ...(page ? { page } : {}),
};
