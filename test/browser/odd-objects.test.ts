/** What no operator writes today, and an object may hold all the same: nothing lies on anything else. */
import { expect } from '@open-wc/testing';
import '../../src/define/backupstorage-list.js';
import { MemoryCluster } from '../../src/data-source/memory/index.js';
import type { BackupStorageList } from '../../src/elements/backupstorage-list/backupstorage-list.js';
import type { BackupStorage } from '../../src/model/types.js';
import { detailOf, settled } from './detail-support.js';
import { storage } from './list-support.js';
import { button, mount, rootOf, seenText, until } from './support.js';

const NAMESPACE = 'n'.repeat(63);
const PHASE = 'HibernatingInAVeryLongPhaseThatNobodyHasEverHeardOfBefore';
const clusterOf = (one: BackupStorage) => new MemoryCluster({ objects: [one], operator: false });
const badge = (root: ParentNode, within: string) => root.querySelector<HTMLElement>(`${within} .badge`)!;

describe('odd objects', () => {
  it('a long phase and a long namespace stay in their place, also where there is little room', async () => {
    const cluster = clusterOf(storage('odd', NAMESPACE, { status: { phase: PHASE } }));
    const detail = await settled(await detailOf(cluster, `${NAMESPACE}/odd`));
    for (const width of ['1000px', '300px']) {
      detail.parentElement!.style.width = width;
      await detail.updateComplete;
      const fact = badge(rootOf(detail), '.facts');
      const { right } = fact.closest('dd')!.getBoundingClientRect();
      expect(fact.getBoundingClientRect().right, width).to.be.at.most(right + 1);
      expect(detail.scrollWidth, width).to.be.at.most(detail.clientWidth);
    }
  });

  it('hundreds of repositories that failed are one mark', async () => {
    const repositories = Array.from({ length: 300 }, (_, at) => ({
      name: `repo-${at}`,
      namespace: 'demo',
      synced: false,
      error: 'access denied',
    }));
    const cluster = clusterOf(storage('odd', 'demo', { status: { phase: 'Ready', repositories } }));
    const detail = await settled(await detailOf(cluster, 'demo/odd'));
    expect(seenText(rootOf(detail).querySelector('.header .status')!)).to.equal('Ready Sync error');
    const said = rootOf(detail).querySelector('.header .status')!.textContent;
    expect(said).to.contain('demo/repo-4: access denied').and.to.contain('and 295 more');
    expect(said).not.to.contain('repo-5:');
  });

  it('a provider of a name without end stays in its cell, which ends in an ellipsis', async () => {
    const spec: NonNullable<BackupStorage['spec']> = { storage: { provider: 'p'.repeat(200) } };
    const list = await mount<BackupStorageList>('backupstorage-list', {
      dataSource: clusterOf(storage('odd', 'demo', { spec })).dataSource(),
    });
    list.parentElement!.style.width = '1200px';
    const cell = await until(() => rootOf(list).querySelector<HTMLElement>('td.c-provider'), 'the row');
    await list.updateComplete;
    const words = cell.querySelector('.provider')!;
    expect(words.getBoundingClientRect().width).to.be.above(cell.clientWidth);
    expect(getComputedStyle(cell)).to.include({ overflowX: 'clip', textOverflow: 'ellipsis' });
    // An ellipsis is drawn only where the words themselves are in the line, not a box that holds them.
    expect(getComputedStyle(words).display).to.equal('inline');
  });

  it('a size that is none leaves the name room to be read', async () => {
    const status = { phase: 'Ready', totalSize: '99999999999999999999999999999999 PiB' };
    const list = await mount<BackupStorageList>('backupstorage-list', {
      dataSource: clusterOf(storage('a-name-to-be-read', 'demo', { status })).dataSource(),
    });
    list.parentElement!.style.width = '300px';
    const name = await until(() => button(rootOf(list), 'a-name-to-be-read'), 'the row');
    await list.updateComplete;
    expect(name.closest('.first')!.getBoundingClientRect().width).to.be.at.least(80);
  });
});
