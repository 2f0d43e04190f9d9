import { css } from 'lit';

/** Of everything that `form-field.ts` renders. */
export const formFieldStyles = css`
  .form-field {
    display: grid;
    gap: 4px;
    align-content: start;
  }

  .label-line {
    display: flex;
    align-items: baseline;
    gap: 8px;
  }

  .label-line label,
  .switch-line label,
  .group-label {
    font-weight: 500;
  }

  .required {
    color: var(--_danger);
  }

  .optional,
  .help {
    font-size: 0.875em;
    color: var(--_muted);
    /* They repeat names, of any length. */
    overflow-wrap: anywhere;
  }

  .optional {
    flex: none;
  }

  .issue {
    display: flex;
    gap: 6px;
    font-size: 0.9375em;
    color: var(--_danger);
    overflow-wrap: anywhere;
  }

  .issue.warning {
    color: var(--_warning);
  }

  .issue .icon {
    margin-block-start: 0.25em;
  }

  .control[aria-invalid='true'] {
    border-color: var(--_danger);
    box-shadow: inset 0 0 0 1px var(--_danger);
  }

  textarea.control {
    resize: vertical;
    min-block-size: 5lh;
  }

  /* Not painted in any engine; not "color", which borders and the caret follow. Discs where an engine has them too. */
  .concealed,
  .concealed::selection {
    -webkit-text-fill-color: transparent;
    -webkit-text-security: disc;
    text-shadow: none;
    forced-color-adjust: none;
  }

  .concealed::selection {
    color: transparent;
    background: color-mix(in srgb, Highlight 40%, transparent);
  }

  .concealed::placeholder {
    -webkit-text-fill-color: currentColor;
    -webkit-text-security: none;
  }

  .secret-summary {
    position: absolute;
    inset-block-end: 8px;
    inset-inline: 11px 40px;
    overflow: hidden;
    font-size: 0.875em;
    text-overflow: ellipsis;
    white-space: nowrap;
    color: var(--_muted);
    pointer-events: none;
  }

  .secret {
    position: relative;
  }

  .secret.masked .control {
    padding-inline-end: 40px;
  }

  .reveal {
    position: absolute;
    inset-block-start: 3px;
    inset-inline-end: 3px;
    display: grid;
    place-items: center;
    inline-size: 32px;
    block-size: 28px;
    border: 0;
    border-radius: calc(var(--_radius) - 2px);
    background: none;
    cursor: pointer;
  }

  .reveal:hover {
    background: var(--_hover);
  }

  .switch-line {
    display: flex;
    align-items: center;
    gap: 10px;
    min-block-size: 28px;
  }

  .switch {
    appearance: none;
    flex: none;
    position: relative;
    inline-size: 40px;
    block-size: 24px;
    margin: 0;
    border: 1px solid var(--_control-border);
    border-radius: 999px;
    background: transparent;
    cursor: pointer;
  }

  .switch::before {
    content: '';
    position: absolute;
    inset-block-start: 3px;
    inset-inline-start: 3px;
    inline-size: 16px;
    block-size: 16px;
    border-radius: 50%;
    background: currentColor;
  }

  .switch:checked {
    border-color: var(--_accent);
    background: var(--_accent);
  }

  .switch:checked::before {
    inset-inline-start: 19px;
    background: var(--_on-accent);
  }

  /* A background is all that the thumb is made of, and the browser would take it away. */
  @media (forced-colors: active) {
    .switch::before {
      background: ButtonText;
      forced-color-adjust: none;
    }

    .switch:checked {
      border-color: Highlight;
      background: Highlight;
      forced-color-adjust: none;
    }

    .switch:checked::before {
      background: HighlightText;
    }
  }
`;
