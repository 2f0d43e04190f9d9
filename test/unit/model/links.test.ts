import { expect } from 'chai';
import { repositoriesOf, retentionPoliciesOf, sessionRowsOf } from '../../../src/model/links.js';
import { storageRow } from '../../../src/model/rows.js';
import type { BackupBatch, BackupConfiguration, BackupStorage, Repository } from '../../../src/model/types.js';
import { SAMPLE_TIME } from '../../../src/samples/index.js';
import { sample, samplesOf } from '../../fixtures/acceptance.js';

const storage: BackupStorage = { metadata: { namespace: 'store', name: 'main' } };

function repository(namespace: string, name: string, storageRef: { name: string; namespace?: string }): Repository {
  return { metadata: { namespace, name }, spec: { storageRef } };
}

function configuration(namespace: string, name: string, spec: BackupConfiguration['spec']): BackupConfiguration {
  return { metadata: { namespace, name }, ...(spec && { spec }) };
}

describe('storageRow', () => {
  it('gives sizes, counts and times as values to sort by', () => {
    const row = storageRow(sample<BackupStorage>('BackupStorage', 'edge/local-hostpath'));
    expect(row).to.include({
      size: '1024 B',
      sizeBytes: 1024,
      repositories: 1,
      uid: '035e2982-035e-435e-85e2-000690b9438e',
    });
    expect(row.createdAt).to.equal(Date.parse('2026-03-03T03:00:00Z'));
  });

  it('says undefined for what is not there, and 0 repositories', () => {
    const row = storageRow({ metadata: { namespace: 'a', name: 'b' }, status: { totalSize: '' } });
    expect(row).to.include({
      uid: 'a/b',
      provider: undefined,
      size: undefined,
      sizeBytes: undefined,
      repositories: 0,
      createdAt: undefined,
    });
  });

  it('keeps a size that it cannot read, without bytes', () => {
    expect(storageRow({ status: { totalSize: 'a lot' } })).to.include({ size: 'a lot', sizeBytes: undefined });
  });

  it('keeps a provider that it does not know', () => {
    expect(storageRow(sample<BackupStorage>('BackupStorage', 'demo/legacy-b2')).provider).to.equal('b2');
  });

  it('knows empty objects', () => {
    expect(storageRow({})).to.include({ namespace: '', name: '', repositories: 0 });
  });
});

