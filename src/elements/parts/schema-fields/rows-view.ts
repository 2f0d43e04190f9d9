import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import type { TreeNode } from '../../../controllers/form/field-tree.js';
import { helpLine, issueLine, requiredMark } from '../form-field.js';
import { icon, type IconName } from '../icons.js';
import { focusWhenRendered } from '../key-value-editor.js';
import { shownNode, yamlArea, yamlSwitch } from './node-view.js';
import type { SchemaFieldsView, ShownNode } from './view.js';

/** A list or map: its rows, each a group with a name, and a way to add one. */
export function rowsView(shown: ShownNode, view: SchemaFieldsView): TemplateResult {
  const { node, value, label, labelHidden } = shown;
  const { id, field } = node;
  const { tree, messages, issueOf } = view;
  const isYaml = tree.isYaml(node, value);
  const issue = isYaml ? undefined : issueOf(id);
  const help = labelHidden ? undefined : field.help;
  const ties = [help && `${id}-help`, issue && `${id}-issue`].filter(Boolean).join(' ');
  return html`<fieldset
    part="schema-rows"
    class="schema-rows"
    id=${id}
    tabindex="-1"
    aria-labelledby="${id}-legend"
    aria-describedby=${ties || nothing}
  >
    <legend class="label-line ${labelHidden ? 'visually-hidden' : ''}">
      <span id="${id}-legend" class="group-label">${label}${field.required ? requiredMark() : nothing}</span>
      ${field.required ? nothing : html`<span class="optional">${messages.optional}</span>`}
    </legend>
    ${helpLine(id, help)} ${isYaml ? yamlArea(shown, view) : rowsOf(shown, view)}
    <div class="schema-tools">
      ${
        isYaml
          ? nothing
          : html`<button
              type="button"
              id="${id}~add"
              class="button plain"
              @click=${(event: Event) => {
                const added = tree.addRow(node);
                if (added) focusWhenRendered(event, added.isEntry ? added.keyId : firstControlOf(added));
              }}
            >
              ${messages.addNew}<span class="visually-hidden">${messages.ofField(label)}</span>
            </button>`
      }
      ${yamlSwitch(shown, view)}
    </div>
    ${issueLine(id, issue)}
  </fieldset>`;
}

/** Where the focus goes when a row was added: to its control, or to the heading of a group of controls. */
const firstControlOf = (row: TreeNode): string =>
  !row.isOpaque && (row.field.kind === 'list' || row.field.kind === 'map') ? `${row.id}~add` : row.id;

function rowsOf({ node, label }: ShownNode, view: SchemaFieldsView): unknown {
  const { tree, messages } = view;
  const rows = tree.rowsOf(node);
  const last = rows.length - 1;
  return repeat(
    rows,
    ({ id }) => id,
    (row, index) => {
      const value = tree.valueOf(row);
      const name = messages.rowOf(label, index + 1);
      return guard([row, row.version, value, name, index === last, messages], () =>
        rowView(row, value, name, { isFirst: index === 0, isLast: index === last }, view),
      );
    },
  );
}

interface Position {
  isFirst: boolean;
  isLast: boolean;
}

function rowView(
  row: TreeNode,
  value: unknown,
  name: string,
  { isFirst, isLast }: Position,
  view: SchemaFieldsView,
): TemplateResult {
  const { messages, tree } = view;
  const isGroup = !row.isOpaque && row.field.kind === 'object';
  const label = row.isEntry && !isGroup ? messages.value : name;
  const move = (by: -1 | 1) => (event: Event) => {
    tree.moveRow(row, by);
    // The button may have moved with its row, which takes the focus from it.
    focusWhenRendered(event, (event.currentTarget as HTMLElement).id);
  };
  const buttons = html`<div class="schema-row-buttons">
    ${
      row.isEntry
        ? nothing
        : html`${rowButton(`${row.id}~up`, 'ascending', messages.moveUp(name), isFirst, move(-1))}
          ${rowButton(`${row.id}~down`, 'descending', messages.moveDown(name), isLast, move(1))}`
    }
    ${rowButton(`${row.id}~remove`, 'remove', messages.removeRow(name), false, (event) => {
      const list = row.parent!;
      const next = tree.removeRow(row);
      // The focused button goes with its row; the next thing to do is near.
      focusWhenRendered(event, next ? `${next.id}~remove` : `${list.id}~add`);
    })}
  </div>`;
  const control = html`<div class="schema-row-value">
    ${shownNode({ node: row, value, label, labelHidden: !isGroup }, view)}
  </div>`;
  const key = row.isEntry ? keyControl(row, view) : nothing;
  // The buttons of a group are seen beside its heading, so they come before what is in it.
  return isGroup
    ? html`<div class="schema-row group" role="group" aria-label=${name}>${key} ${buttons} ${control}</div>`
    : html`<div class="schema-row" role="group" aria-label=${name}>${key} ${control} ${buttons}</div>`;
}

function rowButton(
  id: string,
  name: IconName,
  label: string,
  isOff: boolean,
  onClick: (event: Event) => void,
): TemplateResult {
  // Not `disabled`: a button that the focus is on must not vanish from the keyboard's way.
  return html`<button
    type="button"
    id=${id}
    class="button icon-only"
    aria-label=${label}
    title=${label}
    aria-disabled=${isOff ? 'true' : nothing}
    @click=${onClick}
  >
    ${icon(name)}
  </button>`;
}

function keyControl(row: TreeNode, { tree, messages, issueOf, touch }: SchemaFieldsView): TemplateResult {
  const id = row.keyId;
  const issue = issueOf(id);
  return html`<div class="form-field">
    <input
      id=${id}
      class="control"
      type="text"
      autocomplete="off"
      autocapitalize="off"
      spellcheck="false"
      aria-label=${messages.key}
      placeholder=${messages.key}
      aria-invalid=${issue?.severity === 'error' ? 'true' : nothing}
      aria-describedby=${issue ? `${id}-issue` : nothing}
      .value=${live(row.row!.key)}
      @input=${(event: Event) => tree.renameKey(row, (event.target as HTMLInputElement).value)}
      @blur=${() => touch(id)}
    />
    ${issueLine(id, issue)}
  </div>`;
}
