import { expect } from 'chai';
import { sessionSchedule, soonest } from '../../../src/controllers/detail/next-runs.js';
import { providerSettings } from '../../../src/controllers/detail/provider-settings.js';
import { repositoryProblems } from '../../../src/controllers/detail/repository-problems.js';
import { defaultMeaning, selectorText, storedUsage } from '../../../src/controllers/detail/storage-access.js';
import { storageCredentials } from '../../../src/controllers/detail/storage-credentials.js';
import { repositoriesOf, sessionRowsOf } from '../../../src/model/links.js';
import { identityOf, keyOf } from '../../../src/model/references.js';
import type { BackupConfiguration, BackupStorage, Namespace, Repository } from '../../../src/model/types.js';
import { namespaceFacts } from '../../../src/model/usage-policy.js';
import { SAMPLE_TIME } from '../../../src/samples/index.js';
import { en } from '../../../src/locales/en/index.js';
import { backupStorageOverlay } from '../../../src/schema/overlays/backup-storage.js';
import { DEFAULTS, NAMESPACES, sample, samplesOf, USAGE } from '../../fixtures/acceptance.js';

const storage = (key: string) => sample<BackupStorage>('BackupStorage', key);
const withSpec = (spec: BackupStorage['spec']): BackupStorage => ({
  metadata: { namespace: 'a', name: 'b' },
  spec: spec!,
});
const AROUND = {
  storages: samplesOf<BackupStorage>('BackupStorage'),
  storagesComplete: true,
  namespaces: samplesOf<Namespace>('Namespace').map(namespaceFacts),
  namespacesKnown: 'all',
} as const;

describe('providerSettings', () => {
  const lines = (one: BackupStorage) =>
    providerSettings(one, backupStorageOverlay(en)).settings.map(({ label, value }) => `${label}: ${value}`);

  it('has the labels and the order of the form, and no credentials', () => {
    expect(lines(storage('prod/azure-finance'))).to.deep.equal([
      'Account Name: acmefinance',
      'Container: db-backups',
      'Max Connections: 10',
      'Prefix: finance',
    ]);
    expect(lines(storage('demo/minio-lab')).join()).not.to.contain('minio-lab-cred');
  });

  it('says which volume it is, and what is in it', () => {
    expect(lines(storage('edge/local-nfs'))).to.deep.equal([
      'Mount Path: /safe/data',
      'Sub Path: site-7',
      'Volume Source: nfs',
      'nfs.server: nfs.storage.svc.cluster.local',
      'nfs.path: /',
    ]);
    expect(lines(storage('demo/local-pvc'))).to.include.members([
      'Volume Source: Persistent Volume Claim',
      'claim Name: storage-pvc',
    ]);
    const emptyDir = withSpec({ storage: { provider: 'local', local: { mountPath: '/x', emptyDir: {} } } });
    expect(lines(emptyDir)).to.deep.equal(['Mount Path: /x', 'Volume Source: emptyDir']);
  });

  it('leaves out what is empty, and keeps what is set to no or nought', () => {
    const s3 = { bucket: 'b', prefix: '', region: null, insecureTLS: false, maxConnections: 0, tags: [], more: {} };
    expect(lines(withSpec({ storage: { provider: 's3', s3 } }))).to.deep.equal([
      'Insecure TLS: false',
      'Bucket: b',
      'maxConnections: 0',
    ]);
  });

  it('shows the paths of a provider that is not known', () => {
    const b2 = { bucket: 'b', secret: 'hidden', deep: { list: ['x', 'y'], items: [{ a: 1 }] } };
    const found = providerSettings(withSpec({ storage: { provider: 'b2', b2 } }), backupStorageOverlay(en));
    expect(found.settings.map(({ label, value, isPath }) => [label, value, isPath])).to.deep.equal([
      ['bucket', 'b', true],
      ['deep.list', 'x, y', true],
      ['deep.items[0].a', 1, true],
    ]);
  });

  it('tells that the block is not there, and that there is one too many', () => {
    expect(providerSettings(storage('demo/legacy-b2'), backupStorageOverlay(en))).to.deep.equal({
      provider: 'b2',
      settings: [],
      hasBlock: false,
      strayBlocks: [],
    });
    const two = withSpec({ storage: { provider: 's3', s3: { bucket: 'b' }, azure: { container: 'c' } } });
    expect(providerSettings(two, backupStorageOverlay(en)).strayBlocks).to.deep.equal(['azure']);
    expect(providerSettings({}, backupStorageOverlay(en))).to.include({ provider: undefined, hasBlock: false });
    // A provider may be called anything.
    const odd = withSpec({ storage: { provider: 'constructor', constructor: { a: 1 } } as never });
    expect(lines(odd)).to.deep.equal(['a: 1']);
  });
});

