import { html, nothing, type TemplateResult } from 'lit';
import { ANNOTATIONS_ID, LABELS_ID } from '../../controllers/form/form-issue.js';
import type { LocatedIssue } from '../../controllers/form/located-issues.js';
import type { FormField } from '../../schema/form/field.js';
import type { FormGroup, ProviderForm } from '../../schema/form/storage-form.js';
import { icon } from '../parts/icons.js';
import { keyValueEditor } from '../parts/key-value-editor.js';
import { filterableGroup, schemaFieldView } from '../parts/schema-fields/index.js';
import { fixedField, type FieldsView } from './form-fields-view.js';
import { usageAnswerView } from '../parts/usage-answer-view.js';

/** The id of the group with labels and annotations. */
export const METADATA_GROUP = 'metadata';
const USAGE_POLICY = 'usage-policy';

interface Group {
  id: string;
  part: string;
  title: string;
  help?: string | undefined;
  /** How many values are set in it. */
  count: number;
}

/** A group that can be opened. What is in it is rendered only while it is. */
function group({ id, part, title, help, count }: Group, view: FieldsView, content: () => unknown): TemplateResult {
  const isOpen = view.open.has(id);
  return html`<details
    part=${part}
    class="group-box"
    .open=${isOpen}
    @toggle=${(event: Event) => {
      // Groups inside this one have a toggle of their own.
      if (event.target === event.currentTarget) view.onToggle(id, (event.target as HTMLDetailsElement).open);
    }}
  >
    <summary id=${groupId(id)}>
      ${icon('disclosure')}
      <span class="group-heading"
        ><span>${title}</span>${help ? html`<span class="muted group-help">${help}</span>` : nothing}</span
      >
      ${count > 0 ? html`<span class="muted group-count">${view.messages.entriesSet(count)}</span>` : nothing}
    </summary>
    ${isOpen ? html`<div class="details-body">${content()}</div>` : nothing}
  </details>`;
}

/** The id of the heading of a group, which can take the focus. */
export const groupId = (id: string): string => `group-${id}`;

export function metadataGroup(view: FieldsView): TemplateResult {
  const { controller, messages } = view;
  const count = controller.labels.filled.length + controller.annotations.filled.length;
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
  return group(
    { id: METADATA_GROUP, part: 'metadata', title: messages.labelsAndAnnotations, count },
    view,
    () =>
      html`${editor(LABELS_ID, messages.labels, controller.labels)}
      ${editor(ANNOTATIONS_ID, messages.annotations, controller.annotations)}`,
  );
}

/** A group of the overlay, or of what the overlay does not know. */
export function fieldGroup(one: FormGroup, view: FieldsView): TemplateResult {
  const { controller, messages, formats } = view;
  const { id, title, help } = one;
  const fields = one.fields.filter((field) => controller.alternatives.isShown(field));
  return group({ id, part: 'group', title, help, count: controller.setCount(fields) }, view, () => [
    one.filter
      ? filterableGroup({ id, fields: one.fields }, view.fields)
      : fields.map((field) => fixedField(field, view)),
    id === USAGE_POLICY ? usageAnswerView(controller.usageAnswer, messages, formats) : nothing,
  ]);
}

/** What the schema has in a provider's block and no panel shows. */
export function restGroup({ provider, rest }: ProviderForm, view: FieldsView): TemplateResult | typeof nothing {
  if (rest.length === 0) return nothing;
  const { controller, messages } = view;
  return group(
    { id: restGroupId(provider), part: 'group', title: messages.groupTitles.more, count: controller.setCount(rest) },
    view,
    () => rest.map((field) => schemaFieldView(field, view.fields)),
  );
}

export const restGroupId = (provider: string): string => `more-${provider}`;

/** The groups that hide the field of an issue. */
export function groupsOf({ id, path }: LocatedIssue, { controller }: Pick<FieldsView, 'controller'>): string[] {
  if (id.startsWith(LABELS_ID) || id.startsWith(ANNOTATIONS_ID)) return [METADATA_GROUP];
  const at = path?.join('.') ?? id;
  const holds = (fields: readonly FormField[]) =>
    fields.some((field) => at === field.id || at.startsWith(`${field.id}.`));
  const { form, providerForm } = controller;
  const groups = (form?.groups ?? []).filter(({ fields }) => holds(fields)).map((one) => one.id);
  return providerForm && holds(providerForm.rest) ? [...groups, restGroupId(providerForm.provider)] : groups;
}
