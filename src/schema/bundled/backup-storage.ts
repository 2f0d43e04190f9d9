import { statusConditions } from './conditions.js';
import { containerSettings } from './container-settings.js';
import { boolean, choice, kindSchema, lazy, listOf, object, string } from './fields.js';
import { podSettings } from './pod-settings.js';
import { storageBackend } from './providers.js';
import { usagePolicy } from './usage-policy.js';

const spec = () =>
  object('Spec', 'The settings of the storage.', {
    storage: storageBackend(),
    deletionPolicy: choice(
      'Deletion policy',
      'What deleting the storage does: Delete keeps the backed-up data, WipeOut erases it from the backend.',
      ['Delete', 'WipeOut'],
      { default: 'Delete' },
    ),
    default: boolean(
      'Default',
      'Offer the storage to backup configurations that name none; one default per namespace at most.',
    ),
    usagePolicy: usagePolicy('storage'),
    runtimeSettings: object(
      'Runtime settings',
      'Settings of the initializer and cleaner jobs of the storage; backup jobs do not use them.',
      {
        pod: podSettings(
          'Pod settings of the initializer and cleaner jobs only; they run as user 65534 unless told otherwise.',
        ),
        container: containerSettings('Container settings of the initializer and cleaner jobs only.'),
      },
    ),
  });

const status = () =>
  object('Status', 'What the operator reports about the storage.', {
    phase: string('Phase', 'Ready when the backend could be written to, NotReady otherwise.'),
    totalSize: string('Total size', 'Sum of the sizes of all repositories, e.g. 12.222 MiB.'),
    repositories: listOf(
      'Repositories',
      'Repositories that store into this storage.',
      object('Repository', 'One repository as last synced.', {
        name: string('Name', 'Name of the Repository.'),
        namespace: string('Namespace', 'Namespace of the Repository, often not that of the storage.'),
        path: string('Path', "Directory of the repository, relative to the storage's own directory."),
        size: string('Size', 'Size of the repository in the backend, e.g. 12.222 MiB.'),
        synced: boolean('Synced', 'Whether the last synchronisation with the backend worked.'),
        error: string('Error', 'Why the last synchronisation failed.'),
      }),
    ),
    conditions: statusConditions('BackendInitialized or BackendSecretFound'),
  });

/** The CRD's schema of BackupStorage with titles and help texts. Shared: do not modify it. */
export const backupStorageSchema = lazy(() =>
  kindSchema(
    'BackupStorage',
    'storage.kubestash.com/v1alpha1',
    'One directory of a bucket, container or volume that backups are stored in.',
    { spec: spec(), status: status() },
  ),
);
