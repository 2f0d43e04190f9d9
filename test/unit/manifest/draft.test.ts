import { expect } from 'chai';
import {
  credentialsOf,
  draftOf,
  emptyDraft,
  objectsOf,
  pairOf,
  providerOf,
  secretNameOf,
  UnsupportedManifest,
  type CredentialsDraft,
  type StorageDraft,
} from '../../../src/manifest/draft.js';
import { setIn, unsetIn, type Path } from '../../../src/manifest/json.js';
import { parseManifest } from '../../../src/manifest/parse.js';
import { toYaml } from '../../../src/manifest/serialize.js';
import { PROVIDERS } from '../../../src/model/providers.js';
import type { BackupStorage, KubernetesObject, Secret } from '../../../src/model/types.js';
import { MANIFESTS } from './expected-manifests.js';

const set = (draft: StorageDraft, path: Path, value: unknown): StorageDraft => ({
  ...draft,
  object: setIn(draft.object, path, value),
});
const unset = (draft: StorageDraft, path: Path): StorageDraft => ({ ...draft, object: unsetIn(draft.object, path) });
const choose = (draft: StorageDraft, provider: string) => set(draft, ['spec', 'storage', 'provider'], provider);
const enter = (draft: StorageDraft, credentials: Partial<CredentialsDraft>): StorageDraft => ({
  ...draft,
  credentials: { ...draft.credentials, [providerOf(draft)!]: { ...credentialsOf(draft), ...credentials } },
});

const named = () => set(set(emptyDraft(), ['metadata', 'name'], 'main'), ['metadata', 'namespace'], 'demo');
const s3 = () =>
  enter(set(choose(named(), 's3'), ['spec', 'storage', 's3', 'bucket'], 'lab'), {
    mode: 'new',
    values: { AWS_ACCESS_KEY_ID: 'id', AWS_SECRET_ACCESS_KEY: 'hunter2' },
  });
const storageIn = (objects: readonly KubernetesObject[]) => objects.at(-1) as BackupStorage;
const secretIn = (objects: readonly KubernetesObject[]) => objects[0] as Secret;
const objectsIn = (yaml: string) => parseManifest(yaml, 'yaml').objects;
const thrownBy = (act: () => unknown): string => {
  try {
    act();
  } catch (thrown) {
    expect(thrown).to.be.instanceOf(UnsupportedManifest);
    return (thrown as Error).message;
  }
  throw new Error('expected an UnsupportedManifest');
};

