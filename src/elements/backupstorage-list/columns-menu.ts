import { css, html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { StorageColumn } from '../../controllers/storage-list-controller.js';
import type { ListWords } from '../../locales/index.js';
import { placeBeside } from './place-beside.js';

interface ColumnsMenu {
  messages: ListWords;
  /** Every column, in order. */
  columns: readonly { readonly id: StorageColumn; readonly label: string }[];
  shown: readonly StorageColumn[];
  onToggle: (column: StorageColumn) => void;
}

/**
 * A button that opens checkboxes. The platform's popover: Escape and a press elsewhere close it.
 */
export function columnsMenu({ messages, columns, shown, onToggle }: ColumnsMenu): TemplateResult {
  return html`<button type="button" id="columns" part="columns-button" class="button" popovertarget="columns-menu">
      ${messages.columns}
    </button>
    <div id="columns-menu" part="columns-menu" class="floating columns-menu" popover @toggle=${onToggled}>
      <fieldset>
        <legend>${messages.columns}</legend>
        ${columns.map(
          ({ id, label }) =>
            html`<label class="column-choice"
              ><input
                type="checkbox"
                name=${id}
                .checked=${live(shown.includes(id))}
                ?disabled=${id === 'name'}
                @change=${() => onToggle(id)}
              />${label}</label
            >`,
        )}
      </fieldset>
    </div>`;
}

/** Ends the watch over the place of an open menu. */
const watched = new WeakMap<HTMLElement, AbortController>();

function onToggled(event: ToggleEvent): void {
  const menu = event.currentTarget as HTMLElement;
  const opener = menu.previousElementSibling as HTMLElement;
  const { activeElement } = menu.getRootNode() as ShadowRoot;
  watched.get(menu)?.abort();
  if (event.newState === 'open') {
    const watch = new AbortController();
    watched.set(menu, watch);
    placeBeside(opener, menu);
    // Zooming moves everything, the button as well.
    window.addEventListener('resize', () => placeBeside(opener, menu), { signal: watch.signal });
    menu.querySelector<HTMLElement>('input:enabled')?.focus();
  } else if (activeElement ? menu.contains(activeElement) : document.activeElement === document.body) {
    // The platform gives the focus back in documents, not in every shadow root.
    opener.focus();
  }
}

export const columnsMenuStyles = css`
  .floating {
    position: fixed;
    inset: auto;
    margin: 0;
    padding: 10px 14px;
    max-inline-size: min(28rem, calc(100vw - 16px));
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--backupstorage-color-surface, Canvas);
    color: inherit;
    box-shadow: 0 4px 16px rgb(0 0 0 / 0.2);
  }

  .columns-menu fieldset {
    display: grid;
    gap: 2px;
    border: 0;
  }

  .columns-menu legend {
    padding: 0 0 4px;
    font-size: 0.875em;
    color: color-mix(in srgb, currentColor 80%, transparent);
  }

  .column-choice {
    display: flex;
    align-items: center;
    gap: 8px;
    min-block-size: 28px;
  }
`;
