import { css, html, type TemplateResult } from 'lit';

const ROWS = 6;

/** As many grey rows as fit what usually comes, so that nothing jumps when it does. */
export function skeletonTable(columns: number, label: string): TemplateResult {
  const bars = Array.from({ length: columns });
  return html`<div part="state" class="skeleton" role="status">
    <span class="visually-hidden">${label}</span>
    ${Array.from(
      { length: ROWS },
      () => html`<div class="skeleton-row" aria-hidden="true">${bars.map(() => html`<span class="bar"></span>`)}</div>`,
    )}
  </div>`;
}

export const skeletonStyles = css`
  .skeleton-row {
    display: grid;
    grid-auto-flow: column;
    grid-auto-columns: 1fr;
    align-items: center;
    gap: 24px;
    block-size: calc(var(--_row) + 1px);
    padding-inline: 12px;
    border-block-end: 1px solid var(--_border);
  }

  .skeleton-row:last-child {
    border-block-end: 0;
  }

  .bar {
    block-size: 10px;
    inline-size: 70%;
    border-radius: 5px;
    background: color-mix(in srgb, currentColor 12%, transparent);
  }

  @media (prefers-reduced-motion: no-preference) {
    .bar {
      animation: breathe 1.6s ease-in-out infinite alternate;
    }
  }

  @keyframes breathe {
    from {
      opacity: 1;
    }
    to {
      opacity: 0.45;
    }
  }
`;
