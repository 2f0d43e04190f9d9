import { css } from 'lit';

export const createFormStyles = css`
  .form {
    display: grid;
    gap: 24px;
    max-inline-size: 44rem;
  }

  /* The focus must not end up behind the sticky footer. */
  .form :is(.control, button, input, summary, fieldset) {
    scroll-margin-block: 16px 5.5rem;
  }

  .preview {
    max-inline-size: 84rem;
  }

  .group {
    display: grid;
    gap: 16px;
    min-inline-size: 0;
  }

  fieldset.panel {
    display: grid;
    gap: 16px;
    min-inline-size: 0;
    padding: 4px 16px 16px;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
  }

  fieldset.panel > legend {
    padding-inline: 6px;
    margin-inline-start: -6px;
    font-weight: 600;
  }

  .group-box {
    /* A key in one group lays out that group, not all that are open. */
    contain: layout style;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
  }

  .group-box > summary {
    display: flex;
    align-items: center;
    gap: 8px;
    padding: 9px 12px;
    font-weight: 600;
    cursor: pointer;
    list-style: none;
  }

  .group-box > summary::-webkit-details-marker {
    display: none;
  }

  .group-box[open] > summary .icon {
    rotate: 90deg;
  }

  .group-box[open] > summary .icon:dir(rtl) {
    rotate: -90deg;
  }

  .group-box > summary:hover {
    background: var(--_hover);
  }

  .group-box > summary .muted {
    font-weight: 400;
    font-size: 0.875em;
  }

  .group-heading {
    display: grid;
    flex: 1;
    min-inline-size: 0;
  }

  .group-count {
    flex: none;
  }

  fieldset.panel.inner {
    margin-block-start: 4px;
  }

  .details-body {
    display: grid;
    gap: 20px;
    padding: 4px 16px 16px;
  }

  .radios {
    display: grid;
    gap: 4px;
    min-inline-size: 0;
    border: 0;
  }

  .radios legend {
    margin-block-end: 4px;
    padding: 0;
  }

  .radio-line {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 20px;
  }

  .radio {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-block-size: 28px;
    cursor: pointer;
  }

  .radio input {
    inline-size: 16px;
    block-size: 16px;
    margin: 0;
    accent-color: var(--_accent);
  }

  #error-summary {
    max-inline-size: 44rem;
    border-radius: var(--_radius);
  }

  .error-summary {
    margin-block: 0 20px;
  }

  .error-summary button {
    min-block-size: 24px;
    vertical-align: top;
    color: inherit;
  }

  .missing {
    font-size: 0.875em;
    color: var(--_muted);
  }

  .created {
    max-inline-size: 44rem;
    margin-block-start: 0;
  }

  .created > div {
    gap: 8px;
    justify-items: start;
  }

  .created .heading {
    margin: 0;
  }

  .created ul {
    margin: 0;
  }
`;
