import { expect } from 'chai';
import { BACKUP_STORAGES } from '../../../src/model/resources.js';
import { backupStorageSchema } from '../../../src/schema/bundled/backup-storage.js';
import { bundledCrd } from '../../../src/schema/bundled/index.js';
import { schemaOfCrd, typeOfSchema } from '../../../src/schema/crd.js';
import type { StructuralSchema } from '../../../src/schema/types.js';

const schemaOf = (description: string): StructuralSchema => ({ type: 'object', description });
const version = (name: string, served: boolean, storage: boolean) => ({
  name,
  served,
  storage,
  schema: { openAPIV3Schema: schemaOf(name) },
});
const crd = (...versions: object[]) => ({
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  spec: {
    group: 'velero.io',
    names: { plural: 'backupstoragelocations', kind: 'BackupStorageLocation' },
    scope: 'Namespaced',
    versions,
  },
});

describe('schema: of a CustomResourceDefinition', () => {
  it('is that of the stored version, with its type', () => {
    const found = schemaOfCrd(crd(version('v1alpha1', true, false), version('v1', true, true)));
    expect(found).to.deep.equal({
      schema: schemaOf('v1'),
      type: {
        group: 'velero.io',
        version: 'v1',
        resource: 'backupstoragelocations',
        kind: 'BackupStorageLocation',
        namespaced: true,
      },
    });
    expect(schemaOfCrd(bundledCrd(BACKUP_STORAGES)!)).to.deep.equal({
      schema: backupStorageSchema(),
      type: BACKUP_STORAGES,
    });
  });

  it('is that of a served version: the first one, or the one that is asked for', () => {
    const versions = [version('v0', false, true), version('v1', true, false), version('v2', true, false)];
    expect(schemaOfCrd(crd(...versions))?.type.version).to.equal('v1');
    expect(schemaOfCrd(crd(...versions), 'v2')?.schema).to.deep.equal(schemaOf('v2'));
    expect(schemaOfCrd(crd(...versions), 'v0')).to.equal(undefined);
    expect(schemaOfCrd(crd(...versions), 'v3')).to.equal(undefined);
  });

  it('knows types without a namespace', () => {
    const cluster = crd(version('v1', true, true));
    cluster.spec.scope = 'Cluster';
    expect(schemaOfCrd(cluster)?.type.namespaced).to.be.false;
  });

  it('is none for anything else', () => {
    for (const other of [
      {},
      { spec: null },
      { spec: {} },
      { spec: { names: {}, versions: [null] } },
      { ...crd(version('v1', true, true)), spec: { versions: [version('v1', true, true)] } },
      crd({ name: 'v1', served: true, storage: true }),
      crd(),
    ])
      expect(schemaOfCrd(other)).to.equal(undefined);
  });
});

describe('schema: the type that it names', () => {
  const GVK = { group: 'velero.io', version: 'v1', kind: 'BackupStorageLocation' };

  it('is the one of an OpenAPI document', () => {
    expect(typeOfSchema({ type: 'object', 'x-kubernetes-group-version-kind': [GVK] })).to.deep.equal(GVK);
    const core = { ...GVK, group: '' };
    expect(typeOfSchema({ 'x-kubernetes-group-version-kind': [core] })).to.deep.equal(core);
  });

  it('is none when there is none, or several', () => {
    expect(typeOfSchema({ type: 'object' })).to.equal(undefined);
    for (const types of [[], [GVK, GVK], [{}], [null], 'x', [{ ...GVK, kind: '' }]])
      expect(typeOfSchema({ 'x-kubernetes-group-version-kind': types } as unknown as StructuralSchema)).to.equal(
        undefined,
      );
  });
});
