import { expect } from 'chai';
import { DataSourceError } from '../../../src/data-source/errors.js';
import { MemoryCluster } from '../../../src/data-source/memory/index.js';
import type { DataSource } from '../../../src/data-source/types.js';
import {
  deleteFormerSecret,
  findSecret,
  isEncryptedWith,
  namedSecretOf,
  otherUsersOf,
} from '../../../src/manifest/deletion-secret.js';
import { deleteStorage } from '../../../src/manifest/deletion.js';
import { rotateSecret, rotationPatchOf, secretKeysOf } from '../../../src/manifest/rotation.js';
import { SECRETS } from '../../../src/model/resources.js';
import type { BackupStorage, Repository } from '../../../src/model/types.js';

const named = (storage: NonNullable<NonNullable<BackupStorage['spec']>['storage']>, name = 's'): BackupStorage => ({
  metadata: { name, namespace: 'demo', uid: name },
  spec: { storage },
});
const SECRET = { namespace: 'demo', name: 'cred' };
const secret = { apiVersion: 'v1', kind: 'Secret', metadata: { ...SECRET, uid: 'u' }, stringData: { a: 'value-a' } };
const wait = async () => {};

describe('the Secret of a storage', () => {
  it('is the one that the provider’s block names', () => {
    expect(namedSecretOf(named({ provider: 's3', s3: { secretName: 'a' }, gcs: { secretName: 'b' } }))).to.equal('a');
    expect(namedSecretOf(named({ provider: 'b2', b2: { secret: 'old' } }))).to.equal('old');
    expect(namedSecretOf(named({ provider: 's3', s3: { secretName: '' } }))).to.equal(undefined);
    expect(namedSecretOf(named({ provider: 'local', local: { secretName: 'x' } }))).to.equal(undefined);
    expect(namedSecretOf({})).to.equal(undefined);
  });

  it('is used by others of its namespace, whatever their provider calls the field', () => {
    const self = named({ provider: 's3', s3: { secretName: 'cred' } });
    const others = [
      self,
      named({ provider: 'new', new: { credentials: { from: 'cred' }, big: 1n } }, 'same'),
      named({ provider: 's3', s3: { secretName: 'cred-2' } }, 'longer'),
      { ...named({ provider: 's3', s3: { secretName: 'cred' } }, 'far'), metadata: { name: 'far', namespace: 'prod' } },
    ];
    expect(otherUsersOf(SECRET, self, others).map(({ metadata }) => metadata?.name)).to.deep.equal(['same']);
  });

  it('may be what backups are encrypted with', () => {
    const repository = (reference: object): Repository => ({
      metadata: { name: 'r', namespace: 'demo' },
      spec: { encryptionSecret: reference },
    });
    expect(isEncryptedWith(repository({ name: 'cred' }), SECRET)).to.equal(true);
    expect(isEncryptedWith(repository({ name: 'cred', namespace: 'prod' }), SECRET)).to.equal(false);
    expect(isEncryptedWith({ metadata: { namespace: 'demo' } }, SECRET)).to.equal(false);
  });

  it('is found without its values, by whoever may list or read', async () => {
    const cluster = new MemoryCluster({ objects: [secret], operator: false });
    for (const verbs of [['list'], ['get']]) {
      const found = await findSecret(cluster.dataSource({ rules: [{ verbs, resources: ['secrets'] }] }), SECRET);
      expect(found?.metadata?.uid).to.equal('u');
      expect(found).to.have.all.keys('metadata');
    }
    expect(await findSecret(cluster.dataSource(), { ...SECRET, name: 'none' })).to.equal(undefined);
  });

  it('is not deleted when nobody can say what uses it, or which one it is', async () => {
    const cluster = new MemoryCluster({ objects: [secret], operator: false });
    const source = cluster.dataSource({ rules: [{ verbs: ['*'], resources: ['secrets'] }] });
    const found = (await findSecret(source, SECRET))!;
    const refusal = async (promise: Promise<unknown>) =>
      promise.then(
        () => undefined,
        (thrown: unknown) => (thrown as DataSourceError).code,
      );
    expect(await refusal(deleteFormerSecret(source, named({}), found))).to.equal('forbidden');
    expect(await refusal(deleteFormerSecret(cluster.dataSource(), named({}), { metadata: SECRET }))).to.equal(
      'protocol',
    );
    expect(cluster.get(SECRETS, SECRET)).to.not.equal(undefined);
    await deleteFormerSecret(cluster.dataSource(), named({}), found);
    expect(cluster.get(SECRETS, SECRET)).to.equal(undefined);
  });
});

describe('a deletion', () => {
  it('has no way without a data source that deletes', async () => {
    const result = await deleteStorage({} as DataSource, named({}));
    expect(result.is).to.equal('failed');
  });

  it('waits for a server that is busy', async () => {
    const cluster = new MemoryCluster({
      objects: [{ ...named({ provider: 's3' }), apiVersion: 'storage.kubestash.com/v1alpha1', kind: 'BackupStorage' }],
      operator: false,
    });
    cluster.faults.fail(429, { when: ({ verb }) => verb === 'delete', retryAfterSeconds: 1 });
    expect(await deleteStorage(cluster.dataSource(), named({ provider: 's3' }), { wait })).to.deep.equal({
      is: 'gone',
      already: false,
    });
  });
});

describe('a rotation', () => {
  it('sends the keys that were typed, and no others', () => {
    expect(rotationPatchOf({ a: 'x', b: '' })).to.deep.equal({ stringData: { a: 'x' } });
    expect(rotationPatchOf({ a: '' })).to.equal(undefined);
  });

  it('leaves every other key of the Secret as it is', async () => {
    const cluster = new MemoryCluster({ objects: [secret], operator: false });
    await rotateSecret(cluster.dataSource(), SECRET, { b: 'value-b', a: '' });
    expect(cluster.get(SECRETS, SECRET)).to.deep.include({ data: { a: btoa('value-a'), b: btoa('value-b') } });
  });

  it('tells a Secret that keeps its keys back from one that has none', async () => {
    const source = (answer: object) => ({ get: async () => answer }) as unknown as DataSource;
    expect(await secretKeysOf(source({ metadata: {} }), SECRET)).to.deep.equal({ is: 'untold' });
    expect(await secretKeysOf(source({ data: {} }), SECRET)).to.deep.equal({ is: 'told', keys: [] });
    expect(await secretKeysOf(source({ data: { b: 'x', a: 'y' } }), SECRET)).to.deep.equal({
      is: 'told',
      keys: ['a', 'b'],
    });
  });

  it('says nothing of the values when a source of the host’s own quotes them', async () => {
    const patch = async (_type: unknown, _key: unknown, body: unknown) => {
      throw new DataSourceError('invalid', JSON.stringify(body), { warnings: [btoa('very-secret')] });
    };
    try {
      await rotateSecret({ patch } as unknown as DataSource, SECRET, { a: 'very-secret' });
      expect.fail('It was taken.');
    } catch (thrown) {
      const { message, warnings, outcome } = thrown as DataSourceError;
      expect(`${message} ${warnings.join()}`).to.not.contain('very-secret').and.not.contain(btoa('very-secret'));
      expect(outcome).to.equal('not-applied');
    }
  });
});
