import { expect } from 'chai';
import { CLEANUP_FINALIZER, MemoryCluster, type OperatorOptions } from '../../../src/data-source/memory/index.js';
import {
  BACKUP_CONFIGURATIONS,
  BACKUP_STORAGES,
  REPOSITORIES,
  SECRETS,
  SNAPSHOTS,
} from '../../../src/model/resources.js';
import type { BackupConfiguration, BackupStorage, KubernetesObject } from '../../../src/model/types.js';
import { sampleObjects } from '../../../src/samples/index.js';
import { FakeTime, namespace, secret, storage } from './memory-helpers.js';

const key = (name: string, ns = 'demo') => ({ namespace: ns, name });

function setup(objects: KubernetesObject[] = [namespace('demo')], operator: OperatorOptions = {}) {
  const time = new FakeTime();
  const cluster = new MemoryCluster({ objects, ...time, operator });
  const read = (name: string, ns?: string) => cluster.get<BackupStorage>(BACKUP_STORAGES, key(name, ns));
  return { time, cluster, source: cluster.dataSource(), read };
}

const s3 = (secretName?: string): NonNullable<BackupStorage['spec']> => ({
  storage: { provider: 's3', s3: { bucket: 'b', region: 'r', ...(secretName ? { secretName } : {}) } },
});
const keys = { AWS_ACCESS_KEY_ID: 'id', AWS_SECRET_ACCESS_KEY: 'key' };

