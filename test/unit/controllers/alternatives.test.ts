import { expect } from 'chai';
import { Alternatives } from '../../../src/controllers/form/alternatives.js';
import { DraftState } from '../../../src/controllers/form/draft-state.js';
import { emptyDraft, objectsOf } from '../../../src/manifest/draft.js';
import { backupStorageSchema } from '../../../src/schema/bundled/backup-storage.js';
import { storageForm, type FormChoice } from '../../../src/schema/form/storage-form.js';
import { en } from '../../../src/locales/en/index.js';
import { backupStorageOverlay } from '../../../src/schema/overlays/backup-storage.js';

const form = storageForm(backupStorageSchema(), backupStorageOverlay(en));
const sources: FormChoice = form.providers
  .find(({ provider }) => provider === 'local')!
  .panels.find(({ choice }) => choice)!.choice!;
const LOCAL = ['spec', 'storage', 'local'];
const POLICY = ['spec', 'usagePolicy', 'allowedNamespaces'];
const policyFields = form.groups.find(({ id }) => id === 'usage-policy')!.fields;

function setUp() {
  const state = new DraftState(emptyDraft(), () => undefined);
  return { state, alternatives: new Alternatives(state) };
}

describe('the blocks of a choice', () => {
  it('are all the volume sources of the schema, the documented ones first', () => {
    expect(sources.options).to.have.length(28);
    expect(sources.options.slice(0, 3).map(({ value }) => value)).to.deep.equal([
      'persistentVolumeClaim',
      'nfs',
      'hostPath',
    ]);
  });

  it('begin with the first, and nothing of it is written', () => {
    const { state, alternatives } = setUp();
    expect(alternatives.chosen(sources).value).to.equal('persistentVolumeClaim');
    expect(state.dirty).to.equal(false);
  });

  it('keep what was entered while another one is chosen, and only that one is sent', () => {
    const { state, alternatives } = setUp();
    state.write([...LOCAL, 'persistentVolumeClaim', 'claimName'], 'data');
    alternatives.choose(sources, 'nfs');
    expect(state.valueAt(LOCAL)).to.equal(undefined);
    expect(state.dirty, 'what is kept would be lost').to.equal(true);
    state.write([...LOCAL, 'nfs', 'server'], 'nfs.local');
    alternatives.choose(sources, 'persistentVolumeClaim');
    expect(state.valueAt(LOCAL)).to.deep.equal({ persistentVolumeClaim: { claimName: 'data' } });
    alternatives.choose(sources, 'nfs');
    expect(state.valueAt(LOCAL)).to.deep.equal({ nfs: { server: 'nfs.local' } });
  });

  it('say something by being there when they need no field', () => {
    const { state, alternatives } = setUp();
    alternatives.choose(sources, 'emptyDir');
    expect(state.valueAt(LOCAL)).to.deep.equal({ emptyDir: {} });
    alternatives.choose(sources, 'persistentVolumeClaim');
    expect(state.valueAt(LOCAL)).to.equal(undefined);
  });

  it('are both filled when a manifest says so, until one of them is chosen', () => {
    const { state, alternatives } = setUp();
    state.write(LOCAL, { nfs: { server: 'a', path: '/b' }, hostPath: { path: '/c' } });
    expect(alternatives.filled(sources).map(({ value }) => value)).to.deep.equal(['nfs', 'hostPath']);
    alternatives.choose(sources, 'hostPath');
    expect(state.valueAt(LOCAL)).to.deep.equal({ hostPath: { path: '/c' } });
  });
});

describe('a field that hangs on another one', () => {
  const [from, selector] = policyFields;
  const setFrom = ({ state, alternatives }: ReturnType<typeof setUp>, value: string) => {
    state.write(from!.path, value);
    alternatives.settle(from!.path, policyFields);
  };

  it('is shown and sent only with the value that it hangs on, and keeps what was entered', () => {
    const parts = setUp();
    const { state, alternatives } = parts;
    expect(alternatives.isShown(selector!)).to.equal(false);
    setFrom(parts, 'Selector');
    expect(alternatives.isShown(selector!)).to.equal(true);
    state.write([...selector!.path, 'matchLabels'], { team: 'apps' });
    setFrom(parts, 'All');
    expect(alternatives.isShown(selector!)).to.equal(false);
    expect(state.valueAt(POLICY)).to.deep.equal({ from: 'All' });
    setFrom(parts, 'Selector');
    expect(state.valueAt(POLICY)).to.deep.equal({ from: 'Selector', selector: { matchLabels: { team: 'apps' } } });
  });

  it('is shown when a manifest has it, whatever it hangs on', () => {
    const { state, alternatives } = setUp();
    state.write(selector!.path, { matchLabels: {} });
    expect(alternatives.isShown(selector!)).to.equal(true);
  });
});

describe('the draft of a form', () => {
  it('is not dirty when the host chooses the namespace, and stays dirty when it was', () => {
    const { state } = setUp();
    state.rewrite(['metadata', 'namespace'], 'demo');
    expect(state.dirty).to.equal(false);
    state.write(['metadata', 'name'], 'x');
    state.rewrite(['metadata', 'namespace'], 'other');
    expect(state.dirty).to.equal(true);
    state.write(['metadata', 'name'], undefined);
    expect(state.dirty).to.equal(false);
  });

  it('holds an object of another kind as it is', () => {
    const type = {
      group: 'velero.io',
      version: 'v1',
      resource: 'backupstoragelocations',
      kind: 'BackupStorageLocation',
      namespaced: true,
    };
    const draft = emptyDraft(type);
    const state = new DraftState(draft, () => undefined);
    state.write(['spec', 'storage', 'anything'], 1);
    expect(objectsOf(state.draft)).to.deep.equal([
      { apiVersion: 'velero.io/v1', kind: 'BackupStorageLocation', spec: { storage: { anything: 1 } } },
    ]);
  });
});
