// material-react-table as Headlamp sets it up (frontend/src/components/common/Table and Resource/ResourceTable): pages of
// 15, compact, a CSS grid, memoised cells, one global filter; watch events copy the list and search it, and what the table
// gets is throttled to once a second.
import MuiTable from '@mui/material/Table';
import TableHead from '@mui/material/TableHead';
import { createTheme, styled, ThemeProvider } from '@mui/material/styles';
import {
  MRT_BottomToolbar,
  MRT_FilterFns,
  MRT_TableBodyCell,
  MRT_TableHeadCell,
  MRT_TopToolbar,
  useMaterialReactTable,
  useMRT_Rows,
} from 'material-react-table';
import { memo, useEffect, useMemo, useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { COLUMNS, hrefOf, KEYS, storageRow, TEXTS } from '../../lib/rows.js';

const PAGES = [15, 25, 50];
const THROTTLE_MS = 1_000;

const CELLS = {
  name: ({ row: { original } }) => <a href={hrefOf(original)}>{original.name}</a>,
  status: ({ row: { original } }) => <span className={`badge ${original.status.tone}`}>{original.status.label}</span>,
};

const columns = COLUMNS.map(({ id, label }) => ({
  id,
  header: label,
  accessorFn: KEYS[id],
  // Headlamp's own columns sort by what they show or by a function; figures are compared as figures here.
  sortingFn: 'basic',
  Cell: CELLS[id] ?? (({ row: { original } }) => TEXTS[id](original)),
  muiTableBodyCellProps: { sx: { width: 'unset', minWidth: 'unset' } },
}));

const HeadRow = styled('tr')({ display: 'contents' });
const BodyRow = styled('tr')({ display: 'contents' });
const Body = styled('tbody')({ display: 'contents' });

const HeadCell = memo(
  ({ header, table }) => (
    <MRT_TableHeadCell
      header={header}
      staticColumnIndex={-1}
      table={table}
      sx={(theme) => ({ borderColor: theme.palette.divider })}
    />
  ),
  (a, b) => a.header.column.id === b.header.column.id && a.sorting === b.sorting && a.isFiltered === b.isFiltered,
);

const Cell = memo(
  ({ cell, table }) => (
    <MRT_TableBodyCell
      staticRowIndex={-1}
      cell={cell}
      table={table}
      rowRef={{ current: null }}
      sx={(theme) => ({
        whiteSpace: 'normal',
        width: 'unset',
        minWidth: 'unset',
        wordBreak: 'break-word',
        borderColor: theme.palette.divider,
      })}
    />
  ),
  (a, b) => a.cell.getValue() === b.cell.getValue(),
);

const Row = memo(({ cells, table }) => (
  <BodyRow className="row">
    {cells.map((cell) => (
      <Cell key={cell.id} cell={cell} table={table} />
    ))}
  </BodyRow>
));

function useThrottled(value) {
  const [throttled, setThrottled] = useState(value);
  const last = useRef(undefined);
  useEffect(() => {
    const now = Date.now();
    last.current ??= now;
    const rest = last.current + THROTTLE_MS - now;
    const set = () => {
      last.current = Date.now();
      setThrottled(value);
    };
    if (rest <= 0) return set();
    const timer = setTimeout(set, rest);
    return () => clearTimeout(timer);
  }, [value]);
  return throttled;
}

function Table({ data, handle }) {
  const [sorting, setSorting] = useState([{ id: 'name', desc: false }]);
  const [globalFilter, setGlobalFilter] = useState(undefined);
  const [pagination, setPagination] = useState({ pageIndex: 0, pageSize: PAGES[0] });
  const columnOrder = useMemo(() => columns.map(({ id }) => id), []);
  const table = useMaterialReactTable({
    columns,
    data,
    enablePagination: data.length > PAGES[0],
    enableDensityToggle: false,
    enableFullScreenToggle: false,
    enableColumnActions: false,
    enableFacetedValues: data.length <= 500,
    autoResetAll: false,
    onPaginationChange: setPagination,
    onGlobalFilterChange: setGlobalFilter,
    onSortingChange: setSorting,
    initialState: useMemo(() => ({ density: 'compact', showGlobalFilter: true }), []),
    state: useMemo(
      () => ({ columnOrder, pagination, globalFilter, sorting }),
      [columnOrder, pagination, globalFilter, sorting],
    ),
    layoutMode: 'grid',
    filterFns: {
      kubeObjectSearch: (row, id, value) => row.original.name.includes(value) || MRT_FilterFns.contains(row, id, value),
    },
    globalFilterFn: 'kubeObjectSearch',
    getRowId: (row) => row.uid,
    muiPaginationProps: { rowsPerPageOptions: PAGES, showFirstButton: false, showLastButton: false },
    muiTopToolbarProps: { sx: { height: '3.5rem' } },
  });
  handle.setSorting = setSorting;
  const rows = useMRT_Rows(table);
  return (
    <>
      <MRT_TopToolbar table={table} />
      <MuiTable sx={{ display: 'grid', gridTemplateColumns: 'repeat(7, 1fr)', overflowX: 'auto', width: '100%' }}>
        <TableHead sx={{ display: 'contents' }}>
          <HeadRow>
            {table.getHeaderGroups()[0].headers.map((header) => (
              <HeadCell
                key={header.id}
                header={header}
                table={table}
                sorting={header.column.getIsSorted()}
                isFiltered={header.column.getIsFiltered()}
              />
            ))}
          </HeadRow>
        </TableHead>
        <Body>
          {rows.map((row) => (
            <Row key={row.id} cells={row.getVisibleCells()} table={table} />
          ))}
        </Body>
      </MuiTable>
      <MRT_BottomToolbar table={table} />
    </>
  );
}

/** The list as Headlamp keeps it: each event copies it and searches it. */
function applied(rows, object) {
  const next = [...rows];
  const index = next.findIndex((row) => row.uid === object.metadata.uid);
  if (index === -1) next.push(storageRow(object));
  else next[index] = storageRow(object);
  return next;
}

function Resources({ objects, handle }) {
  const [rows, setRows] = useState(() => objects.map(storageRow));
  handle.deliver = ({ object }) => setRows((before) => applied(before, object));
  return <Table data={useThrottled(rows)} handle={handle} />;
}

const theme = createTheme();

export default {
  name: 'Headlamp’s material-react-table',
  pages: true,
  mount(place, objects) {
    const handle = {};
    const root = createRoot(place);
    root.render(
      <ThemeProvider theme={theme}>
        <Resources objects={objects} handle={handle} />
      </ThemeProvider>,
    );
    return {
      root: () => document,
      rowSelector: 'tbody tr',
      scroller: () => place.querySelector('tbody > tr > td')?.closest('table'),
      deliver: (event) => handle.deliver(event),
      sort: (id) => handle.setSorting([{ id, desc: false }]),
      filter(text) {
        const input = place.querySelector('input[type="text"], input[placeholder]');
        Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(input, text);
        input.dispatchEvent(new Event('input', { bubbles: true }));
      },
      dispose: () => root.unmount(),
    };
  },
};
