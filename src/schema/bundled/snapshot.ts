import { integrity, runPhase, size, statusConditions } from './conditions.js';
import { boolean, choice, dateTime, int32, kindSchema, lazy, mapOf, object, string } from './fields.js';
import { typedReference } from './references.js';
import { snapshotComponent } from './snapshot-component.js';

const spec = () =>
  object('Spec', 'What was backed up, and by which session.', {
    repository: string('Repository', 'Name of the Repository, in the same namespace.'),
    session: string('Session', 'Session of the backup configuration that took the snapshot.'),
    backupSession: string('Backup session', 'Name of the BackupSession, that is of the single run.'),
    appRef: typedReference('Target', 'The application that was backed up.'),
    snapshotID: string('Snapshot ID', 'Unique and sortable ID that the operator gave to the snapshot.'),
    type: string('Type', 'FullBackup, or IncrementalBackup for a running log backup.'),
    version: string('Version', 'Version of the layout of the snapshot, e.g. v1.'),
    deletionPolicy: choice(
      'Deletion policy',
      'What deleting the snapshot does: Delete keeps the backed-up data, WipeOut erases it.',
      ['Delete', 'WipeOut'],
      { default: 'Delete' },
    ),
    paused: boolean('Paused', 'Whether the operator leaves the snapshot alone for now.'),
  });

const status = () =>
  object('Status', 'What the operator reports about the snapshot.', {
    phase: runPhase('How far the snapshot has come, over all components.'),
    size: size('snapshot'),
    snapshotTime: dateTime('Snapshot time', 'When the snapshot was taken.'),
    integrity: integrity('snapshot'),
    verificationStatus: choice('Verification', 'Result of restoring the snapshot on trial.', [
      'Verified',
      'NotVerified',
      'VerificationFailed',
    ]),
    verificationSession: string('Verification session', 'Name of the session that verified the snapshot.'),
    totalComponents: int32('Total components', 'How many components the snapshot should have.'),
    components: mapOf('Components', 'The parts of the snapshot, by name, e.g. dump.', snapshotComponent(), {
      'x-kubernetes-map-type': 'granular',
    }),
    lastUpdateTime: dateTime('Last update', 'When this status was last written.'),
    conditions: statusConditions('SnapshotMetadataUploaded'),
  });

/** The CRD's schema of Snapshot with titles and help texts. Shared: do not modify it. */
export const snapshotSchema = lazy(() =>
  kindSchema('Snapshot', 'storage.kubestash.com/v1alpha1', 'One state of an application as it was backed up.', {
    spec: spec(),
    status: status(),
  }),
);
