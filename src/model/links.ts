/**
 * The joins between kinds. Only field paths link them: no labels, no owner references, no field selectors. So each
 * function goes once over a full list, never once for each row.
 */
import { identityOf, keyOf, resolveReference, sameObject, type NamespacedName } from './references.js';
import { partialRepositoryRow, repositoryRow, type RepositoryRow, type SessionRow } from './rows.js';
import { BACKUP_BATCHES } from './resources.js';
import { configurationStatus } from './status.js';
import { targetText } from './target.js';
import type {
  BackupBatch,
  BackupInvoker,
  BackupSessionTarget,
  BackupStorage,
  Repository,
  StorageRepositoryStatus,
} from './types.js';

/** A session of an invoker, with everything in it that stores. */
interface Session {
  readonly name: string | undefined;
  readonly scheduler: { schedule?: string; suspend?: boolean } | undefined;
  readonly parts: readonly (BackupSessionTarget & { readonly target: string | undefined })[];
}

/** Both invokers in one shape: a BackupConfiguration has one target, a BackupBatch several in each session. */
function sessionsOf(invoker: BackupInvoker): Session[] {
  if (!isBatch(invoker)) {
    const { sessions = [], target } = invoker.spec ?? {};
    return sessions.map((session) => ({
      name: session.name,
      scheduler: session.scheduler,
      parts: [{ ...session, target: targetText(target) }],
    }));
  }
  const { sessions = [], targets = [] } = invoker.spec ?? {};
  const byName = new Map(targets.map(({ name, appRef }) => [name ?? '', targetText(appRef)]));
  return sessions.map((session) => ({
    name: session.name,
    scheduler: session.scheduler,
    // A name without a target is better than none.
    parts: (session.targets ?? []).map((part) => ({ ...part, target: byName.get(part.name ?? '') ?? part.name })),
  }));
}

/** Every adapter fills in the kinds that lists leave out. */
function isBatch(invoker: BackupInvoker): invoker is BackupBatch {
  return invoker.kind === BACKUP_BATCHES.kind;
}

/**
 * The retention policies of every Repository that a BackupConfiguration or BackupBatch names, by the Repository's key. A
 * Repository has no field for it: a session names the repository (always in the invoker's own namespace) and a backend,
 * and the backend names the policy. Doubles are dropped, order is kept.
 */
export function indexRetentionPolicies(
  invokers: Iterable<BackupInvoker>,
): ReadonlyMap<string, readonly NamespacedName[]> {
  const policies = new Map<string, NamespacedName[]>();
  for (const invoker of invokers) {
    const { namespace } = identityOf(invoker);
    const byBackend = new Map<string, NamespacedName>();
    for (const backend of invoker.spec?.backends ?? []) {
      const policy = resolveReference(backend.retentionPolicy, namespace);
      if (policy) byBackend.set(backend.name ?? '', policy);
    }
    for (const { repositories = [] } of sessionsOf(invoker).flatMap(({ parts }) => parts)) {
      for (const repository of repositories) {
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
  invokers: Iterable<BackupInvoker>,
): readonly NamespacedName[] {
  const { namespace, name } = identityOf(repository);
  return indexRetentionPolicies(invokers).get(keyOf(namespace, name)) ?? [];
}

/**
 * The Repositories of a storage, from all namespaces: every Repository object whose `spec.storageRef` resolves to it,
 * and a partial row for each entry of its `status.repositories` that has no Repository object in the list (the user may
 * not list Repositories there). `invokers` give the retention policies.
 */
export function repositoriesOf(
  storage: BackupStorage,
  repositories: Iterable<Repository>,
  invokers: Iterable<BackupInvoker> = [],
): RepositoryRow[] {
  const self = identityOf(storage);
  const policies = indexRetentionPolicies(invokers);
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
 * empty backend names are the same, the default backend. An invoker with a backend here that none of its sessions uses
 * still has one row, without a session: it is linked, and deleting the storage concerns it. Of a BackupBatch's session
 * those targets are named that store here. `nowMs` (milliseconds since the epoch) is for `configurationStatus`.
 */
export function sessionRowsOf(storage: BackupStorage, invokers: Iterable<BackupInvoker>, nowMs?: number): SessionRow[] {
  const self = identityOf(storage);
  const rows: SessionRow[] = [];
  for (const invoker of invokers) {
    const { namespace } = identityOf(invoker);
    const here = new Set<string>();
    for (const backend of invoker.spec?.backends ?? []) {
      if (sameObject(resolveReference(backend.storageRef, namespace), self)) here.add(backend.name ?? '');
    }
    if (here.size === 0) continue;
    rows.push(...rowsOfInvoker(invoker, here, nowMs));
  }
  return rows;
}

/** `here` are the names of the backends that lead to the storage. */
function rowsOfInvoker(invoker: BackupInvoker, here: ReadonlySet<string>, nowMs: number | undefined): SessionRow[] {
  const { namespace, name } = identityOf(invoker);
  const ofBatch = isBatch(invoker);
  // The two kinds may share a name.
  const key = `${ofBatch ? 'batch:' : ''}${keyOf(namespace, name)}`;
  const common = {
    namespace,
    name,
    invokerKind: ofBatch ? 'BackupBatch' : 'BackupConfiguration',
    paused: invoker.spec?.paused === true,
    status: configurationStatus(invoker, nowMs),
    object: invoker,
  } as const;
  const rows: SessionRow[] = [];
  for (const [index, session] of sessionsOf(invoker).entries()) {
    const parts = session.parts.filter(({ repositories }) =>
      repositories?.some((repository) => here.has(repository.backend ?? '')),
    );
    if (parts.length === 0) continue;
    rows.push({
      ...common,
      key: `${key}/${session.name ?? `#${index}`}`,
      session: session.name ?? '',
      schedule: session.scheduler?.schedule,
      suspended: session.scheduler?.suspend === true,
      target: listed(parts.map(({ target }) => target)),
      tasks: unique(parts.flatMap(({ addon }) => (addon?.tasks ?? []).flatMap((task) => task.name ?? []))),
    });
  }
  if (rows.length > 0) return rows;
  const targets = isBatch(invoker)
    ? (invoker.spec?.targets ?? []).map(({ appRef }) => targetText(appRef))
    : [targetText(invoker.spec?.target)];
  return [
    {
      ...common,
      key: `${key}/`,
      session: undefined,
      schedule: undefined,
      suspended: false,
      target: listed(targets),
      tasks: [],
    },
  ];
}

const unique = <T>(values: readonly T[]): T[] => [...new Set(values)];

function listed(targets: readonly (string | undefined)[]): string | undefined {
  return unique(targets.filter((target) => target !== undefined)).join(', ') || undefined;
}
