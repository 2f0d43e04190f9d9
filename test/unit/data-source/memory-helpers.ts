import { DataSourceError, type DataSourceErrorCode } from '../../../src/data-source/errors.js';
import type { Scheduler } from '../../../src/data-source/memory/index.js';
import type { WatchEvent } from '../../../src/data-source/types.js';
import type { BackupStorage, KubernetesObject, Secret } from '../../../src/model/types.js';

/** 2026-08-20T12:00:00Z, the samples' now. */
export const NOON = Date.parse('2026-08-20T12:00:00Z');

/** A clock and timers that stand still until they are moved. */
export class FakeTime {
  #now = NOON;
  #timers = new Map<number, { at: number; callback: () => void }>();
  #next = 1;

  readonly now = (): number => this.#now;
  readonly scheduler: Scheduler = {
    setTimeout: (callback, ms) => {
      this.#timers.set(this.#next, { at: this.#now + ms, callback });
      return this.#next++;
    },
    clearTimeout: (handle) => void this.#timers.delete(handle as number),
  };

  /** Timers that have not fired. */
  get pending(): number {
    return this.#timers.size;
  }

  /** Moves the clock, firing what falls due, in order. */
  advance(ms: number): void {
    const end = this.#now + ms;
    for (;;) {
      const [due] = [...this.#timers].filter(([, { at }]) => at <= end).sort(([, a], [, b]) => a.at - b.at);
      if (!due) break;
      const [handle, { at, callback }] = due;
      this.#timers.delete(handle);
      this.#now = at;
      callback();
    }
    this.#now = end;
  }
}

/** The DataSourceError that a promise rejects with. */
export async function errorOf(promise: Promise<unknown>): Promise<DataSourceError> {
  try {
    await promise;
  } catch (thrown) {
    if (thrown instanceof DataSourceError) return thrown;
    throw thrown;
  }
  throw new Error('expected a DataSourceError');
}

/** The next event of a watch, said as `TYPE name@resourceVersion`. */
export async function nextEvent<T extends KubernetesObject>(
  watch: AsyncIterator<WatchEvent<T>>,
): Promise<WatchEvent<T>> {
  const step = await watch.next();
  if (step.done) throw new Error('the watch ended');
  return step.value;
}

/** Whether a promise is still waiting after everything that can happen without time passing has happened. */
export async function isPending(promise: Promise<unknown>): Promise<boolean> {
  let pending = true;
  const settle = (): void => void (pending = false);
  promise.then(settle, settle);
  await settled();
  return pending;
}

/** Lets everything happen that needs no time. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
}

/** A BackupStorage manifest. */
export function storage(name: string, spec?: NonNullable<BackupStorage['spec']>, namespace = 'demo'): BackupStorage {
  return {
    apiVersion: 'storage.kubestash.com/v1alpha1',
    kind: 'BackupStorage',
    metadata: { name, namespace },
    spec: spec ?? { storage: { provider: 's3', s3: { bucket: name, region: 'us-east-1' } } },
  };
}

export function secret(name: string, stringData: Record<string, string>, namespace = 'demo'): Secret {
  return { apiVersion: 'v1', kind: 'Secret', metadata: { name, namespace }, stringData };
}

export function namespace(name: string): KubernetesObject {
  return { apiVersion: 'v1', kind: 'Namespace', metadata: { name } };
}

export type { DataSourceErrorCode };
