import { expect } from 'chai';
import { directoryOf, nearMisses, sameDirectory, storageThatCrashes } from '../../../src/model/directory.js';
import type { BackupStorage, StorageBackend } from '../../../src/model/types.js';
import { samplesOf } from '../../fixtures/acceptance.js';

let count = 0;
const storageOf = (storage: StorageBackend): BackupStorage => ({
  metadata: { namespace: 'demo', name: `s${count++}` },
  spec: { storage },
});
const s3 = (block: Record<string, unknown>) =>
  storageOf({ provider: 's3', s3: { endpoint: 'https://minio:9000', bucket: 'lab', ...block } });
const gcs = (block: Record<string, unknown>) => storageOf({ provider: 'gcs', gcs: { bucket: 'lab', ...block } });
const azure = (block: Record<string, unknown>) =>
  storageOf({ provider: 'azure', azure: { storageAccount: 'acme', container: 'lab', ...block } });

describe('directoryOf', () => {
  const same: [string, BackupStorage, BackupStorage][] = [
    ['s3 on two servers: the endpoint is not compared', s3({}), s3({ endpoint: 'https://other:9000' })],
    ['one trailing slash', s3({ prefix: 'demo' }), s3({ prefix: 'demo/' })],
    ['an absent and an empty prefix', gcs({}), gcs({ prefix: '' })],
    ['a prefix that is a slash, and none', gcs({ prefix: '/' }), gcs({})],
    ['another Secret', azure({ secretName: 'a' }), azure({ secretName: 'b' })],
  ];
  for (const [name, a, b] of same) {
    it(`is the same for ${name}`, () => {
      expect(directoryOf(a)).to.be.a('string');
      expect(directoryOf(a)).to.equal(directoryOf(b));
    });
  }

  const different: [string, BackupStorage, BackupStorage][] = [
    ['another bucket', s3({}), s3({ bucket: 'other' })],
    ['another region', s3({}), s3({ region: 'us-east-1' })],
    ['another prefix', gcs({ prefix: 'a' }), gcs({ prefix: 'b' })],
    ['a leading slash', gcs({ prefix: 'a' }), gcs({ prefix: '/a' })],
    ['two trailing slashes', gcs({ prefix: 'a' }), gcs({ prefix: 'a//' })],
    ['another account', azure({}), azure({ storageAccount: 'other' })],
    ['another container', azure({}), azure({ container: 'other' })],
    ['a container with a slash, which is not trimmed', azure({}), azure({ container: 'lab/' })],
    ['the same bucket of another provider', s3({}), gcs({})],
    ['parts that join to the same text', gcs({ bucket: 'a', prefix: 'b,c' }), gcs({ bucket: 'a,b', prefix: 'c' })],
  ];
  for (const [name, a, b] of different) {
    it(`differs for ${name}`, () => {
      expect(directoryOf(a)).to.not.equal(directoryOf(b));
    });
  }

  it('is undefined where the server compares nothing', () => {
    expect(directoryOf(storageOf({ provider: 'local', local: { mountPath: '/data' } }))).to.equal(undefined);
    expect(directoryOf(storageOf({ provider: 'b2', b2: { bucket: 'x' } }))).to.equal(undefined);
    expect(directoryOf(storageOf({ provider: 's3' }))).to.equal(undefined);
    expect(directoryOf(storageOf({ provider: 's3', gcs: { bucket: 'x' } }))).to.equal(undefined);
    expect(directoryOf({})).to.equal(undefined);
  });
});

