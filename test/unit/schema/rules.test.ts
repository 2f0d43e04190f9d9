import { expect } from 'chai';
import { withRules } from '../../../src/schema/cel/with-rules.js';
import { interpret } from '../../../src/schema/interpreter.js';
import type { StructuralSchema, ValidationRule } from '../../../src/schema/types.js';
import { loadValidator } from '../../../src/schema/validator.js';
import { causesOf } from '../../../src/schema/wording.js';

const string: StructuralSchema = { type: 'string' };
const integer: StructuralSchema = { type: 'integer' };

type RuleText = string | ValidationRule;

const ruled = (schema: StructuralSchema, ...rules: RuleText[]): StructuralSchema => ({
  ...schema,
  'x-kubernetes-validations': rules.map((rule) => (typeof rule === 'string' ? { rule } : rule)),
});

const object = (properties: Record<string, StructuralSchema>, ...rules: RuleText[]) =>
  ruled({ type: 'object', properties }, ...rules);

function check(schema: StructuralSchema, value: unknown) {
  const validate = withRules(interpret(schema), schema);
  validate(value);
  const errors = validate.errors ?? [];
  return {
    errors,
    causes: causesOf(errors, value).map(({ field, message }) => `${field}: ${message}`),
    unchecked: (validate.uncheckedRules ?? []).map(({ path, rule }) => `${path} ${rule}`),
  };
}

const MINMAX = object({ min: integer, max: integer }, 'self.min <= self.max');
const IN_SPEC: StructuralSchema = { type: 'object', properties: { spec: MINMAX } };

