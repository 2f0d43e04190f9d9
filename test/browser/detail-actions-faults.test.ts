import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { MemoryCluster, RequestInfo } from '../../src/data-source/memory/index.js';
import type { BackupStorageDetail } from '../../src/elements/backupstorage-detail/backupstorage-detail.js';
import { namedSecretOf } from '../../src/manifest/deletion-secret.js';
import { setIn, type Path } from '../../src/manifest/json.js';
import { BACKUP_STORAGES, REPOSITORIES, SECRETS, type ResourceType } from '../../src/model/resources.js';
import type { BackupStorage } from '../../src/model/types.js';
import { detailOf, settled } from './detail-support.js';
import { button, control, rootOf, sampleCluster, seenText, type, until } from './support.js';

const KEY = { namespace: 'demo', name: 'minio-lab' };
const SECRET_KEY = 'AWS Secret Access Key';

const asks = (verb: string, of: ResourceType) => (request: RequestInfo) =>
  request.verb === verb && request.type === of && !request.dryRun;

const storageIn = (cluster: MemoryCluster) => cluster.get<BackupStorage>(BACKUP_STORAGES, KEY)!;

/** What another user, or a controller, makes of the storage. */
const change = (cluster: MemoryCluster, path: Path, value: unknown) =>
  cluster.apply(setIn(storageIn(cluster), path, value));

/** Another one of the same name, as whoever keeps it in Git would make. */
function recreate(cluster: MemoryCluster): void {
  const { metadata, spec } = storageIn(cluster);
  cluster.remove(BACKUP_STORAGES, KEY);
  cluster.apply({
    apiVersion: 'storage.kubestash.com/v1alpha1',
    kind: 'BackupStorage',
    metadata: { ...KEY, uid: `another-${metadata!.uid}` },
    spec,
  } as BackupStorage);
}

/** The page of a storage whose data is kept, so that no name has to be typed. */
async function page(cluster = sampleCluster()) {
  change(cluster, ['spec', 'deletionPolicy'], 'Delete');
  const detail = await settled(await detailOf(cluster, 'demo/minio-lab'));
  return { cluster, detail, root: rootOf(detail) };
}

async function press(root: ParentNode & { host?: Element }, name: string): Promise<void> {
  const found = await until(() => button(root, name), `the button ${name}`);
  found.focus();
  found.click();
}

async function dialogOf(detail: BackupStorageDetail, action: string, confirm: string) {
  await press(rootOf(detail), action);
  const dialog = await until(() => rootOf(detail).querySelector<HTMLDialogElement>('dialog[open]'), action);
  await until(() => button(dialog, confirm), confirm);
  return dialog;
}

const deletion = (detail: BackupStorageDetail) => dialogOf(detail, 'Delete', 'Delete storage');
const rotation = async (detail: BackupStorageDetail) => {
  const dialog = await dialogOf(detail, 'Rotate credentials', 'Save');
  await until(() => seenText(dialog).includes('has the keys'), 'the keys');
  return dialog;
};
const says = (node: Node, words: string) => until(() => seenText(node).includes(words), words);

