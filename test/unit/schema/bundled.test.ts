import { expect } from 'chai';
import {
  apiVersionOf,
  BACKUP_CONFIGURATIONS,
  BACKUP_STORAGES,
  NAMESPACES,
  REPOSITORIES,
  RETENTION_POLICIES,
  SECRETS,
  SNAPSHOTS,
} from '../../../src/model/resources.js';
import { backupStorageSchema } from '../../../src/schema/bundled/backup-storage.js';
import { bundledCrd, bundledSchema } from '../../../src/schema/bundled/index.js';
import type { StructuralSchema } from '../../../src/schema/types.js';

const KINDS = [BACKUP_STORAGES, REPOSITORIES, RETENTION_POLICIES, SNAPSHOTS, BACKUP_CONFIGURATIONS];

/** Every node with its path, parents first: properties, list items and map values, not the branches of `anyOf`. */
function* nodes(node: StructuralSchema, path = ''): Generator<[path: string, node: StructuralSchema]> {
  yield [path, node];
  for (const [name, child] of Object.entries(node.properties ?? {})) yield* nodes(child, `${path}.${name}`);
  if (node.items) yield* nodes(node.items, `${path}[]`);
  if (typeof node.additionalProperties === 'object') yield* nodes(node.additionalProperties, `${path}{}`);
}

function at(root: StructuralSchema, path: string): StructuralSchema {
  const found = [...nodes(root)].find(([candidate]) => candidate === path);
  if (!found) throw new Error(`no ${path} in the schema`);
  return found[1];
}

describe('bundled schemas', () => {
  for (const type of KINDS) {
    describe(type.kind, () => {
      const schema = bundledSchema(type)!;

      it('has a title and a helpful description at every node', () => {
        const bare = [...nodes(schema)].filter(
          ([, { title, description }]) => !title || !description || description.length < 12,
        );
        expect(bare.map(([path]) => path)).to.deep.equal([]);
      });

      it('requires only properties that exist', () => {
        const wrong = [...nodes(schema)].filter(([, node]) =>
          node.required?.some((name) => !(name in (node.properties ?? {}))),
        );
        expect(wrong.map(([path]) => path)).to.deep.equal([]);
      });

      it('says what to write for apiVersion and kind', () => {
        expect(schema.properties?.apiVersion?.description).to.contain(apiVersionOf(type));
        expect(schema.properties?.kind?.description).to.contain(type.kind);
      });

      it('comes wrapped in a CRD that names the type', () => {
        const crd = bundledCrd(type)!;
        expect(crd.metadata.name).to.equal(`${type.resource}.${type.group}`);
        expect(crd.spec.names).to.include({ plural: type.resource, kind: type.kind, listKind: `${type.kind}List` });
        expect(crd.spec.scope).to.equal('Namespaced');
        expect(crd.spec.versions.map(({ name }) => name)).to.deep.equal([type.version]);
        expect(crd.spec.versions[0]?.schema.openAPIV3Schema).to.equal(schema);
      });

      it('is built once', () => {
        expect(bundledSchema({ ...type })).to.equal(schema);
        expect(bundledCrd({ ...type })).to.equal(bundledCrd(type));
      });
    });
  }

  it('has no schema for other types', () => {
    for (const type of [SECRETS, NAMESPACES, { ...BACKUP_STORAGES, version: 'v2' }]) {
      expect(bundledSchema(type)).to.equal(undefined);
      expect(bundledCrd(type)).to.equal(undefined);
    }
  });

  it('leaves open only what BackupConfiguration does not need', () => {
    const open = (type: (typeof KINDS)[number]) =>
      [...nodes(bundledSchema(type)!)].filter(([, node]) => node['x-kubernetes-preserve-unknown-fields']);
    for (const type of KINDS.filter((kind) => kind !== BACKUP_CONFIGURATIONS)) expect(open(type)).to.deep.equal([]);
    const paths = open(BACKUP_CONFIGURATIONS).map(([path]) => path);
    expect(paths.filter((path) => !/^\.spec\.sessions\[\]\.(scheduler|addon|hooks)\./.test(path))).to.deep.equal([]);
  });
});

