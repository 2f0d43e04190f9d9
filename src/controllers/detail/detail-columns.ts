import type { RepositoryRow, SessionRow } from '../../model/rows.js';
import type { SortKey } from '../row-view.js';

/** The columns of the Repositories table, in their order. */
export const REPOSITORY_COLUMNS = [
  'name',
  'namespace',
  'size',
  'snapshots',
  'target',
  'retention-policy',
  'status',
  'age',
] as const;
export type RepositoryColumn = (typeof REPOSITORY_COLUMNS)[number];

/** The columns of the BackupConfigurations table, in their order. */
export const SESSION_COLUMNS = [
  'name',
  'namespace',
  'schedule',
  'target',
  'session',
  'invoker-kind',
  'task',
  'paused',
  'status',
] as const;
export type SessionColumn = (typeof SESSION_COLUMNS)[number];

/** What a column of the Repositories table is sorted by. */
export const REPOSITORY_SORT_KEYS: Readonly<Record<RepositoryColumn, (row: RepositoryRow) => SortKey>> = {
  name: (row) => row.name,
  namespace: (row) => row.namespace,
  size: (row) => row.sizeBytes,
  snapshots: (row) => row.snapshots,
  target: (row) => row.target?.toLowerCase(),
  'retention-policy': (row) => row.retentionPolicies[0]?.name,
  status: (row) => row.status.label.toLowerCase(),
  age: (row) => (row.createdAt === undefined ? undefined : -row.createdAt),
};

/** What a column of the BackupConfigurations table is sorted by. */
export const SESSION_SORT_KEYS: Readonly<Record<SessionColumn, (row: SessionRow) => SortKey>> = {
  name: (row) => row.name,
  namespace: (row) => row.namespace,
  schedule: (row) => row.schedule,
  target: (row) => row.target?.toLowerCase(),
  session: (row) => row.session,
  'invoker-kind': (row) => row.invokerKind,
  task: (row) => row.tasks.join(' ') || undefined,
  paused: (row) => (row.paused ? 1 : 0),
  status: (row) => row.status.label.toLowerCase(),
};

const lower = (...words: readonly (string | undefined)[]): string => words.filter(Boolean).join(' ').toLowerCase();

/** What the filter of the Repositories table looks into: everything that a row says in words. */
export function repositoryText({ namespace, name, target, retentionPolicies, status }: RepositoryRow): string {
  const policies = retentionPolicies.map((policy) => `${policy.namespace}/${policy.name}`);
  const marks = status.marks.map(({ kind }) => kind.replace('-', ' '));
  return lower(`${namespace}/${name}`, target, ...policies, status.label, ...marks);
}

/** What the filter of the BackupConfigurations table looks into. */
export function sessionText(row: SessionRow): string {
  const { namespace, name, session, schedule, target, tasks, status } = row;
  const state = [row.paused ? 'paused' : '', row.suspended ? 'suspended' : ''];
  return lower(`${namespace}/${name}`, session, schedule, target, ...tasks, status.label, ...state);
}
