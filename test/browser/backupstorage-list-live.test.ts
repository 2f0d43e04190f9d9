import { expect } from '@open-wc/testing';
import { sendKeys, sendMouse, setViewport } from '@web/test-runner-commands';
import '../../src/define/backupstorage-list.js';
import { MemoryCluster } from '../../src/data-source/memory/index.js';
import type { BackupStorageList } from '../../src/elements/backupstorage-list/backupstorage-list.js';
import { BACKUP_STORAGES } from '../../src/model/resources.js';
import { SAMPLE_TIME } from '../../src/samples/index.js';
import { focused, storage } from './list-support.js';
import { button, mount, pointAway, rootOf, sampleCluster, seenText, tableRows, until } from './support.js';

const rowsOf = (list: BackupStorageList) => tableRows(rootOf(list), 'BackupStorages');
const namesOf = (list: BackupStorageList) => rowsOf(list).map(([name]) => name);
const rowNamed = (list: BackupStorageList, name: string) => button(rootOf(list), name)!.closest('tr')!;
const badgeOf = (list: BackupStorageList, name: string) =>
  rowNamed(list, name).querySelector<HTMLElement>('[part~="status"]')!;
const tip = (list: BackupStorageList) => rootOf(list).querySelector<HTMLElement>('.status-tip')!;
const isOpen = (list: BackupStorageList) => tip(list).matches(':popover-open');
const announced = (list: BackupStorageList) => [...rootOf(list).querySelectorAll('[role=status]')].at(-1)!.textContent;

async function loaded(cluster = sampleCluster(), properties: Partial<BackupStorageList> = {}) {
  const list = await mount<BackupStorageList>('backupstorage-list', {
    dataSource: cluster.dataSource(),
    ...properties,
  });
  await until(() => rowsOf(list).length > 0, 'rows');
  await until(() => seenText(rootOf(list)).includes('Live'), 'live');
  return list;
}

const small = (...names: string[]) =>
  new MemoryCluster({ objects: names.map((name) => storage(name)), operator: false, now: () => SAMPLE_TIME });

async function pointAt(element: Element): Promise<void> {
  const { left, top, width, height } = element.getBoundingClientRect();
  await sendMouse({ type: 'move', position: [Math.round(left + width / 2), Math.round(top + height / 2)] });
  await until(() => element.matches(':hover'), 'the pointer');
}

