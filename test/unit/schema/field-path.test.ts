import { expect } from 'chai';
import { backupStorageSchema } from '../../../src/schema/bundled/backup-storage.js';
import {
  causesOfMessage,
  fieldsOfStrictError,
  formatServerPath,
  isNotice,
  parseServerPath,
  pathOfCause,
  pathToPointer,
  pointerToPath,
  schemaAt,
} from '../../../src/schema/field-path.js';
import type { FieldPath, StructuralSchema } from '../../../src/schema/types.js';
import { recordedAnswers } from '../../fixtures/server-answers.js';

const schema = backupStorageSchema();
const LIMITS = ['spec', 'runtimeSettings', 'container', 'resources', 'limits'];
const string: StructuralSchema = { type: 'string' };

describe('schema: paths of fields', () => {
  it('turns a JSON pointer into a path and back', () => {
    const path = ['spec', 'env', 0, 'a/b', 'x~y'];
    expect(pathToPointer(path)).to.equal('/spec/env/0/a~1b/x~0y');
    expect(pointerToPath('/spec/env/0/a~1b/x~0y')).to.deep.equal(path);
    expect(pointerToPath('')).to.deep.equal([]);
  });

  it('tells a map key from an index by the value', () => {
    expect(pointerToPath('/a/0', { a: { 0: 'x' } })).to.deep.equal(['a', '0']);
    expect(pointerToPath('/a/0', { a: ['x'] })).to.deep.equal(['a', 0]);
    expect(pointerToPath('/a/01')).to.deep.equal(['a', '01']);
  });

  it('finds the schema of a field', () => {
    expect(schemaAt(schema, [])).to.equal(schema);
    expect(schemaAt(schema, ['spec', 'deletionPolicy'])?.enum).to.deep.equal(['Delete', 'WipeOut']);
    const env = schemaAt(schema, ['spec', 'runtimeSettings', 'container', 'env', 0, 'name']);
    expect(env?.type).to.equal('string');
    expect(schemaAt(schema, [...LIMITS, 'nvidia.com/gpu'])?.['x-kubernetes-int-or-string']).to.equal(true);
    expect(schemaAt(schema, ['spec', 'foo', 'bar'])).to.equal(undefined);
    expect(schemaAt(schema, ['toString'])).to.equal(undefined);
  });

  it('writes a path as the server does', () => {
    expect(formatServerPath(['spec', 'env', 0, 'name'])).to.equal('spec.env[0].name');
    expect(formatServerPath([...LIMITS, 'nvidia.com/gpu'])).to.equal(`${LIMITS.join('.')}.nvidia.com/gpu`);
    expect(formatServerPath([])).to.equal('');
    const lists = { type: 'object', properties: { a: { type: 'array', items: { type: 'object' } } } } as const;
    expect(formatServerPath(['a', '0', 1], lists)).to.equal('a[0].1');
  });
});

