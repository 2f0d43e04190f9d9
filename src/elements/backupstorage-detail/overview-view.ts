import { html, type TemplateResult } from 'lit';
import type { StorageRow } from '../../model/rows.js';
import { conditionsTimeline } from '../parts/conditions-timeline.js';
import { sizePlotView } from '../parts/size-plot.js';
import { accessView } from './access-view.js';
import { backendView } from './backend-view.js';
import { basicView } from './basic-view.js';
import type { DetailContext } from './detail-context.js';

/** What is so on one side, what happened and how it adds up on the other; one column where there is little room. */
export function overviewFacts(row: StorageRow, context: DetailContext): TemplateResult {
  const { detail, messages, formats, now } = context;
  return html`<div class="columns">
    <div>${basicView(row, context)} ${backendView(row, context)} ${accessView(row, context)}</div>
    <div>
      <section aria-labelledby="conditions">
        <h3 id="conditions">${messages.conditions}</h3>
        ${conditionsTimeline({ entries: detail.conditions, messages, formats, now })}
      </section>
      <section aria-labelledby="sizes">
        <h3 id="sizes">${messages.sizeByRepository}</h3>
        ${sizePlotView(detail.sizes, messages, formats)}
      </section>
    </div>
  </div>`;
}
