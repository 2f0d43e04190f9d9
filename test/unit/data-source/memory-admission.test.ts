import { expect } from 'chai';
import { MemoryCluster } from '../../../src/data-source/memory/index.js';
import { BACKUP_STORAGES, SECRETS } from '../../../src/model/resources.js';
import type { BackupStorage } from '../../../src/model/types.js';
import { errorOf, namespace, secret, storage } from './memory-helpers.js';

type Spec = NonNullable<BackupStorage['spec']>;
type Backend = NonNullable<Spec['storage']>;

const s3 = (bucket: string, rest: Record<string, string> = {}): Backend => ({
  provider: 's3',
  s3: { bucket, region: 'us-east-1', ...rest },
});
const local: Backend = { provider: 'local', local: { mountPath: '/data' } };
const DENIED = 'admission webhook "vbackupstorage.kb.io" denied the request: ';
const PANIC = 'panic: runtime error: invalid memory address or nil pointer dereference [recovered]';

function setup(objects: BackupStorage[] = [], options = {}) {
  const cluster = new MemoryCluster({
    objects: [namespace('demo'), namespace('prod'), ...objects],
    operator: false,
    ...options,
  });
  const source = cluster.dataSource();
  const create = (name: string, spec: Spec, ns = 'demo') =>
    source.create<BackupStorage>(BACKUP_STORAGES, storage(name, spec, ns), { dryRun: true });
  return { cluster, source, create };
}

describe('memory cluster: the mutating webhook', () => {
  it('fills in what the stored object differs by', async () => {
    const { create } = setup();
    expect((await create('a', {})).object.spec).to.deep.equal({
      deletionPolicy: 'Delete',
      runtimeSettings: {},
      usagePolicy: { allowedNamespaces: { from: 'Same' } },
    });
    const policy = { allowedNamespaces: {} };
    expect((await create('a', { usagePolicy: policy })).object.spec?.usagePolicy).to.deep.equal({
      allowedNamespaces: { from: 'Same' },
    });
    const all = { allowedNamespaces: { from: 'All' } };
    expect((await create('a', { usagePolicy: all })).object.spec?.usagePolicy).to.deep.equal(all);
  });

  it('fills in a spec that is not there', async () => {
    const { source } = setup();
    const { spec: _none, ...object } = storage('a');
    const { object: stored } = await source.create<BackupStorage>(BACKUP_STORAGES, object);
    expect(stored.spec?.deletionPolicy).to.equal('Delete');
  });

  it('cuts one trailing slash, where it does', async () => {
    const { create } = setup();
    const { object } = await create('a', { storage: s3('b/', { endpoint: 'https://x/', prefix: '/a//' }) });
    expect(object.spec?.storage?.s3).to.deep.equal({
      bucket: 'b',
      endpoint: 'https://x',
      prefix: '/a/',
      region: 'us-east-1',
    });
    const azure = await create('a', { storage: { provider: 'azure', azure: { container: 'c/', prefix: 'p/' } } });
    expect(azure.object.spec?.storage?.azure).to.deep.equal({ container: 'c/', prefix: 'p' });
  });

  it('leaves a spec of the wrong shape to the schema', async () => {
    const { create } = setup();
    const error = await errorOf(create('a', { storage: 'x' as unknown as Backend }));
    expect(error).to.include({ code: 'invalid', status: 422 });
    expect(error.causes.map(({ field }) => field)).to.deep.equal(['spec.storage']);
  });
});

