import { css, html, nothing, type TemplateResult } from 'lit';
import { classMap } from 'lit/directives/class-map.js';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import type { WindowRange } from '../../controllers/row-window.js';
import type { Sort } from '../../controllers/row-view.js';
import { icon } from './icons.js';
import { setHeight } from './set-height.js';

export interface TableColumn<Row> {
  id: string;
  label: string;
  /** Figures align at the end. */
  align?: 'end';
  /** Stays when there is little room; the others fold under the name then. */
  keep?: boolean;
  cell: (row: Row) => unknown;
  /** What to show instead where the column folds under the name and its header is not seen. */
  folded?: (row: Row) => unknown;
}

export interface TableOptions<Row> {
  /** Names the table for screen readers. */
  label: string;
  /** The first is the row's header. */
  columns: readonly TableColumn<Row>[];
  rows: readonly Row[];
  /** What a row's element is known by: it stays for as long as this does. */
  key: (row: Row) => unknown;
  /**
   * Everything that a row's cells tell besides the row itself. A row is rendered anew only when it or one of these is
   * another; without it, each time.
   */
  dependencies?: (row: Row) => readonly unknown[];
  sort: Sort;
  onSort: (column: string) => void;
  /** Which rows to render; all when absent. */
  range?: WindowRange;
  /** How many rows there are, where `rows` are only those of the range. */
  count?: number;
  /** The row stands for something that is there no more. */
  isGone?: (row: Row) => boolean;
  /** Says that the rows are not current. */
  stale?: boolean;
  /** Long cells break into lines: for short tables with many columns. */
  wrap?: boolean;
}

/**
 * A native table (rows and columns are announced by every screen reader) with sort buttons in its headers.
 * https://www.w3.org/WAI/ARIA/apg/patterns/table/examples/sortable-table/
 */
export function resourceTable<Row>(options: TableOptions<Row>): TemplateResult {
  const { columns, rows, range, sort } = options;
  const shown = range && options.count === undefined ? rows.slice(range.start, range.end) : rows;
  const count = options.count ?? rows.length;
  const windowed = range !== undefined && shown.length < count;
  const spacer = (height: number) =>
    height > 0
      ? html`<tr class="spacer" aria-hidden="true">
          <td class="space" colspan=${columns.length} ${setHeight(height)}></td>
        </tr>`
      : nothing;
  const kept = `kept-${columns.slice(1).filter(({ keep }) => keep).length}`;
  // The roles are those of the tags: said, they stay whatever `display` a narrow place asks for.
  return html`<table
    part="table"
    role="table"
    aria-label=${options.label}
    aria-rowcount=${windowed ? count + 1 : nothing}
    class=${classMap({ [kept]: true, stale: options.stale ?? false, windowed, wrap: options.wrap ?? false })}
  >
    <thead>
      <tr role="row" aria-rowindex=${windowed ? 1 : nothing}>
        ${columns.map((column) => header(column, sort, options.onSort))}
      </tr>
    </thead>
    <tbody>
      ${spacer(range?.before ?? 0)}
      ${repeat(shown, options.key, (row, index) => {
        const rowIndex = windowed ? range.start + index + 2 : undefined;
        const gone = options.isGone?.(row) ?? false;
        const render = () => dataRow(columns, row, rowIndex, gone);
        return options.dependencies ? guard([row, rowIndex, gone, ...options.dependencies(row)], render) : render();
      })}
      ${spacer(range?.after ?? 0)}
    </tbody>
  </table>`;
}

function header<Row>(column: TableColumn<Row>, sort: Sort, onSort: (column: string) => void): TemplateResult {
  const sorted = sort.column === column.id ? sort.direction : undefined;
  return html`<th
    scope="col"
    role="columnheader"
    part="column-header"
    class=${classes(column)}
    aria-sort=${sorted ?? nothing}
  >
    <button type="button" part="sort-button" class="sort" @click=${() => onSort(column.id)}>
      <span>${column.label}</span>${icon(sorted ?? 'sortable')}
    </button>
  </th>`;
}

