import { expect } from 'chai';
import { backupStorageSchema } from '../../../src/schema/bundled/backup-storage.js';
import { objectForm, storageForm, type StorageForm } from '../../../src/schema/form/storage-form.js';
import { en } from '../../../src/locales/en/index.js';
import { backupStorageOverlay } from '../../../src/schema/overlays/backup-storage.js';
import type { StructuralSchema } from '../../../src/schema/types.js';

const form = storageForm(backupStorageSchema(), backupStorageOverlay(en));

/** Our schema with something that a newer build might add. */
function newerSchema(): StructuralSchema {
  const schema = structuredClone(backupStorageSchema());
  const spec = schema.properties!['spec']!;
  spec.properties!['quota'] = { type: 'object', properties: { bytes: { type: 'integer' } } };
  const storage = spec.properties!['storage']!;
  storage.properties!['s3']!.properties!['pathStyle'] = { type: 'boolean' };
  storage.properties!['swift'] = {
    type: 'object',
    required: ['container'],
    properties: {
      container: { type: 'string' },
      secret: { type: 'string' },
      options: { type: 'object', additionalProperties: { type: 'string' } },
    },
  };
  return schema;
}

const providerOf = ({ providers }: StorageForm, name: string) => providers.find(({ provider }) => provider === name)!;
const names = (fields: readonly { path: readonly (string | number)[] }[]) => fields.map(({ path }) => path.at(-1));

describe('the form of a BackupStorage', () => {
  it('has the guide’s order: Basic, the providers, then closed groups', () => {
    expect(form.basic.map(({ label }) => label)).to.deep.equal([
      'Namespace',
      'Name',
      'Deletion Policy',
      'Security Context',
    ]);
    expect(form.providers.map(({ label }) => label)).to.deep.equal(['Azure', 'S3', 'GCS', 'Local']);
    expect(form.groups.map(({ title, open }) => [title, open])).to.deep.equal([
      ['Usage Policy', false],
      ['Default Storage', false],
      ['Runtime Settings', false],
    ]);
  });

  it('hides nothing of a provider’s block', () => {
    expect(names(providerOf(form, 's3').rest)).to.deep.equal(['maxConnections']);
    expect(names(providerOf(form, 'azure').rest)).to.deep.equal([]);
    expect(names(providerOf(form, 'local').rest)).to.deep.equal(['maxConnections']);
  });

  it('shows by itself what a newer schema has', () => {
    const newer = storageForm(newerSchema(), backupStorageOverlay(en));
    const more = newer.groups.at(-1)!;
    expect([more.title, names(more.fields)]).to.deep.equal(['More Settings', ['quota']]);
    expect(names(providerOf(newer, 's3').rest)).to.deep.equal(['maxConnections', 'pathStyle']);
  });

  it('shows a provider that the overlay does not know, with every field and the field that names its Secret', () => {
    const swift = providerOf(storageForm(newerSchema(), backupStorageOverlay(en)), 'swift');
    expect(swift.secretField).to.equal('secret');
    expect(swift.secretKeys, 'any keys').to.equal(undefined);
    expect(names(swift.panels[0]!.fields)).to.have.members(['container', 'options']);
    expect(swift.panels[0]!.fields.find(({ label }) => label === 'container')!.required).to.equal(true);
  });

  it('leaves out what a cluster’s older schema does not have', () => {
    const older = structuredClone(backupStorageSchema());
    delete older.properties!['spec']!.properties!['usagePolicy'];
    delete older.properties!['spec']!.properties!['storage']!.properties!['azure'];
    const old = storageForm(older, backupStorageOverlay(en));
    expect(old.groups.map(({ title }) => title)).to.deep.equal(['Default Storage', 'Runtime Settings']);
    expect(old.providers.map(({ label }) => label)).to.deep.equal(['S3', 'GCS', 'Local']);
  });
});

describe('the form of another kind', () => {
  const schema: StructuralSchema = {
    type: 'object',
    properties: {
      apiVersion: { type: 'string' },
      kind: { type: 'string' },
      metadata: { type: 'object' },
      spec: {
        type: 'object',
        required: ['provider'],
        properties: {
          provider: { type: 'string' },
          config: { type: 'object', additionalProperties: { type: 'string' } },
        },
      },
      data: { type: 'object', additionalProperties: { type: 'string' } },
      status: { type: 'object', properties: { phase: { type: 'string' } } },
    },
  };

  it('asks for the name and everything else that the schema has, but for the status', () => {
    const other = objectForm(schema, { namespaced: true });
    expect(other.basic.map(({ label }) => label)).to.deep.equal(['Namespace', 'Name']);
    expect(other.provider).to.equal(undefined);
    expect(other.groups.map(({ title, fields, open }) => [title, names(fields), open])).to.deep.equal([
      ['Spec', ['provider', 'config'], true],
      ['Data', ['data'], true],
    ]);
  });

  it('asks for no namespace where there is none', () => {
    expect(objectForm(schema, { namespaced: false }).basic.map(({ label }) => label)).to.deep.equal(['Name']);
  });
});
