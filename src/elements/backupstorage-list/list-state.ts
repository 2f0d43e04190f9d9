import { html, type TemplateResult } from 'lit';
import type { CollectionView } from '../../controllers/collection-view.js';
import type { ListWords } from '../../locales/index.js';
import { icon } from '../parts/icons.js';
import { sentences } from '../parts/sentences.js';
import { skeletonTable } from '../parts/skeleton.js';
import { stateMessage } from '../parts/state-message.js';

interface ListState {
  view: CollectionView;
  messages: ListWords;
  namespace: string;
  filter: string;
  /** Something is chosen besides the text. */
  chosen: boolean;
  /** How many columns the rows will have. */
  columns: number;
  /** The server's words about a fault. */
  detail: string | undefined;
  /** The way to create; undefined where the user may not. */
  create: TemplateResult | undefined;
  onRetry: () => void;
  onClear: () => void;
  onSelectNamespace: () => void;
}

/** What stands in the place of the rows: what is so, why, and the way on. */
export function listState(state: ListState): TemplateResult {
  const { view, messages, namespace, filter, chosen, detail } = state;
  switch (view) {
    case 'no-source':
      return stateMessage({ icon: 'storage', heading: messages.noSourceHeading, text: messages.noSourceText });
    case 'loading':
      return html`<slot name="loading">${skeletonTable(state.columns, messages.loading)}</slot>`;
    case 'no-match':
      return stateMessage({
        icon: 'search',
        heading: messages.noMatchHeading,
        text: chosen ? messages.noMatchChosen(filter) : messages.noMatchText(filter),
        action: html`<button type="button" class="button" @click=${state.onClear}>
          ${chosen ? messages.clearFilters : messages.clearFilter}
        </button>`,
      });
    case 'forbidden':
      return fault({
        icon: 'forbidden',
        heading: namespace ? messages.forbiddenHeading : messages.forbiddenEverywhereHeading,
        text: [detail, messages.forbiddenWayOn].filter(Boolean).join(' — '),
        action: html`<button type="button" class="button" @click=${state.onSelectNamespace}>
          ${messages.selectNamespace}
        </button>`,
      });
    case 'not-installed':
      return fault({
        icon: 'notInstalled',
        heading: messages.notInstalledHeading,
        text: messages.notInstalledText,
        action: retry(state),
      });
    case 'unreachable':
      return fault({
        icon: 'unreachable',
        heading: messages.unreachableHeading,
        text: sentences(detail, messages.unreachableText),
        action: retry(state),
      });
    case 'signed-out':
      return fault({
        icon: 'signedOut',
        heading: messages.signedOutHeading,
        text: messages.signedOutText,
        action: retry(state),
      });
    default:
      return html`<slot name="empty"
        >${stateMessage({
          icon: 'empty',
          heading: messages.emptyHeading,
          text: namespace ? messages.emptyInNamespace(namespace) : messages.emptyText,
          action: state.create,
        })}</slot
      >`;
  }
}

function fault(message: Parameters<typeof stateMessage>[0]): TemplateResult {
  return html`${stateMessage(message)}<slot name="error"></slot>`;
}

function retry({ messages, onRetry }: ListState): TemplateResult {
  return html`<button type="button" class="button" @click=${onRetry}>${icon('retry')}${messages.retry}</button>`;
}
