import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * What a polite live region says. The answer to what a user did is said at once; what happens by itself at most once in a
 * while, and everything in one sentence: a busy cluster must not talk over the page.
 */
export class Announcer implements ReactiveController {
  #text = '';
  #saidAt = -Infinity;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly host: ReactiveControllerHost,
    /** The shortest time between what is said and what happens by itself, in milliseconds. */
    private readonly ms = 10_000,
  ) {
    host.addController(this);
  }

  get text(): string {
    return this.#text;
  }

  /** The answer to what the user did. */
  say(text: string): void {
    this.#text = text;
    this.#saidAt = Date.now();
  }

  /** `words` is asked when the time has come; what is waiting already says that too. Nothing is said without words. */
  later(words: () => string): void {
    if (this.#timer !== undefined) return;
    const wait = Math.max(0, this.#saidAt + this.ms - Date.now());
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      const text = words();
      if (text === '') return;
      this.say(text);
      this.host.requestUpdate();
    }, wait);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
