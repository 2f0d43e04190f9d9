import {
  LiveCollection,
  type LiveChange,
  type LiveOptions,
  type LiveStatus,
} from '../../../src/data-source/live/index.js';
import type { LiveEnvironment } from '../../../src/data-source/live/environment.js';
import { MemoryCluster, type AccessRule, type MemoryClusterOptions } from '../../../src/data-source/memory/index.js';
import type { DataSource, ListOptions, WatchOptions } from '../../../src/data-source/types.js';
import { BACKUP_STORAGES, type ResourceType } from '../../../src/model/resources.js';
import type { BackupStorage, KubernetesObject } from '../../../src/model/types.js';
import { NOON, namespace, settled, storage } from './memory-helpers.js';

/** A clock, timers, chance and a page that stand still until they are moved. */
export class LiveTime implements LiveEnvironment {
  #now = NOON;
  #timers = new Map<number, { at: number; callback: () => void }>();
  #next = 1;
  #wakes = new Set<() => void>();
  /** What `random` answers; half unless set. */
  chance: () => number = () => 0.5;
  isHidden = false;

  readonly now = (): number => this.#now;
  readonly random = (): number => this.chance();
  readonly setTimeout = (callback: () => void, ms: number): unknown => {
    this.#timers.set(this.#next, { at: this.#now + ms, callback });
    return this.#next++;
  };
  readonly clearTimeout = (handle: unknown): void => void this.#timers.delete(handle as number);
  readonly page = {
    hidden: (): boolean => this.isHidden,
    onWake: (callback: () => void): (() => void) => {
      this.#wakes.add(callback);
      return () => void this.#wakes.delete(callback);
    },
  };

  /** Timers that have not fired. */
  get pending(): number {
    return this.#timers.size;
  }

  /** Who wants to know when the page wakes. */
  get wakers(): number {
    return this.#wakes.size;
  }

  /** The clock goes on and no timer fires, as while a laptop sleeps. */
  sleep(ms: number): void {
    for (const timer of this.#timers.values()) timer.at += ms;
    this.#now += ms;
  }

  async wake(): Promise<void> {
    for (const callback of [...this.#wakes]) callback();
    await settled();
  }

  /** Moves the clock. What falls due fires in order, and what follows from it happens before the next. */
  async pass(ms: number): Promise<void> {
    const end = this.#now + ms;
    await settled();
    for (;;) {
      let due: [number, { at: number; callback: () => void }] | undefined;
      for (const timer of this.#timers) if (timer[1].at <= end && !(due && due[1].at <= timer[1].at)) due = timer;
      if (!due) break;
      this.#timers.delete(due[0]);
      this.#now = due[1].at;
      due[1].callback();
      await settled();
    }
    this.#now = end;
  }
}

/** A request that reached the data source, with the time it was made at. */
export interface Call {
  verb: 'list' | 'watch' | 'namespaces';
  at: number;
  options: Partial<ListOptions & WatchOptions>;
}

export interface World {
  time: LiveTime;
  cluster: MemoryCluster;
  /** The cluster's data source; every call of it is in `calls`. */
  source: DataSource;
  calls: Call[];
  /** The calls of one verb, and forgets them all. */
  take(verb: Call['verb']): Call[];
}

export interface WorldOptions extends Partial<MemoryClusterOptions> {
  rules?: readonly AccessRule[];
  /** False for a source that has no such method. */
  watch?: boolean;
  namespaces?: boolean;
}

export function world(options: WorldOptions = {}): World {
  const { watch = true, namespaces = true, ...rest } = options;
  const time = new LiveTime();
  const cluster = new MemoryCluster({
    objects: [namespace('demo'), storage('a'), storage('b')],
    operator: false,
    now: time.now,
    scheduler: time,
    ...rest,
  });
  const memory = cluster.dataSource();
  const calls: Call[] = [];
  const source: DataSource = {
    list<T extends KubernetesObject>(type: ResourceType, asked: ListOptions = {}) {
      calls.push({ verb: 'list', at: time.now(), options: asked });
      return memory.list<T>(type, asked);
    },
    get: (type, key, asked) => memory.get(type, key, asked),
    ...(watch
      ? {
          watch<T extends KubernetesObject>(type: ResourceType, asked: WatchOptions) {
            calls.push({ verb: 'watch', at: time.now(), options: asked });
            return memory.watch<T>(type, asked);
          },
        }
      : {}),
    ...(namespaces
      ? {
          namespaces(asked = {}) {
            calls.push({ verb: 'namespaces', at: time.now(), options: asked });
            return memory.namespaces(asked);
          },
        }
      : {}),
  };
  const take = (verb: Call['verb']): Call[] => calls.splice(0).filter((call) => call.verb === verb);
  return { time, cluster, source, calls, take };
}

export interface Viewer {
  collection: LiveCollection<BackupStorage>;
  changes: LiveChange<BackupStorage>[];
  statuses: LiveStatus[];
  /** `namespace/name` of what is shown, sorted. */
  names(): string[];
  states(): string[];
  stop: () => void;
}

/** Subscribes to a collection and writes down what it says. */
export function viewer(
  { time, source }: Pick<World, 'time' | 'source'>,
  options: LiveOptions = {},
  collection = new LiveCollection<BackupStorage>(source, BACKUP_STORAGES, { environment: time, ...options }),
): Viewer {
  const changes: LiveChange<BackupStorage>[] = [];
  const statuses: LiveStatus[] = [];
  const stop = collection.subscribe((change, status) => {
    changes.push(change);
    statuses.push(status);
  });
  return {
    collection,
    changes,
    statuses,
    stop,
    names: () => namesOf(collection.objects.values()),
    states: () => statesOf(statuses),
  };
}

/** A collection that has its list and watches. */
export async function liveViewer(options: WorldOptions = {}, asked: LiveOptions = {}): Promise<World & Viewer> {
  const made = world(options);
  const seen = viewer(made, asked);
  await made.time.pass(2_000);
  made.calls.length = 0;
  seen.changes.length = 0;
  seen.statuses.length = 0;
  return { ...made, ...seen };
}

/** The states in the order they were published, repetitions left out. */
function statesOf(statuses: readonly LiveStatus[]): string[] {
  return statuses.map(({ state }) => state).filter((state, index, all) => state !== all[index - 1]);
}

export function namesOf(objects: Iterable<KubernetesObject>): string[] {
  return [...objects].map(({ metadata }) => `${metadata?.namespace ?? ''}/${metadata?.name ?? ''}`).sort();
}

/** So many storages in `demo`, from `s-0000` on. */
export function manyStorages(count: number): KubernetesObject[] {
  return [
    namespace('demo'),
    ...Array.from({ length: count }, (_, index) => storage(`s-${String(index).padStart(4, '0')}`)),
  ];
}

export const isList = ({ verb }: { verb: string }): boolean => verb === 'list';
export const isWatch = ({ verb }: { verb: string }): boolean => verb === 'watch';

/** May do everything in these namespaces and nothing at the cluster scope. */
export const only = (...namespaces: string[]): readonly AccessRule[] => [
  { verbs: ['*'], resources: ['*'], namespaces },
];
