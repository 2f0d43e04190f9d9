import { expect } from 'chai';
import { defaultRivals, defaultStorageFor } from '../../../src/model/default-storage.js';
import type { BackupStorage, LabelSelector } from '../../../src/model/types.js';
import { mayUse, mayUseAsFarAsKnown, namespaceFacts, withDefaultPolicy } from '../../../src/model/usage-policy.js';

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

  it('knows that a Namespace without labels has none', () => {
    expect(namespaceFacts({ metadata: { name: 'a' } }).labels).to.deep.equal({});
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

describe('mayUseAsFarAsKnown', () => {
  const NAME = 'kubernetes.io/metadata.name';
  const byLabel = storageOf('own', 'Selector', { matchLabels: { env: 'prod' } });

  it('says nothing where labels that are not known decide', () => {
    expect(mayUseAsFarAsKnown(byLabel, { name: 'app' })).to.equal(undefined);
    expect(mayUseAsFarAsKnown(byLabel, { name: 'app', labels: {} })).to.equal(false);
    expect(mayUseAsFarAsKnown(byLabel, { name: 'app', labels: { env: 'prod' } })).to.equal(true);
  });

  it('needs no labels for names, and when the name already says no', () => {
    const byName = storageOf('own', 'Selector', { matchLabels: { [NAME]: 'app' } });
    expect(mayUseAsFarAsKnown(byName, { name: 'app' })).to.equal(true);
    expect(mayUseAsFarAsKnown(byName, { name: 'other' })).to.equal(false);
    const both = storageOf('own', 'Selector', { matchLabels: { [NAME]: 'app', env: 'prod' } });
    expect(mayUseAsFarAsKnown(both, { name: 'app' })).to.equal(undefined);
    expect(mayUseAsFarAsKnown(both, { name: 'other' })).to.equal(false);
  });

  it('needs no labels for the other policies, and for selectors that match nothing or everything', () => {
    expect(mayUseAsFarAsKnown(storageOf('own', 'All'), { name: 'app' })).to.equal(true);
    expect(mayUseAsFarAsKnown(storageOf('own', 'Same'), { name: 'app' })).to.equal(false);
    expect(mayUseAsFarAsKnown(storageOf('own', 'Selector'), { name: 'app' })).to.equal(false);
    expect(mayUseAsFarAsKnown(storageOf('own', 'Selector', {}), { name: 'app' })).to.equal(true);
    const faulty = storageOf('own', 'Selector', { matchExpressions: [{ key: 'a', operator: 'In' }] });
    expect(mayUseAsFarAsKnown(faulty, { name: 'app' })).to.equal(false);
  });
});

describe('withDefaultPolicy', () => {
  const fromOf = (spec: BackupStorage['spec'] | null) =>
    withDefaultPolicy({ ...(spec === undefined ? {} : { spec }) } as BackupStorage).spec?.usagePolicy?.allowedNamespaces
      ?.from;

  it('fills in what the server fills in', () => {
    expect(fromOf(undefined)).to.equal('Same');
    expect(fromOf(null)).to.equal('Same');
    expect(fromOf({})).to.equal('Same');
    expect(fromOf({ usagePolicy: { allowedNamespaces: {} } })).to.equal('Same');
  });

  it('leaves what is there, and what crashes the webhook', () => {
    const storage = storageOf('own', 'All');
    expect(withDefaultPolicy(storage)).to.equal(storage);
    expect(fromOf({ usagePolicy: {} })).to.equal(undefined);
  });

  it('changes nothing in place', () => {
    const storage: BackupStorage = { spec: { usagePolicy: { allowedNamespaces: { selector: {} } } } };
    const before = structuredClone(storage);
    expect(withDefaultPolicy(storage).spec?.usagePolicy?.allowedNamespaces).to.deep.equal({
      selector: {},
      from: 'Same',
    });
    expect(storage).to.deep.equal(before);
  });
});

describe('defaultRivals', () => {
  const prod: LabelSelector = { matchLabels: { env: 'prod' } };
  const kinds = (
    storage: BackupStorage,
    others: BackupStorage[],
    namespaces = [{ name: 'own', labels: { env: 'prod' } }],
  ) => defaultRivals(storage, others, namespaces).map(({ kind }) => kind);
  const mine = (from: string, selector?: LabelSelector) => storageOf('own', from, selector, true, 'mine');

  it('finds the other default of the namespace, whatever the policies', () => {
    expect(kinds(mine('Same'), [storageOf('own', 'All'), storageOf('other', 'Same')])).to.deep.equal(['refused']);
  });

  it('finds those that are open to the same namespaces', () => {
    expect(kinds(mine('All'), [storageOf('a', 'All'), storageOf('b', 'Same')])).to.deep.equal(['tie']);
    expect(kinds(mine('Selector', prod), [storageOf('a', 'Selector', prod)])).to.deep.equal(['tie']);
    expect(kinds(mine('Selector', prod), [storageOf('a', 'Selector', { matchLabels: { env: 'dev' } })])).to.deep.equal(
      [],
    );
    // Without namespaces nobody knows whether there is one that both match.
    expect(kinds(mine('Selector', prod), [storageOf('a', 'Selector', prod)], [])).to.deep.equal([]);
  });

  it('finds those that go before one that is open to all', () => {
    expect(kinds(mine('All'), [storageOf('a', 'Selector', prod)])).to.deep.equal(['first']);
    expect(kinds(mine('All'), [storageOf('a', 'Selector', {})], [])).to.deep.equal(['first']);
    expect(kinds(mine('All'), [storageOf('a', 'Selector', prod)], [])).to.deep.equal([]);
  });

  it('finds none for one that is no default, nor itself', () => {
    const usual = storageOf('own', 'All', undefined, false, 'mine');
    expect(kinds(usual, [storageOf('own', 'All'), storageOf('a', 'All')])).to.deep.equal([]);
    expect(kinds(mine('All'), [mine('All'), storageOf('a', 'All', undefined, false)])).to.deep.equal([]);
  });

  it('agrees with the pick: what goes first is picked, and a tie depends on the order', () => {
    const own = { name: 'own', labels: { env: 'prod' } };
    const first = storageOf('a', 'Selector', prod);
    expect(defaultStorageFor(own, [mine('All'), first])).to.equal(first);
    const [one, two] = [mine('All'), storageOf('a', 'All')];
    expect(defaultStorageFor(own, [one, two])).to.not.equal(defaultStorageFor(own, [two, one]));
  });
});
