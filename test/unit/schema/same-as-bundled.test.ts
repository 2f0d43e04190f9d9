import { expect } from 'chai';
import { kubernetesOverFetch } from '../../../src/data-source/kubernetes.js';
import { MemoryCluster } from '../../../src/data-source/memory/cluster.js';
import { serveMemoryCluster } from '../../../src/data-source/memory/http.js';
import { BACKUP_STORAGES } from '../../../src/model/resources.js';
import { backupStorageSchema } from '../../../src/schema/bundled/backup-storage.js';
import { interpret } from '../../../src/schema/interpreter.js';
import type { SchemaError, StructuralSchema, Validator } from '../../../src/schema/types.js';
import { loadValidator } from '../../../src/schema/validator.js';
import { causesOf } from '../../../src/schema/wording.js';
import { random } from '../../fixtures/random.js';
import { randomDocument } from '../../fixtures/schema-fuzz.js';
import { recordedAnswers } from '../../fixtures/server-answers.js';

const ours = backupStorageSchema();

/** A copy in which every schema went through a function, members of schemas first. */
function mapped(schema: StructuralSchema, change: (schema: StructuralSchema) => StructuralSchema): StructuralSchema {
  const copy = { ...schema };
  if (schema.properties)
    copy.properties = Object.fromEntries(Object.entries(schema.properties).map(([k, v]) => [k, mapped(v, change)]));
  if (schema.items) copy.items = mapped(schema.items, change);
  if (typeof schema.additionalProperties === 'object')
    copy.additionalProperties = mapped(schema.additionalProperties, change);
  return change(copy);
}

const errorsOf = (validate: Validator, value: unknown): SchemaError[] => {
  expect(validate(value)).to.equal(!validate.errors);
  return [...(validate.errors ?? [])];
};

/** Errors of the validator that was made at build time have short paths into the schema: it shares its parts. */
const FAULTY = { spec: { deletionPolicy: 'Foo' } };
const isPrecompiled = (validate: Validator) => errorsOf(validate, FAULTY)[0]?.schemaPath === '#/enum';

const withoutPaths = (errors: readonly SchemaError[]) => errors.map(({ schemaPath: _path, ...error }) => error);
const inAnyOrder = (errors: readonly SchemaError[]) =>
  withoutPaths(errors)
    .map((error) => JSON.stringify(error, (_key, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value)))
    .sort();

function documents(schema: StructuralSchema, count: number): unknown[] {
  const next = random(7);
  const made = Array.from({ length: count }, () => randomDocument(schema, next));
  return [...recordedAnswers().map(({ request }) => request as unknown), ...made, null, 'x', { metadata: 3 }];
}

/** What a cluster with the CRD says of it: no titles, ObjectMeta by reference, the kind. */
async function schemaOfCluster(): Promise<StructuralSchema> {
  const serve = serveMemoryCluster(new MemoryCluster());
  const source = kubernetesOverFetch({
    fetch: (url, init) => serve(new Request(new URL(url as string, 'http://cluster.invalid'), init)),
  });
  const answer = await source.schema!(BACKUP_STORAGES);
  expect(answer.source).to.equal('openapi-v3');
  return answer.openAPIV3Schema as StructuralSchema;
}

