import type { ListMessages } from '../groups/list.js';
import type { FormatsIn } from '../languages.js';

export const list = ({ number, plural, series }: FormatsIn<'de'>): ListMessages => ({
  storages: 'BackupStorages',
  selectNamespace: 'Namespace auswählen',
  allNamespaces: 'Alle Namespaces',
  createNew: 'Neue Instanz anlegen',
  filterLabel: 'Filter',
  filterPlaceholder: 'Nach Name, Anbieter oder Status filtern',
  mayNotCreate: 'Hier fehlt das Recht, BackupStorages anzulegen.',
  sortedBy: (column, descending) => `Sortiert nach ${column}, ${descending ? 'absteigend' : 'aufsteigend'}`,

  storageCount: (count) => plural(count, { one: '1 Speicher', other: `${number(count)} Speicher` }),
  hiddenByFilter: (count) => `${number(count)} durch Filter ausgeblendet`,
  countAndHidden: (shown, hidden) => `${shown}, ${hidden}`,
  live: 'Live',
  loadingMore: 'Weitere werden geladen…',
  reconnecting: 'Verbindung wird wiederhergestellt…',
  emptyHeading: 'Noch keine Speicher',
  emptyText: 'Backups brauchen einen Ort.',
  emptyInNamespace: (namespace) => `Im Namespace ${namespace} gibt es keinen BackupStorage.`,
  noMatchHeading: 'Kein Speicher passt zum Filter',
  noMatchText: (filter) => `Nichts hier enthält „${filter}“.`,
  forbiddenHeading: 'Das Recht, BackupStorages aufzulisten, fehlt',
  forbiddenEverywhereHeading: 'Das Recht, BackupStorages in allen Namespaces aufzulisten, fehlt',
  forbiddenWayOn: 'Bitte einen lesbaren Namespace wählen.',

  clearFilters: 'Filter leeren',
  columns: 'Spalten',
  namespacesMany: (count) => `Tippen, um einen von ${number(count)} zu finden. Leer für alle.`,
  namespacesUnreadable: 'Das Recht, Namespaces aufzulisten, fehlt: den Namen eintippen. Leer für alle.',
  noMatchChosen: (filter) =>
    filter === ''
      ? 'Nichts hier hat den gewählten Anbieter und Status.'
      : `Nichts hier enthält „${filter}“ und hat den gewählten Anbieter und Status.`,
  changesWait: (count) => plural(count, { one: '1 Änderung wartet', other: `${number(count)} Änderungen warten` }),
  showChanges: 'Anzeigen',
  rowDeleted: 'gelöscht',
  liveNews: (added, removed, status) => {
    const said = [
      added > 0 ? plural(added, { one: '1 Speicher neu', other: `${number(added)} Speicher neu` }) : '',
      removed > 0 ? plural(removed, { one: '1 Speicher entfernt', other: `${number(removed)} Speicher entfernt` }) : '',
      status > 0
        ? plural(status, {
            one: '1 Speicher mit anderem Status',
            other: `${number(status)} Speicher mit anderem Status`,
          })
        : '',
    ];
    return series(said.filter(Boolean));
  },
});
