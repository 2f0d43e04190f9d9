import { html, nothing, type TemplateResult } from 'lit';
import type { CredentialsMode } from '../../manifest/draft.js';
import { existingSecret } from './auth-existing.js';
import { filledIn } from './auth-filled.js';
import { identity } from './auth-identity.js';
import { newSecretName } from './auth-name.js';
import { pairsEditor } from './auth-pairs.js';
import { authSecretField } from './auth-secret-field.js';
import type { AuthView } from './auth-view.js';

/** Where the credentials come from: a new Secret, an existing one, or the workload identity. */
export function authPanel(view: AuthView): TemplateResult {
  const { credentials, messages } = view;
  const { mode } = credentials;
  return html`<fieldset part="panel" class="panel auth">
    <legend>${messages.auth}</legend>
    ${modeChoice(view)} ${mode === 'new' ? newSecret(view) : nothing}
    ${mode === 'existing' ? existingSecret(view) : nothing} ${mode === 'none' ? identity(view) : nothing} ${view.fields}
    ${mode === 'new' ? newSecretName(view) : nothing}
  </fieldset>`;
}

function modeChoice({ credentials, messages, mayMakeSecret = true }: AuthView): TemplateResult {
  const choice = (value: CredentialsMode, label: string) =>
    html`<label class="radio"
      ><input
        type="radio"
        name="credentials"
        value=${value}
        .checked=${credentials.mode === value}
        @change=${() => credentials.setMode(value)}
      />${label}</label
    >`;
  return html`<fieldset class="radios">
    <legend class="group-label">${messages.credentials}</legend>
    <div class="radio-line">
      ${mayMakeSecret ? choice('new', messages.credentialsNew) : nothing}
      ${choice('existing', messages.credentialsExisting)} ${choice('none', messages.credentialsNone)}
    </div>
  </fieldset>`;
}

function newSecret(view: AuthView): TemplateResult {
  const { credentials } = view;
  return html`${filledIn(view)}
  ${credentials.isGeneric ? pairsEditor(view) : credentials.keys.map((hint) => authSecretField(hint, view))}`;
}
