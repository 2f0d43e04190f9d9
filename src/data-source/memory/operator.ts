import { identityOf, keyOf, resolveReference, sameObject } from '../../model/references.js';
import {
  BACKUP_CONFIGURATIONS,
  BACKUP_STORAGES,
  REPOSITORIES,
  SECRETS,
  SNAPSHOTS,
  type ResourceType,
} from '../../model/resources.js';
import type { BackupConfiguration, BackupStorage, KubernetesObject, Repository, Secret } from '../../model/types.js';
import type { ObjectKey } from '../types.js';
import { backendFault, secretNameOf, type Probe } from './backend-check.js';
import type { StoreEvent } from './event-window.js';
import { timestamp } from './identity.js';
import { sameJson } from './json.js';
import { setBackgroundTimeout, type Scheduler } from './scheduler.js';
import {
  initialized,
  notInitialized,
  secretFound,
  secretMissing,
  withFinding,
  withoutCondition,
} from './storage-conditions.js';
import type { Origin, Store } from './store.js';

/** The finalizer by which KubeStash keeps a storage until it has cleaned up. */
export const CLEANUP_FINALIZER = 'kubestash.com/cleanup';

/** The share of the delay after which the Secret has been looked at. */
const SECRET_STEP = 0.4;

export interface OperatorEnvironment {
  store: Store;
  now: () => number;
  scheduler: Scheduler;
  /** From a change to its outcome. */
  delayMs: number;
  probe: Probe;
}

/**
 * KubeStash's controller for BackupStorages: tests a new or changed one, and cleans up behind a deleted one. What was
 * seeded, and what the host stores with a status of its own, is left alone until a request changes it.
 */
export class Operator {
  /** Timers by the storage's key. */
  readonly #timers = new Map<string, Set<unknown>>();
  /** Storages by the Secret that they name; both as `namespace/name`. */
  readonly #users = new Map<string, Set<string>>();
  /** Uids of the storages whose status is this operator's. */
  readonly #own = new Set<string>();
  readonly #unsubscribe: () => void;

  constructor(private readonly environment: OperatorEnvironment) {
    for (const storage of environment.store.bucket(BACKUP_STORAGES)?.objects.values() ?? []) this.#index(storage);
    this.#unsubscribe = environment.store.subscribe((type, event, origin) => this.#react(type, event, origin));
  }

