import { withoutWebhookPrefix, type DataSourceError } from '../data-source/errors.js';
import { causesOfMessage, isNotice } from '../schema/field-path.js';
import type { Difference } from './difference.js';
import { denialIn, type Denial, type PlanObject } from './verdict-access.js';

/**
 * Why an object would not, or could not, be created:
 * - `refused`: the server has read it and says no
 * - `denied`: the user lacks a right
 * - `exists`: something has its name already
 * - `webhook`: KubeStash's webhook does not answer, or crashes
 * - `busy`: the server cannot answer just now
 * - `unreachable`, `signed-out`: nobody could be asked
 * - `unsupported`: this source cannot be asked without creating anything
 */
export type ObjectionKind =
  'refused' | 'denied' | 'exists' | 'webhook' | 'busy' | 'unreachable' | 'signed-out' | 'unsupported';

export interface ObjectionCause {
  /** As the server writes paths; absent where it names none. */
  field?: string;
  message: string;
}

/** What is to be said of one object that was not taken. */
export interface Objection {
  of: PlanObject;
  kind: ObjectionKind;
  error: DataSourceError;
  /** Never empty. */
  causes: readonly ObjectionCause[];
  /** The right that is missing, where that is known. */
  denial?: Denial;
}

/** What the server says to a manifest before anything is created. It holds no credential. */
export interface Verdict {
  /** Empty: both would be taken. */
  objections: readonly Objection[];
  /** What the server would store otherwise than it was sent, by object. */
  changes: readonly { of: PlanObject; differences: readonly Difference[] }[];
  warnings: readonly string[];
  /** Why the Secret could not be removed again, should the storage be refused at last. */
  rollBack?: 'denied' | 'unsupported';
}

/** Asking again may bring another answer, without anything being changed. */
export function isRetriable({ kind }: Objection): boolean {
  return kind === 'webhook' || kind === 'busy' || kind === 'unreachable' || kind === 'signed-out' || kind === 'denied';
}

export function objectionOf(of: PlanObject, error: DataSourceError): Objection {
  const kind = kindOf(error);
  const denial = kind === 'denied' ? denialIn(error.message) : undefined;
  return { of, kind, error, causes: causesIn(error), ...(denial && { denial }) };
}

function kindOf({ code, message, admission }: DataSourceError): ObjectionKind {
  if (/failed calling webhook|\bpanic: /.test(message)) return 'webhook';
  if (/does not support dry run/i.test(message)) return 'unsupported';
  switch (code) {
    case 'forbidden':
      return admission || /exceeded quota|being terminated/.test(message) ? 'refused' : 'denied';
    case 'already-exists':
      return 'exists';
    case 'unauthenticated':
      return 'signed-out';
    case 'unreachable':
    case 'timeout':
    case 'protocol':
    case 'aborted':
      return 'unreachable';
    case 'unsupported':
      return 'unsupported';
    case 'throttled':
    case 'unavailable':
    case 'internal':
      return 'busy';
    default:
      return 'refused';
  }
}

function causesIn(error: DataSourceError): ObjectionCause[] {
  const own = error.causes.filter(({ message }) => !isNotice(message));
  const causes = own.length > 0 ? own : causesOfMessage(error.message);
  const message = withoutWebhookPrefix(error.message);
  if (causes.length === 0) return [{ ...fieldOfWhole(error), message }];
  const told = causes.map(({ field, message: said }) =>
    isField(field) ? { field, message: said } : { message: said },
  );
  // A fault of anyOf comes once for each of its branches.
  return told.filter(
    (cause, index) => told.findIndex((one) => one.field === cause.field && one.message === cause.message) === index,
  );
}

function isField(field: string | undefined): field is string {
  return field !== undefined && field !== '' && field !== '<nil>';
}

/** What the whole object is refused for has a field as well, though the server does not name it. */
function fieldOfWhole({ code, message }: DataSourceError): { field?: string } {
  if (code === 'already-exists') return { field: 'metadata.name' };
  return /^namespaces "|being terminated/.test(message) ? { field: 'metadata.namespace' } : {};
}
