import { expect } from 'chai';
import { configurationStatus, repositoryStatus, storageStatus } from '../../../src/model/status.js';
import type { BackupConfiguration, BackupStorage, Condition, Repository } from '../../../src/model/types.js';
import { SAMPLE_TIME } from '../../../src/samples/index.js';
import { sample } from '../../fixtures/acceptance.js';

const TIME = '2026-08-20T11:00:00Z';

function condition(type: string, status: Condition['status'], message = '', reason = ''): Condition {
  return { type, status, message, reason, lastTransitionTime: TIME };
}

const storageOf = (status: BackupStorage['status'], rest: Partial<BackupStorage> = {}): BackupStorage => ({
  ...rest,
  ...(status && { status }),
});

describe('storageStatus', () => {
  it('is a success when Ready', () => {
    expect(storageStatus(storageOf({ phase: 'Ready' }))).to.deep.equal({
      label: 'Ready',
      tone: 'success',
      inProgress: false,
      marks: [],
    });
  });

  it('gives no reason when Ready, whatever the conditions say', () => {
    const status = storageStatus(storageOf({ phase: 'Ready', conditions: [condition('Other', 'False', 'no')] }));
    expect(status).to.not.have.property('reason');
  });

  it('is unknown and in progress without a status', () => {
    const unknown = { label: 'Unknown', tone: 'neutral', inProgress: true, marks: [] };
    expect(storageStatus({})).to.deep.equal(unknown);
    expect(storageStatus(storageOf({ phase: '' }))).to.deep.equal(unknown);
  });

  for (const phase of ['Failed', 'Invalid', 'ready', 'constructor']) {
    it(`shows the unknown phase ${phase} as it is, neutral`, () => {
      expect(storageStatus(storageOf({ phase }))).to.include({ label: phase, tone: 'neutral', inProgress: false });
    });
  }

  it('says why it is NotReady: the first condition that is False', () => {
    const conditions = [
      condition('BackendSecretFound', 'True', 'Backend secret exists.'),
      condition('BackendInitialized', 'False', 'Permission denied'),
    ];
    const status = storageStatus(storageOf({ phase: 'NotReady', conditions }));
    expect(status).to.include({ label: 'NotReady', tone: 'danger', inProgress: false, reason: 'Permission denied' });
  });

  it('puts a missing Secret first, since it explains the other', () => {
    const conditions = [
      condition('BackendInitialized', 'False', 'no credentials'),
      condition('BackendSecretFound', 'False', 'Backend secret a/b does not exist.'),
    ];
    const status = storageStatus(storageOf({ phase: 'NotReady', conditions }));
    expect(status.reason).to.equal('Backend secret a/b does not exist.');
  });

  it('falls back to the reason of a condition without a message, and to nothing', () => {
    const conditions = [condition('BackendInitialized', 'False', '', 'BackendInitializationFailed')];
    expect(storageStatus(storageOf({ phase: 'NotReady', conditions })).reason).to.equal('BackendInitializationFailed');
    const unknown = [condition('BackendInitialized', 'Unknown', 'checking')];
    expect(storageStatus(storageOf({ phase: 'NotReady', conditions: unknown }))).to.not.have.property('reason');
  });

  it('lets deletion win over the phase', () => {
    const deleted = { metadata: { deletionTimestamp: TIME } };
    for (const phase of ['Ready', 'NotReady', 'Other']) {
      expect(storageStatus(storageOf({ phase }, deleted))).to.deep.equal({
        label: 'Terminating',
        tone: 'warning',
        inProgress: true,
        marks: [],
      });
    }
    expect(storageStatus(deleted).label).to.equal('Terminating');
  });

  it('says that data is being deleted: only while terminating, only with WipeOut', () => {
    const kinds = (storage: BackupStorage) => storageStatus(storage).marks.map((mark) => mark.kind);
    const metadata = { deletionTimestamp: TIME };
    expect(kinds({ metadata, spec: { deletionPolicy: 'WipeOut' } })).to.deep.equal(['wipe-out']);
    expect(kinds({ metadata, spec: { deletionPolicy: 'Delete' } })).to.deep.equal([]);
    expect(kinds({ spec: { deletionPolicy: 'WipeOut' } })).to.deep.equal([]);
  });

  it('marks each repository that did not sync, and stays Ready', () => {
    const repositories = [
      { namespace: 'a', name: 'fine', synced: true },
      { namespace: 'a', name: 'silent' },
      { namespace: 'a', name: 'broken', synced: false, error: 'quota exceeded' },
      { namespace: 'b', name: 'odd', error: 'half done' },
      { namespace: 'b', name: 'waiting', synced: false },
    ];
    const status = storageStatus(storageOf({ phase: 'Ready', repositories }));
    expect(status).to.include({ label: 'Ready', tone: 'success' });
    expect(status.marks).to.deep.equal([
      { kind: 'sync-error', text: 'a/broken: quota exceeded', about: 'a/broken', said: 'quota exceeded' },
      { kind: 'sync-error', text: 'b/odd: half done', about: 'b/odd', said: 'half done' },
      { kind: 'sync-error', text: 'b/waiting: not synced', about: 'b/waiting' },
    ]);
  });

  it('gives the operator’s words for the samples', () => {
    const reason = (key: string) => storageStatus(sample<BackupStorage>('BackupStorage', key)).reason;
    expect(reason('backup-system/azure-dr')).to.equal('Backend secret backup-system/azure-dr-cred does not exist.');
    expect(reason('demo/legacy-b2')).to.equal('unknown provider: b2');
    expect(reason('staging/minio-tls')).to.match(/^operation error S3: .* certificate signed by unknown authority$/);
    expect(reason('backup-system/gcs-archive')).to.match(/^googleapi: Error 403: /);
    expect(reason('prod/irsa-archive')).to.equal(undefined);
  });
});

