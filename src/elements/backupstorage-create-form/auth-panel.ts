import { html, nothing, type TemplateResult } from 'lit';
import { secretFieldId } from '../../controllers/form/form-issue.js';
import type { CredentialsMode } from '../../manifest/draft.js';
import { focusWhenRendered } from '../parts/key-value-editor.js';
import { existingSecret } from './auth-existing.js';
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
  return html`${credentials.isGeneric ? pairsEditor(view) : credentials.keys.map((hint) => authSecretField(hint, view))}
  ${filledIn(view)}`;
}

/** What a file or a pasted text has filled in. The live region is there before it has something to say. */
function filledIn({ credentials, messages }: AuthView): TemplateResult {
  const { filled, keys } = credentials;
  const { choices } = filled;
  // The pressed button goes away; the fields that it is about are near.
  const backToFields = (event: Event) => keys[0] && focusWhenRendered(event, secretFieldId(keys[0].key));
  return html`<div class="filled">
    <p role="status" class="help">${choices.length > 0 ? `${messages.chooseProfile}:` : filled.said}</p>
    ${
      filled.canUndo
        ? html`<button
            type="button"
            class="button plain"
            @click=${(event: Event) => {
              filled.undo();
              backToFields(event);
            }}
          >
            ${messages.undo}
          </button>`
        : nothing
    }
    ${
      choices.length > 0
        ? html`<div class="profiles" role="group" aria-label=${messages.chooseProfile}>
            ${choices.map(
              ({ name, temporary }, index) =>
                html`<button
                  type="button"
                  class="button"
                  @click=${(event: Event) => {
                    filled.choose(index);
                    backToFields(event);
                  }}
                >
                  ${temporary ? messages.profileTemporary(name) : name}
                </button>`,
            )}
            <button
              type="button"
              class="button plain"
              @click=${(event: Event) => {
                filled.say('');
                backToFields(event);
              }}
            >
              ${messages.cancel}
            </button>
          </div>`
        : nothing
    }
  </div>`;
}
