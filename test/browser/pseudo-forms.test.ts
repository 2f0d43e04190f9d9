/** The create form, the manifest and the dialogs in as many states as can be had: all said in them is in the catalogue. */
import { expect } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import '../../src/define/backupstorage-create-form.js';
import '../../src/define/backupstorage-detail.js';
import '../../src/define/backupstorage-manifest-preview.js';
import { errorFromStatus } from '../../src/data-source/errors.js';
import type { MemoryCluster, MemoryClusterOptions, RequestInfo } from '../../src/data-source/memory/index.js';
import type { BackupStorageCreateForm } from '../../src/elements/backupstorage-create-form/backupstorage-create-form.js';
import type { BackupStorageDetail } from '../../src/elements/backupstorage-detail/backupstorage-detail.js';
import type { BackupStorageManifestPreview } from '../../src/elements/backupstorage-manifest-preview/backupstorage-manifest-preview.js';
import { en } from '../../src/locales/en/index.js';
import { setIn } from '../../src/manifest/json.js';
import type { DataSource } from '../../src/data-source/types.js';
import { BACKUP_STORAGES } from '../../src/model/resources.js';
import type { BackupStorage, KubernetesObject, Secret } from '../../src/model/types.js';
import { FORBIDDEN, plainEnglish, pseudo, shows, xa, type Known } from './pseudo-support.js';
import { button, control, rootOf, sampleCluster, seenText, type, until } from './support.js';

const says = (element: Element, known?: Known) => expect(plainEnglish(element, known)).to.deep.equal([]);

/** A text of ours of which only the start is known: what follows is put into it. */
const begins = (element: Element, english: string) => {
  const words = xa(english).slice(0, 4 + english.length);
  return until(() => rootOf(element).textContent!.includes(words), `${words} in: ${seenText(rootOf(element))}`);
};

async function press(element: Element, english: string) {
  const found = await until(() => button(rootOf(element), xa(english)), `the button ${english}`);
  found.focus();
  found.click();
}

const label = (id: keyof typeof en.fieldLabels) => xa(en.fieldLabels[id]);

