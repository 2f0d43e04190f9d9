import { expect } from 'chai';
import {
  isKnownProvider,
  normaliseSlashes,
  providerLabel,
  PROVIDERS,
  SECRET_KEYS,
  takesSecret,
} from '../../../src/model/providers.js';
import type { BackupStorage, StorageBackend } from '../../../src/model/types.js';

describe('providers', () => {
  it('come in the order of the guide, with its words', () => {
    expect(PROVIDERS.map(providerLabel)).to.deep.equal(['Azure', 'S3', 'GCS', 'Local']);
  });

  it('that are not known stand for themselves', () => {
    expect(isKnownProvider('b2')).to.equal(false);
    expect(isKnownProvider('S3')).to.equal(false);
    expect(isKnownProvider('toString')).to.equal(false);
    expect(isKnownProvider(undefined)).to.equal(false);
    expect(providerLabel('b2')).to.equal('b2');
    expect(providerLabel('constructor')).to.equal('constructor');
  });

  it('have the Secret keys that the storage client reads', () => {
    const required = (provider: (typeof PROVIDERS)[number]) =>
      SECRET_KEYS[provider].map(({ key, required: must }) => `${key}${must ? '' : '?'}`);
    expect(required('azure')).to.deep.equal(['AZURE_ACCOUNT_KEY']);
    expect(required('s3')).to.deep.equal(['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'CA_CERT_DATA?']);
    expect(required('gcs')).to.deep.equal(['GOOGLE_PROJECT_ID?', 'GOOGLE_SERVICE_ACCOUNT_JSON_KEY']);
    expect(required('local')).to.deep.equal([]);
  });

  it('have multi-line values where PEM and JSON go, and mask every key that opens a door', () => {
    const keys = Object.values(SECRET_KEYS).flat();
    expect(keys.filter((key) => key.multiline).map(({ key }) => key)).to.have.members([
      'CA_CERT_DATA',
      'GOOGLE_SERVICE_ACCOUNT_JSON_KEY',
    ]);
    expect(keys.filter((key) => !key.secret).map(({ key }) => key)).to.have.members([
      'CA_CERT_DATA',
      'GOOGLE_PROJECT_ID',
    ]);
  });
});

describe('takesSecret', () => {
  it('is true for every provider but local, unknown ones included', () => {
    expect(PROVIDERS.filter(takesSecret)).to.deep.equal(['azure', 's3', 'gcs']);
    expect(takesSecret('b2')).to.equal(true);
  });
});

describe('normaliseSlashes', () => {
  const storageOf = (storage: StorageBackend): BackupStorage => ({
    metadata: { name: 's' },
    spec: { default: true, storage },
  });

  it('cuts one trailing slash where the server does', () => {
    const slashed: StorageBackend = {
      provider: 's3',
      s3: { bucket: 'b/', endpoint: 'https://x/', prefix: 'a//', region: 'r/' },
      gcs: { bucket: 'b/', prefix: '/a/' },
      azure: { container: 'c/', prefix: 'p/', storageAccount: 'x/' },
      local: { mountPath: '/data/' },
    };
    expect(normaliseSlashes(storageOf(slashed))).to.deep.equal(
      storageOf({
        provider: 's3',
        s3: { bucket: 'b', endpoint: 'https://x', prefix: 'a/', region: 'r/' },
        gcs: { bucket: 'b', prefix: '/a' },
        azure: { container: 'c/', prefix: 'p', storageAccount: 'x/' },
        local: { mountPath: '/data/' },
      }),
    );
    expect(slashed.s3?.['bucket']).to.equal('b/');
  });

  it('keeps white space', () => {
    const storage = storageOf({ provider: 'gcs', gcs: { bucket: ' b ', prefix: 'a/ ' } });
    expect(normaliseSlashes(storage)).to.equal(storage);
  });

  it('returns the object itself when there is nothing to cut', () => {
    for (const storage of [{}, { spec: {} }, storageOf({}), storageOf({ provider: 's3', s3: { bucket: 5 } })]) {
      expect(normaliseSlashes(storage)).to.equal(storage);
    }
  });
});
