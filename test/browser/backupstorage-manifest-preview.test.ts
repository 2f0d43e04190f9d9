import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { html, render } from 'lit';
import '../../src/define/backupstorage-manifest-preview.js';
import type { BackupStorageManifestPreview } from '../../src/elements/backupstorage-manifest-preview/backupstorage-manifest-preview.js';
import { baseStyles } from '../../src/elements/parts/base.styles.js';
import { manifestStyles } from '../../src/elements/parts/manifest-view.styles.js';
import { plainManifest } from '../../src/elements/parts/manifest-plain.js';
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

/**
 * What `look` finds as soon as the plain view is there: once its modules are loaded, the editor may come in the same turn.
 * An assertion about the editor's own elements would be put into words by the runner, which takes for ever in WebKit.
 */
function inPlainView<T>(preview: BackupStorageManifestPreview, look: (root: ParentNode) => T): Promise<T> {
  const root = rootOf(preview);
  return new Promise((resolve, reject) => {
    const observer = new MutationObserver(() => {
      if (!root.querySelector('.plain-line')) return;
      observer.disconnect();
      try {
        expect(root.querySelector('.cm-content') === null, 'no editor yet').to.equal(true);
        resolve(look(root));
      } catch (error) {
        reject(error as Error);
      }
    });
    observer.observe(root, { childList: true, subtree: true });
  });
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

  it('offers no way back from a given text that cannot be read, and keeps nothing of what was there', async () => {
    const preview = await withEditor();
    Object.assign(preview, { objects: undefined, text: 'a: b: c' });
    await until(() => textOf(preview) === 'a: b: c', 'the text');
    await until(() => seenText(rootOf(preview)).includes('The manifest has a problem'));
    expect(button(rootOf(preview), 'Discard these edits')).to.equal(undefined);
    expect(seenText(rootOf(preview)))
      .to.not.contain('What you typed is kept')
      .and.not.contain('Show credentials');
  });

  describe('credentials', () => {
    it('are not brought back by Undo, nor is what was there before', async () => {
      const preview = await withEditor();
      const undo = async () => {
        editorOf(preview).focus();
        await sendKeys({ down: 'Control' });
        for (let time = 0; time < 5; time++) await sendKeys({ press: 'z' });
        await sendKeys({ up: 'Control' });
      };
      await append(preview, '# typed');
      preview.reveal = true;
      await until(() => textOf(preview).includes(VALUE), 'the credentials');
      preview.reveal = false;
      await until(() => !textOf(preview).includes(VALUE), 'the masks');
      await undo();
      expect(textOf(preview)).to.not.contain(VALUE);
      expect(textOf(preview)).to.contain('# typed');
      preview.objects = [OBJECTS[1]!];
      await until(() => !textOf(preview).includes('kind: Secret'), 'the other objects');
      await undo();
      expect(textOf(preview)).to.not.contain('kind: Secret');
    });

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
    await until(() => refusal.getBoundingClientRect().bottom <= submit.getBoundingClientRect().top, 'it in view');
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
    await inPlainView(preview, (root) => {
      const plain = root.querySelector('textarea')!;
      plain.focus();
      plain.setSelectionRange(0, 0);
      plain.setRangeText('# typed\n', 0, 0, 'end');
      plain.dispatchEvent(new InputEvent('input', { bubbles: true }));
    });
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

  describe('the plain view', () => {
    const long = structuredClone(OBJECTS) as [Secret, BackupStorage];
    const note = 'a sentence that goes on and on, and has to wrap somewhere '.repeat(6);
    long[1].metadata!.annotations = { note };
    // The one is higher than its frame, the other is not.
    const short = {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'x', labels: { note } },
    } as KubernetesObject;

    for (const [name, objects] of [['long', long] as const, ['short', [short]] as const])
      for (const format of ['yaml', 'json'] as const)
        for (const width of ['320px', '700px', '1200px'])
          it(`has the metrics of the editor: nothing moves when that comes (${name}, ${format}, ${width})`, async () => {
            const frame = document.createElement('div');
            frame.style.width = width;
            const preview = document.createElement('backupstorage-manifest-preview');
            Object.assign(preview, { objects, format });
            if (name === 'short') preview.style.setProperty('--backupstorage-editor-max-height', 'none');
            frame.append(preview);
            document.body.prepend(frame);
            try {
              const root = rootOf(preview);
              const tops = (lines: string) =>
                [...root.querySelectorAll(lines)].map((line) => line.getBoundingClientRect().top);
              const box = () => root.querySelector('.editor')!.getBoundingClientRect();
              const before = await inPlainView(preview, () => {
                // The field lies over the lines: as high as they are, so that it never scrolls by itself.
                const field = root.querySelector('textarea')!;
                expect(field.scrollHeight).to.be.at.most(field.clientHeight + 1);
                return { box: box(), tops: tops('.plain-line'), start: textStart(root, '.plain-line') };
              });
              await until(() => root.querySelector('.cm-content') && !root.querySelector('textarea'), 'the editor');
              await new Promise((resolve) => setTimeout(resolve, 100));
              expect(box().height).to.be.closeTo(before.box.height, 0.5);
              expect(box().top).to.be.closeTo(before.box.top, 0.5);
              const after = tops('.cm-line');
              const seen = before.tops.filter((top) => top < before.box.bottom);
              expect(seen.length).to.be.above(3);
              seen.forEach((top, index) => expect(after[index], `line ${index + 1}`).to.be.closeTo(top, 0.5));
              expect(textStart(root, '.cm-line')).to.be.closeTo(before.start, 1);
            } finally {
              frame.remove();
            }
          });

    it('is accessible, although the text of its field cannot be seen', async () => {
      const host = document.createElement('div');
      const root = host.attachShadow({ mode: 'open' });
      root.adoptedStyleSheets = [baseStyles, manifestStyles].map(({ styleSheet }) => styleSheet!);
      const view = { text: '# a\nb: 12\n', format: 'yaml', label: 'Manifest', readonly: false, onInput() {} } as const;
      render(html`<div class="editor">${plainManifest(view)}</div>`, root);
      document.body.append(host);
      await expect(host).to.be.accessible();
      host.remove();
    });

    it('is coloured', async () => {
      const preview = document.createElement('backupstorage-manifest-preview');
      preview.text = '# note\nkind: Secret # too\nstringData:\n  KEY: |\n    not: a key\n  N: 12\n';
      document.body.append(preview);
      const [keys, comments] = await inPlainView(preview, (root) =>
        ['key', 'comment'].map((kind) =>
          [...root.querySelectorAll(`.plain-line .${kind}`)].map((piece) => piece.textContent.trim()),
        ),
      );
      expect(keys).to.deep.equal(['kind', 'stringData', 'KEY', 'N']);
      expect(comments).to.deep.equal(['# note', '# too']);
      preview.remove();
    });
  });

  describe('the server’s verdict', () => {
    const region = (preview: BackupStorageManifestPreview) =>
      seenText(rootOf(preview).querySelector('[aria-label="The server’s verdict"]')!);
    const says = (preview: BackupStorageManifestPreview, words: string) =>
      until(() => region(preview).includes(words), words);

    it('is there before Submit, with what the server would add', async () => {
      const preview = await withEditor({ dataSource: sampleCluster().dataSource() });
      await says(preview, 'The server accepts this');
      expect(region(preview)).to.contain('spec.runtimeSettings: {} added');
      expect(rootOf(preview).innerHTML).to.not.contain(VALUE).and.not.contain(btoa(VALUE));
      await expect(preview).to.be.accessible();
    });

    it('is about this very text: an edit has it asked again', async () => {
      const cluster = sampleCluster();
      const preview = await withEditor({ dataSource: cluster.dataSource() });
      await says(preview, 'The server accepts this');
      const hold = cluster.faults.hold();
      await append(preview, '  odd: 1');
      await says(preview, 'Checking…');
      expect(region(preview)).to.not.contain('accepts');
      hold.release();
      await says(preview, 'The server refuses this');
      expect(region(preview)).to.contain('spec.odd: unknown field');
      await expect(preview).to.be.accessible();
      await append(preview, 'a: b: c');
      await says(preview, 'The server is asked as soon as the problems are solved.');
    });

    it('stands beside the editor when there is room, under it when there is not', async () => {
      const preview = await withEditor({ dataSource: sampleCluster().dataSource() });
      const box = (selector: string) => rootOf(preview).querySelector(selector)!.getBoundingClientRect();
      preview.parentElement!.style.width = '1200px';
      expect(box('.verdict').left).to.be.at.least(box('.editor').right);
      preview.parentElement!.style.width = '500px';
      expect(box('.verdict').top).to.be.at.least(box('.editor').bottom);
    });

    for (const width of ['390px', '1200px'])
      it(`moves nothing when it comes (${width})`, async () => {
        const cluster = sampleCluster();
        const hold = cluster.faults.hold();
        const preview = await withEditor({ dataSource: cluster.dataSource() });
        preview.parentElement!.style.width = width;
        await says(preview, 'Checking…');
        const tops = () =>
          ['.editor', '.verdict', '[part=footer]'].map(
            (part) => rootOf(preview).querySelector(part)!.getBoundingClientRect().top,
          );
        await until(() => preview.getBoundingClientRect().width <= parseInt(width));
        await new Promise((resolve) => setTimeout(resolve, 100));
        const before = tops();
        hold.release();
        await says(preview, 'The server accepts this');
        await new Promise((resolve) => setTimeout(resolve, 100));
        tops().forEach((top, index) => expect(top).to.be.closeTo(before[index]!, 0.5));
      });

    it('says before Submit which right is missing, and Retry helps once it is there', async () => {
      const rules = [{ resources: ['backupstorages'], verbs: ['*'] }];
      const preview = await withEditor({ dataSource: sampleCluster().dataSource({ rules }) });
      await says(preview, 'You may not create Secrets in demo.');
      expect(isOff(preview, 'Submit')).to.equal(true);
      await expect(preview).to.be.accessible();
      rules.push({ resources: ['secrets'], verbs: ['create'] });
      button(rootOf(preview), 'Retry')!.click();
      await says(preview, 'The server accepts this');
      expect(region(preview)).to.contain('You may not delete Secrets here');
      expect(isOff(preview, 'Submit')).to.equal(false);
    });

    it('tells a webhook that is down from a refusal, and asks again on Retry', async () => {
      const cluster = sampleCluster();
      cluster.faults.webhookDown = true;
      const preview = await withEditor({ dataSource: cluster.dataSource() });
      await says(preview, 'KubeStash’s webhook does not answer');
      expect(isOff(preview, 'Submit')).to.equal(false);
      cluster.faults.webhookDown = false;
      button(rootOf(preview), 'Retry')!.click();
      await says(preview, 'The server accepts this');
    });

    it('says that the cluster is out of reach, that the session ended, or that nobody can be asked', async () => {
      const cluster = sampleCluster();
      cluster.faults.offline = true;
      const preview = await withEditor({ dataSource: cluster.dataSource() });
      await says(preview, 'The cluster cannot be reached');
      cluster.faults.offline = false;
      cluster.faults.authExpired = true;
      button(rootOf(preview), 'Retry')!.click();
      await says(preview, 'Signed out');
      cluster.faults.authExpired = false;
      const source = cluster.dataSource();
      preview.dataSource = { list: source.list.bind(source), get: source.get.bind(source) };
      await says(preview, 'This cannot be created from here');
      expect(isOff(preview, 'Submit')).to.equal(true);
      preview.dataSource = {
        list: source.list.bind(source),
        get: source.get.bind(source),
        create: async (_type, object) => ({ object, warnings: [] }),
      };
      await says(preview, 'The server cannot be asked beforehand');
      expect(isOff(preview, 'Submit')).to.equal(false);
    });

    it('offers the ways on when a Secret of that name is there', async () => {
      const cluster = sampleCluster();
      cluster.apply(structuredClone(OBJECTS[0]!));
      const preview = await withEditor({ dataSource: cluster.dataSource() });
      await says(preview, 'There is one of this name already');
      await expect(preview).to.be.accessible();
      button(rootOf(preview), 'Choose another name')!.click();
      await says(preview, 'The server accepts this');
      expect(textOf(preview)).to.contain('secretName: lab-storage-cred-2');
    });

    it('leads from each cause to its line in the text', async () => {
      const [secret, storage] = structuredClone(OBJECTS) as [Secret, BackupStorage];
      storage.spec!.deletionPolicy = 'Retain';
      const preview = await mount<BackupStorageManifestPreview>('backupstorage-manifest-preview', {
        objects: [secret, storage],
        dataSource: sampleCluster().dataSource(),
      });
      await says(preview, 'The server refuses this');
      await until(() => rootOf(preview).querySelector('.cm-content'), 'the editor');
      const cause = await until(() => button(rootOf(preview), 'spec.deletionPolicy'), 'the cause');
      cause.click();
      await until(() => rootOf(preview).activeElement?.classList.contains('cm-content'), 'the editor has the focus');
      expect(seenText(rootOf(preview).querySelector('.cm-activeLine')!)).to.contain('deletionPolicy: Retain');
    });

    it('is told beside what ajv finds in the text, with line and column', async () => {
      const [secret, storage] = structuredClone(OBJECTS) as [Secret, BackupStorage];
      storage.spec!.deletionPolicy = 'Retain';
      (storage.spec as Record<string, unknown>)['bukcet'] = 'a';
      const preview = await mount<BackupStorageManifestPreview>('backupstorage-manifest-preview', {
        objects: [secret, storage],
        dataSource: sampleCluster().dataSource(),
      });
      const problems = () => seenText(rootOf(preview).querySelector('[part=problems]')!);
      await until(() => /Line \d+, column \d+.*Unsupported value: "Retain"/.test(problems()), 'the fault');
      await until(() => problems().includes('spec.bukcet'), 'the unknown field');
      await until(() => rootOf(preview).querySelector('.cm-lintRange-error'), 'its mark in the text');
    });

    it('is not asked for while the element is hidden', async () => {
      const cluster = sampleCluster();
      let asked = 0;
      cluster.observe(() => asked++);
      const preview = await mount<BackupStorageManifestPreview>('backupstorage-manifest-preview', {
        objects: OBJECTS,
        dataSource: cluster.dataSource(),
        hidden: true,
      });
      await new Promise((resolve) => setTimeout(resolve, 100));
      expect(asked).to.equal(0);
      preview.hidden = false;
      await says(preview, 'The server accepts this');
    });
  });

  describe('a Secret that is left behind', () => {
    async function left() {
      const cluster = sampleCluster();
      const rival = structuredClone(OBJECTS[1]!);
      rival.metadata!.name = 'rival';
      const stop = cluster.observe(({ verb, type: of, dryRun }) => {
        if (verb !== 'create' || dryRun || of?.kind !== 'BackupStorage') return;
        stop();
        cluster.apply(rival);
      });
      cluster.faults.fail(403, { when: ({ verb }) => verb === 'delete' });
      const preview = await withEditor({ dataSource: cluster.dataSource() });
      button(rootOf(preview), 'Submit')!.click();
      await until(() => seenText(rootOf(preview)).includes('The Secret demo/lab-storage-cred was left behind.'));
      return { cluster, preview };
    }

    it('is named with a line for kubectl, and removed by Retry', async () => {
      const { cluster, preview } = await left();
      expect(seenText(rootOf(preview))).to.contain('kubectl delete secret lab-storage-cred -n demo');
      expect(seenText(rootOf(preview))).to.not.contain('Nothing was created.');
      await expect(preview).to.be.accessible();
      button(rootOf(preview), 'Retry')!.click();
      await until(() => !seenText(rootOf(preview)).includes('left behind'), 'its end');
      expect(cluster.get(SECRETS, { namespace: 'demo', name: 'lab-storage-cred' })).to.equal(undefined);
      expect(seenText(rootOf(preview))).to.contain('Nothing was created.');
    });

    it('stays with Keep, with the next step, through edits', async () => {
      const { preview } = await left();
      button(rootOf(preview), 'Keep')!.click();
      await until(() => seenText(rootOf(preview)).includes('The Secret demo/lab-storage-cred stays.'));
      expect(seenText(rootOf(preview))).to.contain('Submit again to use it');
      await append(preview, '# edited');
      expect(seenText(rootOf(preview))).to.contain('The Secret demo/lab-storage-cred stays.');
    });
  });

  describe('after the submit', () => {
    async function submitted(properties: Partial<BackupStorageManifestPreview> = {}, cluster = sampleCluster()) {
      const preview = await withEditor({ dataSource: cluster.dataSource(), ...properties });
      const created = nextEvent(preview, 'backupstorage-created');
      button(rootOf(preview), 'Submit')!.click();
      await created;
      return { preview, cluster };
    }

    it('says what exists now, and follows the storage until it is ready', async () => {
      const { preview } = await submitted();
      const text = () => seenText(rootOf(preview));
      expect(text()).to.contain('lab was created').and.contain('With it the Secret lab-storage-cred was created.');
      expect(rootOf(preview).activeElement?.textContent).to.equal('lab was created');
      await until(() => text().includes('Ready') && text().includes('It can be used for backups now.'));
      expect(button(rootOf(preview), 'Submit')).to.equal(undefined);
      await expect(preview).to.be.accessible();
    });

    it('says why it is not ready', async () => {
      const probe = () => 'AccessDenied: lab-two cannot be written';
      const { preview } = await submitted({}, sampleCluster({ operator: { delayMs: 20, probe } }));
      await until(() => seenText(rootOf(preview)).includes('AccessDenied: lab-two cannot be written'));
      expect(seenText(rootOf(preview))).to.contain('NotReady');
      await expect(preview).to.be.accessible();
    });

    it('leads to the storage by a link, and tells the host', async () => {
      const { preview } = await submitted({ detailHref: '#/{namespace}/{name}' });
      const link = button(rootOf(preview), 'View')! as unknown as HTMLAnchorElement;
      expect(link.getAttribute('href')).to.equal('#/demo/lab');
      preview.addEventListener('backupstorage-select', (event) => event.preventDefault(), { once: true });
      const select = nextEvent(preview, 'backupstorage-select');
      link.click();
      expect(await select).to.include({ namespace: 'demo', name: 'lab' });
      expect(location.hash).to.not.contain('lab');
    });

    it('goes back to the manifest for another one', async () => {
      const { preview, cluster } = await submitted();
      button(rootOf(preview), 'Create another')!.click();
      await until(() => rootOf(preview).querySelector('.cm-content'), 'the editor');
      expect(textOf(preview)).to.contain('name: lab');
      await until(() => seenText(rootOf(preview)).includes('There is one of this name already'));
      const [secret, storage] = structuredClone(OBJECTS) as [Secret, BackupStorage];
      secret.metadata!.name = storage.spec!.storage!['s3']!['secretName'] = 'next-cred';
      storage.metadata!.name = 'next';
      storage.spec!.storage!['s3']!['bucket'] = 'next';
      preview.objects = [secret, storage];
      await until(() => textOf(preview).includes('name: next'));
      const created = nextEvent(preview, 'backupstorage-created');
      button(rootOf(preview), 'Submit')!.click();
      expect((await created).object.metadata!.name).to.equal('next');
      expect(cluster.get(SECRETS, { namespace: 'demo', name: 'next-cred' })).to.not.equal(undefined);
    });
  });

  describe('taken away', () => {
    const { clipboard } = navigator;
    let copied = '';
    beforeEach(() => {
      copied = '';
      const value = { writeText: async (text: string) => void (copied = text) };
      Object.defineProperty(navigator, 'clipboard', { configurable: true, value });
    });
    afterEach(() => Object.defineProperty(navigator, 'clipboard', { configurable: true, value: clipboard }));

    it('is copied without credentials, also while they are shown, unless they are asked for', async () => {
      const preview = await withEditor({ reveal: true });
      button(rootOf(preview), 'Copy')!.click();
      await until(() => copied !== '');
      expect(copied).to.contain('•••••••• (masked, put the value here)').and.not.contain(VALUE);
      copied = '';
      rootOf(preview).querySelector('summary')!.click();
      await expect(preview).to.be.accessible();
      button(rootOf(preview), 'Copy with credentials')!.click();
      await until(() => copied !== '');
      expect(copied).to.contain(VALUE);
      expect(rootOf(preview).querySelector('details')!.open).to.equal(false);
    });

    it('is saved under the storage’s name, and the URL revoked', async () => {
      const preview = await withEditor({ format: 'json' });
      const { createObjectURL, revokeObjectURL } = URL;
      const blobs: Blob[] = [];
      const revoked: string[] = [];
      let name = '';
      URL.createObjectURL = (blob: Blob) => (blobs.push(blob), 'blob:test');
      URL.revokeObjectURL = (url) => void revoked.push(url);
      const { click } = HTMLAnchorElement.prototype;
      HTMLAnchorElement.prototype.click = function () {
        name = this.download;
      };
      try {
        button(rootOf(preview), 'Download')!.click();
        await until(() => revoked.length > 0);
        expect(name).to.equal('lab.json');
        expect(await blobs[0]!.text())
          .to.contain('masked')
          .and.not.contain(VALUE);
        rootOf(preview).querySelector('summary')!.click();
        button(rootOf(preview), 'Download with credentials')!.click();
        expect(await blobs[1]!.text()).to.contain(VALUE);
        await until(() => revoked.length === 2);
      } finally {
        Object.assign(URL, { createObjectURL, revokeObjectURL });
        HTMLAnchorElement.prototype.click = click;
      }
    });

    it('opens the choice inside of the element when there is little room', async () => {
      const preview = await withEditor();
      for (const width of ['600px', '420px', '320px']) {
        preview.style.width = width;
        const details = rootOf(preview).querySelector('details')!;
        details.open = true;
        const items = details.querySelector('.more-items')!.getBoundingClientRect();
        const { left, right } = preview.getBoundingClientRect();
        expect(items.left, width).to.be.at.least(left);
        expect(items.right, width).to.be.at.most(right);
        details.open = false;
      }
    });

    it('closes the choice with Escape, and gives the focus back', async () => {
      const preview = await withEditor();
      const details = rootOf(preview).querySelector('details')!;
      const summary = details.querySelector('summary')!;
      summary.focus();
      await sendKeys({ press: 'Enter' });
      expect(details.open).to.equal(true);
      await sendKeys({ press: 'Tab' });
      expect(rootOf(preview).activeElement).to.equal(button(rootOf(preview), 'Copy with credentials'));
      await sendKeys({ press: 'Escape' });
      expect(details.open).to.equal(false);
      expect(rootOf(preview).activeElement).to.equal(summary);
    });
  });

  describe('of any objects', () => {
    const existing = (): BackupStorage =>
      ({
        ...OBJECTS[1]!,
        metadata: {
          ...OBJECTS[1]!.metadata,
          annotations: { 'kubectl.kubernetes.io/last-applied-configuration': 'applied-before' },
          managedFields: [{ manager: 'somebody' }],
        },
        status: { phase: 'Ready' },
      }) as BackupStorage;

    it('shows an existing storage with its status, its managed fields folded away', async () => {
      const preview = await withEditor({ objects: [existing()], readonly: true });
      expect(textOf(preview)).to.contain('phase: Ready').and.not.contain('managedFields');
      expect(button(rootOf(preview), 'Submit')).to.equal(undefined);
      control(rootOf(preview), 'Show managed fields')!.click();
      await until(() => textOf(preview).includes('manager: somebody'));
      expect(textOf(preview)).to.contain('applied-before');
      await expect(preview).to.be.accessible();
    });

    it('edits other kinds, without a Submit and without what would keep them from it', async () => {
      const config = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'x', namespace: 'demo' } };
      const preview = await withEditor({ objects: [config], dataSource: sampleCluster().dataSource() });
      expect(button(rootOf(preview), 'Submit')).to.equal(undefined);
      expect(seenText(rootOf(preview)))
        .to.not.contain('can be created here')
        .and.not.contain('problem');
      expect(preview.matches(':state(invalid)')).to.equal(false);
      const change = nextEvent(preview, 'backupstorage-manifest-change');
      await append(preview, 'data: {}');
      expect(await change).to.deep.include({ valid: true });
    });

    it('says nothing of faults in what is only read', async () => {
      const preview = await withEditor({ objects: [OBJECTS[1]!, OBJECTS[1]!], readonly: true });
      expect(seenText(rootOf(preview))).to.not.contain('problem');
      expect(preview.matches(':state(invalid)')).to.equal(false);
    });
  });
});

/** Where the text of the first line begins. */
function textStart(root: ParentNode, line: string): number {
  const range = document.createRange();
  range.selectNodeContents(root.querySelector(line)!);
  return [...range.getClientRects()].find(({ width }) => width > 0)!.left;
}
