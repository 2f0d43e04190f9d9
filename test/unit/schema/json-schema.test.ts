import { expect } from 'chai';
import { toJsonSchema } from '../../../src/schema/json-schema.js';
import type { StructuralSchema } from '../../../src/schema/types.js';

describe('schema: the translation to JSON Schema', () => {
  const cases: [what: string, schema: StructuralSchema, translated: object][] = [
    ['leaves out what is no rule', { title: 't', description: 'd', default: 1, 'x-kubernetes-list-type': 'atomic' }, {}],
    ['writes exclusive limits as numbers', { minimum: 1, exclusiveMinimum: true, maximum: 5 }, { exclusiveMinimum: 1, maximum: 5 }],
    ['drops an exclusive limit without a limit', { exclusiveMaximum: true }, {}],
    ['takes every integer for one of 64 bits', { type: 'integer' }, { type: 'integer', format: 'int64' }],
    ['keeps a narrower one', { type: 'integer', format: 'int32' }, { type: 'integer', format: 'int32' }],
    ['drops formats that nobody checks', { type: 'number', format: 'double' }, { type: 'number' }],
    ['knows int-or-string without anyOf', { 'x-kubernetes-int-or-string': true }, { type: ['integer', 'string'], format: 'int64' }],
    [
      'does not say int-or-string twice',
      { 'x-kubernetes-int-or-string': true, anyOf: [{ type: 'integer' }, { type: 'string' }] },
      { anyOf: [{ type: 'integer', format: 'int64' }, { type: 'string' }] },
    ],
    [
      'lets a null that is allowed pass a combinator',
      { type: 'object', nullable: true, anyOf: [{ required: ['a'] }] },
      { type: 'object', nullable: true, anyOf: [{ required: ['a'] }, { type: 'null' }] },
    ],
    ['drops nullable without a type', { nullable: true }, {}],
    ['drops an empty enum', { enum: [] }, {}],
    ['drops an open map', { additionalProperties: true }, {}],
    ['keeps a closed object', { additionalProperties: false }, { additionalProperties: false }],
  ]; // prettier-ignore
  for (const [what, schema, translated] of cases)
    it(what, () => expect(toJsonSchema(schema)).to.deep.equal(translated));

  it('drops what is malformed, so that nothing in a schema can stop a validator', () => {
    const broken = {
      type: 'nothing',
      required: 'a',
      enum: 'a',
      pattern: 1,
      minLength: '3',
      properties: { a: null, b: { items: [{}] } },
      anyOf: {},
      not: 1,
    };
    expect(toJsonSchema(broken as unknown as StructuralSchema)).to.deep.equal({ properties: { b: {} } });
  });

  it('translates a schema that contains itself', () => {
    const node: StructuralSchema = { type: 'object', properties: {} };
    node.properties!['child'] = node;
    const translated = toJsonSchema(node);
    expect(translated.properties!['child']).to.equal(translated);
  });
});
