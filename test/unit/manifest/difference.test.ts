import { expect } from 'chai';
import { ATTEMPT_ANNOTATION } from '../../../src/manifest/attempt.js';
import { differences } from '../../../src/manifest/difference.js';
import type { BackupStorage, KubernetesObject, Secret } from '../../../src/model/types.js';

const STORAGE: BackupStorage = {
  apiVersion: 'storage.kubestash.com/v1alpha1',
  kind: 'BackupStorage',
  metadata: { name: 's3', namespace: 'demo' },
  spec: { storage: { provider: 's3', s3: { bucket: 'lab/', region: 'us-east-1' } } },
};

/** As a server answers: with everything that it notes down for itself. */
function answered<T extends KubernetesObject>(object: T): T {
  return {
    ...object,
    metadata: {
      ...object.metadata,
      uid: 'u-1',
      resourceVersion: '7',
      generation: 1,
      creationTimestamp: '2026-08-20T12:00:00Z',
      managedFields: [{ manager: 'x' }],
      annotations: { ...object.metadata?.annotations, [ATTEMPT_ANNOTATION]: 'a' },
    },
    status: { phase: 'Ready' },
  } as unknown as T;
}

describe('manifest: differences', () => {
  it('says nothing of what every server notes down', () => {
    expect(differences(STORAGE, answered(STORAGE))).to.deep.equal([]);
    const annotated = { ...STORAGE, metadata: { ...STORAGE.metadata, annotations: { a: 'b' } } };
    expect(differences(annotated, answered(annotated))).to.deep.equal([]);
  });

  it('tells defaults, normalised values and what is dropped, by path', () => {
    const sent = { ...STORAGE, spec: { ...STORAGE.spec, odd: [1, { a: 1 }] } } as unknown as BackupStorage;
    const stored = answered({
      ...STORAGE,
      spec: {
        storage: { provider: 's3', s3: { bucket: 'lab', region: 'us-east-1' } },
        usagePolicy: { allowedNamespaces: { from: 'Same' } },
        deletionPolicy: 'Delete',
        runtimeSettings: {},
        odd: [1, { a: 2 }],
      },
    } as unknown as BackupStorage);
    expect(differences(sent, stored)).to.deep.equal([
      { path: 'spec.storage.s3.bucket', before: '"lab/"', after: '"lab"' },
      { path: 'spec.odd[1].a', before: '1', after: '2' },
      { path: 'spec.usagePolicy.allowedNamespaces.from', after: '"Same"' },
      { path: 'spec.deletionPolicy', after: '"Delete"' },
      { path: 'spec.runtimeSettings', after: '{}' },
    ]);
    expect(differences(sent, answered(STORAGE))).to.deep.equal([{ path: 'spec.odd', before: '[1,{"a":1}]' }]);
  });

  it('tells types apart, and lists of another length as a whole', () => {
    const of = (port: unknown) => ({ ...STORAGE, spec: { port } }) as unknown as BackupStorage;
    expect(differences(of(80), of('80'))).to.deep.equal([{ path: 'spec.port', before: '80', after: '"80"' }]);
    expect(differences(of([1]), of([1, 2]))).to.deep.equal([{ path: 'spec.port', before: '[1]', after: '[1,2]' }]);
    expect(differences(of({ a: 1, b: 2 }), of({ b: 2, a: 1 }))).to.deep.equal([]);
    expect(differences(of({ a: 1 }), of(null))).to.deep.equal([
      { path: 'spec.port', before: '{"a":1}', after: 'null' },
    ]);
  });

  it('says of a Secret which keys come and go, never a value', () => {
    const secret: Secret = {
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name: 'cred', namespace: 'demo' },
      stringData: { KEY: 'hunter2', GONE: 'hunter3' },
    };
    const { stringData: _clear, ...rest } = secret;
    const stored = answered({
      ...rest,
      type: 'Opaque',
      data: { KEY: btoa('changed'), NEW: btoa('hunter4') },
    } as Secret);
    const found = differences(secret, stored);
    expect(found).to.have.deep.members([
      { path: 'type', after: '"Opaque"' },
      { path: 'data.GONE', before: '…' },
      { path: 'data.NEW', after: '…' },
    ]);
    for (const value of ['hunter', btoa('changed'), btoa('hunter4')])
      expect(JSON.stringify(found)).to.not.contain(value);
  });

  it('takes values that a gateway keeps back for no loss', () => {
    const metadata = { name: 'cred', namespace: 'demo' };
    const secret: Secret = {
      apiVersion: 'v1',
      kind: 'Secret',
      metadata,
      type: 'Opaque',
      stringData: { KEY: 'hunter2' },
    };
    const { stringData: _kept, ...rest } = secret;
    expect(differences(secret, answered(rest))).to.deep.equal([]);
  });
});
