import type { ResourceType } from '../../model/resources.js';
import type { KubernetesObject } from '../../model/types.js';
import type { DataSource } from '../types.js';
import { defaultEnvironment, type LiveEnvironment } from './environment.js';
import { ObjectIndex, type LiveChange } from './objects.js';
import { Run, type RunOptions } from './run.js';
import { IDLE, summarise, type LiveStatus } from './status.js';

/** Changes are handed on at most once a frame; more slowly when handing them on takes long. */
const FLUSH_MS = 16;
const SLOWEST_FLUSH_MS = 250;

export interface LiveOptions {
  /** Which namespaces; absent or empty means all. */
  namespaces?: readonly string[];
  labelSelector?: string;
  fieldSelector?: string;
  /** Where to look when the cluster-wide list is refused, besides what the source's own `namespaces()` says. */
  candidates?: () => readonly string[];
  environment?: LiveEnvironment;
  /** Kept current by lists alone: for what is rare or seldom changes. A page has few places for watches. */
  polled?: boolean;
}

export type LiveListener<T> = (change: LiveChange<T>, status: LiveStatus) => void;

/**
 * The objects of one resource type, kept current for as long as somebody listens. All list, watch, retry and fallback
 * logic of the library is here and in what this folder holds besides; adapters have none.
 */
export class LiveCollection<T extends KubernetesObject> {
  /**
   * By uid; by namespace/name where an object has none. Read it in a listener; it is the same map all along.
   */
  readonly objects: ReadonlyMap<string, T>;

  readonly #index = new ObjectIndex<T>();
  readonly #listeners = new Set<LiveListener<T>>();
  readonly #environment: LiveEnvironment;
  readonly #options: RunOptions;
  #run: Run<T> | undefined;
  #stopWaking: (() => void) | undefined;
  #status: LiveStatus = IDLE;
  #flush: unknown;
  #flushCost = 0;

  constructor(
    private readonly source: DataSource,
    readonly type: ResourceType,
    options: LiveOptions = {},
  ) {
    const { namespaces = [], labelSelector, fieldSelector, candidates = () => [], polled = false } = options;
    this.objects = this.#index.byId;
    this.#environment = options.environment ?? defaultEnvironment;
    this.#options = {
      namespaces: [...new Set(namespaces)].filter((name) => name !== ''),
      selectors: {
        ...(labelSelector === undefined ? {} : { labelSelector }),
        ...(fieldSelector === undefined ? {} : { fieldSelector }),
      },
      candidates,
      environment: this.#environment,
      polled,
    };
  }

  get status(): LiveStatus {
    return this.#status;
  }

  /** Everything has stopped, and only {@link refresh} gets on. */
  get hasEnded(): boolean {
    return this.#run?.ending !== undefined;
  }

  /** The object of this name, if it is known. */
  find(namespace: string, name: string): T | undefined {
    return this.#index.find(namespace, name);
  }

  /**
   * Calls `listener` at each change, at most once a frame. The first subscriber starts the traffic, the last to leave
   * stops it. Nothing is called back synchronously: read {@link status} and {@link objects} for what is known already.
   */
  subscribe(listener: LiveListener<T>): () => void {
    // A function that subscribes twice is called twice, and leaves twice.
    const own: LiveListener<T> = (change, status) => listener(change, status);
    this.#listeners.add(own);
    if (!this.#run) this.#start();
    return () => {
      if (this.#listeners.delete(own) && this.#listeners.size === 0) this.#stop();
    };
  }

  /** Lists again from the start: the user's Retry. What is shown stays until the answer comes. */
  refresh(): void {
    if (!this.#run) return;
    this.#run.stop();
    this.#begin();
  }

  /** Call when `candidates` may answer more than before: what was not tried yet is tried. */
  reconsider(): void {
    const tried = this.#run?.tried;
    if (tried && this.#options.candidates().some((name) => name !== '' && !tried.has(name))) this.refresh();
  }

  #start(): void {
    this.#stopWaking = this.#environment.page?.onWake(() => this.#run?.wake());
    this.#begin();
  }

  #begin(): void {
    this.#run = new Run(this.source, this.type, this.#index, this.#options, () => this.#changed());
    this.#run.start();
    this.#changed();
  }

  #stop(): void {
    this.#run?.stop();
    this.#run = undefined;
    this.#stopWaking?.();
    this.#environment.clearTimeout(this.#flush);
    this.#flush = undefined;
    this.#index.clear();
    this.#status = IDLE;
  }

  #changed(): void {
    if (this.#flush !== undefined || !this.#run) return;
    const wait = Math.min(SLOWEST_FLUSH_MS, Math.max(FLUSH_MS, this.#flushCost * 4));
    this.#flush = this.#environment.setTimeout(() => this.#publish(), wait);
  }

  #publish(): void {
    this.#flush = undefined;
    if (!this.#run) return;
    const status = summarise(this.#run, this.#status);
    const change = this.#index.takeChanges();
    this.#status = status;
    const startedAt = this.#environment.now();
    const faults: unknown[] = [];
    for (const listener of [...this.#listeners]) {
      if (!this.#listeners.has(listener)) continue;
      try {
        listener(change, status);
      } catch (thrown) {
        faults.push(thrown);
      }
    }
    this.#flushCost = this.#environment.now() - startedAt;
    // Said where the page's own faults are said, when everybody has heard the change.
    if (faults.length > 0) throw faults[0];
  }
}
