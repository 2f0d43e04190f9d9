/** Every state of the detail page with its words and its way on, and the races between what is asked and what comes. */
import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import type { BackupStorageDetail } from '../../src/elements/backupstorage-detail/backupstorage-detail.js';
import { BACKUP_STORAGES } from '../../src/model/resources.js';
import type { BackupStorage } from '../../src/model/types.js';
import { SAMPLE_TIME } from '../../src/samples/index.js';
import { detailOf, factsOf, settled } from './detail-support.js';
import { button, mount, nextEvent, rootOf, sampleCluster, seenText, tableRows, until } from './support.js';

const KEY = { namespace: 'demo', name: 'minio-lab' };
const textOf = (detail: BackupStorageDetail) => seenText(rootOf(detail));
const says = (detail: BackupStorageDetail, words: string) => until(() => textOf(detail).includes(words), words);
const isStorage = ({ type }: { type?: { resource: string } }) => type?.resource === 'backupstorages';

describe('<backupstorage-detail>: states', () => {
  before(() => setViewport({ width: 1280, height: 900 }));

  // Before anything else on this page opens the tab.
  it('has loaded no editor before the manifest is asked for', async () => {
    // WebKit keeps no more than 250, and the elements alone are that many modules here.
    performance.setResourceTimingBufferSize(5_000);
    const loaded = () => performance.getEntriesByType('resource').map(({ name }) => name);
    // The browser keeps a few hundred entries only, and the tests are many modules.
    performance.clearResourceTimings();
    const isEditor = (name: string) => /manifest-tab|codemirror/.test(name);
    const detail = await settled(await detailOf(sampleCluster(), 'demo/minio-lab'));
    expect(loaded().filter(isEditor)).to.deep.equal([]);
    detail.tab = 'manifest';
    await until(() => rootOf(detail).querySelector('.cm-content'), 'the editor', 10_000);
    expect(loaded().filter(isEditor)).not.to.be.empty;
  });

  it('loading: a skeleton that says so, and is accessible', async () => {
    const cluster = sampleCluster();
    const held = cluster.faults.hold();
    const detail = await detailOf(cluster, 'demo/minio-lab');
    expect(rootOf(detail).querySelector('.skeleton[role=status]')!.textContent).to.contain('Loading…');
    expect(detail.matches(':state(loading)')).to.equal(true);
    await expect(detail).to.be.accessible();
    held.release();
    await settled(detail);
    expect(detail.matches(':state(loading)')).to.equal(false);
  });

  it('not found: the way back to the list, and another look', async () => {
    const detail = await detailOf(sampleCluster(), 'demo/nobody', { listHref: '/storages' });
    await says(detail, 'There is no BackupStorage nobody');
    expect(textOf(detail)).to.contain('The namespace demo has none of this name.');
    expect(button(rootOf(detail), 'All storages')!.getAttribute('href')).to.equal('/storages');
    expect(button(rootOf(detail), 'Retry')).not.to.equal(undefined);
    expect(detail.matches(':state(missing)')).to.equal(true);
    await expect(detail).to.be.accessible();
  });

  it('deleted: said at once, with the focus kept and a way on', async () => {
    const cluster = sampleCluster();
    const detail = await settled(await detailOf(cluster, 'demo/minio-lab', { listHref: '/storages' }));
    const deleted = nextEvent(detail, 'backupstorage-deleted');
    button(rootOf(detail), 'Check keys')!.focus();
    cluster.remove(BACKUP_STORAGES, KEY);
    expect(await deleted).to.include(KEY);
    await says(detail, 'minio-lab has been deleted');
    expect(rootOf(detail).activeElement?.getAttribute('part')).to.equal('state-heading');
    expect(button(rootOf(detail), 'All storages')).not.to.equal(undefined);
    await expect(detail).to.be.accessible();
  });

  it('deleted while its manifest is open', async () => {
    const cluster = sampleCluster();
    const detail = await detailOf(cluster, 'demo/minio-lab', { tab: 'manifest' });
    await until(() => rootOf(detail).querySelector('.editor'), 'the manifest', 10_000);
    cluster.remove(BACKUP_STORAGES, KEY);
    await says(detail, 'minio-lab has been deleted');
    expect(rootOf(detail).querySelector('.editor')).to.equal(null);
  });

  it('forbidden: in the server’s words', async () => {
    const detail = await detailOf(sampleCluster({ rules: [] }), 'demo/minio-lab', { listHref: '/storages' });
    await says(detail, 'You may not read this BackupStorage');
    expect(textOf(detail)).to.contain('cannot list resource "backupstorages"');
    expect(button(rootOf(detail), 'All storages')).not.to.equal(undefined);
    await expect(detail).to.be.accessible();
  });

  it('not installed', async () => {
    const cluster = sampleCluster();
    const undo = cluster.faults.uninstall(BACKUP_STORAGES);
    const detail = await detailOf(cluster, 'demo/minio-lab');
    await says(detail, 'KubeStash is not installed in this cluster');
    undo();
    button(rootOf(detail), 'Retry')!.click();
    await settled(detail);
  });

  it('unreachable, with Retry', async () => {
    const cluster = sampleCluster();
    cluster.faults.offline = true;
    const detail = await detailOf(cluster, 'demo/minio-lab');
    await says(detail, 'The cluster cannot be reached');
    cluster.faults.clear();
    button(rootOf(detail), 'Retry')!.click();
    await settled(detail);
  });

  it('signed out before anything came, with the host’s way on', async () => {
    const cluster = sampleCluster();
    cluster.faults.authExpired = true;
    const detail = await detailOf(cluster, 'demo/minio-lab');
    detail.innerHTML = '<a slot="error" href="/login">Sign in</a>';
    await says(detail, 'Signed out');
    await says(detail, 'Sign in again to see the storages.');
    await says(detail, 'Sign in');
    cluster.faults.clear();
    cluster.faults.authExpired = false;
    button(rootOf(detail), 'Retry')!.click();
    await settled(detail);
  });

  it('signed out while it is shown: what is there stays, and says from when it is', async () => {
    const cluster = sampleCluster();
    const detail = await settled(await detailOf(cluster, 'demo/minio-lab'));
    cluster.faults.authExpired = true;
    cluster.faults.cutWatches();
    await says(detail, 'Your session ended. What you see is from');
    await until(() => detail.matches(':state(stale)'));
    expect(factsOf(detail)['Name']).to.equal('minio-lab');
    // Once, and not above each table again.
    await until(() => textOf(detail).split('Your session ended.').length === 2);
  });

  it('stale: what is there stays, and says from when it is', async () => {
    const cluster = sampleCluster();
    let now = SAMPLE_TIME;
    const detail = await settled(await detailOf(cluster, 'demo/minio-lab', { now: () => now }));
    cluster.faults.offline = true;
    cluster.faults.cutWatches();
    now = Date.now() + 60_000;
    await until(() => {
      detail.requestUpdate();
      return textOf(detail).includes('Reconnecting. What you see is from');
    });
    await until(() => detail.matches(':state(stale)'));
    expect(factsOf(detail)['Name']).to.equal('minio-lab');
    await expect(detail).to.be.accessible();
    cluster.faults.clear();
  });

  it('no data source', async () => {
    const detail = await mount<BackupStorageDetail>('backupstorage-detail', KEY);
    await says(detail, 'No data source');
    await expect(detail).to.be.accessible();
  });
});

