import { parseTime } from './age.js';
import { identityOf, keyOf, type NamespacedName } from './references.js';
import { parseSize } from './size.js';
import { repositoryStatus, storageStatus, type Status } from './status.js';
import { targetText } from './target.js';
import type { BackupInvoker, BackupStorage, Repository, StorageRepositoryStatus } from './types.js';

/** One line of the BackupStorage list: what columns, sorting and filters read. */
export interface StorageRow {
  /** Row identity; namespace and name where the object has no uid. */
  readonly uid: string;
  readonly namespace: string;
  readonly name: string;
  /** Verbatim from the object; not every value is one of the known providers. */
  readonly provider: string | undefined;
  /** As the operator wrote it; `undefined` is shown as an em dash, not as 0. */
  readonly size: string | undefined;
  /** `size` in bytes, to sort by; `undefined` when it is absent or not readable. */
  readonly sizeBytes: number | undefined;
  /** "No. of Connected Repositories": the length of `status.repositories`. It lags behind the Repository objects. */
  readonly repositories: number;
  readonly status: Status;
  /** Milliseconds since the epoch. */
  readonly createdAt: number | undefined;
  readonly object: BackupStorage;
}

/** One line of a storage's Repositories table. */
export interface RepositoryRow {
  readonly key: string;
  readonly namespace: string;
  readonly name: string;
  readonly size: string | undefined;
  readonly sizeBytes: number | undefined;
  /** Kept Snapshots, failed ones included; `undefined` is not 0. */
  readonly snapshots: number | undefined;
  /** `undefined` means "Cluster resources", or not known when the row is partial. */
  readonly target: string | undefined;
  /** Where the policies are; a reference may dangle. */
  readonly retentionPolicies: readonly NamespacedName[];
  readonly status: Status;
  /** Milliseconds since the epoch. */
  readonly createdAt: number | undefined;
  /** Known only from the storage's own status: the Repository object is missing, or the user may not read it. */
  readonly partial: boolean;
  readonly object: Repository | undefined;
}

/** One line of a storage's BackupConfigurations table: a session that stores here. */
export interface SessionRow {
  readonly key: string;
  readonly namespace: string;
  readonly name: string;
  /** `undefined` when the configuration has a backend here that no session uses; then there is no schedule and no task. */
  readonly session: string | undefined;
  /** Cron or `@daily` and the like, verbatim. */
  readonly schedule: string | undefined;
  /** This session alone is stopped. */
  readonly suspended: boolean;
  /** `undefined` means "Cluster resources". A BackupBatch's session may have several. */
  readonly target: string | undefined;
  readonly invokerKind: 'BackupConfiguration' | 'BackupBatch';
  readonly tasks: readonly string[];
  /** All sessions are stopped. */
  readonly paused: boolean;
  readonly status: Status;
  readonly object: BackupInvoker;
}

export function storageRow(storage: BackupStorage): StorageRow {
  const { namespace, name } = identityOf(storage);
  const size = storage.status?.totalSize || undefined;
  return {
    uid: storage.metadata?.uid ?? keyOf(namespace, name),
    namespace,
    name,
    provider: storage.spec?.storage?.provider || undefined,
    size,
    sizeBytes: parseSize(size),
    repositories: storage.status?.repositories?.length ?? 0,
    status: storageStatus(storage),
    createdAt: parseTime(storage.metadata?.creationTimestamp),
    object: storage,
  };
}

/** The row of a Repository object; `syncEntry` is what the storage's status says about it, if anything. */
export function repositoryRow(
  repository: Repository,
  syncEntry?: StorageRepositoryStatus,
  retentionPolicies: readonly NamespacedName[] = [],
): RepositoryRow {
  const { namespace, name } = identityOf(repository);
  const size = repository.status?.size || undefined;
  return {
    key: keyOf(namespace, name),
    namespace,
    name,
    size,
    sizeBytes: parseSize(size),
    snapshots: repository.status?.snapshotCount,
    target: targetText(repository.spec?.appRef),
    retentionPolicies,
    status: repositoryStatus(repository, syncEntry),
    createdAt: parseTime(repository.metadata?.creationTimestamp),
    partial: false,
    object: repository,
  };
}

/** The row of a repository that only the storage's status knows. Nothing is in progress: we just cannot see it. */
export function partialRepositoryRow(
  syncEntry: StorageRepositoryStatus,
  retentionPolicies: readonly NamespacedName[] = [],
): RepositoryRow {
  const { namespace, name } = syncEntry;
  const size = syncEntry.size || undefined;
  return {
    key: keyOf(namespace, name),
    namespace,
    name,
    size,
    sizeBytes: parseSize(size),
    snapshots: undefined,
    target: undefined,
    retentionPolicies,
    status: { ...repositoryStatus({}, syncEntry), inProgress: false },
    createdAt: undefined,
    partial: true,
    object: undefined,
  };
}