function dataRow<Row>(
  columns: readonly TableColumn<Row>[],
  row: Row,
  rowIndex: number | undefined,
  gone: boolean,
): TemplateResult {
  const [first, ...others] = columns;
  const folded = others.filter((column) => !column.keep);
  return html`<tr part="row" role="row" class=${gone ? 'gone' : nothing} aria-rowindex=${rowIndex ?? nothing}>
    <th scope="row" role="rowheader" part="cell cell-${first!.id}" class=${classes(first!)}>
      <div class="first">${first!.cell(row)}</div>
      <div class="fold">
        ${folded.map(
          (column, index) =>
            html`<span class="fold-item"
              >${index === 0 ? nothing : ' · '}<span class="visually-hidden">${column.label} </span
              >${(column.folded ?? column.cell)(row)}</span
            >`,
        )}
      </div>
    </th>
    ${others.map((column) => html`<td role="cell" part="cell cell-${column.id}" class=${classes(column)}>${column.cell(row)}</td>`)}
  </tr>`;
}

function classes<Row>(column: TableColumn<Row>): string {
  return `c-${column.id} ${column.align ?? ''} ${column.keep ? 'keep' : ''}`;
}

/** The next sort when a header is pressed: ascending first, then the other way round. */
export function toggledSort(sort: Sort, column: string): Sort {
  const direction = sort.column === column && sort.direction === 'ascending' ? 'descending' : 'ascending';
  return { column, direction };
}

