import { expect } from 'chai';
import { mergePatch } from '../../../src/data-source/memory/patch.js';
import { editableParts, mergePatchOf, updatePatchOf, withEditableParts } from '../../../src/manifest/changes.js';
import { editDraftOf, editedStorageOf } from '../../../src/manifest/changes-draft.js';
import { setIn } from '../../../src/manifest/json.js';
import { LAST_APPLIED } from '../../../src/model/metadata.js';
import type { BackupStorage } from '../../../src/model/types.js';
import { sampleObjects } from '../../../src/samples/index.js';
import { randomFrom } from './three-way-random.js';

const STORAGE: BackupStorage = {
  metadata: {
    name: 's3',
    namespace: 'demo',
    uid: 'u-1',
    resourceVersion: '7',
    labels: { team: 'apps', tier: 'gold' },
    annotations: { note: 'x', [LAST_APPLIED]: '{}' },
  },
  spec: {
    storage: { provider: 's3', s3: { bucket: 'lab', prefix: 'p' } },
    usagePolicy: { allowedNamespaces: { from: 'Selector', selector: { matchLabels: { a: '1' } } } },
    deletionPolicy: 'Delete',
    runtimeSettings: {},
  },
  status: { phase: 'Ready' },
};

const edited = (change: (storage: BackupStorage) => void): BackupStorage => {
  const copy = structuredClone(STORAGE);
  change(copy);
  return copy;
};
const patchFor = (change: (storage: BackupStorage) => void) => updatePatchOf(STORAGE, edited(change));

describe('a merge patch', () => {
  it('holds only what changed; what is gone is null', () => {
    expect(
      mergePatchOf({ a: 1, b: { c: 1, d: 1 }, e: [1] }, { b: { c: 2, d: 1 }, e: [1, 2], f: { g: 1 } }),
    ).to.deep.equal({
      a: null,
      b: { c: 2 },
      e: [1, 2],
      f: { g: 1 },
    });
    expect(mergePatchOf({ a: { b: 1 } }, { a: { b: 1 } })).to.deep.equal({});
  });

  it('tells an empty object from none, and a number from a text', () => {
    expect(mergePatchOf({}, { a: {} })).to.deep.equal({ a: {} });
    expect(mergePatchOf({ a: { b: 1 } }, { a: {} })).to.deep.equal({ a: { b: null } });
    expect(mergePatchOf({ a: {} }, {})).to.deep.equal({ a: null });
    expect(mergePatchOf({ cpu: 1 }, { cpu: '1' })).to.deep.equal({ cpu: '1' });
  });

  it('takes null for nothing, and sends none inside what is new', () => {
    expect(mergePatchOf({ a: null }, {})).to.deep.equal({});
    expect(mergePatchOf({ a: 1 }, { a: null })).to.deep.equal({ a: null });
    expect(mergePatchOf({}, { a: { b: null, c: 1 } })).to.deep.equal({ a: { c: 1 } });
  });

  it('makes the one object of the other, whatever they hold', () => {
    const documents = randomFrom(42);
    for (let round = 0; round < 3000; round++) {
      const [before, after] = [documents(), documents()];
      expect(mergePatch(before, mergePatchOf(before, after))).to.deep.equal(after);
    }
  });
});

describe('the patch of an edited storage', () => {
  it('is taken only if the stored one is still what was edited', () => {
    expect(patchFor(({ spec }) => (spec!.deletionPolicy = 'WipeOut'))).to.deep.equal({
      metadata: { resourceVersion: '7' },
      spec: { deletionPolicy: 'WipeOut' },
    });
  });

  it('is none when nothing was changed, or only what nobody edits', () => {
    expect(updatePatchOf(STORAGE, STORAGE)).to.equal(undefined);
    expect(patchFor((storage) => (storage.status = { phase: 'NotReady' }))).to.equal(undefined);
    expect(patchFor(({ metadata }) => (metadata!.name = 'other'))).to.equal(undefined);
    expect(patchFor(({ spec }) => delete spec!.runtimeSettings)).to.equal(undefined);
    expect(patchFor(({ spec }) => (spec!.runtimeSettings = { pod: {} }))).to.equal(undefined);
  });

  it('takes labels one by one, the last one too', () => {
    expect(patchFor(({ metadata }) => delete metadata!.labels)?.['metadata']).to.deep.equal({
      labels: { team: null, tier: null },
      resourceVersion: '7',
    });
  });

  it('leaves kubectl’s own annotation alone when every other goes', () => {
    expect(patchFor(({ metadata }) => delete metadata!.annotations)?.['metadata']).to.deep.equal({
      annotations: { note: null },
      resourceVersion: '7',
    });
  });

  it('takes a selector away with the policy that needed it', () => {
    const patch = patchFor(({ spec }) => (spec!.usagePolicy = { allowedNamespaces: { from: 'Same' } }));
    expect(patch?.['spec']).to.deep.equal({ usagePolicy: { allowedNamespaces: { from: 'Same', selector: null } } });
  });

  it('puts the editable parts of one version into another, without empty maps', () => {
    const mine = editableParts(edited(({ metadata }) => delete metadata!.labels));
    const { metadata, status } = withEditableParts(STORAGE, mine);
    expect(metadata).to.not.have.property('labels');
    expect(metadata).to.include({ uid: 'u-1', resourceVersion: '7' });
    expect(status).to.equal(STORAGE.status);
  });
});

describe('the draft of an edit', () => {
  const storages = sampleObjects().filter(({ kind }) => kind === 'BackupStorage') as BackupStorage[];

  it('changes nothing of any storage until something is entered', () => {
    expect(storages).to.have.length(14);
    for (const storage of storages)
      expect(updatePatchOf(storage, editedStorageOf(editDraftOf(storage), storage)), storage.metadata?.name).to.equal(
        undefined,
      );
  });

  it('names the Secret that exists, and makes none', () => {
    const draft = editDraftOf(storages.find(({ metadata }) => metadata?.name === 'minio-lab')!);
    expect(draft.credentials['s3']).to.deep.include({ mode: 'existing', secretName: 'minio-lab-cred' });
    expect(draft.object.metadata?.uid).to.not.equal(undefined);
  });

  it('leaves the backend of a storage in use to the letter', () => {
    const odd = edited((storage) => {
      storage.apiVersion = 'storage.kubestash.com/v1alpha1';
      storage.kind = 'BackupStorage';
      storage.spec!.storage!.gcs = { bucket: 'stray' };
    });
    const entered = (base: BackupStorage) => {
      const draft = editDraftOf(base);
      const object = setIn(draft.object, ['spec', 'default'], true);
      return updatePatchOf(base, editedStorageOf({ ...draft, object }, base))?.['spec'];
    };
    expect(entered(odd)).to.deep.equal({ default: true, storage: { gcs: null } });
    const inUse = setIn(odd, ['status', 'repositories'], [{ name: 'r', namespace: 'demo' }]);
    expect(entered(inUse)).to.deep.equal({ default: true });
  });
});
