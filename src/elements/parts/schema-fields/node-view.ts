import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import type { TreeNode } from '../../../controllers/form/field-tree.js';
import { isEmpty, memberOf } from '../../../controllers/form/field-tree/place.js';
import { helpLine, issueLine, requiredMark } from '../form-field.js';
import { icon } from '../icons.js';
import { focusWhenRendered } from '../key-value-editor.js';
import { scalarControl, yamlControl } from './controls.js';
import { rowsView } from './rows-view.js';
import type { SchemaFieldsView, ShownNode } from './view.js';

/** A node with the control that its schema asks for. It is rendered again only when something in it has changed. */
export function nodeView(node: TreeNode, value: unknown, view: SchemaFieldsView): unknown {
  return guard([node, node.version, value, view.messages], () =>
    shownNode({ node, value, label: node.field.label }, view),
  );
}

/** The same without a guard, and under another name: for a row. */
export function shownNode(shown: ShownNode, view: SchemaFieldsView): TemplateResult {
  const { node, value } = shown;
  const { kind } = node.field;
  if (node.isOpaque) return yamlControl(shown, view);
  if (kind === 'object') return objectView(shown, view);
  if (kind === 'list' || kind === 'map') return rowsView(shown, view);
  return view.tree.isYaml(node, value) ? yamlControl(shown, view) : scalarControl(shown, view);
}

/**
 * A group that can be opened. What is in it is rendered only while it is open. Its line of help stands outside the
 * summary, whose whole text is its name.
 */
function objectView(shown: ShownNode, view: SchemaFieldsView): TemplateResult {
  const { node, label } = shown;
  const { id, field, open } = node;
  const { tree, messages, issueOf } = view;
  // Its YAML shows it where there is one.
  const issue = open && tree.isYaml(node, shown.value) ? undefined : issueOf(id);
  const count = tree.setCount(node);
  const digest = digestOf(shown);
  const help = node.row ? undefined : field.help;
  const ties = [help && `${id}-help`, issue && `${id}-issue`].filter(Boolean).join(' ');
  return html`<div part="schema-group" class="schema-node">
    <details
      class="schema-group"
      .open=${open}
      @toggle=${({ target }: Event) => tree.setOpen(node, (target as HTMLDetailsElement).open)}
    >
      <summary id=${id} aria-describedby=${ties || nothing} @blur=${() => view.touch(id)}>
        ${icon('disclosure')}
        <span class="schema-heading">
          <span>${label}${field.required ? requiredMark() : nothing}</span>
          ${digest === undefined ? nothing : html`<span class="muted">${digest}</span>`}
          ${count > 0 ? html`<span class="muted">${messages.entriesSet(count)}</span>` : nothing}
        </span>
      </summary>
      ${open ? html`<div class="schema-body">${helpLine(id, help)} ${objectBody(shown, view)}</div>` : nothing}
    </details>
    ${open ? nothing : helpLine(id, help)} ${issueLine(id, issue)}
  </div>`;
}

/** The inside of a group whose heading stands elsewhere; of anything else, the control with its label. */
export function bodyView(node: TreeNode, value: unknown, view: SchemaFieldsView): unknown {
  if (node.isOpaque || node.field.kind !== 'object') return nodeView(node, value, view);
  const { id } = node;
  const { label } = node.field;
  return guard([node, node.version, value, view.messages], () => {
    const issue = view.tree.isYaml(node, value) ? undefined : view.issueOf(id);
    return html`<div
      id=${id}
      class="schema-block"
      role="group"
      tabindex="-1"
      aria-label=${label}
      aria-describedby=${issue ? `${id}-issue` : nothing}
    >
      ${objectBody({ node, value, label }, view)} ${issueLine(id, issue)}
    </div>`;
  });
}

function objectBody(shown: ShownNode, view: SchemaFieldsView): TemplateResult {
  const { node, value } = shown;
  const { tree, messages } = view;
  const isYaml = tree.isYaml(node, value);
  const unknown = isYaml ? [] : tree.unknownKeysOf(node, value);
  return html`${
      isYaml
        ? yamlArea(shown, view)
        : tree.childrenOf(node).map((child) => nodeView(child, memberOf(value, child.field.path.at(-1)!), view))
    }
    ${unknown.length > 0 ? html`<p class="help">${messages.alsoSet(unknown)}</p>` : nothing}
    <div class="schema-tools">${yamlSwitch(shown, view)} ${presence(shown, view)}</div>`;
}

/** The YAML of a node whose heading has the node's id already. */
export function yamlArea(shown: ShownNode, view: SchemaFieldsView): TemplateResult {
  return yamlControl({ ...shown, labelHidden: true, controlId: `${shown.node.id}~text` }, view);
}

/** Between fields and YAML, as far as there is a choice. */
export function yamlSwitch({ node, value, label }: ShownNode, view: SchemaFieldsView): TemplateResult {
  const { tree, messages } = view;
  const isYaml = tree.isYaml(node, value);
  const isFixed = isYaml && (node.yaml?.fault !== undefined || !tree.canBeFields(node, value));
  return html`<button
    type="button"
    id="${node.id}~yaml"
    class="button plain"
    aria-disabled=${isFixed ? 'true' : nothing}
    title=${isFixed ? messages.yamlOnly : nothing}
    @click=${() => tree.setAsYaml(node, !isYaml)}
  >
    ${isYaml ? messages.editAsFields : messages.editAsYaml}<span class="visually-hidden"
      >${messages.ofField(label)}</span
    >
  </button>`;
}

/** An object may say something by being there. */
function presence(
  { node, value, label }: ShownNode,
  { tree, messages }: SchemaFieldsView,
): TemplateResult | typeof nothing {
  const isSet = value !== undefined;
  // An entry is there with its key; an item that says something has a button that removes it.
  if (node.isEntry || (node.row && isSet && !isEmpty(value))) return nothing;
  return html`<button
    type="button"
    id="${node.id}~presence"
    class="button plain"
    @click=${(event: Event) => {
      if (isSet) tree.clear(node);
      else tree.setPresent(node);
      focusWhenRendered(event, `${node.id}~presence`);
    }}
  >
    ${isSet ? messages.clearField : messages.setEmpty}<span class="visually-hidden">${messages.ofField(label)}</span>
  </button>`;
}

/** What tells this row from the others while it is closed. */
function digestOf({ node, value }: ShownNode): string | undefined {
  if (!node.row) return undefined;
  const keys = node.parent?.field.schema['x-kubernetes-list-map-keys'] ?? [];
  const values = [...keys, 'name', 'key'].map((key) => memberOf(value, key));
  const found = values.find((one) => one !== undefined && typeof one !== 'object');
  return found === undefined ? undefined : String(found);
}
