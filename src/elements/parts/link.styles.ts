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

  .provider {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    /* The box stands on the line of the text, like the words of the other cells. */
    vertical-align: bottom;
  }

  .provider .icon {
    inline-size: 14px;
    block-size: 14px;
    color: var(--_muted);
  }
`;