describe('manifest: draft', () => {
  it('begins with what is written out although the server would default it, and nothing else', () => {
    expect(objectsOf(emptyDraft())).to.deep.equal([
      {
        apiVersion: 'storage.kubestash.com/v1alpha1',
        kind: 'BackupStorage',
        metadata: {},
        spec: { usagePolicy: { allowedNamespaces: { from: 'Same' } }, deletionPolicy: 'Delete' },
      },
    ]);
    expect(providerOf(emptyDraft())).to.equal(undefined);
    expect(credentialsOf(emptyDraft())).to.deep.equal({ mode: 'none', values: {} });
    expect(secretNameOf(emptyDraft())).to.equal(undefined);
  });

  it('keeps the draft of every provider and emits the chosen one only', () => {
    let draft = named();
    for (const provider of PROVIDERS)
      draft = set(choose(draft, provider), ['spec', 'storage', provider, 'prefix'], provider);
    for (const provider of ['s3', 'azure', 'gcs'])
      draft = enter(choose(draft, provider), { mode: 'new', values: { KEY: `of ${provider}` } });
    for (const provider of PROVIDERS) {
      const objects = objectsOf(choose(draft, provider));
      const { storage } = storageIn(objects).spec!;
      expect(Object.keys(storage!), provider).to.deep.equal(['provider', provider]);
      expect((storage![provider] as { prefix: string }).prefix).to.equal(provider);
      expect(objects).to.have.length(provider === 'local' ? 1 : 2);
      for (const other of PROVIDERS)
        if (other !== provider)
          expect(toYaml(objects)).to.not.contain(`of ${other}`).and.not.contain(`prefix: ${other}`);
    }
    expect(objectsOf(choose(choose(draft, 'local'), 's3'))).to.deep.equal(objectsOf(choose(draft, 's3')));
    expect(storageIn(objectsOf(unset(draft, ['spec', 'storage', 'provider']))).spec).to.not.have.property('storage');
  });

  it('makes one Secret beside the storage, without its labels', () => {
    const [secret, storage] = objectsOf(set(s3(), ['metadata', 'labels'], { team: 'apps' }));
    expect(secret).to.deep.equal({
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name: 'main-storage-cred', namespace: 'demo' },
      type: 'Opaque',
      stringData: { AWS_ACCESS_KEY_ID: 'id', AWS_SECRET_ACCESS_KEY: 'hunter2' },
    });
    expect((storage as BackupStorage).spec!.storage!.s3).to.deep.equal({
      bucket: 'lab',
      secretName: 'main-storage-cred',
    });
    const renamed = objectsOf(set(s3(), ['metadata', 'name'], 'other'));
    expect(secretIn(renamed).metadata!.name).to.equal('other-storage-cred');
    expect(storageIn(renamed).spec!.storage!.s3!['secretName']).to.equal('other-storage-cred');
  });

  it('writes no empty values', () => {
    const objects = objectsOf(enter(s3(), { values: { AWS_ACCESS_KEY_ID: 'id', AWS_SECRET_ACCESS_KEY: '' } }));
    expect(secretIn(objects).stringData).to.deep.equal({ AWS_ACCESS_KEY_ID: 'id' });
    expect(secretIn(objectsOf(enter(s3(), { values: {} })))).to.not.have.property('stringData');
  });

  it('switches the mode of the credentials without losing what was typed', () => {
    const draft = s3();
    const none = enter(draft, { mode: 'none' });
    expect(objectsOf(none)).to.have.length(1);
    expect(storageIn(objectsOf(none)).spec!.storage!.s3).to.deep.equal({ bucket: 'lab' });
    expect(toYaml(objectsOf(none))).to.not.contain('hunter2');

    const existing = enter(none, { mode: 'existing', secretName: 'shared' });
    expect(objectsOf(existing)).to.have.length(1);
    expect(storageIn(objectsOf(existing)).spec!.storage!.s3).to.deep.equal({ bucket: 'lab', secretName: 'shared' });
    expect(toYaml(objectsOf(existing))).to.not.contain('hunter2');
    const { secretName: _secretName, ...rest } = credentialsOf(existing);
    const unnamed = { ...existing, credentials: { s3: rest } };
    expect(storageIn(objectsOf(unnamed)).spec!.storage!.s3).to.deep.equal({ bucket: 'lab' });

    const again = { ...existing, credentials: { s3: { ...rest, mode: 'new' as const } } };
    expect(objectsOf(again)).to.deep.equal(objectsOf(draft));
    const stale = set(none, ['spec', 'storage', 's3', 'secretName'], 'stale');
    expect(objectsOf(stale)).to.deep.equal(objectsOf(none));
  });

  it('restores exactly what was there when a field is filled and cleared again', () => {
    const before = toYaml(objectsOf(s3()));
    const paths: Path[] = [
      ['metadata', 'labels'],
      ['spec', 'default'],
      ['spec', 'storage', 's3', 'prefix'],
      ['spec', 'storage', 'azure', 'container'],
      ['spec', 'runtimeSettings', 'pod', 'securityContext', 'runAsUser'],
      ['spec', 'usagePolicy', 'allowedNamespaces', 'selector', 'matchLabels', 'a/b.c'],
    ];
    let all = s3();
    for (const path of paths) {
      const filled = set(s3(), path, 'x');
      if (!path.includes('azure')) expect(toYaml(objectsOf(filled))).to.not.equal(before);
      expect(toYaml(objectsOf(unset(filled, path))), path.join('.')).to.equal(before);
      all = set(all, path, 'x');
    }
    for (const path of paths) all = unset(all, path);
    expect(toYaml(objectsOf(all))).to.equal(before);
    expect(all).to.deep.equal(s3());
  });

  it('does not change the draft that it is given', () => {
    const draft = s3();
    const copy = structuredClone(draft);
    draftOf(objectsOf(draft), draft);
    objectsOf(draft);
    expect(draft).to.deep.equal(copy);
  });

  describe('from a manifest', () => {
    for (const [name, yaml] of Object.entries(MANIFESTS))
      it(`says the ${name} manifest again`, () => {
        const objects = objectsIn(yaml);
        for (const before of [emptyDraft(), s3(), enter(choose(named(), 'azure'), { mode: 'none' })])
          expect(toYaml(objectsOf(draftOf(objects, before)))).to.equal(yaml);
      });

    it('keeps every field that the form does not know, of both objects', () => {
      const yaml = `apiVersion: v1
kind: Secret
metadata:
  name: main-storage-cred
  namespace: demo
  labels:
    own: label
  annotations:
    a: b
type: example.com/special
immutable: true
stringData:
  AWS_ACCESS_KEY_ID: id
  AWS_SECRET_ACCESS_KEY: hunter2
  OTHER: value
---
apiVersion: storage.kubestash.com/v1alpha1
kind: BackupStorage
metadata:
  name: main
  namespace: demo
  labels:
    team: apps
  finalizers:
    - x/y
spec:
  storage:
    provider: s3
    s3:
      bucket: lab
      unknown:
        - 1
        - a: null
      secretName: main-storage-cred
  usagePolicy:
    allowedNamespaces:
      from: All
  deletionPolicy: WipeOut
  runtimeSettings:
    pod:
      tolerations:
        - key: x
  newer: true
`;
      expect(toYaml(objectsOf(draftOf(objectsIn(yaml), emptyDraft())))).to.equal(yaml);
    });

    it('reads the mode of the credentials', () => {
      const credentials = (yaml: string, before = emptyDraft()) => credentialsOf(draftOf(objectsIn(yaml), before));
      expect(credentials(MANIFESTS.irsa)).to.deep.equal({ mode: 'none', values: {} });
      expect(credentials(MANIFESTS.local)).to.deep.equal({ mode: 'none', values: {} });
      expect(credentials(MANIFESTS.azure)).to.deep.include({
        mode: 'new',
        values: { AZURE_ACCOUNT_KEY: 'ZHVtbXkta2V5' },
      });
      expect(credentials(MANIFESTS.azure)).to.not.have.property('secretName');
      const [, storage] = MANIFESTS.azure.split('---\n');
      expect(credentials(storage!)).to.deep.equal({
        mode: 'existing',
        secretName: 'azure-backup-storage-cred',
        values: {},
      });
      expect(credentials(MANIFESTS.azure.replaceAll('azure-backup-storage-cred', 'mine')).secretName).to.equal('mine');
      expect(credentials(MANIFESTS.irsa, s3())).to.deep.equal({
        mode: 'none',
        values: { AWS_ACCESS_KEY_ID: 'id', AWS_SECRET_ACCESS_KEY: 'hunter2' },
      });
    });

    it('follows a rename in the form when the Secret’s name was the derived one', () => {
      const rename = (yaml: string) => {
        const objects = objectsOf(set(draftOf(objectsIn(yaml), emptyDraft()), ['metadata', 'name'], 'new'));
        return [secretIn(objects).metadata!.name, storageIn(objects).spec!.storage!.azure!['secretName']];
      };
      expect(rename(MANIFESTS.azure)).to.deep.equal(['new-storage-cred', 'new-storage-cred']);
      expect(rename(MANIFESTS.azure.replaceAll('azure-backup-storage-cred', 'mine'))).to.deep.equal(['mine', 'mine']);
    });

    it('shows base64 values as the text they are, and keeps those that are none', () => {
      const [secret, storage] = objectsIn(MANIFESTS.s3) as [Secret, BackupStorage];
      const data = {
        AWS_ACCESS_KEY_ID: btoa('id'),
        AWS_SECRET_ACCESS_KEY: btoa('not this'),
        CA_CERT_DATA: 'w7w=',
        BINARY: '/w==',
        BROKEN: '!',
      };
      const stringData = { AWS_SECRET_ACCESS_KEY: 'hunter2' };
      const draft = draftOf([{ ...secret, data, stringData } as Secret, storage], emptyDraft());
      expect(credentialsOf(draft).values).to.deep.equal({
        AWS_ACCESS_KEY_ID: 'id',
        AWS_SECRET_ACCESS_KEY: 'hunter2',
        CA_CERT_DATA: 'ü',
      });
      expect(secretIn(objectsOf(draft))).to.deep.include({
        data: { BINARY: '/w==', BROKEN: '!' },
        stringData: { AWS_ACCESS_KEY_ID: 'id', AWS_SECRET_ACCESS_KEY: 'hunter2', CA_CERT_DATA: 'ü' },
      });
    });

    for (const field of ['secretName', 'secret', 'credentials'])
      it(`names the Secret in the field ${field} of a block, and reads it there`, () => {
        const known = field === 'credentials' ? { field } : {};
        const begun = set(choose(named(), 'b2'), ['spec', 'storage', 'b2', 'bucket'], 'lab');
        const before = enter(begun, known);
        const written = enter(begun, { field, values: { B2_ID: 'hunter2' } });
        const block = (draft: StorageDraft) => storageIn(objectsOf(draft)).spec!.storage!['b2'];
        expect(block(written)).to.deep.equal({ bucket: 'lab', [field]: 'main-storage-cred' });
        const shared = enter(written, { mode: 'existing', secretName: 'shared' });
        const none = enter(written, { mode: 'none' });
        expect(block(none)).to.deep.equal({ bucket: 'lab' });
        for (const draft of [written, shared, none])
          expect(objectsOf(draftOf(objectsOf(draft), before)), credentialsOf(draft).mode).to.deep.equal(
            objectsOf(draft),
          );
        const again = draftOf(objectsOf(shared), before);
        expect(credentialsOf(again)).to.include({ mode: 'existing', secretName: 'shared' });
        expect(again.object.spec!.storage!['b2']).to.deep.equal({ bucket: 'lab' });
      });

    it('takes the field that the manifest has, whatever it was before', () => {
      const old = enter(choose(named(), 'b2'), { field: 'secret', mode: 'existing', secretName: 'cred' });
      const moved = setIn(objectsOf(old), [0, 'spec', 'storage', 'b2'], { secretName: 'cred' });
      expect(credentialsOf(draftOf(moved, old))).to.deep.equal({ mode: 'existing', secretName: 'cred', values: {} });
      expect(objectsOf(draftOf(moved, old))).to.deep.equal(moved);
      const s3Field = setIn(objectsOf(s3()), [1, 'spec', 'storage', 's3'], {
        bucket: 'lab',
        secret: 'main-storage-cred',
      });
      expect(objectsOf(draftOf(s3Field, s3()))).to.deep.equal(s3Field);
    });

    it('keeps what was written into a Secret with its provider', () => {
      const [secret, storage] = objectsIn(MANIFESTS.s3) as [Secret, BackupStorage];
      const special = { ...secret, type: 'special', data: { AWS_BINARY: '/w==' } };
      const draft = draftOf([special, storage], emptyDraft());
      const azure = enter(choose(draft, 'azure'), { mode: 'new', values: { AZURE_ACCOUNT_KEY: 'a' } });
      expect(secretIn(objectsOf(azure))).to.deep.equal({
        apiVersion: 'v1',
        kind: 'Secret',
        metadata: { name: 's3-backup-storage-cred', namespace: 'demo' },
        type: 'Opaque',
        stringData: { AZURE_ACCOUNT_KEY: 'a' },
      });
      expect(secretIn(objectsOf(choose(azure, 's3')))).to.deep.equal(special);
    });

    it('keeps the drafts of providers that were not chosen', () => {
      let before = set(choose(s3(), 'gcs'), ['spec', 'storage', 'gcs', 'bucket'], 'google');
      before = enter(before, { mode: 'new', values: { GOOGLE_PROJECT_ID: 'p' } });
      const draft = draftOf(objectsIn(MANIFESTS.azure), before);
      expect(storageIn(objectsOf(choose(draft, 's3'))).spec!.storage!.s3).to.deep.include({ bucket: 'lab' });
      expect(secretIn(objectsOf(choose(draft, 's3'))).stringData).to.deep.include({ AWS_SECRET_ACCESS_KEY: 'hunter2' });
      expect(storageIn(objectsOf(choose(draft, 'gcs'))).spec!.storage!.gcs).to.deep.include({ bucket: 'google' });
      // A block that was written beside the chosen one becomes that provider's draft.
      const two = setIn(objectsIn(MANIFESTS.azure), [1, 'spec', 'storage', 's3'], { bucket: 'typed' });
      expect(storageIn(objectsOf(choose(draftOf(two, before), 's3'))).spec!.storage!.s3).to.deep.include({
        bucket: 'typed',
      });
    });

    it('survives manifests that are half written', () => {
      const [secret, storage] = objectsIn(MANIFESTS.s3) as [Secret, BackupStorage];
      const rest = unsetIn(storage, ['spec', 'storage', 'provider']);
      const draft = draftOf([secret, rest], s3());
      expect(providerOf(draft)).to.equal(undefined);
      expect(credentialsOf(choose(draft, 's3')).values).to.deep.include({ AWS_SECRET_ACCESS_KEY: 'hunter2' });
      const halves: unknown[] = [
        { ...storage, spec: undefined },
        { ...storage, metadata: undefined },
        setIn(storage, ['spec', 'storage', 's3'], null),
        setIn(storage, ['spec', 'storage', 's3'], 'text'),
        setIn(storage, ['spec', 'storage', 's3', 'secretName'], 5),
        setIn(storage, ['spec', 'storage', 's3', 'secretName'], null),
      ];
      for (const half of halves as BackupStorage[]) expect(() => objectsOf(draftOf([half], s3()))).to.not.throw();
      expect(
        secretIn(objectsOf(draftOf([{ ...secret, stringData: 'x' } as never, storage], s3()))),
      ).to.not.have.property('stringData');
    });

    it('refuses what a draft would lose', () => {
      const [secret, storage] = objectsIn(MANIFESTS.s3) as [Secret, BackupStorage];
      const refusal = (objects: unknown[]) => thrownBy(() => draftOf(objects as KubernetesObject[], emptyDraft()));
      expect(refusal([{ ...storage, metadata: 'x' }])).to.equal('metadata must hold fields.');
      expect(refusal([{ ...storage, spec: ['x'] }])).to.equal('spec must hold fields.');
      expect(refusal([{ ...storage, spec: { storage: 's3' } }])).to.equal('storage must hold fields.');
      expect(refusal([setIn(secret, ['metadata', 'name'], 'other'), storage])).to.equal(
        'spec.storage.s3.secretName must name the Secret other.',
      );
      const local = objectsIn(MANIFESTS.local)[0]!;
      expect(refusal([secret, local])).to.equal('A storage of the provider local has no Secret.');
    });
  });

  it('finds the pair in any order, and says what it does not take', () => {
    const [secret, storage] = objectsIn(MANIFESTS.s3) as [Secret, BackupStorage];
    expect(pairOf([storage, secret])).to.deep.equal({ storage, secret });
    expect(pairOf([storage])).to.deep.equal({ storage });
    const said = (objects: unknown[]) => thrownBy(() => pairOf(objects as KubernetesObject[]));
    expect(said([])).to.equal('One BackupStorage is expected; the manifest has 0.');
    expect(said([secret])).to.equal('One BackupStorage is expected; the manifest has 0.');
    expect(said([storage, storage])).to.equal('One BackupStorage is expected; the manifest has 2.');
    expect(said([storage, secret, secret])).to.equal('One Secret at most is expected; the manifest has 2.');
    expect(said([storage, { ...secret, kind: 'ConfigMap' }])).to.equal(
      'Only a Secret and a BackupStorage can be created here, not ConfigMap of v1.',
    );
    expect(said([storage, {}])).to.equal(
      'Only a Secret and a BackupStorage can be created here, not an object without a kind of no apiVersion.',
    );
    expect(said([{ ...storage, apiVersion: 'storage.kubestash.com/v1' }])).to.contain('not BackupStorage of');
  });
});
