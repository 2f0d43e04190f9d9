import { html, nothing, type TemplateResult } from 'lit';
import type { DetailView } from '../../controllers/storage-detail-controller.js';
import type { DetailWords } from '../../locales/index.js';
import { icon } from '../parts/icons.js';
import { sentences } from '../parts/sentences.js';
import { stateMessage, type StateMessage } from '../parts/state-message.js';
import { detailSkeleton } from './skeleton-view.js';

export interface StateOptions {
  view: Exclude<DetailView, 'ready'>;
  namespace: string;
  name: string;
  /** What the server said. */
  said: string | undefined;
  /** Where the list is; without it there is no way back from here. */
  listHref: string | undefined;
  messages: DetailWords;
  onRetry: () => void;
}

/** What stands in the place of a storage: what is so, why, and the way on. */
export function detailState(options: StateOptions): TemplateResult {
  const { view, namespace, name, said, listHref, messages } = options;
  if (view === 'loading') return detailSkeleton(messages);
  const again = html`<button type="button" part="retry" class="button" @click=${options.onRetry}>
    ${icon('retry')}${messages.retry}
  </button>`;
  const back = listHref
    ? html`<a part="list-link" class="button" href=${listHref}>${icon('previous')}${messages.backToList}</a>`
    : nothing;
  const action = html`${back} ${again}`;
  const words: Record<typeof view, StateMessage> = {
    'no-source': { icon: 'storage', heading: messages.noSourceHeading, text: messages.noSourceText },
    'not-found': {
      icon: 'search',
      heading: messages.notFoundHeading(name),
      text: messages.notFoundText(namespace),
      action,
    },
    deleted: { icon: 'remove', heading: messages.deletedHeading(name), text: messages.deletedText, action },
    forbidden: { icon: 'forbidden', heading: messages.forbiddenOneHeading, text: said, action },
    'not-installed': {
      icon: 'notInstalled',
      heading: messages.notInstalledHeading,
      text: messages.notInstalledText,
      action: again,
    },
    unreachable: {
      icon: 'unreachable',
      heading: messages.unreachableHeading,
      text: sentences(said, messages.unreachableText),
      action: again,
    },
    'signed-out': {
      icon: 'signedOut',
      heading: messages.signedOutHeading,
      text: messages.signedOutText,
      action: again,
    },
  };
  return html`${stateMessage(words[view])}<slot name="error"></slot>`;
}
