import { apiVersionOf, type ResourceType } from '../../model/resources.js';
import {
  DataSourceError,
  errorFromStatus,
  type DataSourceErrorOptions,
  type KubernetesStatus,
  type StatusCause,
} from '../errors.js';

/** The Status of a refused request, whole, as it would go over the wire. */
export interface FailureStatus extends KubernetesStatus {
  kind: 'Status';
  apiVersion: 'v1';
  metadata: Record<string, never>;
  status: 'Failure';
  message: string;
  code: number;
}

type StatusParts = Pick<KubernetesStatus, 'reason' | 'details'> & { code: number; message: string };

/** Completes a Status. */
export function failureStatus({ code, message, reason, details }: StatusParts): FailureStatus {
  return {
    kind: 'Status',
    apiVersion: 'v1',
    metadata: {},
    status: 'Failure',
    message,
    ...(reason === undefined ? {} : { reason }),
    ...(details === undefined ? {} : { details }),
    code,
  };
}

/** The error for a Status. It keeps the Status as its `cause`, so that a server in front can send it on as it is. */
export function refusal(status: FailureStatus, options: DataSourceErrorOptions = {}): DataSourceError {
  return errorFromStatus(status, { outcome: 'not-applied', ...options, cause: status });
}

/** The Status behind an error of this cluster; undefined for an aborted request or a lost connection. */
export function statusOf(error: unknown): FailureStatus | undefined {
  const cause = error instanceof DataSourceError ? error.cause : undefined;
  return typeof cause === 'object' && cause !== null && (cause as { kind?: unknown }).kind === 'Status'
    ? (cause as FailureStatus)
    : undefined;
}

/** `backupstorages.storage.kubestash.com`; the plural alone in the core group. */
export function qualifiedResource(type: ResourceType): string {
  return type.group === '' ? type.resource : `${type.resource}.${type.group}`;
}

/** `BackupStorage.storage.kubestash.com`; the kind alone in the core group. */
export function qualifiedKind(kind: string, group: string): string {
  return group === '' ? kind : `${kind}.${group}`;
}

function resourceDetails(type: ResourceType, name?: string): NonNullable<KubernetesStatus['details']> {
  return {
    ...(name ? { name } : {}),
    ...(type.group === '' ? {} : { group: type.group }),
    kind: type.resource,
  };
}

export function badRequest(message: string): DataSourceError {
  return refusal(failureStatus({ code: 400, reason: 'BadRequest', message }));
}

/** 400 of a body that cannot be decoded into the type. */
export function undecodable(kind: string, version: string, fault: string): DataSourceError {
  return badRequest(`${kind} in version "${version}" cannot be handled as a ${kind}: ${fault}`);
}

export function unauthorized(): DataSourceError {
  return refusal(failureStatus({ code: 401, reason: 'Unauthorized', message: 'Unauthorized' }));
}

/** 403 about a named or unnamed resource; `fault` is what follows "is forbidden: ". */
export function forbidden(type: ResourceType, name: string, fault: string, causes?: StatusCause[]): DataSourceError {
  const quoted = name === '' ? '' : ` "${name}"`;
  return refusal(
    failureStatus({
      code: 403,
      reason: 'Forbidden',
      message: `${qualifiedResource(type)}${quoted} is forbidden: ${fault}`,
      details: { ...resourceDetails(type, name), ...(causes ? { causes } : {}) },
    }),
  );
}

export function notFound(type: ResourceType, name: string): DataSourceError {
  return refusal(
    failureStatus({
      code: 404,
      reason: 'NotFound',
      message: `${qualifiedResource(type)} "${name}" not found`,
      details: resourceDetails(type, name),
    }),
  );
}

/** 404 of a type that the cluster does not serve: its CRD is not installed. */
export function unservedType(): DataSourceError {
  return refusal(
    failureStatus({
      code: 404,
      reason: 'NotFound',
      message: 'the server could not find the requested resource',
      details: {},
    }),
  );
}

