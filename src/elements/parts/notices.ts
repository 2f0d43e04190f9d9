import { css, html, nothing, type TemplateResult } from 'lit';
import type { CollectionNotices } from '../../controllers/collection-view.js';
import type { Messages } from '../../locales/index.js';
import { icon } from './icons.js';

/** What to say beside rows that are shown but may be old or not all. */
export function notices(
  said: CollectionNotices | undefined,
  messages: Messages,
  locale: string,
): TemplateResult | typeof nothing {
  if (!said) return nothing;
  const lines: string[] = [];
  const time = (at: number) => new Intl.DateTimeFormat(locale || undefined, { timeStyle: 'medium' }).format(at);
  if (said.signedOut && said.staleSince !== undefined) lines.push(messages.signedOutSince(time(said.staleSince)));
  else if (said.staleSince !== undefined) lines.push(messages.staleSince(time(said.staleSince)));
  if (said.polling) lines.push(messages.polling);
  if (said.denied.length > 0)
    lines.push(
      messages.deniedNamespaces(new Intl.ListFormat(locale || undefined, { type: 'conjunction' }).format(said.denied)),
    );
  return lines.length === 0
    ? nothing
    : html`<div part="notices" class="notices">
        ${lines.map((line) => html`<p>${icon('info')}<span>${line}</span></p>`)}
      </div>`;
}

export const noticesStyles = css`
  .notices {
    display: grid;
    gap: 4px;
    margin-block-end: 8px;
    padding: 8px 12px;
    border: 1px solid color-mix(in srgb, var(--_info) 35%, transparent);
    border-radius: var(--_radius);
    background: color-mix(in srgb, var(--_info) 7%, transparent);
    font-size: 0.9375em;
  }

  .notices p {
    display: flex;
    gap: 8px;
  }

  .notices .icon {
    margin-block-start: 0.2em;
    color: var(--_info);
  }
`;
