import { expect, fixture } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { html } from 'lit';
import { ACTIONS_WORDS, StorageActions } from '../../src/controllers/actions/storage-actions.js';
import type { MemoryCluster, MemoryClusterOptions } from '../../src/data-source/memory/index.js';
import { BackupStorageElement } from '../../src/elements/base-element.js';
import { baseStyles } from '../../src/elements/parts/base.styles.js';
import { editPanel } from '../../src/elements/parts/storage-actions-edit.js';
import { storageActionsStyles } from '../../src/elements/parts/storage-actions-styles.js';
import { storageActionButtons, storageActionDialogs } from '../../src/elements/parts/storage-actions.js';
import { statusBadgeStyles } from '../../src/elements/parts/status-badge.js';
import { setIn } from '../../src/manifest/json.js';
import { BACKUP_STORAGES, SECRETS } from '../../src/model/resources.js';
import type { BackupStorage, Secret } from '../../src/model/types.js';
import { button, control, rootOf, sampleCluster, seenText, type, until } from './support.js';

/** The smallest element around the actions, as the detail page is one. */
class StorageActionsHost extends BackupStorageElement<typeof ACTIONS_WORDS> {
  protected static override readonly wordGroups = ACTIONS_WORDS;
  static override styles = [baseStyles, statusBadgeStyles, storageActionsStyles];

  cluster!: MemoryCluster;
  key = { namespace: '', name: '' };
  readonly copied: string[] = [];
  readonly stored: BackupStorage[] = [];
  readonly actions = new StorageActions(this, { onUpdated: (object) => this.stored.push(object) });

  protected override feed(): void {
    const storage = this.cluster.get<BackupStorage>(BACKUP_STORAGES, this.key);
    this.actions.update({ dataSource: this.source, storage });
  }

  protected override render() {
    const view = {
      actions: this.actions,
      messages: this.messages,
      onCopyCommand: (line: string) => this.copied.push(line),
    };
    const { edit } = this.actions;
    const labelled = (value: string) => setIn(edit.draft!, ['metadata', 'labels', 'team'], value);
    return html`${storageActionButtons(view)} ${storageActionDialogs(view)}
    ${editPanel({
      edit,
      messages: this.messages,
      form: html`<label
        >Team
        <input
          .value=${edit.draft?.metadata?.labels?.['team'] ?? ''}
          @input=${(event: Event) => (edit.draft = labelled((event.target as HTMLInputElement).value))}
      /></label>`,
    })}`;
  }
}
customElements.define('storage-actions-host', StorageActionsHost);

async function hostOf(namespace: string, name: string, options: MemoryClusterOptions = {}) {
  const host = document.createElement('storage-actions-host') as StorageActionsHost;
  host.cluster = sampleCluster(options);
  host.dataSource = host.cluster.dataSource();
  host.key = { namespace, name };
  await fixture(html`<div>${host}</div>`);
  await host.updateComplete;
  return host;
}

/** The sample that has everything: repositories, BackupConfigurations and a Secret. Its data is kept. */
async function minioHost() {
  const host = await hostOf('demo', 'minio-lab');
  const storage = host.cluster.get<BackupStorage>(BACKUP_STORAGES, host.key)!;
  host.cluster.apply(setIn(storage, ['spec', 'deletionPolicy'], 'Delete'));
  host.requestUpdate();
  await host.updateComplete;
  return host;
}

const dialogOf = (host: Element, id: string) => rootOf(host).querySelector<HTMLDialogElement>(`#${id}`)!;
const deleteOf = (host: Element) => dialogOf(host, 'delete-storage');
const rotateOf = (host: Element) => dialogOf(host, 'rotate-credentials');

/** Presses a button as a user would, by its words. */
async function press(root: ParentNode & { host?: Element }, name: string): Promise<HTMLButtonElement> {
  const found = await until(() => button(root, name), `the button ${name}`);
  found.focus();
  found.click();
  return found;
}

async function opened(host: StorageActionsHost, action: string, dialog: HTMLDialogElement) {
  await press(rootOf(host), action);
  await until(() => dialog.open && seenText(dialog) !== '', `the dialog of ${action}`);
  return dialog;
}

const says = (node: Node, words: string) => until(() => seenText(node).includes(words), words);

/** Every id that an aria-describedby or a label names is there. */
function expectTied(root: ShadowRoot) {
  for (const element of root.querySelectorAll('[aria-describedby], [aria-labelledby], label[for]'))
    for (const id of ['aria-describedby', 'aria-labelledby', 'for'].flatMap(
      (name) => element.getAttribute(name)?.split(' ') ?? [],
    ))
      expect(root.getElementById(id), id).to.not.equal(null);
}