describe('repositoriesOf', () => {
  it('compares name and namespace of the reference, the holder’s namespace if it has none', () => {
    const rows = repositoriesOf(storage, [
      repository('app', 'explicit', { name: 'main', namespace: 'store' }),
      repository('store', 'implicit', { name: 'main' }),
      repository('app', 'of a namesake', { name: 'main' }),
      repository('app', 'of another', { name: 'other', namespace: 'store' }),
      { metadata: { namespace: 'store', name: 'without reference' } },
    ]);
    expect(rows.map((row) => row.key)).to.deep.equal(['app/explicit', 'store/implicit']);
  });

  it('adds a partial row for what only the storage’s status knows', () => {
    const entries = [
      { namespace: 'app', name: 'seen', size: '1.000 MiB', synced: true },
      { namespace: 'hidden', name: 'unseen', path: 'x', size: '2.500 GiB', synced: false, error: 'quota' },
    ];
    const rows = repositoriesOf({ ...storage, status: { repositories: entries } }, [
      repository('app', 'seen', { name: 'main', namespace: 'store' }),
    ]);
    expect(rows.map((row) => [row.key, row.partial])).to.deep.equal([
      ['app/seen', false],
      ['hidden/unseen', true],
    ]);
    expect(rows[1]).to.deep.equal({
      key: 'hidden/unseen',
      namespace: 'hidden',
      name: 'unseen',
      size: '2.500 GiB',
      sizeBytes: 2.5 * 1024 ** 3,
      snapshots: undefined,
      target: undefined,
      retentionPolicies: [],
      status: {
        label: 'Unknown',
        tone: 'neutral',
        inProgress: false,
        marks: [{ kind: 'sync-error', text: 'quota', said: 'quota' }],
      },
      createdAt: undefined,
      partial: true,
      object: undefined,
    });
  });

  it('still joins the retention policies of a partial row', () => {
    const entries = [{ namespace: 'app', name: 'unseen' }];
    const policies = [
      configuration('app', 'bc', {
        backends: [{ name: 'b', retentionPolicy: { name: 'keep' } }],
        sessions: [{ repositories: [{ name: 'unseen', backend: 'b' }] }],
      }),
    ];
    const [row] = repositoriesOf({ ...storage, status: { repositories: entries } }, [], policies);
    expect(row?.retentionPolicies).to.deep.equal([{ namespace: 'app', name: 'keep' }]);
  });

  it('tells repositories of the same name in two namespaces apart', () => {
    const entries = [{ namespace: 'a', name: 'repo' }];
    const rows = repositoriesOf({ ...storage, status: { repositories: entries } }, [
      repository('b', 'repo', { name: 'main', namespace: 'store' }),
    ]);
    expect(rows.map((row) => [row.key, row.partial])).to.deep.equal([
      ['b/repo', false],
      ['a/repo', true],
    ]);
  });

  it('believes a Repository that points elsewhere more than the status', () => {
    const entries = [{ namespace: 'app', name: 'moved' }];
    const rows = repositoriesOf({ ...storage, status: { repositories: entries } }, [
      repository('app', 'moved', { name: 'other', namespace: 'store' }),
    ]);
    expect(rows).to.deep.equal([]);
  });

  it('shows one row for a repository that has no status yet, listed or not', () => {
    const minio = sample<BackupStorage>('BackupStorage', 'demo/minio-lab');
    const rows = repositoriesOf(minio, samplesOf<Repository>('Repository'));
    expect(rows).to.have.length(3);
    expect(minio.status?.repositories).to.have.length(2);
  });

  it('tells 0 snapshots from no count', () => {
    const [none, zero] = repositoriesOf(storage, [
      repository('app', 'none', { name: 'main', namespace: 'store' }),
      { ...repository('app', 'zero', { name: 'main', namespace: 'store' }), status: { snapshotCount: 0 } },
    ]);
    expect(none?.snapshots).to.equal(undefined);
    expect(zero?.snapshots).to.equal(0);
  });
});

describe('retentionPoliciesOf', () => {
  const repo = repository('app', 'repo', { name: 'main', namespace: 'store' });
  const names = (configurations: BackupConfiguration[]) =>
    retentionPoliciesOf(repo, configurations).map(({ namespace, name }) => `${namespace}/${name}`);
  const session = (backend?: string) => ({
    repositories: [{ name: 'repo', ...(backend !== undefined && { backend }) }],
  });

  it('goes from session to backend to policy', () => {
    const backends = [
      { name: 'a', retentionPolicy: { name: 'keep-a', namespace: 'policies' } },
      { name: 'b', retentionPolicy: { name: 'keep-b' } },
    ];
    expect(names([configuration('app', 'bc', { backends, sessions: [session('a')] })])).to.deep.equal([
      'policies/keep-a',
    ]);
    expect(names([configuration('app', 'bc', { backends, sessions: [session('b')] })])).to.deep.equal(['app/keep-b']);
  });

  it('drops doubles over sessions and configurations, and keeps different ones', () => {
    const spec = (policy: string) => ({
      backends: [{ name: 'a', retentionPolicy: { name: policy } }],
      sessions: [session('a'), session('a')],
    });
    expect(
      names([
        configuration('app', '1', spec('x')),
        configuration('app', '2', spec('y')),
        configuration('app', '3', spec('x')),
      ]),
    ).to.deep.equal(['app/x', 'app/y']);
  });

  it('takes absent and empty backend names as the same', () => {
    const retentionPolicy = { name: 'keep' };
    expect(
      names([configuration('app', 'bc', { backends: [{ retentionPolicy }], sessions: [session('')] })]),
    ).to.deep.equal(['app/keep']);
    expect(
      names([configuration('app', 'bc', { backends: [{ name: '', retentionPolicy }], sessions: [session()] })]),
    ).to.deep.equal(['app/keep']);
  });

  it('looks only into the repository’s own namespace', () => {
    const spec = { backends: [{ name: 'a', retentionPolicy: { name: 'keep' } }], sessions: [session('a')] };
    expect(names([configuration('elsewhere', 'bc', spec)])).to.deep.equal([]);
  });

  it('is empty when nobody names the repository, the backend is missing or has no policy', () => {
    expect(names([])).to.deep.equal([]);
    expect(names([configuration('app', 'bc', undefined)])).to.deep.equal([]);
    expect(names([configuration('app', 'bc', { sessions: [session('gone')] })])).to.deep.equal([]);
    expect(names([configuration('app', 'bc', { backends: [{ name: 'a' }], sessions: [session('a')] })])).to.deep.equal(
      [],
    );
  });
});

