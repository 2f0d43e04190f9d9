import { formatSize, sumSizes } from '../../model/size.js';
import { identityOf, keyOf, resolveReference, sameObject } from '../../model/references.js';
import { BACKUP_STORAGES, REPOSITORIES, type ResourceType } from '../../model/resources.js';
import type { BackupStorage, Repository, StorageRepositoryStatus } from '../../model/types.js';
import type { StoreEvent } from './event-window.js';
import { timestamp } from './identity.js';
import { sameJson } from './json.js';
import type { OperatorEnvironment } from './operator.js';
import { setBackgroundTimeout } from './scheduler.js';
import type { Origin } from './store.js';

/**
 * KubeStash's other duty for a BackupStorage: a Repository that comes, changes or goes is brought to Ready and kept in the
 * `status.repositories` of its storage, with the total size. It lags behind by the operator's delay, as the real one
 * does, and leaves alone what was seeded.
 */
export class RepositorySync {
  readonly #timers = new Map<string, unknown>();
  readonly #unsubscribe: () => void;

  constructor(private readonly environment: OperatorEnvironment) {
    this.#unsubscribe = environment.store.subscribe((type, event, origin) => this.#react(type, event, origin));
  }

  dispose(): void {
    this.#unsubscribe();
    for (const handle of this.#timers.values()) this.environment.scheduler.clearTimeout(handle);
    this.#timers.clear();
  }

  #react(type: ResourceType, { object, previous }: StoreEvent, origin: Origin): void {
    if (origin === 'operator' || type.kind !== REPOSITORIES.kind || type.group !== REPOSITORIES.group) return;
    const { namespace, name } = identityOf(object);
    const key = keyOf(namespace, name);
    this.environment.scheduler.clearTimeout(this.#timers.get(key));
    const handle = setBackgroundTimeout(
      this.environment.scheduler,
      () => {
        this.#timers.delete(key);
        this.#sync(namespace, name, [previous as Repository | undefined, object as Repository]);
      },
      this.environment.delayMs,
    );
    this.#timers.set(key, handle);
  }

  /** `versions` say which storages may list the repository: it cannot move, but it can be made anew elsewhere. */
  #sync(namespace: string, name: string, versions: readonly (Repository | undefined)[]): void {
    const { store } = this.environment;
    let repository = store.get(REPOSITORIES, { namespace, name }) as Repository | undefined;
    if (repository?.metadata?.deletionTimestamp) {
      // Its finalizer is the operator's, which has cleaned up by now.
      store.remove(REPOSITORIES, { namespace, name }, 'operator');
      repository = undefined;
    }
    const storages = versions.map((version) => resolveReference(version?.spec?.storageRef, namespace));
    for (const [index, reference] of storages.entries()) {
      if (!reference || storages.findIndex((one) => sameObject(one, reference)) < index) continue;
      const storage = store.get(BACKUP_STORAGES, reference) as BackupStorage | undefined;
      if (storage?.status?.phase !== 'Ready') continue;
      const own = resolveReference(repository?.spec?.storageRef, namespace);
      const here = sameObject(own, reference) ? repository : undefined;
      if (here) this.#makeReady(here);
      this.#list(storage, { namespace, name }, here);
    }
  }

  #makeReady(repository: Repository): void {
    if (repository.status?.phase) return;
    const condition = {
      type: 'RepositoryInitialized',
      status: 'True' as const,
      reason: 'RepositoryInitializationSucceeded',
      lastTransitionTime: timestamp(this.environment.now()),
    };
    const status = { ...repository.status, phase: 'Ready', conditions: [condition] };
    this.environment.store.put(REPOSITORIES, { ...repository, status } as Repository, 'operator');
  }

  #list(storage: BackupStorage, self: { namespace: string; name: string }, repository: Repository | undefined): void {
    const others = (storage.status?.repositories ?? []).filter((entry) => !sameObject(entry, self));
    const { path } = repository?.spec ?? {};
    const { size } = repository?.status ?? {};
    const entry: StorageRepositoryStatus = {
      ...self,
      ...(path === undefined ? {} : { path }),
      ...(size === undefined ? {} : { size }),
      synced: true,
    };
    const repositories = repository ? [...others, entry] : others;
    const { totalSize: _total, repositories: _former, ...rest } = storage.status ?? {};
    const next: BackupStorage = {
      ...storage,
      status: {
        ...rest,
        ...(repositories.length === 0
          ? {}
          : { repositories, totalSize: formatSize(sumSizes(repositories.map((one) => one.size)).bytes) }),
      },
    };
    if (!sameJson(next, storage)) this.environment.store.put(BACKUP_STORAGES, next, 'operator');
  }
}
