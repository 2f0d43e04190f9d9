import { html, nothing, type TemplateResult } from 'lit';
import type { FormField } from '../../schema/form/field.js';
import type { StorageForm } from '../../schema/form/storage-form.js';
import { showFocused } from '../parts/form-field.js';
import { backend } from './backend-view.js';
import { errorSummary } from './error-summary.js';
import { choiceOf, fixedField, type FieldsView, type FormView } from './form-fields-view.js';
import { fieldGroup, metadataGroup } from './groups-view.js';

export type { FieldsView, FormView } from './form-fields-view.js';

/** The form in the guide's order: Basic, Labels & Annotations, Backend with Provider, Auth and Spec, then closed groups. */
export function formView(form: StorageForm, view: FormView): TemplateResult {
  const { messages } = view;
  return html`${errorSummary(view)}
    <form
      part="form"
      class="form"
      novalidate
      @focusin=${showFocused}
      @submit=${(event: Event) => {
        event.preventDefault();
        view.onPreview();
      }}
    >
      <section class="group" aria-labelledby="basic">
        <h3 id="basic">${messages.basic}</h3>
        ${form.basic.map((field) => basicField(field, view))}
      </section>
      ${metadataGroup(view)} ${form.provider ? backend(form.provider, view) : nothing}
      ${form.groups.map((group) => fieldGroup(group, view))} ${schemaLine(view)} ${footer(view)}
    </form>`;
}

/** What may be changed of a stored storage; `frozen`: backups are kept in it, so its backend stays as it is. */
export function editFormView(form: StorageForm, view: FieldsView, frozen: boolean): TemplateResult {
  const identity = ['metadata.namespace', 'metadata.name'];
  return html`<div part="form" class="form" @focusin=${showFocused}>
    ${form.basic.filter(({ id }) => !identity.includes(id)).map((field) => fixedField(field, view))}
    ${metadataGroup(view)} ${form.provider && !frozen ? backend(form.provider, view) : nothing}
    ${form.groups.map((group) => fieldGroup(group, view))}
  </div>`;
}

function basicField(field: FormField, view: FieldsView): unknown {
  const { controller, messages } = view;
  if (field.id !== 'metadata.namespace' || controller.namespaces.length === 0) return fixedField(field, view);
  return choiceOf(field, view, {
    placeholder: messages.chooseNamespace,
    options: controller.namespaces.map((name) => ({ value: name, label: name })),
  });
}

/** Which schema the form is made of, and what of it only the server can check. */
function schemaLine({ controller, messages }: FormView): TemplateResult | typeof nothing {
  const { schemaSource, uncheckedRules } = controller;
  if (schemaSource === undefined) return nothing;
  return html`<p class="help" part="schema-source">
    ${messages.schemaSources[schemaSource]}${uncheckedRules > 0 ? ` ${messages.uncheckedRules(uncheckedRules)}` : nothing}
  </p>`;
}

function footer({ controller, messages, onCancel }: FormView): TemplateResult {
  const { missing } = controller;
  return html`<div part="footer" class="form-footer">
    <button type="button" part="cancel" class="button" @click=${onCancel}>${messages.cancel}</button>
    <span class="missing">${missing > 0 ? messages.requiredLeft(missing) : messages.nothingLeft}</span>
    <button type="submit" part="preview" class="button primary end">${messages.preview}</button>
  </div>`;
}
