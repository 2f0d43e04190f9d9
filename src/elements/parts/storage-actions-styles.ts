import { css, type CSSResultArray } from 'lit';
import { authStyles } from '../backupstorage-create-form/auth-styles.js';
import { formFieldStyles } from './form-field.styles.js';
import { keyValueStyles } from './key-value-editor.js';

const own = css`
  .edit-panel {
    margin-block-start: 16px;
  }

  .storage-actions {
    display: grid;
    gap: 4px;
    min-inline-size: 0;
  }

  .action-buttons,
  .dialog-buttons {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
  }

  /* As in the create form: the way back at the start, the way on at the end. */
  .dialog-form > .dialog-buttons,
  .edit-panel > .dialog-buttons {
    justify-content: space-between;
  }

  .dialog-form > .dialog-buttons > :only-child,
  .edit-panel > .dialog-buttons > :only-child {
    margin-inline-start: auto;
  }

  .action-reason {
    font-size: 0.875em;
    color: var(--_muted);
  }

  .button.danger {
    border-color: var(--_danger);
    color: var(--_danger);
    white-space: normal;
  }

  .button.danger:hover:not([aria-disabled='true']) {
    background: color-mix(in srgb, var(--_danger) 12%, transparent);
  }

  .dialog {
    inline-size: min(36rem, calc(100vi - 32px));
    max-block-size: calc(100vb - 32px);
    padding: 20px;
    overflow: auto;
    border: 1px solid var(--_border);
    border-radius: calc(var(--_radius) * 1.5);
    background: var(--_surface);
    color: inherit;
    overflow-wrap: anywhere;
    /* Fields inside ask how wide the dialog is, not the page. */
    container-type: inline-size;
  }

  .dialog:not([open]) {
    display: none;
  }

  .dialog::backdrop {
    background: rgb(0 0 0 / 45%);
  }

  /* It has the focus to be read, and there is nothing to press. */
  .dialog h2:focus-visible,
  .edit-panel h3:focus-visible {
    outline: none;
  }

  .dialog-form,
  .dialog-fields {
    display: grid;
    gap: 14px;
  }

  .dialog-form {
    margin-block-start: 12px;
  }

  /* The live region is there before it has something to say; it takes no place meanwhile. */
  .dialog-form > [role='status']:not(:has(*)) {
    margin-block-end: -14px;
  }

  .consequences,
  .dependents,
  .action-callout ul {
    display: grid;
    gap: 4px;
    padding-inline-start: 1.2em;
  }

  .dependents {
    max-block-size: 10lh;
    overflow: auto;
  }

  .check {
    display: flex;
    gap: 8px;
    align-items: start;
  }

  .check input {
    flex: none;
    margin-block-start: 0.25em;
  }

  .going {
    display: flex;
    gap: 8px;
  }

  .deletion-progress,
  .rotation-echo,
  .edit-verdict,
  .conflicts,
  .edit-panel {
    display: grid;
    gap: 10px;
  }

  .action-callout {
    --_tone: var(--_info);
    display: flex;
    gap: 10px;
    padding: 10px 12px;
    border: 1px solid color-mix(in srgb, var(--_tone) 40%, transparent);
    border-radius: var(--_radius);
    background: color-mix(in srgb, var(--_tone) 7%, transparent);
    overflow-wrap: anywhere;
  }

  .action-callout.warning {
    --_tone: var(--_warning);
  }

  .action-callout.danger {
    --_tone: var(--_danger);
  }

  .action-callout.success {
    --_tone: var(--_success);
  }

  .action-callout > .icon {
    margin-block-start: 0.2em;
    color: var(--_tone);
  }

  .action-callout > div {
    display: grid;
    gap: 4px;
    min-inline-size: 0;
  }

  .callout-title {
    font-weight: 600;
  }

  .conflict {
    display: grid;
    gap: 6px;
    padding: 8px 12px 10px;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
  }

  .dialog code,
  .edit-panel code {
    direction: ltr;
    unicode-bidi: isolate;
    font-family: var(--_mono);
    font-size: 0.9375em;
  }

  .conflict-value {
    white-space: pre-wrap;
  }

  @media (forced-colors: active) {
    .dialog {
      border-color: CanvasText;
    }
  }
`;

/** Of the buttons, the dialogs and the edit panel. Beside the base styles and those of the status badge. */
export const storageActionsStyles: CSSResultArray = [formFieldStyles, keyValueStyles, authStyles, own];
