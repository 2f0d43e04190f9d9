import { css } from 'lit';

/**
 * The tokens and the few things that every element shares. Each visual decision reads a `--backupstorage-*` property of
 * the host page; the defaults derive from what the page already says (font, colour, `color-scheme`).
 */
export const baseStyles = css`
  :host {
    display: block;
    --_muted: var(--backupstorage-color-muted, color-mix(in srgb, currentColor 80%, transparent));
    --_border: var(--backupstorage-color-border, color-mix(in srgb, currentColor 18%, transparent));
    --_control-border: var(--backupstorage-color-control-border, color-mix(in srgb, currentColor 62%, transparent));
    --_surface: var(--backupstorage-color-surface, Canvas);
    --_raised: var(--backupstorage-color-raised, color-mix(in srgb, currentColor 4%, Canvas));
    --_hover: var(--backupstorage-color-hover, color-mix(in srgb, currentColor 6%, transparent));
    --_accent: var(--backupstorage-color-accent, light-dark(#0b57d0, #a8c7fa));
    --_on-accent: var(--backupstorage-color-on-accent, light-dark(#ffffff, #062e6f));
    --_focus: var(--backupstorage-color-focus, var(--_accent));
    --_success: var(--backupstorage-color-success, light-dark(#1b6e35, #7fd99a));
    --_warning: var(--backupstorage-color-warning, light-dark(#855300, #f2c266));
    --_danger: var(--backupstorage-color-danger, light-dark(#b3261e, #ffb4ab));
    --_info: var(--backupstorage-color-info, light-dark(#0b57d0, #a8c7fa));
    --_neutral: var(--backupstorage-color-neutral, var(--_muted));
    --_radius: var(--backupstorage-radius, 6px);
    --_row: var(--backupstorage-row-height, 36px);
    --_mono: var(
      --backupstorage-font-mono,
      ui-monospace,
      'SFMono-Regular',
      Menlo,
      Consolas,
      'DejaVu Sans Mono',
      monospace
    );
    font-size: var(--backupstorage-font-size, inherit);
    line-height: 1.45;
    container-type: inline-size;
  }

  :host([hidden]) {
    display: none;
  }

  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }

  h2,
  h3,
  p,
  dl,
  dd,
  ol,
  ul,
  pre,
  fieldset {
    margin: 0;
    padding: 0;
  }

  h2 {
    font-size: 1.25em;
    font-weight: 600;
    line-height: 1.3;
  }

  h3 {
    font-size: 1.0625em;
    font-weight: 600;
    line-height: 1.3;
  }

  a {
    color: var(--_accent);
    text-underline-offset: 0.15em;
  }

  button,
  input,
  select,
  textarea {
    font: inherit;
    color: inherit;
  }

  :focus-visible {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
  }

  .icon {
    flex: none;
    vertical-align: -0.15em;
  }

  .icon.flips:dir(rtl) {
    scale: -1 1;
  }

  .muted {
    color: var(--_muted);
  }

  .mono {
    /* Paths, schedules and keys run from left to right on every page. */
    direction: ltr;
    unicode-bidi: isolate;
    font-family: var(--_mono);
    font-size: 0.9375em;
  }

  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 6px;
    min-block-size: 32px;
    padding: 4px 12px;
    border: 1px solid var(--_control-border);
    border-radius: var(--_radius);
    background: transparent;
    font-weight: 500;
    text-decoration: none;
    color: inherit;
    white-space: nowrap;
    cursor: pointer;
  }

  .button:hover:not(:disabled, [aria-disabled='true']) {
    background: var(--_hover);
  }

  .button.primary {
    border-color: var(--_accent);
    background: var(--_accent);
    color: var(--_on-accent);
  }

  .button.primary:hover:not(:disabled, [aria-disabled='true']) {
    background: color-mix(in srgb, var(--_accent) 88%, CanvasText);
  }

  .button:disabled,
  .button[aria-disabled='true'] {
    opacity: 0.55;
    cursor: not-allowed;
  }

  .button.plain {
    border-color: transparent;
    color: var(--_accent);
    padding-inline: 6px;
  }

  .button.icon-only {
    inline-size: 32px;
    padding: 0;
  }

  .control {
    inline-size: 100%;
    min-block-size: 34px;
    padding: 5px 10px;
    border: 1px solid var(--_control-border);
    border-radius: var(--_radius);
    background: var(--backupstorage-color-control, Field);
    color: var(--backupstorage-color-control-text, FieldText);
  }

  .control::placeholder {
    color: color-mix(in srgb, currentColor 78%, transparent);
    opacity: 1;
  }

  .control:focus-visible {
    outline-offset: -1px;
  }

  @media (forced-colors: active) {
    .button.primary {
      border-color: ButtonText;
      background: ButtonFace;
      color: ButtonText;
    }

    .button:disabled,
    .button[aria-disabled='true'] {
      border-color: GrayText;
      opacity: 1;
      color: GrayText;
    }
  }

  @media (prefers-reduced-motion: no-preference) {
    .spinning {
      animation: turn 1.2s linear infinite;
    }
  }

  @keyframes turn {
    to {
      rotate: 1turn;
    }
  }
`;