describe('the buttons of a storage', () => {
  it('are there, and accessible', async () => {
    const host = await hostOf('demo', 'minio-lab');
    const names = [...rootOf(host).querySelectorAll('.action-buttons button')].map(seenText);
    expect(names).to.deep.equal(['Edit', 'Rotate credentials', 'Delete']);
    await expect(host).to.be.accessible();
  });

  it('say why they cannot be pressed, to everybody', async () => {
    const host = await hostOf('demo', 'minio-lab', { rules: [{ verbs: ['get', 'list', 'watch'], resources: ['*'] }] });
    const root = rootOf(host);
    await says(root, 'You may not delete backupstorages in demo.');
    const found = button(root, 'Delete')!;
    expect(found.getAttribute('aria-disabled')).to.equal('true');
    expect(seenText(root.getElementById(found.getAttribute('aria-describedby')!)!)).to.equal(
      'You may not delete backupstorages in demo.',
    );
    found.focus();
    expect(root.activeElement).to.equal(found);
    found.click();
    await host.updateComplete;
    expect(deleteOf(host).open).to.equal(false);
    expectTied(root);
    await expect(host).to.be.accessible();
  });

  it('leave out what a storage does not have', async () => {
    const host = await hostOf('edge', 'local-nfs');
    expect(button(rootOf(host), 'Rotate credentials')).to.equal(undefined);
    expect(button(rootOf(host), 'Delete')).to.not.equal(undefined);
  });
});

describe('the buttons below a question', () => {
  for (const direction of ['ltr', 'rtl'])
    it(`have the way back at the start and the way on at the end, ${direction}`, async () => {
      const host = await minioHost();
      host.dir = direction;
      const expectOrder = (part: ParentNode, back: string, on: string) => {
        const row = [...part.querySelectorAll('.dialog-buttons')].at(-1)!;
        const buttons = [...row.querySelectorAll('button')];
        expect(buttons.map(seenText)).to.deep.equal([back, on]);
        const [start, end] = buttons.map((one) => one.getBoundingClientRect()) as [DOMRect, DOMRect];
        const { left, right } = row.getBoundingClientRect();
        const [first, last] = direction === 'ltr' ? [start, end] : [end, start];
        expect(first.left).to.be.closeTo(left, 1);
        expect(last.right).to.be.closeTo(right, 1);
        expect(first.right).to.be.lessThan(last.left);
        expect(buttons[1]!.matches('.primary, .danger')).to.equal(true);
        expect(buttons[0]!.matches('.primary, .danger')).to.equal(false);
      };
      expectOrder(await opened(host, 'Delete', deleteOf(host)), 'Cancel', 'Delete storage');
      await press(deleteOf(host), 'Cancel');
      expectOrder(await opened(host, 'Rotate credentials', rotateOf(host)), 'Cancel', 'Save');
      await press(rotateOf(host), 'Cancel');
      await press(rootOf(host), 'Edit');
      await until(() => button(rootOf(host), 'Save'), 'the edit');
      expectOrder(rootOf(host).querySelector('.edit-panel')!, 'Cancel', 'Save');
    });
});

