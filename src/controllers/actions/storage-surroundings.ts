import type { ReactiveControllerHost } from 'lit';
import type { LiveStatus } from '../../data-source/live/status.js';
import type { DataSource } from '../../data-source/types.js';
import { isEncryptedWith, namedSecretOf, otherUsersOf } from '../../manifest/deletion-secret.js';
import { repositoriesOf, sessionRowsOf } from '../../model/links.js';
import { identityOf, keyOf } from '../../model/references.js';
import { BACKUP_CONFIGURATIONS, BACKUP_STORAGES, REPOSITORIES } from '../../model/resources.js';
import { formatSize, sumSizes } from '../../model/size.js';
import type { BackupConfiguration, BackupStorage, Repository } from '../../model/types.js';
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
  /** Namespaces that refused to be looked at. */
  denied: readonly string[];
}

/** Who takes its credentials from the Secret that a storage names. */
export interface SecretUsers {
  /** Undefined: the storage names none. */
  name: string | undefined;
  /** Other storages of the namespace. */
  storages: readonly string[];
  /** Repositories and BackupConfigurations, as `namespace/name`, that encrypt with it. */
  encrypts: readonly string[];
  known: Knowledge;
}

/** What is around a storage, live while somebody wants to know it. It shares what other elements of the page hold. */
export class StorageSurroundings {
  readonly #storages: LiveController<BackupStorage>;
  readonly #configurations: LiveController<BackupConfiguration>;
  readonly #repositories: LiveController<Repository>;
  #storage: BackupStorage | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#storages = new LiveController(host, BACKUP_STORAGES, () => {});
    this.#configurations = new LiveController(host, BACKUP_CONFIGURATIONS, () => {});
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
    this.#repositories.connect(far, { candidates });
  }

  consequencesOf(storage: BackupStorage): Consequences {
    const repositories = repositoriesOf(storage, this.#repositories.objects.values());
    const sum = sumSizes(repositories.map(({ size }) => size));
    const dependents = sessionRowsOf(storage, this.#configurations.objects.values());
    const { status } = this.#configurations;
    return {
      policy: storage.spec?.deletionPolicy || 'Delete',
      isDefault: storage.spec?.default === true,
      repositories: repositories.length,
      size: storage.status?.totalSize || (sum.bytes > 0 ? formatSize(sum.bytes) : undefined),
      dependents: [...new Set(dependents.map(({ namespace, name }) => keyOf(namespace, name)))].sort(),
      dependentsKnown: knowledgeOf(status),
      denied: [...(status?.deniedNamespaces.keys() ?? [])].sort(),
    };
  }

  secretUsersOf(storage: BackupStorage): SecretUsers {
    const name = namedSecretOf(storage);
    if (name === undefined) return { name, storages: [], encrypts: [], known: 'known' };
    const secret = { namespace: identityOf(storage).namespace, name };
    const encrypting = [...this.#repositories.objects.values(), ...this.#configurations.objects.values()]
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
