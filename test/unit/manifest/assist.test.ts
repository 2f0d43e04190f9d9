import { expect } from 'chai';
import { completionsAt, hoverAt, type SchemaOf } from '../../../src/manifest/assist.js';
import { nearest } from '../../../src/manifest/assist-nearest.js';
import { diagnose } from '../../../src/manifest/diagnostics.js';
import { readManifest } from '../../../src/manifest/parse.js';
import type { ManifestFormat } from '../../../src/manifest/serialize.js';
import { backupStorageSchema } from '../../../src/schema/bundled/backup-storage.js';
import { interpret } from '../../../src/schema/interpreter.js';
import { MANIFESTS } from './expected-manifests.js';

const schema = backupStorageSchema();
const schemaOf: SchemaOf = ({ kind }) => (kind === 'BackupStorage' ? { schema } : undefined);
const HEAD = 'apiVersion: storage.kubestash.com/v1alpha1\nkind: BackupStorage\n';

/** The cursor is at the bar. */
function at(marked: string): [text: string, offset: number] {
  const offset = marked.indexOf('|');
  return [marked.slice(0, offset) + marked.slice(offset + 1), offset];
}

function labels(marked: string, format: ManifestFormat = 'yaml'): string[] {
  return completionsAt(...swap(at(marked), format), { schemaOf })?.options.map(({ label }) => label) ?? [];
}
const swap = ([text, offset]: [string, number], format: ManifestFormat) => [text, format, offset] as const;

/** The text after one of the completions was taken, with a bar for the cursor. */
function taken(marked: string, label: string, format: ManifestFormat = 'yaml'): string {
  const [text, offset] = at(marked);
  const found = completionsAt(text, format, offset, { schemaOf });
  const option = found?.options.find((one) => one.label === label);
  if (!found || !option) throw new Error(`${label} is not offered in ${marked}`);
  const { insert, cursor = insert.length } = option;
  return `${text.slice(0, found.from)}${insert.slice(0, cursor)}|${insert.slice(cursor)}${text.slice(found.to)}`;
}

