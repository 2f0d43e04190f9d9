import type { DataSourceError } from '../../data-source/errors.js';

/**
 * What keeps the changes from being stored:
 * - `unreadable`: the storage cannot be read, so it cannot be edited
 * - `faults`: the server is not even asked; `messages` say why
 * - `refused`: the server said no; nothing was stored
 * - `conflicts`: others have changed the same fields, and the user has to choose
 * - `gone`: the storage, or the one that had its name, is not there any more
 * - `unknown`: the answer was lost. Saving again finds out
 */
export type EditProblem =
  | { is: 'unreadable' | 'refused' | 'unknown'; error: DataSourceError }
  | { is: 'faults'; messages: readonly string[] }
  | { is: 'conflicts' | 'gone' };