describe('sessionRowsOf', () => {
  const here = { name: 'here', storageRef: { name: 'main', namespace: 'store' } };
  const there = { name: 'there', storageRef: { name: 'other', namespace: 'store' } };
  const into = (name: string, ...backends: (string | undefined)[]) => ({
    name,
    repositories: backends.map((backend) => (backend === undefined ? {} : { backend })),
  });
  const sessionsOf = (configurations: BackupConfiguration[]) =>
    sessionRowsOf(storage, configurations).map((row) => `${row.namespace}/${row.name} ${row.session}`);

  it('has a row for each session that stores here', () => {
    const spec = {
      backends: [here, there],
      sessions: [into('both', 'there', 'here'), into('only here', 'here'), into('only there', 'there')],
    };
    expect(sessionsOf([configuration('app', 'bc', spec)])).to.deep.equal(['app/bc both', 'app/bc only here']);
  });

  it('has one row without a session when no session stores here', () => {
    const spec = {
      backends: [here, there],
      sessions: [into('only there', 'there')],
      target: { kind: 'Pod', name: 'p' },
    };
    const rows = sessionRowsOf(storage, [configuration('app', 'bc', spec)]);
    expect(rows).to.have.length(1);
    expect(rows[0]).to.deep.include({
      session: undefined,
      schedule: undefined,
      suspended: false,
      tasks: [],
      target: 'Pod p',
    });
  });

  it('has one row without a session for empty or absent sessions', () => {
    expect(sessionsOf([configuration('app', 'bc', { backends: [here], sessions: [] })])).to.deep.equal([
      'app/bc undefined',
    ]);
    expect(sessionsOf([configuration('app', 'bc', { backends: [here] })])).to.deep.equal(['app/bc undefined']);
  });

  it('has no row for a configuration without a backend here', () => {
    expect(
      sessionsOf([configuration('app', 'bc', { backends: [there], sessions: [into('s', 'there')] })]),
    ).to.deep.equal([]);
    // The reference resolves to app/main, a namesake.
    const namesake = { name: 'here', storageRef: { name: 'main' } };
    expect(
      sessionsOf([configuration('app', 'bc', { backends: [namesake], sessions: [into('s', 'here')] })]),
    ).to.deep.equal([]);
    expect(sessionsOf([configuration('app', 'bc', undefined)])).to.deep.equal([]);
  });

  it('takes absent and empty backend names as the default backend', () => {
    const storageRef = { name: 'main', namespace: 'store' };
    expect(
      sessionsOf([configuration('app', 'a', { backends: [{ storageRef }], sessions: [into('s', '')] })]),
    ).to.deep.equal(['app/a s']);
    expect(
      sessionsOf([
        configuration('app', 'b', { backends: [{ name: '', storageRef }], sessions: [into('s', undefined)] }),
      ]),
    ).to.deep.equal(['app/b s']);
  });

  it('resolves a backend without a namespace in the configuration’s own', () => {
    const spec = { backends: [{ name: 'x', storageRef: { name: 'main' } }], sessions: [into('s', 'x')] };
    expect(sessionsOf([configuration('store', 'bc', spec)])).to.deep.equal(['store/bc s']);
  });

  it('reads schedule, suspension, tasks and pause', () => {
    const session = {
      ...into('s', 'here'),
      scheduler: { schedule: '@daily', suspend: true },
      addon: { tasks: [{ name: 'one' }, {}, { name: 'two' }] },
    };
    const [row] = sessionRowsOf(storage, [
      configuration('app', 'bc', { backends: [here], sessions: [session], paused: true }),
    ]);
    expect(row).to.deep.include({
      schedule: '@daily',
      suspended: true,
      tasks: ['one', 'two'],
      paused: true,
      target: undefined,
    });
  });

  it('gives every row its own key', () => {
    const configurations = samplesOf<BackupConfiguration>('BackupConfiguration');
    const unnamed = configuration('app', 'bc', {
      backends: [here],
      sessions: [{ repositories: [{ backend: 'here' }] }, { repositories: [{ backend: 'here' }] }],
    });
    for (const each of [storage, ...samplesOf<BackupStorage>('BackupStorage')]) {
      const keys = sessionRowsOf(each, [...configurations, unnamed]).map((row) => row.key);
      expect(new Set(keys).size).to.equal(keys.length);
    }
    expect(sessionRowsOf(storage, [unnamed])).to.have.length(2);
  });

  it('passes the time on to the status', () => {
    const minio = sample<BackupStorage>('BackupStorage', 'demo/minio-lab');
    const waiting = [sample<BackupConfiguration>('BackupConfiguration', 'demo/waiting-backup')];
    expect(sessionRowsOf(minio, waiting, SAMPLE_TIME)[0]?.status.inProgress).to.equal(false);
    expect(sessionRowsOf(minio, waiting, SAMPLE_TIME - 90_000)[0]?.status.inProgress).to.equal(true);
  });
});

