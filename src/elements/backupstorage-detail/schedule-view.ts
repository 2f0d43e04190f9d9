import { html, nothing, type TemplateResult } from 'lit';
import { sessionSchedule, type NextBackup, type NextRun } from '../../controllers/detail/next-runs.js';
import type { Formats } from '../../locales/formats.js';
import type { DetailWords } from '../../locales/index.js';
import { keyOf } from '../../model/references.js';
import type { SessionRow } from '../../model/rows.js';
import { none } from '../parts/cells.js';
import { scheduleWords } from '../parts/schedule-words.js';
import { timeText, timeWords } from '../parts/time-text.js';

export interface ScheduleOptions {
  messages: DetailWords;
  formats: Formats;
  /** Milliseconds since the epoch. */
  now: number;
  /** Words and next run are shown, and not only told to screen readers and as a title. */
  inWords: boolean;
}

/** A schedule as it is written; in words, with its next run, when the user wants to see them. */
export function scheduleCell(row: SessionRow, options: ScheduleOptions): TemplateResult {
  const { messages, formats, now, inWords } = options;
  const meaning = sessionSchedule(row, now);
  if (!meaning) return none(messages);
  const words = meaning.schedule ? scheduleWords(meaning.schedule, messages, formats) : messages.scheduleUnreadable;
  const next = nextWords(meaning.next, messages, formats);
  return html`<span class="mono" title="${words}. ${next}">${row.schedule}</span>${
      row.suspended ? html` <span class="muted">(${messages.suspended})</span>` : ''
    }<span class=${inWords ? 'schedule-words' : 'visually-hidden'}> ${words}. ${next}</span>`;
}

function nextWords(next: NextRun, messages: DetailWords, formats: Formats): string {
  switch (next.kind) {
    case 'at':
      return messages.nextRunAt(timeWords(next.at, formats));
    case 'paused':
      return messages.noNextRunPaused;
    case 'suspended':
      return messages.noNextRunSuspended;
    case 'never':
      return messages.noNextRun;
    case 'unknown':
      return messages.nextRunUnknown;
  }
}

/** Which backup comes next of all that are stored here. */
export function nextBackup(
  next: NextBackup | undefined,
  { messages, formats }: Pick<ScheduleOptions, 'messages' | 'formats'>,
): TemplateResult | typeof nothing {
  if (!next) return nothing;
  const { row, at } = next;
  const what = [keyOf(row.namespace, row.name), row.session].filter(Boolean).join(' · ');
  return html`<p part="next-backup" class="footnote">${messages.nextBackup(what)} ${timeText(at, formats)}</p>`;
}
