import { statusConditions } from './conditions.js';
import { containerSettings } from './container-settings.js';
import { environment } from './env.js';
import { boolean, choice, int32, int64, kindSchema, lazy, listOf, object, opaque, string } from './fields.js';
import { podSettings } from './pod-settings.js';
import { objectReference, typedReference } from './references.js';

const storage = () => objectReference('Storage', 'The BackupStorage to store into.', 'BackupStorage');
const retention = () => objectReference('Retention policy', 'Says which snapshots are kept.', 'RetentionPolicy');

const parameters = (what: string) => opaque('Parameters', `Values for the parameters that the ${what} declares.`);

const variables = (what: string) => environment('Variables', `Variables to resolve in the ${what}.`);

const volumeMounts = () =>
  listOf('Volume mounts', 'Where the volumes are mounted.', opaque('Volume mount', 'A mount of one of the volumes.'));

const volumes = () =>
  listOf('Volumes', 'Further volumes for the job.', opaque('Volume', 'A name and one volume source.'));

const scheduler = () =>
  object(
    'Scheduler',
    'When the session runs.',
    {
      schedule: string('Schedule', 'Cron expression with five fields, or @hourly, @daily, @weekly and the like.'),
      suspend: boolean('Suspended', 'Stops this session alone, without pausing the others.'),
      startingDeadlineSeconds: int64('Starting deadline', 'Seconds after which a missed run is skipped.'),
      concurrencyPolicy: string('Concurrency policy', 'If a run is still going on: Allow, Forbid or Replace.'),
      successfulJobsHistoryLimit: int32('Successful jobs kept', 'How many successful trigger jobs are kept.'),
      failedJobsHistoryLimit: int32('Failed jobs kept', 'How many failed trigger jobs are kept.'),
      jobTemplate: object('Job template', 'Settings of the job that triggers the backup.', {
        activeDeadlineSeconds: int64('Active deadline', 'Seconds that the job may take before it is stopped.'),
        backoffLimit: int32('Backoff limit', 'How often a failed pod is replaced before the job counts as failed.'),
        completions: int32('Completions', 'How many pods have to succeed.'),
        completionMode: string('Completion mode', 'How successes are counted: NonIndexed or Indexed.'),
        parallelism: int32('Parallelism', 'How many pods may run at the same time.'),
        suspend: boolean('Suspended', 'Makes the job without running its pods.'),
        ttlSecondsAfterFinished: int32('Time to live', 'Seconds after which a finished job is deleted.'),
        template: opaque('Pod template', 'Template of the pod of the job.'),
      }),
    },
    { required: ['jobTemplate', 'schedule'] },
  );

const addon = () =>
  object('Addon', 'The addon that does the backup, and its tasks.', {
    name: string('Name', 'Name of the Addon, e.g. postgres-addon.'),
    tasks: listOf(
      'Tasks',
      'What the addon does in this session, in this order.',
      object('Task', 'One task of the addon.', {
        name: string('Name', 'Name of the task, e.g. logical-backup or volume-snapshot.'),
        params: parameters('task'),
        variables: variables('task'),
        targetVolumes: object('Target volumes', 'Volumes of the application that the task needs.', {
          volumes: volumes(),
          volumeMounts: volumeMounts(),
          volumeClaimTemplates: listOf(
            'Volume claim templates',
            'Claims that the application makes for its volumes.',
            opaque('Volume claim template', 'A PersistentVolumeClaim as the application defines it.'),
          ),
        }),
        addonVolumes: listOf(
          'Addon volumes',
          'Sources that replace those of the volumes of the addon.',
          object('Addon volume', 'One volume of the addon.', {
            name: string('Name', 'Name of the volume in the addon.'),
            source: opaque('Source', 'One volume source, such as a persistent volume claim.'),
          }),
        ),
      }),
    ),
    jobTemplate: opaque('Job template', 'Settings of the backup jobs and their pods.'),
    containerRuntimeSettings: containerSettings('Container settings of the backup jobs.'),
  });

const repositories = () =>
  listOf(
    'Repositories',
    'Where the session stores its backups.',
    object('Repository', 'One repository, which the operator makes if need be.', {
      name: string('Name', 'Name of the Repository, in the same namespace.'),
      backend: string('Backend', 'Name of the backend to use; the default backend if empty.'),
      directory: string('Directory', 'Directory inside the storage; belongs to one repository only.'),
      encryptionSecret: objectReference(
        'Encryption secret',
        'Secret with the key RESTIC_PASSWORD; without it the data cannot be read.',
        'Secret',
      ),
      deletionPolicy: choice(
        'Deletion policy',
        'What deleting this object means for the repository: Delete and Retain keep the data, WipeOut erases it.',
        ['Delete', 'WipeOut', 'Retain'],
      ),
      backupVerifier: objectReference('Verifier', 'Says how the backups are verified.', 'BackupVerifier'),
    }),
  );

