import { parseTime } from './age.js';
import { identityOf, keyOf, resolveReference } from './references.js';
import type {
  BackupInvoker,
  BackupStorage,
  Condition,
  KubernetesObject,
  Repository,
  StorageRepositoryStatus,
} from './types.js';

/** How good a state is; never the only carrier of it, the label always says it in words. */
export type Tone = 'success' | 'warning' | 'danger' | 'info' | 'neutral';

/** Something to see beside the phase, which the phase does not tell. */
export interface StatusMark {
  readonly kind: 'sync-error' | 'integrity' | 'paused' | 'wipe-out';
  /** In English, what it is about included; empty where the kind says it all. */
  readonly text: string;
  /** What it is about, where that is not the object itself. */
  readonly about?: string;
  /** The operator's own words, where it wrote some. */
  readonly said?: string;
}

/** Of marks that the operator says nothing of, what they say. */
const TEXTS: Readonly<Record<StatusMark['kind'], string>> = {
  'sync-error': 'not synced',
  integrity: 'Integrity check failed',
  paused: '',
  'wipe-out': 'Backed up data is being deleted',
};

function markOf(kind: StatusMark['kind'], said?: string, about?: string): StatusMark {
  const text = said || TEXTS[kind];
  return {
    kind,
    text: about === undefined ? text : `${about}: ${text}`,
    ...(about === undefined ? {} : { about }),
    ...(said ? { said } : {}),
  };
}

/** What to show for an object's state. */
export interface Status {
  /** The phase verbatim; `Terminating` when the object is being deleted; `Unknown` when there is no phase. */
  readonly label: string;
  readonly tone: Tone;
  /** The state is expected to change by itself. */
  readonly inProgress: boolean;
  /** Why the phase is not a good one, in the words of the operator. */
  readonly reason?: string;
  /** Of a BackupConfiguration that the operator gives no reason for: the storage that it waits for. */
  readonly waitsFor?: string;
  readonly marks: readonly StatusMark[];
}

// The only phases that these kinds have. Anything else is shown as it is, neutral: a guess could be wrong both ways.
const SETUP_TONES: ReadonlyMap<string, Tone> = new Map([
  ['Ready', 'success'],
  ['NotReady', 'danger'],
]);
// Invalid needs an edit and does not heal by itself.
const CONFIGURATION_TONES: ReadonlyMap<string, Tone> = new Map([...SETUP_TONES, ['Invalid', 'danger']]);

/** "A minute or so": a BackupConfiguration younger than this (milliseconds) has simply not been reconciled yet. */
const SETTLING_TIME = 60_000;

/** What most objects of a long list say, so one of it is kept for all of them. */
const READY: Status = Object.freeze({
  label: 'Ready',
  tone: 'success',
  inProgress: false,
  marks: Object.freeze([]) as readonly StatusMark[],
});

/** In the operator's words, or the storage that is waited for. */
type Reason = string | { waitsFor: string } | undefined;

/** The phase's status before anything particular to a kind. Deletion wins over the phase. */
function phaseStatus(
  object: KubernetesObject,
  phase: string | undefined,
  tones: ReadonlyMap<string, Tone>,
  reason: () => Reason,
  marks: readonly StatusMark[],
): Status {
  if (object.metadata?.deletionTimestamp) return { label: 'Terminating', tone: 'warning', inProgress: true, marks };
  if (phase === 'Ready' && marks.length === 0) return READY;
  const text = phase === 'Ready' ? undefined : reason();
  return {
    label: phase || 'Unknown',
    tone: (phase && tones.get(phase)) || 'neutral',
    inProgress: !phase,
    ...(typeof text === 'string' ? text !== '' && { reason: text } : text),
    marks,
  };
}

/** The message of the first condition that is False; one of the preferred type comes before all others. */
function failure(conditions: readonly Condition[] | undefined, preferredType?: string): string | undefined {
  const failed = conditions?.filter((condition) => condition.status === 'False') ?? [];
  const first = failed.find((condition) => condition.type === preferredType) ?? failed[0];
  return first?.message || first?.reason;
}