describe('manifest: completions', () => {
  it('offers the fields that are not there yet, what is required first', () => {
    expect(labels(`${HEAD}|`)).to.deep.equal(['metadata', 'spec']);
    expect(labels(`${HEAD}|\nmetadata:\n  name: a\n`)).to.deep.equal(['spec']);
    expect(labels(`${HEAD}metadata:\n  name: a\n  |\n`)).to.include.members(['namespace', 'labels']);
    expect(labels(`${HEAD}metadata:\n  name: a\n  |\n`)).not.to.include.members(['name', 'uid']);
    expect(labels('|')).to.deep.equal(['apiVersion', 'kind', 'metadata']);
    expect(labels(`${HEAD}spec:\n  storage:\n    |`)[0]).to.equal('provider');
    expect(labels(`${HEAD}spec:\n  deletionPolicy: Delete\n  stor|\n  usagePolicy: {}\n`)).to.have.members([
      'storage',
      'default',
      'runtimeSettings',
    ]);
  });

  it('offers the block of the chosen provider only', () => {
    expect(labels(`${HEAD}spec:\n  storage:\n    provider: gcs\n    |`)).to.deep.equal(['gcs']);
    expect(labels(`${HEAD}spec:\n  storage:\n    |\n    provider: s3`)).to.deep.equal(['s3']);
    expect(labels(`${HEAD}spec:\n  storage:\n    |`)).to.include.members(['s3', 'gcs', 'azure', 'local']);
  });

  it('writes what belongs behind a key', () => {
    const spec = `${HEAD}spec:\n`;
    expect(taken(`${spec}  del|`, 'deletionPolicy')).to.equal(`${spec}  deletionPolicy: |`);
    expect(taken(`${spec}  sto|`, 'storage')).to.equal(`${spec}  storage:\n    |`);
    expect(taken(`${spec}  storage:\n    provider: s3\n    |`, 's3')).to.equal(
      `${spec}  storage:\n    provider: s3\n    s3:\n      |`,
    );
    const container = `${spec}  runtimeSettings:\n    container:\n`;
    expect(taken(`${container}      |`, 'env')).to.equal(`${container}      env:\n        - |`);
    expect(taken(`${container}      env:\n        - na|`, 'name')).to.equal(
      `${container}      env:\n        - name: |`,
    );
    // A key that has its colon is only renamed.
    expect(taken(`${spec}  del|: Delete`, 'deletionPolicy')).to.equal(`${spec}  deletionPolicy|: Delete`);
    expect(taken(`${spec}  storage: {prov|}`, 'provider')).to.equal(`${spec}  storage: {provider: |}`);
  });

  it('offers values', () => {
    const spec = `${HEAD}spec:\n`;
    expect(labels(`${spec}  deletionPolicy: |`)).to.deep.equal(['Delete', 'WipeOut']);
    expect(labels(`${spec}  deletionPolicy: Wi|\n  default: true`)).to.deep.equal(['Delete', 'WipeOut']);
    expect(labels(`${spec}  default: |`)).to.deep.equal(['true', 'false']);
    expect(taken(`${spec}  deletionPolicy:|`, 'Delete')).to.equal(`${spec}  deletionPolicy: Delete|`);
    expect(taken(`${spec}  deletionPolicy: "D|"`, 'Delete')).to.equal(`${spec}  deletionPolicy: "Delete"|`);
    expect(taken(`${spec}  deletionPolicy: 'D|`, 'Delete')).to.equal(`${spec}  deletionPolicy: 'Delete'|`);
    expect(taken(`${spec}  deletionPolicy:\n    |`, 'Delete')).to.equal(`${spec}  deletionPolicy:\n    Delete|`);
    expect(labels(`${spec}  storage:\n    provider: |`)).to.have.members(['s3', 'gcs', 'azure', 'local']);
    expect(labels(`apiVersion: |`)).to.include('storage.kubestash.com/v1alpha1');
    expect(labels(`apiVersion: v1\nkind: |`)).to.deep.equal(['Secret']);
    expect(labels(`kind: BackupStorage\napiVersion: |`)).to.deep.equal(['storage.kubestash.com/v1alpha1']);
  });

  it('offers nothing where nothing is known', () => {
    const spec = `${HEAD}spec:\n`;
    for (const text of [
      `${HEAD}metadata:\n  name: |`,
      `${HEAD}metadata:\n  labels:\n    |`,
      `${spec}  # a com|ment`,
      `${spec}  storage: |`,
      `${spec}  deletionPolicy: Delete # |`,
      'kind: ConfigMap\napiVersion: v1\ndata:\n  |',
      `${HEAD}metadata:\n  annotations:\n    a: |\n      b\n`.replace('a: |\n', 'a: >\n').replace('b\n', 'b|\n'),
    ])
      expect(labels(text), text).to.deep.equal([]);
  });

  it('knows lists, their items, documents and Lists', () => {
    const env = `${HEAD}spec:\n  runtimeSettings:\n    container:\n      env:\n`;
    expect(labels(`${env}      - |`)).to.deep.equal(['name', 'value', 'valueFrom']);
    expect(labels(`${env}      - name: A\n        |`)).to.deep.equal(['value', 'valueFrom']);
    expect(labels(`${env}      - |\n        name: A\n`)).to.include('value');
    expect(labels(`${env}      - name: A\n      - val|\n        name: B\n`)).to.include.members(['value']);
    expect(labels(`${env}      - name: A\n      |`)).to.include('resources');
    expect(labels(`apiVersion: v1\nkind: Secret\n|\n---\n${HEAD}spec: {}\n`)).to.include('stringData');
    expect(labels(`kind: Secret\n---\n${HEAD}spec:\n  |\n---\nkind: Secret`)).to.include('deletionPolicy');
    expect(labels(`kind: List\nitems:\n- kind: BackupStorage\n  |`)).to.include('spec');
    expect(labels(`kind: List\nitems:\n- spec:\n    |\n  kind: BackupStorage\n`)).to.include('deletionPolicy');
  });

  it('is not put off by what is half written, or written in unusual ways', () => {
    expect(labels(`${HEAD}metadata: {name: [a\nspec:\n  |`)).to.include('storage');
    expect(labels(`${HEAD}metadata:\n  name: "a\nspec:\n  |`)).to.include('storage');
    expect(
      labels(`${HEAD}metadata:\n  annotations:\n    a: |2\n      spec:\n        x: y\nspec:\n  |`.replace('|2', '>2')),
    ).to.include('storage');
    expect(labels(`"kind": 'BackupStorage'\n"spec" :\n    |`)).to.include('storage');
    expect(labels(`${HEAD}spec: &a !!map\n  |`)).to.include('storage');
    expect(labels(`${HEAD}spec:\r\n  storage:\r\n    |\r\n`)).to.include('provider');
    expect(labels(`${HEAD}a: "b\n  c: d\n  e"\nspec:\n  |`)).to.include('storage');
    expect(labels(`${HEAD}\t\nspec:\n  x\n  |`)).to.include('storage');
  });

  it('completes JSON, with its quotes and commas', () => {
    const head = '{"apiVersion": "storage.kubestash.com/v1alpha1", "kind": "BackupStorage", ';
    const json = (marked: string) => labels(marked, 'json');
    expect(json(`${head}|}`)).to.deep.equal(['metadata', 'spec']);
    expect(json(`${head}"spec": {"|`)).to.include('storage');
    expect(json(`${head}"spec": {"deletionPolicy": "|"}}`)).to.deep.equal(['Delete', 'WipeOut']);
    expect(json(`${head}"spec": {"deletionPolicy": |}}`)).to.deep.equal(['Delete', 'WipeOut']);
    expect(json(`${head}"spec": {"default": |}}`)).to.deep.equal(['true', 'false']);
    expect(json('{"kind": "List", "items": [{"kind": "BackupStorage", |}]}')).to.include('spec');
    expect(taken(`${head}"spec": {"|"}}`, 'storage', 'json')).to.equal(`${head}"spec": {"storage": {|}}}`);
    expect(taken(`${head}"spec": {|"default": true}}`, 'deletionPolicy', 'json')).to.equal(
      `${head}"spec": {"deletionPolicy": "|","default": true}}`,
    );
    expect(taken(`${head}"spec": {"deletionPolicy": "W|"}}`, 'WipeOut', 'json')).to.equal(
      `${head}"spec": {"deletionPolicy": "WipeOut"|}}`,
    );
    expect(taken(`${head}"sp|": {}}`, 'spec', 'json')).to.equal(`${head}"spec"|: {}}`);
    expect(json(`${head}"spec": {"runtimeSettings": {"container": {"env": [{"|`)).to.include('name');
  });

  it('offers only what the object can take there, on every line of every manifest', () => {
    const validate = interpret(schema);
    const known: SchemaOf = ({ kind }) => (kind === 'BackupStorage' ? { schema, validate } : undefined);
    let taking = 0;
    for (const yaml of Object.values(MANIFESTS)) {
      const lines = yaml.trimEnd().split('\n');
      for (const [index, line] of lines.entries()) {
        if (!/^ *[\w-]+:/.test(line)) continue;
        const column = line.search(/\S/);
        const marked = lines.toSpliced(index, 0, `${' '.repeat(column)}|`).join('\n');
        for (const label of labels(marked)) {
          const text = taken(marked, label);
          // Only the fields whose value is on the same line: the others are not finished yet.
          if (!text.includes(': |')) continue;
          const read = readManifest(text.replace('|', '"x"'), 'yaml');
          expect(read.issues, text).to.deep.equal([]);
          const unknown = diagnose(read, { schemaOf: known }).filter(({ severity }) => severity === 'warning');
          expect(unknown, text).to.deep.equal([]);
          taking++;
        }
      }
    }
    expect(taking).to.be.above(100);
  });

  it('never throws, wherever the cursor is and wherever the text breaks off', () => {
    const yaml = MANIFESTS.s3;
    const { objects } = readManifest(yaml, 'yaml');
    const json = JSON.stringify({ kind: 'List', apiVersion: 'v1', items: objects }, undefined, 1);
    let offered = 0;
    for (const [text, format] of [
      [yaml, 'yaml'],
      [json, 'json'],
      [json, 'yaml'],
    ] as const)
      for (let cut = 0; cut <= text.length; cut += 3)
        for (const part of [text.slice(0, cut), `${text.slice(0, cut)}\n${text.slice(cut + 5)}`]) {
          const found = completionsAt(part, format, cut, { schemaOf });
          if (found) {
            expect(found.from).to.be.at.most(cut);
            expect(found.to).to.be.within(cut, part.length);
            offered++;
          }
          hoverAt(part, format, cut, { schemaOf });
        }
    expect(offered).to.be.above(50);
  });
});