describe('nearMisses', () => {
  const kinds = (storage: BackupStorage, ...others: BackupStorage[]) =>
    nearMisses(storage, others).map(({ kind }) => kind);

  it('finds a prefix that differs by slashes only', () => {
    expect(kinds(gcs({ prefix: 'demo' }), gcs({ prefix: '/demo' }))).to.deep.equal(['slashes']);
    expect(kinds(azure({ prefix: 'a/b' }), azure({ prefix: 'a/b//' }))).to.deep.equal(['slashes']);
  });

  it('finds an empty region against us-east-1', () => {
    expect(kinds(s3({}), s3({ region: 'us-east-1' }))).to.deep.equal(['region']);
    expect(kinds(s3({ region: 'us-east-1' }), s3({}))).to.deep.equal(['region']);
  });

  it('finds nested prefixes, both ways round', () => {
    expect(kinds(gcs({ prefix: 'a/b' }), gcs({ prefix: 'a' }))).to.deep.equal(['inside']);
    expect(kinds(gcs({ prefix: 'a' }), gcs({ prefix: '/a/b' }))).to.deep.equal(['contains']);
    expect(kinds(gcs({ prefix: 'a' }), gcs({}))).to.deep.equal(['inside']);
    expect(kinds(s3({ region: 'us-east-1' }), s3({ prefix: 'x' }))).to.deep.equal(['contains']);
  });

  it('compares whole path segments', () => {
    expect(kinds(gcs({ prefix: 'a' }), gcs({ prefix: 'ab' }))).to.deep.equal([]);
  });

  it('leaves out what the server refuses, and the storage itself', () => {
    const storage = gcs({ prefix: 'a' });
    expect(kinds(storage, gcs({ prefix: 'a/' }))).to.deep.equal([]);
    const edited: BackupStorage = {
      ...storage,
      spec: { storage: { provider: 'gcs', gcs: { bucket: 'lab', prefix: '/a' } } },
    };
    expect(kinds(edited, storage)).to.deep.equal([]);
  });

  it('does not mix servers, buckets, accounts and providers', () => {
    expect(kinds(s3({ prefix: 'a' }), s3({ endpoint: 'https://other:9000', prefix: '/a' }))).to.deep.equal([]);
    expect(kinds(s3({ prefix: 'a' }), s3({ bucket: 'other' }))).to.deep.equal([]);
    expect(kinds(azure({ prefix: 'a' }), azure({ storageAccount: 'other' }))).to.deep.equal([]);
    expect(kinds(gcs({ prefix: 'a' }), storageOf({ provider: 's3', s3: { bucket: 'lab' } }))).to.deep.equal([]);
  });

  it('knows that bucket names are global on AWS', () => {
    const regional = s3({ endpoint: 'https://s3.eu-central-1.amazonaws.com', region: 'eu-central-1' });
    const global = s3({ endpoint: 'https://s3.amazonaws.com' });
    expect(kinds(regional, global)).to.deep.equal(['region']);
    const lookalike = s3({ endpoint: 'https://notamazonaws.com', prefix: 'x' });
    expect(kinds(global, lookalike)).to.deep.equal([]);
  });

  it('says nothing while the bucket is still empty, nor for local storages', () => {
    expect(kinds(gcs({ bucket: '' }), gcs({ bucket: '', prefix: 'a' }))).to.deep.equal([]);
    const local = () => storageOf({ provider: 'local', local: { mountPath: '/data' } });
    expect(kinds(local(), local())).to.deep.equal([]);
  });

  it('names the other storage', () => {
    const other = gcs({ prefix: '/a' });
    expect(nearMisses(gcs({ prefix: 'a' }), [gcs({ bucket: 'x' }), other])).to.deep.equal([
      { kind: 'slashes', storage: other },
    ]);
  });

  it('finds none among the samples, nor equal directories', () => {
    const storages = samplesOf<BackupStorage>('BackupStorage');
    for (const storage of storages) expect(nearMisses(storage, storages)).to.deep.equal([]);
    const directories = storages.flatMap((storage) => directoryOf(storage) ?? []);
    expect(directories).to.have.length(10);
    expect(new Set(directories).size).to.equal(10);
  });
});

describe('sameDirectory', () => {
  it('finds the storage that the server refuses this one for', () => {
    const other = s3({ prefix: 'demo' });
    expect(sameDirectory(s3({ prefix: 'demo/', endpoint: 'https://elsewhere' }), [s3({}), other])).to.equal(other);
    expect(sameDirectory(s3({ prefix: '/demo' }), [other])).to.equal(undefined);
  });

  it('does not find the storage itself, nor anything while there is no bucket', () => {
    const own = gcs({});
    expect(sameDirectory(own, [own])).to.equal(undefined);
    expect(sameDirectory(s3({ bucket: '' }), [s3({ bucket: '' })])).to.equal(undefined);
    expect(
      sameDirectory(storageOf({ provider: 'local', local: {} }), [storageOf({ provider: 'local', local: {} })]),
    ).to.equal(undefined);
  });

  it('agrees with the keys', () => {
    const storages = [s3({}), s3({ region: 'a' }), s3({ prefix: 'a' }), gcs({}), gcs({ prefix: '/' }), azure({})];
    for (const one of storages)
      for (const two of storages) {
        const isSame = one !== two && directoryOf(one) === directoryOf(two);
        expect(sameDirectory(one, [two])).to.equal(isSame ? two : undefined);
      }
  });
});

describe('storageThatCrashes', () => {
  it('finds a stored storage of the same provider without its block', () => {
    const broken = storageOf({ provider: 's3' });
    expect(storageThatCrashes(s3({}), [s3({}), broken])).to.equal(broken);
    expect(storageThatCrashes(gcs({}), [broken])).to.equal(undefined);
    expect(
      storageThatCrashes(storageOf({ provider: 'local', local: {} }), [storageOf({ provider: 'local' })]),
    ).to.equal(undefined);
  });
});
