import { expect } from 'chai';
import { draftIssues, shownIn, storageToCheck, type DraftToCheck } from '../../../src/controllers/form/draft-issues.js';
import { KeyValueRows } from '../../../src/controllers/form/key-value-rows.js';
import { en } from '../../../src/locales/en/index.js';
import { emptyDraft, providerOf, type StorageDraft } from '../../../src/manifest/draft.js';
import { setIn } from '../../../src/manifest/json.js';
import type { BackupStorage, StorageBackend } from '../../../src/model/types.js';
import { backupStorageSchema } from '../../../src/schema/bundled/backup-storage.js';
import { storageForm } from '../../../src/schema/form/storage-form.js';
import { backupStorageOverlay } from '../../../src/schema/overlays/backup-storage.js';

const form = storageForm(backupStorageSchema(), backupStorageOverlay(en));
const S3 = { endpoint: 'https://minio:9000', bucket: 'lab', region: 'r' };

/** A draft that is complete, with the existing Secret `cred`. */
function draftOf(storage: StorageBackend, change: Record<string, unknown> = {}): StorageDraft {
  const empty = emptyDraft();
  const { provider = '' } = storage;
  let { object } = empty;
  object = setIn(object, ['metadata'], { namespace: 'demo', name: 'mine' });
  object = setIn(object, ['spec', 'storage'], storage);
  for (const [path, value] of Object.entries(change)) object = setIn(object, path.split('.'), value);
  return { object, credentials: { [provider]: { mode: 'existing', secretName: 'cred', values: {} } } };
}
const s3 = (change: Record<string, unknown> = {}) => draftOf({ provider: 's3', s3: S3 }, change);

function rowsOf(map: Record<string, string>): KeyValueRows {
  const rows = new KeyValueRows();
  rows.load(map);
  return rows;
}

function issuesOf(draft: StorageDraft, rest: Partial<DraftToCheck> = {}) {
  const [labels, annotations] = [new KeyValueRows(), new KeyValueRows()];
  return draftIssues({ draft, form, labels, annotations, schemaCauses: [], messages: en, ...rest });
}
const told = (...args: Parameters<typeof issuesOf>) => issuesOf(...args).map(({ severity, id }) => `${severity} ${id}`);

const stored = (name: string, namespace: string, spec: BackupStorage['spec']): BackupStorage => ({
  metadata: { name, namespace },
  ...(spec && { spec }),
});

