/** BackupBatches, the other invoker, wherever the detail page speaks of who uses a storage. */
import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import type { MemoryClusterOptions } from '../../src/data-source/memory/index.js';
import type { BackupStorageDetail } from '../../src/elements/backupstorage-detail/backupstorage-detail.js';
import { RESOURCE_TYPES } from '../../src/model/resources.js';
import { sampleObjects } from '../../src/samples/index.js';
import { SHOP_BATCH, SHOP_REPOSITORY } from '../fixtures/batch.js';
import { detailOf, settled } from './detail-support.js';
import { button, rootOf, sampleCluster, seenText, tableRows, until } from './support.js';

const OBJECTS = [...sampleObjects(), SHOP_BATCH, SHOP_REPOSITORY];
const REFUSED: MemoryClusterOptions = {
  objects: OBJECTS,
  rules: [
    {
      verbs: ['*'],
      resources: ['backupstorages', 'repositories', 'backupconfigurations', 'namespaces', 'secrets'],
    },
  ],
};
const NOT_SERVED: MemoryClusterOptions = { types: RESOURCE_TYPES.filter(({ kind }) => kind !== 'BackupBatch') };

const textOf = (detail: BackupStorageDetail) => seenText(rootOf(detail));
const rowOf = (detail: BackupStorageDetail, table: string, name: string) =>
  tableRows(rootOf(detail), table).find(([first]) => first === name);

async function shown(options: MemoryClusterOptions, key = 'demo/minio-lab') {
  return settled(
    await detailOf(sampleCluster(options), key, { backupConfigurationHref: '#/configurations/{namespace}/{name}' }),
  );
}

async function askedToDelete(detail: BackupStorageDetail): Promise<HTMLElement> {
  (await until(() => button(rootOf(detail), 'Delete'), 'Delete')).click();
  const dialog = await until(() => rootOf(detail).querySelector<HTMLElement>('#delete-storage[open]'), 'the dialog');
  await until(() => seenText(dialog).includes('2 BackupConfigurations store here'), 'who stores here');
  return dialog;
}

describe('<backupstorage-detail>: BackupBatches', () => {
  before(() => setViewport({ width: 1280, height: 900 }));

  it('are rows among the BackupConfigurations, with those targets that store here, and without a link', async () => {
    const detail = await shown({ objects: OBJECTS });
    const row = await until(() => rowOf(detail, 'BackupConfigurations', 'shop'), 'the row of the BackupBatch');
    expect(row).to.deep.equal([
      'shop',
      'demo',
      '0 2 * * *',
      'MySQL demo/shop-db',
      'nightly',
      'BackupBatch',
      '—',
      'No',
      'Ready',
    ]);
    const links = [...rootOf(detail).querySelectorAll('[part~=configurations] a')].map(seenText);
    expect(links).to.include('waiting-backup').and.not.include('shop');
    const other = await shown({ objects: OBJECTS }, 'backup-system/aws-primary');
    const web = await until(() => rowOf(other, 'BackupConfigurations', 'shop'), 'the row of its other target');
    expect(web.slice(3, 6)).to.deep.equal(['Deployment demo/shop-web', 'nightly', 'BackupBatch']);
  });

  it('give their Repositories the retention policy', async () => {
    const detail = await shown({ objects: OBJECTS });
    await until(() => rowOf(detail, 'Repositories', 'shop-db-repo')?.[5] === 'demo/keep-last-5', 'the policy');
  });

  it('are counted before a deletion', async () => {
    const dialog = await askedToDelete(await shown({ objects: OBJECTS }));
    await until(() => seenText(dialog).includes('1 BackupBatch stores here. It is not deleted'), 'the BackupBatch');
    const lists = [...dialog.querySelectorAll('.dependents')].map((list) => [...list.children].map(seenText));
    expect(lists).to.deep.equal([['demo/sample-sts-backup', 'demo/waiting-backup'], ['demo/shop']]);
  });

  it('that may not be listed are missed, on the page and before a deletion', async () => {
    const detail = await shown(REFUSED);
    await until(() => textOf(detail).includes('You may not list BackupBatches.'), 'the words');
    expect(rowOf(detail, 'BackupConfigurations', 'shop')).to.equal(undefined);
    expect(rowOf(detail, 'Repositories', 'shop-db-repo')?.[5]).to.equal('—');
    const dialog = await askedToDelete(detail);
    await until(() => seenText(dialog).includes('You may not list BackupBatches.'), 'the words in the dialog');
  });

  it('are not spoken of where there are none, or nobody serves them', async () => {
    for (const options of [{}, NOT_SERVED]) {
      const detail = await shown(options);
      const dialog = await askedToDelete(detail);
      await until(() => seenText(dialog).includes('Delete the Secret'), 'all that is asked for');
      expect(textOf(detail)).not.to.include('BackupBatch');
      detail.remove();
    }
  });
});