describe('<backupstorage-list> live', () => {
  before(() => setViewport({ width: 1280, height: 900 }));
  afterEach(pointAway);

  describe('the order under the pointer', () => {
    it('waits, says how much, and comes when the pointer leaves', async () => {
      const cluster = small('b', 'd');
      const list = await loaded(cluster);
      await pointAt(rowNamed(list, 'd'));
      cluster.apply(storage('a'));
      cluster.remove(BACKUP_STORAGES, { namespace: 'demo', name: 'b' });
      await until(() => seenText(rootOf(list)).includes('2 changes wait'), 'two changes');
      expect(namesOf(list)).to.deep.equal(['b', 'd']);
      expect(rowNamed(list, 'b').classList.contains('gone')).to.equal(true);
      expect(seenText(rootOf(list))).to.contain('2 storages');
      await pointAway();
      await until(() => namesOf(list).join() === 'a,d', 'the new order');
      expect(seenText(rootOf(list))).to.not.contain('wait');
    });

    it('does not hold back what a row says', async () => {
      const cluster = small('b', 'd');
      const list = await loaded(cluster, { sort: 'status' });
      const [first, second] = namesOf(list);
      await pointAt(rowNamed(list, second!));
      cluster.apply(storage(second!, 'demo', { status: { phase: 'Ready' } }));
      await until(() => rowsOf(list)[1]![5] === 'Ready', 'Ready, in its place');
      await until(() => seenText(rootOf(list)).includes('1 change waits'));
      await pointAway();
      await until(() => namesOf(list).join() === `${second},${first}`, 'the new order');
    });

    it('waits while the focus is in a row, and is given up for another sort and filter', async () => {
      const cluster = small('b', 'd');
      const list = await loaded(cluster);
      button(rootOf(list), 'd')!.focus();
      cluster.apply(storage('a'));
      await until(() => seenText(rootOf(list)).includes('1 change waits'));
      list.filter = 'b';
      await until(() => namesOf(list).join() === 'b');
      list.filter = '';
      await until(() => namesOf(list).join() === 'a,b,d');
    });

    it('holds no first list back', async () => {
      const cluster = small('b', 'd');
      const hold = cluster.faults.hold();
      const list = await mount<BackupStorageList>('backupstorage-list', { dataSource: cluster.dataSource() });
      await pointAt(rootOf(list).querySelector('.table-region')!);
      hold.release();
      await until(() => namesOf(list).join() === 'b,d');
      expect(seenText(rootOf(list))).to.not.contain('wait');
    });
  });

  describe('rows that change', () => {
    const flashes = (list: BackupStorageList, name: string) => rowNamed(list, name).getAnimations().length;

    it('are marked for a moment, and no other', async () => {
      const cluster = small('b', 'd');
      const list = await loaded(cluster);
      const height = rowNamed(list, 'd').offsetHeight;
      expect(flashes(list, 'd')).to.equal(0);
      cluster.apply(storage('d', 'demo', { status: { phase: 'Ready' } }));
      await until(() => rowNamed(list, 'd').textContent!.includes('Ready'));
      expect([flashes(list, 'b'), flashes(list, 'd')]).to.deep.equal([0, 1]);
      expect(rowNamed(list, 'd').offsetHeight).to.equal(height);
      await until(() => flashes(list, 'd') === 0, 'the mark to fade');
    });

    it('are announced in one sentence, and not again at once', async () => {
      const cluster = small('b', 'd');
      const list = await loaded(cluster);
      cluster.apply(storage('a'));
      cluster.apply(storage('b', 'demo', { status: { phase: 'Ready' } }));
      await until(() => announced(list) !== '', 'an announcement');
      const first = announced(list)!;
      cluster.apply(storage('c'));
      await until(() => namesOf(list).includes('c'));
      expect(announced(list)).to.equal(first);
      expect(first).to.match(/1 storage added/);
    });
  });

  describe('the reason of a status', () => {
    const REASON = 'azure-dr-cred';

    it('opens under the pointer, can be pointed at, and closes when both are left', async () => {
      const list = await loaded();
      await pointAt(badgeOf(list, 'azure-dr'));
      await until(() => isOpen(list), 'the reason');
      expect(tip(list).textContent).to.contain(REASON);
      await pointAt(tip(list));
      await new Promise((resolve) => setTimeout(resolve, 300));
      expect(isOpen(list)).to.equal(true);
      await pointAway();
      await until(() => !isOpen(list), 'the reason to close');
    });

    it('opens with the focus, closes with Escape, and comes back at a press', async () => {
      const list = await loaded();
      const badge = badgeOf(list, 'azure-dr');
      button(rootOf(list), 'azure-dr')!.focus();
      await sendKeys({ press: 'Tab' });
      expect(rootOf(list).activeElement === badge, focused(list)).to.equal(true);
      await until(() => isOpen(list), 'the reason');
      await expect(list).to.be.accessible();
      await sendKeys({ press: 'Escape' });
      await until(() => !isOpen(list), 'the reason to close');
      expect(rootOf(list).activeElement === badge, focused(list)).to.equal(true);
      await sendKeys({ press: 'Enter' });
      await until(() => isOpen(list), 'the reason again');
      await sendKeys({ press: 'Tab' });
      await until(() => !isOpen(list) || tip(list).textContent?.includes(REASON) === false, 'it to close');
    });

    it('opens at a tap, and closes at a tap elsewhere', async () => {
      const list = await loaded();
      const badge = badgeOf(list, 'azure-dr');
      badge.dispatchEvent(new PointerEvent('pointerover', { pointerType: 'touch', bubbles: true, composed: true }));
      await list.updateComplete;
      expect(isOpen(list)).to.equal(false);
      badge.click();
      await until(() => isOpen(list), 'the reason');
      document.body.dispatchEvent(new PointerEvent('pointerdown', { pointerType: 'touch', bubbles: true }));
      await until(() => !isOpen(list), 'the reason to close');
    });

    it('is heard by screen readers, and stays inside the window', async () => {
      const list = await loaded();
      expect(badgeOf(list, 'azure-dr').textContent).to.contain(REASON);
      expect(badgeOf(list, 'azure-dr').tagName).to.equal('BUTTON');
      badgeOf(list, 'azure-dr').click();
      await until(() => isOpen(list), 'the reason');
      const { left, right, top, bottom } = tip(list).getBoundingClientRect();
      expect(left).to.be.at.least(0);
      expect(right).to.be.at.most(innerWidth);
      expect(top).to.be.at.least(0);
      expect(bottom).to.be.at.most(innerHeight);
    });

    it('names the repositories that failed to sync, and that data is being deleted', async () => {
      const repositories = [{ name: 'r1', namespace: 'shop', path: 'x', synced: false, error: 'access denied' }];
      const metadata = { namespace: 'demo', deletionTimestamp: '2026-08-20T11:59:00Z', finalizers: ['x'] };
      const wiped = storage('wiped', 'demo', { metadata: { ...metadata, name: 'wiped' } });
      const cluster = new MemoryCluster({
        objects: [
          storage('synced', 'demo', { status: { phase: 'Ready', repositories } }),
          { ...wiped, spec: { ...wiped.spec, deletionPolicy: 'WipeOut' } },
          storage('odd', 'demo', { status: { phase: 'Hibernating' } }),
        ],
        operator: false,
      });
      const list = await loaded(cluster);
      const statuses = new Map(rowsOf(list).map((row) => [row[0], row[5]]));
      expect(statuses.get('synced')).to.equal('Ready Sync error');
      expect(statuses.get('wiped')).to.equal('Terminating WipeOut');
      expect(statuses.get('odd')).to.equal('Hibernating');
      expect(badgeOf(list, 'odd').tagName).to.equal('SPAN');
      badgeOf(list, 'synced').click();
      await until(() => isOpen(list) && tip(list).textContent?.includes('shop/r1: access denied'));
      badgeOf(list, 'wiped').click();
      await until(() => tip(list).textContent?.includes('Backed up data is being deleted'));
    });

    it('follows the row, and closes when there is no reason any more', async () => {
      const failed = (message: string) =>
        storage('one', 'demo', {
          status: {
            phase: 'NotReady',
            conditions: [
              { type: 'BackendInitialized', status: 'False', message, lastTransitionTime: '2026-08-20T11:00:00Z' },
            ],
          },
        });
      const cluster = new MemoryCluster({ objects: [failed('first')], operator: false });
      const list = await loaded(cluster);
      badgeOf(list, 'one').click();
      await until(() => tip(list).textContent?.includes('first'));
      cluster.apply(failed('second'));
      await until(() => tip(list).textContent?.includes('second'));
      cluster.apply(storage('one', 'demo', { status: { phase: 'Ready', conditions: [] } }));
      await until(() => !isOpen(list), 'the reason to close');
    });
  });

  it('arrow keys go from row to row in a column', async () => {
    const list = await loaded();
    const [first, second] = namesOf(list);
    button(rootOf(list), first!)!.focus();
    await sendKeys({ press: 'ArrowDown' });
    expect(rootOf(list).activeElement === button(rootOf(list), second!), focused(list)).to.equal(true);
    await sendKeys({ press: 'ArrowUp' });
    expect(rootOf(list).activeElement === button(rootOf(list), first!), focused(list)).to.equal(true);
  });
});
