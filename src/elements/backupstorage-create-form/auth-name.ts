import { html, nothing, type TemplateResult } from 'lit';
import { SECRET_NAME_ID } from '../../controllers/form/form-issue.js';
import { checkName } from '../../model/names.js';
import { textField } from '../parts/form-field.js';
import { icon } from '../parts/icons.js';
import { focusWhenRendered } from '../parts/key-value-editor.js';
import { issueAt, type AuthView } from './auth-view.js';

/** What the new Secret will be called: derived until the user wants another name. */
export function newSecretName(view: AuthView): TemplateResult {
  const { credentials, messages } = view;
  const { derivedName, takenName } = credentials;
  // Nothing is promised under a name that the server will not take.
  const isName = credentials.usedName !== undefined && checkName(credentials.usedName).length === 0;
  const help = isName ? messages.credentialsNewHelp(credentials.usedName!) : messages.credentialsUnnamedHelp;
  const taken = takenName === undefined ? undefined : messages.secretNameTaken(takenName);
  const issue = issueAt(view, SECRET_NAME_ID, taken === undefined ? [] : [taken]);
  if (!credentials.asksForName && !issue)
    return html`<p class="help">
      ${help}
      <button
        type="button"
        class="link"
        @click=${(event: Event) => {
          credentials.askForName();
          focusWhenRendered(event, SECRET_NAME_ID);
        }}
      >
        ${messages.secretNameChange}
      </button>
    </p>`;
  return html`${textField({
    id: SECRET_NAME_ID,
    label: messages.secretName,
    help,
    required: false,
    issue,
    messages,
    value: credentials.secretName,
    placeholder: derivedName,
    onInput: (name) => (credentials.secretName = name),
    onLeave: () => credentials.leave(SECRET_NAME_ID),
  })}
  ${
    taken === undefined
      ? nothing
      : html`<div part="field-issue" class="issue warning taken" role="status">
          ${icon('warning')}<span>${taken}</span>
          <button
            type="button"
            class="button"
            @click=${(event: Event) => {
              credentials.useTaken();
              focusWhenRendered(event, SECRET_NAME_ID);
            }}
          >
            ${messages.secretNameUse(takenName ?? '')}
          </button>
        </div>`
  }`;
}
