import { css } from 'lit';

/** What `resourceTable` looks like; it stands in a `.table-region` in a container of the element's width. */
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
    text-align: inherit;
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
    text-align: end;
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
    /* Not a box that scrolls: there may be hundreds, and each would be a layer of its own. */
    overflow: clip;
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
    overflow: clip;
    text-overflow: ellipsis;
  }

  .fold {
    display: none;
  }

  /*
   * Of a long table only some rows are there, or only some are looked at. Its columns must neither wander with what is
   * scrolled into view nor be laid out all anew for each row that comes or changes: every row is a box of its own, with
   * widths that say nothing of its contents.
   */
  @container (inline-size >= 640px) {
    .even,
    .even thead,
    .even tbody,
    .even .spacer {
      display: block;
    }

    .even {
      min-inline-size: 56rem;
    }

    .even thead {
      position: sticky;
      inset-block-start: 0;
      z-index: 1;
    }

    .even tr:not(.spacer) {
      display: flex;
    }

    /* A row that comes or changes is laid out and painted; the others are not looked at. */
    .even tbody tr:not(.spacer) {
      contain: layout paint style;
    }

    .even tr:not(.spacer) > * {
      flex: var(--_share, 1) 0 0;
      min-inline-size: 0;
      max-inline-size: none;
    }

    .even tbody tr:not(.spacer) > * {
      line-height: calc(var(--_row) - 9px);
    }

    /* These fit, and the name is clipped by its own box: each box that clips costs time in every frame that is scrolled. */
    .even tbody :is(th, .c-size, .c-repositories, .c-age) {
      overflow: visible;
    }

    /* The header's cells have the padding of the others, so that they get the same widths; its buttons reach across it. */
    .even thead th {
      /* The header sticks as a whole: each part that sticks by itself is a layer of its own. */
      position: static;
      padding-inline: 12px;
    }

    .even .sort {
      inline-size: calc(100% + 24px);
      block-size: 100%;
      margin-inline: -12px;
    }

    .even .c-name {
      --_share: 1.8;
    }

    .even .c-namespace {
      --_share: 1.3;
    }

    .even :is(.c-status, .c-repositories, .c-target, .c-task) {
      --_share: 1.5;
    }

    .even .c-age {
      --_share: 0.7;
    }

    .even .space {
      display: block;
    }
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
      white-space: normal;
    }

    tbody th,
    .wrap tbody th {
      padding-inline: 0;
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
      overflow: clip;
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