describe('the dialog before a deletion', () => {
  it('names what comes with it, is accessible, and gives the focus back', async () => {
    const host = await minioHost();
    const dialog = await opened(host, 'Delete', deleteOf(host));
    await says(dialog, '2 BackupConfigurations store here');
    expect(seenText(dialog)).to.contain('Delete minio-lab?');
    expect(seenText(dialog)).to.contain('The backed up data stays where it is');
    expect(seenText(dialog)).to.contain('It holds 3 repositories, 12.222 MiB in total.');
    expect([...dialog.querySelectorAll('.dependents li')].map(seenText)).to.deep.equal([
      'demo/sample-sts-backup',
      'demo/waiting-backup',
    ]);
    expect(rootOf(host).activeElement).to.equal(dialog.querySelector('h2'));
    expectTied(rootOf(host));
    await expect(host).to.be.accessible();

    await sendKeys({ press: 'Escape' });
    await until(() => !dialog.open);
    expect(rootOf(host).activeElement).to.equal(button(rootOf(host), 'Delete'));
    expect(host.cluster.get(BACKUP_STORAGES, host.key)).to.not.equal(undefined);
  });

  it('keeps the focus inside', async () => {
    const host = await minioHost();
    const dialog = await opened(host, 'Delete', deleteOf(host));
    const seen = new Set<Element>();
    for (let step = 0; step < 8; step++) {
      await sendKeys({ press: 'Tab' });
      const { activeElement } = rootOf(host);
      // Between the last and the first the browser itself may have it.
      if (activeElement) seen.add(activeElement);
    }
    expect([...seen].every((element) => dialog.contains(element))).to.equal(true);
    expect([...seen].map(seenText)).to.include.members(['Delete storage', 'Cancel']);
  });

  it('says that a default is deleted', async () => {
    const host = await hostOf('backup-system', 'aws-primary');
    await says(await opened(host, 'Delete', deleteOf(host)), 'It is a default storage');
  });

  it('asks for the name when the data is erased', async () => {
    const host = await hostOf('backup-system', 'gcs-archive');
    const dialog = await opened(host, 'Delete', deleteOf(host));
    expect(seenText(dialog)).to.contain('all backed up data is erased');
    const confirm = button(dialog, 'Delete storage and erase its data')!;
    expect(confirm.getAttribute('aria-disabled')).to.equal('true');
    confirm.click();
    await host.updateComplete;
    expect(host.actions.deletion.step).to.equal('asking');
    type(control(dialog, 'Type gcs-archive to confirm'), 'gcs-archive');
    await host.updateComplete;
    expect(confirm.getAttribute('aria-disabled')).to.equal(null);
    confirm.click();
    await says(dialog, 'gcs-archive has been deleted');
  });

  it('follows the deletion, and deletes the Secret afterwards where the user says so', async () => {
    const host = await minioHost();
    const dialog = await opened(host, 'Delete', deleteOf(host));
    const check = await until(() => dialog.querySelector<HTMLInputElement>('input[type=checkbox]'));
    expect(check.checked).to.equal(false);
    const name = seenText(check.closest('label')!).match(/Delete the Secret (\S+) as well/)![1]!;
    check.click();
    await press(dialog, 'Delete storage');
    await says(dialog, 'minio-lab is Terminating');
    expect(rootOf(host).activeElement && dialog.contains(rootOf(host).activeElement)).to.equal(true);
    await says(dialog, `The Secret ${name} has been deleted as well.`);
    expect(host.cluster.get(BACKUP_STORAGES, host.key)).to.equal(undefined);
    expect(host.cluster.get(SECRETS, { namespace: 'demo', name })).to.equal(undefined);
    await press(dialog, 'Close');
    await until(() => !dialog.open);
  });

  it('names the Secret that could not be deleted, with a line for kubectl', async () => {
    const host = await minioHost();
    const dialog = await opened(host, 'Delete', deleteOf(host));
    (await until(() => dialog.querySelector<HTMLInputElement>('input[type=checkbox]'))).click();
    host.cluster.faults.fail(403, { when: ({ verb, type: of }) => verb === 'delete' && of === SECRETS });
    await press(dialog, 'Delete storage');
    await says(dialog, 'has not been deleted.');
    await press(dialog, 'Copy command');
    expect(host.copied[0]).to.match(/^kubectl delete secret \S+ -n demo$/);
    expect(seenText(dialog)).to.contain(host.copied[0]);
    await expect(host).to.be.accessible();
    await press(dialog, 'Retry');
    await says(dialog, 'has been deleted as well.');
  });

  it('says what the server refuses, and stays', async () => {
    const host = await minioHost();
    const dialog = await opened(host, 'Delete', deleteOf(host));
    const message = 'admission webhook "x" denied the request: not today';
    host.cluster.faults.fail({ code: 403, reason: 'Forbidden', message }, { when: ({ verb }) => verb === 'delete' });
    await press(dialog, 'Delete storage');
    await says(dialog, 'The server said: not today');
    expect(seenText(dialog)).to.contain('Nothing was deleted.');
  });
});

