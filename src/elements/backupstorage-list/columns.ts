import type { StorageColumn } from '../../controllers/storage-list-controller.js';
import type { Messages } from '../../locales/index.js';
import type { StorageRow } from '../../model/rows.js';
import { age, provider, size } from '../parts/cells.js';
import type { TableColumn } from '../parts/resource-table.js';
import { statusBadge } from '../parts/status-badge.js';

interface ColumnContext {
  messages: Messages;
  locale: string;
  now: number;
  nameCell: (row: StorageRow) => unknown;
}

/** The seven columns of KubeStash's guide. */
export function storageColumns({
  messages,
  locale,
  now,
  nameCell,
}: ColumnContext): Record<StorageColumn, TableColumn<StorageRow>> {
  return {
    name: { id: 'name', label: messages.columnName, keep: true, cell: nameCell },
    namespace: { id: 'namespace', label: messages.columnNamespace, cell: (row) => row.namespace },
    provider: { id: 'provider', label: messages.columnProvider, cell: (row) => provider(row.provider, messages) },
    size: {
      id: 'size',
      label: messages.columnSize,
      align: 'end',
      keep: true,
      cell: (row) => size(row.size, messages),
    },
    repositories: {
      id: 'repositories',
      label: messages.columnRepositories,
      align: 'end',
      cell: (row) => row.repositories,
      folded: (row) => messages.repositoryCount(row.repositories),
    },
    status: {
      id: 'status',
      label: messages.columnStatus,
      keep: true,
      cell: (row) => statusBadge(row.status, messages),
    },
    age: {
      id: 'age',
      label: messages.columnAge,
      align: 'end',
      cell: (row) => age(row.createdAt, now, locale, messages),
    },
  };
}
