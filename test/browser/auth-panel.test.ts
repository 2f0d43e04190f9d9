import { expect, fixture } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { html, LitElement } from 'lit';
import { SECRET_NAME_ID } from '../../src/controllers/form/form-issue.js';
import type { DataSource } from '../../src/data-source/types.js';
import { authPanel } from '../../src/elements/backupstorage-create-form/auth-panel.js';
import { authStyles } from '../../src/elements/backupstorage-create-form/auth-styles.js';
import { createFormStyles } from '../../src/elements/backupstorage-create-form/create-form.styles.js';
import { baseStyles } from '../../src/elements/parts/base.styles.js';
import { formFieldStyles } from '../../src/elements/parts/form-field.styles.js';
import { keyValueStyles } from '../../src/elements/parts/key-value-editor.js';
import { linkStyles } from '../../src/elements/parts/link.styles.js';
import { en } from '../../src/locales/en/index.js';
import { CredentialsRig, schemaWith } from '../unit/controllers/credentials-rig.js';
import { CERTIFICATE, SECRET, SERVICE_ACCOUNT } from '../unit/model/credentials-samples.js';
import { button, control, HAS_FORCED_COLORS, rootOf, sampleCluster, seenText, type, until } from './support.js';

/** The smallest element around the panel, as the create form is one. */
class AuthPanelHost extends LitElement {
  static override styles = [baseStyles, linkStyles, formFieldStyles, keyValueStyles, createFormStyles, authStyles];

  rig!: CredentialsRig;
  readonly #revealed = new Set<string>();

  protected override willUpdate(): void {
    this.rig.credentials.refresh();
  }

  protected override render() {
    const { credentials, providerForm, issues } = this.rig;
    return html`<form class="form">
      ${authPanel({
        credentials,
        provider: providerForm!,
        messages: en,
        issues,
        revealed: this.#revealed,
        onReveal: (key) => {
          if (!this.#revealed.delete(key)) this.#revealed.add(key);
          this.requestUpdate();
        },
        fields: html`<p>fields</p>`,
      })}
    </form>`;
  }
}
customElements.define('auth-panel-host', AuthPanelHost);

async function panelOf(provider: string, options: ConstructorParameters<typeof CredentialsRig>[1] = {}) {
  const host = document.createElement('auth-panel-host') as AuthPanelHost;
  host.rig = new CredentialsRig(provider, options);
  host.rig.onUpdate = () => host.requestUpdate();
  await fixture(html`<div>${host}</div>`);
  await host.updateComplete;
  return host;
}

const ID = 'AKIAIOSFODNN7EXAMPLE';
const AWS_FILE = `[default]\naws_access_key_id = ${ID}\naws_secret_access_key = ${SECRET}\n`;
const GOOGLE_KEY = JSON.stringify(SERVICE_ACCOUNT, null, 2);
const JSON_LABEL = 'Google Service Account JSON Key';

const field = (host: AuthPanelHost, label: string) => control<HTMLInputElement>(rootOf(host), label)!;
const press = (host: AuthPanelHost, name: string) => {
  const found = button(rootOf(host), name);
  if (!found) throw new Error(`No button ${name}`);
  found.click();
  return host.updateComplete;
};
const choose = (host: AuthPanelHost, label: string) => {
  field(host, label).click();
  return host.updateComplete;
};
const transfer = (content: string | File) => {
  const data = new DataTransfer();
  if (typeof content === 'string') data.setData('text/plain', content);
  else data.items.add(content);
  return data;
};
const fileOf = (content: string | Uint8Array<ArrayBuffer>, name = 'key.txt') => new File([content], name);

/** Whether the panel took the paste itself; else the browser would insert the text. */
function paste(host: AuthPanelHost, label: string, content: string | File): boolean {
  const event = new ClipboardEvent('paste', { bubbles: true, cancelable: true, composed: true });
  // Firefox hands a script's own event an empty clipboard, whatever its constructor was given.
  Object.defineProperty(event, 'clipboardData', { value: transfer(content) });
  return !field(host, label).dispatchEvent(event);
}

function drag(host: AuthPanelHost, label: string, step: string, content: string | File): boolean {
  const options = { dataTransfer: transfer(content), bubbles: true, cancelable: true, composed: true };
  return !field(host, label).dispatchEvent(new DragEvent(step, options));
}

