import { css } from 'lit';

/** Beside the styles of fields and of key/value rows. */
export const authStyles = css`
  .auth {
    grid-template-columns: minmax(0, 1fr);
  }

  .drop-target {
    display: grid;
    gap: 4px;
    border-radius: var(--_radius);
  }

  .drop-target[data-dropping] {
    outline: 2px dashed var(--_accent);
    outline-offset: 4px;
    background: color-mix(in srgb, var(--_accent) 8%, transparent);
  }

  .drop-target[data-dropping] .control {
    /* So that the field itself does not cover the highlight. */
    background: transparent;
  }

  .file .button,
  .end-of-field {
    justify-self: start;
    min-block-size: 28px;
  }

  .read {
    display: flex;
    gap: 6px;
  }

  .read .icon {
    margin-block-start: 0.2em;
    color: var(--_success);
  }

  .issue.warning > .button {
    flex: none;
    align-self: start;
    min-block-size: 28px;
    margin-inline-start: auto;
    padding-block: 1px;
  }

  .filled {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 12px;
  }

  /* The live region stays; it takes no place while it says nothing. */
  .filled:not(:has(button)):has(> :empty) {
    margin-block-end: -16px;
  }

  .profiles {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    inline-size: 100%;
  }

  /* Names of profiles and Secrets are of any length. */
  .auth .button {
    max-inline-size: 100%;
    white-space: normal;
    overflow-wrap: anywhere;
  }

  .key-value textarea.control {
    min-block-size: 34px;
    resize: vertical;
  }

  .key-value .secret-summary {
    inset-block-end: 7px;
  }

  @container (inline-size < 400px) {
    .issue.warning {
      flex-wrap: wrap;
    }
  }
`;
