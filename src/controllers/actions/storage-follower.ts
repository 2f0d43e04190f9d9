import type { ReactiveControllerHost } from 'lit';
import type { LiveStatus } from '../../data-source/live/status.js';
import type { DataSource } from '../../data-source/types.js';
import { identityOf } from '../../model/references.js';
import { BACKUP_STORAGES } from '../../model/resources.js';
import type { BackupStorage } from '../../model/types.js';
import { LiveController } from '../live-controller.js';

/**
 * Why a storage cannot be followed:
 * - `denied`: the user may not list storages; only asking for it by name is left
 * - `signed-out`: nothing is heard until the user has signed in again
 * - `unreachable`: it is being tried again
 */
export type FollowTrouble = 'denied' | 'signed-out' | 'unreachable';

/** Follows one storage, by its uid: one that takes its name later is another. */
export class StorageFollower {
  readonly #live: LiveController<BackupStorage>;
  #followed: BackupStorage | undefined;

  constructor(host: ReactiveControllerHost, onChange: () => void) {
    this.#live = new LiveController(host, BACKUP_STORAGES, (change) => {
      if (change) onChange();
    });
  }

  /** To be called before each render. Undefined follows none. */
  follow(source: DataSource | undefined, storage: BackupStorage | undefined): void {
    this.#followed = storage;
    const { namespace, name } = identityOf(storage ?? {});
    this.#live.connect(storage && source, { namespaces: [namespace], fieldSelector: `metadata.name=${name}` });
  }

  get status(): LiveStatus | undefined {
    return this.#live.status;
  }

  /** As it is now; undefined while that is not known, and when it has gone. */
  get current(): BackupStorage | undefined {
    const { uid } = this.#followed?.metadata ?? {};
    const { namespace, name } = identityOf(this.#followed ?? {});
    return [...this.#live.objects.values()].find(
      ({ metadata }) =>
        metadata?.name === name && metadata.namespace === namespace && (!uid || !metadata.uid || metadata.uid === uid),
    );
  }

  /** The server has said what there is, and it was not among it. */
  get isGone(): boolean {
    const { status } = this;
    const isCurrent = status?.complete === true && (status.state === 'live' || status.state === 'polling');
    return this.#followed !== undefined && isCurrent && this.current === undefined;
  }

  /** Undefined while it is followed. */
  get trouble(): FollowTrouble | undefined {
    switch (this.status?.state) {
      case 'denied':
        return 'denied';
      case 'auth-expired':
        return 'signed-out';
      case 'reconnecting':
        return 'unreachable';
      default:
        return undefined;
    }
  }

  /** Asks again from the start. */
  refresh(): void {
    this.#live.refresh();
  }
}
