import { toDataSourceError, type DataSourceError } from '../data-source/errors.js';
import type { DataSource } from '../data-source/types.js';
import { withOutcome } from '../data-source/with-outcome.js';
import { identityOf } from '../model/references.js';
import { BACKUP_STORAGES } from '../model/resources.js';
import type { BackupStorage } from '../model/types.js';
import { deepEqual } from './json.js';
import { ownFault } from './own-faults.js';
import { isNotApplied, isPassing, pause, type Patience } from './tries.js';

/**
 * What became of a deletion:
 * - `gone`: the storage is not there any more; `already`: it was not when it was to be deleted
 * - `terminating`: a finalizer keeps it until the operator has cleaned up
 * - `changed`: nothing was deleted, because it is not any more what the user was shown
 * - `replaced`: nothing was deleted, because another one has its name now
 * - `failed`: with `outcome: 'unknown'` nobody could tell whether it is being deleted
 */
export type DeletionResult =
  | { is: 'gone'; already: boolean }
  | { is: 'terminating'; object: BackupStorage }
  | { is: 'changed'; object: BackupStorage }
  | { is: 'replaced' }
  | { is: 'failed'; error: DataSourceError };

/** How often a storage is looked at again when its operator writes to it just when it is to be deleted. */
const TRIES = 4;

/**
 * Deletes the storage that the user was shown, and no other: not one that has its name meanwhile, and not one whose
 * deletion would now do something else. Never rejects.
 */
export async function deleteStorage(
  source: DataSource,
  shown: BackupStorage,
  patience: Patience = {},
): Promise<DeletionResult> {
  if (!source.delete) return failed(ownFault('no-delete'));
  const key = identityOf(shown);
  const { uid } = shown.metadata ?? {};
  for (let tried = 1; ; tried++) {
    const found = await look(source, shown);
    if (found.is !== 'there' && found.is !== 'unreadable')
      return found.is === 'gone' ? { is: 'gone', already: true } : found;
    if (found.is === 'unreadable' && !['forbidden', 'unsupported'].includes(found.error.code))
      return failed(found.error);
    // Whoever may delete and not read is held to the one that was shown.
    const current = found.is === 'there' ? found.object : undefined;
    if (current && !wouldBeTheSame(shown, current)) return { is: 'changed', object: current };
    const resourceVersion = current?.metadata?.resourceVersion;
    let error: DataSourceError;
    try {
      const preconditions = { ...(uid && { uid }), ...(resourceVersion && { resourceVersion }) };
      const answer = await source.delete(BACKUP_STORAGES, key, { preconditions });
      return answer.outcome === 'gone'
        ? { is: 'gone', already: false }
        : { is: 'terminating', object: answer.object as BackupStorage };
    } catch (thrown) {
      error = toDataSourceError(thrown);
    }
    if (error.code === 'not-found') return { is: 'gone', already: true };
    // The next round finds out what has changed: most often it is the operator's status only.
    if (error.code === 'conflict' && current && tried < TRIES) continue;
    if (!isNotApplied(error)) return decided(source, shown, error);
    if (!isPassing(error) || !(await pause(error, tried, patience))) return failed(error);
  }
}

/** Finds out what became of a deletion whose answer was lost. */
export async function lookAgain(source: DataSource, shown: BackupStorage): Promise<DeletionResult> {
  return decided(source, shown);
}

/** `lost` is what came in the place of the answer; without it that is not known any more. */
async function decided(source: DataSource, shown: BackupStorage, lost?: DataSourceError): Promise<DeletionResult> {
  const found = await look(source, shown);
  switch (found.is) {
    case 'gone':
      return { is: 'gone', already: false };
    // The one that was shown has gone, whoever has its name now.
    case 'replaced':
      return { is: 'gone', already: false };
    case 'terminating':
      return found;
    case 'there': {
      if (!lost) return failed(ownFault('not-arrived'));
      return failed(withOutcome(lost, 'not-applied'));
    }
    case 'unreadable':
      return failed(withOutcome(lost ?? found.error, 'unknown'));
  }
}

type Found =
  | { is: 'gone' }
  | { is: 'replaced' }
  | { is: 'terminating'; object: BackupStorage }
  | { is: 'there'; object: BackupStorage }
  | { is: 'unreadable'; error: DataSourceError };

async function look(source: DataSource, shown: BackupStorage): Promise<Found> {
  try {
    const object = await source.get<BackupStorage>(BACKUP_STORAGES, identityOf(shown));
    if (shown.metadata?.uid && object.metadata?.uid !== shown.metadata.uid) return { is: 'replaced' };
    return { is: object.metadata?.deletionTimestamp ? 'terminating' : 'there', object };
  } catch (thrown) {
    const error = toDataSourceError(thrown);
    return error.code === 'not-found' ? { is: 'gone' } : { is: 'unreadable', error };
  }
}

/** Whether deleting it does what the user was told: which data it is about, and what becomes of it. */
function wouldBeTheSame(shown: BackupStorage, current: BackupStorage): boolean {
  const told = ({ spec }: BackupStorage) => [spec?.deletionPolicy, spec?.default ?? false, spec?.storage];
  return deepEqual(told(shown), told(current));
}

function failed(error: DataSourceError): DeletionResult {
  return { is: 'failed', error };
}
