import { expect } from 'chai';
import { pruneNulls, pruneUnknownFields, unknownFields } from '../../../src/schema/prune.js';
import type { StructuralSchema } from '../../../src/schema/types.js';

const string: StructuralSchema = { type: 'string' };
const object = (properties: Record<string, StructuralSchema>, extra: StructuralSchema = {}): StructuralSchema => ({
  type: 'object',
  properties,
  ...extra,
});
const KEEP: StructuralSchema = { 'x-kubernetes-preserve-unknown-fields': true };

/** What is left and what was pruned. */
function prune(schema: StructuralSchema, value: unknown) {
  return { pruned: pruneUnknownFields(schema, value), value };
}

describe('schema: pruning', () => {
  it('removes what the schema does not know, and says where it was', () => {
    const schema = object({ spec: object({ known: string, list: { type: 'array', items: object({ a: string }) } }) });
    const value = { spec: { known: 'x', foo: 1, list: [{ a: 'x', b: 1 }, { 'c.d/e': 1 }] }, bogus: {} };
    expect(prune(schema, value)).to.deep.equal({
      pruned: ['bogus', 'spec.foo', 'spec.list[0].b', 'spec.list[1].c.d/e'],
      value: { spec: { known: 'x', list: [{ a: 'x' }, {}] } },
    });
  });

  it('finds the same without removing it', () => {
    const value = { spec: { list: [{ b: 1 }] }, bogus: 1 };
    const schema = object({ spec: object({ list: { type: 'array', items: object({}) } }) });
    expect(unknownFields(schema, value)).to.deep.equal([['bogus'], ['spec', 'list', 0, 'b']]);
    expect(value).to.deep.equal({ spec: { list: [{ b: 1 }] }, bogus: 1 });
  });

  it('keeps apiVersion, kind and metadata of the object, but not below it', () => {
    const value = { apiVersion: 'v1', kind: 'K', metadata: { name: 'n' }, spec: { kind: 'x' } };
    expect(prune(object({ spec: object({}) }), value)).to.deep.equal({
      pruned: ['spec.kind'],
      value: { apiVersion: 'v1', kind: 'K', metadata: { name: 'n' }, spec: {} },
    });
  });

  it('knows the members of metadata, and reports those that it does not know first', () => {
    const value = {
      a: 1,
      metadata: { name: 'n', foo: 1, labels: { any: 'x' }, ownerReferences: [{ uid: 'u', bar: 1 }] },
    };
    expect(prune(object({}), value)).to.deep.equal({
      pruned: ['metadata.foo', 'metadata.ownerReferences[0].bar', 'a'],
      value: { metadata: { name: 'n', labels: { any: 'x' }, ownerReferences: [{ uid: 'u' }] } },
    });
  });

  it('keeps what a map holds, but only what its schema knows of each value', () => {
    const map: StructuralSchema = { type: 'object', additionalProperties: object({ a: string }) };
    expect(prune(object({ map }), { map: { 'x.y': { a: 'x', b: 1 } } })).to.deep.equal({
      pruned: ['map.x.y.b'],
      value: { map: { 'x.y': { a: 'x' } } },
    });
  });

  it('keeps scalars of an open map, and empties its objects', () => {
    const map: StructuralSchema = { type: 'object', additionalProperties: true };
    expect(prune(object({ map }), { map: { a: 1, b: { c: 1 } } })).to.deep.equal({
      pruned: ['map.b.c'],
      value: { map: { a: 1, b: {} } },
    });
  });

  it('keeps unknown fields where the schema says so, but prunes inside known ones', () => {
    const schema = object({ open: object({ known: object({ a: string }) }, KEEP) });
    expect(prune(schema, { open: { foo: { bar: 1 }, known: { a: 'x', b: 1 } } })).to.deep.equal({
      pruned: ['open.known.b'],
      value: { open: { foo: { bar: 1 }, known: { a: 'x' } } },
    });
  });

  it('keeps unknown fields of a whole list', () => {
    const list: StructuralSchema = { type: 'array', items: object({ known: object({}) }), ...KEEP };
    expect(prune(object({ list }), { list: [{ foo: 1, known: { bar: 1 } }] })).to.deep.equal({
      pruned: ['list[0].known.bar'],
      value: { list: [{ foo: 1, known: {} }] },
    });
  });

  it('knows the members of an embedded resource, and reports those of its metadata last', () => {
    const template = object({ spec: object({}) }, { 'x-kubernetes-embedded-resource': true });
    const value = { template: { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'n', foo: 1 }, spec: {}, zoo: 1 } };
    expect(prune(object({ template }), value)).to.deep.equal({
      pruned: ['template.zoo', 'template.metadata.foo'],
      value: { template: { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'n' }, spec: {} } },
    });
  });

  it('leaves values of another type to validation', () => {
    expect(prune(object({ spec: object({}) }), { spec: 'x' }).pruned).to.deep.equal([]);
    expect(pruneUnknownFields(object({}), 'x')).to.deep.equal([]);
    expect(pruneUnknownFields(object({}), null)).to.deep.equal([]);
  });

  it('does not take a member of a prototype for a known one', () => {
    expect(prune(object({}), { toString: 1 }).pruned).to.deep.equal(['toString']);
  });
});

describe('schema: nulls', () => {
  it('drops a null that is not allowed', () => {
    const schema = object({ a: string, b: { ...string, nullable: true }, c: { ...string, default: 'd' } });
    expect(pruneNulls(schema, { a: null, b: null, c: null, unknown: null })).to.deep.equal({
      b: null,
      c: null,
      unknown: null,
    });
  });

  it('drops it from maps and inner objects, but keeps the items of lists', () => {
    const map: StructuralSchema = { type: 'object', additionalProperties: string };
    const schema = object({ map, list: { type: 'array', items: object({ a: string }) } });
    const value = { map: { x: null, y: '1' }, list: [null, { a: null }] };
    expect(pruneNulls(schema, value)).to.deep.equal({ map: { y: '1' }, list: [null, {}] });
  });
});
