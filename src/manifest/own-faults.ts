import { DataSourceError, type DataSourceErrorCode } from '../data-source/errors.js';
import { faultWords, type RequestFaultWords } from '../data-source/request-faults.js';
import { ownFaults } from '../locales/en/own-faults.js';
import type { SharedWords } from '../locales/index.js';

type OwnFault = keyof typeof ownFaults;

/**
 * Faults that are found here and not by a server, which has sentences of its own. The English message is for hosts and
 * logs; on the page stands what the catalogue says. They are told by their `reason`: Kubernetes has none in lower case.
 */
const CODES: Readonly<Record<OwnFault, DataSourceErrorCode>> = {
  'exists-already': 'already-exists',
  'no-create': 'unsupported',
  'no-delete': 'unsupported',
  'no-patch': 'unsupported',
  'nobody-to-ask': 'unsupported',
  'not-arrived': 'unreachable',
  'secret-unknown': 'protocol',
  'secret-untold': 'unsupported',
  'storage-uses-secret': 'conflict',
};
const IN_USE = 'secret-in-use';

/** In each of them nothing was written. */
export function ownFault(reason: OwnFault): DataSourceError {
  return new DataSourceError(CODES[reason], ownFaults[reason], { reason, outcome: 'not-applied' });
}

/** BackupStorages of these names have come to use a Secret. */
export function secretInUse(names: readonly string[]): DataSourceError {
  const causes = names.map((message) => ({ message }));
  const options = { reason: IN_USE, causes, outcome: 'not-applied' } as const;
  return new DataSourceError('conflict', `It is in use meanwhile: ${names.join(', ')}.`, options);
}

/**
 * What was found here, or by the adapter, in the words of the catalogue; undefined for what a server has said, which stands
 * as it is.
 */
export function ownFaultWords(
  error: DataSourceError,
  words: RequestFaultWords & Pick<SharedWords, 'ownFaults' | 'secretInUse'>,
): string | undefined {
  const { reason, causes } = error;
  if (reason === IN_USE) return words.secretInUse(causes.map(({ message }) => message));
  if (reason !== undefined && Object.hasOwn(CODES, reason)) return words.ownFaults[reason as OwnFault];
  return faultWords(error, words);
}
