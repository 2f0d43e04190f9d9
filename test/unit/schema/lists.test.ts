import { expect } from 'chai';
import { listErrors } from '../../../src/schema/lists.js';
import type { StructuralSchema } from '../../../src/schema/types.js';

const list = (type: 'set' | 'map' | 'atomic', keys?: string[]): StructuralSchema => ({
  type: 'array',
  'x-kubernetes-list-type': type,
  ...(keys && { 'x-kubernetes-list-map-keys': keys }),
});

const places = (schema: StructuralSchema, value: unknown) =>
  listErrors(schema, value).map(({ instancePath, keyword }) => `${instancePath} ${keyword}`);

describe('schema: lists of type set and map', () => {
  it('reports the first repetition of each item of a set', () => {
    expect(places(list('set'), ['a', 'b', 'a', 'a', 'b'])).to.deep.equal([
      '/2 x-kubernetes-list-type',
      '/4 x-kubernetes-list-type',
    ]);
    expect(places(list('set'), [1, '1', true, 'true', null])).to.deep.equal([]);
  });

  it('compares objects by their members, in whatever order', () => {
    expect(
      places(list('set'), [
        { a: 1, b: [2] },
        { b: [2], a: 1 },
      ]),
    ).to.have.length(1);
  });

  it('reports items of a map with the same keys', () => {
    const items = [{ name: 'a', x: 1 }, { name: 'b' }, { name: 'a', x: 2 }];
    expect(listErrors(list('map', ['name']), items)).to.deep.equal([
      {
        instancePath: '/2',
        schemaPath: '#/x-kubernetes-list-map-keys',
        keyword: 'x-kubernetes-list-map-keys',
        params: { first: 0, value: { name: 'a' } },
        message: 'must NOT have the same name as item 0',
        data: { name: 'a', x: 2 },
      },
    ]);
  });

  it('takes all keys together, and a missing one for one of its own', () => {
    const keys = ['port', 'protocol'];
    expect(
      places(list('map', keys), [
        { port: 1, protocol: 'TCP' },
        { port: 1, protocol: 'UDP' },
      ]),
    ).to.deep.equal([]);
    expect(places(list('map', keys), [{ port: 1 }, { port: 1 }, { port: 1, protocol: 'TCP' }])).to.have.length(1);
    expect(places(list('map', keys), [null, {}])).to.have.length(1);
  });

  it('wants objects in a map', () => {
    expect(places(list('map', ['name']), [{}, 'x', {}])).to.deep.equal(['/1 x-kubernetes-list-type']);
  });

  it('allows repetitions in all other lists', () => {
    expect(places(list('atomic'), ['a', 'a'])).to.deep.equal([]);
    expect(places({ type: 'array' }, ['a', 'a'])).to.deep.equal([]);
  });

  it('finds lists wherever they are', () => {
    const schema: StructuralSchema = {
      type: 'object',
      properties: { 'a/b': { type: 'array', items: list('set') } },
      additionalProperties: list('set'),
    };
    const errors = listErrors(schema, { 'a/b': [[], [1, 1]], x: [2n, 2n] });
    expect(errors.map(({ instancePath, schemaPath }) => [instancePath, schemaPath])).to.deep.equal([
      ['/a~1b/1/1', '#/properties/a~1b/items/x-kubernetes-list-type'],
      ['/x/1', '#/additionalProperties/x-kubernetes-list-type'],
    ]);
  });
});
