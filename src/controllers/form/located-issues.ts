import type { FieldPath } from '../../schema/types.js';
import { error, warning, type FormIssue } from './form-issue.js';

/** An issue whose place in the object is known. Keys may hold dots, so that the path cannot be had from the id. */
export interface LocatedIssue extends FormIssue {
  /** Absent where the id is that of something else than a field of the object. */
  path?: FieldPath;
  /** Ids of other fields that it comes from: it is also told when one of these was left. */
  touchedBy?: readonly string[];
}

export function errorAt(path: FieldPath, message: string): LocatedIssue {
  return { ...error(path.join('.'), message), path };
}

export function warningAt(path: FieldPath, message: string): LocatedIssue {
  return { ...warning(path.join('.'), message), path };
}
