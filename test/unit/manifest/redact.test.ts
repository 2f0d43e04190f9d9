import { expect } from 'chai';
import { parseManifest } from '../../../src/manifest/parse.js';
import { patchYaml } from '../../../src/manifest/patch.js';
import {
  holdsSecrets,
  isSecret,
  MASK,
  maskSecrets,
  SPOKEN_MASK,
  unmaskSecrets,
  unresolvedMasks,
  withoutSecretCopies,
} from '../../../src/manifest/redact.js';
import { toJson, toYaml } from '../../../src/manifest/serialize.js';
import { LAST_APPLIED } from '../../../src/model/metadata.js';
import type { KubernetesObject, Secret } from '../../../src/model/types.js';

const VALUES = {
  AWS_ACCESS_KEY_ID: 'AKIA-clear',
  AWS_SECRET_ACCESS_KEY: 'hunter2',
  CA_CERT_DATA: '-----BEGIN-----\nhunter2-pem\n-----END-----\n',
};

const SECRET: Secret = {
  apiVersion: 'v1',
  kind: 'Secret',
  metadata: { name: 's3-storage-cred', namespace: 'demo' },
  type: 'Opaque',
  stringData: VALUES,
};
const STORAGE: KubernetesObject = {
  apiVersion: 'storage.kubestash.com/v1alpha1',
  kind: 'BackupStorage',
  metadata: { name: 's3', namespace: 'demo' },
};
const PAIR = [SECRET, STORAGE];

const CREDENTIALS = [...Object.values(VALUES), 'hunter2', 'pem', 'clear', btoa('hunter2')];
function expectNoCredential(text: string): void {
  for (const credential of CREDENTIALS) expect(text).to.not.contain(credential);
}

/** Masks, writes, lets somebody edit the text, reads, and unmasks: the way of the manifest preview. */
function edited(edit: (text: string) => string, objects: readonly KubernetesObject[] = PAIR): KubernetesObject[] {
  const text = toYaml(maskSecrets(objects));
  expectNoCredential(text);
  const changed = edit(text);
  expect(changed).to.not.equal(text);
  const parsed = parseManifest(changed, 'yaml');
  expect(parsed.issues).to.deep.equal([]);
  return unmaskSecrets(parsed.objects, objects);
}

