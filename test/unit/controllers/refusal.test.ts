import { expect } from 'chai';
import { KeyValueRows } from '../../../src/controllers/form/key-value-rows.js';
import { refusalIssues, refusalOf, type RefusedForm } from '../../../src/controllers/form/refusal.js';
import { DataSourceError, errorFromStatus, toDataSourceError } from '../../../src/data-source/errors.js';
import { MemoryCluster, type MemoryClusterOptions } from '../../../src/data-source/memory/index.js';
import { en } from '../../../src/locales/en/index.js';
import { ownFault } from '../../../src/manifest/own-faults.js';
import { BACKUP_STORAGES } from '../../../src/model/resources.js';
import { SERVER_RULES } from '../../../src/model/server-rules.js';
import type { BackupStorage, StorageBackend } from '../../../src/model/types.js';
import { backupStorageSchema } from '../../../src/schema/bundled/backup-storage.js';
import { isNotice } from '../../../src/schema/field-path.js';
import { recordedAnswers } from '../../fixtures/server-answers.js';
import { errorOf, namespace, storage } from '../data-source/memory-helpers.js';

const schema = backupStorageSchema();
const SELECTOR = 'spec.usagePolicy.allowedNamespaces.selector';

function issues(error: DataSourceError, sent: BackupStorage = storage('s'), form: Partial<RefusedForm> = {}) {
  return refusalIssues(error, { schema, storage: sent, shown: () => true, messages: en, ...form });
}
const said = (...args: Parameters<typeof issues>) => issues(...args).map(({ id, message }) => [id, message]);

/** What the in-memory cluster answers to a create. */
async function refused(
  sent: BackupStorage,
  options: MemoryClusterOptions = {},
  before?: (cluster: MemoryCluster) => void,
) {
  const cluster = new MemoryCluster({ operator: false, objects: [namespace('demo'), namespace('prod')], ...options });
  before?.(cluster);
  return errorOf(cluster.dataSource().create(BACKUP_STORAGES, sent, { dryRun: true, fieldValidation: 'Strict' }));
}

const S3: StorageBackend = { provider: 's3', s3: { bucket: 'lab', region: 'r', prefix: 'p' } };
const stored = (backend: StorageBackend = S3, spec: BackupStorage['spec'] = {}) =>
  storage('first', { ...spec, storage: backend });

