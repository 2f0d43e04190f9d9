import { html, nothing, type TemplateResult } from 'lit';
import type { CollectionView } from '../../controllers/collection-view.js';
import type { LiveStatus } from '../../data-source/live/status.js';
import type { ListWords } from '../../locales/index.js';

interface ListFooter {
  view: CollectionView;
  messages: ListWords;
  status: LiveStatus | undefined;
  total: number;
  /** How many rows there are, and how many the filter hides. */
  count: string;
  /** How many rows would come, go or move. */
  waiting: number;
  onShow: () => void;
}

/** How many rows there are, what waits, and whether they are current. */
export function listFooter(footer: ListFooter): TemplateResult {
  const { view, messages, count, waiting } = footer;
  const counted = view === 'ready' || view === 'no-match';
  return html`<div part="footer" class="footer">
    <span>${counted ? count : nothing}</span>
    ${
      waiting === 0
        ? nothing
        : html`<span part="waiting" class="waiting"
            >${messages.changesWait(waiting)}
            <button type="button" class="link" @click=${footer.onShow}>${messages.showChanges}</button></span
          >`
    }
    <span>${counted ? state(footer) : nothing}</span>
  </div>`;
}

function state({ status, total, messages }: ListFooter): unknown {
  if (status?.state === 'loading' && total > 0) return messages.loadingMore;
  if (status?.state === 'live') return html`<span class="live-dot"></span>${messages.live}`;
  return status?.state === 'reconnecting' ? messages.reconnecting : nothing;
}
