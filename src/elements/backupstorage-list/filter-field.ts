import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { ListWords } from '../../locales/index.js';
import { icon } from '../parts/icons.js';

interface FilterField {
  messages: ListWords;
  filter: string;
  /** The key that leads here; empty for none. */
  filterKey: string;
  onFilter: (filter: string) => void;
  onClear: () => void;
}

/** The text filter. Escape clears it, as in every search field; an empty one leaves the key to a dialog around it. */
export function filterField({ messages, filter, filterKey, onFilter, onClear }: FilterField): TemplateResult {
  return html`<div class="field filter" part="filter">
    <label for="filter">${messages.filterLabel}</label>
    ${icon('search')}
    <input
      id="filter"
      type="search"
      class="control"
      autocomplete="off"
      spellcheck="false"
      placeholder=${messages.filterPlaceholder}
      aria-keyshortcuts=${filterKey || nothing}
      .value=${live(filter)}
      @input=${(event: Event) => onFilter((event.target as HTMLInputElement).value)}
      @keydown=${(event: KeyboardEvent) => {
        if (event.key !== 'Escape' || filter === '' || event.isComposing) return;
        event.preventDefault();
        event.stopPropagation();
        onClear();
      }}
    />
    ${
      filter === ''
        ? filterKey === ''
          ? nothing
          : html`<kbd class="key" aria-hidden="true">${filterKey}</kbd>`
        : html`<button
            type="button"
            class="button clear"
            aria-label=${messages.clearFilter}
            title=${messages.clearFilter}
            @click=${onClear}
          >
            ${icon('clear')}
          </button>`
    }
  </div>`;
}
