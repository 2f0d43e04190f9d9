import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/define/backupstorage-manifest-preview.js';
import type { BackupStorageManifestPreview } from '../../src/elements/backupstorage-manifest-preview/backupstorage-manifest-preview.js';
import { BACKUP_STORAGES, SECRETS } from '../../src/model/resources.js';
import type { BackupStorage, KubernetesObject, Secret } from '../../src/model/types.js';
import { button, control, mount, nextEvent, rootOf, sampleCluster, seenText, until } from './support.js';

const VALUE = 'dummy-secret-access-key-7f3a';

const OBJECTS: KubernetesObject[] = [
  {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name: 'lab-storage-cred', namespace: 'demo' },
    type: 'Opaque',
    stringData: { AWS_ACCESS_KEY_ID: 'dummy-id', AWS_SECRET_ACCESS_KEY: VALUE },
  } as Secret,
  {
    apiVersion: 'storage.kubestash.com/v1alpha1',
    kind: 'BackupStorage',
    metadata: { name: 'lab', namespace: 'demo' },
    spec: {
      storage: {
        provider: 's3',
        s3: { endpoint: 'https://minio:9000', bucket: 'lab-two', region: 'us-east-1', secretName: 'lab-storage-cred' },
      },
      usagePolicy: { allowedNamespaces: { from: 'Same' } },
      deletionPolicy: 'Delete',
    },
  } as BackupStorage,
];

async function previewOf(properties: Partial<BackupStorageManifestPreview> = {}) {
  const preview = await mount<BackupStorageManifestPreview>('backupstorage-manifest-preview', {
    objects: OBJECTS,
    ...properties,
  });
  return preview;
}

async function withEditor(properties: Partial<BackupStorageManifestPreview> = {}) {
  const preview = await previewOf(properties);
  await until(() => rootOf(preview).querySelector('.cm-content'), 'the editor');
  return preview;
}

const editorOf = (preview: BackupStorageManifestPreview) => rootOf(preview).querySelector<HTMLElement>('.cm-content')!;
const textOf = (preview: BackupStorageManifestPreview) =>
  [...rootOf(preview).querySelectorAll('.cm-line')].map((line) => line.textContent).join('\n');

const isOff = (preview: BackupStorageManifestPreview, name: string) =>
  button(rootOf(preview), name)?.getAttribute('aria-disabled') === 'true';

async function append(preview: BackupStorageManifestPreview, text: string) {
  editorOf(preview).focus();
  await sendKeys({ down: 'Control' });
  await sendKeys({ press: 'End' });
  await sendKeys({ up: 'Control' });
  await sendKeys({ type: text });
}

