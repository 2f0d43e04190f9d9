// TanStack Table and TanStack Virtual with Lit, as their examples put them together. Events are applied as consoles do it,
// by copying the array and searching it; a frame's events are rendered together.
import { LitElement, html } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { styleMap } from 'lit/directives/style-map.js';
import {
  flexRender,
  getCoreRowModel,
  getFilteredRowModel,
  getSortedRowModel,
  TableController,
} from '@tanstack/lit-table';
import { VirtualizerController } from '@tanstack/lit-virtual';
import { COLUMNS, hrefOf, KEYS, storageRow, TEXTS } from '../../lib/rows.js';
import './plain.css';

const CELLS = {
  name: ({ row: { original } }) => html`<a href=${hrefOf(original)}>${original.name}</a>`,
  status: ({ row: { original } }) =>
    html`<span class="badge" data-tone=${original.status.tone}>${original.status.label}</span>`,
};

const columns = COLUMNS.map(({ id, label }) => ({
  id,
  header: label,
  accessorFn: KEYS[id],
  sortingFn: 'basic',
  sortDescFirst: false,
  cell: CELLS[id] ?? (({ row: { original } }) => TEXTS[id](original)),
}));

class TanStackTable extends LitElement {
  static properties = { rows: { attribute: false }, sorting: { state: true }, globalFilter: { state: true } };

  #table = new TableController(this);
  #scroller = { current: undefined };
  #virtualizer = new VirtualizerController(this, {
    getScrollElement: () => this.#scroller.current,
    count: 0,
    estimateSize: () => 37,
    overscan: 12,
  });
  #pending = [];
  #frame = 0;

  constructor() {
    super();
    this.rows = [];
    this.sorting = [{ id: 'name', desc: false }];
    this.globalFilter = '';
  }

  createRenderRoot() {
    return this;
  }

  deliver({ object }) {
    this.#pending.push(object);
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      let rows = this.rows;
      for (const changed of this.#pending.splice(0)) {
        rows = [...rows];
        const index = rows.findIndex((row) => row.uid === changed.metadata.uid);
        rows[index] = storageRow(changed);
      }
      this.rows = rows;
    });
  }

  firstUpdated() {
    this.#scroller.current = this.querySelector('.scroller');
    this.requestUpdate();
  }

  render() {
    const table = this.#table.table({
      data: this.rows,
      columns,
      getRowId: (row) => row.uid,
      state: { sorting: this.sorting, globalFilter: this.globalFilter },
      onSortingChange: (change) => (this.sorting = typeof change === 'function' ? change(this.sorting) : change),
      globalFilterFn: 'includesString',
      getCoreRowModel: getCoreRowModel(),
      getSortedRowModel: getSortedRowModel(),
      getFilteredRowModel: getFilteredRowModel(),
    });
    const { rows } = table.getRowModel();
    const virtualizer = this.#virtualizer.getVirtualizer();
    if (virtualizer.options.count !== rows.length)
      virtualizer.setOptions({ ...virtualizer.options, count: rows.length });
    return html`<input .value=${this.globalFilter} @input=${(event) => (this.globalFilter = event.target.value)} />
      <div class="head">
        ${table
          .getFlatHeaders()
          .map(
            (header) =>
              html`<button class="cell c-${header.id}" @click=${header.column.getToggleSortingHandler()}>
                ${flexRender(header.column.columnDef.header, header.getContext())}
              </button>`,
          )}
      </div>
      <div class="scroller">
        <div style=${styleMap({ height: `${virtualizer.getTotalSize()}px` })}>
          ${repeat(
            virtualizer.getVirtualItems(),
            (item) => item.key,
            (item) =>
              html`<div class="row" style=${styleMap({ transform: `translateY(${item.start}px)` })}>
                ${repeat(
                  rows[item.index]?.getVisibleCells() ?? [],
                  (cell) => cell.id,
                  (cell) =>
                    html`<span class="cell">${flexRender(cell.column.columnDef.cell, cell.getContext())}</span>`,
                )}
              </div>`,
          )}
        </div>
      </div>`;
  }
}
customElements.define('tanstack-table', TanStackTable);

export default {
  name: 'TanStack Table + Virtual, Lit',
  mount(place, objects) {
    const table = document.createElement('tanstack-table');
    table.rows = objects.map(storageRow);
    place.append(table);
    return {
      root: () => document,
      rowSelector: '.row',
      scroller: () => table.querySelector('.scroller'),
      deliver: (event) => table.deliver(event),
      sort: (id) => (table.sorting = [{ id, desc: false }]),
      filter(text) {
        const input = table.querySelector('input');
        input.value = text;
        input.dispatchEvent(new Event('input'));
      },
      dispose: () => table.remove(),
    };
  },
};