async function chooseFile(host: AuthPanelHost, label: string, file: File) {
  const input = button(rootOf(host), `Choose a file… for ${label}`)!.nextElementSibling as HTMLInputElement;
  input.files = transfer(file).files;
  input.dispatchEvent(new Event('change'));
  await host.updateComplete;
}

const statusOf = (host: AuthPanelHost) => seenText(rootOf(host).querySelector('.filled [role=status]')!);
/** Everything of the page in which a value must never stand. */
const markupOf = (host: AuthPanelHost) =>
  host.outerHTML +
  rootOf(host).innerHTML +
  [...rootOf(host).querySelectorAll('*')].map((one) => one.textContent).join();

async function expectSound(host: AuthPanelHost) {
  await host.updateComplete;
  for (const described of rootOf(host).querySelectorAll('[aria-describedby]'))
    for (const id of described.getAttribute('aria-describedby')!.split(' '))
      expect(rootOf(host).getElementById(id), id).to.not.equal(null);
  const ids = [...rootOf(host).querySelectorAll('[id]')].map(({ id }) => id);
  expect(new Set(ids).size, 'ids are unique').to.equal(ids.length);
  expect(rootOf(host).querySelector('[style]'), 'no inline styles').to.equal(null);
  await expect(host).to.be.accessible();
}