describe('<backupstorage-manifest-preview>', () => {
  it('is readable and named before the editor has come', async () => {
    const preview = await previewOf();
    const plain = control<HTMLTextAreaElement>(rootOf(preview), 'Manifest as YAML')!;
    expect(plain.value).to.contain('kind: BackupStorage');
    await until(() => rootOf(preview).querySelector('.cm-content'));
    await until(() => !rootOf(preview).querySelector('textarea'));
    expect(textOf(preview)).to.equal(plain.value);
    expect(editorOf(preview).getAttribute('aria-label')).to.equal('Manifest as YAML');
  });

  it('is accessible, with a fault in the text too', async () => {
    const preview = await withEditor();
    await expect(preview).to.be.accessible();
    await append(preview, 'a: b: c');
    await until(() => seenText(rootOf(preview)).includes('The manifest has'));
    await expect(preview).to.be.accessible();
  });

  it('leads on with Tab: the editor is no trap', async () => {
    const preview = await withEditor();
    editorOf(preview).focus();
    await sendKeys({ press: 'Tab' });
    expect(rootOf(preview).activeElement).to.equal(button(rootOf(preview), 'Previous'));
  });

  it('turns into JSON and back without losing a comment', async () => {
    const preview = await withEditor();
    await append(preview, '# keep me');
    control(rootOf(preview), 'JSON')!.click();
    await until(() => textOf(preview).startsWith('{'));
    const list = JSON.parse(textOf(preview)) as { kind: string; items: KubernetesObject[] };
    expect(list.kind).to.equal('List');
    expect(list.items.map(({ kind }) => kind)).to.deep.equal(['Secret', 'BackupStorage']);
    expect(preview.format).to.equal('json');
    control(rootOf(preview), 'YAML')!.click();
    await until(() => textOf(preview).startsWith('apiVersion'));
    expect(textOf(preview)).to.contain('# keep me');
  });

  it('points at what cannot be read, keeps it, and does not submit it', async () => {
    const preview = await withEditor();
    const change = nextEvent(preview, 'backupstorage-manifest-change');
    await append(preview, 'spec: twice');
    expect((await change).valid).to.equal(false);
    await until(() => seenText(rootOf(preview)).includes('The manifest has a problem'));
    expect(seenText(rootOf(preview))).to.match(/Line 28, column 1/);
    expect(textOf(preview)).to.contain('spec: twice');
    expect(isOff(preview, 'Submit')).to.equal(true);
    await until(() => rootOf(preview).querySelector('.cm-lintRange-error'), 'the mark in the text');
    expect(isOff(preview, 'Previous')).to.equal(true);
    button(rootOf(preview), 'Discard these edits')!.click();
    await until(() => !textOf(preview).includes('spec: twice'), 'the last readable text');
    expect(textOf(preview)).to.contain('deletionPolicy: Delete');
    expect(isOff(preview, 'Submit')).to.equal(false);
  });

  it('says what would break the operator before it is sent', async () => {
    const [secret, storage] = OBJECTS as [Secret, BackupStorage];
    const broken = structuredClone(storage);
    broken.spec!.storage = { provider: 's3', azure: { container: 'x' } };
    const preview = await previewOf({ objects: [secret, broken] });
    await until(() => seenText(rootOf(preview)).includes('spec.storage.s3 is required'));
    expect(seenText(rootOf(preview))).to.contain('spec.storage.azure must go');
    expect(isOff(preview, 'Submit')).to.equal(true);
  });

  describe('credentials', () => {
    it('are masked in the text, in the events and in Copy', async () => {
      const preview = await withEditor();
      expect(textOf(preview)).to.contain('AWS_SECRET_ACCESS_KEY: ••••••••');
      expect(rootOf(preview).innerHTML + preview.outerHTML).to.not.contain(VALUE);
      const change = nextEvent(preview, 'backupstorage-manifest-change');
      await append(preview, '# edited');
      expect(JSON.stringify((await change).objects)).to.not.contain(VALUE);
      let copied = '';
      const { clipboard } = navigator;
      Object.defineProperty(navigator, 'clipboard', {
        configurable: true,
        value: { writeText: (text: string) => void (copied = text) },
      });
      button(rootOf(preview), 'Copy')!.click();
      await until(() => seenText(rootOf(preview)).includes('Copied'));
      Object.defineProperty(navigator, 'clipboard', { configurable: true, value: clipboard });
      expect(copied).to.contain('••••••••').and.not.contain(VALUE);
    });

    it('keep their values when the text around the masks is edited', async () => {
      const cluster = sampleCluster();
      const preview = await withEditor({ dataSource: cluster.dataSource() });
      await append(preview, '# edited');
      const created = nextEvent(preview, 'backupstorage-created');
      button(rootOf(preview), 'Submit')!.click();
      expect((await created).object.metadata!.name).to.equal('lab');
      const secret = cluster.get<Secret>(SECRETS, { namespace: 'demo', name: 'lab-storage-cred' })!;
      expect(atob(secret.data!['AWS_SECRET_ACCESS_KEY']!)).to.equal(VALUE);
    });

    it('are shown by a click and hidden again, for this view only', async () => {
      const preview = await withEditor();
      control(rootOf(preview), 'Show credentials')!.click();
      await until(() => textOf(preview).includes(VALUE));
      expect(preview.hasAttribute('reveal')).to.equal(false);
      control(rootOf(preview), 'Show credentials')!.click();
      await until(() => !textOf(preview).includes(VALUE));
    });

    it('of a given text are masked as well', async () => {
      const text = `apiVersion: v1\nkind: Secret\nmetadata: {name: a, namespace: demo}\nstringData:\n  KEY: ${VALUE}\n`;
      const preview = await previewOf({ objects: undefined, text, readonly: true });
      await until(() => rootOf(preview).querySelector('.cm-content'));
      expect(textOf(preview)).to.contain('KEY: ••••••••').and.not.contain(VALUE);
      expect(button(rootOf(preview), 'Submit')).to.equal(undefined);
    });
  });

  it('shows the steps of a submit and the server’s refusal with its fields', async () => {
    const [secret, storage] = structuredClone(OBJECTS) as [Secret, BackupStorage];
    storage.spec!.deletionPolicy = 'Retain';
    const cluster = sampleCluster();
    const preview = await previewOf({ objects: [secret, storage], dataSource: cluster.dataSource() });
    button(rootOf(preview), 'Submit')!.click();
    await until(() => seenText(rootOf(preview)).includes('The server refused the BackupStorage'));
    expect(seenText(rootOf(preview))).to.contain(
      'spec.deletionPolicy: Unsupported value: "Retain": supported values: "Delete", "WipeOut"',
    );
    expect(cluster.get(SECRETS, { namespace: 'demo', name: 'lab-storage-cred' })).to.equal(undefined);
    expect(cluster.get(BACKUP_STORAGES, { namespace: 'demo', name: 'lab' })).to.equal(undefined);
  });

  it('keeps the focus on Submit while it is under way, and after a refusal that is brought into view', async () => {
    const [secret, storage] = structuredClone(OBJECTS) as [Secret, BackupStorage];
    storage.spec!.deletionPolicy = 'Retain';
    const cluster = sampleCluster();
    const preview = await withEditor({ objects: [secret, storage], dataSource: cluster.dataSource() });
    const hold = cluster.faults.hold();
    const submit = button(rootOf(preview), 'Submit')!;
    submit.focus();
    submit.click();
    await until(() => isOff(preview, 'Submitting…'));
    expect(rootOf(preview).activeElement).to.equal(submit);
    hold.release();
    const refusal = await until(() => rootOf(preview).querySelector('[part=refusal]'));
    expect(rootOf(preview).activeElement).to.equal(submit);
    expect(refusal.getBoundingClientRect().bottom).to.be.at.most(submit.getBoundingClientRect().top);
  });

  it('asks the host once, and only for what can be submitted', async () => {
    const preview = await withEditor({ dataSource: sampleCluster().dataSource() });
    let asked = 0;
    preview.addEventListener('backupstorage-submit', () => asked++);
    await append(preview, 'spec: twice');
    // Before the pause in which the text is read.
    button(rootOf(preview), 'Submit')!.click();
    expect(asked).to.equal(0);
    await until(() => button(rootOf(preview), 'Discard these edits'));
    button(rootOf(preview), 'Discard these edits')!.focus();
    button(rootOf(preview), 'Discard these edits')!.click();
    await until(() => !isOff(preview, 'Submit'));
    expect(rootOf(preview).activeElement).to.equal(editorOf(preview));
    const created = nextEvent(preview, 'backupstorage-created');
    button(rootOf(preview), 'Submit')!.click();
    button(rootOf(preview), 'Submit')!.click();
    await created;
    expect(asked).to.equal(1);
    await until(() => seenText(rootOf(preview)).includes('lab was created'));
  });

  it('says that there is nobody to submit to, unless the host does it', async () => {
    const preview = await previewOf();
    button(rootOf(preview), 'Submit')!.click();
    await until(() => seenText(rootOf(preview)).includes('Nothing was submitted'));
  });

  it('says that the cluster is out of reach, not that it refused', async () => {
    const cluster = sampleCluster();
    cluster.faults.offline = true;
    const preview = await previewOf({ dataSource: cluster.dataSource() });
    button(rootOf(preview), 'Submit')!.click();
    await until(() => seenText(rootOf(preview)).includes('The cluster cannot be reached'), 'the fault', 9_000);
  });

  it('shows nothing of what is taken away, and of the server’s words only those about what is shown', async () => {
    const [secret, storage] = structuredClone(OBJECTS) as [Secret, BackupStorage];
    storage.spec!.deletionPolicy = 'Retain';
    const preview = await withEditor({ objects: [secret, storage], dataSource: sampleCluster().dataSource() });
    button(rootOf(preview), 'Submit')!.click();
    await until(() => seenText(rootOf(preview)).includes('The server refused the BackupStorage'));
    preview.objects = OBJECTS;
    await until(() => textOf(preview).includes('deletionPolicy: Delete'));
    expect(seenText(rootOf(preview))).to.not.contain('The server refused');
    preview.objects = undefined;
    await until(() => textOf(preview) === '');
  });

  it('goes on with what is being typed when the editor comes', async () => {
    const preview = document.createElement('backupstorage-manifest-preview');
    preview.objects = OBJECTS;
    document.body.append(preview);
    await preview.updateComplete;
    const plain = rootOf(preview).querySelector('textarea')!;
    plain.focus();
    plain.setSelectionRange(0, 0);
    plain.setRangeText('# typed\n', 0, 0, 'end');
    plain.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await until(() => rootOf(preview).activeElement === editorOf(preview), 'the focus in the editor');
    await sendKeys({ type: '# on' });
    await until(() => textOf(preview).startsWith('# typed\n# onapiVersion'));
    preview.remove();
  });

  it('says that a Secret of that name is there already, and the ways on', async () => {
    const cluster = sampleCluster();
    cluster.apply(structuredClone(OBJECTS[0]!));
    const preview = await previewOf({ dataSource: cluster.dataSource() });
    button(rootOf(preview), 'Submit')!.click();
    await until(() => seenText(rootOf(preview)).includes('A Secret named lab-storage-cred exists already.'));
  });
});
