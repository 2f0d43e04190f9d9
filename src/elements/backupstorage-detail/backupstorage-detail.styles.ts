import { css } from 'lit';

export const detailStyles = css`
  .header {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px 12px;
    margin-block-end: 12px;
  }

  .header h2 {
    overflow-wrap: anywhere;
  }

  .header .namespace {
    color: var(--_muted);
  }

  .reason {
    display: flex;
    gap: 10px;
    margin-block-end: 16px;
    padding: 10px 12px;
    border: 1px solid color-mix(in srgb, var(--_tone) 40%, transparent);
    border-radius: var(--_radius);
    background: color-mix(in srgb, var(--_tone) 7%, transparent);
    overflow-wrap: anywhere;
  }

  .reason.danger {
    --_tone: var(--_danger);
  }

  .reason.warning {
    --_tone: var(--_warning);
  }

  .reason .icon {
    margin-block-start: 0.2em;
    color: var(--_tone);
  }

  .reason ul {
    padding-inline-start: 1.2em;
  }

  section {
    margin-block-end: 24px;
  }

  section > h3 {
    margin-block-end: 8px;
  }

  .count {
    display: inline-block;
    margin-inline-start: 6px;
    color: var(--_muted);
    font-weight: 400;
  }

  .basic {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 17rem), 1fr));
    gap: 14px 24px;
    padding: 14px 16px;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_raised);
  }

  .basic dt {
    margin-block-end: 2px;
    font-size: 0.875em;
    color: var(--_muted);
  }

  .basic dd {
    overflow-wrap: anywhere;
  }

  .basic .wide {
    grid-column: 1 / -1;
  }

  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 6px;
    list-style: none;
  }

  .chips li {
    max-inline-size: 100%;
    padding: 1px 8px;
    border: 1px solid var(--_border);
    border-radius: 999px;
    font-size: 0.875em;
    overflow-wrap: anywhere;
  }

  .footnote {
    margin-block-start: 6px;
    font-size: 0.875em;
    color: var(--_muted);
  }

  .note {
    padding: 18px 16px;
    color: var(--_muted);
  }
`;
