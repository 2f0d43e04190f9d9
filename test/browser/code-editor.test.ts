import { expect } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import { html, render } from 'lit';
import { codeEditor, type CodeEditorOptions } from '../../src/elements/parts/code-editor/code-editor.js';
import { editorOffsets, withLineEnds } from '../../src/elements/parts/code-editor/line-ends.js';
import { baseStyles } from '../../src/elements/parts/base.styles.js';
import { manifestStyles } from '../../src/elements/parts/manifest-view.styles.js';
import { en } from '../../src/locales/en/index.js';
import { diagnose } from '../../src/manifest/diagnostics.js';
import { readManifest } from '../../src/manifest/parse.js';
import { backupStorageSchema } from '../../src/schema/bundled/backup-storage.js';
import { interpret } from '../../src/schema/interpreter.js';
import { pointAway, until } from './support.js';

const schema = backupStorageSchema();
const validate = interpret(schema);
const schemaOf: CodeEditorOptions['schemaOf'] = ({ kind }) =>
  kind === 'BackupStorage' ? { schema, validate } : undefined;

const TEXT = `apiVersion: storage.kubestash.com/v1alpha1
kind: BackupStorage
metadata:
  name: lab
  namespace: demo
spec:
  deletionPolicy: Keep
  buckett: x
`;

interface Mounted {
  root: ShadowRoot;
  content: HTMLElement;
  /** What was handed out, the last one last. */
  outputs: string[];
  /** What was announced, the last one last. */
  heard: string[];
  update(options: Partial<CodeEditorOptions>): void;
  text(): string;
}

/** An editor in a shadow root, as in the elements. */
async function mountEditor(options: Partial<CodeEditorOptions> = {}): Promise<Mounted> {
  const host = document.createElement('div');
  document.body.append(host);
  hosts.push(host);
  const root = host.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [baseStyles.styleSheet!, manifestStyles.styleSheet!];
  const outputs: string[] = [];
  let ready = false;
  let all: CodeEditorOptions = {
    text: TEXT,
    format: 'yaml',
    readonly: false,
    label: 'Manifest as YAML',
    schemaOf,
    messages: en,
    onInput: (text) => void outputs.push(text),
    onReady: () => (ready = true),
    ...options,
  };
  const update = (next: Partial<CodeEditorOptions>) => {
    all = { ...all, ...next };
    render(html`<div class="editor" ${codeEditor(all)}></div>`, root);
  };
  update({});
  await until(() => ready, 'the editor');
  const content = root.querySelector<HTMLElement>('.cm-content')!;
  // CodeMirror takes an announcement away after 200 ms, which is less than a driver needs for one more question.
  const heard: string[] = [];
  const live = root.querySelector('.cm-announced')!;
  new MutationObserver(() => live.textContent.trim() && heard.push(live.textContent)).observe(live, {
    childList: true,
  });
  const text = () => [...root.querySelectorAll('.cm-line')].map((line) => line.textContent).join('\n');
  return { root, content, outputs, heard, update, text };
}

const hosts: HTMLElement[] = [];
const problemsIn = (text: string) => diagnose(readManifest(text, 'yaml'), { schemaOf });

async function press(...keys: string[]): Promise<void> {
  for (const key of keys.slice(0, -1)) await sendKeys({ down: key });
  await sendKeys({ press: keys.at(-1)! });
  for (const key of keys.slice(0, -1).reverse()) await sendKeys({ up: key });
}

const toEnd = async ({ content }: Mounted) => {
  content.focus();
  await press('Control', 'End');
};
const options = ({ root }: Mounted) =>
  [...root.querySelectorAll('.cm-tooltip-autocomplete li')].map(
    (item) => item.querySelector('.cm-completionLabel')?.textContent ?? '',
  );
const announced = ({ heard }: Mounted) => heard.at(-1) ?? '';

