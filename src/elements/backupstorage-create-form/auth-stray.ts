import { html, type TemplateResult } from 'lit';
import { strayWords } from '../../controllers/form/credentials-verdict.js';
import type { Stray } from '../../model/credentials/whitespace.js';
import { icon } from '../parts/icons.js';
import { focusWhenRendered } from '../parts/key-value-editor.js';
import type { AuthView } from './auth-view.js';

export interface StrayNote {
  words: string;
  note: { id: string; content: TemplateResult };
}

/** What has come along with the value of a field, once that was left, and the way to be rid of it. */
export function strayNote(
  id: string,
  found: Stray | undefined,
  { issues, messages }: AuthView,
  onRemove: () => void,
): StrayNote | undefined {
  if (!found) return undefined;
  const words = strayWords(found, messages);
  if (!issues.some((issue) => issue.id === id && issue.message === words)) return undefined;
  const content = html`<p id="${id}-stray" part="field-issue" class="issue warning">
    ${icon('warning')}<span>${words}</span>
    <button
      type="button"
      class="button"
      aria-describedby="${id}-stray"
      @click=${(event: Event) => {
        onRemove();
        focusWhenRendered(event, id);
      }}
    >
      ${messages.strayRemove}
    </button>
  </p>`;
  return { words, note: { id: `${id}-stray`, content } };
}
