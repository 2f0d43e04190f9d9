import { expect } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import '../../src/define/backupstorage-create-form.js';
import type { MemoryCluster } from '../../src/data-source/memory/index.js';
import type { BackupStorageCreateForm } from '../../src/elements/backupstorage-create-form/backupstorage-create-form.js';
import { BACKUP_STORAGES, SECRETS } from '../../src/model/resources.js';
import type { BackupStorage, KubernetesObject, Secret } from '../../src/model/types.js';
import { setIn, unsetIn } from '../../src/manifest/json.js';
import { backupStorageSchema } from '../../src/schema/bundled/backup-storage.js';
import { sample } from '../fixtures/acceptance.js';
import {
  button,
  control,
  mount,
  nextEvent,
  pointAway,
  rootOf,
  sampleCluster,
  seenText,
  type,
  until,
} from './support.js';

const SECRET = 'dummy-secret-access-key-7f3a';

async function formOf(cluster: MemoryCluster = sampleCluster(), properties: Partial<BackupStorageCreateForm> = {}) {
  const form = await mount<BackupStorageCreateForm>('backupstorage-create-form', {
    dataSource: cluster.dataSource(),
    ...properties,
  });
  await until(() => control(rootOf(form), 'Name'), 'the form');
  await until(() => control<HTMLSelectElement>(rootOf(form), 'Namespace')?.options?.length === 7, 'namespaces');
  return form;
}

async function fill(form: BackupStorageCreateForm, values: Record<string, string>) {
  for (const [label, value] of Object.entries(values)) {
    type(await until(() => control(rootOf(form), label), label), value);
    await form.updateComplete;
  }
}

/** The closed groups below the backend. */
const GROUPS = ['Usage Policy', 'Default Storage', 'Runtime Settings'];

/** Opens a group by its heading. */
async function openGroup(form: BackupStorageCreateForm, title: string): Promise<HTMLDetailsElement> {
  const details = [...rootOf(form).querySelectorAll('details')].find((one) =>
    seenText(one.querySelector('summary')!).startsWith(title),
  )!;
  if (!details.open) details.querySelector('summary')!.click();
  await until(() => details.open && details.querySelector('.details-body'), `the group ${title}`);
  return details;
}

const BASICS = { Namespace: 'demo', Name: 'my-storage' };
const S3 = {
  ...BASICS,
  Provider: 's3',
  'AWS Access Key ID': 'dummy-access-key-id',
  'AWS Secret Access Key': SECRET,
  Bucket: 'lab-two',
  'End Point': 'https://minio.storage.svc:9000',
  Region: 'us-east-1',
};
const AZURE = {
  ...BASICS,
  Provider: 'azure',
  'Account Key': SECRET,
  'Account Name': 'acmedemo',
  Container: '12345',
  'Max Connections': '10',
};
const GCS = {
  ...BASICS,
  Provider: 'gcs',
  'Google Service Account JSON Key': `{"type": "service_account", "private_key": "${SECRET}"}`,
  Bucket: 'acme-demo-backups',
};
const LOCAL = {
  ...BASICS,
  Provider: 'local',
  'Mount Path': '/safe/data',
  'Sub Path': 'db',
  'claim Name': 'storage-pvc',
};

function press(form: BackupStorageCreateForm, name: string) {
  const found = button(rootOf(form), name);
  if (!found) throw new Error(`No button ${name}`);
  found.click();
}

async function preview(form: BackupStorageCreateForm) {
  press(form, 'Preview');
  await until(() => button(rootOf(form), 'Submit'), 'the preview');
}

const manifestOf = (form: BackupStorageCreateForm): string =>
  rootOf(form).querySelector<HTMLTextAreaElement>('textarea.plain-text')?.value ??
  [...rootOf(form).querySelectorAll('.cm-line')].map((line) => line.textContent).join('\n');

const labelsOf = (form: BackupStorageCreateForm): string[] =>
  [...rootOf(form).querySelectorAll('.form label, .form legend, .form summary, .form h3')]
    .filter((label) => label.checkVisibility())
    // Of a group its title, without the line that says what is in it.
    .map((label) => seenText(label.querySelector('.group-heading > :first-child') ?? label).replace(/ \*$/, ''));

