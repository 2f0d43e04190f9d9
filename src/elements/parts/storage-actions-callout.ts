import { html, nothing, type TemplateResult } from 'lit';
import { withoutWebhookPrefix, type DataSourceError } from '../../data-source/errors.js';
import type { ActionsWords } from '../../locales/index.js';
import { ownFaultWords } from '../../manifest/own-faults.js';
import { icon, type IconName } from './icons.js';

export type CalloutTone = 'info' | 'warning' | 'danger' | 'success';

const ICONS: Readonly<Record<CalloutTone, IconName>> = {
  info: 'info',
  warning: 'warning',
  danger: 'danger',
  success: 'ready',
};

/** A few sentences that stand out. The icon repeats what the words say. */
export function actionCallout(tone: CalloutTone, content: unknown, title?: string): TemplateResult {
  return html`<div part="callout" class="action-callout ${tone}">
    ${icon(ICONS[tone])}
    <div>${title === undefined ? nothing : html`<p class="callout-title">${title}</p>`}${content}</div>
  </div>`;
}

/** The server's own sentence, without what the API server puts around a webhook's; or ours, where it was not asked. */
export function saidByServer(error: DataSourceError, messages: ActionsWords): TemplateResult {
  const own = ownFaultWords(error, messages);
  return html`<p>${own ?? messages.serverSaid(withoutWebhookPrefix(error.message))}</p>`;
}
