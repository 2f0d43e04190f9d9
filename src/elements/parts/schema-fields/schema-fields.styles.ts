import { css } from 'lit';

/** Goes with the styles of form fields. Nested groups are indented little: there may be twelve of them. */
export const schemaFieldsStyles = css`
  /* Blocks, not grids: laying out grids in grids a dozen levels deep is what a key press would spend its time on. */
  .schema-node,
  .schema-match,
  .schema-search,
  .schema-rows {
    min-inline-size: 0;
  }

  .schema-node > * + *,
  .schema-match > * + *,
  .schema-search > * + * {
    margin-block-start: 4px;
  }

  :is(.schema-body, .schema-block) > * + * {
    margin-block-start: 16px;
  }

  .schema-rows > * + * {
    margin-block-start: 8px;
  }

  details.schema-group {
    min-inline-size: 0;
    border: 0;
    border-inline-start: 2px solid var(--_border);
    border-radius: 0;
  }

  details.schema-group[open] {
    border-inline-start-color: var(--_control-border);
  }

  .schema-group > summary {
    display: flex;
    align-items: center;
    gap: 8px;
    padding: 5px 8px;
    font-weight: 500;
    cursor: pointer;
    list-style: none;
  }

  .schema-group > summary::-webkit-details-marker {
    display: none;
  }

  /* Not those of the groups inside. */
  .schema-group:not([open]) > summary > .icon {
    rotate: none;
  }

  .schema-group[open] > summary > .icon {
    rotate: 90deg;
  }

  .schema-group[open] > summary > .icon:dir(rtl) {
    rotate: -90deg;
  }

  .schema-heading {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    column-gap: 8px;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  .schema-heading .muted {
    font-size: 0.875em;
    font-weight: 400;
  }

  /* One line, under the title of the closed group; what it leaves out is there when the group is open. */
  .schema-group:not([open]) + .help {
    overflow: hidden;
    padding-inline-start: 34px;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  /* A line is too short there to say anything: at 400 % it would be three words. */
  @container (inline-size < 640px) {
    .schema-group:not([open]) + .help {
      white-space: normal;
    }
  }

  .schema-body {
    min-inline-size: 0;
    padding-block: 6px 10px;
    padding-inline: 12px 0;
  }

  fieldset.schema-rows {
    border: 0;
  }

  .schema-rows > legend {
    margin-block-end: 4px;
    padding: 0;
  }

  .schema-row {
    display: flex;
    flex-wrap: wrap;
    align-items: start;
    gap: 8px;
    min-inline-size: 0;
  }

  .schema-row > .form-field,
  .schema-row-value {
    flex: 1 1 9rem;
    min-inline-size: 0;
  }

  /* A group has the whole width; the buttons of an item stand on the line of its heading. */
  .schema-row.group {
    position: relative;
  }

  .schema-row.group > .schema-row-value,
  .schema-row:has(> .schema-row-value > fieldset) > .schema-row-value {
    flex-basis: 100%;
  }

  .schema-row.group > .schema-row-buttons:first-child {
    position: absolute;
    inset-block-start: 0;
    inset-inline-end: 0;
  }

  .schema-row.group > .schema-row-buttons:first-child + .schema-row-value > .schema-node > details > summary {
    min-block-size: 34px;
    padding-inline-end: 116px;
  }

  .schema-row-buttons {
    display: flex;
    gap: 4px;
  }

  .schema-row-buttons .button {
    min-block-size: 34px;
  }

  .schema-tools {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 12px;
  }

  .schema-search {
    padding-block-end: 8px;
  }

  .schema-where {
    display: flex;
    flex-wrap: wrap;
    column-gap: 6px;
  }

  .schema-where span:not(:last-child)::after {
    content: ' ›' / '';
  }

  @container (inline-size < 400px) {
    .schema-body {
      padding-inline-start: 8px;
    }

    .schema-group > summary {
      padding-inline: 6px 0;
    }

    /* The key and its button on one line, the value below. */
    .schema-row > .form-field ~ .schema-row-value {
      flex-basis: 100%;
      order: 1;
    }

    .schema-row:not(.group) > .schema-row-value:first-child + .schema-row-buttons {
      inline-size: 100%;
      justify-content: end;
    }
  }

  @media (forced-colors: active) {
    details.schema-group {
      border-inline-start-color: CanvasText;
    }
  }
`;