describe('refusals: by the webhook', () => {
  it('puts a second default at its switch', async () => {
    const sent = storage('second', { default: true, storage: { provider: 's3', s3: { bucket: 'x' } } });
    const error = await refused(sent, { objects: [stored(S3, { default: true })] });
    expect(said(error, sent)).to.deep.equal([['spec.default', SERVER_RULES.multipleDefaults]]);
  });

  it('puts a missing selector at the selector', async () => {
    const sent = storage('s', { usagePolicy: { allowedNamespaces: { from: 'Selector' } } });
    const error = await refused(sent);
    expect(said(error, sent)).to.deep.equal([[SELECTOR, SERVER_RULES.emptySelector]]);
    const shown = (id: string) => id.endsWith('.from');
    expect(issues(error, sent, { shown })[0]?.id).to.equal('spec.usagePolicy.allowedNamespaces.from');
  });

  const blocks: [provider: string, block: Record<string, unknown>, second: string][] = [
    ['s3', { bucket: 'lab', region: 'r' }, 'bucket'],
    ['gcs', { bucket: 'lab' }, 'bucket'],
    ['azure', { storageAccount: 'a', container: 'lab' }, 'container'],
  ];
  for (const [provider, block, second] of blocks)
    it(`puts a directory that is taken at the prefix: ${provider}`, async () => {
      const sent = storage('second', { storage: { provider, [provider]: block } });
      const error = await refused(sent, { objects: [stored({ provider, [provider]: block })] });
      expect(said(error, sent)).to.deep.equal([[`spec.storage.${provider}.prefix`, SERVER_RULES.sameDirectory]]);
      const withoutPrefix = issues(error, sent, { shown: (id) => !id.endsWith('.prefix') });
      expect(withoutPrefix[0]?.id).to.equal(`spec.storage.${provider}.${second}`);
      expect(issues(error, sent, { shown: () => false })[0]?.id).to.equal('');
    });

  it('puts the freeze of a storage in use at the storage', () => {
    const error = new DataSourceError('forbidden', `admission webhook "v" denied the request: ${SERVER_RULES.inUse}`);
    expect(said(error)).to.deep.equal([['spec.storage', SERVER_RULES.inUse]]);
  });

  it('explains a crash, where it can at what crashed it', async () => {
    const policy = storage('s', { usagePolicy: {} });
    const [first] = issues(await refused(policy), policy);
    expect(first?.id).to.equal('spec.usagePolicy.allowedNamespaces.from');
    expect(first?.message).to.match(/^KubeStash’s webhook crashes when this is left out.*panic: runtime error/);
    const noBlock = storage('second', { storage: { provider: 's3' } });
    const [second] = issues(await refused(noBlock, { objects: [stored()] }), noBlock);
    expect(second?.id).to.equal('spec.storage.s3');
    const good = storage('second', { storage: S3 });
    const [third] = issues(await refused(good, { objects: [stored({ provider: 's3' })] }), good);
    expect(third?.id).to.equal('spec.storage.provider');
    expect(third?.message).to.contain('must be repaired or deleted first').and.to.contain('panic: runtime error');
  });

  it('explains that the webhook is down', async () => {
    const error = await refused(storage('s'), {}, (cluster) => (cluster.faults.webhookDown = true));
    const [issue, ...more] = issues(error);
    expect(more).to.deep.equal([]);
    expect(issue?.id).to.equal('');
    expect(issue?.message).to.match(/^KubeStash’s webhook did not answer.*failed calling webhook/);
  });

  it('leaves the sentence of a webhook that nobody knows', () => {
    const error = new DataSourceError('forbidden', 'admission webhook "policy" denied the request: no - really');
    expect(said(error)).to.deep.equal([['', 'no - really']]);
  });

  it('places what the webhook cannot decode', () => {
    const message =
      'admission webhook "m" denied the request: json: cannot unmarshal string into Go struct field BackupStorage.spec.default of type bool';
    const [issue] = issues(new DataSourceError('bad-request', message));
    expect(issue?.id).to.equal('spec.default');
    expect(issue?.message).to.match(/^json: cannot unmarshal string/);
  });
});

