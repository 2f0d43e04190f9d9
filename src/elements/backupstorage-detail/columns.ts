import { html } from 'lit';
import type { Formats } from '../../locales/formats.js';
import type { RepositoryColumn, SessionColumn } from '../../controllers/storage-detail-controller.js';
import { REPOSITORY_COLUMNS, SESSION_COLUMNS } from '../../controllers/storage-detail-controller.js';
import type { DetailWords } from '../../locales/index.js';
import { keyOf } from '../../model/references.js';
import type { RepositoryRow, SessionRow } from '../../model/rows.js';
import { age, none, orNone, size, unbroken } from '../parts/cells.js';
import type { TableColumn } from '../parts/resource-table.js';
import { statusBadge } from '../parts/status-badge.js';
import { scheduleCell } from './schedule-view.js';

interface ColumnContext<Row> {
  messages: DetailWords;
  formats: Formats;
  now: number;
  nameCell: (row: Row) => unknown;
}

/** The eight columns of the guide's Repositories table. */
export function repositoryColumns({
  messages,
  formats,
  now,
  nameCell,
}: ColumnContext<RepositoryRow>): TableColumn<RepositoryRow>[] {
  const columns: Record<RepositoryColumn, Omit<TableColumn<RepositoryRow>, 'id'>> = {
    name: { label: messages.columnName, keep: true, cell: nameCell },
    namespace: { label: messages.columnNamespace, cell: (row) => unbroken(row.namespace) },
    size: { label: messages.columnSize, align: 'end', keep: true, cell: (row) => size(row.size, messages) },
    snapshots: {
      label: messages.columnSnapshots,
      align: 'end',
      cell: (row) => orNone(row.snapshots, messages),
      folded: (row) => (row.snapshots === undefined ? none(messages) : messages.snapshotCount(row.snapshots)),
    },
    target: {
      label: messages.columnTarget,
      // Without an object nobody knows; with one, no target means the cluster's own resources.
      cell: (row) => row.target ?? (row.partial ? none(messages) : messages.clusterResources),
    },
    'retention-policy': {
      label: messages.columnRetentionPolicy,
      cell: (row) =>
        orNone(formats.series(row.retentionPolicies.map(({ namespace, name }) => keyOf(namespace, name))), messages),
    },
    status: { label: messages.columnStatus, keep: true, cell: (row) => statusBadge(row.status, messages) },
    age: { label: messages.columnAge, align: 'end', cell: (row) => age(row.createdAt, now, formats, messages) },
  };
  return REPOSITORY_COLUMNS.map((id) => ({ id, ...columns[id] }));
}

/** The nine columns of the guide's BackupConfigurations table. */
export function sessionColumns({
  messages,
  formats,
  now,
  nameCell,
  inWords,
}: ColumnContext<SessionRow> & {
  /** Schedules are read out beside what is written. */
  inWords: boolean;
}): TableColumn<SessionRow>[] {
  const columns: Record<SessionColumn, Omit<TableColumn<SessionRow>, 'id'>> = {
    name: { label: messages.columnName, keep: true, cell: nameCell },
    namespace: { label: messages.columnNamespace, cell: (row) => unbroken(row.namespace) },
    schedule: {
      label: messages.columnSchedule,
      cell: (row) => scheduleCell(row, { messages, formats, now, inWords }),
    },
    target: { label: messages.columnTarget, cell: (row) => row.target ?? messages.clusterResources },
    session: { label: messages.columnSession, cell: (row) => orNone(row.session, messages) },
    'invoker-kind': {
      label: messages.columnInvokerKind,
      cell: (row) => html`Backup<wbr />${row.invokerKind.slice('Backup'.length)}`,
    },
    task: { label: messages.columnTask, cell: (row) => orNone(formats.series(row.tasks), messages) },
    paused: {
      label: messages.columnPaused,
      cell: (row) => (row.paused ? messages.yes : messages.no),
      folded: (row) => (row.paused ? messages.paused : messages.notPaused),
    },
    // Paused has a column of its own here.
    status: {
      label: messages.columnStatus,
      keep: true,
      cell: (row) =>
        statusBadge({ ...row.status, marks: row.status.marks.filter(({ kind }) => kind !== 'paused') }, messages),
    },
  };
  return SESSION_COLUMNS.map((id) => ({ id, ...columns[id] }));
}
