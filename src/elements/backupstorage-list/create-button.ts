import { html, type TemplateResult } from 'lit';
import type { Messages } from '../../locales/index.js';
import { icon } from '../parts/icons.js';

interface CreateButton {
  messages: Messages;
  href: string | undefined;
  denied: boolean;
  onCreate: (event: Event) => void;
}

/** A link where the host says where it leads; disabled with the reason where the user may not create. */
export function createButton({ messages, href, denied, onCreate }: CreateButton): TemplateResult {
  if (denied)
    return html`<button type="button" part="create" class="button primary" disabled title=${messages.mayNotCreate}>
      ${icon('add')}${messages.createNew}<span class="visually-hidden">. ${messages.mayNotCreate}</span>
    </button>`;
  return href
    ? html`<a part="create" class="button primary" href=${href} @click=${onCreate}
        >${icon('add')}${messages.createNew}</a
      >`
    : html`<button type="button" part="create" class="button primary" @click=${onCreate}>
        ${icon('add')}${messages.createNew}
      </button>`;
}