describe('<backupstorage-create-form>', () => {
  it('has the guide’s labels in the guide’s order', async () => {
    const form = await formOf();
    expect(labelsOf(form)).to.deep.equal([
      'Basic',
      'Namespace',
      'Name',
      'Deletion Policy',
      'Security Context',
      'Labels & Annotations',
      'Backend',
      'Provider',
      ...GROUPS,
    ]);
    const { options } = control<HTMLSelectElement>(rootOf(form), 'Provider')!;
    expect([...options].map((option) => option.text)).to.deep.equal([
      'Choose a provider',
      'Azure',
      'S3',
      'GCS',
      'Local',
    ]);
    const policy = control<HTMLSelectElement>(rootOf(form), 'Deletion Policy')!;
    expect([...policy.options].map((option) => option.text).filter(Boolean)).to.include.members([
      'Delete (Keep only database Secrets and backed up data)',
      'WipeOut (Delete everything including backed up data)',
    ]);
    expect(policy.value).to.equal('Delete');
  });

  it('opens what the guide does not have only when it is asked for', async () => {
    const form = await formOf();
    expect(rootOf(form).querySelectorAll('details[open]')).to.have.length(0);
    expect(rootOf(form).querySelector('.details-body'), 'nothing of a closed group is rendered').to.equal(null);
    await openGroup(form, 'Default Storage');
    expect(control(rootOf(form), 'Default')!.role).to.equal('switch');
  });

  const PANELS: Record<string, string[]> = {
    azure: ['Auth', 'Account Key', 'Account Name', 'Spec', 'Container', 'Max Connections', 'Prefix'],
    s3: [
      'Auth',
      'AWS Access Key ID',
      'AWS Secret Access Key',
      'CA Cert Data',
      'Spec',
      'Insecure TLS',
      'Bucket',
      'End Point',
      'Prefix',
      'Region',
      'More Settings',
    ],
    gcs: [
      'Auth',
      'Google Project ID',
      'Google Service Account JSON Key',
      'Spec',
      'Bucket',
      'Max Connections',
      'Prefix',
    ],
    local: [
      'Spec',
      'Mount Path',
      'Sub Path',
      'Volume',
      'Volume Source',
      'Persistent Volume Claim',
      'claim Name',
      'ReadOnly?',
      'More Settings',
    ],
  };
  for (const [provider, labels] of Object.entries(PANELS))
    it(`has the panels of ${provider}, and is accessible with them`, async () => {
      const form = await formOf();
      await fill(form, { Provider: provider });
      const credentials = ['Credentials', 'New Secret', 'Existing Secret', 'None (workload identity)'];
      const shown = labelsOf(form);
      expect(shown.slice(shown.indexOf('Provider') + 1).filter((label) => !credentials.includes(label))).to.deep.equal([
        ...labels,
        ...GROUPS,
      ]);
      await expect(form).to.be.accessible();
    });

  const EXPECTED: Record<string, [Record<string, string>, object]> = {
    azure: [
      AZURE,
      {
        provider: 'azure',
        azure: {
          storageAccount: 'acmedemo',
          container: '12345',
          maxConnections: 10,
          secretName: 'my-storage-storage-cred',
        },
      },
    ],
    s3: [
      S3,
      {
        provider: 's3',
        s3: {
          endpoint: 'https://minio.storage.svc:9000',
          bucket: 'lab-two',
          region: 'us-east-1',
          secretName: 'my-storage-storage-cred',
        },
      },
    ],
    gcs: [GCS, { provider: 'gcs', gcs: { bucket: 'acme-demo-backups', secretName: 'my-storage-storage-cred' } }],
    local: [
      LOCAL,
      {
        provider: 'local',
        local: { mountPath: '/safe/data', subPath: 'db', persistentVolumeClaim: { claimName: 'storage-pvc' } },
      },
    ],
  };
  for (const [provider, [values, storage]] of Object.entries(EXPECTED))
    it(`creates a ${provider} storage that becomes Ready, and its Secret`, async () => {
      const cluster = sampleCluster();
      const form = await formOf(cluster);
      await fill(form, values);
      await preview(form);
      const created = nextEvent(form, 'backupstorage-created');
      press(form, 'Submit');
      const { object } = await created;
      expect(object.spec!.storage).to.deep.equal(storage);
      expect(object.spec!.usagePolicy).to.deep.equal({ allowedNamespaces: { from: 'Same' } });
      const key = { namespace: 'demo', name: 'my-storage' };
      await until(() => cluster.get<BackupStorage>(BACKUP_STORAGES, key)?.status?.phase === 'Ready', 'Ready');
      const secret = cluster.get<Secret>(SECRETS, { namespace: 'demo', name: 'my-storage-storage-cred' });
      expect(secret !== undefined).to.equal(provider !== 'local');
      if (secret) expect(Object.values(secret.data!).some((value) => atob(value).includes(SECRET))).to.equal(true);
      await until(() => seenText(rootOf(form)).includes('my-storage was created'));
    });

  describe('bad input', () => {
    it('is told when a field is left, not while it is typed for the first time', async () => {
      const form = await formOf();
      const name = control(rootOf(form), 'Name')!;
      type(name, 'Not A Name');
      await form.updateComplete;
      expect(name.getAttribute('aria-invalid')).to.equal(null);
      name.blur();
      await until(() => name.getAttribute('aria-invalid') === 'true');
      const said = rootOf(form).getElementById(name.getAttribute('aria-describedby')!.split(' ').at(-1)!)!;
      expect(seenText(said)).to.contain('a lowercase RFC 1123 subdomain must consist of');
      expect(name.value).to.equal('Not A Name');
    });

    it('moves the focus to a summary with ways to the fields', async () => {
      const form = await formOf();
      await fill(form, { Provider: 's3' });
      press(form, 'Preview');
      await until(() => rootOf(form).activeElement?.id === 'error-summary', 'focus on the summary');
      const summary = rootOf(form).getElementById('error-summary')!;
      expect(seenText(summary)).to.contain('7 fields need your attention');
      expect([...summary.querySelectorAll('button')].map(seenText)).to.deep.equal([
        'Namespace is required.',
        'Name is required.',
        'AWS Access Key ID is required.',
        'AWS Secret Access Key is required.',
        'Bucket is required.',
        'End Point is required.',
        'Region is required.',
      ]);
      button(rootOf(form), 'Bucket is required.')!.click();
      await until(() => rootOf(form).activeElement === control(rootOf(form), 'Bucket'));
      await expect(form).to.be.accessible();
    });

    it('is refused in the server’s words: a number that is none, a wrong endpoint', async () => {
      const form = await formOf();
      await fill(form, { ...AZURE, 'Max Connections': 'many' });
      press(form, 'Preview');
      await until(() => seenText(rootOf(form)).includes('must be of type integer'));
      expect(control(rootOf(form), 'Max Connections')!.value).to.equal('many');
      await fill(form, { ...S3, 'End Point': 'minio:9000' });
      press(form, 'Preview');
      await until(() => seenText(rootOf(form)).includes('starts with http:// or https://'));
    });

    it('tells every aria-describedby a place in the same root', async () => {
      const form = await formOf();
      await fill(form, { Provider: 'gcs' });
      press(form, 'Preview');
      await form.updateComplete;
      for (const described of rootOf(form).querySelectorAll('[aria-describedby]'))
        for (const id of described.getAttribute('aria-describedby')!.split(' '))
          expect(rootOf(form).getElementById(id), id).to.not.equal(null);
    });

    it('promises no Secret under a name that cannot be one', async () => {
      const form = await formOf();
      await fill(form, { ...BASICS, Provider: 's3' });
      await until(
        () => seenText(rootOf(form)).includes('A Secret named my-storage-storage-cred is created'),
        'its name',
      );
      await fill(form, { Name: 'Not A Name' });
      await until(() => seenText(rootOf(form)).includes('A Secret is created beside the storage.'), 'no name');
      expect(seenText(rootOf(form))).to.not.contain('Not A Name-storage-cred');
    });

    it('counts the required fields that are left', async () => {
      const form = await formOf();
      expect(seenText(rootOf(form))).to.contain('3 required fields left');
      await fill(form, LOCAL);
      expect(seenText(rootOf(form))).to.contain('Every required field is filled');
    });
  });

  describe('nothing is lost', () => {
    it('when the provider is switched: each keeps its draft, only the chosen one is emitted', async () => {
      const form = await formOf();
      await fill(form, S3);
      await fill(form, AZURE);
      expect(form.value.spec!.storage).to.have.all.keys('provider', 'azure');
      await fill(form, { Provider: 's3' });
      expect(control(rootOf(form), 'Bucket')!.value).to.equal('lab-two');
      expect(control(rootOf(form), 'AWS Secret Access Key')!.value).to.equal(SECRET);
      expect(form.value.spec!.storage).to.have.all.keys('provider', 's3');
    });

    it('when going back from the preview, edits made there included', async () => {
      const form = await formOf();
      await fill(form, S3);
      await preview(form);
      // There is a plain text field until the editor has come; which is at once where it was loaded before.
      (await until(() => rootOf(form).querySelector<HTMLElement>('.cm-content'), 'the editor')).focus();
      await sendKeys({ down: 'Control' });
      await sendKeys({ press: 'End' });
      await sendKeys({ up: 'Control' });
      await sendKeys({ type: '  default: true # moved' });
      press(form, 'Previous');
      await until(() => form.value.spec?.default, 'the edited field');
      expect(control(rootOf(form), 'AWS Secret Access Key')!.value).to.equal(SECRET);
      await preview(form);
      await until(() => manifestOf(form).includes('# moved'), 'the comment');
    });

    it('when the server refuses: the form is as it was, with the refusal at its field', async () => {
      const cluster = sampleCluster();
      const form = await formOf(cluster);
      await fill(form, { ...S3, Bucket: 'lab' });
      await preview(form);
      press(form, 'Submit');
      await until(() => seenText(rootOf(form)).includes('The server refused the BackupStorage'));
      expect(seenText(rootOf(form))).to.contain(
        'no two BackupStorage should point to the same directory of the same bucket',
      );
      expect(seenText(rootOf(form))).to.contain('Nothing was created.');
      expect(cluster.get(SECRETS, { namespace: 'demo', name: 'my-storage-storage-cred' })).to.equal(undefined);
      await expect(form).to.be.accessible();
      press(form, 'Previous');
      await until(() => control(rootOf(form), 'Bucket')?.value === 'lab');
      expect(seenText(rootOf(form))).to.contain('no two BackupStorage should point to the same directory');
    });

    it('when the name is taken: it is said at the name', async () => {
      const form = await formOf();
      await fill(form, { ...LOCAL, Name: 'minio-lab' });
      await preview(form);
      press(form, 'Submit');
      await until(() => seenText(rootOf(form)).includes('The server refused the BackupStorage'));
      press(form, 'Previous');
      await until(() => control(rootOf(form), 'Name')?.getAttribute('aria-invalid') === 'true');
      await fill(form, { Name: 'minio-lab-two' });
      expect(control(rootOf(form), 'Name')!.getAttribute('aria-invalid')).to.equal(null);
    });

    it('when the user leaves: the host can keep it', async () => {
      const form = await formOf();
      expect(form.dirty).to.equal(false);
      await fill(form, { Name: 'half-done' });
      expect(form.dirty).to.equal(true);
      form.addEventListener('backupstorage-cancel', (event) => event.preventDefault(), { once: true });
      press(form, 'Cancel');
      expect(control(rootOf(form), 'Name')!.value).to.equal('half-done');
      press(form, 'Cancel');
      await until(() => control(rootOf(form), 'Name')!.value === '');
      expect(form.dirty).to.equal(false);
    });

    it('clearing a field restores exactly what was there before', async () => {
      const form = await formOf();
      await fill(form, { ...S3, Prefix: '' });
      const before = JSON.stringify(form.value);
      await fill(form, { Prefix: 'a/b', 'Security Context': '1000' });
      expect(form.value.spec!.runtimeSettings).to.deep.equal({ pod: { securityContext: { runAsUser: 1000 } } });
      await fill(form, { Prefix: '', 'Security Context': '' });
      expect(JSON.stringify(form.value)).to.equal(before);
    });
  });

  describe('labels and annotations', () => {
    it('are added, edited and deleted by row, with the keyboard', async () => {
      const form = await formOf();
      await openGroup(form, 'Labels & Annotations');
      const labels = [...rootOf(form).querySelectorAll('fieldset')].find((one) => seenText(one).startsWith('Labels'))!;
      button(labels, '+ Add new')!.click();
      await until(() => rootOf(form).activeElement?.getAttribute('aria-label') === 'Key');
      await sendKeys({ type: 'team' });
      await sendKeys({ press: 'Tab' });
      await sendKeys({ type: 'apps' });
      expect(form.value.metadata!.labels).to.deep.equal({ team: 'apps' });
      button(labels, '+ Add new')!.click();
      await until(() => labels.querySelectorAll('[role=group]').length === 2);
      await sendKeys({ type: 'team' });
      await sendKeys({ press: 'Tab' });
      await until(() => seenText(labels).includes('The key team is used twice.'));
      button(labels, 'Delete Labels row 2')!.click();
      await until(() => labels.querySelectorAll('[role=group]').length === 1);
      expect(form.value.metadata!.labels).to.deep.equal({ team: 'apps' });
      button(labels, 'Delete Labels row 1')!.click();
      await form.updateComplete;
      expect(form.value.metadata).to.not.have.property('labels');
      await expect(form).to.be.accessible();
    });

    it('open by themselves when something in them is wrong', async () => {
      const form = await formOf();
      await fill(form, LOCAL);
      const details = await openGroup(form, 'Labels & Annotations');
      details.querySelectorAll<HTMLButtonElement>('button.add')[0]!.click();
      await until(() => control(details, 'Key'));
      type(control<HTMLInputElement>(details, 'Key'), 'not a key!');
      details.querySelector('summary')!.click();
      await until(() => !details.open && !control(details, 'Key'));
      press(form, 'Preview');
      await until(() => details.open);
      expect(seenText(rootOf(form).getElementById('error-summary')!)).to.contain('name part must consist of');
    });
  });

  describe('credentials', () => {
    const everywhere = (form: BackupStorageCreateForm) =>
      [
        form.outerHTML,
        rootOf(form).innerHTML,
        location.href,
        JSON.stringify(localStorage),
        JSON.stringify(sessionStorage),
      ].join();

    it('are masked, shown only on request, and never part of the markup', async () => {
      const form = await formOf();
      await fill(form, S3);
      const field = control(rootOf(form), 'AWS Secret Access Key')!;
      expect(field.type).to.equal('password');
      expect(everywhere(form)).to.not.contain(SECRET);
      button(rootOf(form), 'Show AWS Secret Access Key')!.click();
      await until(() => field.type === 'text');
      expect(everywhere(form)).to.not.contain(SECRET);
    });

    it('are masked in the manifest until they are asked for', async () => {
      const form = await formOf();
      await fill(form, S3);
      await preview(form);
      expect(manifestOf(form)).to.contain('AWS_SECRET_ACCESS_KEY: ••••••••');
      expect(everywhere(form)).to.not.contain(SECRET);
      control(rootOf(form), 'Show credentials')!.click();
      await until(() => manifestOf(form).includes(SECRET), 'the credentials');
      control(rootOf(form), 'Show credentials')!.click();
      await until(() => !manifestOf(form).includes(SECRET), 'the masks');
    });

    it('are in no event', async () => {
      const form = await formOf();
      const heard: Event[] = [];
      for (const name of ['preview', 'submit', 'created', 'error', 'manifest-change'])
        form.addEventListener(`backupstorage-${name}`, (event) => heard.push(event));
      await fill(form, S3);
      await preview(form);
      press(form, 'Submit');
      await until(() => heard.some((event) => event.type === 'backupstorage-created'));
      expect(heard.map((event) => event.type)).to.deep.equal([
        'backupstorage-preview',
        'backupstorage-submit',
        'backupstorage-created',
      ]);
      const said = heard.map(
        (event) =>
          JSON.stringify(event, (_, value: unknown) => (value === window ? null : value)) +
          JSON.stringify(Object.values(event)),
      );
      expect(said.join()).to.not.contain(SECRET);
      expect(said.join()).to.not.contain(btoa(SECRET));
    });

    it('are forgotten when they are no longer needed', async () => {
      const form = await formOf();
      await fill(form, S3);
      await preview(form);
      press(form, 'Submit');
      await until(() => seenText(rootOf(form)).includes('my-storage was created'));
      press(form, 'Create another');
      await until(() => control(rootOf(form), 'Name'));
      await fill(form, { Provider: 's3' });
      expect(control(rootOf(form), 'AWS Secret Access Key')!.value).to.equal('');
    });

    it('can be those of an existing Secret, or none', async () => {
      const cluster = sampleCluster();
      const form = await formOf(cluster);
      await fill(form, S3);
      control(rootOf(form), 'Existing Secret')!.click();
      const name = await until(() => control<HTMLInputElement>(rootOf(form), 'Secret name'));
      await until(() => rootOf(form).querySelectorAll('datalist option').length > 0, 'Secret names');
      type(name, 'minio-lab-cred');
      expect((form.value.spec!.storage!.s3 as { secretName: string }).secretName).to.equal('minio-lab-cred');
      await preview(form);
      expect(manifestOf(form)).to.not.contain('kind: Secret');
      press(form, 'Previous');
      await until(() => control(rootOf(form), 'None (workload identity)'));
      control(rootOf(form), 'None (workload identity)')!.click();
      await form.updateComplete;
      expect(form.value.spec!.storage!.s3).to.not.have.property('secretName');
    });
  });

  describe('for hosts', () => {
    it('shows the preview on demand, but only when nothing is wrong', async () => {
      const form = await formOf();
      form.step = 'preview';
      await form.updateComplete;
      expect(form.step).to.equal('form');
      await fill(form, LOCAL);
      form.step = 'preview';
      await until(() => button(rootOf(form), 'Submit'));
      expect(manifestOf(form)).to.contain('mountPath: /safe/data');
    });

    it('leaves the submit to a host that prevents it, with credentials masked', async () => {
      const cluster = sampleCluster();
      const form = await formOf(cluster);
      await fill(form, S3);
      await preview(form);
      form.addEventListener('backupstorage-submit', (event) => event.preventDefault());
      const submit = nextEvent(form, 'backupstorage-submit');
      press(form, 'Submit');
      const [secret] = (await submit).objects as [Secret, KubernetesObject];
      expect(secret.stringData).to.deep.equal({ AWS_ACCESS_KEY_ID: '••••••••', AWS_SECRET_ACCESS_KEY: '••••••••' });
      expect(cluster.get(BACKUP_STORAGES, { namespace: 'demo', name: 'my-storage' })).to.equal(undefined);
    });

    it('opens as a copy of a given storage, without its identity and its credentials', async () => {
      const form = await formOf();
      form.value = sample<BackupStorage>('BackupStorage', 'backup-system/aws-primary');
      await until(() => control(rootOf(form), 'Bucket')?.value === 'acme-backups');
      expect(control(rootOf(form), 'Secret name')!.value).to.equal('aws-primary-cred');
      expect(form.value.metadata).to.have.all.keys('name', 'namespace', 'labels', 'annotations');
      expect(form.value).to.not.have.property('status');
      expect(form.value.spec!.default).to.equal(true);
    });

    it('shows a provider that it does not know but the schema has', async () => {
      const schema = structuredClone(backupStorageSchema());
      schema.properties!['spec']!.properties!['storage']!.properties!['swift'] = {
        type: 'object',
        properties: {
          container: { type: 'string', title: 'Swift container', description: 'Where the objects go.' },
          retries: { type: 'integer', format: 'int32' },
          secretName: { type: 'string' },
        },
        required: ['container'],
      };
      const form = await formOf(sampleCluster(), { schema });
      await fill(form, { ...BASICS, Provider: 'swift', 'Swift container': 'c', retries: '3' });
      control(rootOf(form), 'None (workload identity)')!.click();
      await form.updateComplete;
      expect(form.value.spec!.storage).to.deep.equal({ provider: 'swift', swift: { container: 'c', retries: 3 } });
    });

    it('says when it is checked against a schema that may not be the cluster’s', async () => {
      const source = sampleCluster().dataSource();
      const bare = { list: source.list.bind(source), get: source.get.bind(source) };
      const form = await mount<BackupStorageCreateForm>('backupstorage-create-form', { dataSource: bare });
      await until(() => seenText(rootOf(form)).includes('your cluster’s may differ'));
      // Nobody can tell which namespaces there are, so one can be typed.
      expect(control(rootOf(form), 'Namespace')!.tagName).to.equal('INPUT');
    });

    it('offers only the namespaces in which the user may create', async () => {
      const rules = [
        { verbs: ['*'], resources: ['*'], namespaces: ['demo', 'edge'] },
        { verbs: ['list'], resources: ['namespaces'] },
      ];
      const form = await mount<BackupStorageCreateForm>('backupstorage-create-form', {
        dataSource: sampleCluster({ rules }).dataSource(),
      });
      const select = await until(() => control<HTMLSelectElement>(rootOf(form), 'Namespace'));
      await until(() => control<HTMLSelectElement>(rootOf(form), 'Namespace')?.options?.length === 3);
      expect(
        [...(control<HTMLSelectElement>(rootOf(form), 'Namespace') ?? select).options].map((one) => one.value),
      ).to.deep.equal(['', 'demo', 'edge']);
    });
  });

  describe('a namespace that nobody can list', () => {
    it('is typed, also when a list comes late', async () => {
      const cluster = sampleCluster();
      const source = cluster.dataSource();
      let answer: (value: { names: string[]; complete: boolean }) => void = () => {};
      const late = new Proxy(source, {
        get: (target, member) =>
          member === 'namespaces'
            ? () => new Promise((resolve) => (answer = resolve))
            : (Reflect.get(target, member, target) as () => unknown)?.bind?.(target),
      });
      const form = await mount<BackupStorageCreateForm>('backupstorage-create-form', { dataSource: late });
      const field = await until(() => control(rootOf(form), 'Namespace'), 'the field');
      field.focus();
      await sendKeys({ type: 'de' });
      answer({ names: ['demo', 'edge'], complete: true });
      await new Promise((resolve) => setTimeout(resolve, 50));
      await sendKeys({ type: 'mo' });
      expect(control(rootOf(form), 'Namespace')!.tagName).to.equal('INPUT');
      expect(form.value.metadata!.namespace).to.equal('demo');
    });
  });

  describe('a click', () => {
    it('is never lost to an error line that leaving a field brings', async () => {
      const form = await formOf();
      control(rootOf(form), 'Name')!.focus();
      await form.updateComplete;
      const summary = [...rootOf(form).querySelectorAll('summary')].find((one) => seenText(one).startsWith('Labels'))!;
      const { x, y, width, height } = summary.getBoundingClientRect();
      await sendMouse({ type: 'move', position: [Math.round(x + width / 2), Math.round(y + height / 2)] });
      await sendMouse({ type: 'down' });
      await new Promise((resolve) => setTimeout(resolve, 80));
      await sendMouse({ type: 'up' });
      await until(() => summary.closest('details')!.open, 'the group is open');
      await until(() => seenText(rootOf(form)).includes('Name is required.'), 'and then the error is there');
      await pointAway();
    });
  });

  describe('unsaved input', () => {
    it('is what leaving would lose, sent or not', async () => {
      const form = await formOf();
      await fill(form, { Provider: 's3', 'AWS Secret Access Key': 'dummy-secret' });
      await fill(form, { Provider: '' });
      expect(form.dirty, 'credentials of a provider that was left').to.equal(true);
      form.reset();
      expect(form.dirty).to.equal(false);
      await form.updateComplete;
      await fill(form, { Provider: 'azure', Container: 'typed' });
      await fill(form, { Provider: '' });
      expect(form.dirty, 'the block of a provider that was left').to.equal(true);
    });
  });

  describe('at any time', () => {
    const storage = sample<BackupStorage>('BackupStorage', 'backup-system/aws-primary');

    it('takes its properties in any order: the preview waits for the form', async () => {
      const form = await mount<BackupStorageCreateForm>('backupstorage-create-form', {
        step: 'preview',
        value: storage,
        dataSource: sampleCluster().dataSource(),
      });
      await until(() => manifestOf(form).includes('name: aws-primary'), 'the preview');
      expect(form.step).to.equal('preview');
    });

    it('takes what was set before it was defined', async () => {
      const form = document.createElement('late-create-form') as BackupStorageCreateForm;
      Object.assign(form, { value: storage, step: 'preview', dataSource: sampleCluster().dataSource() });
      const { BackupStorageCreateForm: Base } =
        await import('../../src/elements/backupstorage-create-form/backupstorage-create-form.js');
      customElements.define('late-create-form', class extends Base {});
      document.body.append(form);
      await until(() => manifestOf(form).includes('name: aws-primary'), 'the preview');
      form.remove();
    });

    const elsewhere = unsetIn(setIn(storage.spec!, ['storage', 's3', 'prefix'], 'third'), ['default']);

    it('shows another value in the preview, and after a storage was created', async () => {
      const form = await formOf();
      await fill(form, S3);
      await preview(form);
      form.value = { ...storage, metadata: { ...storage.metadata, name: 'aws-third' }, spec: elsewhere };
      await until(() => manifestOf(form).includes('name: aws-third'), 'the new manifest');
      expect(manifestOf(form)).to.not.contain('my-storage');
      form.value = undefined;
      await until(() => control(rootOf(form), 'Name')?.value === '');
      await fill(form, { ...S3, Name: 'other' });
      await preview(form);
      press(form, 'Submit');
      await until(() => seenText(rootOf(form)).includes('other was created'));
      form.value = storage;
      await until(() => control(rootOf(form), 'Name')?.value === 'aws-primary');
    });

    it('follows the host’s namespace until the user has chosen one, and knows what was entered', async () => {
      const form = await formOf(sampleCluster(), { namespace: 'demo' });
      form.namespace = 'edge';
      await until(() => form.value.metadata!.namespace === 'edge');
      expect(form.dirty).to.equal(false);
      await fill(form, { Name: 'half-done' });
      form.namespace = 'prod';
      await until(() => form.value.metadata!.namespace === 'prod');
      expect(form.dirty).to.equal(true);
      await fill(form, { Namespace: 'staging' });
      form.namespace = 'demo';
      await form.updateComplete;
      expect(form.value.metadata!.namespace).to.equal('staging');
    });

    it('creates no more of what was reset meanwhile, and keeps what was entered since', async () => {
      const cluster = sampleCluster();
      const form = await formOf(cluster);
      await fill(form, S3);
      await preview(form);
      const hold = cluster.faults.hold();
      press(form, 'Submit');
      form.reset();
      await until(() => control(rootOf(form), 'Name'));
      await fill(form, { Name: 'the-next' });
      hold.release();
      await new Promise((resolve) => setTimeout(resolve, 200));
      expect(control(rootOf(form), 'Name')!.value).to.equal('the-next');
      expect(cluster.get(SECRETS, { namespace: 'demo', name: 'my-storage-storage-cred' })).to.equal(undefined);
      expect(cluster.get(BACKUP_STORAGES, { namespace: 'demo', name: 'my-storage' })).to.equal(undefined);
    });
  });

  describe('the focus is never lost', () => {
    const focused = (form: BackupStorageCreateForm) => rootOf(form).activeElement;

    it('on the way there, back, after a refusal and after success', async () => {
      const form = await formOf();
      await fill(form, { ...S3, Bucket: 'lab' });
      await preview(form);
      await until(() => focused(form)?.matches('.heading'), 'the heading of the preview');
      const submit = button(rootOf(form), 'Submit')!;
      submit.focus();
      submit.click();
      await until(() => seenText(rootOf(form)).includes('The server refused the BackupStorage'));
      expect(focused(form)).to.equal(submit);
      press(form, 'Previous');
      await until(() => focused(form)?.id === 'error-summary', 'what the server said');
      await fill(form, { Bucket: 'lab-two' });
      await preview(form);
      expect(seenText(rootOf(form))).to.not.contain('The server refused');
      press(form, 'Submit');
      await until(() => seenText(rootOf(form)).includes('my-storage was created'));
      await until(() => focused(form) && seenText(focused(form)!) === 'my-storage was created');
      button(rootOf(form), 'Create another')!.focus();
      press(form, 'Create another');
      await until(() => control(rootOf(form), 'Name'));
      expect(seenText(focused(form)!)).to.equal('New BackupStorage');
      expect(rootOf(form).querySelector('details')!.open).to.equal(false);
    });

    it('when a text field turns into a select, because the namespaces have come', async () => {
      const cluster = sampleCluster();
      const source = cluster.dataSource();
      let tell = (_answer: { names: string[] }) => {};
      const slow = {
        list: source.list.bind(source),
        get: source.get.bind(source),
        namespaces: () => new Promise<{ names: string[] }>((resolve) => (tell = resolve)),
      } as unknown as typeof source;
      const form = await mount<BackupStorageCreateForm>('backupstorage-create-form', { dataSource: slow });
      const input = await until(() => control<HTMLInputElement>(rootOf(form), 'Namespace'));
      input.focus();
      await form.updateComplete;
      tell({ names: ['demo'] });
      const select = await until(() => {
        const one = control<HTMLElement>(rootOf(form), 'Namespace');
        return one?.tagName === 'SELECT' && one;
      });
      expect(focused(form)).to.equal(select);
    });

    it('nor hidden: what has it is never behind the footer', async () => {
      const form = await formOf();
      await fill(form, { Provider: 's3' });
      scrollTo({ top: 0 });
      for (const one of rootOf(form).querySelectorAll<HTMLElement>('.form .control, .form .reveal, .switch')) {
        if (!one.checkVisibility()) continue;
        one.focus();
        await new Promise(requestAnimationFrame);
        const footer = rootOf(form).querySelector('.form-footer')!.getBoundingClientRect();
        expect(one.getBoundingClientRect().bottom, one.id).to.be.at.most(footer.top);
      }
    });

    it('by a fault of all annotations together', async () => {
      const form = await formOf();
      await fill(form, LOCAL);
      await openGroup(form, 'Labels & Annotations');
      rootOf(form).querySelectorAll<HTMLButtonElement>('button.add')[1]!.click();
      await until(() => control(rootOf(form).querySelectorAll<HTMLElement>('fieldset.key-values')[1]!, 'Key'));
      const list = rootOf(form).querySelectorAll<HTMLElement>('fieldset.key-values')[1]!;
      type(control(list, 'Key'), 'a');
      type(control(list, 'Value'), 'x'.repeat(262_145));
      press(form, 'Preview');
      await until(() => focused(form)?.id === 'error-summary');
      rootOf(form).querySelector<HTMLButtonElement>('#error-summary button')!.click();
      await until(() => focused(form) === list, 'the annotations');
    });
  });

  describe('what it cannot offer is still shown', () => {
    it('a provider and a policy that the manifest names', async () => {
      const form = await formOf();
      form.value = {
        apiVersion: 'storage.kubestash.com/v1alpha1',
        kind: 'BackupStorage',
        metadata: { name: 'odd', namespace: 'demo' },
        spec: { storage: { provider: 'b2' }, deletionPolicy: 'Retain' },
      } as BackupStorage;
      await until(() => control(rootOf(form), 'Name')?.value === 'odd');
      expect(control<HTMLSelectElement>(rootOf(form), 'Provider')!.value).to.equal('b2');
      expect(control<HTMLSelectElement>(rootOf(form), 'Deletion Policy')!.value).to.equal('Retain');
      press(form, 'Preview');
      await until(() => rootOf(form).activeElement?.id === 'error-summary');
      await expect(form).to.be.accessible();
    });

    it('the name of a Secret, when the way to the credentials is changed and changed back', async () => {
      const form = await formOf();
      await fill(form, S3);
      control(rootOf(form), 'Existing Secret')!.click();
      type(await until(() => control<HTMLInputElement>(rootOf(form), 'Secret name')), 'minio-lab-cred');
      control(rootOf(form), 'New Secret')!.click();
      await form.updateComplete;
      expect((form.value.spec!.storage!.s3 as { secretName: string }).secretName).to.equal('my-storage-storage-cred');
      control(rootOf(form), 'Existing Secret')!.click();
      expect((await until(() => control<HTMLInputElement>(rootOf(form), 'Secret name'))).value).to.equal(
        'minio-lab-cred',
      );
    });
  });
});
