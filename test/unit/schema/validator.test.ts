import { expect } from 'chai';
import { backupStorageSchema } from '../../../src/schema/bundled/backup-storage.js';
import { interpret } from '../../../src/schema/interpreter.js';
import type { JsonSchema } from '../../../src/schema/json-schema.js';
import type { SchemaError, StructuralSchema, Validator } from '../../../src/schema/types.js';
import { loadValidator } from '../../../src/schema/validator.js';
import { causesOf } from '../../../src/schema/wording.js';
import { recordedAnswers } from '../../fixtures/server-answers.js';
import { random } from '../../fixtures/random.js';
import { randomDocument } from '../../fixtures/schema-fuzz.js';

const schema = backupStorageSchema();

/** The validator made at build time shares parts of the schema, so its paths into it are others. */
const withoutSchemaPath = (errors: readonly SchemaError[]) => errors.map(({ schemaPath: _path, ...error }) => error);

function judge(validate: Validator, value: unknown) {
  const valid = validate(value);
  const errors = validate.errors ?? [];
  expect(valid).to.equal(errors.length === 0);
  return errors;
}

/** Counts how often code is made from strings. */
function countFunctions() {
  const original = globalThis.Function;
  const calls = { count: 0, restore: () => void (globalThis.Function = original) };
  const counted = () => (calls.count += 1);
  globalThis.Function = new Proxy(original, {
    construct(target, texts: string[]) {
      counted();
      return Reflect.construct(target, texts) as object;
    },
    apply(target, self, texts: string[]) {
      counted();
      return Reflect.apply(target, self, texts) as unknown;
    },
  });
  return calls;
}

/** Makes Node look like a page that may have a policy; a browser is one. */
function inBrowser(): () => void {
  if ('SecurityPolicyViolationEvent' in globalThis) return () => undefined;
  Object.assign(globalThis, { SecurityPolicyViolationEvent: Event });
  return () => void Reflect.deleteProperty(globalThis, 'SecurityPolicyViolationEvent');
}

describe('schema: validators', () => {
  it('agree, whichever way they are made', async () => {
    const precompiled = await loadValidator(schema);
    const interpreted = interpret(schema);
    const next = random(1);
    const documents = recordedAnswers().map(({ request }) => request as unknown);
    for (let count = 0; count < 1000; count += 1) documents.push(randomDocument(schema, next));
    let references = 0;
    for (const document of documents) {
      const errors = judge(interpreted, document);
      expect(withoutSchemaPath(judge(precompiled, document))).to.deep.equal(withoutSchemaPath(errors));
      expect(causesOf(precompiled.errors ?? [], document)).to.deep.equal(causesOf(errors, document));
      if (precompiled.errors?.some(({ schemaPath }, index) => schemaPath !== errors[index]!.schemaPath))
        references += 1;
    }
    // Otherwise it was not generated, and another way was taken in its place.
    expect(references).to.be.greaterThan(0);
  });

  it('give the same validator for the same schema', async () => {
    const one: StructuralSchema = { type: 'object' };
    expect(await loadValidator(one)).to.equal(await loadValidator(one));
  });

  it('forget the errors of the value before', async () => {
    const validate = await loadValidator({ type: 'string' });
    expect(validate(1)).to.be.false;
    expect(validate.errors).to.have.length(1);
    expect(validate('x')).to.be.true;
    expect(validate.errors).to.equal(null);
  });

  it("may be made by a host's own ajv", async () => {
    const seen: JsonSchema[] = [];
    const ajv = {
      compile(given: JsonSchema) {
        seen.push(given);
        const error = { keyword: 'even', instancePath: '/a', schemaPath: '#/even', params: {}, parentSchema: {} };
        return Object.assign(() => false, { errors: [error] });
      },
    };
    const validate = await loadValidator({ type: 'object', description: 'd' }, { ajv });
    expect(validate({ a: 3 })).to.be.false;
    expect(seen).to.deep.equal([{ type: 'object' }]);
    expect(validate.errors).to.deep.equal([
      { keyword: 'even', instancePath: '/a', schemaPath: '#/even', params: {}, data: 3 },
    ]);
  });

  it("do without a host's ajv that cannot compile", async () => {
    const ajv = {
      compile() {
        throw new EvalError('unsafe-eval');
      },
    };
    const validate = await loadValidator({ type: 'string' }, { ajv });
    expect(validate(1)).to.be.false;
  });

  it('try nothing that a policy may forbid, where there can be one', async () => {
    const calls = countFunctions();
    const restore = inBrowser();
    try {
      const foreign: StructuralSchema = { type: 'object', properties: { n: { type: 'integer' } } };
      const validate = await loadValidator(foreign);
      expect(validate({ n: 'x' })).to.be.false;
      const ruled = await loadValidator({ ...foreign, 'x-kubernetes-validations': [{ rule: 'self.n > 1' }] });
      expect(ruled({ n: 1 })).to.be.false;
      expect((await loadValidator({ ...schema }))({ spec: 1 })).to.be.false;
      expect(calls.count).to.equal(0);
      // A host that knows its page gives an ajv, which may.
      const ajv = { compile: () => Reflect.construct(globalThis.Function, ['return true']) as () => boolean };
      expect((await loadValidator(foreign, { ajv }))({ n: 'x' })).to.be.true;
      expect(calls.count).to.equal(1);
    } finally {
      restore();
      calls.restore();
    }
  });

  it('never throw, whatever the schema says', async () => {
    const strange = [
      {
        type: 'object',
        properties: { a: { pattern: '(', type: 'string' }, b: { format: 'nonsense', type: 'string' } },
      },
      { type: 'nonsense', properties: 'x', items: true, anyOf: 3, required: 'a', enum: {}, allOf: [null] },
      { properties: { spec: { properties: { storage: null } } } },
      { 'x-kubernetes-validations': 'x', additionalProperties: null, 'x-kubernetes-list-type': 'map' },
    ] as unknown as StructuralSchema[];
    for (const each of strange) {
      const validate = await loadValidator(each);
      for (const value of [null, [], {}, 'x', { a: 'x', b: 'y', spec: { storage: {} } }])
        expect(() => validate(value), JSON.stringify(each)).not.to.throw();
    }
  });

  it('work for a schema that contains itself, which ajv cannot compile', async () => {
    const node: StructuralSchema = { type: 'object', properties: { name: { type: 'string' } } };
    node.properties!['child'] = node;
    const validate = await loadValidator(node);
    expect(validate({ child: { child: { name: 1 } } })).to.be.false;
    expect(validate.errors![0]!.instancePath).to.equal('/child/child/name');
  });

  it('work for a schema of malicious depth', async () => {
    let deep: StructuralSchema = { type: 'string', 'x-kubernetes-validations': [{ rule: 'self == ""' }] };
    for (let depth = 0; depth < 5000; depth += 1) deep = { type: 'object', properties: { a: deep } };
    const validate = await loadValidator(deep);
    expect(validate({ a: { a: { a: 1 } } })).to.be.false;
    expect(validate({ a: { a: {} } })).to.be.true;
  });

  it('work for a schema that is too big for ajv', async () => {
    const properties: Record<string, StructuralSchema> = {};
    for (let index = 0; index < 5000; index += 1) properties[`k${index}`] = { type: 'string' };
    const start = performance.now();
    const validate = await loadValidator({ type: 'object', properties });
    expect(validate({ k4999: 1 })).to.be.false;
    expect(performance.now() - start).to.be.lessThan(1000);
  });
});