describe('draft issues', () => {
  it('are none of a draft that is complete', () => {
    expect(issuesOf(s3())).to.deep.equal([]);
  });

  it('are what is missing, at an empty form', () => {
    expect(issuesOf(emptyDraft()).map(({ id, missing }) => [id, missing])).to.deep.equal([
      ['metadata.namespace', true],
      ['metadata.name', true],
      ['spec.storage.provider', true],
    ]);
  });

  it('tell the missing fields of a block, not the missing block', () => {
    const draft = { ...draftOf({ provider: 's3' }), credentials: { s3: { mode: 'none' as const, values: {} } } };
    const ids = issuesOf(draft).map(({ id }) => id);
    expect(ids).to.include('spec.storage.s3.bucket').and.to.include('spec.storage.s3.region');
    // Nor the provider, where what is about the block as a whole would stand.
    expect(ids).to.not.include('spec.storage.s3').and.to.not.include('spec.storage.provider');
  });

  it('tell the one missing volume, once', () => {
    const issues = issuesOf(draftOf({ provider: 'local', local: { mountPath: '/data' } }));
    expect(issues).to.have.length(1);
    expect(issues[0]?.missing).to.be.true;
    expect(issues[0]?.id).to.match(/^spec\.storage\.local\.(\*|persistentVolumeClaim\.claimName)$/);
  });

  it('ask of no volume for what only another one needs', () => {
    const local = { mountPath: '/data', hostPath: { path: '/x' } };
    expect(issuesOf(draftOf({ provider: 'local', local }))).to.deep.equal([]);
  });

  describe('of a form that names fields of volumes itself', () => {
    const local = ['spec', 'storage', 'local'];
    const own = storageForm(backupStorageSchema(), {
      basic: [],
      providers: {
        local: {
          label: 'Local',
          authFields: [],
          panels: [
            {
              title: 'Spec',
              fields: [
                { path: [...local, 'mountPath'], required: true },
                { path: [...local, 'persistentVolumeClaim', 'claimName'], required: true },
              ],
            },
          ],
        },
      },
    });
    const ids = (block: Record<string, unknown>) =>
      issuesOf(draftOf({ provider: 'local', local: block }), { form: own }).map(({ id }) => id);

    it('tell the missing field, not the missing volume', () => {
      expect(ids({ mountPath: '/data' })).to.deep.equal(['spec.storage.local.persistentVolumeClaim.claimName']);
    });

    it('require nothing of a volume that another one was chosen for', () => {
      expect(ids({ mountPath: '/data', hostPath: { path: '/x' } })).to.deep.equal([]);
    });
  });

  it('know the neighbours, as far as they are given', () => {
    const draft = s3({ 'spec.default': true });
    const others = [stored('first', 'demo', { default: true, storage: { provider: 's3', s3: S3 } })];
    expect(told(draft)).to.deep.equal([]);
    expect(told(draft, { neighbours: { others } })).to.deep.equal([
      'error spec.storage.s3.prefix',
      'error spec.default',
    ]);
  });

  it('judge what would be sent, not what was entered for other providers', () => {
    const draft = s3({ 'spec.storage.gcs': { bucket: ' X ' } });
    expect(issuesOf(draft)).to.deep.equal([]);
  });

  it('stand in the order of the form, wherever they come from', () => {
    const draft = s3({
      'metadata.name': 'Mine',
      'spec.storage.s3.prefix': '/a',
      'spec.storage.s3.bucket': 'X',
      'spec.usagePolicy.allowedNamespaces.from': 'Selector',
      'spec.runtimeSettings.pod.securityContext.runAsUser': -1,
      'spec.runtimeSettings.pod.securityContext.fsGroup': -1,
    });
    const ids = issuesOf(draft).map(({ id }) => id);
    const at = (id: string) => ids.indexOf(id);
    expect(at('metadata.name')).to.equal(0);
    expect(at('spec.storage.s3.bucket')).to.be.greaterThan(at('metadata.name'));
    expect(at('spec.storage.s3.prefix')).to.be.greaterThan(at('spec.storage.s3.bucket'));
    expect(at('spec.usagePolicy.allowedNamespaces.selector')).to.be.greaterThan(at('spec.storage.s3.prefix'));
    expect(at('spec.runtimeSettings.pod.securityContext.fsGroup')).to.be.greaterThan(at('spec.storage.s3.prefix'));
    expect(ids).to.not.include('');
  });

  it("say the field's name where the form has no place for it", () => {
    const causes = [{ field: 'spec.foo', id: 'spec.foo', message: 'Forbidden', reason: 'FieldValueForbidden' }];
    expect(issuesOf(s3(), { schemaCauses: causes })).to.deep.equal([
      { id: '', message: 'spec.foo: Forbidden', severity: 'error' },
    ]);
  });

  it('put what is about a block as a whole at the provider', () => {
    const provider = {
      ...form.providers[0]!,
      provider: 'b2',
      label: 'b2',
      takesSecret: false,
      authFields: [],
      panels: [],
      rest: [],
    };
    const draft = draftOf({ provider: 'b2' });
    const none = { ...draft, credentials: { b2: { mode: 'none' as const, values: {} } } };
    const [issue, ...more] = issuesOf(none, { form: { ...form, providers: [provider] } });
    expect(more).to.deep.equal([]);
    expect([issue?.id, issue?.message]).to.deep.equal(['spec.storage.provider', en.blockMissing('b2')]);
  });

  it('do not tell twice what is missing', () => {
    const id = 'spec.storage.s3.bucket';
    const causes = [{ field: id, id, message: 'Required value', reason: 'FieldValueRequired' }];
    const { bucket: _bucket, ...block } = S3;
    expect(told(draftOf({ provider: 's3', s3: block }), { schemaCauses: causes })).to.deep.equal([`error ${id}`]);
  });

  it('say nothing of storages about an object of another kind', () => {
    const object = {
      apiVersion: 'velero.io/v1',
      kind: 'BackupStorageLocation',
      metadata: { name: 'x', namespace: 'y' },
    };
    const draft: StorageDraft = { object: { ...object, spec: { usagePolicy: {} } }, credentials: {} };
    expect(issuesOf(draft, { form: { basic: [], providers: [], groups: [] } })).to.deep.equal([]);
  });

  it('check the object that is sent', () => {
    expect(storageToCheck(s3())).to.have.nested.property('spec.storage.s3.secretName', 'cred');
    expect(providerOf(s3())).to.equal('s3');
  });
});

describe('draft issues: labels and annotations', () => {
  it('warn of prefixes that Kubernetes keeps for itself', () => {
    const labels = rowsOf({ 'k8s.io/a': 'x', 'node.kubernetes.io/b': 'x', 'app.kubernetes.io/name': 'x', team: 'x' });
    const annotations = rowsOf({ 'Kubernetes.io/a': 'x' });
    const [first, second] = labels.rows;
    expect(told(s3(), { labels, annotations })).to.deep.equal([
      `warning metadata.labels.${first!.id}.key`,
      `warning metadata.labels.${second!.id}.key`,
      `warning metadata.annotations.${annotations.rows[0]!.id}.key`,
    ]);
  });

  it('tell faulty keys and values at their row', () => {
    const labels = rowsOf({ 'a b': 'x', ok: 'not ok' });
    const [first, second] = labels.rows;
    expect(told(s3(), { labels })).to.deep.equal([
      `error metadata.labels.${first!.id}.key`,
      `error metadata.labels.${second!.id}.value`,
    ]);
  });
});

describe('what a form shows', () => {
  const provider = (name: string) => form.providers.find((one) => one.provider === name);

  it('is its fields, what lies in them, and rows', () => {
    const shown = shownIn(form, provider('s3'));
    for (const id of [
      'metadata.name',
      'metadata.labels.1.key',
      'spec.storage.provider',
      'spec.storage.s3.prefix',
      'spec.runtimeSettings.container.env.0.name',
      'spec.usagePolicy.allowedNamespaces.selector',
      'spec.default',
    ])
      expect(shown(id), id).to.be.true;
    for (const id of ['', 'spec', 'spec.storage.gcs.bucket', 'status', 'metadata.namespaces', 'spec.defaulted'])
      expect(shown(id), id).to.be.false;
  });

  it('has a place for the choice of a volume', () => {
    expect(shownIn(form, provider('local'))('spec.storage.local.*')).to.equal(
      provider('local')!.panels.some(({ choice }) => choice !== undefined),
    );
  });
});
