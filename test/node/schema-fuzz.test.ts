import { expect } from 'chai';
import { compileWithAjv } from '../../src/schema/ajv.js';
import { withRules } from '../../src/schema/cel/with-rules.js';
import { backupStorageSchema } from '../../src/schema/bundled/backup-storage.js';
import { finish } from '../../src/schema/finish.js';
import { interpret } from '../../src/schema/interpreter.js';
import type { StructuralSchema, Validator } from '../../src/schema/types.js';
import { closed, randomDocument, randomSchema } from '../fixtures/schema-fuzz.js';
import { random, type Random } from '../fixtures/random.js';

/**
 * ajv is the contract, and the interpreter stands in for it where ajv may not run: the two must agree to the letter. CI
 * sets FUZZ_DOCS to 250,000; a failure names the seed, which FUZZ_SEED repeats.
 */
const DOCS = Number(process.env['FUZZ_DOCS'] ?? 20_000);
const SEED = Number(process.env['FUZZ_SEED'] ?? 20_260_801);

/** ajv takes some milliseconds to compile a schema, so each random one serves for many documents. */
const DOCS_PER_SCHEMA = 100;

describe('schema: the interpreter and ajv', function () {
  this.timeout(600_000);

  it('agree on BackupStorages', () => {
    const found = agree(backupStorageSchema(), DOCS * 0.3, random(SEED));
    expect(found.invalid).to.be.greaterThan(found.documents * 0.2);
    expect(found.valid).to.be.greaterThan(found.documents * 0.05);
  });

  it('agree on BackupStorages with what was compiled at build time', async () => {
    const generated = await import('../../src/schema/bundled/generated/backup-storage-validator.js');
    const precompiled = finish(generated.default, backupStorageSchema());
    const ours = interpret(backupStorageSchema());
    const next = random(SEED + 3);
    // It shares parts of the schema, so its paths into the schema are others.
    const withoutPaths = (validate: Validator, document: unknown) =>
      judge(validate, document).errors.map(({ schemaPath: _path, ...error }) => error);
    for (let count = DOCS * 0.1; count > 0; count -= 1) {
      const document = randomDocument(backupStorageSchema(), next);
      const [one, other] = [withoutPaths(precompiled, document), withoutPaths(ours, document)];
      if (JSON.stringify(one) !== JSON.stringify(other)) expect(one, JSON.stringify(document)).to.deep.equal(other);
    }
  });

  it('agree on BackupStorages when unknown members are refused', () => {
    const found = agree(closed(backupStorageSchema()), DOCS * 0.2, random(SEED + 1));
    expect(found.invalid).to.be.greaterThan(found.documents * 0.2);
  });

  it('agree on random schemas', () => {
    const next = random(SEED + 2);
    const keywords = new Set<string>();
    for (let schemas = (DOCS * 0.4) / DOCS_PER_SCHEMA; schemas > 0; schemas -= 1)
      for (const keyword of agree(randomSchema(next), DOCS_PER_SCHEMA, next).keywords) keywords.add(keyword);
    expect([...keywords]).to.include.members([
      ...['type', 'enum', 'not', 'anyOf', 'oneOf', 'required', 'additionalProperties'],
      ...['maximum', 'minimum', 'exclusiveMaximum', 'exclusiveMinimum', 'multipleOf'],
      ...['maxLength', 'minLength', 'pattern', 'format'],
      ...['maxItems', 'minItems', 'uniqueItems', 'maxProperties', 'minProperties'],
    ]);
  });

  it('agree on random schemas with rules, and on which of them are left to the server', () => {
    const next = random(SEED + 4);
    let [broken, left] = [0, 0];
    for (let schemas = (DOCS * 0.1) / DOCS_PER_SCHEMA; schemas > 0; schemas -= 1) {
      const found = agree(ruled(randomSchema(next), next), DOCS_PER_SCHEMA, next);
      broken += Number(found.keywords.has('x-kubernetes-validations'));
      left += Number(found.left);
    }
    expect(broken).to.be.greaterThan(2);
    expect(left).to.be.greaterThan(2);
  });
});

/** Rules for values of each type; some are broken, some cannot be evaluated, one is not understood. */
const RULES: Readonly<Record<string, string[]>> = {
  object: ['has(self.a)', 'self.a == self.b', 'size(self) < 2', '!has(self.b) || type(self.b) == string'],
  array: ['self.size() < 2', 'self.all(x, x == self[0])', 'self[1] != null'],
  string: ['self.matches("^a")', 'self < "b"', 'quantity(self).sign() > 0', 'semver(self).major() == 1'],
  integer: ['self > 1', '10 / self == 5'],
  number: ['self > 1.0'],
  boolean: ['self', 'oldSelf == self'],
};

/** The schema with rules at about every third node. */
function ruled(schema: StructuralSchema, next: Random): StructuralSchema {
  const copy: StructuralSchema = { ...schema };
  const rules = RULES[schema.type ?? ''];
  if (rules && next.chance(0.3)) copy['x-kubernetes-validations'] = [{ rule: next.pick(rules), message: 'm' }];
  if (schema.properties)
    copy.properties = Object.fromEntries(
      Object.entries(schema.properties).map(([key, inner]) => [key, ruled(inner, next)]),
    );
  if (typeof schema.additionalProperties === 'object')
    copy.additionalProperties = ruled(schema.additionalProperties, next);
  if (schema.items) copy.items = ruled(schema.items, next);
  if (schema.allOf) copy.allOf = schema.allOf.map((branch) => ruled(branch, next));
  return copy;
}

function agree(schema: StructuralSchema, documents: number, next: Random) {
  const ajv = withRules(compileWithAjv(schema), schema);
  const ours = withRules(interpret(schema), schema);
  const keywords = new Set<string>();
  let [valid, left] = [0, false];
  for (let count = 0; count < documents; count += 1) {
    const document = randomDocument(schema, next);
    const theirs = judge(ajv, document);
    if (judge(ours, document).text !== theirs.text)
      // Only now, because a deep comparison of each pair would take most of the time.
      expect(judge(ours, document), JSON.stringify({ schema, document })).to.deep.equal(theirs);
    for (const { keyword } of theirs.errors) keywords.add(keyword);
    if (theirs.errors.length === 0) valid += 1;
    left ||= ajv.uncheckedRules !== undefined;
  }
  return { keywords, valid, invalid: documents - valid, documents, left };
}

function judge(validate: Validator, document: unknown) {
  const valid = validate(document);
  const errors = validate.errors ?? [];
  expect(valid).to.equal(errors.length === 0);
  return { errors, text: JSON.stringify([errors, validate.uncheckedRules]) };
}
