import { expect } from '@open-wc/testing';
import '../../src/define/backupstorage-detail.js';
import type { MemoryCluster } from '../../src/data-source/memory/index.js';
import type { BackupStorageDetail } from '../../src/elements/backupstorage-detail/backupstorage-detail.js';
import { BACKUP_STORAGES } from '../../src/model/resources.js';
import type { BackupStorage } from '../../src/model/types.js';
import { button, control, mount, nextEvent, rootOf, sampleCluster, seenText, type, until } from './support.js';

async function detailOf(
  namespace: string,
  name: string,
  cluster: MemoryCluster = sampleCluster(),
  properties: Partial<BackupStorageDetail> = {},
) {
  const detail = await mount<BackupStorageDetail>('backupstorage-detail', {
    dataSource: cluster.dataSource(),
    namespace,
    name,
    ...properties,
  });
  await until(() => seenText(rootOf(detail)).includes(name), 'the page');
  return detail;
}

const press = async (detail: BackupStorageDetail, name: string) =>
  (await until(() => button(rootOf(detail), name), name)).click();

async function openGroup(detail: BackupStorageDetail, title: string) {
  const find = () =>
    [...rootOf(detail).querySelectorAll<HTMLDetailsElement>('.edit-form details')].find((one) =>
      seenText(one.querySelector('summary')!).startsWith(title),
    );
  const details = await until(find, title);
  if (!details.open) details.querySelector('summary')!.click();
  await until(() => find()?.querySelector('.details-body'), `${title}, open`);
}

describe('<backupstorage-detail>: what can be done', () => {
  it('edits what may be changed through the form, and sends only that', async () => {
    const cluster = sampleCluster();
    const detail = await detailOf('demo', 'minio-lab', cluster);
    const before = cluster.get<BackupStorage>(BACKUP_STORAGES, { namespace: 'demo', name: 'minio-lab' })!;
    await press(detail, 'Edit');
    await until(() => control(rootOf(detail), 'Deletion Policy'), 'the form');
    expect(control(rootOf(detail), 'Name'), 'the name stays').to.equal(undefined);
    expect(button(rootOf(detail), 'Save')!.getAttribute('aria-disabled')).to.equal('true');
    type(control(rootOf(detail), 'Deletion Policy'), 'WipeOut');
    await openGroup(detail, 'Usage Policy');
    type(control(rootOf(detail), 'Allowed Namespaces'), 'All');
    await until(() => button(rootOf(detail), 'Save')?.getAttribute('aria-disabled') === null, 'Save');
    await expect(detail).to.be.accessible();
    const updated = nextEvent(detail, 'backupstorage-updated');
    await press(detail, 'Save');
    expect((await updated).object.metadata!.name).to.equal('minio-lab');
    const after = cluster.get<BackupStorage>(BACKUP_STORAGES, { namespace: 'demo', name: 'minio-lab' })!;
    expect(after.spec!.deletionPolicy).to.equal('WipeOut');
    expect(after.spec!.usagePolicy).to.deep.equal({ allowedNamespaces: { from: 'All' } });
    expect(after.spec!.storage).to.deep.equal(before.spec!.storage);
    expect(after.metadata!.annotations).to.deep.equal(before.metadata!.annotations);
  });

  it('leaves the backend of a storage in use as it is, and says why', async () => {
    const detail = await detailOf('backup-system', 'aws-primary');
    await press(detail, 'Edit');
    await until(() => control(rootOf(detail), 'Deletion Policy'), 'the form');
    expect(seenText(rootOf(detail))).to.contain('BackupStorage is currently in use and cannot be modified');
    expect(control(rootOf(detail), 'Bucket')).to.equal(undefined);
    await press(detail, 'Cancel');
    await until(() => !control(rootOf(detail), 'Deletion Policy'), 'closed');
  });

  it('deletes after it has said what that means, and follows until it is gone', async () => {
    const cluster = sampleCluster();
    const detail = await detailOf('demo', 'local-pvc', cluster);
    await press(detail, 'Delete');
    const dialog = await until(() => rootOf(detail).querySelector<HTMLDialogElement>('dialog[open]'), 'the dialog');
    expect(seenText(dialog)).to.contain('local-pvc');
    const gone = nextEvent(detail, 'backupstorage-deleted');
    await until(() => dialog.querySelector<HTMLButtonElement>('[part~=confirm]'), 'the confirmation').then((confirm) =>
      confirm.click(),
    );
    await gone;
    expect(cluster.get(BACKUP_STORAGES, { namespace: 'demo', name: 'local-pvc' })).to.equal(undefined);
  });

  it('shows what the user may not do with the reason, and nothing where the page is only to be read', async () => {
    const cluster = sampleCluster({ rules: [{ resources: ['*'], verbs: ['get', 'list', 'watch'] }] });
    const detail = await detailOf('demo', 'minio-lab', cluster);
    const remove = await until(() => button(rootOf(detail), 'Delete'), 'Delete');
    await until(() => remove.getAttribute('aria-disabled') === 'true', 'not allowed');
    const reason = rootOf(detail).getElementById(remove.getAttribute('aria-describedby')!)!;
    expect(seenText(reason)).to.contain('delete');
    const reader = await detailOf('demo', 'minio-lab', sampleCluster(), { readonly: true });
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(button(rootOf(reader), 'Delete')).to.equal(undefined);
  });
});