describe('<backupstorage-detail>: a deletion and what can go wrong with it', () => {
  it('goes on saying what comes with it while the request is on its way', async () => {
    const { cluster, detail } = await page();
    const dialog = await deletion(detail);
    await says(dialog, '2 BackupConfigurations store here.');
    await says(dialog, 'Delete the Secret');
    const before = seenText(dialog);
    const held = cluster.faults.hold({ when: asks('delete', BACKUP_STORAGES) });
    await press(dialog, 'Delete storage');
    await until(() => held.waiting === 1, 'the request');
    await detail.updateComplete;
    expect(seenText(dialog)).to.equal(before.replace('Cancel Delete storage', 'Close Deleting…'));
    held.release();
    await says(dialog, 'minio-lab has been deleted');
  });

  it('that nobody can tell the end of is found out later, and the way there says why it failed', async () => {
    const { cluster, detail } = await page();
    const dialog = await deletion(detail);
    cluster.faults.loseAnswer({ when: asks('delete', BACKUP_STORAGES) });
    let isDeleted = false;
    cluster.observe((request) => void (isDeleted ||= asks('delete', BACKUP_STORAGES)(request)));
    const undo = cluster.faults.fail(500, {
      when: (request) => isDeleted && asks('get', BACKUP_STORAGES)(request),
      times: Infinity,
    });
    await press(dialog, 'Delete storage');
    await says(dialog, 'nobody could tell whether it is being deleted');
    await until(() => cluster.get(BACKUP_STORAGES, KEY) === undefined, 'the end');
    await press(dialog, 'Look again');
    await says(dialog, 'simulated fault');
    undo();
    await press(dialog, 'Look again');
    await says(dialog, 'minio-lab has been deleted');
  });

  it('is told to its end, also when another storage has come under its name', async () => {
    const { cluster, detail } = await page(sampleCluster({ operator: { delayMs: 60_000 } }));
    const dialog = await deletion(detail);
    (await until(() => dialog.querySelector<HTMLInputElement>('input[type=checkbox]'))).click();
    await press(dialog, 'Delete storage');
    await says(dialog, 'minio-lab is Terminating');
    recreate(cluster);
    await says(dialog, 'minio-lab has been deleted');
    await says(dialog, 'It is in use meanwhile: minio-lab.');
    expect(cluster.get(BACKUP_STORAGES, KEY), 'the new one').to.not.equal(undefined);
    await press(dialog, 'Close');
    await until(() => !dialog.open);
    const again = await deletion(detail);
    expect(seenText(again)).to.not.contain('another BackupStorage has its name');
  });

  it('leaves the one alone that has come under its name before the request', async () => {
    const { cluster, detail } = await page();
    const dialog = await deletion(detail);
    const held = cluster.faults.hold({ when: asks('delete', BACKUP_STORAGES) });
    await press(dialog, 'Delete storage');
    await until(() => held.waiting === 1, 'the request');
    recreate(cluster);
    held.release();
    await says(dialog, 'It has gone, and another BackupStorage has its name now. Nothing was deleted.');
    expect(cluster.get(BACKUP_STORAGES, KEY), 'the new one').to.not.equal(undefined);
  });

  it('says that it cannot be followed after the session has ended, and goes on once there is another', async () => {
    const { cluster, detail } = await page(sampleCluster({ operator: { delayMs: 60_000 } }));
    const dialog = await deletion(detail);
    await press(dialog, 'Delete storage');
    await says(dialog, 'minio-lab is Terminating');
    cluster.faults.authExpired = true;
    cluster.faults.cutWatches();
    await says(dialog, 'Your session ended, so its state cannot be followed.');
    await press(dialog, 'Look again');
    await says(dialog, 'The server said: Unauthorized');
    cluster.faults.authExpired = false;
    cluster.remove(BACKUP_STORAGES, KEY);
    await press(dialog, 'Look again');
    await says(dialog, 'minio-lab has been deleted');
  });

  it('that somebody else is quicker with is told as what it is, and asks for nothing more', async () => {
    const { cluster, detail } = await page();
    const dialog = await deletion(detail);
    cluster.remove(BACKUP_STORAGES, KEY);
    await says(dialog, 'minio-lab has been deleted');
    expect(button(dialog, 'Delete storage')).to.equal(undefined);
    await press(dialog, 'Close');
    await until(() => !dialog.open, 'the end of the dialog');
  });

  it('that the server puts off is asked for again, by itself', async () => {
    const { cluster, detail } = await page();
    const dialog = await deletion(detail);
    cluster.faults.fail(429, { when: asks('delete', BACKUP_STORAGES), retryAfterSeconds: 1 });
    await press(dialog, 'Delete storage');
    await says(dialog, 'minio-lab has been deleted');
  });

  it('that is refused for a right lost meanwhile stays a question, with the server’s words', async () => {
    const { cluster, detail } = await page();
    const dialog = await deletion(detail);
    const undo = cluster.faults.fail(403, { when: asks('delete', BACKUP_STORAGES) });
    await press(dialog, 'Delete storage');
    await says(dialog, 'Nothing was deleted.');
    expect(seenText(dialog)).to.contain('forbidden');
    expect(storageIn(cluster).metadata!.deletionTimestamp).to.equal(undefined);
    undo();
    await press(dialog, 'Delete storage');
    await says(dialog, 'minio-lab has been deleted');
  });

  it('says who uses the storage as far as it may be known, although the list of one kind is refused', async () => {
    const { cluster, detail } = await page();
    cluster.faults.fail(410, { when: asks('list', REPOSITORIES), times: 1 });
    const dialog = await deletion(detail);
    expect(button(dialog, 'Delete storage')!.getAttribute('aria-disabled')).to.equal(null);
    await says(dialog, 'Repositories');
  });

  it('says that the Secret has been left, also to who has closed the dialog', async () => {
    const { cluster, detail } = await page();
    const dialog = await deletion(detail);
    (await until(() => dialog.querySelector<HTMLInputElement>('input[type=checkbox]'))).click();
    cluster.faults.fail(403, { when: asks('delete', SECRETS) });
    await press(dialog, 'Delete storage');
    await says(dialog, 'minio-lab is Terminating');
    await press(dialog, 'Close');
    await says(dialog, 'has not been deleted.');
    expect(dialog.open).to.equal(true);
  });
});