describe('storageCredentials', () => {
  it('names the Secret in the storage’s own namespace, and the keys that it must have', () => {
    expect(storageCredentials(storage('demo/minio-lab'))).to.deep.equal({
      kind: 'secret',
      namespace: 'demo',
      name: 'minio-lab-cred',
      required: ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'],
    });
    const old = withSpec({ storage: { provider: 'b2', b2: { secret: 'old' } } });
    expect(storageCredentials(old)).to.include({ kind: 'secret', name: 'old' });
  });

  it('tells an identity from a provider without credentials, and from what is not known', () => {
    expect(storageCredentials(storage('prod/irsa-archive'))).to.include({ kind: 'identity', provider: 's3' });
    expect(storageCredentials(withSpec({ storage: { provider: 'azure', azure: {} } }))).to.deep.equal({
      kind: 'identity',
      provider: 'azure',
      serviceAccount: undefined,
    });
    expect(storageCredentials(storage('edge/local-nfs'))).to.deep.equal({ kind: 'never' });
    expect(storageCredentials(storage('demo/legacy-b2'))).to.deep.equal({ kind: 'unknown' });
    expect(storageCredentials({})).to.deep.equal({ kind: 'unknown' });
  });
});

describe('storedUsage', () => {
  for (const { storage: key, allowed } of USAGE)
    it(`works out who may use ${key}`, () => {
      const answer = storedUsage(storage(key), AROUND);
      const names =
        answer.kind === 'everyone'
          ? NAMESPACES
          : answer.kind === 'own'
            ? [answer.namespace]
            : answer.kind === 'some'
              ? answer.names
              : [];
      expect([...names].sort()).to.deep.equal([...allowed].sort());
    });

  it('takes a policy that is not stored for nobody', () => {
    expect(storedUsage(withSpec({}), AROUND)).to.deep.equal({ kind: 'nobody' });
    expect(storedUsage(withSpec({ usagePolicy: {} }), AROUND)).to.deep.equal({ kind: 'nobody' });
  });

  it('writes a selector as kubectl does', () => {
    expect(
      selectorText({
        matchLabels: { tier: 'prod' },
        matchExpressions: [
          { key: 'team', operator: 'In', values: ['a', 'b'] },
          { key: 'old', operator: 'NotIn', values: ['x'] },
          { key: 'here', operator: 'Exists' },
          { key: 'gone', operator: 'DoesNotExist' },
        ],
      }),
    ).to.equal('tier=prod, team in (a, b), old notin (x), here, !gone');
  });
});

describe('defaultMeaning', () => {
  it('finds for every storage the namespaces that get it', () => {
    for (const one of AROUND.storages) {
      const { namespace, name } = identityOf(one);
      const expected = DEFAULTS.filter((row) => row.storage === keyOf(namespace, name)).map((row) => row.namespace);
      const meaning = defaultMeaning(one, AROUND);
      if (one.spec?.default !== true) expect(meaning).to.deep.equal({ kind: 'not-default' });
      else expect([...('picked' in meaning ? meaning.picked! : [])].sort(), name).to.deep.equal(expected.sort());
    }
  });

  it('does not tell what it cannot know', () => {
    const primary = storage('backup-system/aws-primary');
    expect(defaultMeaning(primary, { ...AROUND, storagesComplete: false })).to.include({
      kind: 'All',
      picked: undefined,
    });
    expect(defaultMeaning(primary, { ...AROUND, namespacesKnown: 'names' })).to.include({ picked: undefined });
    expect(defaultMeaning(withSpec({ default: true }), AROUND)).to.deep.equal({ kind: 'nobody' });
  });

  it('names its rivals', () => {
    const primary = storage('backup-system/aws-primary');
    const twin = { ...primary, metadata: { namespace: 'prod', name: 'twin', uid: 'twin' } };
    const meaning = defaultMeaning(primary, { ...AROUND, storages: [...AROUND.storages, twin] });
    expect('rivals' in meaning && meaning.rivals.map(({ kind }) => kind)).to.deep.equal(['tie']);
  });
});

