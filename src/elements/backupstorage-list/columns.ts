import type { Formats } from '../../locales/formats.js';
import type { StorageColumn } from '../../controllers/storage-list-controller.js';
import type { ListWords } from '../../locales/index.js';
import type { StorageRow } from '../../model/rows.js';
import { age, provider, size } from '../parts/cells.js';
import type { TableColumn } from '../parts/resource-table.js';
import { statusButton } from '../parts/status-badge.js';

const LABELS = {
  name: 'columnName',
  namespace: 'columnNamespace',
  provider: 'columnProvider',
  size: 'columnSize',
  repositories: 'columnRepositories',
  status: 'columnStatus',
  age: 'columnAge',
} as const satisfies Record<StorageColumn, keyof ListWords>;

/** What heads a column. */
export function columnLabel(column: StorageColumn, messages: ListWords): string {
  return messages[LABELS[column]];
}

interface ColumnContext {
  messages: ListWords;
  formats: Formats;
  now: number;
  nameCell: (row: StorageRow) => unknown;
}

/** The seven columns of KubeStash's guide. */
export function storageColumns({
  messages,
  formats,
  now,
  nameCell,
}: ColumnContext): Record<StorageColumn, TableColumn<StorageRow>> {
  return {
    name: { id: 'name', label: columnLabel('name', messages), keep: true, cell: nameCell },
    namespace: { id: 'namespace', label: columnLabel('namespace', messages), cell: (row) => row.namespace },
    provider: {
      id: 'provider',
      label: columnLabel('provider', messages),
      cell: (row) => provider(row.provider, messages),
    },
    size: {
      id: 'size',
      label: columnLabel('size', messages),
      align: 'end',
      keep: true,
      cell: (row) => size(row.size, messages),
    },
    repositories: {
      id: 'repositories',
      label: columnLabel('repositories', messages),
      align: 'end',
      cell: (row) => row.repositories,
      folded: (row) => messages.repositoryCount(row.repositories),
    },
    status: {
      id: 'status',
      label: columnLabel('status', messages),
      keep: true,
      cell: (row) => statusButton(row.status, messages, row.uid),
    },
    age: {
      id: 'age',
      label: columnLabel('age', messages),
      align: 'end',
      cell: (row) => age(row.createdAt, now, formats, messages),
    },
  };
}
