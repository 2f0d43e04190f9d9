import { boolean, int64, object, string } from './fields.js';
import { volumeSources } from './volume-sources.js';

const prefix = (what: string) =>
  string('Prefix', `Directory inside the ${what} that holds the backups, e.g. cluster-a; the top if empty.`);

const secretName = (keys: string, otherwise: string) =>
  string('Secret name', `Secret in the storage's own namespace with ${keys}; empty to use ${otherwise}.`);

const s3 = () =>
  object('S3', 'A bucket of Amazon S3 or of a compatible server such as MinIO.', {
    endpoint: string(
      'Endpoint',
      'Full URL of the server with http:// or https://, e.g. https://s3.us-east-1.amazonaws.com.',
    ),
    bucket: string('Bucket', 'Name of the bucket, which should exist already.'),
    region: string('Region', 'Region of the bucket; us-east-1 for MinIO and most other servers.'),
    prefix: prefix('bucket'),
    secretName: secretName('AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and perhaps CA_CERT_DATA', 'an IAM role'),
    insecureTLS: boolean('Insecure TLS', "Do not check the server's certificate; for trials only."),
    maxConnections: int64(
      'Max connections',
      'Number of parallel workers (at least 10) when data is wiped; backups ignore it.',
    ),
  });

const azure = () =>
  object('Azure', 'A container of Azure Blob Storage.', {
    storageAccount: string('Storage account', 'Name of the storage account: 3 to 24 lowercase letters and digits.'),
    container: string('Container', 'Name of the blob container: 3 to 63 lowercase letters, digits and single hyphens.'),
    prefix: prefix('container'),
    secretName: secretName('AZURE_ACCOUNT_KEY', 'workload identity'),
    maxConnections: maxConnections(),
  });

const gcs = () =>
  object('GCS', 'A bucket of Google Cloud Storage.', {
    bucket: string('Bucket', 'Name of the bucket, which should exist already.'),
    prefix: prefix('bucket'),
    secretName: secretName('GOOGLE_SERVICE_ACCOUNT_JSON_KEY', 'workload identity'),
    maxConnections: maxConnections(),
  });

const maxConnections = () =>
  int64('Max connections', 'How many connections to the backend may be open at once; 5 if empty.');

const local = () =>
  object('Local', 'A volume that is mounted into the jobs; give a mount path and exactly one volume source.', {
    mountPath: string('Mount path', 'Absolute path in the job at which the volume is mounted, e.g. /safe/data.'),
    subPath: string('Sub path', 'Directory inside the volume that holds the backups; the top if empty.'),
    ...volumeSources(),
    maxConnections: int64('Max connections', 'Has no effect on backups into a volume.'),
  });

/** The backend: `provider` names the one block that has to be there. */
export const storageBackend = () =>
  object('Storage', 'Where the backups go; cannot be changed while repositories use the storage.', {
    provider: string('Provider', 'Kind of backend: s3, azure, gcs or local; fill in the block of the same name.'),
    s3: s3(),
    azure: azure(),
    gcs: gcs(),
    local: local(),
  });
