import { css, html, nothing, type TemplateResult } from 'lit';
import type { CommonMessages } from '../../locales/index.js';
import type { Status, StatusMark, Tone } from '../../model/status.js';
import { icon, type IconName } from './icons.js';

const ICONS: Readonly<Record<Tone, IconName>> = {
  success: 'ready',
  warning: 'warning',
  danger: 'danger',
  info: 'info',
  neutral: 'unknown',
};

/** What a mark says: the operator's words where there are some. */
export function markText({ kind, about, said }: StatusMark, messages: CommonMessages): string {
  const words = said ?? (kind === 'paused' ? '' : messages.markTexts[kind]);
  return about === undefined ? words : messages.labelled(about, words);
}

/** Why the phase is not a good one; empty where nothing says it. */
export function reasonOf({ reason, waitsFor }: Status, messages: CommonMessages): string {
  return reason ?? (waitsFor === undefined ? '' : messages.storageNotReady(waitsFor));
}

/** Why the phase is as it is, and what stands beside it: a line for each. Empty where there is nothing to say. */
export function statusReasons(status: Status, messages: CommonMessages): readonly string[] {
  // The kind of a mark may say it all.
  const marks = status.marks.filter(({ text }) => text !== '');
  const rest = marks.length > MOST_MARKS ? marks.length - MOST_MARKS + 1 : 0;
  return [
    reasonOf(status, messages),
    ...marks
      .slice(0, marks.length - rest)
      .map((mark) => messages.labelled(messages.marks[mark.kind], markText(mark, messages))),
    rest > 0 ? messages.andMore(rest) : '',
  ].filter(Boolean);
}

/** Hundreds of repositories may have failed: nobody reads each in a tip, or hears it in a name. The storage's page has a table. */
const MOST_MARKS = 6;

/** Shape, word and tone together: the state is never told by colour alone. Marks stand beside the phase. */
export function statusBadge(status: Status, messages: CommonMessages): TemplateResult {
  const why = statusReasons(status, messages).join('\n');
  return html`<span part="status status-${status.tone}" class="status" title=${why || nothing}
    >${face(status, messages, why)}</span
  >`;
}

/**
 * The same as a button where there is a reason, so that keys and fingers get to it: who shows the table opens what
 * `data-why` stands for. Screen readers hear the reason as part of the name.
 */
export function statusButton(status: Status, messages: CommonMessages, key: string): TemplateResult {
  const why = statusReasons(status, messages).join('\n');
  return why === ''
    ? statusBadge(status, messages)
    : html`<button type="button" part="status status-${status.tone}" class="status status-button" data-why=${key}>
        ${face(status, messages, why)}
      </button>`;
}

function face(status: Status, messages: CommonMessages, why: string): TemplateResult {
  // Hundreds of repositories may have failed: the reasons name each, the mark stands once.
  const kinds = [...new Set(status.marks.map(({ kind }) => kind))];
  const shape: IconName = status.label === 'Terminating' ? 'deleting' : ICONS[status.tone];
  return html`<span class="badge ${status.tone}">${icon(shape)}<span class="word">${status.label}</span></span
    >${kinds.map(
      (kind) =>
        html`<span part="status-mark" class="mark ${kind}"
          >${icon(kind === 'paused' ? 'paused' : 'warning')}<span class="mark-word">${messages.marks[kind]}</span></span
        >`,
    )}${why === '' ? nothing : html`<span class="visually-hidden">. ${why}</span>`}`;
}

export const statusBadgeStyles = css`
  .status {
    position: relative;
    display: inline-flex;
    align-items: center;
    gap: 6px;
    max-inline-size: 100%;
  }

  .status-button {
    padding: 0;
    border: 0;
    border-radius: 999px;
    background: none;
    text-align: start;
    cursor: help;
  }

  .badge,
  .mark {
    --_tone: var(--_neutral);
    display: inline-flex;
    align-items: center;
    gap: 5px;
    padding: 1px 8px 1px 6px;
    border: 1px solid color-mix(in srgb, var(--_tone) 35%, transparent);
    border-radius: 999px;
    background: color-mix(in srgb, var(--_tone) 9%, transparent);
    color: var(--_tone);
    font-size: 0.875em;
    font-weight: 500;
    line-height: 1.5;
    white-space: nowrap;
  }

  .badge .icon,
  .mark .icon {
    flex: none;
    inline-size: 14px;
    block-size: 14px;
  }

  .badge.success {
    --_tone: var(--_success);
  }
  .badge.warning,
  .mark {
    --_tone: var(--_warning);
  }
  .badge.danger,
  .mark.integrity,
  .mark.wipe-out {
    --_tone: var(--_danger);
  }
  .badge.info {
    --_tone: var(--_info);
  }
  .mark.paused {
    --_tone: var(--_neutral);
  }
`;
