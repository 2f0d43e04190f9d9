import { expect } from 'chai';
import { deepEqual, getIn, isObject, setIn, unsetIn } from '../../../src/manifest/json.js';

/** Throws at any attempt to change it. */
function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null)
    for (const inner of Object.values(Object.freeze(value))) frozen(inner);
  return value;
}

describe('manifest: json', () => {
  it('tells objects from everything else', () => {
    for (const value of [{}, Object.create(null), { a: 1 }]) expect(isObject(value)).to.equal(true);
    for (const value of [null, undefined, [], 'x', 1, true]) expect(isObject(value)).to.equal(false);
  });

  it('gets what is there, and nothing that JavaScript adds', () => {
    const value = frozen({ a: { b: [{ c: 1 }, null] }, 'x/y.z': 2 });
    expect(getIn(value, ['a', 'b', 0, 'c'])).to.equal(1);
    expect(getIn(value, ['a', 'b', 1])).to.equal(null);
    expect(getIn(value, ['x/y.z'])).to.equal(2);
    expect(getIn(value, [])).to.equal(value);
    for (const path of [
      ['a', 'c'],
      ['a', 'b', 5],
      ['a', 'b', 1, 'x'],
      ['toString'],
      ['a', 'constructor', 'name'],
      ['a', '__proto__'],
    ])
      expect(getIn(value, path), path.join('.')).to.equal(undefined);
    for (const root of [undefined, null, 'text', 5]) expect(getIn(root, ['length'])).to.equal(undefined);
  });

  it('sets in a copy, and makes what is missing on the way', () => {
    const value = frozen({ a: { b: 1 }, l: [1, 2] });
    expect(setIn(value, ['a', 'c', 'd'], 2)).to.deep.equal({ a: { b: 1, c: { d: 2 } }, l: [1, 2] });
    expect(setIn(value, ['l', 1], 'x')).to.deep.equal({ a: { b: 1 }, l: [1, 'x'] });
    expect(setIn(value, ['n', 0, 'x'], 1)).to.deep.equal({ ...value, n: [{ x: 1 }] });
    expect(setIn(value, ['a', 'b', 'c'], 1)).to.deep.equal({ a: { b: { c: 1 } }, l: [1, 2] });
    expect(setIn(value, [], 'x')).to.equal('x');
    expect(setIn<unknown>(undefined, ['a', 'b'], 1)).to.deep.equal({ a: { b: 1 } });
    expect(setIn(value, ['a', 'b'], 2).l).to.equal(value.l);
    const key = setIn<object>({}, ['__proto__', 'polluted'], true);
    expect(Object.keys(key)).to.deep.equal(['__proto__']);
    expect(({} as { polluted?: boolean }).polluted).to.equal(undefined);
  });

  it('unsets without leaving empty objects behind', () => {
    const value = frozen({ a: { b: { c: 1 } }, e: {}, l: [{ x: 1 }] });
    expect(unsetIn(value, ['a', 'b', 'c'])).to.deep.equal({ e: {}, l: [{ x: 1 }] });
    expect(unsetIn(value, ['a', 'b', 'd'])).to.deep.equal(value);
    expect(unsetIn(value, ['e', 'x'])).to.deep.equal(value);
    expect(unsetIn(value, ['e'])).to.deep.equal({ a: { b: { c: 1 } }, l: [{ x: 1 }] });
    expect(unsetIn(value, [])).to.equal(value);
    expect(unsetIn(value, ['toString'])).to.equal(value);
    const two = { a: { b: 1, c: 2 } };
    expect(unsetIn(two, ['a', 'b'])).to.deep.equal({ a: { c: 2 } });
    for (const path of [['x'], ['a', 'x'], ['n', 'm', 'o']])
      expect(unsetIn(setIn<object>(value, path, 1), path), path.join('.')).to.deep.equal(value);
  });

  it('compares values; the order of keys does not count', () => {
    const value = { a: [1, { b: null }], c: 'x' };
    expect(deepEqual(value, { c: 'x', a: [1, { b: null }] })).to.equal(true);
    const others: unknown[] = [
      ...[{ c: 'x' }, { ...value, d: 1 }, { ...value, a: [1] }, { ...value, a: { 0: 1, 1: { b: null } } }],
      ...[{ ...value, c: undefined }, { ...value, a: [1, { b: undefined }] }, [], null, 'x', undefined],
    ];
    for (const other of others) expect(deepEqual(value, other)).to.equal(false);
    expect(deepEqual([], {})).to.equal(false);
    expect(deepEqual(null, {})).to.equal(false);
    expect(deepEqual({ a: undefined }, { b: undefined })).to.equal(false);
    expect(deepEqual({ toString: 1 }, {})).to.equal(false);
    expect(deepEqual(NaN, NaN)).to.equal(true);
  });
});
