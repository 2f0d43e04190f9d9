import { html, nothing, type TemplateResult } from 'lit';
import type { StorageRow } from '../../model/rows.js';
import { icon } from '../parts/icons.js';
import { notices } from '../parts/notices.js';
import { markText, statusBadge } from '../parts/status-badge.js';
import type { DetailContext } from './detail-context.js';

/** So many failures are named here; all of them are above the table of Repositories. */
const NAMED = 3;

/** Name, namespace and status; `actions` stand at the end of the line. */
export function headerView(row: StorageRow, { messages }: DetailContext, actions: unknown): TemplateResult {
  return html`<div part="header" class="header">
    <h2 tabindex="-1">${row.name}</h2>
    ${statusBadge(row.status, messages)}
    <span class="namespace">${row.namespace}</span>
    <div class="header-actions">${actions}</div>
  </div>`;
}

/** What has to be known before anything else is read: how old this is, which storage it is, why it is not ready. */
export function headerNotices(row: StorageRow, context: DetailContext): TemplateResult {
  const { detail, messages, formats, now } = context;
  return html`
    ${notices(detail.notices(now), messages, formats)}
    <div role="status">${detail.replaced ? replaced(row, context) : nothing}</div>
    ${reason(row, context)}
  `;
}

function replaced(row: StorageRow, { detail, messages }: DetailContext): TemplateResult {
  return html`<div part="replaced" class="reason warning">
    ${icon('info')}
    <div>
      <p class="strong">${messages.replacedHeading(row.name)}</p>
      <p>${messages.replacedText}</p>
      <p>
        <button type="button" class="button" @click=${() => detail.acknowledgeReplaced()}>
          ${messages.understood}
        </button>
      </p>
    </div>
  </div>`;
}

/** In plain sight, because a badge's title is not: why it is not ready, and what failed although it is. */
function reason({ status }: StorageRow, { messages }: DetailContext): TemplateResult | typeof nothing {
  const marks = status.marks.filter((mark) => mark.kind !== 'paused');
  if (status.reason === undefined && marks.length === 0) return nothing;
  const rest = marks.length - NAMED;
  const tone = status.reason === undefined ? 'warning' : 'danger';
  return html`<div part="reason" class="reason ${tone}">
    ${icon('warning')}
    <div>
      ${status.reason === undefined ? nothing : html`<p dir="auto">${status.reason}</p>`}
      ${marks.slice(0, NAMED).map((mark) => html`<p>${messages.labelled(messages.marks[mark.kind], markText(mark, messages))}</p>`)}
      ${rest > 0 ? html`<p>${messages.andMore(rest)}</p>` : nothing}
    </div>
  </div>`;
}
