import { css, html, nothing, type TemplateResult } from 'lit';
import type { Formats } from '../../locales/formats.js';
import type { DetailWords } from '../../locales/index.js';
import type { SizePlot } from '../../model/size-plot.js';
import { size } from './cells.js';

/** What is too small to be seen is drawn as wide as this, in per cent. */
const LEAST_WIDTH = 0.5;

/**
 * A bar for each repository, the largest first. The words and figures beside the bars say the same: the bars are hidden
 * from screen readers. Their widths are SVG attributes, because a strict Content-Security-Policy blocks inline styles.
 */
export function sizePlotView(plot: SizePlot, messages: DetailWords, formats: Formats): TemplateResult {
  const { bars, total, partial, unsized } = plot;
  if (bars.length === 0) return html`<p class="muted">${messages.sizeNothing}</p>`;
  return html`<div part="size-plot" class="size-plot">
    ${
      total === undefined
        ? nothing
        : html`<p class="size-total">
            ${partial ? messages.sizePartialTotal : messages.sizeTotal} ${size(total, messages)}
          </p>`
    }
    <ul>
      ${bars.map(
        ({ key, count, size: text, share }) =>
          html`<li part="size-bar">
            <span class="bar-name">${key ?? messages.sizeRest(count)}</span>
            <span class="bar-figures">
              <span>${size(text, messages)}</span>
              <span class="bar-share">${percentOf(share, formats, messages)}</span>
            </span>
            <svg class="bar-track" width="100%" height="8" aria-hidden="true" focusable="false">
              <rect class="bar-empty" width="100%" height="8" rx="2"></rect>
              <rect class="bar-full" width="${Math.max(share * 100, LEAST_WIDTH).toFixed(2)}%" height="8" rx="2"></rect>
            </svg>
          </li>`,
      )}
    </ul>
    ${unsized === 0 ? nothing : html`<p class="muted">${messages.sizeUnknown(unsized)}</p>`}
  </div>`;
}

function percentOf(share: number, formats: Formats, messages: DetailWords): string {
  return share > 0 && share < 0.01 ? messages.lessThan(formats.percent(0.01)) : formats.percent(share);
}

export const sizePlotStyles = css`
  .size-plot {
    display: grid;
    gap: 8px;
  }

  .size-plot ul {
    display: grid;
    gap: 10px;
    list-style: none;
  }

  /* A long name has a line of its own, and the figures the next one. */
  .size-plot li {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 12px;
    font-variant-numeric: tabular-nums;
  }

  .size-total {
    font-weight: 500;
  }

  .bar-name {
    overflow-wrap: anywhere;
  }

  .bar-figures {
    display: flex;
    gap: 12px;
    margin-inline-start: auto;
  }

  .bar-share {
    min-inline-size: 4ch;
    color: var(--_muted);
    text-align: end;
  }

  .bar-track {
    flex: 0 0 100%;
  }

  .bar-track:dir(rtl) {
    scale: -1 1;
  }

  .bar-empty {
    fill: var(--_border);
  }

  .bar-full {
    fill: var(--_accent);
  }

  @media (forced-colors: active) {
    .bar-empty {
      fill: Canvas;
      stroke: CanvasText;
    }

    .bar-full {
      fill: Highlight;
    }
  }
`;
