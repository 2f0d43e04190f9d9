/**
 * The joins between kinds. Only field paths link them: no labels, no owner references, no field selectors. So each
 * function goes once over a full list, never once for each row.
 */
import { identityOf, keyOf, resolveReference, sameObject, type NamespacedName } from './references.js';
import { partialRepositoryRow, repositoryRow, type RepositoryRow, type SessionRow } from './rows.js';
import { configurationStatus } from './status.js';
import { targetText } from './target.js';
import type { BackupConfiguration, BackupStorage, Repository, StorageRepositoryStatus } from './types.js';

/**
 * The retention policies of every Repository that a BackupConfiguration names, by the Repository's key. A Repository has
 * no field for it: a session names the repository (always in the BackupConfiguration's own namespace) and a backend, and
 * the backend names the policy. Doubles are dropped, order is kept.
 */
export function indexRetentionPolicies(
  configurations: Iterable<BackupConfiguration>,
): ReadonlyMap<string, readonly NamespacedName[]> {
  const policies = new Map<string, NamespacedName[]>();
  for (const configuration of configurations) {
    const { namespace } = identityOf(configuration);
    const byBackend = new Map<string, NamespacedName>();
    for (const backend of configuration.spec?.backends ?? []) {
      const policy = resolveReference(backend.retentionPolicy, namespace);
      if (policy) byBackend.set(backend.name ?? '', policy);
    }
    for (const session of configuration.spec?.sessions ?? []) {
      for (const repository of session.repositories ?? []) {
        const policy = byBackend.get(repository.backend ?? '');
        if (!policy || !repository.name) continue;
        const key = keyOf(namespace, repository.name);
        const known = policies.get(key);
        if (!known) policies.set(key, [policy]);
        else if (!known.some((other) => sameObject(other, policy))) known.push(policy);
      }
    }
  }
  return policies;
}

/** The retention policies of one Repository. For many, make `indexRetentionPolicies` once. */
export function retentionPoliciesOf(
  repository: Repository,
  configurations: Iterable<BackupConfiguration>,
): readonly NamespacedName[] {
  const { namespace, name } = identityOf(repository);
  return indexRetentionPolicies(configurations).get(keyOf(namespace, name)) ?? [];
}

/**
 * The Repositories of a storage, from all namespaces: every Repository object whose `spec.storageRef` resolves to it,
 * and a partial row for each entry of its `status.repositories` that has no Repository object in the list (the user may
 * not list Repositories there). `configurations` give the retention policies.
 */
export function repositoriesOf(
  storage: BackupStorage,
  repositories: Iterable<Repository>,
  configurations: Iterable<BackupConfiguration> = [],
): RepositoryRow[] {
  const self = identityOf(storage);
  const policies = indexRetentionPolicies(configurations);
  const unseen = new Map<string, StorageRepositoryStatus>();
  for (const entry of storage.status?.repositories ?? []) unseen.set(keyOf(entry.namespace, entry.name), entry);

  const rows: RepositoryRow[] = [];
  for (const repository of repositories) {
    const { namespace, name } = identityOf(repository);
    const key = keyOf(namespace, name);
    const entry = unseen.get(key);
    // Seen even if it points elsewhere by now: its own spec is nearer to the truth than the storage's status.
    unseen.delete(key);
    if (!sameObject(resolveReference(repository.spec?.storageRef, namespace), self)) continue;
    rows.push(repositoryRow(repository, entry, policies.get(key)));
  }
  for (const [key, entry] of unseen) rows.push(partialRepositoryRow(entry, policies.get(key)));
  return rows;
}

/**
 * One row for each session that stores into this storage. A session reaches it by the name of a backend; absent and
 * empty backend names are the same, the default backend. A BackupConfiguration with a backend here that none of its
 * sessions uses still has one row, without a session: it is linked, and deleting the storage concerns it.
 * `nowMs` (milliseconds since the epoch) is for `configurationStatus`.
 */
export function sessionRowsOf(
  storage: BackupStorage,
  configurations: Iterable<BackupConfiguration>,
  nowMs?: number,
): SessionRow[] {
  const self = identityOf(storage);
  const rows: SessionRow[] = [];
  for (const configuration of configurations) {
    const { namespace, name } = identityOf(configuration);
    const { backends = [], sessions = [], target, paused } = configuration.spec ?? {};
    const here = new Set<string>();
    for (const backend of backends) {
      if (sameObject(resolveReference(backend.storageRef, namespace), self)) here.add(backend.name ?? '');
    }
    if (here.size === 0) continue;

    const key = keyOf(namespace, name);
    const common = {
      namespace,
      name,
      target: targetText(target),
      invokerKind: 'BackupConfiguration',
      paused: paused === true,
      status: configurationStatus(configuration, nowMs),
      object: configuration,
    } as const;
    const before = rows.length;
    for (const [index, session] of sessions.entries()) {
      if (!session.repositories?.some((repository) => here.has(repository.backend ?? ''))) continue;
      rows.push({
        ...common,
        key: `${key}/${session.name ?? `#${index}`}`,
        session: session.name ?? '',
        schedule: session.scheduler?.schedule,
        suspended: session.scheduler?.suspend === true,
        tasks: (session.addon?.tasks ?? []).flatMap((task) => task.name ?? []),
      });
    }
    if (rows.length === before) {
      rows.push({ ...common, key: `${key}/`, session: undefined, schedule: undefined, suspended: false, tasks: [] });
    }
  }
  return rows;
}
