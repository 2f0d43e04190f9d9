import { expect } from 'chai';
import { identityOf, keyOf, resolveReference, sameObject } from '../../../src/model/references.js';
import { targetText } from '../../../src/model/target.js';

describe('resolveReference', () => {
  it('keeps a namespace that is given', () => {
    expect(resolveReference({ name: 'a', namespace: 'x' }, 'y')).to.deep.equal({ namespace: 'x', name: 'a' });
  });

  for (const reference of [{ name: 'a' }, { name: 'a', namespace: '' }]) {
    it(`takes the holder's namespace for ${JSON.stringify(reference)}`, () => {
      expect(resolveReference(reference, 'y')).to.deep.equal({ namespace: 'y', name: 'a' });
    });
  }

  for (const reference of [undefined, {}, { namespace: 'x' }, { name: '' }]) {
    it(`points to nothing for ${JSON.stringify(reference)}`, () => {
      expect(resolveReference(reference, 'y')).to.equal(undefined);
    });
  }
});

describe('sameObject', () => {
  const a = { namespace: 'x', name: 'a' };

  it('compares name and namespace', () => {
    expect(sameObject(a, { ...a })).to.equal(true);
    expect(sameObject(a, { namespace: 'y', name: 'a' })).to.equal(false);
    expect(sameObject(a, { namespace: 'x', name: 'b' })).to.equal(false);
  });

  it('takes nothing for no object, not even nothing', () => {
    expect(sameObject(a, undefined)).to.equal(false);
    expect(sameObject(undefined, undefined)).to.equal(false);
  });
});

describe('keyOf and identityOf', () => {
  it('tell namespaces apart', () => {
    expect(keyOf('a', 'b')).to.equal('a/b');
    expect(keyOf('a', 'b')).to.not.equal(keyOf('b', 'a'));
  });

  it('read an object’s metadata, or empty parts', () => {
    expect(identityOf({ metadata: { namespace: 'x', name: 'a' } })).to.deep.equal({ namespace: 'x', name: 'a' });
    expect(identityOf({ metadata: { name: 'prod' } })).to.deep.equal({ namespace: '', name: 'prod' });
    expect(identityOf({})).to.deep.equal({ namespace: '', name: '' });
  });
});

describe('targetText', () => {
  it('is kind, namespace and name', () => {
    const target = { apiGroup: 'apps', kind: 'StatefulSet', namespace: 'demo', name: 'sample-sts' };
    expect(targetText(target)).to.equal('StatefulSet demo/sample-sts');
  });

  it('leaves out what is absent', () => {
    expect(targetText({ kind: 'Namespace', name: 'demo' })).to.equal('Namespace demo');
    expect(targetText({ namespace: 'demo', name: 'thing' })).to.equal('demo/thing');
  });

  for (const target of [undefined, {}, { apiGroup: 'na', name: 'na' }, { kind: 'Postgres' }]) {
    it(`is undefined for ${JSON.stringify(target)}`, () => {
      expect(targetText(target)).to.equal(undefined);
    });
  }

  it('shows an application that is called na', () => {
    expect(targetText({ kind: 'Postgres', namespace: 'demo', name: 'na' })).to.equal('Postgres demo/na');
  });
});
