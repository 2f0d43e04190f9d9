import { integrity, runPhase, size, statusConditions } from './conditions.js';
import { boolean, choice, dateTime, int32, kindSchema, lazy, listOf, object, string } from './fields.js';
import { objectReference, typedReference } from './references.js';

const spec = () =>
  object('Spec', 'What the repository holds and where.', {
    storageRef: objectReference('Storage', 'The BackupStorage that holds the data.', 'BackupStorage'),
    appRef: typedReference('Target', 'The application that is backed up; "na" stands for cluster resources.'),
    path: string('Path', "Directory relative to the storage's own; can never be changed."),
    encryptionSecret: objectReference(
      'Encryption secret',
      'Secret with the key RESTIC_PASSWORD; without it the data cannot be read.',
      'Secret',
    ),
    deletionPolicy: choice(
      'Deletion policy',
      'What deleting the repository does: Delete keeps the backed-up data, WipeOut erases it.',
      ['Delete', 'WipeOut'],
      { default: 'Delete' },
    ),
    paused: boolean('Paused', 'Whether the repository takes no new backups for now.'),
  });

const status = () =>
  object('Status', 'What the operator reports about the repository.', {
    phase: choice('Phase', 'Ready when the repository is initialised, NotReady otherwise.', ['NotReady', 'Ready']),
    size: size('repository'),
    snapshotCount: int32('Snapshots', 'How many snapshots are kept, failed ones included.'),
    integrity: integrity('repository'),
    lastBackupTime: dateTime('Last successful backup', 'When the last successful backup was taken.'),
    recentSnapshots: listOf(
      'Recent snapshots',
      'The newest snapshots, five at most.',
      object('Snapshot', 'One recent snapshot.', {
        name: string('Name', 'Name of the Snapshot.'),
        phase: runPhase('How far the snapshot has come.'),
        session: string('Session', 'Backup session that took the snapshot.'),
        size: size('snapshot'),
        snapshotTime: dateTime('Snapshot time', 'When the snapshot was taken.'),
      }),
    ),
    componentPaths: listOf(
      'Component paths',
      'Directories of the components inside the repository.',
      string('Path', 'Directory of one component.'),
    ),
    conditions: statusConditions('RepositoryInitialized'),
  });

/** The CRD's schema of Repository with titles and help texts. Shared: do not modify it. */
export const repositorySchema = lazy(() =>
  kindSchema('Repository', 'storage.kubestash.com/v1alpha1', 'The backups of one application in one BackupStorage.', {
    spec: spec(),
    status: status(),
  }),
);