describe('memory cluster: the operator', () => {
  it('takes a new storage to Ready, in two steps', async () => {
    const { time, source, read } = setup();
    await source.create(SECRETS, secret('cred', keys));
    await source.create(BACKUP_STORAGES, storage('a', s3('cred')));
    expect(read('a')?.status).to.equal(undefined);
    expect(read('a')?.metadata?.finalizers).to.equal(undefined);
    time.advance(600);
    expect(read('a')?.metadata?.finalizers).to.deep.equal([CLEANUP_FINALIZER]);
    const found = {
      type: 'BackendSecretFound',
      status: 'True',
      reason: 'BackendSecretAvailable',
      message: 'Backend secret exists.',
      lastTransitionTime: '2026-08-20T12:00:00Z',
    };
    expect(read('a')?.status).to.deep.equal({ phase: 'NotReady', conditions: [found] });
    time.advance(900);
    expect(read('a')?.status).to.deep.equal({
      phase: 'Ready',
      conditions: [
        found,
        {
          type: 'BackendInitialized',
          status: 'True',
          reason: 'BackendInitializationSucceeded',
          message: 'Successfully initialized backend.',
          lastTransitionTime: '2026-08-20T12:00:01Z',
        },
      ],
    });
    expect(read('a')?.metadata?.generation).to.equal(1);
    expect(time.pending).to.equal(0);
  });

  it('needs no Secret for local and credential-less storages', async () => {
    const { time, source, read } = setup();
    await source.create(BACKUP_STORAGES, storage('irsa', s3()));
    await source.create(
      BACKUP_STORAGES,
      storage('pvc', { storage: { provider: 'local', local: { mountPath: '/x' } } }),
    );
    time.advance(1500);
    for (const name of ['irsa', 'pvc']) {
      expect(read(name)?.status?.phase).to.equal('Ready');
      expect(read(name)?.status?.conditions?.map(({ type }) => type)).to.deep.equal(['BackendInitialized']);
    }
  });

  it('waits for a missing Secret, and goes on when it comes', async () => {
    const { time, source, read } = setup();
    await source.create(BACKUP_STORAGES, storage('a', s3('cred')));
    time.advance(1500);
    expect(read('a')?.status).to.deep.equal({
      phase: 'NotReady',
      conditions: [
        {
          type: 'BackendSecretFound',
          status: 'False',
          reason: 'BackendSecretNotAvailable',
          message: 'Backend secret demo/cred does not exist.',
          lastTransitionTime: '2026-08-20T12:00:00Z',
        },
      ],
    });
    // The Secret has to be in the storage's own namespace.
    await source.create(SECRETS, secret('other', keys));
    time.advance(1500);
    expect(read('a')?.status?.phase).to.equal('NotReady');
    await source.create(SECRETS, secret('cred', keys));
    time.advance(1500);
    expect(read('a')?.status?.phase).to.equal('Ready');
    await source.delete(SECRETS, key('cred'));
    time.advance(1500);
    expect(read('a')?.status?.phase).to.equal('NotReady');
  });

  it('says what the client says of a bad Secret or spec', async () => {
    const { time, source, read } = setup();
    const cases: [string, Record<string, string>, BackupStorage['spec'], string][] = [
      ['a', { AWS_SECRET_ACCESS_KEY: 'x' }, s3('a'), 'storage secret demo/a missing AWS_ACCESS_KEY_ID key'],
      ['b', { AWS_ACCESS_KEY_ID: 'x' }, s3('b'), 'storage Secret demo/b missing AWS_SECRET_ACCESS_KEY key'],
      ['c', { ...keys, CA_CERT_DATA: 'no PEM' }, s3('c'), 'failed to parse CA certificate'],
      [
        'd',
        {},
        { storage: { provider: 'azure', azure: { storageAccount: 's', container: 'c', secretName: 'd' } } },
        'storage secret missing AZURE_ACCOUNT_KEY key',
      ],
      [
        'e',
        { GOOGLE_PROJECT_ID: 'p' },
        { storage: { provider: 'gcs', gcs: { bucket: 'b', secretName: 'e' } } },
        'storage secret missing GOOGLE_SERVICE_ACCOUNT_JSON_KEY key',
      ],
      ['f', {}, { storage: { provider: 'azure', azure: { container: 'x' } } }, 'storageAccount is empty'],
      [
        'g',
        {},
        { storage: { provider: 's3', s3: { bucket: 'x' } } },
        'A region must be set when sending requests to S3.',
      ],
      ['h', {}, { storage: { provider: 'b2' } }, 'unknown provider: b2'],
    ];
    for (const [name, data, spec, message] of cases) {
      await source.create(SECRETS, secret(name, data));
      const bucket = spec?.storage?.s3
        ? { storage: { ...spec.storage, s3: { ...spec.storage.s3, prefix: name } } }
        : spec;
      await source.create(BACKUP_STORAGES, storage(name, bucket));
      time.advance(1500);
      const { status } = read(name) ?? {};
      expect(status?.phase).to.equal('NotReady');
      const failed = status?.conditions?.find(({ type }) => type === 'BackendInitialized');
      expect(failed).to.include({ status: 'False', reason: 'BackendInitializationFailed', message });
    }
    expect(read('h')?.status?.conditions).to.have.length(1);
  });

  it('asks the host’s probe', async () => {
    const seen: (string | undefined)[] = [];
    const probe: OperatorOptions['probe'] = (_storage, found) => {
      seen.push(found?.metadata?.name);
      return 'dial tcp: no such host';
    };
    const { time, source, read } = setup(undefined, { probe, delayMs: 10 });
    await source.create(SECRETS, secret('cred', keys));
    await source.create(BACKUP_STORAGES, storage('a', s3('cred')));
    time.advance(10);
    expect(read('a')?.status?.conditions?.[1]?.message).to.equal('dial tcp: no such host');
    expect(seen).to.deep.equal(['cred']);
  });

  it('looks again when the spec changes, and not when labels do', async () => {
    const { time, cluster, source, read } = setup();
    await source.create(BACKUP_STORAGES, storage('a', { storage: { provider: 'b2' } }));
    time.advance(1500);
    expect(read('a')?.status?.phase).to.equal('NotReady');
    const patch = (body: unknown) => source.patch(BACKUP_STORAGES, key('a'), body, { type: 'merge' });
    await patch({ metadata: { labels: { x: 'y' } } });
    expect(time.pending).to.equal(0);
    await patch({ spec: { storage: { provider: 'local' } } });
    await patch({ spec: { storage: { local: { mountPath: '/x' } } } });
    expect(time.pending).to.equal(2);
    time.advance(60_000);
    const [condition] = read('a')?.status?.conditions ?? [];
    expect(read('a')?.status?.phase).to.equal('Ready');
    expect(condition?.lastTransitionTime).to.equal('2026-08-20T12:00:03Z');
    const before = cluster.resourceVersion;
    await patch({ spec: { deletionPolicy: 'WipeOut' } });
    time.advance(60_000);
    // Nothing new was found out: one change, that of the spec.
    expect(BigInt(cluster.resourceVersion) - BigInt(before)).to.equal(1n);
  });

  it('leaves the seed alone until it is changed', async () => {
    const objects = sampleObjects();
    const { time, cluster, source, read } = setup(objects);
    const before = cluster.resourceVersion;
    time.advance(3_600_000);
    expect(cluster.resourceVersion).to.equal(before);
    expect(read('local-pvc')?.status).to.equal(undefined);
    await source.patch(BACKUP_STORAGES, key('local-pvc'), { spec: { deletionPolicy: 'WipeOut' } }, { type: 'merge' });
    time.advance(1500);
    expect(read('local-pvc')?.status?.phase).to.equal('Ready');
    expect(read('azure-dr', 'backup-system')?.status?.phase).to.equal('NotReady');
    await source.create(SECRETS, secret('azure-dr-cred', { AZURE_ACCOUNT_KEY: 'x' }, 'backup-system'));
    time.advance(1500);
    expect(read('azure-dr', 'backup-system')?.status?.phase).to.equal('Ready');
    // What says nothing about the backend leaves the outcome of its test alone.
    await source.patch(BACKUP_STORAGES, key('minio-tls', 'staging'), { spec: { default: false } }, { type: 'merge' });
    time.advance(1500);
    expect(read('minio-tls', 'staging')?.status?.phase).to.equal('NotReady');
  });

  it('takes care of what the host applies without a status, and of nothing else of its', () => {
    const { time, cluster, read } = setup();
    cluster.apply(storage('a', { storage: { provider: 'local' } }));
    cluster.apply<BackupStorage>({
      ...storage('b', { storage: { provider: 'local' } }),
      status: { phase: 'NotReady' },
    });
    time.advance(1500);
    expect(read('a')?.status?.phase).to.equal('Ready');
    expect(read('b')?.status).to.deep.equal({ phase: 'NotReady' });
  });

  it('cleans up behind a deleted storage, and spares the Secret', async () => {
    const { time, cluster, source, read } = setup(sampleObjects());
    const result = await source.delete(BACKUP_STORAGES, key('minio-lab'));
    expect(result.outcome).to.equal('deleting');
    const count = (): number[] => [REPOSITORIES, SNAPSHOTS, SECRETS].map((type) => cluster.objects(type).length);
    const [repositories = 0, snapshots = 0, secrets] = count();
    time.advance(1499);
    expect(read('minio-lab')?.metadata?.deletionTimestamp).to.equal('2026-08-20T12:00:00Z');
    expect(count()).to.deep.equal([repositories, snapshots, secrets]);
    time.advance(1);
    expect(read('minio-lab')).to.equal(undefined);
    expect(count()).to.deep.equal([repositories - 3, snapshots - 3, secrets]);
    const configuration = cluster.get<BackupConfiguration>(BACKUP_CONFIGURATIONS, key('sample-sts-backup'));
    expect(configuration?.status?.phase).to.equal('NotReady');
    const other = cluster.get<BackupConfiguration>(BACKUP_CONFIGURATIONS, key('orders-pg-backup', 'prod'));
    expect(other?.status?.phase).to.equal('Ready');
  });

  it('keeps a storage that somebody else keeps too', async () => {
    const { time, source, read } = setup();
    const object = { ...storage('a', { storage: { provider: 'local' } }) };
    object.metadata = { ...object.metadata, finalizers: ['x/y'] };
    await source.create(BACKUP_STORAGES, object);
    time.advance(1500);
    await source.delete(BACKUP_STORAGES, key('a'));
    time.advance(1500);
    expect(read('a')?.metadata?.finalizers).to.deep.equal(['x/y']);
    await source.patch(BACKUP_STORAGES, key('a'), { metadata: { finalizers: null } }, { type: 'merge' });
    expect(read('a')).to.equal(undefined);
  });

  it('forgets a storage that is deleted before it was looked at', async () => {
    const { time, source, read } = setup();
    await source.create(BACKUP_STORAGES, storage('a'));
    expect(await source.delete(BACKUP_STORAGES, key('a'))).to.deep.equal({ outcome: 'gone' });
    expect(time.pending).to.equal(0);
    await source.create(BACKUP_STORAGES, storage('b'));
    time.advance(600);
    await source.delete(BACKUP_STORAGES, key('b'));
    time.advance(10_000);
    expect(read('b')).to.equal(undefined);
  });

  it('stops on dispose, and can be switched off', async () => {
    const { time, cluster, source, read } = setup();
    await source.create(BACKUP_STORAGES, storage('a'));
    expect(time.pending).to.equal(2);
    cluster.dispose();
    expect(time.pending).to.equal(0);
    await source.create(BACKUP_STORAGES, storage('b'));
    time.advance(10_000);
    expect(read('a')?.status).to.equal(undefined);
    expect(read('b')?.status).to.equal(undefined);
    const off = new MemoryCluster({ objects: [namespace('demo')], ...time, operator: false });
    await off.dataSource().create(BACKUP_STORAGES, storage('a'));
    expect(time.pending).to.equal(0);
  });

  it('works on real timers', async () => {
    const cluster = new MemoryCluster({ objects: [namespace('demo')], operator: { delayMs: 1 } });
    const source = cluster.dataSource();
    const since = cluster.resourceVersion;
    await source.create(BACKUP_STORAGES, storage('a'));
    for await (const { object } of source.watch<BackupStorage>(BACKUP_STORAGES, { resourceVersion: since }))
      if (object.metadata?.name === 'a' && (object as BackupStorage).status?.phase === 'Ready') break;
    cluster.dispose();
  });
});
