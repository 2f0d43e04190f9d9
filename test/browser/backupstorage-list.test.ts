import { expect } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import '../../src/define/backupstorage-list.js';
import { MemoryCluster } from '../../src/data-source/memory/index.js';
import type { BackupStorageList } from '../../src/elements/backupstorage-list/backupstorage-list.js';
import { BACKUP_STORAGES } from '../../src/model/resources.js';
import type { BackupStorage } from '../../src/model/types.js';
import { SAMPLE_TIME } from '../../src/samples/index.js';
import { LIST_HEADS, LIST_ROWS, sorted } from '../fixtures/rows.js';
import { focused } from './list-support.js';
import {
  button,
  control,
  mount,
  nextEvent,
  rootOf,
  sampleCluster,
  seenText,
  tableHeads,
  tableRows,
  type,
  until,
} from './support.js';

const TABLE = 'BackupStorages';
const WIDE = { width: 1280, height: 900 };

const rowsOf = (list: BackupStorageList) => tableRows(rootOf(list), TABLE);
const namesOf = (list: BackupStorageList) => rowsOf(list).map(([name]) => name);

async function listOf(cluster: MemoryCluster, properties: Partial<BackupStorageList> = {}) {
  return mount<BackupStorageList>('backupstorage-list', { dataSource: cluster.dataSource(), ...properties });
}

async function loaded(cluster = sampleCluster(), properties: Partial<BackupStorageList> = {}) {
  const list = await listOf(cluster, properties);
  await until(() => rowsOf(list).length > 0, 'rows');
  return list;
}

function storage(name: string, namespace = 'demo', extra: Partial<BackupStorage> = {}): BackupStorage {
  return {
    apiVersion: 'storage.kubestash.com/v1alpha1',
    kind: 'BackupStorage',
    metadata: { name, namespace },
    spec: { storage: { provider: 'local', local: { mountPath: '/data', emptyDir: {} } } },
    ...extra,
  };
}

