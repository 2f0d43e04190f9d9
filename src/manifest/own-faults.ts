import { DataSourceError, type DataSourceErrorCode } from '../data-source/errors.js';
import { faultWords, type RequestFaultWords } from '../data-source/request-faults.js';
import type { SharedWords } from '../locales/index.js';

type OwnFault = keyof SharedWords['ownFaults'];

/**
 * Faults that are found here and not by a server, which has sentences of its own. The English message is for hosts and
 * logs; on the page stands what the catalogue says. They are told by their `reason`: Kubernetes has none in lower case.
 */
const FAULTS: Readonly<Record<OwnFault, readonly [code: DataSourceErrorCode, message: string]>> = {
  'exists-already': ['already-exists', 'An object of this name is there already.'],
  'no-create': ['unsupported', 'This data source cannot create objects.'],
  'no-delete': ['unsupported', 'This data source cannot delete objects.'],
  'no-patch': ['unsupported', 'This data source cannot change objects.'],
  'nobody-to-ask': ['unsupported', 'This data source has nobody to ask beforehand.'],
  'not-arrived': ['unreachable', 'The request has not arrived.'],
  'secret-unknown': ['protocol', 'Which Secret it is could not be found out, so it was not deleted.'],
  'secret-untold': ['unsupported', 'The server did not say which Secret it has made.'],
  'storage-uses-secret': ['conflict', 'The BackupStorage that is there uses it.'],
};
const IN_USE = 'secret-in-use';

/** In each of them nothing was written. */
export function ownFault(reason: OwnFault): DataSourceError {
  const [code, message] = FAULTS[reason];
  return new DataSourceError(code, message, { reason, outcome: 'not-applied' });
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
  if (reason !== undefined && Object.hasOwn(FAULTS, reason)) return words.ownFaults[reason as OwnFault];
  return faultWords(error, words);
}
