import { expect } from 'chai';
import { MemoryCluster, statusOf } from '../../../src/data-source/memory/index.js';
import { BACKUP_STORAGES, NAMESPACES, SECRETS, SNAPSHOTS } from '../../../src/model/resources.js';
import type { BackupStorage, Secret } from '../../../src/model/types.js';
import { sampleObjects } from '../../../src/samples/index.js';
import { errorOf, FakeTime, NOON, namespace, secret, storage } from './memory-helpers.js';

const names = (items: readonly { metadata?: { name?: string } }[]): string[] =>
  items.map(({ metadata }) => metadata?.name ?? '');

describe('memory cluster: reading', () => {
  it('holds the samples as they are', async () => {
    const objects = sampleObjects({ now: NOON });
    const cluster = new MemoryCluster({ objects });
    expect(cluster.objects()).to.have.length(71);
    const source = cluster.dataSource();
    const page = await source.list<BackupStorage>(BACKUP_STORAGES);
    expect(page.items).to.have.length(14);
    expect(page.items[0]?.metadata?.name).to.equal('azure-wi');
    const seeded = objects.find((object) => object.metadata?.name === 'minio-lab' && object.kind === 'BackupStorage');
    expect(await source.get(BACKUP_STORAGES, { namespace: 'demo', name: 'minio-lab' })).to.deep.equal(seeded);
    expect(await source.namespaces()).to.deep.equal({
      names: ['analytics', 'backup-system', 'demo', 'edge', 'prod', 'staging'],
      complete: true,
    });
    cluster.dispose();
  });

  it('lists in the order of namespace and name, in one namespace or all', async () => {
    const source = new MemoryCluster({
      objects: [storage('b', undefined, 'two'), storage('c', undefined, 'one'), storage('a', undefined, 'two')],
    }).dataSource();
    expect(names((await source.list(BACKUP_STORAGES)).items)).to.deep.equal(['c', 'a', 'b']);
    expect(names((await source.list(BACKUP_STORAGES, { namespace: 'two' })).items)).to.deep.equal(['a', 'b']);
    expect((await source.list(BACKUP_STORAGES, { namespace: '' })).items).to.have.length(3);
    expect((await source.list(BACKUP_STORAGES, { namespace: 'nowhere' })).items).to.deep.equal([]);
    expect((await source.list(BACKUP_STORAGES)).continue).to.equal(undefined);
  });

  it('makes the namespaces that its objects are in, and `default` in an empty cluster', async () => {
    const source = new MemoryCluster({ objects: [storage('a', undefined, 'one')] }).dataSource();
    expect((await source.namespaces()).names).to.deep.equal(['one']);
    expect((await source.get(NAMESPACES, { name: 'one' })).metadata?.labels).to.deep.equal({
      'kubernetes.io/metadata.name': 'one',
    });
    expect((await new MemoryCluster().dataSource().namespaces()).names).to.deep.equal(['default']);
  });

  it('hands out frozen objects, and keeps its own when the seed changes', async () => {
    const seed = storage('a');
    const source = new MemoryCluster({ objects: [seed] }).dataSource();
    seed.spec!.storage!.provider = 'azure';
    const read = await source.get<BackupStorage>(BACKUP_STORAGES, { namespace: 'demo', name: 'a' });
    expect(read.spec?.storage?.provider).to.equal('s3');
    expect(Object.isFrozen(read.spec?.storage?.s3)).to.equal(true);
    const { items } = await source.list(BACKUP_STORAGES);
    expect(items[0]).to.equal(read);
    items.length = 0;
    expect((await source.list(BACKUP_STORAGES)).items).to.have.length(1);
  });

  it('keeps resourceVersions beyond 2^53 to the digit, and counts on from the largest', async () => {
    const big = { ...storage('a'), metadata: { name: 'a', namespace: 'demo', resourceVersion: '9007199254740993123' } };
    const cluster = new MemoryCluster({ objects: [big] });
    expect((await cluster.dataSource().list(BACKUP_STORAGES)).resourceVersion).to.equal('9007199254740993123');
    cluster.apply(storage('b'));
    expect(cluster.resourceVersion).to.equal('9007199254740993124');
  });

  it('selects by labels and by name and namespace', async () => {
    const labelled = (name: string, labels: Record<string, string>): BackupStorage => {
      const object = storage(name);
      object.metadata = { ...object.metadata, labels };
      return object;
    };
    const source = new MemoryCluster({
      objects: [labelled('a', { team: 'apps' }), labelled('b', { team: 'db', tier: 'x' }), labelled('c', {})],
    }).dataSource();
    const by = async (labelSelector: string): Promise<string[]> =>
      names((await source.list(BACKUP_STORAGES, { labelSelector })).items);
    expect(await by('team=apps')).to.deep.equal(['a']);
    expect(await by('team in (apps,db),!tier')).to.deep.equal(['a']);
    expect(await by('team!=apps')).to.deep.equal(['b', 'c']);
    const byField = async (fieldSelector: string): Promise<string[]> =>
      names((await source.list(BACKUP_STORAGES, { fieldSelector })).items);
    expect(await byField('metadata.name=b')).to.deep.equal(['b']);
    expect(await byField('metadata.name!=b,metadata.namespace==demo')).to.deep.equal(['a', 'c']);
    const field = await errorOf(source.list(BACKUP_STORAGES, { fieldSelector: 'status.phase=Ready' }));
    expect(field).to.include({ code: 'bad-request', status: 400, message: 'field label not supported: status.phase' });
    expect((await errorOf(source.list(BACKUP_STORAGES, { labelSelector: 'a=(' }))).code).to.equal('bad-request');
  });

  it('says which object is not there', async () => {
    const source = new MemoryCluster().dataSource();
    const missing = await errorOf(source.get(BACKUP_STORAGES, { namespace: 'demo', name: 'x' }));
    expect(missing).to.include({ code: 'not-found', status: 404, reason: 'NotFound' });
    expect(missing.message).to.equal('backupstorages.storage.kubestash.com "x" not found');
    expect(statusOf(missing)).to.deep.equal({
      kind: 'Status',
      apiVersion: 'v1',
      metadata: {},
      status: 'Failure',
      message: 'backupstorages.storage.kubestash.com "x" not found',
      reason: 'NotFound',
      details: { name: 'x', group: 'storage.kubestash.com', kind: 'backupstorages' },
      code: 404,
    });
    const core = await errorOf(source.get(SECRETS, { namespace: 'demo', name: 'x' }));
    expect(core.message).to.equal('secrets "x" not found');
  });

  it('tells a missing type from a missing object', async () => {
    const source = new MemoryCluster({ types: [NAMESPACES] }).dataSource();
    const error = await errorOf(source.list(BACKUP_STORAGES));
    expect(error).to.include({ code: 'not-found', message: 'the server could not find the requested resource' });
    const cluster = new MemoryCluster();
    const undo = cluster.faults.uninstall(SNAPSHOTS);
    expect((await errorOf(cluster.dataSource().list(SNAPSHOTS))).message).to.equal(error.message);
    undo();
    expect((await cluster.dataSource().list(SNAPSHOTS)).items).to.deep.equal([]);
  });

  it('serves types of the host’s own', async () => {
    const sessions = {
      group: 'core.kubestash.com',
      version: 'v1alpha1',
      resource: 'backupsessions',
      kind: 'BackupSession',
      namespaced: true,
    };
    const object = {
      apiVersion: 'core.kubestash.com/v1alpha1',
      kind: 'BackupSession',
      metadata: { name: 'x', namespace: 'n' },
    };
    expect(() => new MemoryCluster({ objects: [object] })).to.throw(
      TypeError,
      /holds no core.kubestash.com\/v1alpha1 BackupSession/,
    );
    const cluster = new MemoryCluster({ objects: [object], types: [sessions] });
    expect((await cluster.dataSource().list({ ...sessions })).items).to.have.length(1);
  });
});

