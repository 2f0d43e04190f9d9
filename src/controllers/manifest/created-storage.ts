import type { ReactiveControllerHost } from 'lit';
import type { DataSource } from '../../data-source/types.js';
import { isStorage } from '../../manifest/draft.js';
import { BACKUP_STORAGES } from '../../model/resources.js';
import { storageStatus, type Status } from '../../model/status.js';
import type { BackupStorage, KubernetesObject } from '../../model/types.js';
import { LiveController } from '../live-controller.js';

/**
 * How a storage that was just created is doing:
 * - `settling`: the operator has not said yet; also NotReady as long as nothing has failed
 * - `ready`, `not-ready`: it has
 * - `deleted`: it has gone again
 * - `denied`, `signed-out`, `unreachable`: it cannot be followed; what is known is from before
 * - `other`: an object of another kind, which nobody follows
 */
export type CreatedState =
  'settling' | 'ready' | 'not-ready' | 'deleted' | 'denied' | 'signed-out' | 'unreachable' | 'other';

/** Follows a storage from its creation until it is Ready. One that is NotReady is followed on: it may heal. */
export class CreatedStorage {
  readonly #live: LiveController<BackupStorage>;
  #created: BackupStorage | undefined;
  #latest: BackupStorage | undefined;
  #seen = false;
  #gone = false;

  constructor(host: ReactiveControllerHost) {
    this.#live = new LiveController(host, BACKUP_STORAGES, (change) => {
      if (!change) return; // Left: what was seen last stays.
      const object = this.#find();
      if (object) this.#latest = object;
      this.#gone = this.#seen && !object;
      this.#seen ||= object !== undefined;
    });
  }

  /** Which one to follow, as the server stored it; undefined follows none. To be called before each render. */
  follow(source: DataSource | undefined, created: KubernetesObject | undefined): void {
    const storage = created && isStorage(created) ? created : undefined;
    if (storage !== this.#created) {
      this.#created = this.#latest = storage;
      this.#seen = this.#gone = false;
    }
    const { name, namespace } = storage?.metadata ?? {};
    const isOver = !name || !namespace || this.#phase === 'Ready';
    this.#live.connect(isOver ? undefined : source, {
      ...(namespace ? { namespaces: [namespace] } : {}),
      ...(name ? { fieldSelector: `metadata.name=${name}` } : {}),
    });
  }

  /** As it was seen last. */
  get storage(): BackupStorage | undefined {
    return this.#latest;
  }

  get status(): Status | undefined {
    return this.#latest && storageStatus(this.#latest);
  }

  get state(): CreatedState {
    if (!this.#latest) return 'other';
    if (this.#gone) return 'deleted';
    if (this.#phase === 'Ready') return 'ready';
    switch (this.#live.status?.state) {
      case 'denied':
      case 'not-installed':
        return 'denied';
      case 'auth-expired':
        return 'signed-out';
      case 'reconnecting':
        return 'unreachable';
      default:
        return this.#phase && this.#isFailed ? 'not-ready' : 'settling';
    }
  }

  get #phase(): string | undefined {
    return this.#latest?.status?.phase || undefined;
  }

  /** The operator begins with NotReady, before it has tried anything: what has failed is a condition that is False. */
  get #isFailed(): boolean {
    return this.#latest?.status?.conditions?.some(({ status }) => status === 'False') ?? false;
  }

  /** A backend that knows no selectors answers with others as well. */
  #find(): BackupStorage | undefined {
    const { name, namespace } = this.#created?.metadata ?? {};
    return [...this.#live.objects.values()].find(
      ({ metadata }) => metadata?.name === name && metadata?.namespace === namespace,
    );
  }
}
