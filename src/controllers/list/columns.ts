import { STORAGE_COLUMNS, type StorageColumn } from '../storage-list-controller.js';

/** The columns that a comma-separated list names, in its order. The name is always there, and first: it heads the row. */
export function shownColumns(list: string): readonly StorageColumn[] {
  const named = list.split(',').map((id) => id.trim());
  const known = [...new Set(named)].filter((id): id is StorageColumn =>
    (STORAGE_COLUMNS as readonly string[]).includes(id),
  );
  return known.length === 0 ? STORAGE_COLUMNS : ['name', ...known.filter((id) => id !== 'name')];
}

/** The list with a column more or less; empty when all columns are shown in their order. */
export function toggledColumn(list: string, column: StorageColumn): string {
  const shown = shownColumns(list);
  const next = shown.includes(column)
    ? shown.filter((id) => id !== column || id === 'name')
    : // Where it stands among all columns, as far as the others do so too.
      STORAGE_COLUMNS.filter((id) => id === column || shown.includes(id));
  return next.length === STORAGE_COLUMNS.length && next.every((id, place) => id === STORAGE_COLUMNS[place])
    ? ''
    : next.join(',');
}
