import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { CreateFormController } from '../../controllers/create-form-controller.js';
import {
  ANNOTATIONS_ID,
  LABELS_ID,
  SECRET_NAME_ID,
  secretFieldId,
  type FormIssue,
} from '../../controllers/form/form-issue.js';
import type { Messages } from '../../locales/index.js';
import type { CredentialsMode } from '../../manifest/draft.js';
import type { FormField } from '../../schema/form/field.js';
import type { FormPanel, ProviderForm, StorageForm } from '../../schema/form/storage-form.js';
import { fieldFrame, secretField, selectField, switchField, textField } from '../parts/form-field.js';
import { icon } from '../parts/icons.js';
import { keyValueEditor } from '../parts/key-value-editor.js';

export interface FormView {
  controller: CreateFormController;
  form: StorageForm;
  messages: Messages;
  /** Secret keys that the user has asked to see. */
  revealed: ReadonlySet<string>;
  /** Labels & Annotations is open. */
  metadataOpen: boolean;
  onMetadataToggle: (open: boolean) => void;
  onReveal: (key: string) => void;
  onCancel: () => void;
  onPreview: () => void;
  onIssue: (issue: FormIssue) => void;
}

/** The form in the guide's order: Basic, Labels & Annotations, Backend with Provider, Auth and Spec. */
export function formView(view: FormView): TemplateResult {
  const { form, messages, controller } = view;
  return html`${errorSummary(view)}
    <form
      part="form"
      class="form"
      novalidate
      @submit=${(event: Event) => {
        event.preventDefault();
        view.onPreview();
      }}
    >
      <section class="group" aria-labelledby="basic">
        <h3 id="basic">${messages.basic}</h3>
        ${form.basic.map((field) => basicField(field, view))}
      </section>
      ${metadata(view)}
      <section class="group" aria-labelledby="backend">
        <h3 id="backend">${messages.backend}</h3>
        ${selectField({
          ...frame(form.provider, view),
          value: controller.provider ?? '',
          placeholder: messages.chooseProvider,
          options: form.provider.options ?? [],
          onChange: (value) => controller.setProvider(value),
          onLeave: () => controller.touch(form.provider.id),
        })}
        ${controller.providerForm ? providerPanels(controller.providerForm, view) : nothing}
      </section>
      ${controller.schemaSource === 'fallback' ? html`<p class="help">${messages.schemaBundled}</p>` : nothing}
      ${footer(view)}
    </form>`;
}

function frame(field: FormField, { controller, messages }: FormView) {
  const { id, label, help, required } = field;
  return { id, label, help, required, issue: controller.issueOf(id), messages };
}

function basicField(field: FormField, view: FormView): TemplateResult {
  const { controller, messages } = view;
  if (field.id === 'metadata.namespace' && controller.namespaces.length > 0)
    return selectField({
      ...frame(field, view),
      value: controller.namespace,
      placeholder: messages.chooseNamespace,
      options: controller.namespaces.map((name) => ({ value: name, label: name })),
      onChange: (value) => controller.setText(field, value),
      onLeave: () => controller.touch(field.id),
    });
  return schemaField(field, view);
}

/** The control that a field's schema asks for. */
function schemaField(field: FormField, view: FormView): TemplateResult {
  const { controller, messages } = view;
  const ties = frame(field, view);
  if (field.kind === 'boolean')
    return switchField({ ...ties, on: controller.isSet(field), onChange: (on) => controller.setSwitch(field, on) });
  const value = controller.textOf(field);
  if (field.kind === 'enum')
    return selectField({
      ...ties,
      value,
      placeholder: field.default === undefined ? '' : messages.defaultsTo(String(field.default)),
      options: field.options ?? [],
      onChange: (text) => controller.setText(field, text),
      onLeave: () => controller.touch(field.id),
    });
  return textField({
    ...ties,
    value,
    placeholder: field.placeholder ?? (field.default ? messages.defaultsTo(String(field.default)) : undefined),
    inputMode: field.kind === 'integer' ? 'numeric' : undefined,
    onInput: (text) => controller.setText(field, text),
    onLeave: () => controller.touch(field.id),
  });
}

function metadata(view: FormView): TemplateResult {
  const { controller, messages, metadataOpen } = view;
  const filled = controller.labels.filled.length + controller.annotations.filled.length;
  const editor = (id: string, label: string, rows: typeof controller.labels) =>
    keyValueEditor({
      id,
      label,
      rows,
      messages,
      issueOf: (issue) => controller.issueOf(issue),
      onChange: () => controller.rowsChanged(),
      onLeave: (issue) => controller.touch(issue),
    });
  return html`<details
    part="metadata"
    .open=${metadataOpen}
    @toggle=${(event: Event) => view.onMetadataToggle((event.target as HTMLDetailsElement).open)}
  >
    <summary>
      ${icon('disclosure')}<span>${messages.labelsAndAnnotations}</span>
      ${filled > 0 ? html`<span class="muted">${messages.entriesSet(filled)}</span>` : nothing}
    </summary>
    <div class="details-body">
      ${editor(LABELS_ID, messages.labels, controller.labels)}
      ${editor(ANNOTATIONS_ID, messages.annotations, controller.annotations)}
    </div>
  </details>`;
}