describe("schema: the server's paths", () => {
  const places: [field: string, path: FieldPath | undefined, value?: unknown][] = [
    ['spec.runtimeSettings.container.env[0].name', ['spec', 'runtimeSettings', 'container', 'env', 0, 'name']],
    [`${LIMITS.join('.')}.nvidia.com/gpu`, [...LIMITS, 'nvidia.com/gpu']],
    ['spec', ['spec']],
    ['.spec.storage.provider', ['spec', 'storage', 'provider']],
    ['metadata.name', ['metadata', 'name']],
    ['metadata.labels', ['metadata', 'labels']],
    ['metadata.labels.a.b/c', ['metadata', 'labels', 'a.b/c']],
    ['metadata.ownerReferences[0].uid', ['metadata', 'ownerReferences', 0, 'uid']],
    ['kind', ['kind']],
    // A field that the schema does not know, but the object has.
    ['spec.local', ['spec', 'local'], { spec: { local: {} } }],
    ['spec.local', undefined],
    ['spec.a.b', ['spec', 'a.b'], { spec: { a: { b: 1 }, 'a.b': 1 } }],
    ['spec.a.b', ['spec', 'a', 'b'], { spec: { a: { b: 1 } } }],
    ['spec[0]', ['spec', 0], { spec: [1] }],
    ['fieldValidation', undefined],
    ['<nil>', undefined],
    ['', undefined],
  ];
  for (const [field, path, value] of places)
    it(`places ${field || 'nothing'}${value ? ' by the object' : ''}`, () =>
      expect(parseServerPath(field, schema, value)).to.deep.equal(path));

  it('prefers the longest key that the object has', () => {
    const map: StructuralSchema = {
      type: 'object',
      additionalProperties: { type: 'object', properties: { c: string } },
    };
    const root: StructuralSchema = { type: 'object', properties: { map } };
    expect(parseServerPath('map.a.b.c', root, { map: { 'a.b': {}, a: {} } })).to.deep.equal(['map', 'a.b', 'c']);
    expect(parseServerPath('map.a.b.c', root, { map: { 'a.b.c': {} } })).to.deep.equal(['map', 'a.b.c']);
    // Without the object: the first way that the schema knows to its end.
    expect(parseServerPath('map.a.b.c', root)).to.deep.equal(['map', 'a.b', 'c']);
    expect(parseServerPath('map.a.b', root)).to.deep.equal(['map', 'a.b']);
  });

  it('takes brackets for an index in a list and for a key in a map', () => {
    const map: StructuralSchema = { type: 'object', additionalProperties: { type: 'array', items: string } };
    const root: StructuralSchema = { type: 'object', properties: { map } };
    expect(parseServerPath('map[x/y.z][2]', root)).to.deep.equal(['map', 'x/y.z', 2]);
    expect(parseServerPath('map[a]b]', root, { map: { 'a]b': [] } })).to.deep.equal(['map', 'a]b']);
    expect(parseServerPath('map.a[b', root, { map: { 'a[b': [] } })).to.deep.equal(['map', 'a[b']);
  });

  it('finds the items that server-side apply names by key or value', () => {
    const port = { type: 'object', properties: { name: string, port: { type: 'integer' } } } as const;
    const list = (items: StructuralSchema): StructuralSchema => ({ type: 'array', items });
    const root: StructuralSchema = { type: 'object', properties: { ports: list(port), set: list(string) } };
    const value = { ports: [{ name: 'a', port: 1 }, { name: 'x]y', port: 80 }], set: ['p', 'q'] }; // prettier-ignore
    expect(parseServerPath('.ports[name="x]y",port=80].port', root, value)).to.deep.equal(['ports', 1, 'port']);
    expect(parseServerPath('.set[="q"]', root, value)).to.deep.equal(['set', 1]);
    expect(parseServerPath('.ports[name="z"].port', root, value)).to.equal(undefined);
  });

  it('does not run away with a schema that contains itself', () => {
    const node: StructuralSchema = { type: 'object', properties: { name: string } };
    node.properties!['child'] = node;
    expect(parseServerPath('child.child.name', node)).to.deep.equal(['child', 'child', 'name']);
  });
});