describe('<backupstorage-detail>: races', () => {
  it('says that another storage of the same name has come, and forgets the first one', async () => {
    const cluster = sampleCluster();
    const detail = await settled(await detailOf(cluster, 'demo/minio-lab'));
    button(rootOf(detail), 'Check keys')!.click();
    await says(detail, 'It has the keys');
    const first = cluster.get<BackupStorage>(BACKUP_STORAGES, KEY)!;
    cluster.apply({ ...first, metadata: { ...first.metadata, uid: 'another' } });
    await says(detail, 'This is another storage of the name minio-lab');
    expect(factsOf(detail)['UID']).to.equal('another');
    expect(textOf(detail)).not.to.contain('It has the keys');
    await expect(detail).to.be.accessible();
    button(rootOf(detail), 'OK')!.click();
    await until(() => !textOf(detail).includes('This is another storage'));
  });

  it('says so, too, when there was none for a while', async () => {
    const cluster = sampleCluster();
    const detail = await settled(await detailOf(cluster, 'demo/minio-lab'));
    const first = cluster.get<BackupStorage>(BACKUP_STORAGES, KEY)!;
    cluster.remove(BACKUP_STORAGES, KEY);
    await says(detail, 'minio-lab has been deleted');
    cluster.apply({ ...first, metadata: { ...first.metadata, uid: 'another' } });
    await says(detail, 'This is another storage of the name minio-lab');
    expect(factsOf(detail)['UID']).to.equal('another');
  });

  it('says nothing of the kind when another storage is asked for', async () => {
    const detail = await settled(await detailOf(sampleCluster(), 'demo/minio-lab'));
    Object.assign(detail, { namespace: 'backup-system', name: 'aws-primary' });
    await until(() => factsOf(detail)['Name'] === 'aws-primary');
    expect(textOf(detail)).not.to.contain('This is another storage');
  });

  it('never shows the answer to a question that was given up', async () => {
    const cluster = sampleCluster();
    const held = cluster.faults.hold({ when: (request) => isStorage(request) && request.namespace === 'demo' });
    const detail = await detailOf(cluster, 'demo/minio-lab');
    await until(() => held.waiting > 0);
    Object.assign(detail, { namespace: 'prod', name: 'irsa-archive' });
    await settled(detail);
    held.release();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(factsOf(detail)['Name']).to.equal('irsa-archive');
    expect(tableRows(rootOf(detail), 'Repositories').map(([name]) => name)).to.deep.equal(['orders-pg-irsa-repo']);
  });

  it('never shows the manifest of a storage that was left', async () => {
    const cluster = sampleCluster();
    const held = cluster.faults.hold({
      when: (request) => isStorage(request) && request.verb === 'get' && request.name === 'minio-lab',
    });
    const detail = await detailOf(cluster, 'demo/minio-lab', { tab: 'manifest' });
    await until(() => held.waiting === 1);
    Object.assign(detail, { namespace: 'prod', name: 'irsa-archive' });
    const text = () => rootOf(detail).querySelector('.editor')?.textContent ?? '';
    await until(
      () => text().includes('name: irsa-archive') || rootOf(detail).querySelector('textarea'),
      'manifest',
      10_000,
    );
    held.release();
    await until(() => text().includes('name: irsa-archive'), 'the other manifest', 10_000);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(text()).not.to.contain('minio-lab');
  });

  it('takes a time in the future for now', async () => {
    const cluster = sampleCluster();
    const first = cluster.get<BackupStorage>(BACKUP_STORAGES, KEY)!;
    const soon = new Date(SAMPLE_TIME + 90_000).toISOString().replace('.000Z', 'Z');
    cluster.apply({
      ...first,
      metadata: { ...first.metadata, creationTimestamp: soon },
      status: {
        ...first.status,
        conditions: [{ type: 'BackendInitialized', status: 'True', lastTransitionTime: soon }],
      },
    });
    const detail = await settled(await detailOf(cluster, 'demo/minio-lab'));
    expect(factsOf(detail)['Age']).to.equal('0s');
    expect(seenText(rootOf(detail).querySelector('[part=condition]')!)).to.equal('BackendInitialized True 0s');
  });
});
