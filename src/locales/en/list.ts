import type { FormatsIn } from '../languages.js';

/** The list. */
export const list = ({ number, plural, series }: FormatsIn<'en'>) => ({
  storages: 'BackupStorages',
  selectNamespace: 'Select Namespace',
  allNamespaces: 'All namespaces',
  createNew: 'Create New Instance',
  filterLabel: 'Filter',
  filterPlaceholder: 'Filter by name, provider or status',
  mayNotCreate: 'You may not create BackupStorages here.',
  sortedBy: (column: string, descending: boolean) => `Sorted by ${column}, ${descending ? 'descending' : 'ascending'}`,

  storageCount: (count: number) => plural(count, { one: '1 storage', other: `${number(count)} storages` }),
  hiddenByFilter: (count: number) => `${number(count)} hidden by filter`,
  countAndHidden: (shown: string, hidden: string) => `${shown}, ${hidden}`,
  live: 'Live',
  loadingMore: 'Loading more…',
  reconnecting: 'Reconnecting…',
  emptyHeading: 'No storages yet',
  emptyText: 'Backups need a place to live.',
  emptyInNamespace: (namespace: string) => `There is no BackupStorage in the namespace ${namespace}.`,
  noMatchHeading: 'No storage matches the filter',
  noMatchText: (filter: string) => `Nothing here contains “${filter}”.`,
  forbiddenHeading: 'You may not list BackupStorages',
  forbiddenEverywhereHeading: 'You may not list BackupStorages in all namespaces',
  forbiddenWayOn: 'Choose a namespace that you may read.',

  clearFilters: 'Clear filters',
  columns: 'Columns',
  namespacesMany: (count: number) => `Type to find one of ${number(count)}. Empty for all.`,
  namespacesUnreadable: 'You may not list namespaces: type the name of one. Empty for all.',
  noMatchChosen: (filter: string) =>
    filter === ''
      ? 'Nothing here has the chosen provider and status.'
      : `Nothing here contains “${filter}” and has the chosen provider and status.`,
  changesWait: (count: number) => plural(count, { one: '1 change waits', other: `${number(count)} changes wait` }),
  showChanges: 'Show',
  rowDeleted: 'deleted',
  liveNews: (added: number, removed: number, status: number) => {
    const storages = (count: number) => plural(count, { one: '1 storage', other: `${number(count)} storages` });
    const said = [
      added > 0 ? `${storages(added)} added` : '',
      removed > 0 ? `${storages(removed)} removed` : '',
      status > 0 ? `${storages(status)} with another status` : '',
    ];
    return series(said.filter(Boolean));
  },
});
