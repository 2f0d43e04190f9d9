import { css, html, nothing, type TemplateResult } from 'lit';
import type { Formats } from '../../locales/formats.js';
import type { CollectionNotices } from '../../controllers/collection-view.js';
import type { CommonMessages } from '../../locales/index.js';
import { icon } from './icons.js';

/** What to say beside rows that are shown but may be old or not all. */
export function notices(
  said: CollectionNotices | undefined,
  messages: CommonMessages,
  formats: Formats,
): TemplateResult | typeof nothing {
  if (!said) return nothing;
  const lines: string[] = [];
  if (said.signedOut && said.staleSince !== undefined)
    lines.push(messages.signedOutSince(formats.time(said.staleSince)));
  else if (said.staleSince !== undefined) lines.push(messages.staleSince(formats.time(said.staleSince)));
  if (said.polling) lines.push(messages.polling);
  if (lines.length + said.denied.length === 0) return nothing;
  return html`<div part="notices" class="notices">
    ${lines.map((line) => html`<p>${icon('info')}<span>${line}</span></p>`)}
    ${said.denied.length > 0 ? deniedNamespaces(said.denied, messages) : nothing}
  </div>`;
}

/** From this many namespaces on the rest is folded. */
const CHIPS = 12;

function deniedNamespaces(names: readonly string[], messages: CommonMessages): TemplateResult {
  const chips = (some: readonly string[]) =>
    html`<ul class="denied">
      ${some.map((name) => html`<li part="denied-namespace">${name}</li>`)}
    </ul>`;
  const rest = names.slice(CHIPS);
  return html`<div class="notice">
    ${icon('forbidden')}
    <div>
      <span>${messages.deniedNamespaces}</span>
      ${chips(names.slice(0, CHIPS))}
      ${
        rest.length > 0
          ? html`<details>
              <summary>${messages.andMore(rest.length)}</summary>
              ${chips(rest)}
            </details>`
          : nothing
      }
    </div>
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

  .notices p,
  .notice {
    display: flex;
    gap: 8px;
  }

  .denied {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 6px;
    margin-block: 4px;
    padding: 0;
    list-style: none;
  }

  .denied li {
    max-inline-size: 100%;
    padding: 0 8px;
    border: 1px solid var(--_border);
    border-radius: 999px;
    font-size: 0.9375em;
    overflow-wrap: anywhere;
  }

  .notices .icon {
    margin-block-start: 0.2em;
    color: var(--_info);
  }
`;
