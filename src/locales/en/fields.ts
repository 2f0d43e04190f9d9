/** Labels, helps and options of the fields that the form overlay names: by path, by key, by id. */
export const fields = () => ({
  fieldLabels: {
    'metadata.namespace': 'Namespace',
    'metadata.name': 'Name',
    'spec.deletionPolicy': 'Deletion Policy',
    'spec.runtimeSettings.pod.securityContext.runAsUser': 'Security Context',
    'spec.storage.provider': 'Provider',
    'spec.storage.azure.storageAccount': 'Account Name',
    'spec.storage.azure.container': 'Container',
    'spec.storage.azure.maxConnections': 'Max Connections',
    'spec.storage.azure.prefix': 'Prefix',
    'spec.storage.s3.insecureTLS': 'Insecure TLS',
    'spec.storage.s3.bucket': 'Bucket',
    'spec.storage.s3.endpoint': 'End Point',
    'spec.storage.s3.prefix': 'Prefix',
    'spec.storage.s3.region': 'Region',
    'spec.storage.gcs.bucket': 'Bucket',
    'spec.storage.gcs.maxConnections': 'Max Connections',
    'spec.storage.gcs.prefix': 'Prefix',
    'spec.storage.local.mountPath': 'Mount Path',
    'spec.storage.local.subPath': 'Sub Path',
    'spec.storage.local': 'Volume Source',
    'spec.storage.local.persistentVolumeClaim': 'Persistent Volume Claim',
    'spec.storage.local.persistentVolumeClaim.claimName': 'claim Name',
    'spec.storage.local.persistentVolumeClaim.readOnly': 'ReadOnly?',
    'spec.usagePolicy.allowedNamespaces.from': 'Allowed Namespaces',
    'spec.usagePolicy.allowedNamespaces.selector': 'Selector',
    'spec.default': 'Default',
  },
  fieldHelps: {
    'metadata.namespace': 'Where the storage and its Secret are created.',
    'metadata.name': 'Lower-case letters, digits, “-” and “.”. It cannot be changed later.',
    'spec.deletionPolicy':
      'What happens to the backed-up data when this storage is deleted. It can be changed at any time.',
    'spec.runtimeSettings.pod.securityContext.runAsUser':
      'User id that the initializer and cleaner jobs run as. Backup jobs are not affected.',
    'spec.storage.provider': 'Where the backups are kept.',
    'spec.storage.local':
      'A claim and NFS usually need a file system group, a host path usually needs the user id 0: see Runtime Settings, Pod, Security context.',
    'spec.storage.local.emptyDir': 'For trials only: what is stored here is gone with the job that stored it.',
    'spec.usagePolicy.allowedNamespaces.selector':
      'Labels that a namespace must have. Each namespace has the label kubernetes.io/metadata.name with its name.',
    'spec.default':
      'One storage of a namespace can be the default. It is offered to the namespaces that the usage policy allows.',
  },
  /** What stands in an empty field: an example, no value. */
  fieldExamples: {
    'spec.runtimeSettings.pod.securityContext.runAsUser': '65534',
    'spec.storage.azure.maxConnections': '5',
    'spec.storage.s3.endpoint': 'https://s3.us-east-1.amazonaws.com',
    'spec.storage.s3.region': 'us-east-1',
    'spec.storage.gcs.maxConnections': '5',
    'spec.storage.local.mountPath': '/safe/data',
  },
  deletionPolicyOptions: {
    Delete: 'Delete (Keep only database Secrets and backed up data)',
    WipeOut: 'WipeOut (Delete everything including backed up data)',
  },
  allowedNamespacesOptions: {
    Same: 'Same (only the namespace of the storage)',
    Selector: 'Selector (namespaces with certain labels)',
    All: 'All (every namespace)',
  },
  /** What to know when no Secret is given. */
  credentialLess: {
    azure: 'Workload identity.',
    s3: 'IAM roles for service accounts.',
    gcs: 'Workload identity.',
  },
  secretKeyLabels: {
    AZURE_ACCOUNT_KEY: 'Account Key',
    AWS_ACCESS_KEY_ID: 'AWS Access Key ID',
    AWS_SECRET_ACCESS_KEY: 'AWS Secret Access Key',
    CA_CERT_DATA: 'CA Cert Data',
    GOOGLE_PROJECT_ID: 'Google Project ID',
    GOOGLE_SERVICE_ACCOUNT_JSON_KEY: 'Google Service Account JSON Key',
  },
  secretKeyHelps: {
    AZURE_ACCOUNT_KEY: 'An access key of the storage account.',
    AWS_ACCESS_KEY_ID: 'The id of a key that may read and write the bucket.',
    AWS_SECRET_ACCESS_KEY: 'The secret half of that key.',
    CA_CERT_DATA: 'PEM certificate of a private certificate authority, if the endpoint uses one.',
    GOOGLE_PROJECT_ID: 'Only read by older tools: the JSON key names its project.',
    GOOGLE_SERVICE_ACCOUNT_JSON_KEY: 'The whole JSON document of a service account key.',
  },
  panelTitles: {
    spec: 'Spec',
    volume: 'Volume',
  },
  groupTitles: {
    'usage-policy': 'Usage Policy',
    'default-storage': 'Default Storage',
    'runtime-settings': 'Runtime Settings',
    more: 'More Settings',
  },
  groupHelps: {
    'usage-policy': 'Which namespaces may keep their backups here.',
    'default-storage': 'For BackupConfigurations that name no storage.',
    'runtime-settings': 'For the jobs that initialise and clean up the storage. Backup jobs are not affected.',
  },
  endpointNoUrl: 'The endpoint must be a full URL that starts with http:// or https://.',
  mountPathRelative: 'The mount path must be absolute: it starts with a slash.',
});
