import { requestFaults } from '../locales/en/request-faults.js';
import type { CommonMessages } from '../locales/groups/common.js';
import { DataSourceError, type DataSourceErrorCode, type DataSourceErrorOptions } from './errors.js';

/** Why a request got no answer that can be used. Kubernetes has no reasons in lower case: so they are told apart. */
export type RequestFault = keyof typeof requestFaults;

const CODES: Readonly<Record<RequestFault, DataSourceErrorCode>> = {
  unreachable: 'unreachable',
  lost: 'unreachable',
  late: 'timeout',
  redirect: 'protocol',
  'web-page': 'protocol',
  'no-answer': 'protocol',
  'not-json': 'protocol',
  'not-an-object': 'protocol',
  'not-a-list': 'protocol',
  'endless-list': 'protocol',
  'bad-stream': 'protocol',
  'endless-line': 'too-large',
  'watch-closed': 'protocol',
  'watch-failed': 'internal',
  'no-schema': 'not-found',
  'no-resource': 'not-found',
  'no-selection': 'unsupported',
  'no-preconditions': 'unsupported',
  'resources-only': 'unsupported',
  'no-credentials': 'unauthenticated',
  'bad-header': 'internal',
  'not-writable': 'bad-request',
};

/** The reason of an answer of 400 and more in which nothing is said. */
export const HTTP_STATUS = 'http-status';

/**
 * The error of an adapter where no server has said anything. Its `reason` is the fault, its message the English sentence
 * of the catalogue, or a more exact one for logs; on the page stands what {@link faultWords} finds.
 */
export function requestFault(
  reason: RequestFault,
  { message = requestFaults[reason], ...options }: Omit<DataSourceErrorOptions, 'reason'> & { message?: string } = {},
): DataSourceError {
  return new DataSourceError(CODES[reason], message, { ...options, reason });
}

/** Such a fault in the words of the catalogue; undefined for what a server has said. */
export function faultWords(
  { reason = '', status, statusText = '' }: DataSourceError,
  words: Pick<CommonMessages, 'requestFaults' | 'serverAnswered'>,
): string | undefined {
  if (reason === HTTP_STATUS) return words.serverAnswered(`${status ?? ''} ${statusText}`.trim());
  return Object.hasOwn(CODES, reason) ? words.requestFaults[reason as RequestFault] : undefined;
}

/** What is to be read of an error: the server's own sentence, or that of the catalogue. */
export function saidOf(error: DataSourceError, words: Parameters<typeof faultWords>[1]): string {
  return faultWords(error, words) ?? error.message;
}