describe("schema: the server's causes", () => {
  // Options of the request, not fields of the object.
  const ELSEWHERE = ['bad fieldValidation value', 'bad dryRun value'];

  for (const { name, request, causes } of recordedAnswers()) {
    if (!causes) continue;
    it(`places each cause of: ${name}`, () => {
      for (const cause of causes) {
        const path = pathOfCause(cause, schema, request);
        if (ELSEWHERE.includes(name)) expect(path).to.equal(undefined);
        else if (cause.field.startsWith('spec') || cause.field.startsWith('.')) {
          expect(formatServerPath(path!)).to.equal(cause.field.replace(/^\./, ''));
          expect(schemaAt(schema, path!)).to.not.equal(undefined);
        } else expect(path, cause.message).to.not.equal(undefined);
      }
    });
  }

  const labelled = (labels: Record<string, string>) => ({ metadata: { labels } });
  const cause = (quoted: string) => ({
    field: 'metadata.labels',
    message: `Invalid value: ${quoted}: a valid label …`,
  });

  it('finds the label by the key or the value that the message quotes', () => {
    const value = labelled({ 'a b': '1', good: 'bad value!' });
    expect(pathOfCause(cause('"a b"'), schema, value)).to.deep.equal(['metadata', 'labels', 'a b']);
    expect(pathOfCause(cause('"bad value!"'), schema, value)).to.deep.equal(['metadata', 'labels', 'good']);
    expect(pathOfCause(cause('"no such"'), schema, value)).to.deep.equal(['metadata', 'labels']);
  });

  it('does not guess between labels of the same value', () => {
    const value = labelled({ one: 'bad!', two: 'bad!' });
    expect(pathOfCause(cause('"bad!"'), schema, value)).to.deep.equal(['metadata', 'labels']);
  });

  it('reads the path in the message of a cause without a field', () => {
    const port = 'spec.runtimeSettings.container.livenessProbe.httpGet.port';
    const message = `Invalid value: "": "${port}" must validate at least one schema (anyOf)`;
    for (const field of ['<nil>', '', undefined])
      expect(pathOfCause({ field, message }, schema)?.join('.'), String(field)).to.equal(port);
    expect(causesOfMessage(message)).to.deep.equal([{ field: port, message, reason: 'FieldValueInvalid' }]);
    const not = 'Invalid value: "": "spec.storage" must not validate the schema (not)';
    expect(causesOfMessage(not)[0]?.field).to.equal('spec.storage');
  });

  it('reads the fields that strict validation refuses', () => {
    const message =
      'BackupStorage in version "v1alpha1" cannot be handled as a BackupStorage: strict decoding error: ' +
      'unknown field "metadata.foo", duplicate field "spec.storage.provider", unknown field "spec.a.b"';
    expect(fieldsOfStrictError(message)).to.deep.equal([
      { field: 'metadata.foo', kind: 'unknown' },
      { field: 'spec.storage.provider', kind: 'duplicate' },
      { field: 'spec.a.b', kind: 'unknown' },
    ]);
    expect(causesOfMessage(message).map(({ field }) => field)).to.deep.equal([
      'metadata.foo',
      'spec.storage.provider',
      'spec.a.b',
    ]);
    expect(fieldsOfStrictError('unknown field "spec.foo"')).to.deep.equal([{ field: 'spec.foo', kind: 'unknown' }]);
    expect(fieldsOfStrictError('something else')).to.deep.equal([]);
  });

  it('reads the other shapes of such answers', () => {
    const fields = (name: string) => {
      const { message, causes } = recordedAnswers().find((answer) => answer.name === name)!;
      return causesOfMessage(causes?.[0]?.message ?? message!).map(({ field }) => field);
    };
    expect(fields('merge-patch unknown strict')).to.deep.equal(['spec.storage.foo']);
    expect(fields('duplicate key strict')).to.deep.equal(['spec.storage.provider']);
    expect(fields('duplicate key yaml strict')).to.deep.equal(['default']);
    expect(fields('apply patch unknown field')).to.deep.equal(['.spec.storage.foo']);
    expect(fields('label non-string')).to.deep.equal(['metadata.labels']);
    expect(fields('PUT no rv')).to.deep.equal([]);
  });

  it('drops the notice that rules were not checked', () => {
    const message =
      'Invalid value: "null": some validation rules were not checked because the object was invalid; ' +
      'correct the existing errors to complete validation';
    expect(isNotice(message)).to.be.true;
    expect(causesOfMessage(message)).to.deep.equal([]);
    expect(pathOfCause({ field: '<nil>', message }, schema)).to.equal(undefined);
  });
});
