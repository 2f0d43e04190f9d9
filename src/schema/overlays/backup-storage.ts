import { SECRET_KEYS, type Provider } from '../../model/providers.js';
import type { FieldHint, FormOverlay, PanelHint, SecretKeyHint } from '../form/overlay.js';

const block =
  (provider: string) =>
  (field: string, hint: Omit<FieldHint, 'path'> = {}): FieldHint => ({
    path: ['spec', 'storage', provider, ...field.split('.')],
    ...hint,
  });

const s3 = block('s3');
const azure = block('azure');
const gcs = block('gcs');
const local = block('local');

const spec = (...fields: FieldHint[]): PanelHint => ({ title: 'Spec', fields });

/** The model knows the keys; here are their labels and helps. */
function secretKeys(
  provider: Provider,
  words: Record<string, readonly [label: string, help: string]>,
): SecretKeyHint[] {
  return SECRET_KEYS[provider].map((key) => {
    const [label, help] = words[key.key] ?? [key.key, ''];
    return { ...key, label, help };
  });
}

/** The storage client refuses an endpoint without a scheme, but only when the storage is initialised. */
function checkEndpoint(value: unknown): string | undefined {
  if (/^https?:\/\/[^/\s]/.test(String(value))) return undefined;
  return 'The endpoint must be a full URL that starts with http:// or https://.';
}

function checkAbsolutePath(value: unknown): string | undefined {
  return String(value).startsWith('/') ? undefined : 'The mount path must be absolute: it starts with a slash.';
}

/** The labels and the order are those of KubeStash's own guide, because that is what users look for. */
export const backupStorageOverlay: FormOverlay = {
  basic: [
    {
      path: ['metadata', 'namespace'],
      label: 'Namespace',
      help: 'Where the storage and its Secret are created.',
      required: true,
    },
    {
      path: ['metadata', 'name'],
      label: 'Name',
      help: 'Lower-case letters, digits, “-” and “.”. It cannot be changed later.',
      required: true,
    },
    {
      path: ['spec', 'deletionPolicy'],
      label: 'Deletion Policy',
      help: 'What happens to the backed-up data when this storage is deleted. It can be changed at any time.',
      required: true,
      options: {
        Delete: 'Delete (Keep only database Secrets and backed up data)',
        WipeOut: 'WipeOut (Delete everything including backed up data)',
      },
    },
    {
      path: ['spec', 'runtimeSettings', 'pod', 'securityContext', 'runAsUser'],
      label: 'Security Context',
      help: 'User id that the initializer and cleaner jobs run as. Backup jobs are not affected.',
      placeholder: '65534',
    },
  ],
  providers: {
    azure: {
      label: 'Azure',
      secretKeys: secretKeys('azure', {
        AZURE_ACCOUNT_KEY: ['Account Key', 'An access key of the storage account.'],
      }),
      authFields: [azure('storageAccount', { label: 'Account Name', required: true })],
      credentialLess: 'Workload identity.',
      panels: [
        spec(
          azure('container', { label: 'Container', required: true }),
          azure('maxConnections', { label: 'Max Connections', placeholder: '5' }),
          azure('prefix', { label: 'Prefix' }),
        ),
      ],
    },
    s3: {
      label: 'S3',
      secretKeys: secretKeys('s3', {
        AWS_ACCESS_KEY_ID: ['AWS Access Key ID', 'The id of a key that may read and write the bucket.'],
        AWS_SECRET_ACCESS_KEY: ['AWS Secret Access Key', 'The secret half of that key.'],
        CA_CERT_DATA: ['CA Cert Data', 'PEM certificate of a private certificate authority, if the endpoint uses one.'],
      }),
      authFields: [],
      credentialLess: 'IAM roles for service accounts.',
      panels: [
        spec(
          s3('insecureTLS', { label: 'Insecure TLS', switch: true }),
          s3('bucket', { label: 'Bucket', required: true }),
          s3('endpoint', {
            label: 'End Point',
            required: true,
            placeholder: 'https://s3.us-east-1.amazonaws.com',
            check: checkEndpoint,
          }),
          s3('prefix', { label: 'Prefix' }),
          s3('region', { label: 'Region', required: true, placeholder: 'us-east-1' }),
        ),
      ],
    },
    gcs: {
      label: 'GCS',
      secretKeys: secretKeys('gcs', {
        GOOGLE_PROJECT_ID: ['Google Project ID', 'Only read by older tools: the JSON key names its project.'],
        GOOGLE_SERVICE_ACCOUNT_JSON_KEY: [
          'Google Service Account JSON Key',
          'The whole JSON document of a service account key.',
        ],
      }),
      authFields: [],
      credentialLess: 'Workload identity.',
      panels: [
        spec(
          gcs('bucket', { label: 'Bucket', required: true }),
          gcs('maxConnections', { label: 'Max Connections', placeholder: '5' }),
          gcs('prefix', { label: 'Prefix' }),
        ),
      ],
    },
    local: {
      label: 'Local',
      authFields: [],
      panels: [
        spec(
          local('mountPath', {
            label: 'Mount Path',
            required: true,
            placeholder: '/safe/data',
            check: checkAbsolutePath,
          }),
          local('subPath', { label: 'Sub Path' }),
        ),
        {
          title: 'Volume',
          fields: [],
          choice: {
            path: ['spec', 'storage', 'local'],
            label: 'Volume Source',
            help: 'A claim and NFS usually need a file system group, a host path usually needs the user id 0: see Runtime Settings, Pod, Security context.',
            first: ['persistentVolumeClaim', 'nfs', 'hostPath'],
            fields: [
              local('persistentVolumeClaim', { label: 'Persistent Volume Claim' }),
              local('persistentVolumeClaim.claimName', { label: 'claim Name', required: true }),
              local('persistentVolumeClaim.readOnly', { label: 'ReadOnly?', switch: true }),
              local('emptyDir', { help: 'For trials only: what is stored here is gone with the job that stored it.' }),
            ],
          },
        },
      ],
    },
  },
  groups: [
    {
      id: 'usage-policy',
      title: 'Usage Policy',
      help: 'Which namespaces may keep their backups here.',
      fields: [
        {
          path: ['spec', 'usagePolicy', 'allowedNamespaces', 'from'],
          label: 'Allowed Namespaces',
          options: {
            Same: 'Same (only the namespace of the storage)',
            Selector: 'Selector (namespaces with certain labels)',
            All: 'All (every namespace)',
          },
        },
        {
          path: ['spec', 'usagePolicy', 'allowedNamespaces', 'selector'],
          label: 'Selector',
          help: 'Labels that a namespace must have. Each namespace has the label kubernetes.io/metadata.name with its name.',
          when: { path: ['spec', 'usagePolicy', 'allowedNamespaces', 'from'], equals: 'Selector' },
        },
      ],
    },
    {
      id: 'default-storage',
      title: 'Default Storage',
      help: 'For BackupConfigurations that name no storage.',
      fields: [
        {
          path: ['spec', 'default'],
          label: 'Default',
          help: 'One storage of a namespace can be the default. It is offered to the namespaces that the usage policy allows.',
          switch: true,
        },
      ],
    },
    {
      id: 'runtime-settings',
      title: 'Runtime Settings',
      help: 'For the jobs that initialise and clean up the storage. Backup jobs are not affected.',
      fields: [{ path: ['spec', 'runtimeSettings', 'pod'] }, { path: ['spec', 'runtimeSettings', 'container'] }],
      filter: true,
    },
  ],
};
