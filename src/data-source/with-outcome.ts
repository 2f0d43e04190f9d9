import { DataSourceError } from './errors.js';

/**
 * The same error with what is known of its outcome. With `redact`, in words that it lets through, and without its cause:
 * what a platform or a host throws may quote the request.
 */
export function withOutcome(
  error: DataSourceError,
  outcome: DataSourceError['outcome'],
  redact?: (text: string) => string,
): DataSourceError {
  const { code, status, statusText, reason, retryAfterMs, admission } = error;
  const told = redact ?? ((text: string) => text);
  return new DataSourceError(code, told(error.message), {
    status,
    statusText: statusText && told(statusText),
    reason,
    causes: error.causes.map((cause) => ({ ...cause, message: told(cause.message) })),
    retryAfterMs,
    warnings: error.warnings.map(told),
    admission,
    outcome,
    cause: redact ? undefined : error.cause,
  });
}
