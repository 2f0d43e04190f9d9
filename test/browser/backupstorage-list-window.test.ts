import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import '../../src/define/backupstorage-list.js';
import { MemoryCluster } from '../../src/data-source/memory/index.js';
import type { BackupStorageList } from '../../src/elements/backupstorage-list/backupstorage-list.js';
import type { BackupStorage } from '../../src/model/types.js';
import { mount, rootOf, sampleCluster, seenText, tableRows, until } from './support.js';

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

describe('<backupstorage-list>, long', () => {
  before(() => setViewport(WIDE));

  const many = (count: number) =>
    Array.from({ length: count }, (_, index) => {
      const name = `storage-${String(index).padStart(5, '0')}`;
      return storage(name, 'demo', {
        metadata: { name, namespace: 'demo', uid: `uid-${index}`, creationTimestamp: '2026-08-20T11:00:00Z' },
      });
    });

  it('renders only what is near, and tells the whole count', async () => {
    const list = await loaded(new MemoryCluster({ objects: many(3_000), operator: false }));
    await until(() => seenText(rootOf(list)).includes('3,000 storages'));
    const rendered = () => rootOf(list).querySelectorAll('tbody tr:not([aria-hidden])');
    expect(rendered().length).to.be.lessThan(80);
    const table = rootOf(list).querySelector('table')!;
    expect(table.getAttribute('aria-rowcount')).to.equal('3001');
    const region = rootOf(list).querySelector('[part="table-region"]')!;
    region.scrollTop = region.scrollHeight;
    await until(() => namesOf(list).at(-1) === 'storage-02999', 'the last row');
    expect([...rendered()].at(-1)!.getAttribute('aria-rowindex')).to.equal('3001');
    expect(rendered().length).to.be.lessThan(80);
  });

  it('fills the row elements that are there when it is sorted or scrolled, with the words of other rows', async () => {
    const list = await loaded(new MemoryCluster({ objects: many(3_000), operator: false }));
    const rows = () => [...rootOf(list).querySelectorAll('tbody tr:not([aria-hidden])')];
    const before = new Set(rows());
    list.sort = '-name';
    await until(() => namesOf(list)[0] === 'storage-02999', 'the last name first');
    expect(rows().every((row) => before.has(row))).to.equal(true);
    expect(namesOf(list).slice(0, 3)).to.deep.equal(['storage-02999', 'storage-02998', 'storage-02997']);
    const region = rootOf(list).querySelector('[part="table-region"]')!;
    region.scrollTop = 37 * 300;
    await until(() => namesOf(list).includes('storage-02690'), 'what is further down');
    expect(namesOf(list)).to.deep.equal(namesOf(list).toSorted().toReversed());
    expect(new Set(namesOf(list)).size).to.equal(rows().length);
  });

  it('gives the element of the row with the focus to no other row', async () => {
    const list = await loaded(new MemoryCluster({ objects: many(3_000), operator: false }));
    const [first] = rootOf(list).querySelectorAll<HTMLElement>('tbody a, tbody button');
    first!.focus();
    const words = first!.textContent;
    const region = rootOf(list).querySelector('[part="table-region"]')!;
    region.scrollTop = region.scrollHeight / 2;
    await until(() => !namesOf(list).includes('storage-00000'), 'the first row to leave');
    expect(first!.isConnected).to.equal(false);
    expect(first!.textContent).to.equal(words);
    expect(rootOf(list).activeElement === region).to.equal(true);
  });

  it('keeps its columns where they are, whatever is scrolled into view, with each head above its own', async () => {
    const objects = many(3_000);
    for (const object of objects.slice(2_000))
      object.metadata!.namespace = 'a-namespace-with-quite-a-long-name-of-its-own';
    const list = await loaded(new MemoryCluster({ objects, operator: false }));
    await until(() => seenText(rootOf(list)).includes('3,000 storages'));
    const edges = (cells: string) =>
      [...rootOf(list).querySelectorAll(cells)].map((cell) => {
        const { left, right } = cell.getBoundingClientRect();
        return [Math.round(left), Math.round(right)];
      });
    const row = 'tbody tr:not([aria-hidden]):nth-last-child(3) > *';
    const before = edges('thead th');
    expect(before.length).to.equal(7);
    expect(edges(row)).to.deep.equal(before);
    const region = rootOf(list).querySelector('[part="table-region"]')!;
    region.scrollTop = region.scrollHeight;
    await until(() => namesOf(list).at(-1) === 'storage-02999', 'the last row');
    expect(edges('thead th')).to.deep.equal(before);
    expect(edges(row)).to.deep.equal(before);
    expect(region.scrollWidth).to.equal(region.clientWidth);
  });

  it('keeps its columns where they are, whatever a filter leaves', async () => {
    const list = await loaded(new MemoryCluster({ objects: many(120), operator: false }));
    await until(() => seenText(rootOf(list)).includes('120 storages'));
    // As hundredths of the table: where scrollbars take room, there is one less to take it.
    const heads = () => {
      const { left, width } = rootOf(list).querySelector('table')!.getBoundingClientRect();
      return [...rootOf(list).querySelectorAll('thead th')].map((head) =>
        Math.round((100 * (head.getBoundingClientRect().left - left)) / width),
      );
    };
    const before = heads();
    // Those that are all rendered, and one.
    for (const [filter, left] of [
      ['storage-0000', 10],
      ['storage-00007', 1],
    ] as const) {
      list.filter = filter;
      await until(() => rowsOf(list).length === left, filter);
      expect(heads()).to.deep.equal(before);
    }
  });

  it('has room for the words of each head where it scrolls sideways', async () => {
    const list = await loaded(new MemoryCluster({ objects: many(120), operator: false }));
    // The widest of the usual fonts.
    Object.assign(list.parentElement!.style, { width: '680px', fontFamily: 'DejaVu Sans', fontSize: '16px' });
    await until(() => list.clientWidth === 680);
    for (const head of rootOf(list).querySelectorAll('thead th')) {
      const { right } = head.getBoundingClientRect();
      for (const part of head.querySelectorAll('.sort > *'))
        expect(part.getBoundingClientRect().right, head.textContent.trim()).to.be.at.most(right);
    }
  });

  it('folds again when its place becomes narrow', async () => {
    const list = await loaded(new MemoryCluster({ objects: many(3_000), operator: false }));
    await until(() => seenText(rootOf(list)).includes('3,000 storages'));
    list.parentElement!.setAttribute('style', 'width: 380px');
    await until(() => rowsOf(list)[0]?.[0]?.includes('demo · Local · 0 repositories'), 'what folds');
    list.parentElement!.setAttribute('style', '');
    await until(() => rowsOf(list)[0]?.[0] === 'storage-00000', 'the name alone');
  });

  /** The row in the middle of the visible part. */
  const middleRow = (list: BackupStorageList) => {
    const { left, top, height } = rootOf(list).querySelector('[part="table-region"]')!.getBoundingClientRect();
    const seen = rootOf(list).elementFromPoint(left + 40, top + height / 2);
    return seen?.closest('tr:not([aria-hidden])')?.querySelector('a, button')?.textContent ?? 'no row';
  };

  it('can be scrolled where there is little room, and what folds has the whole width', async () => {
    const list = await loaded(new MemoryCluster({ objects: many(3_000), operator: false }));
    list.parentElement!.setAttribute('style', 'width: 320px');
    await until(() => seenText(rootOf(list)).includes('3,000 storages'));
    const region = rootOf(list).querySelector('[part="table-region"]')!;
    await until(() => region.scrollHeight > 3_000 * 40, 'room for every row');
    region.scrollTop = region.scrollHeight / 2;
    await until(() => /storage-01[45]/.test(middleRow(list)), 'the rows of the middle');
    const row = rootOf(list).querySelector('tbody tr:not([aria-hidden])')!;
    expect(row.querySelector('.fold')!.clientWidth).to.be.greaterThan(300);
    expect(region.scrollWidth).to.equal(region.clientWidth);
  });

  for (const width of [320, 500])
    it(`has each head above its column at ${width} px, the name's too`, async () => {
      const list = await loaded(sampleCluster());
      list.parentElement!.setAttribute('style', `width: ${width}px`);
      const starts = (cells: string) =>
        [...rootOf(list).querySelectorAll(cells)].map((cell) => Math.round(cell.getBoundingClientRect().left));
      const shown = 'td.keep';
      await until(() => starts(`tbody tr:first-of-type ${shown}`).length === 2);
      expect(starts('thead th.keep:not(:first-child)')).to.deep.equal(starts(`tbody tr:first-of-type ${shown}`));
      const [name, ...others] = rootOf(list).querySelectorAll('thead th:is(:first-child, .keep)');
      expect(seenText(name!)).to.equal('Name');
      const box = name!.getBoundingClientRect();
      for (const other of others) {
        const { left, top, right, bottom } = other.getBoundingClientRect();
        const apart = left >= box.right - 1 || top >= box.bottom - 1 || right <= box.left || bottom <= box.top;
        expect(apart, `${seenText(other)} lies over Name`).to.equal(true);
      }
    });

  it('is not blank when its filter is cleared further down', async () => {
    const list = await loaded(new MemoryCluster({ objects: many(3_000), operator: false }));
    await until(() => seenText(rootOf(list)).includes('3,000 storages'));
    const region = rootOf(list).querySelector('[part="table-region"]')!;
    list.filter = '99';
    await until(() => seenText(rootOf(list)).includes('hidden by filter'));
    region.scrollTop = region.scrollHeight;
    await until(() => middleRow(list) !== 'no row');
    list.filter = '';
    await list.updateComplete;
    for (let frame = 0; frame < 5; frame++) await new Promise(requestAnimationFrame);
    await until(() => middleRow(list) !== 'no row', 'rows in the visible part');
  });
});