describe('repositoryStatus', () => {
  it('takes damaged data as bad although the phase is Ready', () => {
    const damaged: Repository = { status: { phase: 'Ready', integrity: false } };
    expect(repositoryStatus(damaged)).to.deep.equal({
      label: 'Ready',
      tone: 'danger',
      inProgress: false,
      marks: [{ kind: 'integrity', text: 'Integrity check failed' }],
    });
  });

  it('does not mind an integrity that was not checked', () => {
    expect(repositoryStatus({ status: { phase: 'Ready' } })).to.include({ tone: 'success' });
    expect(repositoryStatus({ status: { phase: 'Ready', integrity: true } }).marks).to.deep.equal([]);
  });

  it('gives the reason of NotReady', () => {
    const repository = sample<Repository>('Repository', 'backup-system/vault-archive-repo');
    expect(repositoryStatus(repository)).to.include({
      label: 'NotReady',
      tone: 'danger',
      reason: 'BackupStorage backup-system/gcs-archive is not ready',
    });
  });

  it('marks what the storage says about its sync', () => {
    const ready: Repository = { status: { phase: 'Ready' } };
    const entry = { namespace: 'a', name: 'b' };
    expect(repositoryStatus(ready, { ...entry, error: 'quota' }).marks).to.deep.equal([
      { kind: 'sync-error', text: 'quota', said: 'quota' },
    ]);
    expect(repositoryStatus(ready, { ...entry, synced: false }).marks).to.deep.equal([
      { kind: 'sync-error', text: 'not synced' },
    ]);
    expect(repositoryStatus(ready, { ...entry, synced: true }).marks).to.deep.equal([]);
  });

  it('marks a pause', () => {
    const status = repositoryStatus({ spec: { paused: true }, status: { phase: 'Ready' } });
    expect(status).to.deep.include({ tone: 'success', marks: [{ kind: 'paused', text: '' }] });
  });

  it('lets deletion win over damage', () => {
    const status = repositoryStatus({
      metadata: { deletionTimestamp: TIME },
      status: { phase: 'Ready', integrity: false },
    });
    expect(status).to.include({ label: 'Terminating', tone: 'warning', inProgress: true });
    expect(status.marks.map((mark) => mark.kind)).to.deep.equal(['integrity']);
  });

  it('knows no Invalid phase', () => {
    expect(repositoryStatus({ status: { phase: 'Invalid' } })).to.include({ label: 'Invalid', tone: 'neutral' });
  });
});

