import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { deepEqual } from '../../manifest/json.js';
import type { Verdict } from '../../manifest/verdict.js';
import type { KubernetesObject } from '../../model/types.js';

/** The server is asked when nothing was typed for this long, in milliseconds. */
export const VERDICT_AFTER_MS = 600;
/** For how long a verdict stands for the check that a submit begins with. */
const FRESH_MS = 30_000;
/** How often a manifest that nobody sees is looked at, whether somebody does by now. */
const HIDDEN_MS = 1_000;

export interface VerdictKeeperOptions {
  /** What to ask about; undefined while there is nothing, or nobody to ask. */
  objects(): readonly KubernetesObject[] | undefined;
  ask(objects: readonly KubernetesObject[], signal: AbortSignal): Promise<Verdict>;
  /** Whether somebody sees it. */
  isShown(): boolean;
}

/**
 * Keeps what the server says to a manifest: asked once typing has paused, never twice at a time, never while nobody
 * looks. A verdict is about one text; with the next change there is none.
 */
export class VerdictKeeper implements ReactiveController {
  #verdict: Verdict | undefined;
  #asked: readonly KubernetesObject[] = [];
  #at = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #run: AbortController | undefined;
  /** Somebody wants a verdict. */
  #wanted = false;
  #connected = false;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly options: VerdictKeeperOptions,
  ) {
    host.addController(this);
  }

  /** Undefined while it is not known. */
  get verdict(): Verdict | undefined {
    return this.#verdict;
  }

  /** What was said of before no longer counts. Asks again after a while, as soon as there is something to ask about. */
  expect(afterMs = 0): void {
    this.forget();
    this.#wanted = true;
    this.#wait(afterMs);
  }

  /** Wants no verdict any more. */
  forget(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#run?.abort();
    this.#run = undefined;
    this.#wanted = false;
    if (this.#verdict) this.host.requestUpdate();
    this.#verdict = undefined;
    this.#asked = [];
  }

  /** Whether the server has taken these very objects so recently that it need not be asked again. */
  isFresh(objects: readonly KubernetesObject[]): boolean {
    const isGood = this.#verdict?.objections.length === 0;
    return isGood && Date.now() - this.#at < FRESH_MS && deepEqual(objects, this.#asked);
  }

  hostConnected(): void {
    this.#connected = true;
    if (this.#wanted) this.#wait(0);
  }

  hostDisconnected(): void {
    this.#connected = false;
    clearTimeout(this.#timer);
    this.#run?.abort();
    this.#run = undefined;
  }

  #wait(ms: number): void {
    clearTimeout(this.#timer);
    if (this.#connected) this.#timer = setTimeout(() => void this.#ask(), ms);
  }

  async #ask(): Promise<void> {
    const objects = this.options.objects();
    if (!objects) return; // Whatever changes that, expects a verdict anew.
    if (!this.options.isShown()) {
      this.#wait(HIDDEN_MS);
      return;
    }
    const run = new AbortController();
    this.#run = run;
    const at = Date.now();
    let verdict: Verdict | undefined;
    try {
      verdict = await this.options.ask(objects, run.signal);
    } finally {
      if (this.#run === run) {
        this.#run = undefined;
        this.#wanted = false;
        this.#verdict = verdict;
        this.#asked = objects;
        this.#at = at;
        this.host.requestUpdate();
      }
    }
  }
}