describe('<backupstorage-detail>: other credentials and what can go wrong with them', () => {
  it('are written once, and cannot be typed into while they are', async () => {
    const { cluster, detail, root } = await page();
    const dialog = await rotation(detail);
    type(control(dialog, SECRET_KEY), 'first');
    const held = cluster.faults.hold({ when: asks('patch', SECRETS) });
    cluster.faults.fail(422, { when: asks('patch', SECRETS) });
    await sendKeys({ press: 'Enter' });
    await until(() => held.waiting === 1, 'the request');
    await until(() => control(dialog, SECRET_KEY)!.closest('[inert]'), 'fields that wait');
    expect(dialog.contains(root.activeElement), 'the focus is in the dialog').to.equal(true);
    expect(root.activeElement!.closest('[inert]'), 'the focus is where keys are heard').to.equal(null);
    // What a script, or a manager of passwords, fills in all the same.
    type(control(dialog, SECRET_KEY), 'second');
    held.release();
    await says(dialog, 'Nothing was written.');
    expect(button(dialog, 'Save')!.getAttribute('aria-disabled')).to.equal(null);
    expect(control(dialog, SECRET_KEY)!.value).to.equal('second');
    await press(dialog, 'Save');
    await says(dialog, 'holds the new values');
  });

  it('are not written into a Secret that the storage has been given meanwhile', async () => {
    const { cluster, detail } = await page();
    const dialog = await rotation(detail);
    type(control(dialog, SECRET_KEY), 'typed');
    change(cluster, ['spec', 'storage', 's3', 'secretName'], 'other-cred');
    await says(dialog, 'The storage has been given another Secret meanwhile');
    expect(control(dialog, SECRET_KEY)!.value).to.equal('typed');
    expect(button(dialog, 'Save')!.getAttribute('aria-disabled')).to.equal('true');
    let writes = 0;
    cluster.observe((request) => void (writes += Number(request.verb === 'patch')));
    await press(dialog, 'Save');
    expect(writes).to.equal(0);
    await press(dialog, 'Close');
    await until(() => !dialog.open);
    await press(rootOf(detail), 'Rotate credentials');
    await says(dialog, 'There is no Secret other-cred.');
  });

  it('say that their Secret has gone', async () => {
    const { cluster, detail } = await page();
    const dialog = await rotation(detail);
    type(control(dialog, SECRET_KEY), 'typed');
    cluster.remove(SECRETS, { namespace: 'demo', name: namedSecretOf(storageIn(cluster))! });
    await press(dialog, 'Save');
    await says(dialog, 'Nothing was written. The server said:');
    expect(seenText(dialog)).to.contain('not found');
  });

  it('say that the storage cannot be followed after the session has ended', async () => {
    const { cluster, detail } = await page();
    const dialog = await rotation(detail);
    type(control(dialog, SECRET_KEY), 'typed');
    cluster.faults.fail(401, {
      when: (request) => request.verb === 'list' || request.verb === 'watch',
      times: Infinity,
    });
    cluster.faults.cutWatches();
    await press(dialog, 'Save');
    await says(dialog, 'Your session ended, so its state cannot be followed.');
  });
});

