import { expect } from 'chai';
import { en } from '../../../src/locales/en/index.js';
import { manifestFaults, placedFaults } from '../../../src/manifest/checks.js';
import { setIn, unsetIn, type Path } from '../../../src/manifest/json.js';
import { parseManifest } from '../../../src/manifest/parse.js';
import { MASK, maskSecrets } from '../../../src/manifest/redact.js';
import type { KubernetesObject } from '../../../src/model/types.js';
import { MANIFESTS } from './expected-manifests.js';

const pair = parseManifest(MANIFESTS.s3, 'yaml').objects;
const faults = (objects: unknown[]) => manifestFaults(objects as KubernetesObject[], en);
const withValue = (path: Path, value: unknown) => faults(setIn<KubernetesObject[]>(pair, path, value));
const without = (index: number, path: Path) =>
  faults(pair.map((object, at) => (at === index ? unsetIn(object, path) : object)));

describe('manifest: checks', () => {
  for (const [name, yaml] of Object.entries(MANIFESTS))
    it(`finds nothing wrong with the ${name} manifest`, () => {
      expect(faults(parseManifest(yaml, 'yaml').objects)).to.deep.equal([]);
    });

  it('says what is no pair', () => {
    expect(faults([])).to.deep.equal(['One BackupStorage is expected; the manifest has 0.']);
    expect(faults([...pair, { kind: 'ConfigMap', apiVersion: 'v1' }])).to.have.length(1);
  });

  it('asks for names, a namespace and a provider', () => {
    expect(without(1, ['metadata', 'name'])).to.deep.equal(['metadata.name is required.']);
    expect(without(1, ['metadata', 'namespace'])).to.include('metadata.namespace is required.');
    expect(without(0, ['metadata', 'name'])).to.deep.equal(['Secret metadata.name is required.']);
    expect(without(1, ['spec', 'storage', 'provider'])).to.deep.equal(['spec.storage.provider is required.']);
    expect(faults([{ ...pair[1], metadata: undefined, spec: undefined }])).to.deep.equal([
      'metadata.name is required.',
      'metadata.namespace is required.',
      'spec.storage.provider is required.',
    ]);
  });

  it('never lets through what crashes the webhook', () => {
    expect(withValue([1, 'spec', 'usagePolicy'], {})).to.deep.equal([en.usagePolicyIncomplete]);
    expect(withValue([1, 'spec', 'usagePolicy', 'allowedNamespaces'], null)).to.deep.equal([en.usagePolicyIncomplete]);
    expect(without(1, ['spec', 'usagePolicy'])).to.deep.equal([]);
    expect(faults([unsetIn(pair[1]!, ['spec', 'storage', 's3'])])).to.deep.equal([en.blockMissing('s3')]);
    for (const block of [null, 'x', []])
      expect(withValue([1, 'spec', 'storage', 's3'], block)).to.deep.equal([en.blockMissing('s3')]);
    expect(withValue([1, 'spec', 'storage'], 's3')).to.deep.equal(['spec.storage.provider is required.']);
  });

  it('finds a mask that was typed into, at its key', () => {
    const key = Object.keys((pair[0] as { stringData: object }).stringData)[0]!;
    expect(withValue([0, 'stringData', key], `${MASK}x`)).to.deep.equal([en.maskWithoutValue(key)]);
    const [fault] = placedFaults(setIn<KubernetesObject[]>(pair, [0, 'stringData', key], `x${MASK}`), en);
    expect(fault!.path).to.deep.equal(['stringData', key]);
  });

  it('refuses a second block', () => {
    expect(withValue([1, 'spec', 'storage', 'gcs'], { bucket: 'x' })).to.deep.equal([en.blockOfAnother('gcs', 's3')]);
    expect(withValue([1, 'spec', 'storage', 'provider'], 'gcs')).to.deep.equal([
      en.blockMissing('gcs'),
      en.blockOfAnother('s3', 'gcs'),
    ]);
  });

  it('wants the Secret where the operator looks for it', () => {
    expect(withValue([0, 'metadata', 'namespace'], 'other')).to.deep.equal([en.secretElsewhere]);
    expect(without(0, ['metadata', 'namespace'])).to.deep.equal([en.secretElsewhere]);
    expect(withValue([0, 'metadata', 'name'], 'other')).to.deep.equal([
      'spec.storage.s3.secretName must name the Secret other.',
    ]);
    expect(without(1, ['spec', 'storage', 's3', 'secretName'])).to.deep.equal([
      'spec.storage.s3.secretName must name the Secret s3-backup-storage-cred.',
    ]);
  });

  it('tells of masks without a value, by their keys only', () => {
    expect(faults(maskSecrets(pair))).to.deep.equal(
      ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'CA_CERT_DATA'].map((key) => en.maskWithoutValue(key)),
    );
  });

  it('survives values of the wrong shape', () => {
    for (const value of [null, 5, 'x', [], [null], true])
      for (const path of [
        ['metadata'],
        ['spec'],
        ['spec', 'storage'],
        ['spec', 'usagePolicy'],
        ['spec', 'storage', 'provider'],
      ])
        for (const index of [0, 1]) expect(() => withValue([index, ...path], value)).to.not.throw();
  });
});