describe('code editor', () => {
  afterEach(() => {
    for (const host of hosts.splice(0)) host.remove();
  });

  describe('problems', () => {
    it('marks and underlines errors and warnings, each in its own way and without images', async () => {
      const editor = await mountEditor({ diagnostics: problemsIn(TEXT) });
      const { root } = editor;
      const marked = (kind: string) =>
        [...root.querySelectorAll(`.cm-lintRange-${kind}`)].map((one) => one.textContent);
      expect(marked('error')).to.deep.equal(['Keep']);
      expect(marked('warning')).to.deep.equal(['buckett']);
      for (const kind of ['error', 'warning']) {
        const style = getComputedStyle(root.querySelector(`.cm-lintRange-${kind}`)!);
        expect(style.backgroundImage, kind).to.equal('none');
        expect([style.textDecorationLine, style.textDecorationStyle], kind).to.deep.equal(['underline', 'wavy']);
        const marker = getComputedStyle(root.querySelector(`.cm-lint-marker-${kind}`)!);
        expect(marker.content, kind).not.to.contain('url(');
        expect(marker.backgroundColor, kind).not.to.equal('rgba(0, 0, 0, 0)');
      }
      expect(getComputedStyle(root.querySelector('.cm-lint-marker-warning')!).clipPath).to.contain('polygon');
      await expect(root.host).to.be.accessible();
    });

    it('takes what has no severity for an error', async () => {
      const [issue] = problemsIn(TEXT).map(({ severity: _severity, ...rest }) => rest);
      const editor = await mountEditor({ diagnostics: [issue!] });
      expect(editor.root.querySelector('.cm-lintRange-error')?.textContent).to.equal('Keep');
      editor.update({ diagnostics: [] });
      expect(editor.root.querySelector('.cm-lintRange-error')).to.equal(null);
    });

    it('goes from one to the next with F8 and says each', async () => {
      const editor = await mountEditor({ diagnostics: problemsIn(TEXT) });
      editor.content.focus();
      await press('F8');
      await until(() => announced(editor).startsWith('Error, 1 of 2, line 7: spec.deletionPolicy'), 'the first');
      await until(() => editor.root.querySelector('.cm-tooltip .cm-diagnostic'), 'the words to be seen');
      await press('F8');
      await until(() => announced(editor).startsWith('Warning, 2 of 2, line 8: '), 'the second');
      await press('Shift', 'F8');
      await until(() => announced(editor).startsWith('Error, 1 of 2'), 'back');
      await press('Escape');
      await until(() => !editor.root.querySelector('.cm-tooltip .cm-diagnostic'), 'closed');
      editor.update({ diagnostics: [] });
      await press('F8');
      await until(() => announced(editor) === en.noProblems, 'none left');
    });
  });

  it('undoes what was typed, and nothing across a text that was set', async () => {
    const editor = await mountEditor({ text: 'a: 1\n' });
    await toEnd(editor);
    await sendKeys({ type: 'b' });
    expect(editor.text()).to.equal('a: 1\nb');
    await press('Control', 'z');
    expect(editor.text()).to.equal('a: 1\n');
    await sendKeys({ type: 'former' });
    editor.update({ text: 'other: 2\n' });
    for (let time = 0; time < 4; time++) await press('Control', 'z');
    expect(editor.text()).to.equal('other: 2\n');
    await toEnd(editor);
    await sendKeys({ type: 'c' });
    await press('Control', 'z');
    expect(editor.text()).to.equal('other: 2\n');
  });

  describe('completion', () => {
    it('offers fields while a key is typed, and takes one with Enter', async () => {
      const editor = await mountEditor({ text: TEXT.replace('  buckett: x\n', '') });
      await toEnd(editor);
      await sendKeys({ type: '  stor' });
      await until(() => options(editor).includes('storage'), 'the fields');
      expect(editor.content.getAttribute('aria-activedescendant')).to.be.a('string');
      expect(editor.root.querySelector('[role=listbox]')).not.to.equal(null);
      await new Promise((resolve) => setTimeout(resolve, 100)); // Enter right after the list has opened is a line break.
      await press('Enter');
      await until(() => editor.text().endsWith('  storage:\n    '), 'the key');
      // What may stand in it is offered at once.
      await until(() => options(editor).includes('provider'), 'the fields of the storage');
      expect(options(editor)[0]).to.equal('provider');
      await press('Escape');
      await until(() => options(editor).length === 0, 'closed');
      expect(editor.outputs.at(-1)).to.contain('  storage:\n    ');
    });

    it('offers values with Control + Space, and says nothing unasked on an empty place', async () => {
      const editor = await mountEditor({ text: 'kind: BackupStorage\nspec:\n' });
      await toEnd(editor);
      await sendKeys({ type: '  deletionPolicy: ' });
      expect(options(editor)).to.deep.equal([]);
      await press('Control', ' ');
      await until(() => options(editor).length === 2, 'the values');
      expect(options(editor)).to.have.members(['Delete', 'WipeOut']);
      expect(editor.root.querySelector('.cm-tooltip')!.getBoundingClientRect().height).to.be.above(40);
      await expect(editor.root.host).to.be.accessible();
    });

    it('offers nothing in a text that is read-only', async () => {
      const editor = await mountEditor({ readonly: true, text: 'kind: BackupStorage\nspec:\n  ' });
      await toEnd(editor);
      await press('Control', ' ');
      await new Promise((resolve) => setTimeout(resolve, 200));
      expect(options(editor)).to.deep.equal([]);
      expect(editor.text()).to.equal('kind: BackupStorage\nspec:\n  ');
    });
  });

  describe('help', () => {
    for (const readonly of [false, true])
      it(`explains the field at the cursor with Control + I${readonly ? ', read-only too' : ''}`, async () => {
        const editor = await mountEditor({ readonly, text: 'kind: BackupStorage\nspec:\n  deletionPolicy: Delete' });
        await toEnd(editor);
        await press('Control', 'i');
        await until(() => editor.root.querySelector('.cm-field-help'), 'the help');
        const shown = editor.root.querySelector('.cm-field-help')!.textContent;
        expect(shown).to.contain('spec.deletionPolicy').and.to.contain('WipeOut').and.to.contain('Default: "Delete"');
        expect(announced(editor)).to.contain('spec.deletionPolicy');
        await expect(editor.root.host).to.be.accessible();
        let passed = false;
        editor.root.host.addEventListener('keydown', () => (passed = true), { once: true });
        await press('Escape');
        await until(() => !editor.root.querySelector('.cm-field-help'), 'closed');
        expect(passed, 'Escape reaches what is around the editor').to.equal(false);
      });

    it('explains the field under the pointer', async () => {
      const editor = await mountEditor({ text: 'kind: BackupStorage\nspec:\n  deletionPolicy: Delete' });
      const line = [...editor.root.querySelectorAll('.cm-line')].at(-1)!.querySelector('span')!;
      const { left, top, height } = line.getBoundingClientRect();
      await sendMouse({ type: 'move', position: [Math.round(left + 30), Math.round(top + height / 2)] });
      await until(() => editor.root.querySelector('.cm-field-help')?.textContent.includes('WipeOut'), 'the help');
      await press('Escape');
      await pointAway();
      await until(() => !editor.root.querySelector('.cm-field-help'), 'closed');
    });

    it('says so when nothing is known', async () => {
      const editor = await mountEditor({ text: 'kind: Other\nx: y' });
      await toEnd(editor);
      await press('Control', 'i');
      await until(() => announced(editor) === en.noFieldHelp, 'the words');
    });

    it('names its keys to screen readers', async () => {
      const { root, content } = await mountEditor();
      expect(root.getElementById(content.getAttribute('aria-describedby')!)?.textContent).to.equal(en.editorKeys);
    });
  });

  it('leaves with Tab, whatever is open', async () => {
    const editor = await mountEditor({ text: 'kind: BackupStorage\nspec:\n' });
    const after = document.createElement('button');
    editor.root.host.after(after);
    hosts.push(after);
    await toEnd(editor);
    await sendKeys({ type: '  s' });
    await until(() => options(editor).length > 0, 'the fields');
    await press('Tab');
    expect(document.activeElement).to.equal(after);
    expect(editor.text()).to.equal('kind: BackupStorage\nspec:\n  s');
    await until(() => options(editor).length === 0, 'closed');
  });

  it('finds with Control + F, and Escape closes the panel', async () => {
    const editor = await mountEditor({ readonly: true });
    editor.content.focus();
    await press('Control', 'f');
    await until(() => editor.root.querySelector('.cm-search input'), 'the panel');
    await sendKeys({ type: 'demo' });
    await until(() => editor.root.querySelector('.cm-searchMatch')?.textContent === 'demo', 'the match');
    await expect(editor.root.host).to.be.accessible();
    let passed = false;
    editor.root.host.addEventListener('keydown', () => (passed = true), { once: true });
    await press('Escape');
    await until(() => !editor.root.querySelector('.cm-search'), 'closed');
    expect(passed, 'Escape reaches what is around the editor').to.equal(false);
    expect(editor.root.activeElement).to.equal(editor.content);
  });

  it('puts no style attribute into markup, and no data: image into view', async () => {
    const editor = await mountEditor({ diagnostics: problemsIn(TEXT) });
    const sheets = [...document.head.querySelectorAll('style')].filter((style) => style.textContent.includes('cm-'));
    expect(sheets).to.deep.equal([]);
    expect(editor.root.querySelectorAll('style')).to.have.length(0);
    for (const element of editor.root.querySelectorAll('*'))
      for (const pseudo of [null, '::before', '::after'])
        expect(getComputedStyle(element, pseudo).backgroundImage).not.to.contain('data:');
  });

  describe('line ends', () => {
    const CRLF = 'kind: Secret\r\na: 1\r\nb: 2\r\n';

    it('hands a text out with the line ends that it was handed in with', async () => {
      const editor = await mountEditor({ text: CRLF });
      expect(editor.text()).to.equal('kind: Secret\na: 1\nb: 2\n');
      await toEnd(editor);
      await sendKeys({ type: 'c: 3' });
      await press('Enter');
      await until(() => editor.outputs.at(-1) === `${CRLF}c: 3\r\n`, 'the text with its line ends');
      // The same text handed in again is no change.
      editor.update({ text: editor.outputs.at(-1)! });
      expect(editor.text()).to.equal('kind: Secret\na: 1\nb: 2\nc: 3\n');
    });

    it('points at the right place all the same', async () => {
      const text = TEXT.replaceAll('\n', '\r\n');
      const editor = await mountEditor({ text, diagnostics: problemsIn(text) });
      expect(editor.root.querySelector('.cm-lintRange-error')?.textContent).to.equal('Keep');
      expect(editor.root.querySelector('.cm-lintRange-warning')?.textContent).to.equal('buckett');
    });

    it('keeps mixed ones where nothing was edited', () => {
      expect(withLineEnds('a\nb\nc', 'a\r\nb\nc')).to.equal('a\r\nb\nc');
      expect(withLineEnds('a\nx\nb\nc', 'a\r\nb\nc')).to.equal('a\r\nx\r\nb\nc');
      expect(withLineEnds('a\nc\n', 'a\nb\nc\r\n')).to.equal('a\nc\r\n');
      expect(withLineEnds('a\nb', 'a\nc')).to.equal('a\nb');
      expect(withLineEnds('', CRLF)).to.equal('');
      const offset = editorOffsets('a\r\nb\r\n\nc');
      expect([0, 1, 3, 4, 6, 7].map(offset)).to.deep.equal([0, 1, 2, 3, 4, 5]);
    });
  });
});
