import { expect } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import '../../src/define/backupstorage-list.js';
import { MemoryCluster } from '../../src/data-source/memory/index.js';
import type { BackupStorageList } from '../../src/elements/backupstorage-list/backupstorage-list.js';
import { BACKUP_STORAGES } from '../../src/model/resources.js';
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
import { focused, storage } from './list-support.js';

const TABLE = 'BackupStorages';
const rowsOf = (list: BackupStorageList) => tableRows(rootOf(list), TABLE);
const namesOf = (list: BackupStorageList) => rowsOf(list).map(([name]) => name);

async function loaded(cluster = sampleCluster(), properties: Partial<BackupStorageList> = {}) {
  const list = await mount<BackupStorageList>('backupstorage-list', {
    dataSource: cluster.dataSource(),
    ...properties,
  });
  await until(() => rowsOf(list).length > 0 || seenText(rootOf(list)).includes('No storage matches'), 'rows');
  return list;
}

const group = (list: BackupStorageList, name: string) =>
  [...rootOf(list).querySelectorAll('[role=group]')].find(
    (one) => rootOf(list).getElementById(one.getAttribute('aria-labelledby')!)!.textContent === name,
  )!;
const toggles = (list: BackupStorageList, name: string) =>
  [...group(list, name).querySelectorAll('button')].map(seenText);
const toggle = (list: BackupStorageList, word: string) =>
  [...rootOf(list).querySelectorAll<HTMLButtonElement>('[aria-pressed]')].find((one) =>
    seenText(one).startsWith(`${word} `),
  )!;

describe('<backupstorage-list> facets', () => {
  before(() => setViewport({ width: 1280, height: 900 }));

  it('counts providers and statuses, in the order of the guide, what is unknown verbatim', async () => {
    const list = await loaded();
    expect(toggles(list, 'Provider')).to.deep.equal(['Azure 3', 'S3 4', 'GCS 3', 'Local 3', 'b2 1']);
    const statuses = toggles(list, 'Status');
    expect(statuses.map((text) => text.replace(/ \d+$/, ''))).to.deep.equal([
      'Ready',
      'NotReady',
      'Unknown',
      'Terminating',
      'Sync error',
    ]);
    for (const text of statuses.slice(0, 4)) {
      const [, word, count] = /^(.*) (\d+)$/.exec(text)!;
      expect(
        rowsOf(list).filter((row) => row[5]!.split(' ')[0] === word),
        word,
      ).to.have.lengthOf(Number(count));
    }
  });

  it('are combined: any of a facet, all facets, and the text; counts follow the text alone', async () => {
    const list = await loaded();
    toggle(list, 'Azure').click();
    toggle(list, 'GCS').click();
    await until(() => rowsOf(list).length === 6);
    expect(new Set(rowsOf(list).map((row) => row[2]))).to.deep.equal(new Set(['Azure', 'GCS']));
    toggle(list, 'Ready').click();
    await until(() => rowsOf(list).length < 6);
    for (const row of rowsOf(list)) expect(row[5]).to.match(/^Ready/);
    expect(toggles(list, 'Provider')).to.deep.equal(['Azure 3', 'S3 4', 'GCS 3', 'Local 3', 'b2 1']);
    type(control(rootOf(list), 'Filter'), 'azure');
    await until(() => toggles(list, 'Provider').includes('S3 0'));
    expect(toggles(list, 'Provider')).to.deep.equal(['Azure 3', 'S3 0', 'GCS 0', 'Local 0', 'b2 0']);
    for (const row of rowsOf(list)) expect([row[2], row[5]!.split(' ')[0]]).to.deep.equal(['Azure', 'Ready']);
  });

  it('are in the properties and in the event, and can be set by attributes', async () => {
    const list = await loaded();
    const change = nextEvent(list, 'backupstorage-view-change');
    toggle(list, 'S3').click();
    const { filter, sort, providers, statuses, columns } = await change;
    expect({ filter, sort, providers, statuses, columns }).to.deep.equal({
      filter: '',
      sort: 'name',
      providers: 's3',
      statuses: '',
      columns: '',
    });
    toggle(list, 'Sync error').click();
    expect([list.providers, list.statuses]).to.deep.equal(['s3', 'sync-error']);
    toggle(list, 'S3').click();
    expect(list.providers).to.equal('');
    list.setAttribute('providers', ' gcs , local ');
    list.setAttribute('statuses', '');
    await list.updateComplete;
    expect(new Set(rowsOf(list).map((row) => row[2]))).to.deep.equal(new Set(['GCS', 'Local']));
    expect(toggle(list, 'GCS').getAttribute('aria-pressed')).to.equal('true');
    expect(toggle(list, 'S3').getAttribute('aria-pressed')).to.equal('false');
  });

  it('are pressed by keys, keep the focus, and say how many rows are left', async () => {
    const list = await loaded();
    toggle(list, 'Azure').focus();
    await sendKeys({ press: ' ' });
    await until(() => rowsOf(list).length === 3);
    expect(rootOf(list).activeElement === toggle(list, 'Azure'), focused(list)).to.equal(true);
    const said = [...rootOf(list).querySelectorAll('[role=status]')].at(-1)!.textContent;
    expect(said).to.equal('3 storages, 11 hidden by filter');
    await expect(list).to.be.accessible();
  });

  it('what is chosen stays there to be unchosen, also with no row of it; clearing goes on to the filter', async () => {
    const list = await loaded(sampleCluster(), { providers: 'swift', filter: 'x' });
    expect(toggles(list, 'Provider')).to.include('swift 0');
    expect(seenText(rootOf(list))).to.contain('Nothing here contains “x” and has the chosen provider and status.');
    [...rootOf(list).querySelectorAll('button')]
      .filter((one) => seenText(one) === 'Clear filters')
      .at(-1)!
      .click();
    await until(() => rowsOf(list).length === 14);
    expect([list.providers, list.filter]).to.deep.equal(['', '']);
    expect(rootOf(list).activeElement === control(rootOf(list), 'Filter'), focused(list)).to.equal(true);
  });

  it('follow what comes and goes, and a phase that nobody knows', async () => {
    const cluster = new MemoryCluster({ objects: [storage('one')], operator: false });
    const list = await loaded(cluster);
    const source = cluster.dataSource();
    await source.create(BACKUP_STORAGES, storage('two'));
    await until(() => toggles(list, 'Provider').includes('Local 2'));
    cluster.apply(storage('three', 'demo', { status: { phase: 'Hibernating' } }));
    await until(() => toggles(list, 'Status').join() === 'Unknown 2,Hibernating 1');
    await source.delete(BACKUP_STORAGES, { namespace: 'demo', name: 'two' });
    await until(() => toggles(list, 'Status').join() === 'Unknown 1,Hibernating 1');
    expect(namesOf(list)).to.have.lengthOf(2);
  });
});

