import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import '../../src/define/backupstorage-list.js';
import { MemoryCluster } from '../../src/data-source/memory/index.js';
import type { DataSource } from '../../src/data-source/types.js';
import type { BackupStorageList } from '../../src/elements/backupstorage-list/backupstorage-list.js';
import { BACKUP_STORAGES } from '../../src/model/resources.js';
import { SAMPLE_TIME } from '../../src/samples/index.js';
import { storage } from './list-support.js';
import {
  button,
  control,
  mount,
  nextEvent,
  rootOf,
  sampleCluster,
  seenText,
  tableRows,
  type,
  until,
} from './support.js';

const rowsOf = (list: BackupStorageList) => tableRows(rootOf(list), 'BackupStorages');
const namesOf = (list: BackupStorageList) => rowsOf(list).map(([name]) => name);
const says = (list: BackupStorageList, words: string) => until(() => seenText(rootOf(list)).includes(words), words);
const make = (dataSource: DataSource, properties: Partial<BackupStorageList> = {}) =>
  mount<BackupStorageList>('backupstorage-list', { dataSource, ...properties });

describe('<backupstorage-list> states beside the rows', () => {
  before(() => setViewport({ width: 1280, height: 900 }));

  it('signed out: the rows stay, with the time they are from, and Retry gets on', async () => {
    const cluster = sampleCluster();
    const list = await make(cluster.dataSource());
    await until(() => rowsOf(list).length === 14);
    cluster.faults.authExpired = true;
    cluster.faults.closeWatches();
    list.refresh();
    await says(list, 'Your session ended. What you see is from');
    expect(rowsOf(list)).to.have.lengthOf(14);
    await expect(list).to.be.accessible();
  });

  it('polling: said where nothing can be watched', async () => {
    const source = sampleCluster().dataSource();
    const list = await make({
      list: (type, options) => source.list(type, options),
      get: (type, key, options) => source.get(type, key, options),
    });
    await until(() => rowsOf(list).length === 14);
    await says(list, 'Updated every half minute.');
    expect(seenText(rootOf(list))).to.not.contain('● Live');
    await expect(list).to.be.accessible();
  });

  it('many forbidden namespaces are folded', async () => {
    const objects = Array.from({ length: 20 }, (_, index) => ({
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: `team-${String(index).padStart(2, '0')}` },
    }));
    const rules = [
      { verbs: ['*'], resources: ['*'], namespaces: ['team-00'] },
      { verbs: ['list'], resources: ['namespaces'] },
    ];
    const list = await make(
      new MemoryCluster({ objects: [...objects, storage('one', 'team-00')], rules, operator: false }).dataSource(),
    );
    await says(list, 'Not shown, because you may not list them:');
    await until(() => rootOf(list).querySelectorAll('[part="denied-namespace"]').length === 19);
    await says(list, 'and 7 more');
    await expect(list).to.be.accessible();
  });
});

describe('<backupstorage-list> namespaces', () => {
  const field = (list: BackupStorageList) => control(rootOf(list), 'Select Namespace')!;

  it('hundreds are typed, with suggestions', async () => {
    const namespaces = Array.from({ length: 300 }, (_, index) => `ns-${index}`);
    const cluster = new MemoryCluster({ objects: [storage('one', 'ns-7')], operator: false });
    const list = await make(cluster.dataSource(), { namespaces });
    await until(() => namesOf(list).length === 1);
    expect(field(list).localName).to.equal('input');
    expect(field(list).list!.options).to.have.lengthOf(300);
    expect(rootOf(list).getElementById(field(list).getAttribute('aria-describedby')!)!.textContent).to.equal(
      'Type to find one of 300. Empty for all.',
    );
    await expect(list).to.be.accessible();
    const change = nextEvent(list, 'backupstorage-namespace-change');
    type(field(list), ' ns-8 ');
    expect((await change).namespace).to.equal('ns-8');
    await says(list, 'There is no BackupStorage in the namespace ns-8.');
    expect(field(list).value).to.equal('ns-8');
    type(field(list), '');
    await until(() => namesOf(list).join() === 'one');
  });

  it('are typed where none is readable, with the words why, and stay so', async () => {
    const rules = [{ verbs: ['*'], resources: ['backupstorages'], namespaces: ['demo'] }];
    const source = sampleCluster({ rules }).dataSource();
    const list = await make({
      list: (type, options) => source.list(type, options),
      get: (type, key, options) => source.get(type, key, options),
    });
    await until(() => field(list)?.localName === 'input', 'a field');
    await says(list, 'You may not list namespaces: type the name of one.');
    await expect(list).to.be.accessible();
    type(field(list), 'demo');
    await until(() => rowsOf(list).length === 3);
    expect(field(list).localName).to.equal('input');
    expect(field(list).value).to.equal('demo');
  });

  it('of rows stay on offer when one of them is selected', async () => {
    const rules = [{ verbs: ['*'], resources: ['backupstorages'] }];
    const list = await make(sampleCluster({ rules }).dataSource());
    await until(() => rowsOf(list).length === 14);
    const options = () => [...(field(list) as unknown as HTMLSelectElement).options].map(({ value }) => value);
    const before = options();
    type(field(list) as unknown as HTMLSelectElement, 'demo');
    await until(() => rowsOf(list).length === 3);
    expect(options()).to.deep.equal(before);
    expect(before).to.include.members(['demo', 'prod']);
  });
});

