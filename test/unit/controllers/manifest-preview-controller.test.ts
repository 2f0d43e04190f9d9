import { expect } from 'chai';
import { ManifestPreviewController } from '../../../src/controllers/manifest-preview-controller.js';
import { LAST_APPLIED } from '../../../src/model/metadata.js';
import type { KubernetesObject, Secret } from '../../../src/model/types.js';

const host = {
  addController() {},
  removeController() {},
  requestUpdate() {},
  updateComplete: Promise.resolve(true),
};

const secret = (annotations?: Record<string, string>): Secret => ({
  apiVersion: 'v1',
  kind: 'Secret',
  metadata: { name: 'cred', namespace: 'demo', ...(annotations ? { annotations } : {}) },
  type: 'Opaque',
  stringData: { ID: 'the-id', KEY: 'the-key' },
});

function previewOf(objects: readonly KubernetesObject[]) {
  const preview = new ManifestPreviewController(host, () => {});
  preview.show(objects);
  return preview;
}

const valuesOf = (preview: ManifestPreviewController) => (preview.objects[0] as Secret).stringData;

describe('the manifest preview', () => {
  it('keeps the value of a masked line that is cut, read without it, and pasted again', () => {
    const preview = previewOf([secret()]);
    const whole = preview.text;
    preview.edit(whole.replace(/^ {2}KEY: .*\n/m, ''));
    preview.flush();
    expect(valuesOf(preview)).to.deep.equal({ ID: 'the-id' });
    preview.edit(whole);
    preview.flush();
    expect(valuesOf(preview)).to.deep.equal({ ID: 'the-id', KEY: 'the-key' });
    expect(preview.faults.join()).to.not.contain('mask');
  });

  it('takes the last value that was typed for the one behind a mask', () => {
    const preview = previewOf([secret()]);
    preview.edit(preview.text.replace(/KEY: .*/, 'KEY: typed'));
    preview.flush();
    preview.setRevealed(true);
    preview.setRevealed(false);
    expect(preview.text).to.not.contain('typed');
    expect(valuesOf(preview)).to.deep.equal({ ID: 'the-id', KEY: 'typed' });
  });

  it('never shows kubectl’s copy of a Secret, revealed or not', () => {
    const preview = previewOf([secret({ [LAST_APPLIED]: '{"stringData":{"KEY":"the-key"}}' })]);
    expect(preview.text).to.not.contain('last-applied');
    preview.setRevealed(true);
    expect(preview.text).to.contain('KEY: the-key').and.not.contain('last-applied');
  });

  const other = (): Secret => ({
    ...secret(),
    metadata: { name: 'other', namespace: 'demo' },
    stringData: { ID: 'other-id', KEY: 'other-key' },
  });
  const BROKEN = 'a: b: c';

  it('keeps nothing of what was there when a text is shown that cannot be read', () => {
    for (const format of ['yaml', 'json'] as const) {
      const preview = previewOf([secret()]);
      preview.setFormat(format);
      preview.showText(BROKEN);
      expect(preview.objects).to.deep.equal([]);
      expect([preview.hasCredentials, preview.valid, preview.revertible]).to.deep.equal([false, false, false]);
      preview.revert();
      expect(preview.text).to.equal(BROKEN);
      expect(preview.valid).to.equal(false);
      preview.show([other()]);
      expect(preview.text).to.contain('other').and.not.contain('cred');
      expect(preview.revertible).to.equal(true);
    }
  });

  it('goes back to the last text that could be read', () => {
    const preview = previewOf([secret()]);
    const { text } = preview;
    preview.edit(BROKEN);
    preview.flush();
    expect([preview.valid, preview.revertible]).to.deep.equal([false, true]);
    preview.revert();
    expect(preview.text).to.equal(text);
    expect(preview.issues).to.deep.equal([]);
  });

  it('masks again for other objects, another text, and another one to create', () => {
    const preview = previewOf([secret()]);
    const again: (() => void)[] = [
      () => preview.show([other()]),
      () => preview.showText(preview.text),
      () => preview.again(),
    ];
    for (const act of again) {
      preview.setRevealed(true);
      expect(preview.text).to.contain('-key');
      act();
      expect(preview.revealed).to.equal(false);
      expect(preview.text).to.not.contain('-key');
    }
  });

  it('gives no Secret the values of another, whatever is cut, moved or pasted', () => {
    const preview = previewOf([secret(), other()]);
    const [first = '', second = ''] = preview.text.split('---\n');
    const values = (text: string) => {
      preview.edit(text);
      preview.flush();
      return (preview.objects as Secret[]).map(({ metadata, stringData }) => [metadata?.name, stringData?.['KEY']]);
    };
    expect(values(`${second}---\n${first}`)).to.deep.equal([
      ['other', 'other-key'],
      ['cred', 'the-key'],
    ]);
    expect(values(second)).to.deep.equal([['other', 'other-key']]);
    expect(values(second.replace('name: other', 'name: third'))).to.deep.equal([['third', 'other-key']]);
    expect(values(second)).to.deep.equal([['other', 'other-key']]);
    expect(values(`${first}---\n${second}`)).to.deep.equal([
      ['cred', 'the-key'],
      ['other', 'other-key'],
    ]);
    const copy = second.replace('name: other', 'name: copy');
    const [, , copied] = values(`${first}---\n${second}---\n${copy}`);
    expect(copied![1]).to.not.contain('key');
  });

  it('keeps the value of a mask that was typed into by mistake', () => {
    const preview = previewOf([secret()]);
    const masked = preview.text;
    preview.edit(masked.replace(/(KEY: .*)/, '$1x'));
    preview.flush();
    preview.edit(masked);
    preview.flush();
    expect(valuesOf(preview)).to.deep.equal({ ID: 'the-id', KEY: 'the-key' });
  });

  it('forgets every value when it is cleared', () => {
    const preview = previewOf([secret()]);
    const masked = preview.text;
    preview.clear();
    preview.showText(masked);
    expect(JSON.stringify(preview.objects)).to.not.contain('the-key');
  });
});
