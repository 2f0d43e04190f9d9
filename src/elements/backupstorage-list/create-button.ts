import { html, type TemplateResult } from 'lit';
import type { ListWords } from '../../locales/index.js';
import { icon } from '../parts/icons.js';
import type { StatusTip } from './status-tip.js';

/** What the tip of the button goes by. No row has such a key. */
export const CREATE_TIP = 'create';

interface CreateButton {
  messages: ListWords;
  href: string | undefined;
  denied: boolean;
  tip: StatusTip;
  onCreate: (event: Event) => void;
}

/**
 * A link where the host says where it leads. Where the user may not create it can be reached all the same, and says why:
 * a disabled button would keep its reason from the keyboard.
 */
export function createButton({ messages, href, denied, tip, onCreate }: CreateButton): TemplateResult {
  const face = html`${icon('add')}${messages.createNew}`;
  if (denied)
    return html`<button
        type="button"
        part="create"
        class="button primary"
        aria-disabled="true"
        aria-describedby="may-not-create"
        data-why=${CREATE_TIP}
        @pointerover=${tip.over}
        @pointerleave=${tip.leave}
        @focus=${tip.focusIn}
        @blur=${tip.focusOut}
        @click=${tip.click}
      >
        ${face}</button
      ><span id="may-not-create" class="visually-hidden">${messages.mayNotCreate}</span>`;
  return href
    ? html`<a part="create" class="button primary" href=${href} @click=${onCreate}>${face}</a>`
    : html`<button type="button" part="create" class="button primary" @click=${onCreate}>${face}</button>`;
}
