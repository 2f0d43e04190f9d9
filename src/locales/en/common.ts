import type { FormatsIn } from '../languages.js';
import { requestFaults, serverAnswered } from './request-faults.js';

/** What every element says. */
export const common = ({ number, plural }: FormatsIn<'en'>) => ({
  columnName: 'Name',
  columnNamespace: 'Namespace',
  columnProvider: 'Provider',
  columnSize: 'Size',
  columnRepositories: 'No. of Connected Repositories',
  columnStatus: 'Status',
  columnAge: 'Age',

  none: '—',
  noneSpoken: 'none',
  clearFilter: 'Clear filter',
  retry: 'Retry',
  repositoryCount: (count: number) => plural(count, { one: '1 repository', other: `${number(count)} repositories` }),
  polling: 'Updated every half minute.',
  staleSince: (time: string) => `Reconnecting. What you see is from ${time}.`,
  signedOutSince: (time: string) => `Your session ended. What you see is from ${time}.`,
  deniedNamespaces: 'Not shown, because you may not list them:',

  loading: 'Loading…',
  noSourceHeading: 'No data source',
  noSourceText: 'Give this element a dataSource, or put it inside a backupstorage-data-source.',
  notInstalledHeading: 'KubeStash is not installed in this cluster',
  notInstalledText: 'The API group storage.kubestash.com is not served.',
  unreachableHeading: 'The cluster cannot be reached',
  unreachableText: 'It is being tried again.',
  signedOutHeading: 'Signed out',
  signedOutText: 'Your session ended. Sign in again to see the storages.',
  marks: {
    'sync-error': 'Sync error',
    integrity: 'Integrity',
    paused: 'Paused',
    'wipe-out': 'WipeOut',
  },
  /** What a mark says where the operator said nothing. */
  markTexts: {
    'sync-error': 'not synced',
    integrity: 'Integrity check failed',
    'wipe-out': 'Backed up data is being deleted',
  },
  /** What something is, and what is said of it. */
  labelled: (label: string, text: string) => `${label}: ${text}`,
  storageNotReady: (name: string) => `BackupStorage ${name} is not ready`,
  /** Names: they stay in most languages. The filter finds the provider by its own name too. */
  providerLabels: {
    azure: 'Azure',
    s3: 'S3',
    gcs: 'GCS',
    local: 'Local',
  },
  andMore: (count: number) => `and ${number(count)} more`,
  createHeading: 'New BackupStorage',
  schemaLoading: 'Loading the form…',
  manifestLoading: 'Loading the manifest…',
  partFailedHeading: 'This part of the page could not be loaded',
  partFailedText: 'Try again. If that does not help, load the page anew: it may be older than its server.',
  serverAnswered,
  requestFaults,
});
