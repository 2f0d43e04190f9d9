import { css, html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Formats } from '../../locales/formats.js';
import type { FacetCount } from '../../controllers/list/facets.js';
import { SYNC_ERROR } from '../../controllers/list/storage-facets.js';
import type { ListWords } from '../../locales/index.js';
import { providerWord } from '../parts/cells.js';
import { listOf } from './list-of.js';

interface FacetBar {
  messages: ListWords;
  formats: Formats;
  providers: readonly FacetCount[];
  statuses: readonly FacetCount[];
  /** Comma-separated, as the properties are. */
  chosen: { providers: string; statuses: string };
  onToggle: (facet: 'providers' | 'statuses', value: string) => void;
  onClear: () => void;
}

/**
 * Toggles with counts. Buttons that are pressed or not, in groups with a name: each is one stop of the Tab key.
 * https://www.w3.org/WAI/ARIA/apg/patterns/button/
 */
export function facetBar(bar: FacetBar): TemplateResult | typeof nothing {
  const { messages, providers, statuses, chosen } = bar;
  if (providers.length + statuses.length === 0) return nothing;
  const statusWord = (value: string) => (value === SYNC_ERROR ? messages.marks[SYNC_ERROR] : value);
  return html`<div part="facets" class="facets">
    ${group(bar, 'providers', messages.columnProvider, providers, (name) => providerWord(name, messages))}
    ${group(bar, 'statuses', messages.columnStatus, statuses, statusWord)}
    ${
      chosen.providers + chosen.statuses === ''
        ? nothing
        : html`<button type="button" id="clear-facets" class="button plain" @click=${bar.onClear}>
            ${messages.clearFilters}
          </button>`
    }
  </div>`;
}

function group(
  { formats, chosen, onToggle }: FacetBar,
  facet: 'providers' | 'statuses',
  label: string,
  counts: readonly FacetCount[],
  word: (value: string) => string,
): TemplateResult | typeof nothing {
  if (counts.length === 0) return nothing;
  const pressed = new Set(listOf(chosen[facet]));
  return html`<div role="group" class="facet-group" aria-labelledby="facet-${facet}">
    <span id="facet-${facet}" class="facet-label">${label}</span>
    ${repeat(
      counts,
      ({ value }) => value,
      ({ value, matching }) =>
        html`<button
          type="button"
          part="facet"
          class="facet"
          aria-pressed=${pressed.has(value) ? 'true' : 'false'}
          @click=${() => onToggle(facet, value)}
        >
          ${word(value)} <span class="facet-count">${formats.number(matching)}</span>
        </button>`,
    )}
  </div>`;
}

export const facetStyles = css`
  .facets {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px 20px;
    margin-block-end: 12px;
  }

  .facet-group {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px;
    min-inline-size: 0;
  }

  .facet-label {
    font-size: 0.875em;
    color: var(--_muted);
  }

  .facet {
    min-block-size: 28px;
    max-inline-size: 100%;
    padding: 2px 10px;
    overflow: hidden;
    text-overflow: ellipsis;
    border: 1px solid var(--_border);
    border-radius: 999px;
    background: transparent;
    font-size: 0.875em;
    white-space: nowrap;
    cursor: pointer;
  }

  .facet:hover {
    background: var(--_hover);
  }

  .facet[aria-pressed='true'] {
    border-color: var(--_accent);
    background: color-mix(in srgb, var(--_accent) 12%, transparent);
    /* Not by colour alone: the ring is twice as thick. */
    box-shadow: inset 0 0 0 1px var(--_accent);
    font-weight: 600;
  }

  .facet-count {
    margin-inline-start: 2px;
    color: var(--_muted);
    font-weight: 400;
    font-variant-numeric: tabular-nums;
  }

  @media (forced-colors: active) {
    .facet[aria-pressed='true'] {
      border-color: Highlight;
      background: Highlight;
      color: HighlightText;
      forced-color-adjust: none;
    }

    .facet[aria-pressed='true'] .facet-count {
      color: inherit;
    }
  }
`;