describe('schema: one that says the same as ours', () => {
  it('has the validator that was compiled at build time', async () => {
    const plain = mapped(ours, ({ title: _title, description: _description, default: _default, ...rest }) => rest);
    expect(JSON.stringify(plain)).not.to.contain('"description":"');
    const validate = await loadValidator(plain);
    expect(isPrecompiled(validate)).to.be.true;
    expect(isPrecompiled(await loadValidator(ours))).to.be.true;
    for (const document of documents(ours, 500))
      expect(withoutPaths(errorsOf(validate, document))).to.deep.equal(
        withoutPaths(errorsOf(interpret(plain), document)),
      );
  });

  it('is what a cluster answers, whose description of the metadata is checked too', async () => {
    const schema = await schemaOfCluster();
    expect(schema.properties!['metadata']!.properties).to.include.keys('labels', 'ownerReferences');
    const validate = await loadValidator(schema);
    expect(isPrecompiled(validate)).to.be.true;
    const wrong = { ...FAULTY, kind: 3, metadata: { labels: { a: 1 }, ownerReferences: [{ controller: 'x' }] } };
    const interpreted = interpret(schema);
    for (const document of [wrong, ...documents(schema, 500)]) {
      expect(inAnyOrder(errorsOf(validate, document))).to.deep.equal(inAnyOrder(errorsOf(interpreted, document)));
      const causes = [validate, interpreted].map((each) =>
        causesOf(each.errors ?? [], document).map((cause) => JSON.stringify(cause)),
      );
      expect(causes[0]!.sort()).to.deep.equal(causes[1]!.sort());
    }
    expect(errorsOf(validate, wrong).map(({ instancePath }) => instancePath)).to.deep.equal([
      '/kind',
      '/metadata/labels/a',
      '/metadata/ownerReferences/0/controller',
      '/spec/deletionPolicy',
    ]);
  });

  it('may have its members in another order', async () => {
    const reversed = mapped(ours, (schema) => {
      const turned = Object.fromEntries(Object.entries(schema).reverse()) as StructuralSchema;
      if (schema.properties) turned.properties = Object.fromEntries(Object.entries(schema.properties).reverse());
      return turned;
    });
    const validate = await loadValidator(reversed);
    expect(isPrecompiled(validate)).to.be.true;
    const interpreted = interpret(reversed);
    for (const document of documents(ours, 200))
      expect(inAnyOrder(errorsOf(validate, document))).to.deep.equal(inAnyOrder(errorsOf(interpreted, document)));
  });

  it('is told from one that says anything else, wherever that is', async () => {
    const changes: [string, (schema: StructuralSchema) => StructuralSchema][] = [
      [
        'a new field',
        (s) => (s.properties?.['s3'] ? { ...s, properties: { ...s.properties, newer: { type: 'object' } } } : s),
      ],
      ['an enum', (s) => (s.enum ? { ...s, enum: [...s.enum, 'Other'] } : s)],
      ['a requirement', (s) => (s.properties?.['bucket'] ? { ...s, required: ['bucket'] } : s)],
      ['a format', (s) => (s.format === 'int32' ? { ...s, format: 'int64' } : s)],
    ];
    for (const [what, change] of changes) {
      const schema = mapped(ours, change);
      expect(JSON.stringify(schema), what).not.to.equal(JSON.stringify(ours));
      expect(isPrecompiled(await loadValidator(schema)), what).to.be.false;
    }
  });

  it('brings its own defaults, list types and rules, which are no part of what is compiled', async () => {
    const rules = [{ rule: '!has(self.default)', message: 'no' }];
    const spec = { ...ours.properties!['spec']!, 'x-kubernetes-validations': rules };
    const schema = { ...ours, properties: { ...ours.properties, spec } };
    const validate = await loadValidator(schema);
    expect(isPrecompiled(validate)).to.be.true;
    const value = { spec: { default: true } };
    validate(value);
    expect(causesOf(validate.errors!, value).map(({ field, message }) => `${field} ${message}`)).to.deep.equal([
      'spec Invalid value: "object": no',
    ]);
  });

  it('is recognised in a moment', async () => {
    const copies = Array.from({ length: 5 }, () => mapped(ours, (schema) => schema));
    await loadValidator(mapped(ours, (schema) => schema));
    const times: number[] = [];
    for (const copy of copies) {
      const start = performance.now();
      await loadValidator(copy);
      times.push(performance.now() - start);
    }
    // The best of some: other work of the machine is no fault of ours.
    expect(Math.min(...times)).to.be.lessThan(50);
  });
});
