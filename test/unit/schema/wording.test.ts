import { expect } from 'chai';
import { interpret } from '../../../src/schema/interpreter.js';
import type { StructuralSchema } from '../../../src/schema/types.js';
import { causesOf, isServerRule } from '../../../src/schema/wording.js';

/** `field: message (reason)` of each cause of an object whose member `f` has the given schema and value. */
function say(schema: StructuralSchema, value: unknown): string[] {
  return sayAll({ type: 'object', properties: { f: schema } }, { f: value });
}

function sayAll(schema: StructuralSchema, value: unknown): string[] {
  const validate = interpret(schema);
  validate(value);
  return causesOf(validate.errors ?? [], value).map(({ field, message, reason }) => `${field}: ${message} (${reason})`);
}

const string: StructuralSchema = { type: 'string' };

describe("schema: the server's words", () => {
  const sayings: [schema: StructuralSchema, value: unknown, ...causes: string[]][] = [
    [{ type: 'string', minLength: 3 }, 'é', 'Invalid value: "é": f in body should be at least 3 chars long (FieldValueInvalid)'],
    [{ type: 'string', maxLength: 2 }, 'abc', 'Too long: may not be more than 2 bytes (FieldValueTooLong)'],
    [{ type: 'string', pattern: '^a' }, 'b\n"', 'Invalid value: "b\\n\\"": f in body should match \'^a\' (FieldValueInvalid)'],
    [{ type: 'string', format: 'date-time' }, 'x', 'Invalid value: "x": f in body must be of type date-time: "x" (FieldValueTypeInvalid)'],
    [{ type: 'integer', minimum: 1 }, 0, 'Invalid value: 0: f in body should be greater than or equal to 1 (FieldValueInvalid)'],
    [{ type: 'integer', maximum: 5, exclusiveMaximum: true }, 5, 'Invalid value: 5: f in body should be less than 5 (FieldValueInvalid)'],
    [{ type: 'number', minimum: 0, exclusiveMinimum: true }, -0.00001, 'Invalid value: -1e-05: f in body should be greater than 0 (FieldValueInvalid)'],
    [{ type: 'number', maximum: 1 }, 1234567.5, 'Invalid value: 1.2345675e+06: f in body should be less than or equal to 1 (FieldValueInvalid)'],
    [{ type: 'integer', multipleOf: 2 }, 3, 'Invalid value: 3: f in body should be a multiple of 2 (FieldValueInvalid)'],
    [{ type: 'integer', format: 'int32' }, 2 ** 31, 'Invalid value: 2147483648: must be between -2147483648 and 2147483647, inclusive (FieldValueInvalid)'],
    [{ type: 'integer' }, 2 ** 63, 'Invalid value: "number": f in body must be of type integer: "number" (FieldValueTypeInvalid)'],
    [{ type: 'string', nullable: true }, {}, 'Invalid value: "object": f in body must be of type string: "object" (FieldValueTypeInvalid)'],
    [string, null, 'Invalid value: "null": f in body must be of type string: "null" (FieldValueTypeInvalid)'],
    [{ type: 'boolean' }, 5n, 'Invalid value: "integer": f in body must be of type boolean: "integer" (FieldValueTypeInvalid)'],
    [{ 'x-kubernetes-int-or-string': true }, true, 'Invalid value: "boolean": f in body must be of type integer,string: "boolean" (FieldValueTypeInvalid)'],
    [{ type: 'integer', enum: [1, 2] }, 3, 'Unsupported value: 3: supported values: "1", "2" (FieldValueNotSupported)'],
    [{ type: 'object', enum: [{ a: 1 }] }, { a: 'x', b: [true, null] }, 'Unsupported value: map[string]interface {}{"a":"x", "b":[]interface {}{true, interface {}(nil)}}: supported values: "{\\"a\\":1}" (FieldValueNotSupported)'],
    [{ type: 'array', minItems: 2 }, [1], 'Invalid value: 1: f in body should have at least 2 items (FieldValueInvalid)'],
    [{ type: 'array', maxItems: 1 }, [1, 2], 'Too many: 2: must have at most 1 items (FieldValueTooMany)'],
    [{ type: 'array', uniqueItems: true }, [1, 1], 'Invalid value: "": f in body shouldn\'t contain duplicates (FieldValueInvalid)'],
    [{ type: 'object', minProperties: 1 }, {}, 'Invalid value: 0: f in body should have at least 1 properties (FieldValueInvalid)'],
    [{ type: 'object', maxProperties: 1 }, { a: 1, b: 2 }, 'Too many: 2: must have at most 1 items (FieldValueTooMany)'],
    [{ type: 'object', additionalProperties: false }, { a: 1 }, 'Invalid value: "a": f.a in body is a forbidden property (FieldValueInvalid)'],
  ]; // prettier-ignore
  for (const [schema, value, ...causes] of sayings)
    it(`says: ${causes[0]}`, () => expect(say(schema, value)).to.deep.equal(causes.map((cause) => `f: ${cause}`)));

  it('names a missing member, also one of the object itself', () => {
    expect(say({ type: 'object', required: ['a.b'] }, {})).to.deep.equal([
      'f.a.b: Required value (FieldValueRequired)',
    ]);
    expect(sayAll({ type: 'object', required: ['a'] }, {})).to.deep.equal(['a: Required value (FieldValueRequired)']);
  });

  it('has no field for the object itself', () => {
    const message = 'Invalid value: "array":  in body must be of type object: "array" (FieldValueTypeInvalid)';
    expect(sayAll({ type: 'object' }, [])).to.deep.equal([`<nil>: ${message}`]);
  });

  it('writes indices in brackets, and keys that look like one with a dot', () => {
    const list: StructuralSchema = { type: 'array', items: string };
    expect(say(list, ['a', 1])[0]).to.match(/^f\[1\]: /);
    expect(say({ type: 'object', additionalProperties: string }, { 1: 1 })[0]).to.match(/^f\.1: /);
  });

  it('puts the faults of one value into the order of the server, around those of its members', () => {
    const schema: StructuralSchema = {
      type: 'object',
      required: ['z'],
      enum: [1],
      properties: { a: { type: 'string', pattern: 'x', maxLength: 1, enum: ['x'] } },
    };
    const reasons = sayAll(schema, { a: 'bb' }).map((text) => text.replace(/: .*\((.*)\)/s, ' $1'));
    expect(reasons).to.deep.equal([
      '<nil> FieldValueNotSupported',
      'a FieldValueTooLong',
      'a FieldValueInvalid',
      'a FieldValueNotSupported',
      'z FieldValueRequired',
    ]);
  });

  it('looks no further than the number of members', () => {
    const schema: StructuralSchema = { type: 'object', minProperties: 2, required: ['b'], properties: { a: string } };
    expect(say(schema, { a: 1 })).to.have.length(1);
  });

  it('says each thing once', () => {
    const validate = interpret({ type: 'object', allOf: [{ required: ['a'] }, { required: ['a'] }] });
    validate({});
    expect(causesOf(validate.errors!, {}).filter(({ field }) => field === 'a')).to.have.length(1);
  });

  it('says that no branch fits, and what is wrong in the best one', () => {
    const schema: StructuralSchema = {
      anyOf: [{ type: 'string' }, { type: 'integer', minimum: 10 }, { type: 'array' }],
    };
    expect(say(schema, 5)).to.deep.equal([
      '<nil>: Invalid value: "": "f" must validate at least one schema (anyOf) (FieldValueInvalid)',
      'f: Invalid value: 5: f in body should be greater than or equal to 10 (FieldValueInvalid)',
    ]);
  });

  it('tells none from several in oneOf', () => {
    const schema: StructuralSchema = { type: 'object', oneOf: [{ required: ['a'] }, { required: ['b'] }] };
    expect(say(schema, {})).to.deep.equal([
      '<nil>: Invalid value: "": "f" must validate one and only one schema (oneOf). Found none valid (FieldValueInvalid)',
      'f.a: Required value (FieldValueRequired)',
    ]);
    expect(say(schema, { a: 1, b: 1 })).to.deep.equal([
      '<nil>: Invalid value: "": "f" must validate one and only one schema (oneOf). Found 2 valid alternatives (FieldValueInvalid)',
    ]);
  });

  it('sums up allOf, which ajv does not', () => {
    const schema: StructuralSchema = { type: 'object', allOf: [{ required: ['a'] }, { maxProperties: 9 }] };
    expect(say(schema, {})).to.deep.equal([
      'f.a: Required value (FieldValueRequired)',
      '<nil>: Invalid value: "": "f" must validate all the schemas (allOf) (FieldValueInvalid)',
    ]);
  });

  it('says not', () => {
    expect(say({ type: 'object', not: { required: ['a'] } }, { a: 1 })).to.deep.equal([
      '<nil>: Invalid value: "": "f" must not validate the schema (not) (FieldValueInvalid)',
    ]);
  });

  it('keeps apart the combinators of a value, and those within one another', () => {
    const inner: StructuralSchema = { anyOf: [{ type: 'integer' }, { type: 'string' }] };
    const schema: StructuralSchema = {
      type: 'object',
      properties: { anyOf: string, x: {} },
      allOf: [{ properties: { x: inner } }],
      oneOf: [{ required: ['b'] }, { required: ['c'] }],
    };
    expect(say(schema, { anyOf: 1, x: true })).to.deep.equal([
      '<nil>: Invalid value: "": "f" must validate one and only one schema (oneOf). Found none valid (FieldValueInvalid)',
      'f.b: Required value (FieldValueRequired)',
      'f.x: Invalid value: "boolean": f.x in body must be of type integer,string: "boolean" (FieldValueTypeInvalid)',
      '<nil>: Invalid value: "": "f.x" must validate at least one schema (anyOf) (FieldValueInvalid)',
      'f.x: Invalid value: "boolean": f.x in body must be of type integer: "boolean" (FieldValueTypeInvalid)',
      '<nil>: Invalid value: "": "f" must validate all the schemas (allOf) (FieldValueInvalid)',
      'f.anyOf: Invalid value: "integer": f.anyOf in body must be of type string: "integer" (FieldValueTypeInvalid)',
    ]);
  });

  it('writes keys of a map in brackets for the rules that JSON Schema has no words for', () => {
    const set: StructuralSchema = { type: 'array', 'x-kubernetes-list-type': 'set', items: string };
    const schema: StructuralSchema = {
      type: 'object',
      properties: { m: { type: 'object', additionalProperties: set } },
    };
    expect(sayAll(schema, { m: { 'a/b.c': ['x', 'x'] } })).to.deep.equal([
      'm[a/b.c][1]: Duplicate value: "x" (FieldValueDuplicate)',
    ]);
  });

  it('says what lists of type set and map must not hold', () => {
    const set: StructuralSchema = { type: 'array', items: string, 'x-kubernetes-list-type': 'set' };
    expect(say(set, ['a', 'b', 'a', 'a'])).to.deep.equal(['f[2]: Duplicate value: "a" (FieldValueDuplicate)']);
    const map: StructuralSchema = {
      type: 'array',
      items: { type: 'object' },
      'x-kubernetes-list-type': 'map',
      'x-kubernetes-list-map-keys': ['name'],
    };
    expect(say(map, [{}, {}])).to.deep.equal([
      'f[1]: Duplicate value: map[string]interface {}{} (FieldValueDuplicate)',
    ]);
  });

  it('passes on the words of a keyword that it does not know', () => {
    const error = { keyword: 'even', instancePath: '/f', schemaPath: '#/even', params: {}, message: 'must be even' };
    expect(causesOf([{ ...error, data: 3 }], { f: 3 })).to.deep.equal([
      { field: 'f', message: 'Invalid value: 3: must be even', reason: 'FieldValueInvalid' },
    ]);
  });

  it('knows which rules are only ours', () => {
    const validate = interpret({ type: 'array', items: { type: 'integer', format: 'int32' } });
    validate([2 ** 31, 2 ** 63, 1.5]);
    expect(validate.errors!.map((error) => [error.instancePath, isServerRule(error)])).to.deep.equal([
      ['/0', false],
      ['/1', false],
      ['/2', true],
    ]);
  });
});
