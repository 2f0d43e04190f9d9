/** Fields for any node of a structural schema, rendered only as far as they are open. */
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import type { FieldMatch, FieldMatches } from '../../../schema/form/field-search.js';
import type { FormField } from '../../../schema/form/field.js';
import { bodyView, nodeView } from './node-view.js';
import type { SchemaFieldsView } from './view.js';

export { schemaFieldsStyles } from './schema-fields.styles.js';
export { schemaFieldsOf, type SchemaFieldsView } from './view.js';

/** One field, whatever its kind, with everything below it. */
export function schemaFieldView(field: FormField, view: SchemaFieldsView): unknown {
  const { tree, issueOf } = view;
  const node = tree.nodeOf(field);
  tree.watchIssues([node], issueOf);
  return nodeView(node, tree.valueOf(node), view);
}

/** What is in a group of fields, without its heading: the form around it has one. */
export function schemaBodyView(field: FormField, view: SchemaFieldsView): unknown {
  const { tree, issueOf } = view;
  const node = tree.openNodeOf(field);
  tree.watchIssues([node], issueOf);
  return bodyView(node, tree.valueOf(node), view);
}

/** Several fields, one below the other. */
export function schemaGroupView(fields: readonly FormField[], view: SchemaFieldsView): unknown {
  return repeat(
    fields,
    ({ id }) => id,
    (field) => schemaFieldView(field, view),
  );
}

/** A group with so many fields below it that they can be searched. */
export interface FilterableGroup {
  /** Unique in the form. */
  id: string;
  fields: readonly FormField[];
}

/** Fields and a search in everything below them. What is found is shown in place of the fields. */
export function filterableGroup({ id, fields }: FilterableGroup, view: SchemaFieldsView): TemplateResult {
  const { tree, messages } = view;
  const words = tree.searchOf(id);
  // A field that was not rendered yet must be known to the tree before what is in it can be.
  for (const field of fields) tree.nodeOf(field);
  const found = tree.foundIn(id, fields);
  const searchId = `${id}~search`;
  return html`<div part="schema-search" class="schema-search">
      <label for=${searchId} class="group-label">${messages.filterFields}</label>
      <input
        id=${searchId}
        class="control"
        type="search"
        autocomplete="off"
        autocapitalize="off"
        spellcheck="false"
        .value=${live(words)}
        @input=${(event: Event) => tree.setSearch(id, (event.target as HTMLInputElement).value)}
        @keydown=${(event: KeyboardEvent) => {
          // Enter would send the form.
          if (event.key === 'Enter') event.preventDefault();
        }}
      />
      <p role="status" class="help">${found ? wordsFor(found, words.trim(), view) : nothing}</p>
      ${
        found?.matches.length === 0
          ? html`<button
              type="button"
              class="button clear-search"
              @click=${(event: Event) => {
                const root = (event.currentTarget as HTMLElement).getRootNode() as ShadowRoot;
                tree.setSearch(id, '');
                root.getElementById(searchId)?.focus();
              }}
            >
              ${messages.clearFilter}
            </button>`
          : nothing
      }
    </div>
    ${found ? matchesView(found, view) : schemaGroupView(fields, view)}`;
}

function wordsFor({ matches, more }: FieldMatches, words: string, { messages }: SchemaFieldsView): string {
  if (matches.length === 0) return messages.noFieldMatches(words);
  const count = matches.length + more;
  return more > 0 ? messages.fieldsFoundOf(matches.length, count) : messages.fieldsFound(count);
}

function matchesView({ matches }: FieldMatches, view: SchemaFieldsView): unknown {
  const { tree, issueOf } = view;
  // Where a group is being edited as YAML, it stands for all that was found in it.
  const shown = new Map(matches.map((match) => [tree.nodeAt(match.field.path)!, match]));
  tree.watchIssues([...shown.keys()], issueOf);
  return repeat(
    shown,
    ([node]) => node.id,
    ([node, match]) => {
      const where = match.ancestors.map(({ label }) => label);
      return html`<div
        class="schema-match"
        role=${where.length > 0 ? 'group' : nothing}
        aria-label=${where.length > 0 ? where.join(' › ') : nothing}
      >
        ${whereView(match, view)} ${nodeView(node, tree.valueOf(node), view)}
      </div>`;
    },
  );
}

function whereView({ ancestors, within }: FieldMatch, { messages }: SchemaFieldsView): unknown {
  return html`${
    ancestors.length > 0
      ? html`<p class="schema-where help">${ancestors.map(({ label }) => html`<span>${label}</span>`)}</p>`
      : nothing
  }
  ${within.length > 0 ? html`<p class="help">${messages.foundWithin(within)}</p>` : nothing}`;
}