describe('<backupstorage-list> columns', () => {
  const menu = (list: BackupStorageList) => rootOf(list).querySelector<HTMLElement>('#columns-menu')!;
  const isOpen = (list: BackupStorageList) => menu(list).matches(':popover-open');

  it('are chosen in a menu that keys open and close, and the focus goes back', async () => {
    const list = await loaded();
    const opener = button(rootOf(list), 'Columns')!;
    opener.focus();
    await sendKeys({ press: 'Enter' });
    await until(() => isOpen(list) && rootOf(list).activeElement !== opener, 'the menu');
    expect(control(menu(list), 'Name')!.disabled).to.equal(true);
    expect(rootOf(list).activeElement === control(menu(list), 'Namespace'), focused(list)).to.equal(true);
    const change = nextEvent(list, 'backupstorage-view-change');
    await sendKeys({ press: ' ' });
    expect((await change).columns).to.equal('name,provider,size,repositories,status,age');
    await until(() => !tableHeads(rootOf(list), TABLE).includes('Namespace'));
    await expect(list).to.be.accessible();
    await sendKeys({ press: 'Escape' });
    await until(() => !isOpen(list), 'the menu to close');
    await until(() => rootOf(list).activeElement === opener, 'the focus on the button');
    control(menu(list), 'Namespace')!.click();
    expect(list.columns).to.equal('');
  });

  it('hidden ones never break the sort', async () => {
    const list = await loaded(sampleCluster(), { sort: '-size', columns: 'status' });
    expect(tableHeads(rootOf(list), TABLE)).to.deep.equal(['Name', 'Status']);
    const names = namesOf(list);
    list.columns = '';
    await list.updateComplete;
    expect(namesOf(list)).to.deep.equal(names);
    expect(rowsOf(list)[0]![3]).to.equal('2.676 TiB');
  });

  it('what is no column is ignored, and the name is always there', async () => {
    const list = await loaded(sampleCluster(), { columns: 'nonsense' });
    expect(tableHeads(rootOf(list), TABLE)).to.have.lengthOf(7);
    list.columns = 'age, nonsense,size,age';
    await list.updateComplete;
    expect(tableHeads(rootOf(list), TABLE)).to.deep.equal(['Name', 'Age', 'Size']);
  });
});

describe('<backupstorage-list> filter keys', () => {
  it('a slash leads to the filter, but not out of a text', async () => {
    const list = await loaded();
    const filter = control(rootOf(list), 'Filter')!;
    button(rootOf(list), 'Size')!.focus();
    await sendKeys({ press: '/' });
    expect(rootOf(list).activeElement === filter, focused(list)).to.equal(true);
    expect(filter.value).to.equal('');
    await sendKeys({ press: '/' });
    expect(filter.value).to.equal('/');
    expect(filter.getAttribute('aria-keyshortcuts')).to.equal('/');
    const field = document.createElement('textarea');
    list.parentElement!.append(field);
    field.focus();
    await sendKeys({ press: '/' });
    expect(field.value).to.equal('/');
    expect(document.activeElement === field).to.equal(true);
  });

  it('can be another key, or none', async () => {
    const list = await loaded(sampleCluster(), { filterKey: '' });
    button(rootOf(list), 'Size')!.focus();
    await sendKeys({ press: '/' });
    expect(rootOf(list).activeElement === button(rootOf(list), 'Size'), focused(list)).to.equal(true);
    list.filterKey = 'f';
    await sendKeys({ press: 'f' });
    expect(rootOf(list).activeElement === control(rootOf(list), 'Filter'), focused(list)).to.equal(true);
  });

  it('Escape clears the filter, and leaves an empty one to the page', async () => {
    const list = await loaded(sampleCluster(), { filter: 'azure' });
    let heard = 0;
    list.parentElement!.addEventListener('keydown', () => (heard += 1));
    control(rootOf(list), 'Filter')!.focus();
    await sendKeys({ press: 'Escape' });
    await until(() => rowsOf(list).length === 14);
    expect([list.filter, heard]).to.deep.equal(['', 0]);
    await sendKeys({ press: 'Escape' });
    expect(heard).to.equal(1);
  });
});
