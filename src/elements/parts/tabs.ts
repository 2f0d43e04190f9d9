import { css, html, type TemplateResult } from 'lit';

export interface Tab<Id extends string> {
  id: Id;
  label: string;
}

export interface TabsOptions<Id extends string> {
  /** Names the row of tabs for screen readers. */
  label: string;
  tabs: readonly Tab<Id>[];
  selected: Id;
  onSelect: (id: Id) => void;
}

/**
 * A row of tabs. Arrow keys, Home and End move the focus only, because what a tab shows may have to be loaded; Enter,
 * Space or a press selects. https://www.w3.org/WAI/ARIA/apg/patterns/tabs/examples/tabs-manual/
 */
export function tabList<Id extends string>({ label, tabs, selected, onSelect }: TabsOptions<Id>): TemplateResult {
  return html`<div role="tablist" part="tabs" class="tabs" aria-label=${label} @keydown=${moveFocus}>
    ${tabs.map(
      (tab) =>
        html`<button
          type="button"
          role="tab"
          part="tab"
          id="tab-${tab.id}"
          class="tab"
          aria-selected=${tab.id === selected ? 'true' : 'false'}
          aria-controls="panel-${tab.id}"
          tabindex=${tab.id === selected ? '0' : '-1'}
          @click=${() => tab.id !== selected && onSelect(tab.id)}
        >
          ${tab.label}
        </button>`,
    )}
  </div>`;
}

/** What a tab shows. It is always there, so that `aria-controls` leads somewhere. */
export function tabPanel<Id extends string>(id: Id, selected: Id, content: unknown): TemplateResult {
  return html`<div role="tabpanel" id="panel-${id}" aria-labelledby="tab-${id}" ?hidden=${id !== selected}>
    ${content}
  </div>`;
}

function moveFocus(event: KeyboardEvent): void {
  const list = event.currentTarget as HTMLElement;
  const tabs = [...list.querySelectorAll<HTMLElement>('[role=tab]')];
  const at = tabs.indexOf(event.target as HTMLElement);
  if (at < 0 || event.altKey || event.ctrlKey || event.metaKey) return;
  const step = getComputedStyle(list).direction === 'rtl' ? -1 : 1;
  const moves: Record<string, number> = {
    ArrowRight: at + step,
    ArrowLeft: at - step,
    Home: 0,
    End: tabs.length - 1,
  };
  const to = moves[event.key];
  if (to === undefined) return;
  event.preventDefault();
  tabs[(to + tabs.length) % tabs.length]!.focus();
}

export const tabsStyles = css`
  .tabs {
    display: flex;
    gap: 4px;
    margin-block-end: 16px;
    border-block-end: 1px solid var(--_border);
  }

  .tab {
    min-block-size: 36px;
    padding: 6px 12px;
    border: 0;
    border-block-end: 2px solid transparent;
    margin-block-end: -1px;
    background: none;
    font-weight: 500;
    color: var(--_muted);
    cursor: pointer;
  }

  .tab:hover {
    background: var(--_hover);
  }

  .tab:focus-visible {
    outline-offset: -3px;
  }

  .tab[aria-selected='true'] {
    border-block-end-color: var(--_accent);
    color: inherit;
  }

  [role='tabpanel'][hidden] {
    display: none;
  }

  @media (forced-colors: active) {
    .tab[aria-selected='true'] {
      border-block-end-color: Highlight;
    }
  }
`;
