import type { TemplateResult } from 'lit';
import { isScalar } from '../../../schema/form/field.js';
import { areaField, selectField, switchField, textField } from '../form-field.js';
import type { SchemaFieldsView, ShownNode } from './view.js';

/** An enum may have an empty value, which must not be the choice of none. */
const EMPTY_CHOICE = '""';

/** The control of a node that has nothing below it. */
export function scalarControl(shown: ShownNode, view: SchemaFieldsView): TemplateResult {
  const { node, value } = shown;
  const { field } = node;
  if (field.kind === 'boolean') return field.switch ? twoStates(shown, view) : threeStates(shown, view);
  if (field.kind === 'enum') return choice(shown, view);
  const { tree, touch } = view;
  const text = {
    ...frameOf(shown, view),
    value: tree.textOf(node, value),
    onInput: (typed: string) => tree.setText(node, typed),
    onLeave: () => touch(node.id),
  };
  if (tree.isMultiline(node, value)) return areaField(text);
  return textField({
    ...text,
    placeholder: field.placeholder ?? defaultOf(shown, view),
    inputMode: field.kind === 'integer' ? 'numeric' : undefined,
  });
}

/** A small YAML editor in the place of a control. */
export function yamlControl(shown: ShownNode, view: SchemaFieldsView): TemplateResult {
  const { node, value } = shown;
  return areaField({
    ...frameOf(shown, view),
    value: view.tree.yamlOf(node, value),
    mono: true,
    onInput: (text) => view.tree.setYaml(node, text),
    onLeave: () => {
      // A scalar has no button for it: YAML was there for a value that its own control cannot show.
      if (isScalar(node.field.kind)) view.tree.setAsYaml(node, false);
      view.touch(node.id);
    },
  });
}

function frameOf({ node, label, labelHidden, controlId }: ShownNode, { issueOf, messages }: SchemaFieldsView) {
  const { field } = node;
  // What help there is stands beside the list or map, once for all rows.
  const help = labelHidden ? undefined : field.help;
  const id = controlId ?? node.id;
  return { id, label, labelHidden, help, required: field.required, issue: issueOf(node.id), messages };
}

function defaultOf({ node }: ShownNode, { messages }: SchemaFieldsView): string | undefined {
  const value = node.field.default;
  if (value === undefined || value === null || value === '') return undefined;
  const words = { true: messages.yes, false: messages.no } as const;
  const text =
    typeof value === 'boolean' ? words[`${value}`] : typeof value === 'object' ? JSON.stringify(value) : value;
  return messages.defaultsTo(String(text));
}

function twoStates(shown: ShownNode, view: SchemaFieldsView): TemplateResult {
  return switchField({
    ...frameOf(shown, view),
    on: shown.value === true,
    onChange: (on) => view.tree.setValue(shown.node, on || undefined),
  });
}

function threeStates(shown: ShownNode, view: SchemaFieldsView): TemplateResult {
  const { node, value } = shown;
  const { tree, messages, touch } = view;
  return selectField({
    ...frameOf(shown, view),
    value: tree.textOf(node, value),
    placeholder: notSetOf(shown, view),
    options: [
      { value: 'true', label: messages.yes },
      { value: 'false', label: messages.no },
    ],
    onChange: (text) => tree.setText(node, text),
    onLeave: () => touch(node.id),
  });
}

function choice(shown: ShownNode, view: SchemaFieldsView): TemplateResult {
  const { node, value } = shown;
  const { tree, touch } = view;
  const toOption = (text: string) => (text === '' ? EMPTY_CHOICE : text);
  return selectField({
    ...frameOf(shown, view),
    value: value === '' ? EMPTY_CHOICE : tree.textOf(node, value),
    placeholder: notSetOf(shown, view),
    options: (node.field.options ?? []).map((option) => ({
      value: toOption(option.value),
      label: option.label === '' ? EMPTY_CHOICE : option.label,
    })),
    onChange: (text) => tree.setValue(node, text === '' ? undefined : text === EMPTY_CHOICE ? '' : text),
    onLeave: () => touch(node.id),
  });
}

function notSetOf(shown: ShownNode, view: SchemaFieldsView): string {
  return defaultOf(shown, view) ?? view.messages.notSet;
}
