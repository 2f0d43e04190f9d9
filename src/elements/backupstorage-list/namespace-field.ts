import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { live } from 'lit/directives/live.js';
import type { NamespaceChoice } from '../../controllers/list/namespace-choice.js';
import type { ListWords } from '../../locales/index.js';

interface NamespaceField {
  messages: ListWords;
  /** Empty for all. */
  namespace: string;
  names: readonly string[];
  choice: NamespaceChoice;
  onSelect: (namespace: string) => void;
}

/**
 * A select while it can be overlooked; a field with suggestions where there are too many, or where nobody may say which
 * there are. Both are the platform's own, which every screen reader and every phone knows.
 */
export function namespaceField(field: NamespaceField): TemplateResult {
  return html`<div class="field">
    <label for="namespace">${field.messages.selectNamespace}</label>
    ${field.choice === 'select' ? select(field) : typed(field)}
  </div>`;
}

function select({ messages, namespace, names, onSelect }: NamespaceField): TemplateResult {
  return html`<select
    id="namespace"
    part="namespace-select"
    class="control"
    @change=${(event: Event) => onSelect((event.target as HTMLSelectElement).value)}
  >
    <option value="" .selected=${live(namespace === '')}>${messages.allNamespaces}</option>
    ${names.map((name) => html`<option value=${name} .selected=${live(name === namespace)}>${name}</option>`)}
  </select>`;
}

function typed({ messages, namespace, names, choice, onSelect }: NamespaceField): TemplateResult {
  return html`<input
      id="namespace"
      part="namespace-select"
      class="control"
      list=${names.length > 0 ? 'namespaces' : nothing}
      autocomplete="off"
      autocapitalize="none"
      spellcheck="false"
      placeholder=${messages.allNamespaces}
      aria-describedby="namespace-help"
      .value=${guard([namespace], () => namespace)}
      @change=${(event: Event) => {
        const typedName = (event.target as HTMLInputElement).value.trim();
        if (typedName !== namespace) onSelect(typedName);
      }}
    />
    ${guard(
      [names],
      () => html`<datalist id="namespaces">${names.map((name) => html`<option value=${name}></option>`)}</datalist>`,
    )}
    <span id="namespace-help" class="help"
      >${choice === 'many' ? messages.namespacesMany(names.length) : messages.namespacesUnreadable}</span
    >`;
}