describe('the Auth panel', () => {
  const LABELS: Record<string, string[]> = {
    s3: ['AWS Access Key ID', 'AWS Secret Access Key', 'CA Cert Data'],
    azure: ['Account Key'],
    gcs: ['Google Project ID', JSON_LABEL],
  };
  for (const [provider, labels] of Object.entries(LABELS))
    it(`has the guide’s labels of ${provider} in the guide’s order, and is accessible in each way`, async () => {
      const host = await panelOf(provider);
      const modes = ['New Secret', 'Existing Secret', 'None (workload identity)'];
      const shown = [...rootOf(host).querySelectorAll('label, legend, summary')].map((one) =>
        seenText(one).replace(/ \*$/, ''),
      );
      expect(shown).to.deep.equal(['Auth', 'Credentials', ...modes, ...labels]);
      for (const mode of modes) {
        await choose(host, mode);
        await expectSound(host);
      }
    });

  describe('masks', () => {
    it('what is secret until it is asked for, and never puts it into the markup', async () => {
      const host = await panelOf('s3');
      const secret = field(host, 'AWS Secret Access Key');
      type(secret, SECRET);
      expect(secret.type).to.equal('password');
      await press(host, 'Show AWS Secret Access Key');
      expect(secret.type).to.equal('text');
      expect(secret.value).to.equal(SECRET);
      expect(markupOf(host)).to.not.contain(SECRET);
      await press(host, 'Hide AWS Secret Access Key');
      expect(secret.type).to.equal('password');
    });

    it('a document of many lines in every engine, and sums it up', async () => {
      const host = await panelOf('gcs');
      const area = field(host, JSON_LABEL);
      type(area, GOOGLE_KEY);
      await host.updateComplete;
      const paintOf = (pseudo?: string) => getComputedStyle(area, pseudo).getPropertyValue('-webkit-text-fill-color');
      expect(paintOf()).to.equal('rgba(0, 0, 0, 0)');
      expect(paintOf('::selection')).to.equal('rgba(0, 0, 0, 0)');
      if (HAS_FORCED_COLORS) expect(getComputedStyle(area).getPropertyValue('forced-color-adjust')).to.equal('none');
      expect(getComputedStyle(area).borderColor).to.not.equal('rgba(0, 0, 0, 0)');
      const summary = rootOf(host).getElementById(`${area.id}-summary`)!;
      expect(seenText(summary)).to.match(/^JSON key, \d+ B, project acme-demo$/);
      expect(area.getAttribute('aria-describedby')).to.contain(summary.id);
      await expectSound(host);

      await press(host, `Show ${JSON_LABEL}`);
      expect(paintOf()).to.not.equal('rgba(0, 0, 0, 0)');
      expect(rootOf(host).getElementById(`${area.id}-summary`)).to.equal(null);
      expect(markupOf(host)).to.not.contain('DUMMY KEY');
    });

    it('against carrying away what cannot be seen', async () => {
      const host = await panelOf('gcs');
      const area = field(host, JSON_LABEL);
      type(area, GOOGLE_KEY);
      const isKept = (event: string) => !area.dispatchEvent(new ClipboardEvent(event, { cancelable: true }));
      expect([isKept('copy'), isKept('cut')]).to.deep.equal([true, true]);
      await press(host, `Show ${JSON_LABEL}`);
      expect([isKept('copy'), isKept('cut')]).to.deep.equal([false, false]);
    });

    it('nothing that a browser would offer to store', async () => {
      for (const provider of ['s3', 'azure', 'gcs'])
        for (const one of rootOf(await panelOf(provider)).querySelectorAll(
          'input:not([type=radio], [type=file]), textarea',
        ))
          expect(one.getAttribute('autocomplete'), one.id).to.equal('off');
    });
  });

  describe('takes', () => {
    it('an AWS file that is pasted into either key, and gives it back', async () => {
      for (const label of ['AWS Access Key ID', 'AWS Secret Access Key']) {
        const host = await panelOf('s3');
        type(field(host, 'AWS Access Key ID'), 'typed');
        expect(paste(host, label, AWS_FILE)).to.equal(true);
        await host.updateComplete;
        expect(field(host, 'AWS Access Key ID').value).to.equal(ID);
        expect(field(host, 'AWS Secret Access Key').value).to.equal(SECRET);
        expect(statusOf(host)).to.contain('Filled in: AWS Access Key ID, AWS Secret Access Key');
        expect(markupOf(host)).to.not.contain(SECRET);
        await expectSound(host);
        await press(host, 'Undo');
        expect(field(host, 'AWS Access Key ID').value).to.equal('typed');
        expect(field(host, 'AWS Secret Access Key').value).to.equal('');
        await until(() => rootOf(host).activeElement === field(host, 'AWS Access Key ID'), 'focus on the fields');
      }
    });

    it('one of several profiles, with the keyboard', async () => {
      const host = await panelOf('s3');
      paste(host, 'AWS Access Key ID', `${AWS_FILE}[dev]\naws_access_key_id=2\naws_secret_access_key=s\n`);
      await until(() => button(rootOf(host), 'dev'));
      expect(statusOf(host)).to.contain('several profiles');
      expect(field(host, 'AWS Access Key ID').value).to.equal('');
      await expectSound(host);
      const first = button(rootOf(host), 'default')!;
      await until(() => rootOf(host).activeElement === first, 'focus on the first profile');
      const key = field(host, 'AWS Access Key ID');
      expect(first.compareDocumentPosition(key) & Node.DOCUMENT_POSITION_FOLLOWING, 'before the keys').to.not.equal(0);
      await sendKeys({ press: 'Tab' });
      expect(rootOf(host).activeElement).to.equal(button(rootOf(host), 'dev'));
      await sendKeys({ press: 'Enter' });
      await host.updateComplete;
      expect(field(host, 'AWS Access Key ID').value).to.equal('2');
      expect(button(rootOf(host), 'dev')).to.equal(undefined);
      expect(statusOf(host)).to.contain('profile dev');
    });

    it('one of several profiles of a file, without a word about the empty field that it was chosen for', async () => {
      const host = await panelOf('s3');
      await chooseFile(host, 'AWS Access Key ID', fileOf(`${AWS_FILE}[dev]\naws_access_key_id=2\n`));
      await until(() => rootOf(host).activeElement === button(rootOf(host), 'default'), 'focus on the first profile');
      await press(host, 'Cancel');
      field(host, 'AWS Access Key ID').focus();
      paste(host, 'AWS Access Key ID', `${AWS_FILE}[dev]\naws_access_key_id=2\n`);
      await until(() => rootOf(host).activeElement === button(rootOf(host), 'default'), 'and again');
      expect(field(host, 'AWS Access Key ID').getAttribute('aria-invalid')).to.equal(null);
    });

    it('plain text as every field does', async () => {
      const host = await panelOf('s3');
      expect(paste(host, 'AWS Access Key ID', ID)).to.equal(false);
      expect(paste(host, 'CA Cert Data', CERTIFICATE)).to.equal(false);
      expect(drag(host, 'AWS Access Key ID', 'dragover', ID)).to.equal(false);
      expect(drag(host, 'AWS Access Key ID', 'drop', ID)).to.equal(false);
    });

    it('a Google key that is dropped, with its project, and shows where', async () => {
      const host = await panelOf('gcs');
      const key = fileOf(GOOGLE_KEY, 'key.json');
      const target = field(host, JSON_LABEL).closest('.drop-target')!;
      expect(drag(host, JSON_LABEL, 'dragover', key)).to.equal(true);
      expect(getComputedStyle(target).outlineStyle).to.equal('dashed');
      drag(host, JSON_LABEL, 'dragleave', key);
      expect(getComputedStyle(target).outlineStyle).to.equal('none');
      drag(host, JSON_LABEL, 'dragover', key);
      expect(drag(host, JSON_LABEL, 'drop', key)).to.equal(true);
      expect(getComputedStyle(target).outlineStyle).to.equal('none');
      await until(() => field(host, JSON_LABEL).value === GOOGLE_KEY, 'the key');
      expect(field(host, 'Google Project ID').value).to.equal('acme-demo');
      expect(statusOf(host)).to.contain(`Filled in: ${JSON_LABEL}, Google Project ID.`);
      await press(host, 'Undo');
      expect([field(host, JSON_LABEL).value, field(host, 'Google Project ID').value]).to.deep.equal(['', '']);
    });

    it('a file that is chosen, and says what was read in it', async () => {
      const host = await panelOf('s3');
      await chooseFile(host, 'CA Cert Data', fileOf(CERTIFICATE, 'ca.pem'));
      await until(() => field(host, 'CA Cert Data').value === CERTIFICATE, 'the certificate');
      await until(
        () => seenText(rootOf(host)).includes(en.certificates(1, Date.UTC(2046, 10, 18, 12))),
        'what was read',
      );
      await chooseFile(
        host,
        'AWS Access Key ID',
        fileOf(`\uFEFFAccess key ID,Secret access key\r\n${ID},${SECRET}\r\n`),
      );
      await until(() => field(host, 'AWS Secret Access Key').value === SECRET, 'the keys');
      await expectSound(host);
    });

    it('no file that is big or binary', async () => {
      const host = await panelOf('gcs');
      await chooseFile(host, JSON_LABEL, fileOf(new Uint8Array(256 * 1024 + 1)));
      await until(() => statusOf(host).includes('larger than 256 KiB'), 'too big');
      expect(paste(host, JSON_LABEL, fileOf(Uint8Array.from([0x50, 0x4b, 3, 4])))).to.equal(true);
      await until(() => statusOf(host).includes('The file is not text.'), 'binary');
      expect(field(host, JSON_LABEL).value).to.equal('');
      expect(button(rootOf(host), 'Undo')).to.equal(undefined);
    });

    it('the parts of a connection string', async () => {
      const host = await panelOf('azure');
      const key = btoa('k'.repeat(64));
      const text = `DefaultEndpointsProtocol=https;AccountName=acmedemo;AccountKey=${key}`;
      type(field(host, 'Account Key'), text);
      field(host, 'Account Key').blur();
      await until(() => seenText(rootOf(host)).includes('This is a connection string'), 'the warning');
      await expectSound(host);
      await press(host, 'Use its parts');
      expect(field(host, 'Account Key').value).to.equal(key);
      expect(host.rig.block!['storageAccount']).to.equal('acmedemo');
    });
  });

  describe('points out', () => {
    it('what is stray once the field was left, and removes it when told to', async () => {
      const host = await panelOf('s3');
      const id = field(host, 'AWS Access Key ID');
      id.focus();
      await sendKeys({ type: ` ${ID}` });
      await host.updateComplete;
      expect(button(rootOf(host), 'Remove')).to.equal(undefined);
      await sendKeys({ press: 'Tab' });
      const remove = await until(() => button(rootOf(host), 'Remove'), 'the way to remove it');
      expect(id.value).to.equal(` ${ID}`);
      expect(seenText(rootOf(host))).to.contain('Here is a blank at the beginning.');
      const notes = id.getAttribute('aria-describedby')!.split(' ');
      expect(notes.map((note) => seenText(rootOf(host).getElementById(note)!)).join()).to.contain(
        'a blank at the beginning',
      );
      await expectSound(host);
      remove.click();
      await until(() => id.value === ID, 'the clean value');
      await until(() => rootOf(host).activeElement === id, 'focus on the field');
      expect(button(rootOf(host), 'Remove')).to.equal(undefined);
    });

    it('what is wrong with a document once the field was left', async () => {
      const host = await panelOf('s3');
      const area = field(host, 'CA Cert Data');
      type(area, '-----BEGIN PRIVATE KEY-----\nAA==\n-----END PRIVATE KEY-----\n');
      await host.updateComplete;
      expect(seenText(rootOf(host))).to.not.contain('private key');
      area.blur();
      await until(() => area.getAttribute('aria-invalid') === 'true', 'the error');
      expect(seenText(rootOf(host))).to.contain('This is a private key.');
      await expectSound(host);
    });
  });

  describe('for a new Secret', () => {
    it('says its name, which can be changed', async () => {
      const host = await panelOf('s3');
      expect(seenText(rootOf(host))).to.contain('A Secret named main-storage-cred is created beside the storage.');
      await press(host, 'Change name');
      const name = await until(() => control<HTMLInputElement>(rootOf(host), 'Secret name'));
      await until(() => rootOf(host).activeElement === name, 'focus on the name');
      expect(name.placeholder).to.equal('main-storage-cred');
      type(name, 'mine');
      type(name, '');
      await host.updateComplete;
      expect(name.isConnected).to.equal(true);
      type(name, 'mine');
      expect(host.rig.block).to.deep.equal({ secretName: 'mine' });
      await expectSound(host);
    });

    it('leads to the Secret that has its name already', async () => {
      const host = await panelOf('s3', { source: sampleCluster().dataSource() });
      host.rig.write(['metadata', 'namespace'], 'backup-system');
      host.rig.credentials.secretName = 'aws-primary-cred';
      await until(
        () => seenText(rootOf(host)).includes('A Secret named aws-primary-cred exists already.'),
        'the warning',
      );
      await expectSound(host);
      await press(host, 'Use the Secret aws-primary-cred');
      expect(field(host, 'Existing Secret').checked).to.equal(true);
      await until(() => rootOf(host).activeElement?.id === SECRET_NAME_ID, 'focus on the name');
      expect(field(host, 'Secret name').value).to.equal('aws-primary-cred');
      await until(() => seenText(rootOf(host)).includes('has every key that is needed'), 'the check');
    });
  });

  describe('for an existing Secret', () => {
    it('offers names, and checks keys when the field is left', async () => {
      const host = await panelOf('s3', { source: sampleCluster().dataSource() });
      host.rig.write(['metadata', 'namespace'], 'backup-system');
      await choose(host, 'Existing Secret');
      await until(() => rootOf(host).querySelector('datalist option[value="aws-primary-cred"]'), 'the names');
      const name = field(host, 'Secret name');
      type(name, 'azure-finance-cred');
      name.blur();
      await until(
        () =>
          seenText(rootOf(host)).includes(
            'storage secret backup-system/azure-finance-cred missing AWS_ACCESS_KEY_ID key',
          ) || seenText(rootOf(host)).includes('There is no Secret azure-finance-cred'),
        'the warning',
      );
      expect(name.getAttribute('aria-invalid')).to.equal(null);
      type(name, 'nothing-here');
      name.blur();
      await until(
        () => seenText(rootOf(host)).includes('There is no Secret nothing-here in backup-system.'),
        'not found',
      );
      await expectSound(host);
    });

    it('takes a name also where nothing may be listed or read, and says so', async () => {
      const rules = [{ verbs: ['create'], resources: ['*'] }];
      const host = await panelOf('s3', { source: sampleCluster({ rules }).dataSource() as DataSource });
      await choose(host, 'Existing Secret');
      await until(() => seenText(rootOf(host)).includes('You may not list the Secrets of this namespace'), 'why');
      type(field(host, 'Secret name'), 'cred');
      field(host, 'Secret name').blur();
      await until(() => seenText(rootOf(host)).includes('You may not read the Secret cred'), 'why not checked');
      expect(host.rig.block).to.deep.equal({ secretName: 'cred' });
      await expectSound(host);
    });
  });

  describe('for none', () => {
    it('asks for the service account, and for S3 says what is ignored', async () => {
      const host = await panelOf('s3');
      await choose(host, 'None (workload identity)');
      expect(seenText(rootOf(host))).to.contain('End Point is still needed');
      const account = field(host, 'Service Account');
      account.focus();
      await sendKeys({ press: 'Tab' });
      await until(() => seenText(rootOf(host)).includes('the jobs need a service account'), 'the warning');
      type(account, 'bucket-user');
      await host.updateComplete;
      expect(seenText(rootOf(host))).to.not.contain('the jobs need a service account');
      expect(host.rig.storage.spec!.runtimeSettings).to.deep.equal({ pod: { serviceAccountName: 'bucket-user' } });
    });

    it('switches the pod label of Azure on, where it can be seen', async () => {
      const host = await panelOf('azure');
      await choose(host, 'None (workload identity)');
      const label = field(host, 'Pod label azure.workload.identity/use');
      expect(label.checked).to.equal(true);
      label.click();
      await until(() => seenText(rootOf(host)).includes('Pods without this label'), 'the warning');
      await expectSound(host);
      label.click();
      await choose(host, 'New Secret');
      expect(host.rig.storage.spec).to.not.have.property('runtimeSettings');
    });

    it('is chosen with the arrow keys', async () => {
      const host = await panelOf('gcs');
      field(host, 'New Secret').focus();
      await sendKeys({ press: 'ArrowRight' });
      await sendKeys({ press: 'ArrowRight' });
      await host.updateComplete;
      expect(host.rig.credentials.mode).to.equal('none');
    });
  });

  describe('of a provider that nobody knows', () => {
    const schema = schemaWith('b2', { bucket: { type: 'string' }, secret: { type: 'string' } });

    it('has rows of free keys, masked, with the keyboard', async () => {
      const host = await panelOf('b2', { schema });
      field(host, 'Key').focus();
      await sendKeys({ type: 'B2_ID' });
      await sendKeys({ press: 'Tab' });
      await sendKeys({ type: 'hunter2' });
      await host.updateComplete;
      const value = field(host, 'Value');
      expect(value.value).to.equal('hunter2');
      const paint = () => getComputedStyle(value).getPropertyValue('-webkit-text-fill-color');
      expect(paint()).to.equal('rgba(0, 0, 0, 0)');
      expect(seenText(rootOf(host))).to.contain('••••••••');
      await sendKeys({ press: 'Tab' });
      await sendKeys({ press: 'Enter' });
      await host.updateComplete;
      expect(paint()).to.not.equal('rgba(0, 0, 0, 0)');
      expect(host.rig.secret!.stringData).to.deep.equal({ B2_ID: 'hunter2' });
      expect(host.rig.block).to.deep.equal({ secret: 'main-storage-cred' });
      expect(markupOf(host)).to.not.contain('hunter2');
      await expectSound(host);
    });

    it('points out what is stray in a row', async () => {
      const host = await panelOf('b2', { schema });
      type(field(host, 'Key'), 'B2_ID');
      type(field(host, 'Value'), 'hunter2\n');
      field(host, 'Value').blur();
      await until(() => button(rootOf(host), 'Remove'), 'the way to remove it');
      await expectSound(host);
      await press(host, 'Remove');
      expect(host.rig.secret!.stringData).to.deep.equal({ B2_ID: 'hunter2' });
      expect(field(host, 'Value').value).to.equal('hunter2');
    });

    it('tells faults at their row, and deletes rows', async () => {
      const host = await panelOf('b2', { schema });
      type(field(host, 'Key'), 'no key!');
      field(host, 'Key').blur();
      await until(() => seenText(rootOf(host)).includes('a valid config key must consist of'), 'the fault');
      expect(field(host, 'Key').getAttribute('aria-invalid')).to.equal('true');
      await press(host, '+ Add new');
      await until(() => rootOf(host).querySelectorAll('.key-value').length === 2, 'the row');
      await until(() => rootOf(host).activeElement?.getAttribute('aria-label') === 'Key', 'focus in the row');
      await expectSound(host);
      await press(host, 'Delete Keys of the Secret row 1');
      expect(rootOf(host).querySelectorAll('.key-value')).to.have.lengthOf(1);
      expect(seenText(rootOf(host))).to.not.contain('a valid config key');
    });

    it('can use an existing Secret, or none', async () => {
      const host = await panelOf('b2', { schema });
      await choose(host, 'Existing Secret');
      type(field(host, 'Secret name'), 'cred');
      expect(host.rig.block).to.deep.equal({ secret: 'cred' });
      await choose(host, 'None (workload identity)');
      expect(host.rig.block).to.equal(undefined);
    });
  });

  it('fits into a narrow place', async () => {
    const host = await panelOf('s3');
    host.parentElement!.setAttribute('dir', 'rtl');
    host.parentElement!.style.inlineSize = '320px';
    type(field(host, 'AWS Access Key ID'), ` ${ID}`);
    field(host, 'AWS Access Key ID').blur();
    paste(
      host,
      'AWS Secret Access Key',
      `${AWS_FILE}[${'long-'.repeat(20)}]\naws_access_key_id=2\naws_secret_access_key=s\n`,
    );
    await until(() => button(rootOf(host), 'Cancel'));
    expect(host.scrollWidth).to.be.at.most(320);
  });
});
