import { css } from 'lit';

export const linkStyles = css`
  .link {
    display: inline;
    padding: 0;
    border: 0;
    background: none;
    color: var(--_accent);
    font-weight: 500;
    text-align: start;
    text-decoration: underline;
    text-underline-offset: 0.15em;
    cursor: pointer;
  }

  /* In the line of the cell, so that an ellipsis ends a name that nobody would have expected. */
  .provider .icon {
    margin-inline-end: 6px;
    inline-size: 14px;
    block-size: 14px;
    vertical-align: -0.125em;
    color: var(--_muted);
  }
`;
