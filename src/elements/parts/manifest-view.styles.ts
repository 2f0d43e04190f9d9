import { css } from 'lit';
import { createdStyles } from './manifest-created.js';
import { plainManifestStyles } from './manifest-plain.js';
import { linkStyles } from './link.styles.js';
import { statusBadgeStyles } from './status-badge.js';

export const manifestStyles = css`
  ${linkStyles} ${statusBadgeStyles} ${plainManifestStyles} ${createdStyles}

  .manifest-toolbar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 16px;
    margin-block-end: 8px;
  }

  .segments {
    display: inline-flex;
    border: 1px solid var(--_control-border);
    border-radius: var(--_radius);
    overflow: clip;
  }

  .segment {
    position: relative;
    cursor: pointer;
  }

  .segment input {
    position: absolute;
    inset: 0;
    margin: 0;
    opacity: 0;
    cursor: inherit;
  }

  .segment span {
    display: block;
    min-block-size: 30px;
    padding: 4px 14px;
    font-weight: 500;
  }

  .segment input:checked + span {
    background: var(--_accent);
    color: var(--_on-accent);
  }

  .segment input:focus-visible + span {
    outline: 2px solid var(--_focus);
    outline-offset: -4px;
    outline-color: currentColor;
  }

  @media (forced-colors: active) {
    .segment input:checked + span {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }

    .segment input:disabled + span {
      opacity: 1;
      color: GrayText;
    }
  }

  .segment input:not(:checked, :disabled) + span:hover {
    background: var(--_hover);
  }

  .segment input:disabled + span {
    opacity: 0.55;
    cursor: not-allowed;
  }

  .check {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-block-size: 28px;
    cursor: pointer;
  }

  .check input {
    inline-size: 16px;
    block-size: 16px;
    accent-color: var(--_accent);
  }

  /* Together at the end: what the last one opens is aligned with it, and must not leave the page. */
  .take-away {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: end;
    gap: 8px;
    margin-inline-start: auto;
  }

  .manifest-toolbar .button {
    min-block-size: 30px;
  }

  .more {
    position: relative;
  }

  .more > summary {
    list-style: none;
  }

  .more > summary::-webkit-details-marker {
    display: none;
  }

  .more-items {
    position: absolute;
    inset-block-start: calc(100% + 4px);
    inset-inline-end: 0;
    z-index: 3;
    display: grid;
    gap: 4px;
    padding: 6px;
    border: 1px solid var(--_control-border);
    border-radius: var(--_radius);
    background: var(--_surface);
    box-shadow: 0 4px 14px rgb(0 0 0 / 18%);
  }

  .more-items .button {
    justify-content: start;
  }

  .copy-state {
    font-size: 0.875em;
    color: var(--_muted);
  }

  /* Without room, but there: a live region that only appears with its words is not announced. */
  .copy-state:empty {
    position: absolute;
  }

  .editor {
    min-block-size: 12rem;
    max-block-size: var(--backupstorage-editor-max-height, 50vh);
    overflow: auto;
    direction: ltr;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
  }

  .manifest-body {
    display: grid;
    gap: 12px 20px;
  }

  .manifest-main {
    min-inline-size: 0;
  }

  .verdict {
    min-inline-size: 0;
  }

  /* Room for the usual answer, so that nothing below moves when it comes. */
  .with-verdict .verdict {
    min-block-size: 8.5rem;
  }

  .verdict:focus-visible {
    outline-offset: 4px;
  }

  .verdict :is(.callout, .progress) {
    margin-block: 0 12px;
  }

  @container (inline-size >= 56rem) {
    .with-verdict {
      grid-template-columns: minmax(0, 1fr) 21rem;
      align-items: start;
    }
  }

  .verdict-pending {
    display: flex;
    align-items: center;
    gap: 8px;
    padding: 10px 12px;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    color: var(--_muted);
  }

  .differences {
    display: grid;
    gap: 4px;
    font-size: 0.9375em;
  }

  .differences ins,
  .differences del {
    text-decoration: none;
  }

  .differences del code {
    text-decoration: line-through;
  }

  .ways-on {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin-block: 4px;
  }

  .callout .check {
    align-items: start;
  }

  .callout .check input {
    flex: none;
    margin-block-start: 0.2em;
  }

  .cause code {
    text-decoration: inherit;
  }

  .editor:focus-within {
    outline: 2px solid var(--_focus);
    outline-offset: -1px;
  }

  .masks {
    margin-block-start: 6px;
  }

  .callout {
    --_tone: var(--_info);
    display: flex;
    gap: 10px;
    margin-block-start: 12px;
    /* Scrolled to, it must not end up behind the sticky footer. */
    scroll-margin-block: 16px 5rem;
    padding: 10px 12px;
    border: 1px solid color-mix(in srgb, var(--_tone) 40%, transparent);
    border-radius: var(--_radius);
    background: color-mix(in srgb, var(--_tone) 7%, transparent);
    overflow-wrap: anywhere;
  }

  .callout.danger {
    --_tone: var(--_danger);
  }

  .callout.success {
    --_tone: var(--_success);
  }

  .callout.warning {
    --_tone: var(--_warning);
  }

  .callout > .icon {
    margin-block-start: 0.2em;
    color: var(--_tone);
  }

  .callout > div {
    display: grid;
    gap: 4px;
    min-inline-size: 0;
  }

  .callout-title {
    font-weight: 600;
  }

  .callout ul {
    padding-inline-start: 1.2em;
  }

  .place {
    color: var(--_muted);
    font-variant-numeric: tabular-nums;
  }

  code {
    direction: ltr;
    unicode-bidi: isolate;
    font-family: var(--_mono);
    font-size: 0.9375em;
  }

  .progress {
    display: grid;
    gap: 4px;
    margin-block-start: 12px;
    list-style: none;
  }

  .progress li {
    display: flex;
    gap: 8px;
  }

  .progress .done .icon {
    color: var(--_success);
  }

  .progress .failed .icon {
    color: var(--_danger);
  }

  .step-icon {
    display: inline-grid;
    place-items: center;
  }

  .form-footer {
    position: sticky;
    inset-block-end: 0;
    z-index: 2;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 16px;
    margin-block-start: 16px;
    padding-block: 12px;
    border-block-start: 1px solid var(--_border);
    background: var(--_surface);
  }

  .form-footer .end {
    margin-inline-start: auto;
  }
`;
