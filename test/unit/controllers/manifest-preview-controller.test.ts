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

  it('forgets every value when it is cleared', () => {
    const preview = previewOf([secret()]);
    const masked = preview.text;
    preview.clear();
    preview.showText(masked);
    expect(JSON.stringify(preview.objects)).to.not.contain('the-key');
  });
});
