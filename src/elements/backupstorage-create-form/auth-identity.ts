import { html, nothing, type TemplateResult } from 'lit';
import { POD_LABEL_ID, SERVICE_ACCOUNT_ID } from '../../controllers/form/credentials-store.js';
import { switchField, textField } from '../parts/form-field.js';
import { issueAt, type AuthView } from './auth-view.js';

/** What the workload identity needs in the place of a Secret. */
export function identity(view: AuthView): TemplateResult {
  const { credentials, provider, messages } = view;
  const { identity: needs } = credentials;
  return html`${provider.credentialLess ? html`<p class="help">${provider.credentialLess}</p>` : nothing}
  ${provider.provider === 's3' ? html`<p class="help">${messages.identityEndpoint}</p>` : nothing}
  ${textField({
    id: SERVICE_ACCOUNT_ID,
    label: messages.serviceAccount,
    help: messages.serviceAccountHelp,
    required: true,
    issue: issueAt(view, SERVICE_ACCOUNT_ID),
    messages,
    value: needs.serviceAccount,
    onInput: (name) => (needs.serviceAccount = name),
    onLeave: () => credentials.leave(SERVICE_ACCOUNT_ID),
  })}
  ${
    needs.needsPodLabel(provider.provider)
      ? switchField({
          id: POD_LABEL_ID,
          label: messages.podLabel,
          help: messages.podLabelHelp,
          required: false,
          issue: issueAt(view, POD_LABEL_ID),
          messages,
          on: needs.podLabel,
          onChange: (on) => {
            needs.podLabel = on;
            credentials.leave(POD_LABEL_ID);
          },
        })
      : nothing
  }`;
}