describe('the pseudo-locale: <backupstorage-create-form>', () => {
  before(() => setViewport({ width: 1280, height: 900 }));

  async function formOf(cluster: MemoryCluster, properties: Partial<BackupStorageCreateForm> = {}) {
    const form = await pseudo<BackupStorageCreateForm>('backupstorage-create-form', {
      dataSource: cluster.dataSource(),
      ...properties,
    });
    await until(() => control(rootOf(form), label('metadata.name')), 'the form');
    return form;
  }

  async function fill(form: BackupStorageCreateForm, values: Readonly<Record<string, string>>) {
    for (const [name, value] of Object.entries(values)) {
      const field = await until(() => control<HTMLInputElement>(rootOf(form), name), name);
      type(field, value);
      field.blur();
      await form.updateComplete;
    }
  }

  /** Opens all groups, one in the other, until nothing is closed. */
  async function openAll(form: BackupStorageCreateForm) {
    for (let round = 0; round < 6; round++) {
      const closed = [...rootOf(form).querySelectorAll<HTMLDetailsElement>('details:not([open])')];
      if (closed.length === 0) return;
      for (const one of closed) one.querySelector('summary')!.click();
      await form.updateComplete;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  const BASICS = { [label('metadata.namespace')]: 'demo', [label('metadata.name')]: 'my-storage' };
  const LOCAL = {
    ...BASICS,
    [label('spec.storage.provider')]: 'local',
    [label('spec.storage.local.mountPath')]: '/safe/data',
    [label('spec.storage.local.persistentVolumeClaim.claimName')]: 'sample',
  };
  /** What is typed below. */
  const TYPED = [/my-storage/, '/safe/data', 'sample'];

  it('loading', async () => {
    const cluster = sampleCluster();
    cluster.faults.hold();
    const form = await pseudo<BackupStorageCreateForm>('backupstorage-create-form', {
      dataSource: cluster.dataSource(),
    });
    await form.updateComplete;
    says(form);
  });

  for (const provider of ['s3', 'azure', 'gcs', 'local'])
    it(`for ${provider}: empty, complained about, and in each way to the credentials`, async () => {
      const form = await formOf(sampleCluster());
      says(form);
      await fill(form, { [label('spec.storage.provider')]: provider });
      says(form);
      await press(form, en.preview);
      await until(() => rootOf(form).querySelector('#error-summary'), 'the summary');
      says(form);
      if (provider === 'local') return;
      for (const way of [en.credentialsExisting, en.credentialsNone, en.credentialsNew]) {
        (await until(() => control(rootOf(form), xa(way)), way)).click();
        await form.updateComplete;
        says(form);
      }
    });

  it('with all of its groups opened', async () => {
    const form = await formOf(sampleCluster());
    await openAll(form);
    says(form);
  });

  it('warned of what the server would say', async () => {
    const form = await formOf(sampleCluster());
    await fill(form, {
      ...BASICS,
      [label('metadata.name')]: 'a'.repeat(64),
      [label('spec.storage.provider')]: 's3',
      [label('spec.storage.s3.bucket')]: ' Lab',
      [label('spec.storage.s3.endpoint')]: 'https://user:word@minio/lab',
      [label('spec.storage.s3.prefix')]: '/a//b/',
      [xa(en.secretKeyLabels.AWS_ACCESS_KEY_ID)]: ' "x" ',
      [xa(en.secretKeyLabels.AWS_SECRET_ACCESS_KEY)]: 'ASIAIOSFODNN7EXAMPLE',
      [xa(en.secretKeyLabels.CA_CERT_DATA)]: '-----BEGIN PRIVATE KEY-----',
    });
    await new Promise((resolve) => setTimeout(resolve, 500));
    says(form);
  });

  it('that may not be used', async () => {
    const form = await pseudo<BackupStorageCreateForm>('backupstorage-create-form', {
      dataSource: sampleCluster({ rules: [] }).dataSource(),
    });
    await until(() => control(rootOf(form), label('metadata.name')), 'the form');
    await fill(form, { [label('spec.storage.provider')]: 's3' });
    says(form);
  });

  interface Step {
    options?: MemoryClusterOptions;
    values?: Readonly<Record<string, string>>;
    before?: (cluster: MemoryCluster) => void;
    shows?: string;
    submitted?: string;
    data?: Known['data'];
  }

  const STEPS: Record<string, Step> = {
    accepted: { shows: en.verdict.accepted },
    'created in the end': { shows: en.verdict.accepted, submitted: en.createAnother },
    'refused: the name is taken': {
      values: { ...LOCAL, [label('metadata.name')]: 'minio-lab' },
      shows: en.verdict.exists,
      submitted: en.refusedStorage,
      data: [/^backupstorages\S* "minio-lab" already exists$/],
    },
    'without a webhook': {
      before: ({ faults }) => void (faults.webhookDown = true),
      shows: en.verdict.webhook,
      data: [/failed calling webhook/],
    },
    'not allowed': {
      options: { rules: [{ verbs: ['get', 'list', 'watch'], resources: ['*'] }] },
      shows: en.verdict.denied,
    },
    'signed out': {
      before: ({ faults }) => void (faults.authExpired = true),
      shows: en.verdict.signedOut,
      data: ['Unauthorized'],
    },
    unreachable: { before: ({ faults }) => void (faults.offline = true), shows: en.verdict.unreachable },
  };
  for (const [state, { options, values = LOCAL, before, shows: words, submitted, data = [] }] of Object.entries(STEPS))
    it(`second step, ${state}`, async () => {
      const cluster = sampleCluster(options);
      const form = await formOf(cluster);
      await fill(form, values);
      before?.(cluster);
      await press(form, en.preview);
      await until(() => rootOf(form).querySelector('.cm-content'), 'the editor', 9_000);
      const known = { cluster, data: [FORBIDDEN, ...TYPED, ...data] };
      if (words !== undefined) await shows(form, words);
      says(form, known);
      if (submitted === undefined) return;
      await press(form, en.submit);
      await begins(form, submitted);
      says(form, known);
    });
});

const SECRET: Secret = {
  apiVersion: 'v1',
  kind: 'Secret',
  metadata: { name: 'lab-storage-cred', namespace: 'demo' },
  type: 'Opaque',
  stringData: { AWS_ACCESS_KEY_ID: 'dummy-id', AWS_SECRET_ACCESS_KEY: 'dummy' },
};
const S3 = { endpoint: 'https://minio:9000', bucket: 'lab-two', region: 'us-east-1', secretName: 'lab-storage-cred' };
const STORAGE: BackupStorage = {
  apiVersion: 'storage.kubestash.com/v1alpha1',
  kind: 'BackupStorage',
  metadata: { name: 'lab', namespace: 'demo' },
  spec: { storage: { provider: 's3', s3: S3 }, deletionPolicy: 'Delete' },
};
const OBJECTS: KubernetesObject[] = [SECRET, STORAGE];

describe('the pseudo-locale: <backupstorage-manifest-preview>', () => {
  async function previewOf(properties: Partial<BackupStorageManifestPreview> = {}) {
    const preview = await pseudo<BackupStorageManifestPreview>('backupstorage-manifest-preview', {
      objects: OBJECTS,
      ...properties,
    });
    await until(() => rootOf(preview).querySelector('.cm-content'), 'the editor', 9_000);
    return preview;
  }

  it('as YAML and as JSON, to be read and to be edited', async () => {
    const preview = await previewOf();
    says(preview);
    preview.format = 'json';
    await preview.updateComplete;
    says(preview);
    says(await previewOf({ readonly: true }));
  });

  for (const [state, text] of Object.entries({
    'a fault': 'a: b: c',
    nothing: '',
    'an indentation by tabs': 'a:\n\tb: 1\n',
    'a key twice': 'a: 1\na: 2\n',
    'too many blocks':
      'apiVersion: storage.kubestash.com/v1alpha1\nkind: BackupStorage\nmetadata: {name: a, namespace: b}\nspec: {storage: {provider: s3, azure: {container: x}}, usagePolicy: {}, nonsense: 1}\n',
  }))
    it(`of a text with ${state}`, async () => {
      const preview = await previewOf({ objects: undefined, text });
      await new Promise((resolve) => setTimeout(resolve, 500));
      says(preview, { data: ['nonsense'] });
    });

  it('with its search, the help of a field and completions', async () => {
    const chord = async (key: string) => {
      rootOf(preview).querySelector<HTMLElement>('.cm-content')!.focus();
      await sendKeys({ down: 'Control' });
      await sendKeys({ press: key });
      await sendKeys({ up: 'Control' });
    };
    const preview = await previewOf();
    await chord('f');
    await until(() => rootOf(preview).querySelector('.cm-search'), 'the search');
    says(preview);
    await sendKeys({ press: 'Escape' });
    await chord('i');
    await until(() => rootOf(preview).querySelector('.cm-field-help'), 'the help');
    says(preview);
    await sendKeys({ press: 'Escape' });
    await chord('End');
    await sendKeys({ type: '  deletionPolicy: ' });
    await chord(' ');
    await until(() => rootOf(preview).querySelector('.cm-tooltip-autocomplete'), 'completions');
    says(preview);
  });

  it('with nobody to ask beforehand', async () => {
    const echo: DataSource = {
      list: async () => ({ items: [], resourceVersion: '1' }),
      get: async () => Promise.reject(errorFromStatus({ code: 404, message: 'not found' })),
      create: async (_type, object) => ({ object, warnings: [] }),
    };
    const preview = await previewOf({ dataSource: echo });
    await shows(preview, en.verdict.unsupported);
    await shows(preview, en.ownFaults['nobody-to-ask']);
    says(preview);
  });

  it('refused, and with nobody to submit to', async () => {
    const preview = await previewOf();
    await press(preview, en.submit);
    await shows(preview, en.notSubmittedHeading);
    says(preview);
    const refused = await previewOf({
      objects: [SECRET, setIn(STORAGE, ['spec', 'deletionPolicy'], 'Retain')],
      dataSource: sampleCluster().dataSource(),
    });
    await press(refused, en.submit);
    await shows(refused, en.refusedStorage);
    says(refused, { data: [/Unsupported value: "Retain"/] });
  });

  it('whose Secret was left behind', async () => {
    const cluster = sampleCluster();
    const preview = await previewOf({ dataSource: cluster.dataSource() });
    const when = ({ verb, type: of, dryRun }: RequestInfo) => verb === 'create' && of === BACKUP_STORAGES && !dryRun;
    const held = cluster.faults.hold({ when });
    await press(preview, en.submit);
    await until(() => held.waiting === 1, 'the request');
    says(preview, { cluster });
    cluster.apply(STORAGE);
    held.release();
    await shows(preview, en.leftBehindWhy);
    await begins(preview, en.ownFaults['storage-uses-secret']);
    says(preview, { cluster, data: [/already exists$/] });
    await press(preview, en.keep);
    await shows(preview, en.keptSecretNext);
    says(preview, { cluster, data: [/already exists$/] });
  });

  it('whose Secret is there already', async () => {
    const cluster = sampleCluster();
    cluster.apply(structuredClone(SECRET));
    const preview = await previewOf({ dataSource: cluster.dataSource() });
    await press(preview, en.submit);
    await begins(preview, 'A Secret named');
    says(preview, { cluster, data: [/^secrets "\S+" already exists$/] });
  });
});

describe('the pseudo-locale: what can be done to a storage', () => {
  const KEY = { namespace: 'demo', name: 'minio-lab' };

  async function pageOf(cluster = sampleCluster(), policy = 'Delete') {
    cluster.apply(setIn(cluster.get<BackupStorage>(BACKUP_STORAGES, KEY)!, ['spec', 'deletionPolicy'], policy));
    const detail = await pseudo<BackupStorageDetail>('backupstorage-detail', {
      dataSource: cluster.dataSource(),
      ...KEY,
    });
    await shows(detail, en.basic);
    return { cluster, detail };
  }
  const dialogIn = (detail: BackupStorageDetail) =>
    until(() => rootOf(detail).querySelector<HTMLDialogElement>('dialog[open]'), 'the dialog');

  it('deleted, with its Secret', async () => {
    const { cluster, detail } = await pageOf();
    await press(detail, en.actionNames.delete);
    await dialogIn(detail);
    await until(
      () => rootOf(detail).querySelector<HTMLInputElement>('dialog[open] input[type=checkbox]'),
      'the Secret',
    ).then((box) => box.click());
    says(detail, { cluster });
    const held = cluster.faults.hold({ when: ({ verb }) => verb === 'delete' });
    await press(detail, en.deleteConfirm);
    await until(() => held.waiting === 1, 'the request');
    says(detail, { cluster });
    held.release();
    await begins(detail, 'minio-lab has been deleted');
    says(detail, { cluster });
  });

  it('not deleted, because its name was not typed, and then refused', async () => {
    const { cluster, detail } = await pageOf(sampleCluster(), 'WipeOut');
    await press(detail, en.actionNames.delete);
    const dialog = await dialogIn(detail);
    await press(detail, en.deleteConfirmWipeOut);
    await detail.updateComplete;
    says(detail, { cluster });
    type(dialog.querySelector<HTMLInputElement>('input:not([type=checkbox])')!, 'minio-lab');
    cluster.faults.fail(403, { when: ({ verb }) => verb === 'delete' });
    await press(detail, en.deleteConfirmWipeOut);
    await shows(detail, en.deleteRefused);
    says(detail, { cluster, data: [/simulated fault/] });
  });

  it('given other credentials', async () => {
    const { cluster, detail } = await pageOf();
    await press(detail, en.actionNames.rotate);
    const dialog = await dialogIn(detail);
    await until(() => control(dialog, xa(en.secretKeyLabels.AWS_SECRET_ACCESS_KEY)), 'the keys');
    says(detail, { cluster });
    await press(detail, en.save);
    await shows(detail, en.rotateNothing);
    says(detail, { cluster });
    type(control(dialog, xa(en.secretKeyLabels.AWS_SECRET_ACCESS_KEY)), 'another');
    await press(detail, en.save);
    await begins(detail, 'The Secret');
    says(detail, { cluster });
  });

  it('deleted, whose Secret has come into use meanwhile', async () => {
    const { cluster, detail } = await pageOf();
    await press(detail, en.actionNames.delete);
    const box = await until(
      () => rootOf(detail).querySelector<HTMLInputElement>('dialog[open] input[type=checkbox]'),
      'the Secret',
    );
    box.click();
    const stored = cluster.get<BackupStorage>(BACKUP_STORAGES, KEY)!;
    const held = cluster.faults.hold({ when: ({ verb }) => verb === 'delete' });
    await press(detail, en.deleteConfirm);
    await until(() => held.waiting === 1, 'the request');
    // Another one that names the same Secret, between the word of the user and the end.
    cluster.apply({ ...stored, metadata: { namespace: 'demo', name: 'late' }, status: {} });
    held.release();
    await begins(detail, 'It is in use meanwhile');
    says(detail, { cluster });
  });

  it('shown while others change the same field', async () => {
    const { cluster, detail } = await pageOf();
    await press(detail, en.actionNames.edit);
    const field = await until(
      () => control<HTMLInputElement>(rootOf(detail), label('spec.deletionPolicy')),
      'the form',
    );
    type(field, 'WipeOut');
    const stored = cluster.get<BackupStorage>(BACKUP_STORAGES, KEY)!;
    cluster.apply(setIn(setIn(stored, ['spec', 'deletionPolicy'], 'Retain'), ['spec', 'default'], true));
    await press(detail, en.save);
    await begins(detail, 'Somebody has changed');
    says(detail, { cluster, data: ['WipeOut'] });
  });

  it('edited, with a webhook that is down', async () => {
    const { cluster, detail } = await pageOf();
    await press(detail, en.actionNames.edit);
    await until(() => control(rootOf(detail), label('spec.deletionPolicy')), 'the form');
    says(detail, { cluster });
    type(control(rootOf(detail), label('spec.deletionPolicy')), 'WipeOut');
    await detail.updateComplete;
    says(detail, { cluster });
    cluster.faults.webhookDown = true;
    await press(detail, en.save);
    await shows(detail, en.editRefused);
    says(detail, { cluster, data: [/failed calling webhook/] });
  });
});