describe('refusals: by the API server', () => {
  it('puts a name that is taken at the name', async () => {
    const error = await refused(storage('first'), { objects: [stored()] });
    expect(said(error)).to.deep.equal([
      ['metadata.name', 'backupstorages.storage.kubestash.com "first" already exists'],
    ]);
  });

  it('puts a namespace that is missing or going at the namespace', async () => {
    const missing = await refused(storage('s', undefined, 'nowhere'));
    expect(said(missing)).to.deep.equal([['metadata.namespace', 'namespaces "nowhere" not found']]);
    const going =
      'backupstorages.storage.kubestash.com "s" is forbidden: unable to create new content in namespace demo because it is being terminated';
    expect(said(new DataSourceError('forbidden', going))).to.deep.equal([['metadata.namespace', going]]);
  });

  it('leaves a missing permission as it is, at no field', async () => {
    const error = await refused(storage('s'), { rules: [] });
    expect(error.code).to.equal('forbidden');
    expect(said(error)).to.deep.equal([['', error.message]]);
  });

  it('explains a quota', () => {
    const message =
      'backupstorages.storage.kubestash.com "s" is forbidden: exceeded quota: few, requested: count/backupstorages.storage.kubestash.com=1, used: 3, limited: 3';
    const [issue] = issues(new DataSourceError('forbidden', message));
    expect(issue?.id).to.equal('');
    expect(issue?.message).to.equal(en.quotaExceeded(message));
  });

  it('puts labels and annotations at their row, at the part that is quoted', () => {
    const labels = new KeyValueRows();
    const annotations = new KeyValueRows();
    labels.load({ 'bad key': 'fine', good: 'bad value', same: 'same' });
    annotations.load({ 'not good': 'x' });
    const metadata = {
      name: 's',
      labels: { 'bad key': 'fine', good: 'bad value', same: 'same' },
      annotations: { 'not good': 'x' },
    };
    const causes = [
      { field: 'metadata.labels', message: 'Invalid value: "bad key": name part …' },
      { field: 'metadata.labels', message: 'Invalid value: "bad value": a valid label …' },
      { field: 'metadata.annotations', message: 'Invalid value: "not good": name part …' },
      { field: 'metadata.labels', message: 'Invalid value: "neither": a valid label …' },
    ];
    const error = new DataSourceError('invalid', 'bad', { causes });
    expect(issues(error, { metadata }, { labels, annotations }).map(({ id }) => id)).to.deep.equal([
      `metadata.labels.${labels.rows[0]!.id}.key`,
      `metadata.labels.${labels.rows[1]!.id}.value`,
      `metadata.annotations.${annotations.rows[0]!.id}.key`,
      'metadata.labels',
    ]);
  });

  it('names the field where the form has no place for it, and the nearest place where it has one', () => {
    const causes = [{ field: 'spec.runtimeSettings.container.env[0].name', message: 'Required value' }];
    const error = new DataSourceError('invalid', 'bad', { causes });
    const told = 'spec.runtimeSettings.container.env[0].name: Required value';
    expect(said(error, undefined, { shown: () => false })).to.deep.equal([['', told]]);
    const near = (id: string) => id === 'spec.runtimeSettings.container' || id === 'spec.runtimeSettings';
    expect(said(error, undefined, { shown: near })).to.deep.equal([['spec.runtimeSettings.container', told]]);
    expect(said(error)).to.deep.equal([['spec.runtimeSettings.container.env.0.name', 'Required value']]);
    expect(said(error, undefined, { schema: undefined })).to.deep.equal([['', told]]);
  });

  it('says the same thing once, and drops the notice that rules were not checked', () => {
    const cause = { field: 'spec.default', message: 'Invalid value: "string"' };
    const notice = {
      field: '<nil>',
      message: 'Invalid value: "null": some validation rules were not checked because …',
    };
    const error = new DataSourceError('invalid', 'bad', { causes: [cause, cause, notice] });
    expect(said(error)).to.deep.equal([['spec.default', 'Invalid value: "string"']]);
  });

  it('says what was found without the server in the words of the form, at its place', () => {
    const taken = ownFault('exists-already');
    expect(said(taken)).to.deep.equal([['metadata.name', en.ownFaults['exists-already']]]);
    expect(said(ownFault('no-delete'))).to.deep.equal([['', en.ownFaults['no-delete']]]);
    const german = { ...en, ownFaults: { ...en.ownFaults, 'no-delete': 'kann nicht löschen' } };
    expect(issues(ownFault('no-delete'), storage('s'), { messages: german })[0]?.message).to.equal(
      'kann nicht löschen',
    );
  });

  it('never comes back empty-handed', () => {
    for (const thrown of [new TypeError('Failed to fetch'), new Error('odd'), 'text'])
      expect(issues(toDataSourceError(thrown))).to.have.length(1);
    expect(refusalOf(new DataSourceError('timeout', 'too late'), en)).to.deep.equal({
      id: '',
      message: 'too late',
      severity: 'error',
    });
  });
});

describe('refusals: the recorded answers', () => {
  /** Options of the request; and of a duplicate in YAML, which no form sends, the server names only the key. */
  const ABOUT_NO_FIELD = ['bad fieldValidation value', 'bad dryRun value', 'duplicate key yaml strict'];
  const counted = { all: 0, placed: 0 };

  for (const { name, request, code, reason, message, causes } of recordedAnswers()) {
    if (code < 400) continue;
    it(`places: ${name}`, () => {
      const error = errorFromStatus({
        code,
        ...(reason && { reason }),
        message: message!,
        details: { causes: causes ?? [] },
      });
      const placed = issues(error, request as BackupStorage);
      expect(placed).to.have.length.greaterThan(0);
      // Nothing that the server said is missing.
      for (const cause of causes ?? [])
        if (!isNotice(cause.message)) expect(placed.some((issue) => issue.message.includes(cause.message))).to.be.true;
      counted.all += placed.length;
      counted.placed += placed.filter(({ id }) => id !== '').length;
      if (!ABOUT_NO_FIELD.includes(name)) expect(placed.map(({ id }) => id)).to.not.include('');
    });
  }

  it('are placed but for these', () => expect(counted).to.deep.equal({ all: 58, placed: 55 }));
});
