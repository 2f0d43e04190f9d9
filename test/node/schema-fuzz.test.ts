import { expect } from 'chai';
import { compileWithAjv } from '../../src/schema/ajv.js';
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
});

function agree(schema: StructuralSchema, documents: number, next: Random) {
  const ajv = compileWithAjv(schema);
  const ours = interpret(schema);
  const keywords = new Set<string>();
  let valid = 0;
  for (let count = 0; count < documents; count += 1) {
    const document = randomDocument(schema, next);
    const theirs = judge(ajv, document);
    if (judge(ours, document).text !== theirs.text)
      // Only now, because a deep comparison of each pair would take most of the time.
      expect(judge(ours, document).errors, JSON.stringify({ schema, document })).to.deep.equal(theirs.errors);
    for (const { keyword } of theirs.errors) keywords.add(keyword);
    if (theirs.errors.length === 0) valid += 1;
  }
  return { keywords, valid, invalid: documents - valid, documents };
}

function judge(validate: Validator, document: unknown) {
  const valid = validate(document);
  const errors = validate.errors ?? [];
  expect(valid).to.equal(errors.length === 0);
  return { errors, text: JSON.stringify(errors) };
}