describe('memory cluster: the validating webhook', () => {
  const refused = async (promise: Promise<unknown>, message: string): Promise<void> => {
    const error = await errorOf(promise);
    expect(error.message).to.equal(DENIED + message);
    expect(error).to.include({
      code: 'forbidden',
      status: 403,
      reason: 'Forbidden',
      admission: true,
      outcome: 'not-applied',
    });
  };

  it('a: allows one default in a namespace', async () => {
    const { source, create } = setup([storage('first', { default: true, storage: local })]);
    const message = 'multiple default BackupStorages are not allowed within the same namespace';
    await refused(create('second', { default: true, storage: local }), message);
    await create('second', { default: false, storage: local });
    await create('second', { default: true, storage: local }, 'prod');
    const key = { namespace: 'demo', name: 'first' };
    const patch = { spec: { deletionPolicy: 'WipeOut' } };
    await source.patch(BACKUP_STORAGES, key, patch, { type: 'merge' });
    await source.create(BACKUP_STORAGES, storage('second', { storage: local }));
    const second = { namespace: 'demo', name: 'second' };
    await refused(source.patch(BACKUP_STORAGES, second, { spec: { default: true } }, { type: 'merge' }), message);
  });

  it('b: wants a selector with Selector', async () => {
    const { create } = setup();
    const policy = (allowedNamespaces: object): Spec => ({ storage: local, usagePolicy: { allowedNamespaces } });
    await refused(
      create('a', policy({ from: 'Selector' })),
      'selector cannot be empty for usage policy of type "Selector"',
    );
    await create('a', policy({ from: 'Selector', selector: {} }));
    await create('a', policy({ from: 'All', selector: {} }));
  });

  it('c: freezes the backend of a storage in use, and nothing else', async () => {
    const used = { ...storage('a', { storage: s3('b'), deletionPolicy: 'Delete' }) };
    used.status = { phase: 'Ready', repositories: [{ name: 'r', namespace: 'demo' }] };
    const { source } = setup([used, storage('free', { storage: s3('c') })]);
    const patch = (name: string, spec: object) =>
      source.patch(BACKUP_STORAGES, { namespace: 'demo', name }, { spec }, { type: 'merge', dryRun: true });
    const message = 'BackupStorage is currently in use and cannot be modified';
    await refused(patch('a', { storage: { s3: { secretName: 'other' } } }), message);
    await refused(patch('a', { storage: { s3: { insecureTLS: true } } }), message);
    // A slash more is the same directory.
    await patch('a', { storage: { s3: { bucket: 'b/' } } });
    await patch('a', { default: true, deletionPolicy: 'WipeOut', usagePolicy: { allowedNamespaces: { from: 'All' } } });
    await patch('free', { storage: { s3: { bucket: 'd' } } });
  });

  it('c: freezes a storage from before the slashes were cut altogether', async () => {
    const used = { ...storage('a', { storage: s3('b/') }) };
    used.status = { repositories: [{ name: 'r', namespace: 'demo' }] };
    const { source } = setup([used]);
    const patch = { metadata: { labels: { x: 'y' } } };
    const key = { namespace: 'demo', name: 'a' };
    await refused(
      source.patch(BACKUP_STORAGES, key, patch, { type: 'merge' }),
      'BackupStorage is currently in use and cannot be modified',
    );
  });

  it('d: allows one storage for a directory, in all namespaces', async () => {
    const { create, source } = setup([
      storage('s3', { storage: s3('b', { prefix: 'p', endpoint: 'https://one' }) }, 'prod'),
      storage('gcs', { storage: { provider: 'gcs', gcs: { bucket: 'b', prefix: 'p' } } }),
      storage('azure', { storage: { provider: 'azure', azure: { storageAccount: 's', container: 'c', prefix: 'p' } } }),
      storage('local', { storage: local }),
    ]);
    const message = 'no two BackupStorage should point to the same directory of the same bucket';
    await refused(create('x', { storage: s3('b', { prefix: 'p/', endpoint: 'https://another' }) }), message);
    await create('x', { storage: s3('b', { prefix: '/p' }) });
    await create('x', { storage: s3('b', { prefix: 'p', region: '' }) });
    await refused(
      create('x', { storage: { provider: 'gcs', gcs: { bucket: 'b', prefix: 'p', secretName: 's' } } }),
      message,
    );
    await create('x', { storage: { provider: 'gcs', gcs: { bucket: 'b', prefix: 'p/q' } } });
    const azure = { storageAccount: 's', container: 'c', prefix: 'p' };
    await refused(create('x', { storage: { provider: 'azure', azure } }), message);
    await create('x', { storage: { provider: 'azure', azure: { ...azure, storageAccount: 't' } } });
    await create('x', { storage: local });
    // A storage does not stand in its own way, and what exists already is said to exist.
    const same = storage('s3', { storage: s3('b', { prefix: 'p' }) }, 'prod');
    expect((await errorOf(source.create(BACKUP_STORAGES, same))).code).to.equal('already-exists');
  });

  it('asks the rules in their order', async () => {
    const first = storage('first', { default: true, storage: s3('b') });
    const { create } = setup([first]);
    const spec = { default: true, storage: s3('b'), usagePolicy: { allowedNamespaces: { from: 'Selector' } } };
    await refused(create('x', spec), 'multiple default BackupStorages are not allowed within the same namespace');
    await refused(
      create('x', { ...spec, default: false }),
      'selector cannot be empty for usage policy of type "Selector"',
    );
  });

  it('comes after the schema', async () => {
    const { create } = setup([storage('first', { default: true, storage: local })]);
    expect((await errorOf(create('x', { default: true, deletionPolicy: 'Retain' }))).code).to.equal('invalid');
  });

  it('panics over a usage policy without namespaces', async () => {
    const { create } = setup();
    const error = await errorOf(create('a', { storage: local, usagePolicy: {} }));
    expect(error).to.include({ code: 'internal', status: 500, message: DENIED + PANIC });
  });

  it('panics over a provider without its block, once there is another of it', async () => {
    const { cluster, create, source } = setup();
    await create('a', { storage: { provider: 's3' } });
    cluster.apply(storage('other', { storage: s3('b') }, 'prod'));
    expect((await errorOf(create('a', { storage: { provider: 's3' } }))).message).to.equal(DENIED + PANIC);
    await create('a', { storage: { provider: 'gcs' } });
    // Stored once, it breaks every later write of that provider.
    cluster.apply(storage('broken', { storage: { provider: 's3' } }));
    expect((await errorOf(create('fine', { storage: s3('fine') }))).message).to.equal(DENIED + PANIC);
    const key = { namespace: 'prod', name: 'other' };
    const patch = source.patch(BACKUP_STORAGES, key, { metadata: { labels: { a: 'b' } } }, { type: 'merge' });
    expect((await errorOf(patch)).message).to.equal(DENIED + PANIC);
    await create('fine', { storage: { provider: 'gcs', gcs: { bucket: 'b' } } });
  });

  it('is asked about BackupStorages only, and never about deletions', async () => {
    const { cluster, source } = setup([storage('a')]);
    cluster.faults.webhookDown = true;
    await source.create(SECRETS, secret('s', {}));
    expect(await source.delete(BACKUP_STORAGES, { namespace: 'demo', name: 'a' })).to.deep.equal({ outcome: 'gone' });
  });

  it('is a 500 while the operator is down', async () => {
    const { cluster, create } = setup();
    cluster.faults.webhookDown = true;
    const error = await errorOf(create('a', { storage: local }));
    expect(error).to.include({ code: 'internal', status: 500, reason: 'InternalError', admission: false });
    expect(error.message).to.match(
      /^Internal error occurred: failed calling webhook "mbackupstorage.kb.io": failed to call webhook: Post "https:/,
    );
    cluster.faults.webhookDown = false;
    await create('a', { storage: local });
  });

  it('can be switched off, as can the other', async () => {
    const first = storage('first', { default: true, storage: local });
    const both = setup([first], { webhooks: false });
    const { object } = await both.create('second', { default: true, storage: s3('b/') });
    expect(object.spec).to.deep.equal({ default: true, deletionPolicy: 'Delete', storage: s3('b/') });
    const noMutating = setup([first], { webhooks: { mutating: false } });
    await refused(
      noMutating.create('second', { default: true, storage: local }),
      'multiple default BackupStorages are not allowed within the same namespace',
    );
    noMutating.cluster.faults.webhookDown = true;
    expect((await errorOf(noMutating.create('second', {}))).message).to.contain(
      'failed calling webhook "vbackupstorage.kb.io"',
    );
    const noValidating = setup([first], { webhooks: { validating: false } });
    expect((await noValidating.create('second', { default: true })).object.spec?.runtimeSettings).to.deep.equal({});
  });
});
