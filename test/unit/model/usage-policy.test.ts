import { expect } from 'chai';
import { defaultStorageFor } from '../../../src/model/default-storage.js';
import type { BackupStorage, LabelSelector } from '../../../src/model/types.js';
import { mayUse, namespaceFacts } from '../../../src/model/usage-policy.js';

function storageOf(
  namespace: string,
  from?: string,
  selector?: LabelSelector,
  isDefault = true,
  name = 's',
): BackupStorage {
  const allowedNamespaces = { ...(from && { from }), ...(selector && { selector }) };
  return { metadata: { namespace, name }, spec: { default: isDefault, usagePolicy: { allowedNamespaces } } };
}

describe('mayUse', () => {
  const own = { name: 'own', labels: { env: 'dev' } };
  const other = { name: 'other', labels: { env: 'prod' } };

  it('allows nobody without a policy, not even the own namespace', () => {
    const metadata = { namespace: 'own', name: 's' };
    for (const storage of [
      { metadata },
      { metadata, spec: {} },
      { metadata, spec: { usagePolicy: {} } },
      storageOf('own'),
    ]) {
      expect(mayUse(storage, own)).to.equal(false);
    }
  });

  it('allows everybody with All', () => {
    expect(mayUse(storageOf('own', 'All'), other)).to.equal(true);
  });

  it('allows only the own namespace with Same', () => {
    expect(mayUse(storageOf('own', 'Same'), own)).to.equal(true);
    expect(mayUse(storageOf('own', 'Same'), other)).to.equal(false);
  });

  it('makes no exception for the own namespace with Selector', () => {
    const storage = storageOf('own', 'Selector', { matchLabels: { env: 'prod' } });
    expect(mayUse(storage, own)).to.equal(false);
    expect(mayUse(storage, other)).to.equal(true);
  });

  it('allows every namespace with an empty selector and none without one', () => {
    expect(mayUse(storageOf('own', 'Selector', {}), other)).to.equal(true);
    expect(mayUse(storageOf('own', 'Selector'), own)).to.equal(false);
  });

  it('implies the name label, even when labels are not known', () => {
    const storage = storageOf('own', 'Selector', {
      matchExpressions: [{ key: 'kubernetes.io/metadata.name', operator: 'In', values: ['other'] }],
    });
    expect(mayUse(storage, { name: 'other' })).to.equal(true);
    expect(mayUse(storage, { name: 'own' })).to.equal(false);
  });

  it('ignores the selector when from is not Selector', () => {
    expect(mayUse(storageOf('own', 'Same', { matchLabels: { env: 'prod' } }), other)).to.equal(false);
  });

  it('allows nobody with a value that it does not know', () => {
    expect(mayUse(storageOf('own', 'Everyone'), own)).to.equal(false);
  });
});

describe('namespaceFacts', () => {
  it('reads name and labels of a Namespace', () => {
    expect(namespaceFacts({ metadata: { name: 'a', labels: { b: 'c' } } })).to.deep.equal({
      name: 'a',
      labels: { b: 'c' },
    });
  });
});

describe('defaultStorageFor', () => {
  const app = { name: 'app', labels: { env: 'prod' } };
  const prod: LabelSelector = { matchLabels: { env: 'prod' } };
  const same = storageOf('app', 'Same');
  const selected = storageOf('shared', 'Selector', prod);
  const open = storageOf('backup', 'All');

  it('takes Same before Selector before All, whatever the order of the list', () => {
    expect(defaultStorageFor(app, [open, selected, same])).to.equal(same);
    expect(defaultStorageFor(app, [open, selected])).to.equal(selected);
    expect(defaultStorageFor(app, [open])).to.equal(open);
  });

  it('gives a default of the own namespace that is open to All no precedence', () => {
    expect(defaultStorageFor(app, [storageOf('app', 'All'), selected])).to.equal(selected);
  });

  it('takes the first of several within a step', () => {
    expect(defaultStorageFor(app, [open, storageOf('second', 'All')])).to.equal(open);
  });

  it('passes over what does not allow the namespace', () => {
    const foreign = storageOf('elsewhere', 'Same');
    const unmatched = storageOf('shared', 'Selector', { matchLabels: { env: 'dev' } });
    expect(defaultStorageFor(app, [foreign, unmatched])).to.equal(undefined);
  });

  it('passes over storages that are not default', () => {
    expect(
      defaultStorageFor(app, [storageOf('app', 'Same', undefined, false), { metadata: { namespace: 'app' } }]),
    ).to.equal(undefined);
  });
});
