// AG Grid Community as its own guide has it for live data: rows by id, changes as asynchronous transactions.
import { AllCommunityModule, createGrid, ModuleRegistry, themeQuartz } from 'ag-grid-community';
import { COLUMNS, hrefOf, KEYS, storageRow, TEXTS } from '../../lib/rows.js';

ModuleRegistry.registerModules([AllCommunityModule]);

function nameLink({ data }) {
  const link = document.createElement('a');
  link.href = hrefOf(data);
  link.textContent = data.name;
  return link;
}

function badge({ data }) {
  const element = document.createElement('span');
  element.className = `badge ${data.status.tone}`;
  element.textContent = data.status.label;
  return element;
}

const RENDERERS = { name: nameLink, status: badge };

export default {
  name: 'AG Grid Community',
  mount(place, objects) {
    const grid = document.createElement('div');
    grid.style.height = '70vh';
    place.append(grid);
    const api = createGrid(grid, {
      theme: themeQuartz,
      rowHeight: 37,
      // The others move rows without a show of it.
      animateRows: false,
      getRowId: ({ data }) => data.uid,
      rowData: objects.map(storageRow),
      columnDefs: COLUMNS.map(({ id, label }) => ({
        colId: id,
        headerName: label,
        sortable: true,
        flex: id === 'name' ? 2 : 1,
        valueGetter: ({ data }) => KEYS[id](data),
        valueFormatter: ({ data }) => TEXTS[id](data),
        sort: id === 'name' ? 'asc' : undefined,
        ...(RENDERERS[id] ? { cellRenderer: RENDERERS[id] } : {}),
      })),
    });
    return {
      root: () => document,
      rowSelector: '.ag-grid-scrolling-container .ag-row',
      scroller: () => place.querySelector('.ag-grid-viewport'),
      deliver: ({ object }) => api.applyTransactionAsync({ update: [storageRow(object)] }),
      sort: (colId) => api.applyColumnState({ state: [{ colId, sort: 'asc' }], defaultState: { sort: null } }),
      filter: (text) => api.setGridOption('quickFilterText', text),
      dispose: () => api.destroy(),
    };
  },
};
