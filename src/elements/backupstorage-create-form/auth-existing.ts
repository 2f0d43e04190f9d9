import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { ExistingSecret } from '../../controllers/form/credentials.js';
import { SECRET_NAME_ID } from '../../controllers/form/form-issue.js';
import type { FormWords } from '../../locales/index.js';
import { describedAlso, fieldFrame } from '../parts/form-field.js';
import { issueAt, type AuthView } from './auth-view.js';

const LOOK_ID = `${SECRET_NAME_ID}-look`;

/** A Secret of the namespace by its name, and what is known of its keys once the field was left. */
export function existingSecret(view: AuthView): TemplateResult {
  const { credentials, messages } = view;
  return fieldFrame(
    {
      id: SECRET_NAME_ID,
      label: messages.secretName,
      help: credentials.namesDenied ? messages.secretsDenied : messages.secretNameHelp,
      required: true,
      issue: issueAt(view, SECRET_NAME_ID),
      messages,
    },
    (ties) => {
      const { id, invalid, describedBy } = describedAlso(ties, [LOOK_ID]);
      return html`<input
          id=${id}
          class="control"
          type="text"
          list="secret-names"
          autocomplete="off"
          autocapitalize="off"
          spellcheck="false"
          aria-required="true"
          aria-invalid=${invalid ? 'true' : nothing}
          aria-describedby=${describedBy}
          .value=${live(credentials.secretName)}
          @input=${({ target }: Event) => (credentials.secretName = (target as HTMLInputElement).value)}
          @blur=${() => credentials.leave(id)}
        /><datalist id="secret-names">
          ${credentials.names.map((name) => html`<option value=${name}></option>`)}
        </datalist>
        <p id=${LOOK_ID} role="status" class="help">${lookWords(view, messages)}</p>`;
    },
  );
}

/** What is no warning; those are issues. */
function lookWords({ credentials }: AuthView, messages: FormWords): string {
  const { existing } = credentials;
  return existing ? wordsFor(existing, credentials.isGeneric, messages) : '';
}

function wordsFor(existing: ExistingSecret, isGeneric: boolean, messages: FormWords): string {
  const { name } = existing;
  switch (existing.state) {
    case 'checking':
      return messages.secretChecking(name);
    case 'forbidden':
      return messages.secretUnreadable(name);
    case 'failed':
      return messages.secretUnchecked(name);
    case 'not-found':
      return '';
    case 'found':
      if (existing.missing.length > 0) return '';
      if (!isGeneric) return messages.secretComplete(name);
      return existing.keys.length > 0 ? messages.secretHasKeys(name, existing.keys) : messages.secretHasNoKeys(name);
  }
}
