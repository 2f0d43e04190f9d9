// What every contender's rows say, in the same words: the library's own reading of an object, so that none parses more
// than another. Columns are those of the list element.
import { formatAge, providerLabel, storageRow } from '../../dist/model/index.js';

export { storageRow, providerLabel };

export const COLUMNS = [
  { id: 'name', label: 'Name' },
  { id: 'namespace', label: 'Namespace' },
  { id: 'provider', label: 'Provider' },
  { id: 'size', label: 'Total size' },
  { id: 'repositories', label: 'Repositories' },
  { id: 'status', label: 'Status' },
  { id: 'age', label: 'Age' },
];

/** What the cell of a column says. */
export const TEXTS = {
  name: (row) => row.name,
  namespace: (row) => row.namespace,
  provider: (row) => (row.provider === undefined ? '' : providerLabel(row.provider)),
  size: (row) => row.size ?? '',
  repositories: (row) => String(row.repositories),
  status: (row) => row.status.label,
  age: (row) => (row.createdAt === undefined ? '' : formatAge(row.createdAt, Date.now())),
};

/** What a column sorts by. */
export const KEYS = {
  ...TEXTS,
  size: (row) => row.sizeBytes ?? -1,
  repositories: (row) => row.repositories,
  age: (row) => -(row.createdAt ?? 0),
};

/** Lower-case text that a filter looks into. */
export const filterText = (row) =>
  `${row.name} ${row.namespace} ${TEXTS.provider(row)} ${row.status.label}`.toLowerCase();

export const hrefOf = (row) => `#/storages/${row.namespace}/${row.name}`;

/** For contenders that keep what the server sent: nobody shows managedFields in a list. */
export function withoutManagedFields(object) {
  const { managedFields: _managed, ...metadata } = object.metadata;
  return { ...object, metadata };
}
