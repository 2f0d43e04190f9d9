import type { ReactiveControllerHost } from 'lit';
import type { LiveStatus } from '../../data-source/live/status.js';
import type { DataSource } from '../../data-source/types.js';
import { isEncryptedWith, namedSecretOf, otherUsersOf } from '../../manifest/deletion-secret.js';
import { repositoriesOf, sessionRowsOf } from '../../model/links.js';
import { identityOf, keyOf } from '../../model/references.js';
import { BACKUP_BATCHES, BACKUP_CONFIGURATIONS, BACKUP_STORAGES, REPOSITORIES } from '../../model/resources.js';
import type { SessionRow } from '../../model/rows.js';
import { formatSize, sumSizes } from '../../model/size.js';
import type { BackupBatch, BackupConfiguration, BackupInvoker, BackupStorage, Repository } from '../../model/types.js';
import { LiveController } from '../live-controller.js';

/**
 * How much of what was asked for is known:
 * - `known`: all of it
 * - `partly`: that of some namespaces only
 * - `unknown`: nothing, and that stays so
 * - `loading`: it is being asked
 */
export type Knowledge = 'known' | 'partly' | 'unknown' | 'loading';

/** What comes with the deletion of a storage. */
export interface Consequences {
  /** Verbatim; the server's default where the object says nothing. */
  policy: string;
  isDefault: boolean;
  repositories: number;
  /** Undefined: nothing is known to be stored. */
  size: string | undefined;
  /** The BackupConfigurations that store here, as `namespace/name`. */
  dependents: readonly string[];
  dependentsKnown: Knowledge;
  /** The BackupBatches that do so. */
  batches: readonly string[];
  /** Like `dependentsKnown`. */
  batchesKnown: Knowledge;
  /** Namespaces that refused to be looked at. */
  denied: readonly string[];
}

/** Who takes its credentials from the Secret that a storage names. */
export interface SecretUsers {
  /** Undefined: the storage names none. */
  name: string | undefined;
  /** Other storages of the namespace. */
  storages: readonly string[];
  /** Repositories, BackupConfigurations and BackupBatches, as `namespace/name`, that encrypt with it. */
  encrypts: readonly string[];
  known: Knowledge;
}

/** What is around a storage, live while somebody wants to know it. It shares what other elements of the page hold. */
export class StorageSurroundings {
  readonly #storages: LiveController<BackupStorage>;
  readonly #configurations: LiveController<BackupConfiguration>;
  readonly #batches: LiveController<BackupBatch>;
  readonly #repositories: LiveController<Repository>;
  #storage: BackupStorage | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#storages = new LiveController(host, BACKUP_STORAGES, () => {});
    this.#configurations = new LiveController(host, BACKUP_CONFIGURATIONS, () => {});
    this.#batches = new LiveController(host, BACKUP_BATCHES, () => {});
    this.#repositories = new LiveController(host, REPOSITORIES, () => {});
  }

  /** To be called before each render. `want` says what is of interest now. */
  connect(
    source: DataSource | undefined,
    storage: BackupStorage | undefined,
    want: 'all' | 'storages' | 'nothing',
  ): void {
    if (storage) this.#storage = storage;
    const { namespace } = identityOf(this.#storage ?? {});
    const near = this.#storage && want !== 'nothing' ? source : undefined;
    this.#storages.connect(near, { namespaces: [namespace] });
    const far = want === 'all' ? near : undefined;
    const candidates = () => [
      ...new Set([namespace, ...(this.#storage?.status?.repositories ?? []).map((one) => one.namespace)]),
    ];
    this.#configurations.connect(far, { candidates });
    this.#batches.connect(far, { candidates, polled: true });
    this.#repositories.connect(far, { candidates });
  }

  consequencesOf(storage: BackupStorage): Consequences {
    const repositories = repositoriesOf(storage, this.#repositories.objects.values());
    const sum = sumSizes(repositories.map(({ size }) => size));
    const rows = sessionRowsOf(storage, this.#invokers);
    const namesOf = (kind: SessionRow['invokerKind']) => [
      ...new Set(rows.filter((row) => row.invokerKind === kind).map((row) => keyOf(row.namespace, row.name))),
    ];
    const { status } = this.#configurations;
    return {
      policy: storage.spec?.deletionPolicy || 'Delete',
      isDefault: storage.spec?.default === true,
      repositories: repositories.length,
      size: storage.status?.totalSize || (sum.bytes > 0 ? formatSize(sum.bytes) : undefined),
      dependents: namesOf('BackupConfiguration').sort(),
      dependentsKnown: knowledgeOf(status),
      batches: namesOf('BackupBatch').sort(),
      batchesKnown: knowledgeOf(this.#batches.status),
      denied: [...(status?.deniedNamespaces.keys() ?? [])].sort(),
    };
  }

  get #invokers(): BackupInvoker[] {
    return [...this.#configurations.objects.values(), ...this.#batches.objects.values()];
  }

  secretUsersOf(storage: BackupStorage): SecretUsers {
    const name = namedSecretOf(storage);
    if (name === undefined) return { name, storages: [], encrypts: [], known: 'known' };
    const secret = { namespace: identityOf(storage).namespace, name };
    const encrypting = [...this.#repositories.objects.values(), ...this.#invokers]
      .filter((object) => isEncryptedWith(object, secret))
      .map((object) => keyOf(identityOf(object).namespace, identityOf(object).name));
    return {
      name,
      storages: otherUsersOf(secret, storage, this.#storages.objects.values())
        .map((other) => identityOf(other).name)
        .sort(),
      encrypts: [...new Set(encrypting)].sort(),
      known: knowledgeOf(this.#storages.status),
    };
  }
}

function knowledgeOf(status: LiveStatus | undefined): Knowledge {
  switch (status?.state) {
    case undefined:
    case 'denied':
    case 'auth-expired':
      return 'unknown';
    // There are none of a type that nobody serves.
    case 'not-installed':
      return 'known';
    case 'reconnecting':
      return 'unknown';
    default:
      if (!status?.complete) return 'loading';
      // The cluster-wide list was refused: other namespaces may hold more.
      return status.namespaces ? 'partly' : 'known';
  }
}
