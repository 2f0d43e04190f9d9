import { css, html, nothing, type TemplateResult } from 'lit';
import type { Formats } from '../../locales/formats.js';
import type { DetailWords } from '../../locales/index.js';
import type { ConditionEntry } from '../../model/conditions.js';
import type { Tone } from '../../model/status.js';
import { age } from './cells.js';
import { icon, type IconName } from './icons.js';

export interface ConditionsOptions {
  entries: readonly ConditionEntry[];
  messages: DetailWords;
  formats: Formats;
  /** Milliseconds since the epoch. */
  now: number;
}

/** Longer messages are folded: cloud clients write pages. */
const FOLD_FROM = 160;
/** How much of a folded one is seen. */
const SEEN = 120;

const ICONS: Readonly<Record<Tone, IconName>> = {
  success: 'ready',
  warning: 'warning',
  danger: 'danger',
  info: 'info',
  neutral: 'unknown',
};

/** What the operator found, and when: the latest change first. Shape, word and tone say the state together. */
export function conditionsTimeline({ entries, messages, formats, now }: ConditionsOptions): TemplateResult {
  if (entries.length === 0) return html`<p class="muted">${messages.emptyConditions}</p>`;
  return html`<ol part="conditions" class="timeline">
    ${entries.map(
      (entry) =>
        html`<li part="condition" class=${entry.tone}>
          <span class="dot">${icon(ICONS[entry.tone])}</span>
          <div>
            <p class="condition-head">
              <span class="condition-type">${entry.type}</span>
              <span class="condition-status">${entry.status}</span>
              <span class="condition-time">${age(entry.at, now, formats, messages)}</span>
            </p>
            ${entry.reason === undefined ? nothing : html`<p class="muted">${entry.reason}</p>`}
            ${entry.message === undefined ? nothing : longText(entry.message)}
          </div>
        </li>`,
    )}
  </ol>`;
}

/**
 * A text that is shown whole when it is short, and else by its beginning until somebody opens it. It has the direction that
 * it is written in, not that of the page: English on a page in Arabic would have its full stop in front.
 */
export function longText(text: string): TemplateResult {
  if (text.length <= FOLD_FROM) return html`<p class="long-text" dir="auto">${text}</p>`;
  // Not in the middle of a pair of code units.
  const seen = text.slice(0, SEEN).replace(/[\ud800-\udbff]$/, '');
  return html`<details class="long-text">
    <summary><bdi>${seen}…</bdi></summary>
    <p dir="auto">${text}</p>
  </details>`;
}

export const conditionsStyles = css`
  .timeline {
    display: grid;
    list-style: none;
  }

  .timeline li {
    --_tone: var(--_neutral);
    position: relative;
    display: grid;
    grid-template-columns: 16px minmax(0, 1fr);
    gap: 10px;
    padding-block-end: 14px;
  }

  /* The line from one to the next. */
  .timeline li:not(:last-child)::before {
    content: '';
    position: absolute;
    inset-block: 22px 0;
    inset-inline-start: 7px;
    border-inline-start: 2px solid var(--_border);
  }

  .timeline .success {
    --_tone: var(--_success);
  }
  .timeline .warning {
    --_tone: var(--_warning);
  }
  .timeline .danger {
    --_tone: var(--_danger);
  }
  .timeline .info {
    --_tone: var(--_info);
  }

  .timeline .dot {
    color: var(--_tone);
  }

  .condition-head {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 8px;
  }

  .condition-type {
    font-weight: 500;
    overflow-wrap: anywhere;
  }

  .condition-status {
    color: var(--_tone);
    font-weight: 500;
  }

  .condition-time {
    margin-inline-start: auto;
    color: var(--_muted);
    font-size: 0.875em;
  }

  .long-text {
    overflow-wrap: anywhere;
    white-space: pre-line;
    font-size: 0.9375em;
  }

  .long-text summary {
    min-block-size: 24px;
    cursor: pointer;
  }

  /* The whole stands in the place of its beginning. */
  .long-text[open] summary {
    color: var(--_muted);
  }
`;
