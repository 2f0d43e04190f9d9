import { html, type TemplateResult } from 'lit';

/** A term and what is said of it; a wide one takes a whole line. */
export function fact(term: unknown, value: unknown, wide = false): TemplateResult {
  return html`<div class=${wide ? 'wide' : ''}>
    <dt>${term}</dt>
    <dd>${value}</dd>
  </div>`;
}