describe('manifest: redact', () => {
  it('masks every value of every Secret, and touches nothing else', () => {
    const [secret, storage] = maskSecrets(PAIR) as [Secret, KubernetesObject];
    expect(secret).to.deep.equal({
      ...SECRET,
      stringData: { AWS_ACCESS_KEY_ID: MASK, AWS_SECRET_ACCESS_KEY: MASK, CA_CERT_DATA: MASK },
    });
    expect(storage).to.equal(STORAGE);
    expect(SECRET.stringData).to.equal(VALUES);
    for (const text of [toYaml([secret, storage]), toJson([secret, storage])]) expectNoCredential(text);
    const configMap = { apiVersion: 'v1', kind: 'ConfigMap', data: { a: 'b' } };
    expect(maskSecrets([configMap])[0]).to.equal(configMap);
  });

  it('masks data as well as stringData, whatever stands there', () => {
    const data = Object.fromEntries(Object.entries(VALUES).map(([key, value]) => [key, btoa(value)]));
    const odd: unknown[] = [
      { ...SECRET, data },
      { ...SECRET, stringData: 'hunter2', data: ['hunter2'] },
      { ...SECRET, stringData: { a: null, b: 2, c: ['hunter2'], d: { e: 'hunter2' } } },
      { ...SECRET, stringData: { [LAST_APPLIED]: 'hunter2', __proto__: 'x', constructor: 'hunter2' } },
    ];
    for (const secret of odd as Secret[]) {
      const masked = maskSecrets([secret]);
      expectNoCredential(JSON.stringify(masked).replaceAll(MASK, ''));
      expect(JSON.stringify(masked)).to.not.contain('2');
      expect(unmaskSecrets(masked, [secret])).to.deep.equal([secret]);
      expect(unresolvedMasks(unmaskSecrets(masked, [secret]))).to.deep.equal([]);
    }
    const empty = { ...SECRET, stringData: null, data: undefined } as unknown as Secret;
    expect(maskSecrets([empty])).to.deep.equal([empty]);
  });

  it('never shows kubectl’s copy of the manifest', () => {
    const applied = {
      ...SECRET,
      metadata: { ...SECRET.metadata, annotations: { a: 'b', [LAST_APPLIED]: JSON.stringify(SECRET) } },
    };
    const masked = maskSecrets([applied]);
    expectNoCredential(JSON.stringify(masked));
    expect(masked[0]!.metadata.annotations).to.deep.equal({ a: 'b' });
    expect(JSON.stringify(unmaskSecrets(masked, [applied]))).to.not.contain(LAST_APPLIED);
  });

  it('takes for a Secret what is about to become one', () => {
    expect(isSecret(SECRET)).to.equal(true);
    const halves: object[] = [
      { ...SECRET, apiVersion: undefined },
      { ...SECRET, apiVersion: 'v2' },
      { ...SECRET, kind: 'Secre' },
      { ...SECRET, kind: undefined },
    ];
    for (const half of halves as KubernetesObject[]) {
      expect(isSecret(half)).to.equal(false);
      const masked = maskSecrets([half]);
      expectNoCredential(JSON.stringify(masked));
      expect(unmaskSecrets(masked, [SECRET])).to.deep.equal([half]);
      // The next key press makes it whole again: nothing is lost on the way.
      expect(unmaskSecrets(maskSecrets([SECRET]), unmaskSecrets(masked, [SECRET]))).to.deep.equal([SECRET]);
    }
  });

  it('masks Secrets in Lists', () => {
    const list = { apiVersion: 'v1', kind: 'List', items: [...PAIR, null, 'x'] };
    const [masked] = maskSecrets([list]);
    expectNoCredential(JSON.stringify(masked));
    expect(unmaskSecrets([masked!], [list])).to.deep.equal([list]);
    expect(unmaskSecrets(maskSecrets(PAIR), [list])).to.deep.equal(PAIR);
    expect(unresolvedMasks([masked!])).to.deep.equal(Object.keys(VALUES));
  });

  it('gives every mask that was left alone its value back', () => {
    expect(unmaskSecrets(maskSecrets(PAIR), PAIR)).to.deep.equal(PAIR);
    const other = { ...SECRET, metadata: { name: 'other' }, stringData: { AZURE_ACCOUNT_KEY: 'second' } };
    const several = [STORAGE, SECRET, other];
    expect(unmaskSecrets(maskSecrets(several), several)).to.deep.equal(several);
  });

  it('matches Secrets by name, by place only under a name that nobody knows', () => {
    const other: Secret = {
      ...SECRET,
      metadata: { name: 'other', namespace: 'demo' },
      stringData: { CA_CERT_DATA: 'second' },
    };
    const both: KubernetesObject[] = [SECRET, other];
    for (const objects of [[other], [other, SECRET]] as KubernetesObject[][])
      expect(unmaskSecrets(maskSecrets(objects), both)).to.deep.equal(objects);
    const renamed = { ...other, metadata: { ...other.metadata, name: 'renamed' } };
    expect(unmaskSecrets(maskSecrets([SECRET, renamed]), both)).to.deep.equal([SECRET, renamed]);
    expect(unresolvedMasks(unmaskSecrets(maskSecrets([renamed, SECRET]), both))).to.deep.equal(['CA_CERT_DATA']);
    const elsewhere = { ...SECRET, metadata: { ...SECRET.metadata, namespace: 'prod' } };
    expect(unresolvedMasks(unmaskSecrets(maskSecrets([SECRET, elsewhere]), [SECRET]))).to.have.length(3);
  });

  it('survives edits of the text', () => {
    const renamed = edited((text) => text.replaceAll('s3-storage-cred', 'other'));
    expect(renamed[0]).to.deep.equal({ ...SECRET, metadata: { ...SECRET.metadata, name: 'other' } });

    const added = edited((text) => text.replace('stringData:\n', 'stringData:\n  NEW: typed\n'));
    expect((added[0] as Secret).stringData).to.deep.equal({ NEW: 'typed', ...VALUES });

    const removed = edited((text) => text.replace(/ {2}CA_CERT_DATA.*\n/, ''));
    expect((removed[0] as Secret).stringData).to.deep.equal({
      AWS_ACCESS_KEY_ID: 'AKIA-clear',
      AWS_SECRET_ACCESS_KEY: 'hunter2',
    });

    const replaced = edited((text) => text.replace(`AWS_SECRET_ACCESS_KEY: ${MASK}`, 'AWS_SECRET_ACCESS_KEY: new'));
    expect((replaced[0] as Secret).stringData).to.deep.equal({ ...VALUES, AWS_SECRET_ACCESS_KEY: 'new' });

    const swapped = edited((text) => text.split('---\n').reverse().join('---\n'));
    expect(swapped).to.deep.equal([STORAGE, SECRET]);

    for (const objects of [renamed, added, removed, replaced, swapped])
      expect(unresolvedMasks(objects)).to.deep.equal([]);
  });

  it('tells of masks that stand for nothing', () => {
    const key = edited((text) => text.replace('AWS_SECRET_ACCESS_KEY', 'AWS_SECRET'));
    expect(unresolvedMasks(key)).to.deep.equal(['AWS_SECRET']);
    const field = edited((text) => text.replace('stringData', 'data'));
    expect(unresolvedMasks(field)).to.deep.equal(Object.keys(VALUES));
    const second = edited((text) => `${text}---\n${text.split('---\n')[0]}`);
    expect(unresolvedMasks(second)).to.deep.equal(Object.keys(VALUES));
    for (const name of ['constructor', 'toString', '__proto__']) {
      const secret = { ...SECRET, stringData: JSON.parse(`{"${name}": "${MASK}"}`) as Record<string, string> };
      expect(unresolvedMasks(unmaskSecrets([secret], PAIR)), name).to.deep.equal([name]);
    }
    for (const value of [`${MASK}x`, `x${MASK}`, `${SPOKEN_MASK}x`, MASK.slice(1)])
      expect(unresolvedMasks([{ ...SECRET, stringData: { key: value } } as Secret]), value).to.deep.equal(['key']);
    expect(unresolvedMasks([{ ...STORAGE, metadata: { name: MASK } }])).to.deep.equal([]);
  });

  it('leaves no credential in a text that is patched with masks', () => {
    const clear = `# the pair\n${toYaml(PAIR)}`.replace('name: s3-storage-cred', 'name: s3-storage-cred # mine');
    const masked = patchYaml(clear, maskSecrets(PAIR));
    expectNoCredential(masked);
    expect(masked).to.contain('# the pair').and.contain('# mine');
    expect(patchYaml(masked, PAIR)).to.equal(clear);
  });

  it('says nothing of a value’s length', () => {
    const masked = maskSecrets([{ ...SECRET, stringData: { a: '', b: 'x'.repeat(5000) } }]) as Secret[];
    expect(masked[0]!.stringData!['a']).to.equal(masked[0]!.stringData!['b']);
  });

  it('takes a mask that was taken away for one when it comes back', () => {
    const taken = maskSecrets(PAIR, SPOKEN_MASK);
    expectNoCredential(JSON.stringify(taken));
    expect(JSON.stringify(taken)).to.contain('masked');
    expect(parseManifest(toYaml(taken), 'yaml').objects).to.deep.equal(taken);
    expect(unmaskSecrets(taken, PAIR)).to.deep.equal(PAIR);
    expect(unresolvedMasks(taken)).to.deep.equal(Object.keys(VALUES));
  });

  it('knows whether there is anything to mask, in Lists and in what is half written too', () => {
    expect(holdsSecrets([STORAGE])).to.equal(false);
    expect(holdsSecrets(PAIR)).to.equal(true);
    expect(holdsSecrets([{ apiVersion: 'v1', kind: 'List', items: PAIR } as KubernetesObject])).to.equal(true);
    expect(holdsSecrets([{ ...SECRET, kind: 'Secre' }])).to.equal(true);
  });

  it('takes kubectl’s copy out of Secrets, and leaves that of others', () => {
    const annotations = { [LAST_APPLIED]: JSON.stringify(SECRET) };
    const of = <T extends KubernetesObject>(object: T) => ({
      ...object,
      metadata: { ...object.metadata, annotations },
    });
    const list = { apiVersion: 'v1', kind: 'List', items: [of(SECRET)] } as KubernetesObject;
    const lean = withoutSecretCopies([of(SECRET), list]);
    expect(JSON.stringify(lean)).to.contain('hunter2').and.not.contain(LAST_APPLIED);
    const storage = { ...STORAGE, metadata: { ...STORAGE.metadata, annotations: { [LAST_APPLIED]: '{}' } } };
    expect(withoutSecretCopies([storage])).to.deep.equal([storage]);
  });
});
