import { toDataSourceError, type DataSourceError } from '../data-source/errors.js';
import { redactorOf } from '../data-source/http/redact.js';
import type { DataSource } from '../data-source/types.js';
import { withOutcome } from '../data-source/with-outcome.js';
import type { NamespacedName } from '../model/references.js';
import { SECRETS } from '../model/resources.js';
import type { Secret } from '../model/types.js';
import { ownFault } from './own-faults.js';
import { isNotApplied, isPassing, pause, type Patience } from './tries.js';

/** Values by key, in clear. An empty one keeps what is stored. */
export type NewCredentials = Readonly<Record<string, string>>;

/** The merge patch with the keys that were typed, and no others; undefined when none was. */
export function rotationPatchOf(values: NewCredentials): { stringData: Record<string, string> } | undefined {
  const typed = Object.entries(values).filter(([, value]) => value !== '');
  return typed.length === 0 ? undefined : { stringData: Object.fromEntries(typed) };
}

/**
 * Writes new credentials into the Secret. It needs no right to read it. Rejects with a `DataSourceError` that says
 * nothing of the values; with `outcome: 'unknown'` they may be stored, and writing them again does no harm.
 */
export async function rotateSecret(
  source: DataSource,
  { namespace, name }: NamespacedName,
  values: NewCredentials,
  patience: Patience = {},
): Promise<readonly string[]> {
  const patch = rotationPatchOf(values);
  if (!patch) return [];
  if (!source.patch) throw ownFault('no-patch');
  // A source of the host's own, or the server, may quote what it was sent.
  const redact = redactorOf(JSON.stringify(patch));
  for (let tried = 1; ; tried++) {
    let error: DataSourceError;
    try {
      const options = { type: 'merge', fieldValidation: 'Strict', fieldManager: 'backupstorage-elements' } as const;
      const { warnings } = await source.patch<Secret>(SECRETS, { namespace, name }, patch, options);
      return warnings.map(redact);
    } catch (thrown) {
      error = toDataSourceError(thrown);
    }
    // The same values again make the same Secret, so what may pass is tried again, lost answers too.
    const isLost = !isNotApplied(error);
    if ((isLost || isPassing(error)) && (await pause(error, tried, patience))) continue;
    throw withOutcome(error, isLost ? 'unknown' : 'not-applied', redact);
  }
}

/**
 * Which keys a Secret has: their names, never a value.
 * - `told`: these and no others
 * - `untold`: there is such a Secret, and its keys are kept back
 * - `absent`: there is none
 * - `unknown`: nobody could tell
 */
export type SecretKeysLook =
  { is: 'told'; keys: readonly string[] } | { is: 'untold' } | { is: 'absent' } | { is: 'unknown'; denied: boolean };

/** Looks which keys a Secret has. Never rejects. */
export async function secretKeysOf(
  source: DataSource,
  { namespace, name }: NamespacedName,
  signal?: AbortSignal,
): Promise<SecretKeysLook> {
  try {
    const { data } = await source.get<Secret>(SECRETS, { namespace, name }, signal ? { signal } : {});
    // The values go out of reach here and now. A gateway that keeps them back has no `data` at all.
    return data ? { is: 'told', keys: Object.keys(data).sort() } : { is: 'untold' };
  } catch (thrown) {
    const { code } = toDataSourceError(thrown);
    return code === 'not-found' ? { is: 'absent' } : { is: 'unknown', denied: code === 'forbidden' };
  }
}