function providerPanels(provider: ProviderForm, view: FormView): TemplateResult {
  return html`${provider.takesSecret ? authPanel(provider, view) : nothing}
  ${provider.panels.map((panel) => specPanel(panel, view))}`;
}

function specPanel({ title, fields }: FormPanel, view: FormView): TemplateResult {
  return html`<fieldset part="panel" class="panel">
    <legend>${title}</legend>
    ${fields.map((field) => schemaField(field, view))}
  </fieldset>`;
}

function authPanel(provider: ProviderForm, view: FormView): TemplateResult {
  const { controller, messages } = view;
  const { mode } = controller.credentials;
  return html`<fieldset part="panel" class="panel">
    <legend>${messages.auth}</legend>
    ${credentialsChoice(view)}
    ${mode === 'new' ? newSecret(provider, view) : mode === 'existing' ? existingSecret(view) : nothing}
    ${mode === 'none' && provider.credentialLess ? html`<p class="help">${provider.credentialLess}</p>` : nothing}
    ${provider.authFields.map((field) => schemaField(field, view))}
    ${
      mode === 'new'
        ? html`<p class="help">
            ${
              controller.secretName && !controller.issueOf('metadata.name')
                ? messages.credentialsNewHelp(controller.secretName)
                : messages.credentialsUnnamedHelp
            }
          </p>`
        : nothing
    }
  </fieldset>`;
}

function credentialsChoice({ controller, messages }: FormView): TemplateResult {
  const { mode } = controller.credentials;
  const choice = (value: CredentialsMode, label: string) =>
    html`<label class="radio"
      ><input
        type="radio"
        name="credentials"
        value=${value}
        .checked=${mode === value}
        @change=${() => controller.setCredentialsMode(value)}
      />${label}</label
    >`;
  return html`<fieldset class="radios">
    <legend class="group-label">${messages.credentials}</legend>
    <div class="radio-line">
      ${choice('new', messages.credentialsNew)} ${choice('existing', messages.credentialsExisting)}
      ${choice('none', messages.credentialsNone)}
    </div>
  </fieldset>`;
}

function newSecret(provider: ProviderForm, view: FormView): unknown {
  const { controller, messages, revealed, onReveal } = view;
  return (provider.secretKeys ?? []).map(({ key, label, help, required, secret, multiline }) => {
    const id = secretFieldId(key);
    return secretField({
      id,
      label,
      help,
      required,
      issue: controller.issueOf(id),
      messages,
      value: controller.credentials.values[key] ?? '',
      multiline,
      masked: secret,
      revealed: revealed.has(key),
      onInput: (value) => controller.setSecretValue(key, value),
      onLeave: () => controller.touch(id),
      onReveal: () => onReveal(key),
    });
  });
}

function existingSecret({ controller, messages }: FormView): TemplateResult {
  const names = controller.secretNames;
  return fieldFrame(
    {
      id: SECRET_NAME_ID,
      label: messages.secretName,
      help: messages.secretNameHelp,
      required: true,
      issue: controller.issueOf(SECRET_NAME_ID),
      messages,
    },
    ({ id, invalid, describedBy }) =>
      html`<input
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
          .value=${live(controller.credentials.secretName ?? '')}
          @input=${(event: Event) => controller.setSecretName((event.target as HTMLInputElement).value)}
          @blur=${() => controller.touch(id)}
        /><datalist id="secret-names">${names.map((name) => html`<option value=${name}></option>`)}</datalist>`,
  );
}

/** https://www.w3.org/WAI/tutorials/forms/notifications/#listing-errors */
function errorSummary({ controller, messages, onIssue }: FormView): TemplateResult {
  const { summary } = controller;
  // What is about no field is what the server said.
  const heading = summary.every(({ id }) => id === '')
    ? messages.refusedSummary
    : messages.errorSummary(summary.length);
  return html`<div
    part="error-summary"
    id="error-summary"
    tabindex="-1"
    role=${summary.length > 0 ? 'group' : nothing}
    aria-label=${summary.length > 0 ? heading : nothing}
  >
    ${
      summary.length === 0
        ? nothing
        : html`<div class="callout danger error-summary">
            ${icon('danger')}
            <div>
              <p class="callout-title">${heading}</p>
              <ul>
                ${summary.map(
                  (issue) =>
                    html`<li>
                      ${
                        issue.id === ''
                          ? issue.message
                          : html`<button type="button" class="link" @click=${() => onIssue(issue)}>
                              ${issue.label === undefined ? nothing : `${issue.label}: `}${issue.message}
                            </button>`
                      }
                    </li>`,
                )}
              </ul>
            </div>
          </div>`
    }
  </div>`;
}

function footer({ controller, messages, onCancel }: FormView): TemplateResult {
  const { missing } = controller;
  return html`<div part="footer" class="form-footer">
    <button type="button" part="cancel" class="button" @click=${onCancel}>${messages.cancel}</button>
    <span class="missing">${missing > 0 ? messages.requiredLeft(missing) : messages.nothingLeft}</span>
    <button type="submit" part="preview" class="button primary end">${messages.preview}</button>
  </div>`;
}