describe('schema: the interpreter', () => {
  const errorsOf = (schema: StructuralSchema, value: unknown) => judge(interpret(schema), value);

  it("gives errors of ajv's shape, with the faulty value", () => {
    expect(errorsOf({ type: 'object', properties: { 'a/b': { type: 'string' } } }, { 'a/b': 1 })).to.deep.equal([
      {
        instancePath: '/a~1b',
        schemaPath: '#/properties/a~1b/type',
        keyword: 'type',
        params: { type: 'string' },
        message: 'must be string',
        data: 1,
      },
    ]);
  });

  it('takes only own members for members', () => {
    const required: StructuralSchema = { type: 'object', required: ['constructor'] };
    expect(errorsOf(required, {})).to.have.length(1);
    expect(errorsOf(required, { constructor: 1 })).to.deep.equal([]);
    const string: StructuralSchema = { type: 'string' };
    const inherited = Object.fromEntries([['toString', string]]);
    expect(errorsOf({ type: 'object', properties: inherited }, {})).to.deep.equal([]);
  });

  it('counts characters, not UTF-16 units', () => {
    expect(errorsOf({ type: 'string', maxLength: 1 }, '😀')).to.deep.equal([]);
  });

  it('judges big integers as integers, and names them exactly', () => {
    const integer: StructuralSchema = { type: 'object', properties: { n: { type: 'integer', maximum: 10 } } };
    expect(errorsOf(integer, { n: 9n })).to.deep.equal([]);
    const [error] = errorsOf(integer, { n: 9_007_199_254_740_993n });
    expect(error?.keyword).to.equal('maximum');
    expect(error?.data).to.equal(9_007_199_254_740_993n);
  });

  it('knows where the integers of the server end', () => {
    const keyword = (value: unknown) => errorsOf({ type: 'integer' }, value)[0]?.params['format'];
    expect(keyword(2n ** 63n - 1n)).to.equal(undefined);
    expect(keyword(-(2n ** 63n))).to.equal(undefined);
    expect(keyword(2n ** 63n)).to.equal('int64');
  });

  it('refuses what is not JSON', () => {
    for (const value of [NaN, Infinity]) expect(errorsOf({ type: 'number' }, value)).to.have.length(1);
    expect(errorsOf({ type: 'object', required: ['a'] }, { a: undefined })).to.have.length(1);
  });

  it('checks patterns that only Go understands, and leaves the rest to the server', () => {
    const text = (pattern: string): StructuralSchema => ({ type: 'string', pattern });
    expect(errorsOf(text('(?i)^A\\z'), 'a')).to.deep.equal([]);
    expect(errorsOf(text('(?i)^A\\z'), 'b')[0]?.message).to.equal('must match pattern "(?i)^A\\z"');
    expect(errorsOf(text('(?=x)'), 'b')).to.deep.equal([]);
  });

  it('checks lists of type set and map, after all else', () => {
    const set: StructuralSchema = { type: 'array', 'x-kubernetes-list-type': 'set', maxItems: 1 };
    const keywords = errorsOf(set, ['a', 'a']).map(({ keyword }) => keyword);
    expect(keywords).to.deep.equal(['maxItems', 'x-kubernetes-list-type']);
  });
});
