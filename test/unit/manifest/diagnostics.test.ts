import { expect } from 'chai';
import { en } from '../../../src/locales/en/index.js';
import type { KnownKind, SchemaOf } from '../../../src/manifest/assist-kinds.js';
import { diagnose, placeOf, type DiagnoseOptions } from '../../../src/manifest/diagnostics.js';
import { readManifest } from '../../../src/manifest/parse.js';
import { MASK } from '../../../src/manifest/redact.js';
import { toJson, type ManifestFormat } from '../../../src/manifest/serialize.js';
import { BACKUP_STORAGES } from '../../../src/model/resources.js';
import { backupStorageSchema } from '../../../src/schema/bundled/backup-storage.js';
import { interpret } from '../../../src/schema/interpreter.js';
import type { StructuralSchema } from '../../../src/schema/types.js';
import { MANIFESTS } from './expected-manifests.js';

const schema = backupStorageSchema();
const bundled: KnownKind = { schema, validate: interpret(schema) };
const schemaOf: SchemaOf = ({ kind }) => (kind === 'BackupStorage' ? bundled : undefined);

const SECRET = 'dummy-value-5c1e';
const STORAGE = `apiVersion: storage.kubestash.com/v1alpha1
kind: BackupStorage
metadata:
  name: lab
  namespace: demo
spec:
  storage:
    provider: s3
    s3:
      endpoint: https://minio:9000
      bucket: lab
      region: us-east-1
      secretName: lab-cred
  usagePolicy:
    allowedNamespaces:
      from: Same
  deletionPolicy: Delete
`;

/** What is found, each as `line:column severity what it points at | message`. */
function found(text: string, options: DiagnoseOptions = {}, format: ManifestFormat = 'yaml'): string[] {
  const read = readManifest(text, format);
  return diagnose(read, { schemaOf, ...options }).map(({ line, column, from, to, severity, message }) => {
    const before = text.slice(0, from).split('\n');
    expect([line, column], 'line and column of the offset').to.deep.equal([before.length, before.at(-1)!.length + 1]);
    return `${line}:${column} ${severity} ${text.slice(from, to)} | ${message}`;
  });
}
const changed = (from: string, to: string, options?: DiagnoseOptions) => {
  expect(STORAGE).to.contain(from);
  return found(STORAGE.replace(from, to), options);
};
const pair: DiagnoseOptions = { type: BACKUP_STORAGES };