describe('<backupstorage-list> races', () => {
  it('an answer for a namespace that was left never shows', async () => {
    const cluster = sampleCluster();
    const hold = cluster.faults.hold({ when: ({ verb, namespace }) => verb === 'list' && namespace === 'prod' });
    const list = await make(cluster.dataSource(), { namespace: 'prod' });
    list.namespace = 'demo';
    await until(() => rowsOf(list).length === 3);
    hold.release();
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(new Set(rowsOf(list).map((row) => row[1]))).to.deep.equal(new Set(['demo']));
    expect(seenText(rootOf(list))).to.contain('3 storages');
  });

  it('two of the same name in two namespaces are two rows, and one goes alone', async () => {
    const cluster = new MemoryCluster({ objects: [storage('same', 'a'), storage('same', 'b')], operator: false });
    const list = await make(cluster.dataSource());
    await until(() => rowsOf(list).length === 2);
    cluster.remove(BACKUP_STORAGES, { namespace: 'a', name: 'same' });
    await until(() => rowsOf(list).length === 1);
    expect(rowsOf(list)[0]!.slice(0, 2)).to.deep.equal(['same', 'b']);
  });

  it('deleted and created again under its name is another row', async () => {
    const ready = (uid: string, phase: string) =>
      storage('again', 'demo', { metadata: { name: 'again', namespace: 'demo', uid }, status: { phase } });
    const cluster = new MemoryCluster({ objects: [ready('first', 'Ready')], operator: false });
    const list = await make(cluster.dataSource());
    await until(() => rowsOf(list).length === 1);
    const row = rootOf(list).querySelector('tbody tr');
    cluster.apply(ready('second', 'NotReady'));
    await until(() => rowsOf(list)[0]?.[5] === 'NotReady');
    expect(rowsOf(list)).to.have.lengthOf(1);
    expect(rootOf(list).querySelector('tbody tr') === row).to.equal(false);
    expect(seenText(rootOf(list))).to.contain('1 storage');
  });

  it('a clock that is behind makes no negative age', async () => {
    const metadata = { name: 'early', namespace: 'demo', creationTimestamp: '2030-01-01T00:00:00Z' };
    const cluster = new MemoryCluster({ objects: [storage('early', 'demo', { metadata })], operator: false });
    const list = await make(cluster.dataSource(), { now: () => SAMPLE_TIME });
    await until(() => rowsOf(list).length === 1);
    expect(rowsOf(list)[0]![6]).to.equal('0s');
  });

  it('scroll and focus survive a relist', async () => {
    const objects = Array.from({ length: 1_000 }, (_, index) => {
      const name = `storage-${String(index).padStart(4, '0')}`;
      return storage(name, 'demo', { metadata: { name, namespace: 'demo', uid: name } });
    });
    const cluster = new MemoryCluster({ objects, operator: false });
    const list = await make(cluster.dataSource());
    await until(() => rowsOf(list).length > 0);
    const region = rootOf(list).querySelector('.table-region')!;
    region.scrollTop = 10_000;
    await until(() => namesOf(list).includes('storage-0280'));
    const link = button(rootOf(list), 'storage-0280')!;
    link.focus();
    const { scrollTop } = region;
    let lists = 0;
    cluster.observe(({ verb }) => void (lists += verb === 'list' ? 1 : 0));
    cluster.faults.expireHistory();
    cluster.faults.expireWatches();
    list.refresh();
    await until(() => lists > 0, 'a relist');
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(region.scrollTop).to.equal(scrollTop);
    expect(rootOf(list).activeElement === link).to.equal(true);
  });
});

describe('<backupstorage-list> with 50,000 rows', () => {
  it('sorts, filters, counts and takes a burst, and renders no more than what is near', async function () {
    this.timeout(60_000);
    const item = (index: number, size: number, version = 1) =>
      storage('', 'demo', {
        metadata: {
          name: `storage-${String(index).padStart(5, '0')}`,
          namespace: `ns-${index % 5}`,
          uid: `uid-${index}`,
          resourceVersion: String(version),
        },
        spec: { storage: { provider: index % 2 ? 's3' : 'gcs' } },
        status: { phase: 'Ready', totalSize: `${size} B` },
      });
    const items = Array.from({ length: 50_000 }, (_, index) => item(index, index));
    let burst: (() => void) | undefined;
    const burstCame = new Promise<void>((resolve) => (burst = resolve));
    const source = {
      list: async () => ({ items, resourceVersion: '1' }),
      get: () => Promise.reject(new Error('not asked for')),
      async *watch() {
        await burstCame;
        for (let index = 0; index < 1_000; index += 1)
          yield { type: 'modified' as const, object: item(index * 50, 1_000_000 + index, 2) };
        await new Promise(() => {});
      },
    } as unknown as DataSource;
    const list = await make(source);
    await until(() => seenText(rootOf(list)).includes('50,000 storages'), 'rows', 20_000);
    const rendered = () => rootOf(list).querySelectorAll('tbody tr:not([aria-hidden])').length;
    const table = rootOf(list).querySelector('table')!;
    list.sort = '-size';
    await until(() => namesOf(list)[0] === 'storage-49999');
    expect(rendered()).to.be.lessThan(80);
    expect(table.getAttribute('aria-rowcount')).to.equal('50001');
    burst!();
    await until(() => namesOf(list)[0] === 'storage-49950', 'the burst', 20_000);
    expect(namesOf(list)[1]).to.equal('storage-49900');
    list.filter = 'storage-499';
    list.providers = 'gcs';
    await until(() => seenText(rootOf(list)).includes('50 storages, 49,950 hidden by filter'));
    const facet = [...rootOf(list).querySelectorAll('[part="facet"]')].map(seenText);
    expect(facet).to.deep.equal(['S3 50', 'GCS 50', 'Ready 100']);
    expect(table.hasAttribute('aria-rowcount')).to.equal(false);
  });
});
