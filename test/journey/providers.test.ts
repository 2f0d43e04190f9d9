/**
 * List, form, preview, an edit in it, Submit, detail, deletion: for each provider, in each engine, under the console's own
 * Content-Security-Policy. What was created is read back from the cluster.
 */
import { expect } from 'chai';
import { BACKUP_STORAGES, SECRETS } from '../../src/model/resources.js';
import type { BackupStorage, Secret } from '../../src/model/types.js';
import { inEveryEngine } from './rig.js';

const SECRET = 'dummy-secret-access-key-7f3a';
const KEY = { namespace: 'demo', name: 'my-storage' };

interface Entries {
  label: string;
  fields: Readonly<Record<string, string>>;
  /** What is stored below `spec.storage`. */
  storage: object;
  /** The keys of its Secret; none for a storage that needs none. */
  keys?: readonly string[];
}

const PROVIDERS: Readonly<Record<string, Entries>> = {
  azure: {
    label: 'Azure',
    fields: { 'Account Key': SECRET, 'Account Name': 'acmedemo', Container: 'e2e' },
    storage: { storageAccount: 'acmedemo', container: 'e2e', secretName: 'my-storage-storage-cred' },
    keys: ['AZURE_ACCOUNT_KEY'],
  },
  s3: {
    label: 'S3',
    fields: {
      'AWS Access Key ID': 'dummy-access-key-id',
      'AWS Secret Access Key': SECRET,
      Bucket: 'e2e',
      'End Point': 'https://minio.storage.svc:9000',
      Region: 'us-east-1',
    },
    storage: {
      bucket: 'e2e',
      endpoint: 'https://minio.storage.svc:9000',
      region: 'us-east-1',
      secretName: 'my-storage-storage-cred',
    },
    keys: ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'],
  },
  gcs: {
    label: 'GCS',
    fields: { 'Google Service Account JSON Key': `{"private_key": "${SECRET}"}`, Bucket: 'e2e' },
    storage: { bucket: 'e2e', secretName: 'my-storage-storage-cred' },
    keys: ['GOOGLE_SERVICE_ACCOUNT_JSON_KEY'],
  },
  local: {
    label: 'Local',
    fields: { 'Mount Path': '/safe/data', 'claim Name': 'storage-pvc' },
    storage: { mountPath: '/safe/data', persistentVolumeClaim: { claimName: 'storage-pvc' } },
  },
};

inEveryEngine('a storage, from the list and back to it', (journey) => {
  for (const [provider, { label, fields, storage, keys }] of Object.entries(PROVIDERS))
    it(`of ${label}`, async () => {
      const { user } = journey;
      await user.open(journey.at('#/backupstorages'));
      await user.sees('minio-tls');
      await user.click('link', 'Create New Instance');
      await user.choose('Namespace', 'demo');
      await user.enter('Name', 'my-storage');
      await user.choose('Provider', label);
      for (const [name, text] of Object.entries(fields)) await user.enter(name, text);
      await user.choose('Deletion Policy', 'WipeOut');
      await user.click('button', 'Preview');
      await user.click('textbox', 'Manifest as YAML');
      expect(await user.shown()).to.not.contain(SECRET);
      // The manifest ends with its spec.
      await user.press('End', 'Control');
      await user.type('  default: true');
      await user.sees('The server accepts this');
      await user.click('button', 'Submit');
      await user.seesExactly('Ready');

      const { metadata, spec, status } = (await user.stored(BACKUP_STORAGES, KEY)) as BackupStorage;
      expect(metadata).to.include(KEY);
      expect(spec).to.deep.include({
        storage: { provider, [provider]: storage },
        deletionPolicy: 'WipeOut',
        default: true,
      });
      expect(status).to.deep.include({ phase: 'Ready' });
      const secret = (await user.stored(SECRETS, { ...KEY, name: 'my-storage-storage-cred' })) as Secret;
      if (keys) expect(secret.data).to.have.all.keys(...keys);
      else expect(secret).to.equal('not-found');

      await user.click('button', 'Delete');
      await user.enter('Type my-storage to confirm', 'my-storage');
      await user.click('button', 'Delete storage and erase its data');
      await user.sees('my-storage has been deleted');
      await user.click('button', 'Close');
      await user.click('link', 'BackupStorage');
      await user.sees('minio-tls');
      expect(await user.rows()).to.not.contain('my-storage');
      expect(await user.stored(BACKUP_STORAGES, KEY)).to.equal('not-found');
    });
});