export const resourceTableStyles = css`
  .table-region {
    /* Holds what is visually hidden in rows: it would lengthen the page otherwise. */
    position: relative;
    overflow: auto;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    overscroll-behavior-x: contain;
  }

  table {
    inline-size: 100%;
    font-size: 0.9375em;
    border-collapse: separate;
    border-spacing: 0;
    font-variant-numeric: tabular-nums;
  }

  thead th {
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
    padding: 0;
    background: var(--_surface);
    border-block-end: 1px solid var(--_border);
    text-align: start;
  }

  .sort {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    inline-size: 100%;
    min-block-size: 36px;
    padding: 6px 12px;
    border: 0;
    background: transparent;
    font-size: 0.875em;
    font-weight: 600;
    color: var(--_muted);
    white-space: nowrap;
    text-align: start;
    cursor: pointer;
  }

  .sort:hover {
    background: var(--_hover);
  }

  .sort:focus-visible {
    outline-offset: -3px;
  }

  .sort .icon {
    inline-size: 14px;
    block-size: 14px;
    opacity: 0.55;
  }

  [aria-sort] .sort {
    color: inherit;
  }

  [aria-sort] .sort .icon {
    opacity: 1;
  }

  .end .sort {
    justify-content: flex-end;
  }

  tbody th,
  tbody td {
    block-size: var(--_row);
    padding: 4px 12px;
    border-block-end: 1px solid var(--_border);
    font-weight: inherit;
    text-align: start;
    white-space: nowrap;
    max-inline-size: 26ch;
    overflow: hidden;
    text-overflow: ellipsis;
  }

  tbody .c-status {
    max-inline-size: none;
  }

  .wrap tbody th,
  .wrap tbody td {
    padding-inline: 8px;
    white-space: normal;
    overflow-wrap: break-word;
  }

  .wrap .mono,
  .wrap .unbroken {
    white-space: nowrap;
  }

  /* Names have hyphens, at which every one of them would break before another column gives way. */
  .wrap .first {
    inline-size: max-content;
    max-inline-size: 26ch;
  }

  .wrap .status {
    flex-wrap: wrap;
  }

  .wrap .sort {
    padding-inline: 8px;
  }

  .wrap tbody .end {
    white-space: nowrap;
  }

  tbody th a {
    font-weight: 500;
  }

  tbody tr:last-child > * {
    border-block-end: 0;
  }

  tbody tr:not(.spacer):hover {
    background: var(--_hover);
  }

  tbody .end {
    text-align: end;
  }

  .gone .first {
    text-decoration: line-through;
  }

  .gone > * {
    color: var(--_muted);
  }

  .spacer td {
    padding: 0;
    border: 0;
  }

  /* Paler, and as well to be read as before. */
  .stale tbody {
    filter: saturate(0.4);
  }

  .first {
    overflow: hidden;
    text-overflow: ellipsis;
  }

  .fold {
    display: none;
  }

  @container (inline-size < 640px) {
    /*
     * Each row is a grid of two lines: the columns that stay, and below them, over the whole width, what folds. However
     * long a value is, it leaves the names room to be read.
     */
    table {
      display: grid;
      grid-template-columns: minmax(30%, 1fr) minmax(0, min-content);
    }

    .kept-2 {
      grid-template-columns: minmax(30%, 1fr) minmax(0, min-content) minmax(0, min-content);
    }

    .kept-0 {
      grid-template-columns: minmax(0, 1fr);
    }

    thead,
    tbody,
    tr {
      display: grid;
      grid-column: 1 / -1;
      grid-template-columns: subgrid;
    }

    thead {
      position: sticky;
      inset-block-start: 0;
      z-index: 1;
    }

    thead th:not(:first-child, .keep),
    tbody td:not(.keep, .space) {
      display: none;
    }

    .sort {
      padding-inline: 8px;
    }

    tbody th,
    tbody td {
      grid-row: 1;
      padding: 6px 8px;
      max-inline-size: none;
      block-size: auto;
      border: 0;
    }

    tbody tr:not(:last-child) {
      border-block-end: 1px solid var(--_border);
    }

    /* The header of the row has both lines; the cells that stay lie on the first of them. */
    tbody th {
      display: grid;
      grid-column: 1 / -1;
      grid-row: 1 / span 2;
      grid-template: subgrid / subgrid;
      padding-inline: 0;
      white-space: normal;
    }

    tbody td.keep {
      grid-column: 2;
    }

    tbody td.keep ~ td.keep {
      grid-column: 3;
    }

    tbody td.space {
      grid-column: 1 / -1;
      padding: 0;
    }

    tbody td .status {
      flex-wrap: wrap;
    }

    .first,
    .wrap .first {
      grid-column: 1;
      inline-size: auto;
      max-inline-size: none;
      padding-inline: 8px;
      overflow-wrap: anywhere;
    }

    .fold {
      display: block;
      grid-column: 1 / -1;
      padding-inline: 8px;
      font-size: 0.875em;
      color: var(--_muted);
    }

    .fold .icon {
      display: none;
    }

    /* Rows of a windowed table have one height. */
    .windowed .first,
    .windowed .fold {
      white-space: nowrap;
      overflow: hidden;
      text-overflow: ellipsis;
    }

    .windowed .status {
      flex-wrap: nowrap;
    }
  }

  /* A zoom of 400 %: three columns leave none of them room, so the name has a line of its own. */
  @container (inline-size < 400px) {
    .kept-2 {
      grid-template-columns: auto minmax(0, 1fr);
    }

    /* A mark is one word in some languages, and may be longer than its column. */
    tbody td .status > .mark {
      min-inline-size: 0;
      white-space: normal;
      overflow-wrap: anywhere;
      hyphens: auto;
    }

    .kept-2 thead th:first-child,
    .kept-2 .first {
      grid-column: 1 / -1;
    }

    .kept-2 thead th:not(:first-child).keep {
      grid-column: 1;
      grid-row: 2;
    }

    .kept-2 thead th:not(:first-child).keep ~ .keep {
      grid-column: 2;
    }

    .kept-2 tbody th {
      grid-row: 1 / span 3;
    }

    .kept-2 tbody td.keep {
      grid-column: 1;
      grid-row: 2;
      text-align: start;
    }

    .kept-2 .keep .sort {
      justify-content: flex-start;
    }

    .kept-2 tbody td.keep ~ td.keep {
      grid-column: 2;
    }

    .kept-2 .fold {
      grid-row: 3;
    }
  }
`;
