import { html, type TemplateResult } from 'lit';
import { LAST_APPLIED } from '../../model/metadata.js';
import type { StorageRow } from '../../model/rows.js';
import { age, none, provider, size } from '../parts/cells.js';
import { copyButton, copyChips } from '../parts/chips.js';
import { statusBadge } from '../parts/status-badge.js';
import type { DetailContext } from './detail-context.js';
import { fact } from './facts.js';

/** The seven fields of the guide, and what identifies the object. */
export function basicView(row: StorageRow, { messages, formats, now, onCopy }: DetailContext): TemplateResult {
  const { labels, annotations = {}, uid } = row.object.metadata ?? {};
  // kubectl's copy of the manifest says nothing that the manifest does not.
  const { [LAST_APPLIED]: _copy, ...shown } = annotations;
  return html`<section aria-labelledby="basic">
    <h3 id="basic">${messages.basic}</h3>
    <dl part="basic" class="facts">
      ${fact(messages.columnName, row.name)} ${fact(messages.columnNamespace, row.namespace)}
      ${fact(messages.columnProvider, provider(row.provider, messages))}
      ${fact(messages.columnStatus, statusBadge(row.status, messages))}
      ${fact(messages.columnSize, size(row.size, messages))} ${fact(messages.columnRepositories, row.repositories)}
      ${fact(messages.columnAge, age(row.createdAt, now, formats, messages))}
      ${fact(messages.uid, uid ? copyButton({ text: uid, copy: uid }, messages, onCopy) : none(messages))}
      ${fact(messages.labels, copyChips(labels, messages, onCopy), true)}
      ${fact(messages.annotations, copyChips(shown, messages, onCopy), true)}
    </dl>
  </section>`;
}
