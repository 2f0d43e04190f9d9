import type { Formats } from '../../locales/formats.js';
import type { TemplateResult } from 'lit';
import type { CreateFormController } from '../../controllers/create-form-controller.js';
import type { LocatedIssue } from '../../controllers/form/located-issues.js';
import type { FormWords } from '../../locales/index.js';
import type { FormField } from '../../schema/form/field.js';
import { selectField, switchField, textField } from '../parts/form-field.js';
import { schemaFieldView, type SchemaFieldsView } from '../parts/schema-fields/index.js';

/** What the fields of a form are rendered with. */
export interface FieldsView {
  controller: CreateFormController;
  messages: FormWords;
  /** What the fields of a schema are rendered with; the same object on every render. */
  fields: SchemaFieldsView;
  /** Secret keys that the user has asked to see. */
  revealed: ReadonlySet<string>;
  /** Ids of the groups that are open. */
  open: ReadonlySet<string>;
  formats: Formats;
  /** A stored storage is edited: no Secret is made. */
  isEdit?: boolean;
  onToggle: (group: string, open: boolean) => void;
  onReveal: (key: string) => void;
}

/** What the whole form is rendered with. */
export interface FormView extends FieldsView {
  onCancel: () => void;
  onPreview: () => void;
  onIssue: (issue: LocatedIssue) => void;
}

/** What frames every fixed field: its words, and what is wrong with it. */
export function frameOf(field: FormField, { controller, messages }: FieldsView) {
  const { id, label, help, required } = field;
  return { id, label, help, required, issue: controller.issueOf(id), messages };
}

/** The control that a field's schema asks for. */
export function fixedField(field: FormField, view: FieldsView): unknown {
  const { controller, messages } = view;
  const { kind } = field;
  if (kind === 'boolean' && field.switch)
    return switchField({
      ...frameOf(field, view),
      on: controller.isSet(field),
      onChange: (on) => {
        controller.setSwitch(field, on);
        controller.touch(field.id);
      },
    });
  if (kind === 'enum')
    return choiceOf(field, view, {
      placeholder: field.default === undefined ? '' : messages.defaultsTo(String(field.default)),
      options: field.options ?? [],
    });
  if (kind === 'string' || kind === 'integer') return textOf(field, view);
  return schemaFieldView(field, view.fields);
}

function textOf(field: FormField, view: FieldsView): TemplateResult {
  const { controller, messages } = view;
  return textField({
    ...frameOf(field, view),
    value: controller.textOf(field),
    placeholder: field.placeholder ?? (field.default ? messages.defaultsTo(String(field.default)) : undefined),
    inputMode: field.kind === 'integer' ? 'numeric' : undefined,
    onInput: (text) => controller.setText(field, text),
    onLeave: () => controller.touch(field.id),
  });
}

/** A field whose value is one of these. */
export function choiceOf(
  field: FormField,
  view: FieldsView,
  choice: { placeholder: string | undefined; options: readonly { value: string; label: string }[] },
): TemplateResult {
  const { controller } = view;
  return selectField({
    ...frameOf(field, view),
    ...choice,
    value: controller.textOf(field),
    onChange: (value) => controller.setText(field, value),
    onLeave: () => controller.touch(field.id),
  });
}