describe('configurationStatus', () => {
  const createdAt = Date.parse(TIME);
  const fresh: BackupConfiguration = { metadata: { creationTimestamp: TIME }, status: { phase: 'NotReady' } };

  it('takes Invalid as bad, with its reason', () => {
    const status = configurationStatus(sample<BackupConfiguration>('BackupConfiguration', 'demo/refused-backup'));
    expect(status).to.include({ label: 'Invalid', tone: 'danger', inProgress: false });
    expect(status.reason).to.match(
      /^namespace "demo" is not allowed to refer BackupStorage gcs-analytics\/analytics\. /,
    );
  });

  it('marks a pause and keeps the phase', () => {
    const status = configurationStatus({ spec: { paused: true }, status: { phase: 'Ready' } });
    expect(status).to.deep.equal({
      label: 'Ready',
      tone: 'success',
      inProgress: false,
      marks: [{ kind: 'paused', text: '' }],
    });
    expect(configurationStatus({ spec: { paused: false }, status: { phase: 'Ready' } }).marks).to.deep.equal([]);
  });

  it('takes NotReady as in progress for a minute', () => {
    expect(configurationStatus(fresh, createdAt + 59_999)).to.include({
      label: 'NotReady',
      tone: 'neutral',
      inProgress: true,
    });
    expect(configurationStatus(fresh, createdAt + 60_000)).to.include({
      label: 'NotReady',
      tone: 'danger',
      inProgress: false,
    });
  });

  it('takes NotReady as bad when it cannot know the age', () => {
    expect(configurationStatus(fresh)).to.include({ tone: 'danger', inProgress: false });
    expect(configurationStatus({ status: { phase: 'NotReady' } }, createdAt)).to.include({ tone: 'danger' });
  });

  it('does not excuse Invalid by age', () => {
    const invalid = { ...fresh, status: { phase: 'Invalid' } };
    expect(configurationStatus(invalid, createdAt + 1)).to.include({ tone: 'danger', inProgress: false });
  });

  it('finds the reason of NotReady in a session’s scheduler', () => {
    const status = configurationStatus(sample<BackupConfiguration>('BackupConfiguration', 'staging/ledger-staging'));
    expect(status.reason).to.equal('backup target MongoDB staging/ledger-stg was not found');
  });

  it('finds the reason of NotReady in a backend', () => {
    const waiting = sample<BackupConfiguration>('BackupConfiguration', 'demo/waiting-backup');
    expect(configurationStatus(waiting, SAMPLE_TIME)).to.deep.include({
      label: 'NotReady',
      tone: 'danger',
      waitsFor: 'backup-system/azure-dr',
    });
    const refused = { name: 'a', ready: false, storage: { ref: { name: 's' }, reason: 'not allowed' } };
    expect(configurationStatus({ status: { phase: 'NotReady', backends: [refused] } }).reason).to.equal('not allowed');
  });

  it('finds the reason of NotReady in a repository', () => {
    const status = { phase: 'NotReady', repositories: [{ name: 'fine' }, { name: 'r', reason: 'no space' }] };
    expect(configurationStatus({ status }).reason).to.equal('no space');
  });

  it('gives none when there is none', () => {
    expect(configurationStatus({ status: { phase: 'NotReady' } })).to.not.have.property('reason');
  });
});
