import { css, html, type TemplateResult } from 'lit';
import type { CommonMessages } from '../../locales/index.js';
import { skeletonTable } from '../parts/skeleton.js';

/** About as high as what comes: a header, facts, a table. */
export function detailSkeleton(messages: CommonMessages): TemplateResult {
  return html`<slot name="loading"
    ><div class="skeleton-page">
      <div class="skeleton-line" aria-hidden="true"><span class="bar"></span></div>
      <div class="skeleton-facts" aria-hidden="true">
        ${Array.from({ length: 8 }, () => html`<span class="bar"></span>`)}
      </div>
      <div class="skeleton-box">${skeletonTable(3, messages.loading)}</div>
    </div></slot
  >`;
}

export const detailSkeletonStyles = css`
  .skeleton-page .bar {
    display: block;
  }

  .skeleton-line {
    inline-size: 40%;
    margin-block: 8px 20px;
  }

  .skeleton-facts {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 15rem), 1fr));
    gap: 14px 24px;
    margin-block-end: 24px;
    padding: 14px 16px;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_raised);
  }

  .skeleton-box {
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
`;