describe('schema: CEL rules', () => {
  it('are errors when they are broken, in the words of the server', () => {
    const { errors, causes } = check(IN_SPEC, { spec: { min: 2, max: 1 } });
    expect(errors).to.deep.equal([
      {
        instancePath: '/spec',
        schemaPath: '#/properties/spec/x-kubernetes-validations',
        keyword: 'x-kubernetes-validations',
        params: { rule: 'self.min <= self.max', type: 'object' },
        message: 'failed rule: self.min <= self.max',
        data: { min: 2, max: 1 },
      },
    ]);
    expect(causes).to.deep.equal(['spec: Invalid value: "object": failed rule: self.min <= self.max']);
    expect(check(IN_SPEC, { spec: { min: 1, max: 1 } }).errors).to.deep.equal([]);
  });

  it('say their message, and before it what their message expression gives', () => {
    const say = (rule: Omit<ValidationRule, 'rule'>) =>
      check({ type: 'object', properties: { n: ruled(integer, { rule: 'self > 1', ...rule }) } }, { n: 1 }).causes[0];
    expect(say({ message: ' be big ' })).to.equal('n: Invalid value: "integer": be big');
    expect(say({ message: 'm', messageExpression: '"not " + string(self)' })).to.equal(
      'n: Invalid value: "integer": not 1',
    );
    for (const messageExpression of ['"a\\nb"', '" "', '1', 'self.x', 'oops(', `"${'x'.repeat(6000)}"`])
      expect(say({ message: 'm', messageExpression })).to.equal('n: Invalid value: "integer": m');
  });

  it('have the reason and the field that they ask for', () => {
    const say = (rule: Omit<ValidationRule, 'rule'>) =>
      causesOf(check(object({ n: integer }, { rule: 'false', message: 'm', ...rule }), { n: 1 }).errors, { n: 1 })[0];
    expect(say({ reason: 'FieldValueForbidden', fieldPath: '.n' })).to.deep.equal({
      field: 'n',
      message: 'Forbidden: m',
      reason: 'FieldValueForbidden',
    });
    expect(say({ reason: 'FieldValueRequired', fieldPath: ".a['x.y']" })).to.deep.equal({
      field: 'a.x.y',
      message: 'Required value: m',
      reason: 'FieldValueRequired',
    });
    expect(say({ reason: 'FieldValueDuplicate' })).to.deep.equal({
      field: '<nil>',
      message: 'Duplicate value: "object"',
      reason: 'FieldValueDuplicate',
    });
  });

  it('are for items, map values and branches of allOf too, and write keys of maps in brackets', () => {
    const positive = ruled(integer, { rule: 'self > 0', message: 'm' });
    const schema = object({
      list: { type: 'array', items: positive },
      map: { type: 'object', additionalProperties: positive },
      all: { ...integer, allOf: [positive] },
    });
    expect(check(schema, { list: [1, 0], map: { 'a/b.c': 0, d: 1 }, all: 0 }).causes).to.deep.equal([
      'list[1]: Invalid value: "integer": m',
      'map[a/b.c]: Invalid value: "integer": m',
      'all: Invalid value: "integer": m',
    ]);
  });

  it('see integers, doubles, times, durations, bytes and int-or-string by the schema', () => {
    const rules: [StructuralSchema, unknown, string][] = [
      [integer, 7, 'self / 2 == 3'],
      [integer, 9_007_199_254_740_993n, 'self == 9007199254740993'],
      [{ type: 'number' }, 7, 'self / 2.0 == 3.5'],
      [{ type: 'string', format: 'date-time' }, '2026-08-01t10:00:00z', 'self.getFullYear() == 2026'],
      [{ type: 'string', format: 'date' }, '2026-08-01', 'self < timestamp("2026-08-02T00:00:00Z")'],
      [{ type: 'string', format: 'duration' }, '1h30m', 'self == duration("90m") && self < duration("1.6h")'],
      [{ type: 'string', format: 'duration' }, '-1.5s', 'self == duration("-1500ms")'],
      [{ type: 'string', format: 'byte' }, 'aGk=', 'self == b"hi" && size(self) == 2'],
      [{ 'x-kubernetes-int-or-string': true }, '80', 'type(self) == string'],
      [{ 'x-kubernetes-int-or-string': true }, 80, 'type(self) == int'],
      [{ type: 'boolean' }, true, 'self'],
      [{ type: 'array', items: string }, ['a'], 'self == ["a"]'],
      [{ type: 'object', additionalProperties: string }, { 'a/b': 'c' }, 'self["a/b"] == "c" && "a/b" in self'],
      [{ type: 'object', additionalProperties: { ...string, nullable: true } }, { a: null }, 'self.a == null'],
    ];
    for (const [schema, value, rule] of rules) {
      const holder = object({ v: ruled(schema, rule) });
      expect(check(holder, { v: value }), rule).to.deep.include({ errors: [], unchecked: [] });
      const denied = object({ v: ruled(schema, `!(${rule})`) });
      expect(check(denied, { v: value }).errors, `!(${rule})`).to.have.length(1);
    }
  });

  it('name fields by their escaped names, and see declared ones only', () => {
    const schema = object(
      { namespace: string, 'a-b.c/d': string, x__y: string, open: { 'x-kubernetes-preserve-unknown-fields': true } },
      'self.__namespace__ == "n" && self.a__dash__b__dot__c__slash__d == "v" && self.x__underscores__y == "w"',
      '!has(self.open) && !has(self.more)',
    );
    const value = { namespace: 'n', 'a-b.c/d': 'v', x__y: 'w', open: 1, more: 2 };
    expect(check(schema, value)).to.deep.include({ errors: [], unchecked: [] });
    expect(check(schema, { ...value, x__y: 'z' }).errors).to.have.length(1);
  });

  it('see the defaults that the server fills in first, and no nulls that it drops', () => {
    const schema = object({ a: { ...integer, default: 3 }, b: string }, 'self.a == 3 && !has(self.b)');
    const value = { b: null };
    // Null is of the wrong type to JSON Schema: the server drops it before it looks.
    expect(withoutType(check(schema, value).errors)).to.deep.equal([]);
    expect(check(schema, {})).to.deep.include({ errors: [], unchecked: [] });
    expect(value).to.deep.equal({ b: null });
  });

  it('see apiVersion, kind and name of the object and of embedded ones', () => {
    const rule = 'self.kind == "K" && self.metadata.name == "n" && !has(self.metadata.labels)';
    const embedded = ruled({ type: 'object', 'x-kubernetes-embedded-resource': true }, rule);
    const resource = { apiVersion: 'v1', kind: 'K', metadata: { name: 'n', labels: { a: 'b' } } };
    const schema = object({ inner: embedded }, rule);
    expect(check(schema, { ...resource, inner: resource })).to.deep.include({ errors: [], unchecked: [] });
    expect(check(schema, { ...resource, inner: { ...resource, kind: 'L' } }).errors).to.have.length(1);
  });

  it('about a change are not for an object that is created, unless the old one is optional', () => {
    const schema = object(
      { n: integer },
      'self.n == oldSelf.n',
      { rule: 'oldSelf.hasValue() || self.n == 1', optionalOldSelf: true, message: 'm' },
      'self.n != 2 || "oldSelf" == "x"',
    );
    const { causes, unchecked } = check(schema, { n: 2 });
    expect(causes).to.deep.equal([
      '<nil>: Invalid value: "object": m',
      '<nil>: Invalid value: "object": failed rule: self.n != 2 || "oldSelf" == "x"',
    ]);
    expect(unchecked).to.deep.equal([]);
  });

  it('are not looked at after a fault that blocks them, and are after another', () => {
    const schema = object(
      { min: integer, max: integer, name: { type: 'string', pattern: '^a' } },
      'self.min <= self.max',
    );
    const keywords = (value: unknown) => check(schema, value).errors.map(({ keyword }) => keyword);
    expect(keywords({ min: 2, max: 1, name: 1 })).to.deep.equal(['type']);
    expect(keywords({ min: 2, max: 1, name: 'b' })).to.deep.equal(['pattern', 'x-kubernetes-validations']);
  });

  it('are left to the server, and said to be, when they are not understood or cannot be evaluated', () => {
    const schema = object(
      { list: { type: 'array', items: object({ a: string }, 'semver(self.a).major() > 1') }, a: string },
      'self.a == "x"',
      { rule: 'self.a == ', message: 'm' },
    );
    const validate = withRules(interpret(schema), schema);
    const notUnderstood = [
      { path: '', rule: 'self.a == ', message: 'm' },
      { path: '/list/*', rule: 'semver(self.a).major() > 1' },
    ];
    expect(validate.uncheckedRules).to.have.deep.members(notUnderstood);
    expect(validate({ list: [{ a: 'x' }, {}] })).to.be.true;
    // There is no `self.a`.
    expect(validate.uncheckedRules).to.have.deep.members([...notUnderstood, { path: '', rule: 'self.a == "x"' }]);
    expect(validate({ a: 'x' })).to.be.true;
    expect(validate.uncheckedRules).to.have.deep.members(notUnderstood);
  });

  it('never throw', () => {
    const strange = [null, 1, {}, { rule: 1 }, { rule: '' }, { rule: 'self.a', message: 3 }, { rule: '1' }];
    const schema = {
      type: 'object',
      properties: { a: { 'x-kubernetes-validations': [{ rule: 'self == 1' }] }, b: { type: 'strange' } },
      'x-kubernetes-validations': strange,
    } as unknown as StructuralSchema;
    const node: StructuralSchema = object({ name: ruled(string, 'self != "x"') });
    node.properties!['child'] = node;
    const values = [
      null,
      undefined,
      1,
      'x',
      [],
      {},
      { a: {}, b: 1 },
      { a: Symbol('s') },
      { a: () => 1 },
      { child: {} },
    ];
    for (const value of values) {
      expect(() => check(schema, value)).not.to.throw();
      expect(() => check(node, value)).not.to.throw();
    }
    expect(check(node, { child: { child: { name: 'x' } } }).causes).to.deep.equal([
      'child.child.name: Invalid value: "string": failed rule: self != "x"',
    ]);
  });
});

const withoutType = (errors: readonly { keyword: string }[]) => errors.filter(({ keyword }) => keyword !== 'type');

describe('schema: CEL rules of a validator', () => {
  it('are evaluated, by an engine that is loaded for them', async () => {
    const value = { spec: { min: 2, max: 1 } };
    const loaded = await loadValidator({ ...IN_SPEC });
    expect(loaded.uncheckedRules).to.equal(undefined);
    expect(loaded(value)).to.be.false;
    expect(loaded.errors).to.deep.equal(check(IN_SPEC, value).errors);
    expect(loaded.errors).to.have.length(1);
  });

  it('are listed by an engine that was made without them', () => {
    const rule = { path: '/spec', rule: 'self.min <= self.max' };
    expect(interpret(IN_SPEC).uncheckedRules).to.deep.equal([rule]);
    expect(interpret({ type: 'object' }).uncheckedRules).to.equal(undefined);
  });
});