describe('<backupstorage-detail>: an edit and what can go wrong with it', () => {
  const POLICY = 'Deletion Policy';

  async function editing() {
    const opened = await page();
    await press(opened.root, 'Edit');
    type(await until(() => control(opened.root, POLICY), 'the form'), 'WipeOut');
    await until(() => button(opened.root, 'Save')?.getAttribute('aria-disabled') === null, 'Save');
    return opened;
  }
  const policy = (root: ShadowRoot) => control(root, POLICY)?.value;

  it('keeps what was entered when the storage is deleted meanwhile, and says so', async () => {
    const { cluster, root } = await editing();
    cluster.remove(BACKUP_STORAGES, KEY);
    await says(root, 'minio-lab has been deleted');
    expect(policy(root)).to.equal('WipeOut');
    await press(root, 'Save');
    await says(root, 'What you entered cannot be saved.');
    await press(root, 'Close');
    await until(() => policy(root) === undefined, 'the end of the edit');
  });

  it('keeps it, and stores nothing, when another storage has come under its name', async () => {
    const { cluster, root } = await editing();
    recreate(cluster);
    await says(root, 'This is another storage of the name minio-lab');
    await says(root, 'What you entered cannot be saved.');
    expect(policy(root)).to.equal('WipeOut');
    expect(button(root, 'Save')).to.equal(undefined);
    await press(root, 'Close');
    await until(() => policy(root) === undefined, 'the end of the edit');
    await press(root, 'Edit');
    await until(() => policy(root) === 'Delete', 'the edit of the other one');
  });

  it('is not typed into while it is saved', async () => {
    const { cluster, root } = await editing();
    const held = cluster.faults.hold({ when: asks('patch', BACKUP_STORAGES) });
    await press(root, 'Save');
    await until(() => held.waiting === 1, 'the request');
    expect(control(root, POLICY)!.closest('[inert]')).to.not.equal(null);
    held.release();
    await until(() => policy(root) === undefined, 'the end of the edit');
  });

  it('waits for a webhook that is down, says what it said, and saves after all', async () => {
    const { cluster, root } = await editing();
    cluster.faults.webhookDown = true;
    await press(root, 'Save');
    await says(root, 'Nothing was saved.');
    expect(seenText(root)).to.contain('failed calling webhook');
    cluster.faults.webhookDown = false;
    await press(root, 'Save');
    await until(() => policy(root) === undefined, 'the end of the edit');
    expect(storageIn(cluster).spec!.deletionPolicy).to.equal('WipeOut');
  });

  it('leaves what others have changed meanwhile as they made it', async () => {
    const { cluster, root } = await editing();
    change(cluster, ['metadata', 'labels'], { team: 'theirs' });
    change(cluster, ['spec', 'runtimeSettings'], { pod: { priorityClassName: 'low' } });
    await press(root, 'Save');
    await until(() => policy(root) === undefined, 'the end of the edit');
    const { spec, metadata } = storageIn(cluster);
    expect(spec!.deletionPolicy).to.equal('WipeOut');
    expect(spec!.runtimeSettings).to.deep.equal({ pod: { priorityClassName: 'low' } });
    expect(metadata!.labels).to.deep.equal({ team: 'theirs' });
  });

  it('asks which version is saved when somebody else has changed the same field, and saves nothing before', async () => {
    const cluster = sampleCluster();
    const root = rootOf(await settled(await detailOf(cluster, 'demo/minio-lab')));
    await press(root, 'Edit');
    type(await until(() => control(root, POLICY), 'the form'), 'Delete');
    await until(() => button(root, 'Save')?.getAttribute('aria-disabled') === null, 'Save');
    // A policy of a newer release.
    change(cluster, ['spec', 'deletionPolicy'], 'Archive');
    await press(root, 'Save');
    const group = await until(() => root.querySelector<HTMLElement>('.conflict'), 'the choice');
    expect(seenText(group)).to.contain('Yours: "Delete"');
    expect(seenText(group)).to.contain('Theirs: "Archive"');
    expect(storageIn(cluster).spec!.deletionPolicy).to.equal('Archive');
    group.querySelector<HTMLInputElement>('input')!.click();
    await until(() => button(root, 'Save')?.getAttribute('aria-disabled') === null, 'Save');
    await press(root, 'Save');
    await until(() => policy(root) === undefined, 'the end of the edit');
    expect(storageIn(cluster).spec!.deletionPolicy).to.equal('Delete');
  });

  it('is sent again by itself when the server is asked too much', async () => {
    const { cluster, root } = await editing();
    cluster.faults.fail(429, { when: asks('patch', BACKUP_STORAGES), retryAfterSeconds: 1 });
    await press(root, 'Save');
    await until(() => policy(root) === undefined, 'the end of the edit');
    expect(storageIn(cluster).spec!.deletionPolicy).to.equal('WipeOut');
  });

  it('is refused for lack of a right that was lost meanwhile, in the server’s words', async () => {
    const { cluster, root } = await editing();
    cluster.faults.fail(403, { when: asks('patch', BACKUP_STORAGES) });
    await press(root, 'Save');
    await says(root, 'Nothing was saved.');
    expect(seenText(root)).to.contain('The server said: forbidden');
    expect(policy(root)).to.equal('WipeOut');
  });
});