describe('manifest: hover', () => {
  const help = (marked: string, format: ManifestFormat = 'yaml') => hoverAt(...swap(at(marked), format), { schemaOf });

  it('says what is known of a field, at its key and at its value', () => {
    const text = `${HEAD}spec:\n  deletion|Policy: Delete\n`;
    expect(help(text)).to.deep.include({
      path: ['spec', 'deletionPolicy'],
      field: 'spec.deletionPolicy',
      type: 'text',
      default: '"Delete"',
      values: ['Delete', 'WipeOut'],
    });
    expect(help(text)!.help).to.contain('WipeOut');
    const [plain] = at(text);
    const key = help(text)!;
    expect(plain.slice(key.from, key.to)).to.equal('deletionPolicy');
    const value = help(`${HEAD}spec:\n  deletionPolicy: De|lete\n`)!;
    expect(plain.slice(value.from, value.to)).to.equal('Delete');
    expect(help('{"kind": "BackupStorage", "spec": {"sto|rage": {}}}', 'json')!.field).to.equal('spec.storage');
    expect(help(`${HEAD}spec:\n  runtimeSettings:\n    container:\n      env:\n        - na|me: x`)!.field).to.equal(
      'spec.runtimeSettings.container.env[0].name',
    );
    expect(help('kind: Secret\napiVersion: v1\nstring|Data: {}')!.type).to.equal('map of text');
    expect(help('kind: List\nitems:\n- kind: BackupStorage\n  sp|ec: {}')!.path).to.deep.equal(['spec']);
  });

  it('says nothing of what it does not know', () => {
    for (const text of [`${HEAD}sp|ek: 1`, `${HEAD}spec:\n  # deletion|Policy: x`, `|`, 'kind: ConfigMap\nda|ta: {}'])
      expect(help(text), text).to.equal(undefined);
  });
});

describe('manifest: nearest name', () => {
  it('finds what was meant, and nothing that was not', () => {
    const names = ['bucket', 'endpoint', 'region', 'secretName'];
    expect(nearest('buket', names)).to.equal('bucket');
    expect(nearest('secretname', names)).to.equal('secretName');
    expect(nearest('enpdoint', names)).to.equal('endpoint');
    expect(nearest('prefix', names)).to.equal(undefined);
    expect(nearest('x', names)).to.equal(undefined);
  });
});
