import type { DataSourceError } from '../../data-source/errors.js';

/**
 * - `closed`: nothing is going on
 * - `asking`: the user is told what comes with it, and has not confirmed yet
 * - `deleting`: the request is on its way
 * - `terminating`: the operator cleans up
 * - `gone`: the storage has gone, and its Secret is being deleted
 * - `done`: all that was asked for is done, or has failed
 */
export type DeletionStep = 'closed' | 'asking' | 'deleting' | 'terminating' | 'gone' | 'done';

/**
 * Why nothing was deleted, or nobody knows:
 * - `changed`: the storage is not any more what was shown; what is shown now is
 * - `replaced`: another one has its name
 * - `refused`: the server said no
 * - `unknown`: its answer was lost, and it cannot be looked at
 */
export type DeletionProblem = { is: 'changed' | 'replaced' } | { is: 'refused' | 'unknown'; error: DataSourceError };

/**
 * Whether the Secret can go with its storage:
 * - `none`: there is no Secret
 * - `free`: nothing else uses it, as far as there is anything to see
 * - `used`: `by` names what does
 * - `untold`: it cannot be told what uses it
 * - `denied`, `unsupported`: there is no way to delete it
 * - `loading`: it is being found out
 */
export interface SecretOffer {
  is: 'none' | 'free' | 'used' | 'untold' | 'denied' | 'unsupported' | 'loading';
  name: string;
  by: readonly string[];
}

/** The Secret that was to go with its storage and has not. */
export interface SecretLeft {
  namespace: string;
  name: string;
  error: DataSourceError;
}