describe('the dialog for other credentials', () => {
  const NEW = 'a-new-secret-in-clear';

  it('asks for the provider’s keys in masked fields, and shows only names of what is there', async () => {
    const host = await hostOf('demo', 'minio-lab');
    const dialog = await opened(host, 'Rotate credentials', rotateOf(host));
    await says(dialog, 'has the keys AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY');
    const field = control(dialog, 'AWS Secret Access Key')!;
    expect(field.type).to.equal('password');
    expect(field.value).to.equal('');
    for (const secret of host.cluster.objects<Secret>(SECRETS))
      for (const value of Object.values(secret.data ?? {})) expect(dialog.outerHTML).to.not.contain(atob(value));
    expectTied(rootOf(host));
    await expect(host).to.be.accessible();
  });

  it('writes what was typed, tells how the storage is doing, and holds nothing any more', async () => {
    const host = await hostOf('demo', 'minio-lab');
    const dialog = await opened(host, 'Rotate credentials', rotateOf(host));
    type(control(dialog, 'AWS Secret Access Key'), NEW);
    await host.updateComplete;
    expect(rootOf(host).innerHTML).to.not.contain(NEW);
    await press(dialog, 'Save');
    await says(dialog, 'holds the new values');
    expect(seenText(dialog)).to.contain('Ready');
    const stored = host.cluster
      .objects<Secret>(SECRETS)
      .filter(({ data }) => data?.['AWS_SECRET_ACCESS_KEY'] === btoa(NEW));
    expect(stored).to.have.length(1);
    expect(host.stored).to.have.length(1);
    await press(dialog, 'Close');
    await until(() => !dialog.open);
    await opened(host, 'Rotate credentials', dialog);
    expect(control(dialog, 'AWS Secret Access Key')!.value).to.equal('');
  });

  it('forgets what was typed with Escape', async () => {
    const host = await hostOf('demo', 'minio-lab');
    const dialog = await opened(host, 'Rotate credentials', rotateOf(host));
    const field = control(dialog, 'AWS Secret Access Key')!;
    type(field, NEW);
    await sendKeys({ press: 'Escape' });
    await until(() => !dialog.open);
    expect(dialog.querySelector('input')).to.equal(null);
    expect(host.actions.rotation.credentials.valueOf('AWS_SECRET_ACCESS_KEY')).to.equal('');
    expect(rootOf(host).activeElement).to.equal(button(rootOf(host), 'Rotate credentials'));
  });

  it('says that nothing was entered', async () => {
    const host = await hostOf('demo', 'minio-lab');
    const dialog = await opened(host, 'Rotate credentials', rotateOf(host));
    await press(dialog, 'Save');
    await says(dialog, 'Nothing was entered');
  });
});

describe('the panel of an edit', () => {
  const team = (host: StorageActionsHost) =>
    rootOf(host).querySelector<HTMLInputElement>('.edit-panel label input') ?? undefined;

  async function editing(namespace: string, name: string) {
    const host = await hostOf(namespace, name);
    await press(rootOf(host), 'Edit');
    await until(() => team(host));
    return host;
  }

  const change = (host: StorageActionsHost, value: string) => {
    const storage = structuredClone(host.cluster.get<BackupStorage>(BACKUP_STORAGES, host.key)!);
    host.cluster.apply(setIn(storage, ['metadata', 'labels', 'team'], value));
  };

  it('says in the server’s words what stays as it is', async () => {
    const host = await editing('demo', 'minio-lab');
    await says(rootOf(host), 'BackupStorage is currently in use and cannot be modified. So its Backend stays as it is');
    const save = button(rootOf(host), 'Save')!;
    expect(save.getAttribute('aria-disabled')).to.equal('true');
    expectTied(rootOf(host));
    await expect(host).to.be.accessible();
  });

  it('takes the focus, and gives it back', async () => {
    const host = await editing('demo', 'minio-lab');
    expect(rootOf(host).activeElement?.id).to.equal('edit-heading');
    await press(rootOf(host), 'Cancel');
    await until(() => !team(host));
    expect(rootOf(host).activeElement).to.equal(button(rootOf(host), 'Edit'));
  });

  it('saves', async () => {
    const host = await editing('demo', 'minio-lab');
    type(team(host), 'mine');
    await says(rootOf(host), '1 change');
    await press(rootOf(host), 'Save');
    await until(() => !host.actions.edit.isOpen);
    expect(host.stored[0]?.metadata?.labels?.['team']).to.equal('mine');
  });

  it('lets the user choose between two versions, and saves the chosen one', async () => {
    const host = await editing('demo', 'minio-lab');
    type(team(host), 'mine');
    change(host, 'theirs');
    await host.updateComplete;
    await press(rootOf(host), 'Save');
    const group = await until(() => rootOf(host).querySelector('.conflict'));
    expect(seenText(group)).to.contain('metadata.labels.team');
    expect(seenText(group)).to.contain('Yours: "mine"');
    expect(seenText(group)).to.contain('Theirs: "theirs"');
    expect(button(rootOf(host), 'Save')!.getAttribute('aria-disabled')).to.equal('true');
    await expect(host).to.be.accessible();
    group.querySelector<HTMLInputElement>('input[value=theirs]')!.click();
    await host.updateComplete;
    await press(rootOf(host), 'Save');
    await until(() => host.stored.length > 0 || host.actions.edit.saved);
    expect(host.cluster.get<BackupStorage>(BACKUP_STORAGES, host.key)?.metadata?.labels?.['team']).to.equal('theirs');
  });
});
