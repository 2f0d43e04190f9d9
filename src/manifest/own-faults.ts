import { DataSourceError, type DataSourceErrorCode } from '../data-source/errors.js';
import type { SharedWords } from '../locales/index.js';

type OwnFault = keyof SharedWords['ownFaults'];

/**
 * Faults that are found here and not by a server, which has sentences of its own. The English message is for hosts and
 * logs; on the page stands what the catalogue says. They are told by their `reason`: Kubernetes has none in lower case.
 */
const FAULTS: Readonly<Record<OwnFault, readonly [code: DataSourceErrorCode, message: string]>> = {
  'no-create': ['unsupported', 'This data source cannot create objects.'],
  'no-delete': ['unsupported', 'This data source cannot delete objects.'],
  'no-patch': ['unsupported', 'This data source cannot change objects.'],
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

/** Such a fault in the words of the catalogue; undefined for what a server, or its adapter, has said. */
export function ownFaultWords({ reason, causes }: DataSourceError, words: SharedWords): string | undefined {
  if (reason === IN_USE) return words.secretInUse(causes.map(({ message }) => message));
  return reason !== undefined && Object.hasOwn(FAULTS, reason) ? words.ownFaults[reason as OwnFault] : undefined;
}
