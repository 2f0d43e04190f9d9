import type { Translation } from '../../../src/locales/languages.js';

/** What may be the same as in English: by its path in the catalogue. */
export const SAME_AS_ENGLISH: { all: readonly string[] } & { readonly [L in Translation]?: readonly string[] } = {
  /** In any language. */
  all: [
    // Kinds of Kubernetes and KubeStash, and their abbreviations.
    'storages',
    'repositories',
    'backupConfigurations',
    'backupBatches',
    'uid',
    // Formats, products, and the names of providers.
    'yaml',
    'json',
    'providerLabels.azure',
    'providerLabels.s3',
    'providerLabels.gcs',
    'providerLabels.local',
    'marks.wipe-out',
    // Examples.
    'fieldExamples.spec.storage.s3.endpoint',
    'fieldExamples.spec.storage.s3.region',
    'fieldExamples.spec.storage.local.mountPath',
    // The server's own sentences, which people look for as they are.
    'storageExists',
    'namespaceNotFound',
    'idOutOfRange',
    // Punctuation around what is said elsewhere.
    'ofField',
    'fieldProblem',
    'problemInEditor',
    'scheduleSentence',
    'scheduleZone',
  ],
  ar: ['columnNamespace', 'fieldLabels.metadata.namespace'],
  bn: ['columnNamespace', 'fieldLabels.metadata.namespace'],
  de: [
    'columnName',
    'columnNamespace',
    'columnStatus',
    'columnSnapshots',
    'columnSession',
    'columnTask',
    'filterLabel',
    'labels',
    'live',
    'manifest',
    'format',
    'tabManifest',
    'optional',
    'backend',
    'backendHeading',
    'repositoryCount',
    'snapshotCount',
    'secretOf',
    'fieldTypes.string',
    'fieldLabels.metadata.namespace',
    'fieldLabels.metadata.name',
    'fieldLabels.spec.storage.azure.container',
    'fieldLabels.spec.storage.s3.bucket',
    'fieldLabels.spec.storage.s3.region',
    'fieldLabels.spec.storage.gcs.bucket',
    'panelTitles.volume',
  ],
  ja: ['columnNamespace', 'understood', 'fieldLabels.metadata.namespace'],
  'zh-Hans': ['columnNamespace', 'fieldLabels.metadata.namespace'],
};
