import { html, nothing, type TemplateResult } from 'lit';
import type { FormField } from '../../schema/form/field.js';
import type { FormChoice, FormPanel, ProviderForm } from '../../schema/form/storage-form.js';
import { selectField } from '../parts/form-field.js';
import { schemaBodyView } from '../parts/schema-fields/index.js';
import { authPanel } from './auth-panel.js';
import { fixedField, frameOf, type FieldsView } from './form-fields-view.js';
import { restGroup } from './groups-view.js';

/** The provider, and the panels of the one that is chosen: Auth, Spec, and what its schema has besides. */
export function backend(provider: FormField, view: FieldsView): TemplateResult {
  const { controller, messages } = view;
  const chosen = controller.providerForm;
  return html`<section class="group" aria-labelledby="form-backend">
    <h3 id="form-backend">${messages.backend}</h3>
    ${selectField({
      ...frameOf(provider, view),
      value: controller.provider ?? '',
      placeholder: messages.chooseProvider,
      options: provider.options ?? [],
      onChange: (value) => controller.setProvider(value),
      onLeave: () => controller.touch(provider.id),
    })}
    ${
      chosen
        ? html`${chosen.takesSecret ? auth(chosen, view) : nothing}
          ${chosen.panels.map((panel) => specPanel(panel, view))} ${restGroup(chosen, view)}`
        : nothing
    }
  </section>`;
}

function auth(provider: ProviderForm, view: FieldsView): TemplateResult {
  const { controller, messages, revealed, onReveal } = view;
  return authPanel({
    credentials: controller.credentials,
    provider,
    messages,
    issues: controller.issues,
    revealed,
    onReveal,
    mayMakeSecret: !view.isEdit,
    fields: provider.authFields.map((field) => fixedField(field, view)),
  });
}

function specPanel({ title, fields, choice }: FormPanel, view: FieldsView): TemplateResult {
  return html`<fieldset part="panel" class="panel">
    <legend>${title}</legend>
    ${fields.map((field) => fixedField(field, view))} ${choice ? choicePanel(choice, view) : nothing}
  </fieldset>`;
}

/** Which block it is, and that block. A manifest may have filled several: each is shown, and can be removed. */
function choicePanel(choice: FormChoice, view: FieldsView): TemplateResult {
  const { controller, messages } = view;
  const { alternatives, tree } = controller;
  const chosen = alternatives.chosen(choice);
  const others = alternatives.filled(choice).filter(({ value }) => value !== chosen.value);
  const { id, label, help } = choice;
  return html`${selectField({
    id,
    label,
    help,
    required: true,
    issue: controller.issueOf(id),
    messages,
    value: chosen.value,
    options: choice.options,
    onChange: (value) => controller.choose(choice, value),
    onLeave: () => controller.touch(id),
  })}
  ${[chosen, ...others].map(
    ({ value, label: title, block }) =>
      html`<fieldset part="panel" class="panel inner">
        <legend>${title}</legend>
        ${block.help ? html`<p class="help">${block.help}</p>` : nothing} ${schemaBodyView(block, view.fields)}
        ${
          others.length > 0
            ? html`<button
                type="button"
                class="button"
                @click=${() => {
                  tree.clear(tree.nodeOf(block));
                  if (value === chosen.value) controller.choose(choice, others[0]!.value);
                }}
              >
                ${messages.removeRow(title)}
              </button>`
            : nothing
        }
      </fieldset>`,
  )}`;
}