  /** Stops everything; nothing is changed any more. */
  dispose(): void {
    this.#unsubscribe();
    for (const key of [...this.#timers.keys()]) this.#cancel(key);
  }

  #react(type: ResourceType, event: StoreEvent, origin: Origin): void {
    if (type.kind === SECRETS.kind && type.group === '') this.#secretChanged(event);
    if (type.kind !== BACKUP_STORAGES.kind || type.group !== BACKUP_STORAGES.group) return;
    const { object, previous } = event;
    const key = pathOf(object);
    this.#index(event.type === 'DELETED' ? undefined : object, previous);
    if (event.type === 'DELETED') {
      this.#cancel(key);
      this.#own.delete(object.metadata.uid);
      if (origin !== 'host') this.#orphanConfigurations(object);
      return;
    }
    if (origin === 'operator') return;
    if (object.metadata.deletionTimestamp) {
      if (origin === 'call' && !previous?.metadata.deletionTimestamp)
        this.#after(key, 1, () => this.#cleanUp(object.metadata));
      return;
    }
    const isHosts = origin === 'host' && (object as BackupStorage).status !== undefined;
    if (!isHosts && needsTest(object, previous)) this.#enqueue(key, object.metadata);
  }

  /** Storages wait for their Secret: its coming and going, and its keys, decide about them. */
  #secretChanged({ object }: StoreEvent): void {
    for (const key of this.#users.get(pathOf(object)) ?? []) {
      const [namespace = '', name = ''] = key.split('/');
      const storage = this.#storage({ namespace, name });
      const waits = storage?.status?.conditions?.some(
        (one) => one.type === 'BackendSecretFound' && one.status === 'False',
      );
      if (storage && (waits || this.#own.has(storage.metadata?.uid ?? ''))) this.#enqueue(key, { namespace, name });
    }
  }

  #enqueue(path: string, key: ObjectKey): void {
    this.#cancel(path);
    this.#after(path, SECRET_STEP, () => this.#checkSecret(key));
    this.#after(path, 1, () => this.#initialize(key));
  }

  #checkSecret(key: ObjectKey): void {
    const storage = this.#storage(key);
    if (!storage || storage.metadata?.deletionTimestamp) return;
    const name = secretNameOf(storage);
    const time = timestamp(this.environment.now());
    const status =
      name === undefined
        ? withoutCondition(storage.status, 'BackendSecretFound')
        : withFinding(
            storage.status,
            this.#secret(storage) ? secretFound : secretMissing(keyOf(key.namespace ?? '', name)),
            time,
          );
    const finalizers = storage.metadata?.finalizers ?? [];
    this.#own.add(storage.metadata?.uid ?? '');
    this.#put(storage, {
      ...storage,
      metadata: {
        ...storage.metadata,
        finalizers: finalizers.includes(CLEANUP_FINALIZER) ? finalizers : [...finalizers, CLEANUP_FINALIZER],
      },
      ...(status === undefined ? {} : { status }),
    });
  }

  #initialize(key: ObjectKey): void {
    const storage = this.#storage(key);
    if (!storage || storage.metadata?.deletionTimestamp) return;
    const secret = this.#secret(storage);
    // Without its Secret the backend is not even tried.
    if (secretNameOf(storage) !== undefined && !secret) return;
    const fault = backendFault(storage, secret, this.environment.probe);
    const finding = fault === undefined ? initialized : notInitialized(fault);
    const status = withFinding(storage.status, finding, timestamp(this.environment.now()));
    this.#put(storage, { ...storage, status });
  }

  /** The objects that describe what is in the storage go with it; its Secret never does. */
  #cleanUp(key: ObjectKey): void {
    const { store } = this.environment;
    const storage = this.#storage(key);
    if (!storage?.metadata?.deletionTimestamp) return;
    const gone = new Set<string>();
    for (const repository of this.#all<Repository>(REPOSITORIES)) {
      const { namespace } = identityOf(repository);
      if (!sameObject(resolveReference(repository.spec?.storageRef, namespace), identityOf(storage))) continue;
      gone.add(pathOf(repository));
      store.remove(REPOSITORIES, identityOf(repository), 'operator');
    }
    for (const snapshot of this.#all<KubernetesObject & { spec?: { repository?: string } }>(SNAPSHOTS))
      if (gone.has(keyOf(identityOf(snapshot).namespace, snapshot.spec?.repository ?? '')))
        store.remove(SNAPSHOTS, identityOf(snapshot), 'operator');
    const finalizers = (storage.metadata.finalizers ?? []).filter((name) => name !== CLEANUP_FINALIZER);
    if (finalizers.length === 0) store.remove(BACKUP_STORAGES, key, 'operator');
    else this.#put(storage, { ...storage, metadata: { ...storage.metadata, finalizers } });
  }

  /** BackupConfigurations outlive their storage and say so. */
  #orphanConfigurations(storage: BackupStorage): void {
    const self = identityOf(storage);
    for (const configuration of this.#all<BackupConfiguration>(BACKUP_CONFIGURATIONS)) {
      const { namespace } = identityOf(configuration);
      const lost = new Set(
        (configuration.spec?.backends ?? [])
          .filter(({ storageRef }) => sameObject(resolveReference(storageRef, namespace), self))
          .map(({ name }) => name ?? ''),
      );
      const { status } = configuration;
      if (lost.size === 0 || status === undefined) continue;
      const backends = status.backends?.map((backend) =>
        lost.has(backend.name ?? '') ? { ...backend, ready: false } : backend,
      );
      const next: BackupConfiguration = {
        ...configuration,
        status: {
          ...status,
          ...(status.phase === 'Ready' ? { phase: 'NotReady' } : {}),
          ...(backends === undefined ? {} : { backends }),
        },
      };
      if (!sameJson(next, configuration)) this.environment.store.put(BACKUP_CONFIGURATIONS, next, 'operator');
    }
  }

  #storage(key: ObjectKey): BackupStorage | undefined {
    return this.environment.store.get(BACKUP_STORAGES, key);
  }

  #secret(storage: BackupStorage): Secret | undefined {
    const name = secretNameOf(storage);
    if (name === undefined) return undefined;
    return this.environment.store.get(SECRETS, { namespace: identityOf(storage).namespace, name });
  }

  #all<T extends KubernetesObject>(type: ResourceType): T[] {
    return (this.environment.store.bucket(type)?.list() ?? []) as KubernetesObject[] as T[];
  }

  #put(before: BackupStorage, after: BackupStorage): void {
    if (!sameJson(before, after)) this.environment.store.put(BACKUP_STORAGES, after, 'operator');
  }

  #index(storage: BackupStorage | undefined, previous?: BackupStorage): void {
    const of = (object: BackupStorage | undefined): string | undefined => {
      const name = object && secretNameOf(object);
      return name === undefined ? undefined : keyOf(identityOf(object ?? {}).namespace, name);
    };
    const [before, after] = [of(previous), of(storage)];
    if (before !== undefined && before !== after) this.#users.get(before)?.delete(pathOf(previous ?? {}));
    if (after === undefined || storage === undefined) return;
    const users = this.#users.get(after) ?? new Set();
    this.#users.set(after, users.add(pathOf(storage)));
  }

  #after(key: string, share: number, callback: () => void): void {
    const { scheduler, delayMs } = this.environment;
    const timers = this.#timers.get(key) ?? new Set();
    this.#timers.set(key, timers);
    const handle = setBackgroundTimeout(
      scheduler,
      () => {
        timers.delete(handle);
        if (timers.size === 0 && this.#timers.get(key) === timers) this.#timers.delete(key);
        callback();
      },
      delayMs * share,
    );
    timers.add(handle);
  }

  #cancel(key: string): void {
    for (const handle of this.#timers.get(key) ?? []) this.environment.scheduler.clearTimeout(handle);
    this.#timers.delete(key);
  }
}

function pathOf(object: KubernetesObject): string {
  return keyOf(identityOf(object).namespace, identityOf(object).name);
}

/** Whether the connection has to be tested: nothing else that may change makes a backend reachable, or not. */
function needsTest(storage: BackupStorage, previous: BackupStorage | undefined): boolean {
  if (!previous) return true;
  // One that was never tested is looked at when anything about it changes.
  const untested = storage.status === undefined;
  const tested = ({ spec }: BackupStorage): unknown => (untested ? spec : [spec?.storage, spec?.runtimeSettings]);
  return !sameJson(tested(storage), tested(previous));
}
