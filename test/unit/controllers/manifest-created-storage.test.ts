import { expect } from 'chai';
import { CreatedStorage } from '../../../src/controllers/manifest/created-storage.js';
import { MemoryCluster, type MemoryClusterOptions } from '../../../src/data-source/memory/index.js';
import { BACKUP_STORAGES } from '../../../src/model/resources.js';
import type { BackupStorage } from '../../../src/model/types.js';
import { NAMESPACE, SECRET, STORAGE } from '../manifest/plan-helpers.js';
import { FakeHost } from './fake-host.js';

async function until(find: () => boolean, what: () => unknown = () => find): Promise<void> {
  for (let turn = 0; turn < 300; turn++) {
    if (find()) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(`Never came: ${String(what())}`);
}

async function followed(options: MemoryClusterOptions = {}) {
  const cluster = new MemoryCluster({ objects: [NAMESPACE, SECRET], operator: { delayMs: 20 }, ...options });
  const host = new FakeHost();
  const follower = new CreatedStorage(host);
  const admin = cluster.dataSource({ rules: [{ verbs: ['*'], resources: ['*'] }] });
  const { object } = await admin.create(BACKUP_STORAGES, STORAGE);
  host.connect();
  const source = cluster.dataSource();
  const follow = () => follower.follow(source, object);
  follow();
  return { cluster, host, follower, source, follow };
}

describe('a storage that was created', () => {
  it('is followed until it is ready, and no longer', async () => {
    const { cluster, follower, follow } = await followed();
    expect(follower.state).to.equal('settling');
    await until(() => follower.state === 'ready');
    expect(follower.status!.label).to.equal('Ready');
    follow();
    expect(follower.state).to.equal('ready');
    // Nobody listens any more: what becomes of it is told elsewhere.
    const stored = cluster.get(BACKUP_STORAGES, { namespace: 'demo', name: 's3' })!;
    cluster.apply({ ...stored, status: { phase: 'NotReady' } } as BackupStorage);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(follower.status!.label).to.equal('Ready');
  });

  it('is followed on while it is not ready, with the operator’s reason', async () => {
    const probe = () => 'AccessDenied: cannot write';
    const { cluster, follower } = await followed({ operator: { delayMs: 5, probe } });
    await until(() => follower.state === 'not-ready');
    expect(follower.status!.reason).to.contain('AccessDenied');
    const healed = { ...cluster.get(BACKUP_STORAGES, { namespace: 'demo', name: 's3' })!, status: { phase: 'Ready' } };
    cluster.apply(healed as BackupStorage);
    await until(() => follower.state === 'ready');
  });

  it('is still settling while it is NotReady and nothing has failed', async () => {
    const { cluster, follower } = await followed({ operator: false });
    const stored = cluster.get(BACKUP_STORAGES, { namespace: 'demo', name: 's3' })!;
    cluster.apply({ ...stored, status: { phase: 'NotReady' } } as BackupStorage);
    await until(() => follower.status?.label === 'NotReady');
    expect(follower.state).to.equal('settling');
    const conditions = [{ type: 'BackendInitialized', status: 'False', reason: 'Failed', message: 'no bucket' }];
    cluster.apply({ ...stored, status: { phase: 'NotReady', conditions } } as BackupStorage);
    await until(() => follower.state === 'not-ready');
  });

  it('may be deleted meanwhile', async () => {
    const { cluster, follower } = await followed({ operator: false });
    await until(() => follower.state === 'settling');
    await new Promise((resolve) => setTimeout(resolve, 50));
    await cluster.dataSource().delete(BACKUP_STORAGES, { namespace: 'demo', name: 's3' });
    await until(
      () => follower.state === 'deleted',
      () => follower.state,
    );
  });

  it('may be one that its creator may not read', async () => {
    const { follower } = await followed({ rules: [{ resources: ['*'], verbs: ['create'] }] });
    await until(() => follower.state === 'denied');
  });

  it('is out of reach when the network is', async () => {
    const { cluster, follower } = await followed({ operator: false });
    cluster.faults.offline = true;
    cluster.faults.cutWatches();
    await until(
      () => follower.state === 'unreachable',
      () => follower.state,
    );
  });

  it('is not followed when it is of another kind, or when there is none', async () => {
    const follower = new CreatedStorage(new FakeHost());
    const cluster = new MemoryCluster();
    follower.follow(cluster.dataSource(), { kind: 'Other', apiVersion: 'x/v1', metadata: { name: 'a' } });
    expect(follower.state).to.equal('other');
    follower.follow(cluster.dataSource(), undefined);
    expect(follower.state).to.equal('other');
  });
});
