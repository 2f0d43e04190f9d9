import type { KubernetesObject, ObjectMeta } from '../../model/types.js';

/** An object as it is stored: frozen, and with everything that the server adds. */
export type StoredObject = KubernetesObject & {
  readonly metadata: ObjectMeta & { name: string; uid: string; resourceVersion: string };
  readonly [member: string]: unknown;
};

/** One change of one object. */
export interface StoreEvent {
  readonly type: 'ADDED' | 'MODIFIED' | 'DELETED';
  readonly revision: bigint;
  /** When it happened, in ms. */
  readonly at: number;
  /** The object after the change; of a DELETED the last one, with the deletion's resourceVersion. */
  readonly object: StoredObject;
  /** The object before the change; absent for ADDED. */
  readonly previous?: StoredObject;
}

/**
 * The recent events of one type: what a watch can resume from. Events leave by number and by age, as etcd forgets
 * revisions after five minutes. Positions are absolute, so that a reader's position survives the leaving of events.
 */
export class EventWindow {
  #events: StoreEvent[] = [];
  /** Index in `#events` of the oldest event kept; the array is cut only now and then. */
  #head = 0;
  /** Absolute position of `#events[0]`. */
  #base = 0;

  constructor(
    private readonly limit: number,
    private readonly maxAgeMs: number,
    /** Events after this revision are all here; before it some are forgotten. */
    public floor: bigint,
  ) {}

  /** Absolute position of the oldest event kept. */
  get start(): number {
    return this.#base + this.#head;
  }

  /** Absolute position after the newest event. */
  get end(): number {
    return this.#base + this.#events.length;
  }

  push(event: StoreEvent): void {
    this.#events.push(event);
    while (this.end - this.start > this.limit || (this.#events[this.#head]?.at ?? Infinity) < event.at - this.maxAgeMs)
      this.#forgetOldest();
    if (this.#head > 1024 && this.#head * 2 > this.#events.length) {
      this.#events = this.#events.slice(this.#head);
      this.#base += this.#head;
      this.#head = 0;
    }
  }

  at(position: number): StoreEvent | undefined {
    return position < this.start ? undefined : this.#events[position - this.#base];
  }

  /** Position of the first event after `revision`; undefined when some of those are forgotten. */
  seek(revision: bigint): number | undefined {
    if (revision < this.floor) return undefined;
    let low = this.#head;
    let high = this.#events.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#events[middle]?.revision ?? 0n) > revision) high = middle;
      else low = middle + 1;
    }
    return this.#base + low;
  }

  /** Forgets everything: only `revision` and later can be resumed from. */
  clear(revision: bigint): void {
    this.#base += this.#events.length;
    this.#events = [];
    this.#head = 0;
    this.floor = revision;
  }

  #forgetOldest(): void {
    this.floor = this.#events[this.#head]?.revision ?? this.floor;
    this.#head += 1;
  }
}