describe('<backupstorage-list>', () => {
  before(() => setViewport(WIDE));

  describe('with the sample cluster', () => {
    it('has the seven columns of the guide', async () => {
      expect(tableHeads(rootOf(await loaded()), TABLE)).to.deep.equal(LIST_HEADS);
    });

    it('shows exactly the rows of the acceptance table', async () => {
      expect(sorted(rowsOf(await loaded()))).to.deep.equal(sorted(LIST_ROWS));
    });

    it('is accessible, and so is the empty, the filtered and the forbidden one', async () => {
      await expect(await loaded()).to.be.accessible();
      const filtered = await loaded();
      type(control(rootOf(filtered), 'Filter'), 'nothing at all');
      await until(() => seenText(rootOf(filtered)).includes('No storage matches'));
      await expect(filtered).to.be.accessible();
      const empty = await listOf(new MemoryCluster());
      await until(() => seenText(rootOf(empty)).includes('No storages yet'));
      await expect(empty).to.be.accessible();
      const forbidden = await listOf(sampleCluster({ rules: [] }));
      await until(() => seenText(rootOf(forbidden)).includes('You may not list'));
      await expect(forbidden).to.be.accessible();
    });

    it('sorts sizes as numbers, unknown ones last in either direction', async () => {
      const list = await loaded();
      const sizes = () => rowsOf(list).map((row) => row[3]);
      button(rootOf(list), 'Size')!.click();
      await until(() => sizes()[0] === '1024 B');
      expect(sizes().filter((size) => size !== '—')).to.deep.equal([
        '1024 B',
        '12.222 MiB',
        '204.800 MiB',
        '827.454 MiB',
        '3.500 GiB',
        '39.902 GiB',
        '43.367 GiB',
        '2.676 TiB',
      ]);
      expect(sizes().at(-1)).to.equal('—');
      button(rootOf(list), 'Size')!.click();
      await until(() => sizes()[0] === '2.676 TiB');
      expect(sizes().at(-1)).to.equal('—');
    });

    it('tells which column is sorted, and announces it', async () => {
      const list = await loaded();
      const head = (name: string) => button(rootOf(list), name)!.closest('th')!;
      expect(head('Name').getAttribute('aria-sort')).to.equal('ascending');
      const change = nextEvent(list, 'backupstorage-view-change');
      button(rootOf(list), 'Age')!.focus();
      await sendKeys({ press: 'Enter' });
      expect((await change).sort).to.equal('age');
      await list.updateComplete;
      expect(head('Age').getAttribute('aria-sort')).to.equal('ascending');
      expect(head('Name').hasAttribute('aria-sort')).to.equal(false);
      expect(rootOf(list).querySelector('[role=status]:last-child')!.textContent).to.equal('Sorted by Age, ascending');
      expect(namesOf(list)[0]).to.equal('local-pvc');
    });

    it('filters by words, counts what is hidden, and clears', async () => {
      const list = await loaded();
      type(control(rootOf(list), 'Filter'), 'azure ready');
      await until(() => rowsOf(list).length === 3);
      expect(namesOf(list)).to.deep.equal(['azure-dr', 'azure-finance', 'azure-wi']);
      expect(seenText(rootOf(list))).to.contain('3 storages, 11 hidden by filter');
      type(control(rootOf(list), 'Filter'), 'zzz');
      await until(() => seenText(rootOf(list)).includes('Nothing here contains “zzz”'));
      button(rootOf(list), 'Clear filter')!.click();
      await until(() => rowsOf(list).length === 14);
      expect(rootOf(list).activeElement).to.equal(control(rootOf(list), 'Filter'));
    });

    it('offers the namespaces, shows one, and tells the host', async () => {
      const list = await loaded();
      const select = control<HTMLSelectElement>(rootOf(list), 'Select Namespace')!;
      await until(() => select.options.length === 7);
      expect([...select.options].map((option) => option.value)).to.deep.equal([
        '',
        'analytics',
        'backup-system',
        'demo',
        'edge',
        'prod',
        'staging',
      ]);
      const change = nextEvent(list, 'backupstorage-namespace-change');
      type(select, 'demo');
      expect((await change).namespace).to.equal('demo');
      await until(() => rowsOf(list).length === 3);
      expect(namesOf(list)).to.deep.equal(['legacy-b2', 'local-pvc', 'minio-lab']);
    });

    it('shows the columns that are asked for', async () => {
      const list = await loaded();
      list.setAttribute('columns', 'name,status');
      await list.updateComplete;
      expect(tableHeads(rootOf(list), TABLE)).to.deep.equal(['Name', 'Status']);
    });

    it('folds what does not fit under the name, and loses nothing', async () => {
      const list = await loaded();
      list.parentElement!.setAttribute('style', 'width: 380px');
      const [name] = rowsOf(list).map((row) => row[0]!);
      expect(tableHeads(rootOf(list), TABLE).filter(Boolean)).to.deep.equal(['Name', 'Size', 'Status']);
      expect(name).to.equal('aws-primary backup-system · S3 · 4 repositories · 290d');
    });
  });

  describe('where names and the create button lead', () => {
    it('makes names real links that a router can intercept', async () => {
      const list = await loaded(sampleCluster(), { detailHref: '#/s/{namespace}/{name}' });
      const link = button(rootOf(list), 'minio-lab') as unknown as HTMLAnchorElement;
      expect(link.getAttribute('href')).to.equal('#/s/demo/minio-lab');
      list.addEventListener('backupstorage-select', (event) => event.preventDefault());
      const select = nextEvent(list, 'backupstorage-select');
      link.click();
      const { namespace, name, object } = await select;
      expect([namespace, name, object.spec?.storage?.provider]).to.deep.equal(['demo', 'minio-lab', 's3']);
      expect(location.hash).to.equal('');
    });

    it('fires events that a host above a shadow root hears', async () => {
      const list = await loaded();
      const created = nextEvent(document, 'backupstorage-create');
      button(rootOf(list), 'Create New Instance')!.click();
      expect((await created).namespace).to.equal('');
    });

    it('says where the user may not create, to the pointer, the keys and screen readers', async () => {
      const reason = 'You may not create BackupStorages here.';
      const list = await loaded(sampleCluster({ rules: [{ verbs: ['get', 'list', 'watch'], resources: ['*'] }] }));
      const root = rootOf(list);
      const create = await until(() =>
        [...root.querySelectorAll<HTMLButtonElement>('[part=create][aria-disabled=true]')].at(0),
      );
      expect(root.getElementById(create.getAttribute('aria-describedby')!)!.textContent).to.equal(reason);
      let asked = false;
      list.addEventListener('backupstorage-create', () => (asked = true));
      const tip = root.querySelector<HTMLElement>('[part=status-reason]')!;
      button(root, 'Columns')!.focus();
      await sendKeys({ press: 'Tab' });
      expect(root.activeElement === create, focused(list)).to.equal(true);
      await until(() => seenText(tip) === reason, 'the reason');
      await sendKeys({ press: 'Escape' });
      await until(() => !tip.matches(':popover-open'), 'the reason to close');
      await sendKeys({ press: 'Enter' });
      await until(() => tip.matches(':popover-open'), 'the reason at a press');
      expect(asked).to.equal(false);
      await expect(list).to.be.accessible();
    });
  });

  describe('live', () => {
    it('shows what is created, becomes Ready and is deleted, without being asked', async () => {
      const cluster = sampleCluster();
      const source = cluster.dataSource();
      const list = await loaded(cluster);
      await source.create(BACKUP_STORAGES, storage('new-one'));
      await until(() => namesOf(list).includes('new-one'));
      await until(() => rowsOf(list).find(([name]) => name === 'new-one')![5] === 'Ready', 'Ready');
      await source.delete(BACKUP_STORAGES, { namespace: 'demo', name: 'new-one' });
      await until(() => !namesOf(list).includes('new-one'), 'deletion');
    });

    it('lets go of every watch a few seconds after it has left the page', async () => {
      const cluster = sampleCluster();
      const list = await loaded(cluster);
      expect(cluster.openWatches).to.equal(1);
      list.remove();
      await until(() => cluster.openWatches === 0, 'the watch to close', 8_000);
    });

    it('keeps its rows while it reconnects, and says so', async () => {
      const cluster = sampleCluster();
      let now = SAMPLE_TIME;
      const list = await loaded(cluster, { now: () => now });
      cluster.faults.offline = true;
      cluster.faults.cutWatches();
      await until(() => seenText(rootOf(list)).includes('Reconnecting…'));
      now = Date.now() + 60_000;
      list.requestUpdate();
      await until(() => seenText(rootOf(list)).includes('Reconnecting. What you see is from'));
      expect(rowsOf(list)).to.have.lengthOf(14);
      cluster.faults.clear();
    });
  });

  describe('the focus is never lost', () => {
    it('when Retry has helped', async () => {
      const cluster = sampleCluster();
      cluster.faults.offline = true;
      const list = await listOf(cluster);
      const retry = await until(() => button(rootOf(list), 'Retry'));
      cluster.faults.clear();
      retry.focus();
      retry.click();
      await until(() => rowsOf(list).length === 14);
      expect(rootOf(list).activeElement).to.equal(rootOf(list).querySelector('.table-region'));
    });

    it('when the row that has it is deleted: the row stays until it is left', async () => {
      const cluster = sampleCluster();
      const list = await loaded(cluster);
      const link = button(rootOf(list), 'minio-tls')!;
      link.focus();
      await cluster.dataSource().delete(BACKUP_STORAGES, { namespace: 'staging', name: 'minio-tls' });
      await until(() => link.closest('tr')!.classList.contains('gone'), 'deletion');
      expect(link.closest('th')!.textContent).to.contain('deleted');
      expect(rootOf(list).activeElement).to.equal(link);
      await until(() => seenText(rootOf(list)).includes('1 change waits'));
      button(rootOf(list), 'Show')!.click();
      await until(() => !namesOf(list).includes('minio-tls'));
      expect(rootOf(list).activeElement).to.equal(rootOf(list).querySelector('.table-region'));
    });

    it('when the filter is cleared', async () => {
      const list = await listOf(sampleCluster(), { filter: 'nothing' });
      await until(() => seenText(rootOf(list)).includes('No storage matches'));
      const clear = [...rootOf(list).querySelectorAll('button')].find((one) => seenText(one) === 'Clear filter')!;
      clear.focus();
      clear.click();
      await until(() => rowsOf(list).length === 14);
      expect(rootOf(list).activeElement).to.equal(control(rootOf(list), 'Filter'));
    });
  });

  it('shows the selected namespace whatever comes and goes around it', async () => {
    const list = await listOf(new MemoryCluster(), { namespaces: ['a', 'b', 'c'] });
    const select = control<HTMLSelectElement>(rootOf(list), 'Select Namespace')!;
    type(select, 'c');
    await list.updateComplete;
    for (const namespaces of [['c'], ['b', 'c', 'd'], ['c', 'd'], ['a', 'b', 'c', 'd']]) {
      list.namespaces = namespaces;
      await list.updateComplete;
      expect(select.value, namespaces.join()).to.equal('c');
    }
  });

  it('announces how many rows a filter leaves', async () => {
    const list = await loaded();
    type(control(rootOf(list), 'Filter'), 'azure');
    await list.updateComplete;
    const said = [...rootOf(list).querySelectorAll('[role=status]')].map((one) => one.textContent).join();
    expect(said).to.contain('3 storages, 11 hidden by filter');
  });

  describe('states', () => {
    const says = async (list: BackupStorageList, words: string) =>
      until(() => seenText(rootOf(list)).includes(words), words);

    it('no data source', async () => {
      await says(await mount<BackupStorageList>('backupstorage-list', {}), 'No data source');
    });

    it('loading: rows of the size of what comes, and a word for screen readers', async () => {
      const cluster = sampleCluster();
      const hold = cluster.faults.hold();
      const list = await listOf(cluster);
      expect(rootOf(list).querySelector('[role=status]')!.textContent).to.contain('Loading…');
      hold.release();
      await until(() => rowsOf(list).length === 14);
    });

    it('empty, with the way to create', async () => {
      const list = await listOf(new MemoryCluster());
      await says(list, 'No storages yet');
      await says(list, 'Backups need a place to live.');
      const heard = nextEvent(list, 'backupstorage-create');
      [...rootOf(list).querySelectorAll('button')]
        .filter((one) => seenText(one) === 'Create New Instance')
        .at(-1)!
        .click();
      await heard;
    });

    it('forbidden everywhere, in the server’s words, with the way on', async () => {
      const list = await listOf(sampleCluster({ rules: [] }));
      await says(list, 'You may not list BackupStorages in all namespaces');
      await says(
        list,
        'cannot list resource "backupstorages" in API group "storage.kubestash.com" at the cluster scope',
      );
      const choose = [...rootOf(list).querySelectorAll('button')].find((one) => seenText(one) === 'Select Namespace')!;
      choose.click();
      expect(rootOf(list).activeElement).to.equal(control(rootOf(list), 'Select Namespace'));
    });

    it('a namespace without rights', async () => {
      const list = await listOf(sampleCluster({ rules: [{ verbs: ['*'], resources: ['*'], namespaces: ['demo'] }] }), {
        namespace: 'prod',
      });
      await says(list, 'You may not list BackupStorages');
      await says(list, 'in the namespace "prod"');
    });

    it('partly forbidden: shows what came and names the rest', async () => {
      const rules = [
        { verbs: ['*'], resources: ['*'], namespaces: ['demo', 'edge'] },
        { verbs: ['list'], resources: ['namespaces'] },
      ];
      const list = await loaded(sampleCluster({ rules }));
      await until(() => rowsOf(list).length === 5);
      expect(new Set(rowsOf(list).map((row) => row[1]))).to.deep.equal(new Set(['demo', 'edge']));
      await says(list, 'Not shown, because you may not list them:');
      const chips = [...rootOf(list).querySelectorAll('[part="denied-namespace"]')].map(seenText);
      expect(chips).to.deep.equal(['analytics', 'backup-system', 'prod', 'staging']);
    });

    it('not installed', async () => {
      const cluster = sampleCluster();
      cluster.faults.uninstall(BACKUP_STORAGES);
      await says(await listOf(cluster), 'KubeStash is not installed in this cluster');
    });

    it('unreachable, with Retry, and the fault as an event', async () => {
      const cluster = sampleCluster();
      cluster.faults.offline = true;
      const list = document.createElement('backupstorage-list');
      const heard = nextEvent(list, 'backupstorage-error');
      list.dataSource = cluster.dataSource();
      document.body.append(list);
      expect((await heard).error.code).to.equal('unreachable');
      await says(list, 'The cluster cannot be reached');
      cluster.faults.clear();
      button(rootOf(list), 'Retry')!.click();
      await until(() => rowsOf(list).length === 14);
      list.remove();
    });

    it('signed out before anything came', async () => {
      const cluster = sampleCluster();
      cluster.faults.authExpired = true;
      await says(await listOf(cluster), 'Signed out');
    });

    it('lists of users who may not list namespaces still offer those of the rows', async () => {
      const rules = [{ verbs: ['*'], resources: ['backupstorages'] }];
      const list = await loaded(sampleCluster({ rules }));
      const { options } = control<HTMLSelectElement>(rootOf(list), 'Select Namespace')!;
      expect([...options].map((option) => option.value)).to.include.members(['demo', 'prod']);
    });
  });
});
