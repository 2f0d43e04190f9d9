/** In Chromium only: neither Firefox nor WebKitGTK lets a test say what motion its user wants. */
import { expect } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import '../../src/define/backupstorage-list.js';
import { MemoryCluster } from '../../src/data-source/memory/index.js';
import type { BackupStorageList } from '../../src/elements/backupstorage-list/backupstorage-list.js';
import { storage } from './list-support.js';
import { button, mount, rootOf, seenText, until } from './support.js';

describe('<backupstorage-list> rows that change', () => {
  afterEach(() => emulateMedia({ reducedMotion: 'no-preference' }));

  it('are not marked for those who want less motion', async () => {
    await emulateMedia({ reducedMotion: 'reduce' });
    const cluster = new MemoryCluster({ objects: [storage('b')], operator: false });
    const list = await mount<BackupStorageList>('backupstorage-list', { dataSource: cluster.dataSource() });
    const row = await until(() => button(rootOf(list), 'b')?.closest('tr'), 'the row');
    await until(() => seenText(rootOf(list)).includes('Live'), 'live');
    cluster.apply(storage('b', 'demo', { status: { phase: 'Ready' } }));
    await until(() => row.textContent.includes('Ready'), 'the change');
    expect(row.getAnimations()).to.be.empty;
  });
});