describe('repositoryProblems', () => {
  it('puts damaged data first, and gives the operator’s words', () => {
    const rowsOf = (key: string) => repositoriesOf(storage(key), samplesOf<Repository>('Repository'));
    const problems = repositoryProblems([...rowsOf('prod/azure-finance'), ...rowsOf('backup-system/aws-primary')]);
    expect(problems.map(({ key, kind }) => `${key} ${kind}`)).to.deep.equal([
      'staging/orders-pg-staging-repo integrity',
      'staging/ledger-staging-repo sync-error',
      'staging/ledger-staging-repo not-ready',
    ]);
    expect(problems[1]!.text).to.contain('quota exceeded');
    expect(repositoryProblems(rowsOf('demo/minio-lab'))).to.deep.equal([]);
  });
});

describe('next runs', () => {
  const sessions = (key: string) =>
    sessionRowsOf(storage(key), samplesOf<BackupConfiguration>('BackupConfiguration'), SAMPLE_TIME);
  const nextOf = (key: string, session: string) =>
    sessionSchedule(
      sessions(key).find((row) => row.session === session)!,
      SAMPLE_TIME,
    )?.next;

  it('takes the operator’s word while that is to come, and reckons otherwise', () => {
    // The operator's is 12:00, which is now.
    expect(nextOf('backup-system/aws-primary', 'frequent')).to.deep.equal({
      kind: 'at',
      at: Date.parse('2026-08-20T12:30:00Z'),
    });
    const [row] = sessions('prod/irsa-archive').filter(({ session }) => session === 'weekly-archive');
    const told = {
      ...row!,
      object: {
        ...row!.object,
        status: { sessions: [{ name: 'weekly-archive', nextSchedule: '2026-08-23T05:00:00Z' }] },
      },
    };
    expect(sessionSchedule(told, SAMPLE_TIME)?.next).to.deep.equal({
      kind: 'at',
      at: Date.parse('2026-08-23T05:00:00Z'),
    });
  });

  it('has none for what is paused or suspended', () => {
    expect(nextOf('edge/local-nfs', 'weekly')).to.deep.equal({ kind: 'suspended' });
    const [paused] = sessions('backup-system/aws-primary').filter((row) => row.paused);
    expect(sessionSchedule(paused!, SAMPLE_TIME)?.next).to.deep.equal({ kind: 'paused' });
    const [none] = sessions('backup-system/azure-dr');
    expect(sessionSchedule(none!, SAMPLE_TIME)).to.equal(undefined);
  });

  it('tells what never comes from what it cannot read', () => {
    const [row] = sessions('demo/minio-lab');
    const bare = { ...row!, object: {} };
    expect(sessionSchedule({ ...bare, schedule: '0 0 30 2 *' }, SAMPLE_TIME)?.next).to.deep.equal({ kind: 'never' });
    expect(sessionSchedule({ ...bare, schedule: '@reboot' }, SAMPLE_TIME)).to.deep.equal({
      schedule: undefined,
      next: { kind: 'unknown' },
    });
  });

  it('finds the soonest of all', () => {
    const next = soonest(sessions('demo/minio-lab'), SAMPLE_TIME);
    expect(next?.row.session).to.equal('full');
    expect(next?.at).to.equal(Date.parse('2026-08-20T12:05:00Z'));
    expect(soonest(sessions('edge/local-nfs'), SAMPLE_TIME)).to.equal(undefined);
  });
});