const hooks = (title: string, when: string) =>
  listOf(
    title,
    `Hooks to run ${when} the backup, in this order.`,
    object('Hook', 'One hook and how to run it.', {
      name: string('Name', 'Name of the hook, unique in the list.'),
      hookTemplate: objectReference('Hook template', 'What the hook does.', 'HookTemplate'),
      params: parameters('hook template'),
      variables: variables('hook template'),
      executionPolicy: choice(
        'Execution policy',
        'When the hook runs: always, or after a success or failure of the backup only.',
        ['Always', 'OnSuccess', 'OnFailure'],
        { default: 'Always' },
      ),
      maxRetry: int32('Max retries', 'How often a failed hook is tried again; 0 or more.', { minimum: 0 }),
      timeout: string('Timeout', 'Longest time that the hook may take, e.g. 10m.'),
      volumes: volumes(),
      volumeMounts: volumeMounts(),
      runtimeSettings: object('Runtime settings', 'Settings of the job that runs the hook.', {
        pod: podSettings('Pod settings of the job that runs the hook.'),
        container: containerSettings('Container settings of the job that runs the hook.'),
      }),
    }),
  );

const sessions = () =>
  listOf(
    'Sessions',
    'What is backed up when, and where to; at least one.',
    object('Session', 'One schedule with its addon and repositories.', {
      name: string('Name', 'Name of the session, unique in this object.'),
      scheduler: scheduler(),
      repositories: repositories(),
      addon: addon(),
      hooks: object('Hooks', 'What runs around the backup.', {
        preBackup: hooks('Before backup', 'before'),
        postBackup: hooks('After backup', 'after'),
      }),
      retryConfig: object('Retry', 'What happens when a backup fails.', {
        maxRetry: int32('Max retries', 'How often a failed backup is tried again, at least 1.', {
          default: 1,
          minimum: 1,
        }),
        delay: string('Delay', 'How long to wait before the next try, e.g. 5m.'),
      }),
      backupTimeout: string('Backup timeout', 'Longest time that a backup may take, e.g. 2h.'),
      sessionHistoryLimit: int32('Session history', 'How many finished BackupSessions are kept.', { default: 1 }),
    }),
  );

const spec = () =>
  object('Spec', 'What is backed up, when, and where to.', {
    target: typedReference('Target', 'The application to back up; none for cluster resources.'),
    backends: listOf(
      'Backends',
      'The storages that the sessions refer to; at least one.',
      object('Backend', 'A storage and its retention policy under one name.', {
        name: string('Name', 'Name by which the sessions refer to the backend; empty for the default one.'),
        storageRef: storage(),
        retentionPolicy: retention(),
      }),
    ),
    sessions: sessions(),
    paused: boolean('Paused', 'Stops all sessions while it is set.'),
  });

const backendStatus = () =>
  object('Backend', 'State of one backend.', {
    name: string('Name', 'Name of the backend.'),
    ready: boolean('Ready', 'Whether the backend can be used.'),
    storage: object('Storage', 'State of the storage.', {
      ref: storage(),
      phase: string('Phase', 'Phase of the storage, e.g. Ready.'),
      reason: string('Reason', 'Why the storage cannot be used.'),
    }),
    retentionPolicy: object('Retention policy', 'State of the retention policy.', {
      ref: retention(),
      found: boolean('Found', 'Whether the policy exists.'),
      reason: string('Reason', 'Why the policy cannot be used.'),
    }),
  });

const status = () =>
  object('Status', 'What the operator reports about the backup configuration.', {
    phase: choice('Phase', 'Ready, NotReady (something is missing yet) or Invalid (needs an edit).', [
      'NotReady',
      'Ready',
      'Invalid',
    ]),
    targetFound: boolean('Target found', 'Whether the application exists.'),
    backends: listOf('Backends', 'State of each backend.', backendStatus()),
    repositories: listOf(
      'Repositories',
      'State of each repository.',
      object('Repository', 'State of one repository.', {
        name: string('Name', 'Name of the Repository.'),
        phase: choice('Phase', 'Whether the repository can be used.', ['NotReady', 'Ready']),
        reason: string('Reason', 'Why the repository cannot be used.'),
        verificationConfigured: boolean('Verification', 'Whether the backups in it are verified.'),
      }),
    ),
    sessions: listOf(
      'Sessions',
      'State of each session.',
      object('Session', 'State of one session.', {
        name: string('Name', 'Name of the session.'),
        nextSchedule: string('Next schedule', 'When the session runs next.'),
        conditions: statusConditions('SchedulerEnsured or InitialBackupTriggered'),
      }),
    ),
    dependencies: listOf(
      'Dependencies',
      'Objects that the backup needs.',
      typedReference('Dependency', 'One object that the backup needs.', {
        found: boolean('Found', 'Whether the object exists.'),
      }),
    ),
    conditions: statusConditions('ValidationPassed'),
  });

/**
 * The CRD's schema of BackupConfiguration with titles and help texts, down to pod templates and volumes, which are
 * opaque: they make up most of the CRD and no element reads them. Shared: do not modify it.
 */
export const backupConfigurationSchema = lazy(() =>
  kindSchema(
    'BackupConfiguration',
    'core.kubestash.com/v1alpha1',
    'Says which application is backed up, when, how and where to.',
    { spec: spec(), status: status() },
  ),
);