describe('the BackupStorage schema', () => {
  const schema = backupStorageSchema();
  const spec = [...nodes(schema.properties!.spec!)].map(([, node]) => node);
  const count = (test: (node: StructuralSchema) => unknown) => spec.filter(test).length;

  it('is the one that the index serves', () => {
    expect(bundledSchema(BACKUP_STORAGES)).to.equal(schema);
  });

  it('has as many nodes of each type as the CRD', () => {
    expect(spec).to.have.lengthOf(712);
    expect(count(({ type }) => type === 'object')).to.equal(192);
    expect(count(({ additionalProperties }) => additionalProperties)).to.equal(24);
    expect(count(({ type }) => type === 'array')).to.equal(84);
    expect(count(({ type }) => type === 'string')).to.equal(324);
    expect(count(({ type }) => type === 'integer')).to.equal(52);
    expect(count(({ type }) => type === 'boolean')).to.equal(44);
    expect(count((node) => node['x-kubernetes-int-or-string'])).to.equal(16);
  });

  it('has as many rules as the CRD', () => {
    expect(spec.reduce((sum, { required = [] }) => sum + required.length, 0)).to.equal(138);
    expect(count((node) => 'default' in node)).to.equal(29);
    expect(count((node) => node.default === '')).to.equal(18);
    expect(count(({ enum: values }) => values)).to.equal(2);
    expect(count(({ pattern }) => pattern)).to.equal(8);
  });

  it('deletes without wiping unless told otherwise', () => {
    expect(at(schema, '.spec.deletionPolicy')).to.deep.include({ enum: ['Delete', 'WipeOut'], default: 'Delete' });
  });

  it('admits its own namespace unless told otherwise', () => {
    const from = at(schema, '.spec.usagePolicy.allowedNamespaces.from');
    expect(from).to.deep.include({ enum: ['All', 'Selector', 'Same'], default: 'Same' });
    const condition = at(schema, '.spec.usagePolicy.allowedNamespaces.selector.matchExpressions[]');
    expect(condition.required).to.have.members(['key', 'operator']);
  });

  it('knows four providers and leaves the choice open', () => {
    const storage = at(schema, '.spec.storage');
    const blocks = Object.entries(storage.properties!).filter(([, { type }]) => type === 'object');
    expect(blocks.map(([name]) => name)).to.have.members(['s3', 'azure', 'gcs', 'local']);
    expect(storage.properties!.provider).to.not.have.property('enum');
  });

  it('has 28 volume sources inline in the local block', () => {
    const { properties } = at(schema, '.spec.storage.local');
    expect(Object.values(properties!).filter(({ type }) => type === 'object')).to.have.lengthOf(28);
    expect(properties!.persistentVolumeClaim!.required).to.deep.equal(['claimName']);
    expect(properties!.nfs!.required).to.have.members(['server', 'path']);
    expect(properties!.hostPath!.required).to.deep.equal(['path']);
  });

  it('takes quantities as numbers and as text', () => {
    const limit = at(schema, '.spec.runtimeSettings.container.resources.limits{}');
    expect(limit).to.not.have.property('type');
    expect(limit.anyOf).to.deep.equal([{ type: 'integer' }, { type: 'string' }]);
    const pattern = new RegExp(limit.pattern!);
    for (const good of ['1', '0.5', '500m', '512Mi', '1e3', '+2']) expect(good).to.match(pattern);
    for (const bad of ['', '1 Gi', '1GB', 'lots']) expect(bad).to.not.match(pattern);
  });

  it('tells what the CRD does not: where help is needed most', () => {
    expect(at(schema, '.spec.storage.s3.endpoint').description).to.match(/full URL.*https:\/\//i);
    expect(at(schema, '.spec.runtimeSettings').description).to.match(/initializer and cleaner jobs/);
    expect(at(schema, '.spec.runtimeSettings.pod.securityContext.runAsUser').title).to.equal('Run as user');
  });
});
