import { requestFaults, serverAnswered } from '../locales/en/request-faults.js';
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

/** The message of an answer of 400 and more in which nothing is said. */
export function statusSentence(answer: Pick<DataSourceError, 'status' | 'statusText'>): string {
  return serverAnswered(statusOf(answer));
}

function statusOf({ status = 0, statusText = '' }: Pick<DataSourceError, 'status' | 'statusText'>): string {
  return `${status} ${statusText}`.trim();
}

/**
 * The error of an adapter where no server has said anything. Its `reason` is the fault, its message the English sentence
 * of the catalogue, or a more exact one for logs. On the page stands the sentence of the catalogue in the reader's language,
 * and behind it what the fault is about, such as a resource, where a cause says that.
 */
export function requestFault(
  reason: RequestFault,
  { message = requestFaults[reason], ...options }: Omit<DataSourceErrorOptions, 'reason'> & { message?: string } = {},
): DataSourceError {
  return new DataSourceError(CODES[reason], message, { ...options, reason });
}

/** The words that such faults are said in. */
export type RequestFaultWords = Pick<CommonMessages, 'requestFaults' | 'serverAnswered'>;

/** Such a fault in the words of the catalogue, with what it is about; undefined for what a server has said. */
export function faultWords(error: DataSourceError, words: RequestFaultWords): string | undefined {
  const { reason = '', causes, message } = error;
  if (Object.hasOwn(CODES, reason)) {
    const [about] = causes;
    const said = words.requestFaults[reason as RequestFault];
    return about ? `${said} (${about.message})` : said;
  }
  return error.status !== undefined && message === statusSentence(error)
    ? words.serverAnswered(statusOf(error))
    : undefined;
}

/** What is to be read of an error: the server's own sentence, or that of the catalogue. */
export function saidOf(error: DataSourceError, words: RequestFaultWords): string {
  return faultWords(error, words) ?? error.message;
}
