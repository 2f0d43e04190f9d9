import { css } from 'lit';

export const detailStyles = css`
  .header {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px 12px;
    margin-block-end: 12px;
  }

  .header h2 {
    overflow-wrap: anywhere;
  }

  .header .namespace {
    min-inline-size: 0;
    overflow-wrap: anywhere;
    color: var(--_muted);
  }

  /* A phase that nobody knows may be long. In a table it would take the room of the other columns. */
  .header .status,
  .facts .status {
    flex-wrap: wrap;
    min-inline-size: 0;
    white-space: normal;
  }

  .header .badge,
  .facts .badge {
    max-inline-size: 100%;
    border-radius: 12px;
    white-space: normal;
    overflow-wrap: anywhere;
  }

  .header-actions {
    display: flex;
    flex-wrap: wrap;
    gap: 6px 8px;
    margin-inline-start: auto;
  }

  .strong {
    font-weight: 600;
  }

  .keys .danger {
    color: var(--_danger);
  }

  .reason {
    display: flex;
    gap: 10px;
    margin-block-end: 16px;
    padding: 10px 12px;
    border: 1px solid color-mix(in srgb, var(--_tone) 40%, transparent);
    border-radius: var(--_radius);
    background: color-mix(in srgb, var(--_tone) 7%, transparent);
    color: inherit;
    overflow-wrap: anywhere;
  }

  .reason.danger {
    --_tone: var(--_danger);
  }

  .reason.warning {
    --_tone: var(--_warning);
  }

  .reason > .icon {
    margin-block-start: 0.2em;
    color: var(--_tone);
  }

  .reason ul {
    padding-inline-start: 1.2em;
  }

  .names {
    max-block-size: 12em;
    overflow: auto;
    padding-inline-start: 20px;
  }

  .reason summary,
  .facts summary {
    inline-size: fit-content;
    min-block-size: 24px;
    cursor: pointer;
  }

  .columns {
    display: grid;
    gap: 0 32px;
  }

  @container (inline-size >= 960px) {
    .columns {
      grid-template-columns: minmax(0, 2fr) minmax(0, 1fr);
    }
  }

  section {
    margin-block-end: 24px;
  }

  section > h3 {
    margin-block-end: 8px;
  }

  .section-head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px 16px;
    margin-block-end: 8px;
  }

  .section-head h3 {
    margin-inline-end: auto;
  }

  .section-head .check {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-block-size: 24px;
  }

  .filter {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 8px;
  }

  .filter label {
    font-size: 0.875em;
    color: var(--_muted);
  }

  .filter-box {
    position: relative;
    display: inline-flex;
    max-inline-size: 100%;
  }

  .filter-box .control {
    inline-size: 16rem;
    max-inline-size: 100%;
    padding-inline-end: 34px;
  }

  @container (inline-size < 480px) {
    .filter,
    .filter-box,
    .filter-box .control {
      inline-size: 100%;
    }
  }

  .filter-box .control::-webkit-search-cancel-button {
    display: none;
  }

  .filter-box .clear {
    position: absolute;
    inset-block: 1px;
    inset-inline-end: 1px;
    border-color: transparent;
  }

  .count {
    display: inline-block;
    margin-inline-start: 2px;
    color: var(--_muted);
    font-weight: 400;
  }

  .facts {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 15rem), 1fr));
    gap: 14px 24px;
    padding: 14px 16px;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_raised);
  }

  .facts dt {
    margin-block-end: 2px;
    font-size: 0.875em;
    color: var(--_muted);
  }

  .facts dd {
    overflow-wrap: anywhere;
  }

  .facts .wide {
    grid-column: 1 / -1;
  }

  .credentials {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 12px;
  }

  .credentials .keys {
    flex-basis: 100%;
  }

  .warnings {
    display: grid;
    gap: 4px;
    margin-block-start: 8px;
    list-style: none;
  }

  .warnings li {
    display: flex;
    gap: 8px;
  }

  .warnings .icon {
    margin-block-start: 0.2em;
    color: var(--_warning);
  }

  .table-region.long {
    max-block-size: var(--backupstorage-table-max-height, 80vh);
    /* What gets the focus is not hidden by the header. */
    scroll-padding-block-start: 44px;
  }

  .windowed tbody .c-target,
  .windowed tbody .c-schedule {
    max-inline-size: 60ch;
  }

  .schedule-words {
    display: block;
    font-size: 0.875em;
    color: var(--_muted);
  }

  /* Rows of a windowed table have one height. */
  /* A sentence: else its column would be as narrow as its longest word. */
  .wrap td .schedule-words {
    min-inline-size: 24ch;
  }

  .windowed .schedule-words {
    display: inline;
    margin-inline-start: 0.5em;
  }

  .footnote {
    margin-block: 6px;
    font-size: 0.875em;
    color: var(--_muted);
  }

  .note {
    display: grid;
    justify-items: start;
    gap: 8px;
    padding: 18px 16px;
    color: var(--_muted);
  }

  .state-action {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
`;
