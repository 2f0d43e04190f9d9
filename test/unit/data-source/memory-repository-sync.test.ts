import { expect } from 'chai';
import { MemoryCluster } from '../../../src/data-source/memory/index.js';
import { BACKUP_STORAGES, REPOSITORIES } from '../../../src/model/resources.js';
import type { BackupStorage, Repository } from '../../../src/model/types.js';
import { sampleObjects } from '../../../src/samples/index.js';
import { FakeTime } from './memory-helpers.js';

const LAB = { namespace: 'demo', name: 'minio-lab' };
const repository = (name: string, status?: Repository['status']): Repository => ({
  apiVersion: 'storage.kubestash.com/v1alpha1',
  kind: 'Repository',
  metadata: { name, namespace: 'demo' },
  spec: { storageRef: { name: 'minio-lab' }, path: `/demo/${name}`, appRef: { name: 'db', namespace: 'demo' } },
  ...(status === undefined ? {} : { status }),
});

describe('memory cluster: repositories', () => {
  function setup() {
    const time = new FakeTime();
    const cluster = new MemoryCluster({ objects: sampleObjects(), ...time });
    const lab = () => cluster.get<BackupStorage>(BACKUP_STORAGES, LAB)!;
    const listed = () => lab().status?.repositories?.map(({ name }) => name) ?? [];
    return { time, cluster, source: cluster.dataSource(), lab, listed };
  }

  it('become Ready and are listed by their storage, after a while', async () => {
    const { time, cluster, source, listed } = setup();
    await source.create(REPOSITORIES, repository('new-repo'));
    expect(listed()).to.deep.equal(['sample-sts-repo', 'sample-vs-repo']);
    time.advance(1_500);
    expect(listed()).to.deep.equal(['sample-sts-repo', 'sample-vs-repo', 'new-repo']);
    const made = cluster.get<Repository>(REPOSITORIES, { namespace: 'demo', name: 'new-repo' })!;
    expect(made.status?.phase).to.equal('Ready');
    expect(made.status?.conditions?.map(({ type, status }) => [type, status])).to.deep.equal([
      ['RepositoryInitialized', 'True'],
    ]);
    expect(time.pending).to.equal(0);
  });

  it('count into the total size of their storage', () => {
    const { time, cluster, lab } = setup();
    cluster.apply(repository('big-repo', { phase: 'Ready', size: '1.000 GiB' }));
    time.advance(1_500);
    expect(lab().status?.totalSize).to.equal('1.012 GiB');
    expect(lab().status?.repositories?.at(-1)).to.deep.equal({
      name: 'big-repo',
      namespace: 'demo',
      path: '/demo/big-repo',
      size: '1.000 GiB',
      synced: true,
    });
  });

  it('that are deleted are not listed any more, and the last one frees the storage', async () => {
    const { time, source, lab, listed } = setup();
    await source.delete(REPOSITORIES, { namespace: 'demo', name: 'sample-sts-repo' });
    time.advance(1_500);
    expect(listed()).to.deep.equal(['sample-vs-repo']);
    await source.delete(REPOSITORIES, { namespace: 'demo', name: 'sample-vs-repo' });
    time.advance(1_500);
    expect(lab().status).to.not.have.any.keys('repositories', 'totalSize');
  });

  it('that were seeded stay as they are, listed or not', () => {
    const { time, listed } = setup();
    time.advance(60_000);
    expect(listed()).to.deep.equal(['sample-sts-repo', 'sample-vs-repo']);
  });

  it('of a storage that is not Ready wait', async () => {
    const { time, cluster, source } = setup();
    const waiting = repository('waiting-repo');
    await source.create(REPOSITORIES, { ...waiting, spec: { ...waiting.spec, storageRef: { name: 'legacy-b2' } } });
    time.advance(10_000);
    expect(cluster.get<Repository>(REPOSITORIES, { namespace: 'demo', name: 'waiting-repo' })?.status).to.equal(
      undefined,
    );
  });

  it('are left alone when the operator is switched off or gone', async () => {
    const time = new FakeTime();
    const off = new MemoryCluster({ objects: sampleObjects(), ...time, operator: false });
    off.apply(repository('new-repo'));
    const gone = new MemoryCluster({ objects: sampleObjects(), ...time });
    gone.apply(repository('new-repo'));
    gone.dispose();
    time.advance(60_000);
    for (const cluster of [off, gone])
      expect(cluster.get<BackupStorage>(BACKUP_STORAGES, LAB)?.status?.repositories).to.have.lengthOf(2);
  });
});
