import { requestFaults, serverAnswered } from '../locales/en/request-faults.js';

/** What went wrong, in words that a program can branch on. */
export type DataSourceErrorCode =
  | 'aborted'
  | 'unreachable'
  | 'timeout'
  | 'unauthenticated'
  | 'forbidden'
  | 'not-found'
  | 'already-exists'
  | 'conflict'
  | 'invalid'
  | 'bad-request'
  | 'expired'
  | 'rv-too-large'
  | 'throttled'
  | 'unavailable'
  | 'too-large'
  | 'unsupported'
  | 'protocol'
  | 'internal';

/** One `details.causes[]` of a Kubernetes Status. */
export interface StatusCause {
  /** Path as the server writes it, such as `spec.storage.s3.bucket`; may be absent or `<nil>`. */
  field?: string;
  message: string;
  reason?: string;
}

/** A Kubernetes `Status` object, as far as it is read here. */
export interface KubernetesStatus {
  kind?: string;
  status?: string;
  code?: number;
  reason?: string;
  message?: string;
  details?: {
    name?: string;
    group?: string;
    kind?: string;
    causes?: StatusCause[];
    retryAfterSeconds?: number;
  };
}

export interface DataSourceErrorOptions {
  /** HTTP status. */
  status?: number | undefined;
  /** What HTTP/1.1 says beside the status, such as `Bad Gateway`. */
  statusText?: string | undefined;
  /** Kubernetes reason, such as `AlreadyExists`; in lower case what an adapter found by itself (`RequestFault`). */
  reason?: string | undefined;
  causes?: readonly StatusCause[] | undefined;
  retryAfterMs?: number | undefined;
  warnings?: readonly string[] | undefined;
  /** For a write: `unknown` means it may have been committed, so read before retrying. */
  outcome?: 'not-applied' | 'unknown' | undefined;
  /** An admission webhook's denial: a 403 that is about the object, not about permission. */
  admission?: boolean | undefined;
  cause?: unknown;
}

/**
 * The only error that a {@link DataSource} throws. `message` is the server's own sentence where it gave one.
 * It never holds request bodies or credentials.
 */
export class DataSourceError extends Error {
  override readonly name = 'DataSourceError';
  readonly code: DataSourceErrorCode;
  readonly status?: number;
  readonly statusText?: string;
  readonly reason?: string;
  readonly causes: readonly StatusCause[];
  readonly retryAfterMs?: number;
  readonly warnings: readonly string[];
  readonly outcome?: 'not-applied' | 'unknown';
  readonly admission: boolean;

  constructor(code: DataSourceErrorCode, message: string, options: DataSourceErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.causes = options.causes ?? [];
    this.warnings = options.warnings ?? [];
    this.admission = options.admission ?? false;
    if (options.status !== undefined) this.status = options.status;
    if (options.statusText) this.statusText = options.statusText;
    if (options.reason !== undefined) this.reason = options.reason;
    if (options.retryAfterMs !== undefined) this.retryAfterMs = options.retryAfterMs;
    if (options.outcome !== undefined) this.outcome = options.outcome;
  }
}

const WEBHOOK_DENIAL = /^admission webhook "[^"]*" denied the request(?:: |$)/;

/** The message of an admission webhook's denial without the API server's wrapping; otherwise the text itself. */
export function withoutWebhookPrefix(message: string): string {
  return message.replace(WEBHOOK_DENIAL, '');
}

const CODE_BY_REASON: Readonly<Record<string, DataSourceErrorCode>> = {
  Unauthorized: 'unauthenticated',
  Forbidden: 'forbidden',
  NotFound: 'not-found',
  AlreadyExists: 'already-exists',
  Conflict: 'conflict',
  Invalid: 'invalid',
  BadRequest: 'bad-request',
  Expired: 'expired',
  Gone: 'expired',
  TooManyRequests: 'throttled',
  ServiceUnavailable: 'unavailable',
  Timeout: 'timeout',
  ServerTimeout: 'unavailable',
  RequestEntityTooLarge: 'too-large',
  MethodNotAllowed: 'unsupported',
  UnsupportedMediaType: 'unsupported',
  NotAcceptable: 'unsupported',
  InternalError: 'internal',
};

const CODE_BY_STATUS: Readonly<Record<number, DataSourceErrorCode>> = {
  400: 'bad-request',
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not-found',
  405: 'unsupported',
  406: 'unsupported',
  408: 'timeout',
  409: 'conflict',
  410: 'expired',
  413: 'too-large',
  415: 'unsupported',
  422: 'invalid',
  429: 'throttled',
  500: 'internal',
  502: 'unavailable',
  503: 'unavailable',
  504: 'timeout',
};

/** Turns a Kubernetes Status (an error answer, or an ERROR event of a watch) into a {@link DataSourceError}. */
export function errorFromStatus(status: KubernetesStatus, options: DataSourceErrorOptions = {}): DataSourceError {
  const http = options.status ?? status.code;
  const message = status.message ?? serverAnswered(`${http ?? 'with an error'} ${options.statusText ?? ''}`.trim());
  const tooLarge = /Too large resource version/.test(message);
  const code = tooLarge
    ? 'rv-too-large'
    : (CODE_BY_REASON[status.reason ?? ''] ?? CODE_BY_STATUS[http ?? 0] ?? 'internal');
  const seconds = status.details?.retryAfterSeconds;
  return new DataSourceError(code, message, {
    ...options,
    status: http,
    reason: status.reason,
    causes: status.details?.causes,
    admission: WEBHOOK_DENIAL.test(message),
    retryAfterMs: options.retryAfterMs ?? (seconds === undefined ? undefined : seconds * 1000),
  });
}

/** Wraps anything that was thrown; a {@link DataSourceError} passes unchanged. */
export function toDataSourceError(thrown: unknown): DataSourceError {
  if (thrown instanceof DataSourceError) return thrown;
  if (thrown instanceof Error && (thrown.name === 'AbortError' || thrown.name === 'TimeoutError'))
    return thrown.name === 'AbortError'
      ? new DataSourceError('aborted', thrown.message, { cause: thrown })
      : new DataSourceError('timeout', requestFaults.late, { reason: 'late', cause: thrown });
  // fetch rejects with a TypeError when the network fails. The platform's own sentences differ, and some quote headers.
  if (thrown instanceof TypeError)
    return new DataSourceError('unreachable', requestFaults.unreachable, { reason: 'unreachable', cause: thrown });
  return new DataSourceError('internal', thrown instanceof Error ? thrown.message : String(thrown), { cause: thrown });
}