describe('BackupBatches', () => {
  const stored = (name: string, backend: string) => ({
    repositories: [{ name, backend }],
    addon: { tasks: [{ name: 'logical-backup' }] },
  });
  const batch: BackupBatch = {
    kind: 'BackupBatch',
    metadata: { namespace: 'app', name: 'shop' },
    spec: {
      paused: true,
      backends: [
        { name: 'here', storageRef: { name: 'main', namespace: 'store' }, retentionPolicy: { name: 'keep' } },
        { name: 'there', storageRef: { name: 'other', namespace: 'store' }, retentionPolicy: { name: 'keep-long' } },
      ],
      targets: [
        { name: 'db', appRef: { kind: 'MySQL', namespace: 'app', name: 'shop-db' } },
        { name: 'web', appRef: { kind: 'Deployment', namespace: 'app', name: 'shop-web' } },
        { name: 'logs', appRef: { kind: 'Deployment', namespace: 'app', name: 'shop-logs' } },
      ],
      sessions: [
        {
          name: 'nightly',
          scheduler: { schedule: '0 2 * * *', suspend: true },
          targets: [
            { name: 'db', ...stored('db-repo', 'here') },
            { name: 'web', ...stored('web-repo', 'here') },
            { name: 'logs', ...stored('logs-repo', 'there') },
          ],
        },
        { name: 'elsewhere', targets: [{ name: 'logs', ...stored('logs-repo', 'there') }] },
      ],
    },
    status: { phase: 'Ready' },
  };

  it('have a row for each session that stores here, with the targets that do', () => {
    const [row, ...others] = sessionRowsOf(storage, [batch]);
    expect(others).to.deep.equal([]);
    expect(row).to.deep.include({
      namespace: 'app',
      name: 'shop',
      session: 'nightly',
      schedule: '0 2 * * *',
      suspended: true,
      paused: true,
      invokerKind: 'BackupBatch',
      target: 'MySQL app/shop-db, Deployment app/shop-web',
      tasks: ['logical-backup'],
    });
    expect(row!.status.label).to.equal('Ready');
  });

  it('are linked without a session that stores here, and are no BackupConfiguration of the same name', () => {
    const unused: BackupBatch = { ...batch, spec: { ...batch.spec, sessions: [] } };
    const namesake = configuration('app', 'shop', { backends: batch.spec!.backends! });
    const rows = sessionRowsOf(storage, [unused, namesake]);
    expect(rows.map(({ invokerKind, session }) => [invokerKind, session])).to.deep.equal([
      ['BackupBatch', undefined],
      ['BackupConfiguration', undefined],
    ]);
    expect(new Set(rows.map(({ key }) => key)).size).to.equal(2);
  });

  it('give their Repositories a retention policy', () => {
    const policies = (name: string) => retentionPoliciesOf(repository('app', name, { name: 'main' }), [batch]);
    expect(policies('web-repo')).to.deep.equal([{ namespace: 'app', name: 'keep' }]);
    expect(policies('logs-repo')).to.deep.equal([{ namespace: 'app', name: 'keep-long' }]);
  });
});
