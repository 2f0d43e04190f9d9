import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { CollectionNotices, CollectionView } from '../../controllers/collection-view.js';
import { formatSort, type RowView } from '../../controllers/row-view.js';
import { WINDOW_FROM } from '../../controllers/row-window.js';
import { icon } from '../parts/icons.js';
import { notices } from '../parts/notices.js';
import { resourceTable, toggledSort, type TableColumn } from '../parts/resource-table.js';
import type { DetailContext } from './detail-context.js';
import type { TableId } from './table-windows.js';

export interface TableSection<Row> {
  /** Also the name of its part. */
  id: TableId;
  title: string;
  /** Said when there is no row at all. */
  empty: string;
  columns: readonly TableColumn<Row>[];
  rows: RowView<Row>;
  view: CollectionView;
  said: CollectionNotices | undefined;
  key: (row: Row) => string;
  filter: string;
  onFilter: (filter: string) => void;
  /** `announced` is what to say to screen readers. */
  onSort: (sort: string, announced: string) => void;
  /** Between the heading and the table. */
  lead?: unknown;
  /** Beside the filter. */
  tools?: unknown;
  /** Said below the table. */
  footnote?: string | undefined;
}

/** A table with its count, its filter, and what stands in its place. */
export function tableSection<Row>(section: TableSection<Row>, context: DetailContext): TemplateResult {
  const { id, title, rows, view, said } = section;
  const { messages, formats } = context;
  const shown = rows.count;
  return html`<section part=${id} aria-labelledby=${id}>
    <div class="section-head">
      <h3 id=${id}>
        ${title}
        ${rows.total > 0 ? html`<span class="count">${messages.countShown(shown, rows.total)}</span>` : nothing}
      </h3>
      ${rows.total > 0 ? html`${section.tools ?? nothing} ${filterField(section, context)}` : nothing}
    </div>
    ${view === 'forbidden' ? nothing : notices(said, messages, formats)} ${section.lead ?? nothing}
    <div part="table-region" class="table-region ${isLong(rows) ? 'long' : ''}" tabindex="-1">
      ${view === 'ready' ? table(section, context) : placeholder(section, context)}
    </div>
    ${section.footnote ? html`<p class="footnote">${section.footnote}</p>` : nothing}
  </section>`;
}

/** It scrolls in itself, and its rows have one height. */
const isLong = <Row>(rows: RowView<Row>): boolean => rows.count > WINDOW_FROM;

function table<Row>(section: TableSection<Row>, { detail, messages, now, tables }: DetailContext): TemplateResult {
  const { id, title, columns, rows, key, said, onSort } = section;
  const range = tables.rangeOf(id);
  return resourceTable({
    label: title,
    columns,
    rows: rows.slice(range.start, range.end),
    range,
    count: rows.count,
    key,
    sort: rows.sort,
    wrap: !isLong(rows),
    stale: said?.staleSince !== undefined || detail.notices(now)?.staleSince !== undefined,
    onSort: (column) => {
      const sort = toggledSort(rows.sort, column);
      const label = columns.find(({ id }) => id === column)?.label ?? column;
      onSort(formatSort(sort), messages.sortedRows(title, label, sort.direction === 'descending'));
    },
  });
}

function filterField<Row>({ id, title, filter, onFilter }: TableSection<Row>, { messages }: DetailContext) {
  const clear = messages.clearFilterOf(title);
  return html`<div class="filter">
    <label for="filter-${id}">${messages.filterRows(title)}</label>
    <span class="filter-box">
      <input
        id="filter-${id}"
        part="filter"
        type="search"
        class="control"
        autocomplete="off"
        spellcheck="false"
        .value=${live(filter)}
        @input=${(event: Event) => onFilter((event.target as HTMLInputElement).value)}
      />
      ${
        filter === ''
          ? nothing
          : html`<button
              type="button"
              class="button icon-only clear"
              aria-label=${clear}
              title=${clear}
              @click=${(event: Event) => clearAndFocus(event, id, onFilter)}
            >
              ${icon('clear')}
            </button>`
      }
    </span>
  </div>`;
}

/** The button goes with the filter: the focus goes to where one types. */
function clearAndFocus(event: Event, id: string, onFilter: (filter: string) => void): void {
  const root = (event.currentTarget as HTMLElement).getRootNode() as ShadowRoot;
  onFilter('');
  root.getElementById(`filter-${id}`)?.focus();
}

function placeholder<Row>(section: TableSection<Row>, { messages }: DetailContext): TemplateResult {
  const { id, view, title, empty, filter, onFilter } = section;
  if (view === 'no-match')
    return html`<div class="note">
      <p>${messages.noRowMatches(title, filter)}</p>
      <button type="button" class="button" @click=${(event: Event) => clearAndFocus(event, id, onFilter)}>
        ${messages.clearFilter}
      </button>
    </div>`;
  const words: Partial<Record<CollectionView, string>> = {
    forbidden: messages.forbiddenRows(title),
    unreachable: messages.unreachableRows(title),
    'not-installed': messages.notInstalledHeading,
    'signed-out': messages.signedOutText,
    loading: messages.loadingRows(title),
    'no-source': messages.loadingRows(title),
  };
  return html`<p class="note" role=${view === 'loading' ? 'status' : nothing}>${words[view] ?? empty}</p>`;
}
