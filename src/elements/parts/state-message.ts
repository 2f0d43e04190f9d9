import { css, html, nothing, type TemplateResult } from 'lit';
import { icon, type IconName } from './icons.js';

export interface StateMessage {
  icon: IconName;
  /** What is so. */
  heading: string;
  /** Why, in the server's terms where it gave any. */
  text?: string | undefined;
  /** The one way on. */
  action?: TemplateResult | undefined;
}

/** The one shape of every state that stands in the place of content. */
export function stateMessage({ icon: name, heading, text, action }: StateMessage): TemplateResult {
  return html`<div part="state" class="state">
    <span class="state-icon">${icon(name)}</span>
    <h3 part="state-heading" tabindex="-1">${heading}</h3>
    ${text === undefined ? nothing : html`<p class="muted">${text}</p>`}
    ${action === undefined ? nothing : html`<div class="state-action">${action}</div>`}
  </div>`;
}

export const stateMessageStyles = css`
  .state {
    display: grid;
    justify-items: center;
    gap: 8px;
    padding: 40px 16px;
    text-align: center;
  }

  .state-icon {
    color: var(--_muted);
  }

  .state-icon .icon {
    inline-size: 28px;
    block-size: 28px;
    stroke-width: 1.5;
  }

  .state p {
    max-inline-size: 60ch;
    overflow-wrap: anywhere;
  }

  .state-action {
    margin-block-start: 8px;
  }
`;
