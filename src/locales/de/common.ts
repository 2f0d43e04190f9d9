import type { CommonMessages } from '../groups/common.js';
import type { FormatsIn } from '../languages.js';

export const common = ({ number, plural }: FormatsIn<'de'>): CommonMessages => ({
  columnName: 'Name',
  columnNamespace: 'Namespace',
  columnProvider: 'Anbieter',
  columnSize: 'Größe',
  columnRepositories: 'Anzahl verbundener Repositories',
  columnStatus: 'Status',
  columnAge: 'Alter',

  none: '—',
  noneSpoken: 'keine Angabe',
  clearFilter: 'Filter leeren',
  retry: 'Erneut versuchen',
  repositoryCount: (count) => plural(count, { one: '1 Repository', other: `${number(count)} Repositories` }),
  polling: 'Wird alle halbe Minute aktualisiert.',
  staleSince: (time) => `Verbindung wird wiederhergestellt. Angezeigt wird der Stand von ${time}.`,
  signedOutSince: (time) => `Die Sitzung ist abgelaufen. Angezeigt wird der Stand von ${time}.`,
  deniedNamespaces: 'Nicht angezeigt, weil das Recht zum Auflisten fehlt:',

  loading: 'Wird geladen…',
  noSourceHeading: 'Keine Datenquelle',
  noSourceText: 'Dieses Element braucht eine dataSource oder einen Platz in einem backupstorage-data-source.',
  notInstalledHeading: 'KubeStash ist in diesem Cluster nicht installiert',
  notInstalledText: 'Die API-Gruppe storage.kubestash.com wird nicht angeboten.',
  unreachableHeading: 'Der Cluster ist nicht erreichbar',
  unreachableText: 'Es wird weiter versucht.',
  signedOutHeading: 'Abgemeldet',
  signedOutText: 'Die Sitzung ist abgelaufen. Nach erneuter Anmeldung sind die Speicher wieder zu sehen.',
  marks: {
    'sync-error': 'Synchronisierungsfehler',
    integrity: 'Integrität',
    paused: 'Pausiert',
    'wipe-out': 'WipeOut',
  },
  markTexts: {
    'sync-error': 'nicht synchronisiert',
    integrity: 'Integritätsprüfung nicht bestanden',
    'wipe-out': 'Die gesicherten Daten werden gelöscht',
  },
  labelled: (label, text) => `${label}: ${text}`,
  storageNotReady: (name) => `BackupStorage ${name} ist nicht bereit`,
  providerLabels: {
    azure: 'Azure',
    s3: 'S3',
    gcs: 'GCS',
    local: 'Local',
  },
  andMore: (count) => `und ${number(count)} weitere`,
  createHeading: 'Neuer BackupStorage',
  schemaLoading: 'Das Formular wird geladen…',
  manifestLoading: 'Das Manifest wird geladen…',
  partFailedHeading: 'Dieser Teil der Seite konnte nicht geladen werden',
  partFailedText:
    'Bitte erneut versuchen. Hilft das nicht, die Seite neu laden: Sie ist vielleicht älter als ihr Server.',
});
