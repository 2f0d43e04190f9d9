import { expect } from 'chai';
import { backupStorageSchema } from '../../../src/schema/bundled/backup-storage.js';
import { applyDefaults } from '../../../src/schema/defaults.js';
import type { StructuralSchema } from '../../../src/schema/types.js';

const text = (extra: StructuralSchema = {}): StructuralSchema => ({ type: 'string', default: 'd', ...extra });
const object = (properties: Record<string, StructuralSchema>): StructuralSchema => ({ type: 'object', properties });

describe('schema: defaults', () => {
  it('fills in a missing member, changes the given value and returns it', () => {
    const value = {};
    expect(applyDefaults(object({ a: text() }), value)).to.equal(value);
    expect(value).to.deep.equal({ a: 'd' });
  });

  it('leaves what is there, also when it is empty', () => {
    expect(applyDefaults(object({ a: text(), b: text() }), { a: '', b: false })).to.deep.equal({ a: '', b: false });
  });

  it('replaces a null only where null is not allowed', () => {
    const schema = object({ a: text(), b: text({ nullable: true }), c: { type: 'string' } });
    expect(applyDefaults(schema, { a: null, b: null, c: null })).to.deep.equal({ a: 'd', b: null, c: null });
  });

  it('never makes up a parent', () => {
    const schema = object({ outer: object({ inner: text() }) });
    expect(applyDefaults(schema, {})).to.deep.equal({});
    expect(applyDefaults(schema, { outer: {} })).to.deep.equal({ outer: { inner: 'd' } });
  });

  it('fills in what a default left out', () => {
    const schema = object({ outer: { ...object({ inner: text() }), default: {} } });
    expect(applyDefaults(schema, {})).to.deep.equal({ outer: { inner: 'd' } });
  });

  it('goes through lists and maps', () => {
    const list: StructuralSchema = { type: 'array', items: object({ a: text() }) };
    expect(applyDefaults(list, [{}, { a: 'x' }])).to.deep.equal([{ a: 'd' }, { a: 'x' }]);
    const map: StructuralSchema = { type: 'object', additionalProperties: object({ a: text() }) };
    expect(applyDefaults(map, { one: {} })).to.deep.equal({ one: { a: 'd' } });
  });

  it('replaces forbidden nulls in lists and maps too', () => {
    expect(applyDefaults({ type: 'array', items: text() }, [null, 'x'])).to.deep.equal(['d', 'x']);
    const map: StructuralSchema = { type: 'object', additionalProperties: text() };
    expect(applyDefaults(map, { a: null })).to.deep.equal({ a: 'd' });
    expect(applyDefaults({ type: 'array', items: { type: 'string' } }, [null])).to.deep.equal([null]);
  });

  it('copies a default for each place', () => {
    const schema = object({ a: { type: 'array', items: { type: 'string' }, default: ['x'] } });
    const one = applyDefaults(schema, {}) as { a: string[] };
    one.a.push('y');
    expect(applyDefaults(schema, {})).to.deep.equal({ a: ['x'] });
  });

  it('takes no default from a prototype, and never changes one', () => {
    const schema = object({ toString: text(), __proto__: {} });
    expect(Object.hasOwn(applyDefaults(schema, {}), 'toString')).to.be.true;
    const evil = JSON.parse('{"type":"object","properties":{"__proto__":{"default":{"bad":1}}}}') as StructuralSchema;
    applyDefaults(evil, {});
    expect(({} as { bad?: number }).bad).to.equal(undefined);
  });

  it('leaves values of another type alone', () => {
    expect(applyDefaults(object({ a: text() }), 'x')).to.equal('x');
    expect(applyDefaults(object({ a: text() }), null)).to.equal(null);
  });

  it('fills in what the server does for a BackupStorage', () => {
    const storage = { spec: { usagePolicy: { allowedNamespaces: {} }, storage: { local: { iscsi: {} } } } };
    expect(applyDefaults(backupStorageSchema(), storage)).to.deep.equal({
      spec: {
        deletionPolicy: 'Delete',
        usagePolicy: { allowedNamespaces: { from: 'Same' } },
        storage: { local: { iscsi: { iscsiInterface: 'default' } } },
      },
    });
  });
});