export function methodNotAllowed(): DataSourceError {
  return refusal(
    failureStatus({
      code: 405,
      reason: 'MethodNotAllowed',
      message: 'the server does not allow this method on the requested resource',
      details: {},
    }),
  );
}

export function alreadyExists(type: ResourceType, name: string): DataSourceError {
  return refusal(
    failureStatus({
      code: 409,
      reason: 'AlreadyExists',
      message: `${qualifiedResource(type)} "${name}" already exists`,
      details: resourceDetails(type, name),
    }),
  );
}

/** 409 of an update; `fault` says what stood in the way. */
export function conflict(type: ResourceType, name: string, fault: string): DataSourceError {
  return refusal(
    failureStatus({
      code: 409,
      reason: 'Conflict',
      message: `Operation cannot be fulfilled on ${qualifiedResource(type)} "${name}": ${fault}`,
      details: resourceDetails(type, name),
    }),
  );
}

/** 409 of a delete. The server names the kind here, where an update's conflict names the plural. */
export function preconditionFailed(type: ResourceType, name: string, fault: string): DataSourceError {
  return refusal(
    failureStatus({
      code: 409,
      reason: 'Conflict',
      message: `Operation cannot be fulfilled on ${qualifiedKind(type.kind, type.group)} "${name}": ${fault}`,
      details: { name, ...(type.group === '' ? {} : { group: type.group }), kind: type.kind },
    }),
  );
}

/** The sentence of a {@link conflict} over an old resourceVersion. */
export const STALE = 'the object has been modified; please apply your changes to the latest version and try again';

/** 409 of a server-side apply. */
export function applyConflict(causes: StatusCause[], message: string): DataSourceError {
  return refusal(failureStatus({ code: 409, reason: 'Conflict', message, details: { causes } }));
}

/** 422 with a cause for each fault. `subject` is the kind, for some faults the plural. */
export function invalid(
  subject: { kind: string; group: string; name?: string | undefined },
  causes: readonly StatusCause[],
): DataSourceError {
  const sentences = [...new Set(causes.map(({ field, message }) => (field ? `${field}: ${message}` : message)))];
  const list = sentences.length === 1 ? (sentences[0] ?? '') : `[${sentences.join(', ')}]`;
  return refusal(
    failureStatus({
      code: 422,
      reason: 'Invalid',
      message: `${qualifiedKind(subject.kind, subject.group)} ${JSON.stringify(subject.name ?? '')} is invalid: ${list}`,
      details: {
        ...(subject.name ? { name: subject.name } : {}),
        ...(subject.group ? { group: subject.group } : {}),
        ...(subject.kind ? { kind: subject.kind } : {}),
        causes: [...causes],
      },
    }),
  );
}

/** 422 of a patch that cannot be applied. */
export function unprocessablePatch(fault: string): DataSourceError {
  return refusal(
    failureStatus({
      code: 422,
      reason: 'Invalid',
      message: 'the server rejected our request due to an error in our request',
      details: { causes: [{ reason: 'UnexpectedServerResponse', message: fault }] },
    }),
  );
}

export function expired(message: string): FailureStatus {
  return failureStatus({ code: 410, reason: 'Expired', message });
}

/** 504 of a resourceVersion that this cluster has not reached. */
export function tooLargeResourceVersion(asked: string, current: string): FailureStatus {
  return failureStatus({
    code: 504,
    reason: 'Timeout',
    message: `Too large resource version: ${asked}, current: ${current}`,
    details: {
      causes: [{ reason: 'ResourceVersionTooLarge', message: 'Too large resource version' }],
      retryAfterSeconds: 1,
    },
  });
}

/** 500 of the API server's own making. */
export function internalError(fault: string): DataSourceError {
  return refusal(
    failureStatus({
      code: 500,
      reason: 'InternalError',
      message: `Internal error occurred: ${fault}`,
      details: { causes: [{ message: fault }] },
    }),
  );
}

/** The name of a type as typed objects are called in server-side apply's errors. */
export function gvkOf(type: ResourceType): string {
  return `${apiVersionOf(type)}, Kind=${type.kind}`;
}
