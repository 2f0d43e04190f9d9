import { html, nothing, type TemplateResult } from 'lit';
import type { Formats } from '../../locales/formats.js';
import type { RowWindow } from '../../controllers/row-window.js';
import type { StorageColumn, StorageListController } from '../../controllers/storage-list-controller.js';
import type { ListWords } from '../../locales/index.js';
import { formatAge } from '../../model/age.js';
import type { StorageRow } from '../../model/rows.js';
import { fillTemplate, nameLink } from '../parts/cells.js';
import { resourceTable } from '../parts/resource-table.js';
import { storageColumns } from './columns.js';

/** More rows than a screen has. */
const EVEN_FROM = 50;

interface ListTable {
  messages: ListWords;
  formats: Formats;
  now: number;
  list: StorageListController;
  range: RowWindow['range'];
  /** Of the table's place, in CSS pixels; undefined until it is known. */
  width: number | undefined;
  /** Those of the range. */
  rows: readonly StorageRow[];
  /** The element that shows each row, by uid. */
  slots: ReadonlyMap<string, number>;
  columns: readonly StorageColumn[];
  detailHref: string | undefined;
  stale: boolean;
  onSelect: (event: Event, row: StorageRow) => void;
  onSort: (column: StorageColumn) => void;
}

/** The rows that are near the visible part of the table. */
export function listTable(table: ListTable): TemplateResult {
  const { messages, formats, now, list, range, width, rows } = table;
  const isGone = (row: StorageRow) => list.isGone(row.uid);
  const columns = storageColumns({
    messages,
    formats,
    now,
    nameCell: (row) => {
      const href = fillTemplate(table.detailHref, row);
      return html`${nameLink(row.name, href, (event) => table.onSelect(event, row))}${
        isGone(row) ? html`<span class="visually-hidden"> ${messages.rowDeleted}</span>` : nothing
      }`;
    },
  });
  const shown = table.columns.join();
  return resourceTable<StorageRow>({
    label: messages.storages,
    columns: table.columns.map((id) => columns[id]),
    rows,
    count: list.count,
    key: (row) => table.slots.get(row.uid),
    dependencies: ({ createdAt }) => [
      messages,
      shown,
      table.detailHref,
      formats,
      createdAt === undefined ? undefined : formatAge(createdAt, now),
    ],
    sort: list.sort,
    onSort: (column) => table.onSort(column as StorageColumn),
    range,
    even: list.total > EVEN_FROM,
    width,
    stale: table.stale,
    isGone,
  });
}