/** Whether the storage could not take this repository over. The storage's phase does not look at it. */
function isUnsynced(entry: StorageRepositoryStatus | undefined): boolean {
  return entry !== undefined && (entry.synced === false || Boolean(entry.error));
}

/** With `WipeOut` a deletion erases the backed-up data too, which a user must be told while it happens. */
function wipeOutMark(object: KubernetesObject, deletionPolicy: string | undefined): StatusMark[] {
  return object.metadata?.deletionTimestamp && deletionPolicy === 'WipeOut' ? [markOf('wipe-out')] : [];
}

/**
 * A BackupStorage's state. KubeStash computes `Ready` from the conditions BackendInitialized and BackendSecretFound
 * alone, so a Ready storage can have repositories that failed to sync: each of those is a mark. The reason of NotReady
 * is the missing Secret if it is missing, because that explains the other condition.
 */
export function storageStatus(storage: BackupStorage): Status {
  const marks = wipeOutMark(storage, storage.spec?.deletionPolicy);
  for (const entry of storage.status?.repositories ?? []) {
    if (!isUnsynced(entry)) continue;
    marks.push(markOf('sync-error', entry.error, keyOf(entry.namespace, entry.name)));
  }
  const reason = () => failure(storage.status?.conditions, 'BackendSecretFound');
  return phaseStatus(storage, storage.status?.phase, SETUP_TONES, reason, marks);
}

/**
 * A Repository's state. `status.integrity: false` means damaged data although the phase is Ready, so it is as bad as
 * NotReady. `syncEntry` is what the BackupStorage's own status says about this repository.
 */
export function repositoryStatus(repository: Repository, syncEntry?: StorageRepositoryStatus): Status {
  const damaged = repository.status?.integrity === false;
  const marks = wipeOutMark(repository, repository.spec?.deletionPolicy);
  if (damaged) marks.push(markOf('integrity'));
  if (syncEntry && isUnsynced(syncEntry)) marks.push(markOf('sync-error', syncEntry.error));
  if (repository.spec?.paused) marks.push(markOf('paused'));
  const reason = () => failure(repository.status?.conditions);
  const status = phaseStatus(repository, repository.status?.phase, SETUP_TONES, reason, marks);
  return damaged && status.label !== 'Terminating' ? { ...status, tone: 'danger' } : status;
}

/** The first text in which the operator says what an invoker waits for. */
function invokerReason(invoker: BackupInvoker): Reason {
  const { status } = invoker;
  const { namespace } = identityOf(invoker);
  const reasons = function* () {
    yield failure(status?.conditions);
    for (const session of status?.sessions ?? []) yield failure(session.conditions);
    for (const backend of status?.backends ?? []) {
      if (backend.ready !== false) continue;
      yield backend.storage?.reason || backend.retentionPolicy?.reason;
      const storage = resolveReference(backend.storage?.ref, namespace);
      if (storage) yield { waitsFor: keyOf(storage.namespace, storage.name) };
    }
    for (const repository of status?.repositories ?? []) yield repository.reason;
  };
  for (const reason of reasons()) if (reason) return reason;
  return undefined;
}

/**
 * The state of a BackupConfiguration or a BackupBatch. Being paused does not change the phase: it is a mark. With `nowMs` (milliseconds since
 * the epoch) a NotReady within the first minute counts as in progress, since the operator starts every configuration as
 * NotReady; without it NotReady is always bad.
 */
export function configurationStatus(invoker: BackupInvoker, nowMs?: number): Status {
  const marks: StatusMark[] = invoker.spec?.paused ? [markOf('paused')] : [];
  const reason = () => invokerReason(invoker);
  const status = phaseStatus(invoker, invoker.status?.phase, CONFIGURATION_TONES, reason, marks);
  if (status.label !== 'NotReady' || nowMs === undefined) return status;
  const createdAt = parseTime(invoker.metadata?.creationTimestamp);
  const settling = createdAt !== undefined && nowMs - createdAt < SETTLING_TIME;
  return settling ? { ...status, tone: 'neutral', inProgress: true } : status;
}
