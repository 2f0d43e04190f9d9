import { css } from 'lit';

export const listStyles = css`
  .toolbar {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: 12px;
    margin-block-end: 12px;
  }

  .field {
    display: grid;
    /* Help below one field lifts no other. */
    align-self: start;
    gap: 4px;
    min-inline-size: 12rem;
  }

  .field label {
    font-size: 0.875em;
    color: var(--_muted);
  }

  .filter {
    flex: 1 1 16rem;
    max-inline-size: 26rem;
    position: relative;
  }

  .filter .control {
    padding-inline: 32px;
  }

  .field .help {
    max-inline-size: 24rem;
    font-size: 0.875em;
    color: var(--_muted);
  }

  .filter .icon {
    position: absolute;
    inset-inline-start: 10px;
    inset-block-end: 9px;
    color: var(--_muted);
    pointer-events: none;
  }

  .filter .clear {
    position: absolute;
    inset-inline-end: 3px;
    inset-block-end: 3px;
    min-block-size: 28px;
    inline-size: 28px;
    padding: 0;
    border-color: transparent;
  }

  .filter .key {
    position: absolute;
    inset-inline-end: 8px;
    inset-block-end: 7px;
    padding: 0 6px;
    border: 1px solid var(--_border);
    border-radius: 4px;
    font: inherit;
    font-size: 0.8125em;
    color: var(--_muted);
    pointer-events: none;
  }

  .filter .clear .icon {
    position: static;
  }

  .filter input::-webkit-search-cancel-button {
    display: none;
  }

  .actions {
    align-self: start;
    /* As high as the labels: buttons stand in line with the controls. */
    margin-block-start: calc(0.875em * 1.45 + 4px);
    margin-inline-start: auto;
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }

  .table-region {
    max-block-size: var(--backupstorage-list-max-height, 80vh);
    /* What gets the focus is not hidden by the header. */
    scroll-padding-block-start: 44px;
  }

  .waiting {
    color: var(--_info);
  }

  .footer {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 4px 16px;
    padding-block: 8px;
    font-size: 0.875em;
    color: var(--_muted);
    min-block-size: 2.5em;
  }

  .live-dot {
    display: inline-block;
    inline-size: 8px;
    block-size: 8px;
    margin-inline-end: 6px;
    border-radius: 50%;
    background: var(--_success);
    forced-color-adjust: none;
  }

  @container (inline-size < 640px) {
    .field,
    .filter {
      flex: 1 1 100%;
      max-inline-size: none;
    }

    .actions {
      inline-size: 100%;
      margin-block-start: 0;
    }

    .actions .button {
      flex: 1 1 auto;
    }
  }
`;