describe('memory cluster: pages', () => {
  const many = (count: number): BackupStorage[] =>
    Array.from({ length: count }, (_, index) => storage(`s${String(index).padStart(3, '0')}`));

  it('gives every object once, as of the first page', async () => {
    const cluster = new MemoryCluster({ objects: many(25) });
    const source = cluster.dataSource();
    const first = await source.list(BACKUP_STORAGES, { limit: 10 });
    expect(first.items).to.have.length(10);
    expect(first.remainingItemCount).to.equal(15);
    cluster.remove(BACKUP_STORAGES, { namespace: 'demo', name: 's020' });
    cluster.apply(storage('s0155'));
    const second = await source.list(BACKUP_STORAGES, { limit: 10, continue: first.continue! });
    const third = await source.list(BACKUP_STORAGES, { limit: 10, continue: second.continue! });
    expect(second.resourceVersion).to.equal(first.resourceVersion);
    expect(third.resourceVersion).to.equal(first.resourceVersion);
    expect(third.continue).to.equal(undefined);
    expect(names([...first.items, ...second.items, ...third.items])).to.deep.equal(names(many(25)));
    // A lost answer is asked for again.
    const again = await source.list(BACKUP_STORAGES, { limit: 10, continue: first.continue! });
    expect(names(again.items)).to.deep.equal(names(second.items));
    expect(names((await source.list(BACKUP_STORAGES)).items)).to.include('s0155');
  });

  it('counts no remaining items under a selector', async () => {
    const source = new MemoryCluster({ objects: many(5) }).dataSource();
    const page = await source.list(BACKUP_STORAGES, { limit: 2, fieldSelector: 'metadata.namespace=demo' });
    expect(page.continue).to.be.a('string');
    expect(page.remainingItemCount).to.equal(undefined);
  });

  it('takes a token only for what it was given for', async () => {
    const source = new MemoryCluster({ objects: many(5) }).dataSource();
    const { continue: token = '' } = await source.list(BACKUP_STORAGES, { limit: 2 });
    expect((await errorOf(source.list(SECRETS, { continue: token }))).code).to.equal('bad-request');
    const elsewhere = source.list(BACKUP_STORAGES, { namespace: 'demo', continue: token });
    expect((await errorOf(elsewhere)).message).to.equal('continue key is not valid');
  });

  it('forgets pages: 410', async () => {
    const time = new FakeTime();
    const cluster = new MemoryCluster({ objects: many(5), now: time.now, pageExpiryMs: 1000 });
    const source = cluster.dataSource();
    const { continue: token = '' } = await source.list(BACKUP_STORAGES, { limit: 2 });
    time.advance(999);
    expect((await source.list(BACKUP_STORAGES, { limit: 2, continue: token })).items).to.have.length(2);
    time.advance(1);
    const error = await errorOf(source.list(BACKUP_STORAGES, { limit: 2, continue: token }));
    expect(error).to.include({ code: 'expired', status: 410, reason: 'Expired' });
    expect(error.message).to.equal(
      'The provided continue parameter is too old to display a consistent list result. You must start a new list without the continue parameter.',
    );
    const { continue: other = '' } = await source.list(BACKUP_STORAGES, { limit: 2 });
    cluster.faults.expirePages();
    expect((await errorOf(source.list(BACKUP_STORAGES, { continue: other }))).code).to.equal('expired');
    expect((await errorOf(source.list(BACKUP_STORAGES, { continue: 'x' }))).code).to.equal('bad-request');
  });
});

