import { html, nothing, type TemplateResult } from 'lit';
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
  /** Width of the place in CSS pixels, where it is known. In a wide one nothing is made that only narrow ones show. */
  width?: number | undefined;
  /** How many rows there are, where `rows` are only those of the range. */
  count?: number;
  /**
   * The table is long, whatever a filter leaves of it: columns have widths that do not depend on what is in them, and where
   * there is room each row is laid out by itself. So are rows of a range.
   */
  even?: boolean;
  /** The row stands for something that is there no more. */
  isGone?: (row: Row) => boolean;
  /** Says that the rows are not current. */
  stale?: boolean;
  /** Long cells break into lines: for short tables with many columns. */
  wrap?: boolean;
}

/**
 * From this width on no column folds. The styles fold below 640px of the element; what is around the table, borders and a
 * host's own padding, is less than the difference.
 */
const FOLDS_BELOW = 720;

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
  const folds = (options.width ?? 0) < FOLDS_BELOW;
  const kept = `kept-${columns.slice(1).filter(({ keep }) => keep).length}`;
  // The roles are those of the tags: said, they stay whatever `display` a narrow place asks for.
  return html`<table
    part="table"
    role="table"
    aria-label=${options.label}
    aria-rowcount=${windowed ? count + 1 : nothing}
    class=${classMap({
      [kept]: true,
      stale: options.stale ?? false,
      windowed,
      even: windowed || (options.even ?? false),
      wrap: options.wrap ?? false,
    })}
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
        const render = () => dataRow({ columns, row, rowIndex, gone, folds });
        return options.dependencies
          ? guard([row, rowIndex, gone, folds, ...options.dependencies(row)], render)
          : render();
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

interface DataRow<Row> {
  columns: readonly TableColumn<Row>[];
  row: Row;
  rowIndex: number | undefined;
  gone: boolean;
  folds: boolean;
}

function dataRow<Row>({ columns, row, rowIndex, gone, folds }: DataRow<Row>): TemplateResult {
  const [first, ...others] = columns;
  return html`<tr part="row" role="row" class=${gone ? 'gone' : nothing} aria-rowindex=${rowIndex ?? nothing}>
    <th scope="row" role="rowheader" part="cell cell-${first!.id}" class=${classes(first!)}>
      <div class="first">${first!.cell(row)}</div>
      ${folds ? foldedLine(others, row) : nothing}
    </th>
    ${others.map((column) => html`<td role="cell" part="cell cell-${column.id}" class=${classes(column)}>${column.cell(row)}</td>`)}
  </tr>`;
}

/** Below the name, what has no column of its own where there is little room. */
function foldedLine<Row>(columns: readonly TableColumn<Row>[], row: Row): TemplateResult {
  return html`<div class="fold">
    ${columns
      .filter(({ keep }) => !keep)
      .map(
        (column, index) =>
          html`<span class="fold-item"
            >${index === 0 ? nothing : ' · '}<span class="visually-hidden">${column.label} </span
            >${(column.folded ?? column.cell)(row)}</span
          >`,
      )}
  </div>`;
}

function classes<Row>(column: TableColumn<Row>): string {
  return `c-${column.id} ${column.align ?? ''} ${column.keep ? 'keep' : ''}`;
}

/** The next sort when a header is pressed: ascending first, then the other way round. */
export function toggledSort(sort: Sort, column: string): Sort {
  const direction = sort.column === column && sort.direction === 'ascending' ? 'descending' : 'ascending';
  return { column, direction };
}
