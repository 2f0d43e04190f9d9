/** The same without a mouse: where the focus goes, in which order, and that it comes back. */
import { expect } from 'chai';
import { BACKUP_STORAGES } from '../../src/model/resources.js';
import type { BackupStorage } from '../../src/model/types.js';
import { inEveryEngine } from './rig.js';

const KEY = { namespace: 'demo', name: 'by-keys' };

inEveryEngine('with the keyboard alone', (journey) => {
  it('finds a storage, creates another one, edits its manifest, and deletes it', async () => {
    const { user } = journey;
    await user.open(journey.at('#/backupstorages'));
    await user.sees('minio-tls');

    // “/” goes to the filter from anywhere on the list; Enter on a name opens it, and the page's title has the focus then.
    await user.tabTo('button', 'Name');
    await user.press('/');
    await user.hasFocus('searchbox', 'Filter');
    await user.type('minio-lab');
    await user.until(async () => (await user.rows()).join() === 'minio-lab', 'one row');
    await user.tabTo('link', 'minio-lab');
    await user.press('Enter');
    await user.hasFocus('heading', 'minio-lab');
    await user.sees('Repositories');

    // Back by the trail before the title, and on to the form.
    await user.tabTo('link', 'BackupStorage', 'Shift');
    await user.press('Enter');
    await user.hasFocus('heading', 'BackupStorage');
    await user.tabTo('link', 'Create New Instance');
    await user.press('Enter');
    await user.hasFocus('heading', 'Create');
    await user.sees('Provider');

    // The form in the order that it is read in.
    const passed = [
      ...(await user.tabTo('combobox', 'Namespace')),
      ...(await user.typeChoice('Namespace', 'demo'), await user.tabTo('textbox', 'Name')),
      ...(await user.type('by-keys'), await user.tabTo('combobox', 'Deletion Policy')),
      ...(await user.typeChoice('Deletion Policy', 'WipeOut'), await user.tabTo('combobox', 'Provider')),
      ...(await user.typeChoice('Provider', 'Local'), await user.tabTo('textbox', 'Mount Path')),
      ...(await user.type('/safe/data'), await user.tabTo('textbox', 'claim Name')),
    ];
    await user.type('storage-pvc');
    expect(passed, 'what is between the fields that were filled').to.deep.equal([
      'textbox Security Context',
      'button Labels & Annotations',
      'textbox Sub Path',
      'combobox Volume Source',
    ]);
    await user.tabTo('button', 'Preview');
    await user.press('Enter');
    await user.sees('Submit');

    // Into the editor, and out of it again: Tab is not held back.
    await user.until(async () => (await user.value('textbox', 'Manifest as YAML'))?.includes('by-keys'), 'the editor');
    await user.tabTo('textbox', 'Manifest as YAML');
    await user.press('End', 'Control');
    await user.type('  default: true');
    await user.press('Tab');
    expect(await user.focused()).to.not.equal('textbox Manifest as YAML');
    await user.press('Tab', 'Shift');
    await user.hasFocus('textbox', 'Manifest as YAML');
    await user.tabTo('button', 'Submit');
    await user.sees('The server accepts this');
    await user.press('Enter');
    await user.hasFocus('heading', 'by-keys');
    await user.seesExactly('Ready');
    const { spec } = (await user.stored(BACKUP_STORAGES, KEY)) as BackupStorage;
    expect(spec).to.deep.include({ default: true, deletionPolicy: 'WipeOut' });

    // A dialog that is left gives the focus back to what has opened it.
    await user.tabTo('button', 'Delete');
    await user.press('Enter');
    await user.sees('Delete by-keys?');
    await user.press('Escape');
    await user.hasFocus('button', 'Delete');
    await user.press('Enter');
    await user.sees('No BackupConfiguration stores here.');
    if ((await user.focused()) !== 'textbox Type by-keys to confirm')
      await user.tabTo('textbox', 'Type by-keys to confirm');
    await user.type('by-keys');
    await user.tabTo('button', 'Delete storage and erase its data');
    await user.press('Enter');
    await user.sees('by-keys has been deleted');
    await user.until(async () => (await user.stored(BACKUP_STORAGES, KEY)) === 'not-found', 'it to be gone');
    await user.press('Escape');
    await user.tabTo('link', 'BackupStorage', 'Shift');
    await user.press('Enter');
    await user.hasFocus('heading', 'BackupStorage');
    await user.sees('minio-tls');
    expect(await user.rows()).to.not.contain('by-keys');
  });
});