describe('memory cluster: secrets are never listed', () => {
  const manifest = secret('cred', { AWS_SECRET_ACCESS_KEY: 'hunter2-ключ' });
  manifest.metadata!.annotations = {
    keep: 'me',
    'kubectl.kubernetes.io/last-applied-configuration': '{"stringData":{"AWS_SECRET_ACCESS_KEY":"hunter2-ключ"}}',
  };

  it('folds stringData into base64 of UTF-8', async () => {
    const source = new MemoryCluster({ objects: [manifest] }).dataSource();
    const stored = await source.get<Secret>(SECRETS, { namespace: 'demo', name: 'cred' });
    expect(stored).to.not.have.property('stringData');
    const bytes = Uint8Array.from(atob(stored.data?.AWS_SECRET_ACCESS_KEY ?? ''), (one) => one.charCodeAt(0));
    expect(new TextDecoder().decode(bytes)).to.equal('hunter2-ключ');
  });

  it('shows metadata only when asked for metadata only', async () => {
    const source = new MemoryCluster({ objects: [manifest, namespace('demo')] }).dataSource();
    const { items } = await source.list(SECRETS, { metadataOnly: true, namespace: 'demo' });
    expect(Object.keys(items[0] ?? {})).to.deep.equal(['apiVersion', 'kind', 'metadata']);
    expect(items[0]?.kind).to.equal('PartialObjectMetadata');
    expect(items[0]?.metadata?.annotations).to.deep.equal({ keep: 'me' });
    expect(JSON.stringify(items)).to.not.match(/hunter2|"data"/);
  });
});