describe('manifest: diagnostics', () => {
  for (const [name, yaml] of Object.entries(MANIFESTS))
    it(`finds nothing wrong with the ${name} manifest`, () => {
      expect(found(yaml, pair)).to.deep.equal([]);
      expect(found(toJson(readManifest(yaml, 'yaml').objects), pair, 'json')).to.deep.equal([]);
    });

  it('passes on the faults of the syntax, and nothing else', () => {
    expect(found('a: 1\na: 2\n')).to.deep.equal(['2:1 error a | This key is there already.']);
    expect(found(STORAGE.replace('  usage', '\tusage'))[0]).to.contain('error \t | Tabs cannot indent.');
    expect(changed('bucket: lab', 'bucket: yes')).to.deep.equal([
      '11:15 error yes | Without quotes Kubernetes reads this as a number, true, false or nothing.',
    ]);
    expect(changed('bucket: lab', 'bucket: lab\n      prefix: "x')).to.have.length(1);
  });

  it('points at the value that the schema refuses', () => {
    expect(changed('deletionPolicy: Delete', 'deletionPolicy: Keep # soon')).to.deep.equal([
      '17:19 error Keep | spec.deletionPolicy: Unsupported value: "Keep": supported values: "Delete", "WipeOut"',
    ]);
    expect(changed('bucket: lab', 'bucket: 7')).to.deep.equal([
      '11:15 error 7 | spec.storage.s3.bucket: Invalid value: "integer": spec.storage.s3.bucket in body must be of type string: "integer"',
    ]);
    const json = toJson(readManifest(STORAGE.replace('from: Same', 'from: Some'), 'yaml').objects);
    expect(found(json, {}, 'json')).to.have.length(1);
    expect(found(json, {}, 'json')[0]).to.match(/^\d+:17 error "Some" \| /);
  });

  it('points at the key of an object that is refused as a whole', () => {
    expect(changed('endpoint: https://minio:9000', 'endpoint:\n        a: b')).to.have.length(1);
    expect(changed('endpoint: https://minio:9000', 'endpoint:\n        a: b')[0]).to.match(/^10:7 error endpoint \| /);
  });

  it('points at the parent of what is missing', () => {
    const known: StructuralSchema = {
      type: 'object',
      properties: {
        spec: {
          type: 'object',
          required: ['a'],
          properties: {
            a: { type: 'string' },
            list: {
              type: 'array',
              'x-kubernetes-list-type': 'map',
              'x-kubernetes-list-map-keys': ['name'],
              items: {
                type: 'object',
                required: ['name'],
                properties: { name: { type: 'string' }, value: { type: 'string' } },
              },
            },
            set: { type: 'array', 'x-kubernetes-list-type': 'set', items: { type: 'string' } },
          },
        },
      },
    };
    const own: DiagnoseOptions = { schemaOf: () => ({ schema: known, validate: interpret(known) }) };
    const head = 'apiVersion: x/v1\nkind: X\n';
    expect(found(`${head}spec:\n  set: []\n`, own)).to.deep.equal(['3:1 error spec | spec.a is required.']);
    expect(found(`${head}spec: {a: x, list: [{value: z}]}`, own)).to.deep.equal([
      '3:22 error value | spec.list[0].name is required.',
    ]);
    const twice = `${head}spec:\n  a: x\n  list:\n    - name: nn\n    - value: z\n      name: nn\n  set: [a, b, a]\n`;
    expect(found(twice, own)).to.deep.equal([
      '7:7 error value | spec.list[1]: Duplicate value: map[string]interface {}{"name":"nn"}',
      '9:15 error a | spec.set[2]: Duplicate value: "a"',
    ]);
    const rootless: StructuralSchema = { ...known, required: ['spec'] };
    expect(found(head, { schemaOf: () => ({ schema: rootless, validate: interpret(rootless) }) })).to.deep.equal([
      '1:1 error apiVersion | spec is required.',
    ]);
  });

  it('warns of fields that the server drops, with the name that was meant', () => {
    expect(changed('bucket: lab', 'bucket: lab\n      buckett: x')).to.deep.equal([
      `12:7 warning buckett | ${en.fieldDropped('spec.storage.s3.buckett', 'bucket')}`,
    ]);
    expect(changed('deletionPolicy', 'deltionPolicy')[0]).to.contain('Did you mean deletionPolicy?');
    expect(changed('bucket: lab', 'bucket: lab\n      zzz: {a: 1}')).to.deep.equal([
      `12:7 warning zzz | ${en.fieldDropped('spec.storage.s3.zzz', '')}`,
    ]);
    expect(changed('  namespace: demo', '  namespace: demo\n  nmespace: x')[0]).to.contain('6:3 warning nmespace');
    expect(changed('kind: BackupStorage', 'kind: BackupStorage\nspek: {}')[0]).to.contain('Did you mean spec?');
    expect(found('apiVersion: v1\nkind: Secret\nmetadata: {name: a}\nstringdata: {a: b}\n')[0]).to.contain(
      'stringData?',
    );
  });

  it('gives each fault of the pair its place', () => {
    const wrong = (from: string, to: string) => changed(from, to, pair);
    expect(wrong('kind: BackupStorage', 'kind: BackupStorrage')[0]).to.match(/^2:7 error BackupStorrage \| Only a /);
    expect(wrong('v1alpha1', 'v1')[0]).to.match(/^1:13 error storage.kubestash.com\/v1 \| /);
    expect(wrong('      secretName: lab-cred\n', '      secretName: lab-cred\n    gcs: {bucket: x}\n')).to.deep.equal([
      `14:5 error gcs | ${en.blockOfAnother('gcs', 's3')}`,
    ]);
    expect(wrong('provider: s3', 'provider: gcs')).to.deep.equal([
      `7:3 error storage | ${en.blockMissing('gcs')}`,
      `9:5 error s3 | ${en.blockOfAnother('s3', 'gcs')}`,
    ]);
    expect(wrong('  usagePolicy:\n    allowedNamespaces:\n      from: Same\n', '  usagePolicy: {}\n')).to.deep.equal([
      `14:3 error usagePolicy | ${en.usagePolicyIncomplete}`,
    ]);
    expect(wrong('  name: lab\n', '')).to.deep.equal([`3:1 error metadata | ${en.required('metadata.name')}`]);
    expect(wrong('    provider: s3\n', '')).to.deep.equal([
      `7:3 error storage | ${en.required('spec.storage.provider')}`,
    ]);
    expect(found(`${STORAGE}---\n${STORAGE}`, pair)[0]).to.match(/^20:7 error BackupStorage \| One BackupStorage/);
    const secret = `apiVersion: v1\nkind: Secret\nmetadata:\n  name: other\n  namespace: prod\n---\n`;
    expect(found(secret + STORAGE, pair)).to.deep.equal([
      `5:14 error prod | ${en.secretElsewhere}`,
      '19:19 error lab-cred | spec.storage.s3.secretName must name the Secret other.',
    ]);
    expect(found(secret, pair)).to.have.length(1);
    // Without a kind that is to be created the objects need not be a pair.
    expect(found(`${STORAGE}---\n${STORAGE}`)).to.deep.equal([]);
  });

  it('looks at names, labels and the values of a Secret, which no schema does', () => {
    expect(changed('name: lab', 'name: Lab_1')[0]).to.match(/^4:9 error Lab_1 \| metadata.name: /);
    expect(changed('  name: lab', '  name: lab\n  labels: {team: 1, "a b": x}')).to.have.length(2);
    expect(changed('  name: lab', '  name: lab\n  labels: {team: 1}')).to.deep.equal([
      `5:18 error 1 | ${en.textExpected('metadata.labels.team')}`,
    ]);
    const secret = `apiVersion: v1\nkind: Secret\nmetadata: {name: a}\ndata:\n  A: ${SECRET}!\n  B: YWJj\nstringData:\n  C: 12\n`;
    expect(found(secret)).to.deep.equal([
      `5:6 error ${SECRET}! | ${en.base64Expected('data.A')}`,
      `8:6 error 12 | ${en.textExpected('stringData.C')}`,
    ]);
  });

  it('says a mask that stands for nothing, and takes none for a value', () => {
    const text = `apiVersion: v1\nkind: Secret\nmetadata: {name: lab-cred, namespace: demo}\ndata:\n  A: ${MASK}\n  B: ${MASK}\n---\n${STORAGE}`;
    const read = readManifest(text, 'yaml');
    const objects = read.objects.map((object) =>
      'data' in object ? { ...object, data: { A: 'YQ==', B: MASK } } : object,
    );
    const said = diagnose(read, { schemaOf, type: BACKUP_STORAGES, objects });
    expect(said.map(({ line, message, document, path }) => [line, message, document, path])).to.deep.equal([
      [6, en.maskWithoutValue('B'), 0, ['data', 'B']],
    ]);
  });

  it('never quotes a value of a Secret', () => {
    const strict: StructuralSchema = {
      type: 'object',
      properties: {
        stringData: { type: 'object', additionalProperties: { type: 'string', enum: ['x'], maxLength: 3 } },
        data: { type: 'string' },
      },
    };
    const own = { schemaOf: () => ({ schema: strict, validate: interpret(strict) }), type: BACKUP_STORAGES };
    for (const text of [
      `apiVersion: v1\nkind: Secret\nstringData: {A: ${SECRET}}\ndata: {B: "${SECRET}"}\n`,
      `kind: Secret\nstringData:\n  A: ${SECRET}\n`,
      `apiVersion: v9\nkind: Secre\nstringData:\n  A: ${SECRET}\n  - ${SECRET}\n`,
      `apiVersion: v1\nkind: Secret\ndata: ${SECRET}\nstringData: [${SECRET}]\n`,
    ]) {
      const said = diagnose(readManifest(text, 'yaml'), own);
      expect(said, text).not.to.be.empty;
      expect(JSON.stringify(said.map(({ message }) => message))).not.to.contain(SECRET);
    }
  });

  it('finds the place of any field of any object, in YAML and in JSON', () => {
    const yaml = `apiVersion: v1\nkind: List\nitems:\n- kind: A\n  base: &b {x: [1, {"y z": 2}]}\n  copy: *b\n---\nkind: B\nempty:\n`;
    const read = readManifest(yaml, 'yaml');
    const at = (...args: [number, (string | number)[], ('key' | 'value')?]) => {
      const place = placeOf(read, ...args);
      return place && `${place.line}:${place.column} ${yaml.slice(place.from, place.to)}`;
    };
    expect(at(0, ['base', 'x', 1, 'y z'])).to.equal('5:28 2');
    expect(at(0, ['base', 'x', 1, 'y z'], 'key')).to.equal('5:21 "y z"');
    expect(at(0, ['base', 'x', 0])).to.equal('5:17 1');
    expect(at(0, ['copy', 'x', 0])).to.equal('6:3 copy');
    expect(at(0, [])).to.equal('4:3 kind');
    expect(at(1, ['empty'])).to.equal('9:1 empty');
    expect(at(1, ['not', 'there'])).to.equal('8:1 kind');
    expect(at(2, ['kind'])).to.equal(undefined);
    const json = '{"kind": "List", "apiVersion": "v1", "items": [{"kind": "A", "a": [{"b": "c"}]}]}';
    const place = placeOf(readManifest(json, 'json'), 0, ['a', 0, 'b'])!;
    expect(json.slice(place.from, place.to)).to.equal('"c"');
  });

  it('reads a text of 5,000 lines in a moment', () => {
    const env = Array.from({ length: 2480 }, (_, at) => `        - name: V${at}\n          value: "${at}"\n`).join('');
    const text = `${STORAGE}  runtimeSettings:\n    container:\n      env:\n${env}`;
    const read = readManifest(text, 'yaml');
    const start = performance.now();
    expect(diagnose(read, { schemaOf, ...pair })).to.deep.equal([]);
    expect(performance.now() - start).to.be.below(1000);
  });
});
