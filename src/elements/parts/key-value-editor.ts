import { css, html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { rowFieldId, type FormIssue } from '../../controllers/form/form-issue.js';
import type { KeyValueRow, KeyValueRows } from '../../controllers/form/key-value-rows.js';
import type { FormWords } from '../../locales/index.js';
import { issueLine } from './form-field.js';
import { icon } from './icons.js';

interface KeyValueEditor {
  id: string;
  /** What the rows are, such as “Labels”. */
  label: string;
  rows: KeyValueRows;
  issueOf: (id: string) => FormIssue | undefined;
  messages: FormWords;
  onChange: () => void;
  onLeave: (id: string) => void;
}

/** Rows of keys and values, each with its delete button. Rows keep their identity, so focus stays where it is. */
export function keyValueEditor(editor: KeyValueEditor): TemplateResult {
  const { id, label, rows, messages, issueOf, onChange } = editor;
  const issue = issueOf(id);
  return html`<fieldset
    part="key-values"
    class="key-values"
    id=${id}
    tabindex="-1"
    aria-describedby=${issue ? `${id}-issue` : nothing}
  >
    <legend class="group-label">${label}</legend>
    ${repeat(
      rows.rows,
      (row) => row.id,
      (row, index) => rowTemplate(editor, row, messages.rowOf(label, index + 1)),
    )}
    <button
      type="button"
      class="button plain add"
      @click=${(event: Event) => {
        const added = rows.add();
        onChange();
        focusWhenRendered(event, rowFieldId(editor.id, added.id, 'key'));
      }}
    >
      ${messages.addNew}
    </button>
    ${issueLine(id, issue)}
  </fieldset>`;
}

function rowTemplate(editor: KeyValueEditor, row: KeyValueRow, name: string): TemplateResult {
  const { rows, messages, issueOf, onChange, onLeave } = editor;
  const input = (part: 'key' | 'value', label: string) => {
    const id = rowFieldId(editor.id, row.id, part);
    const issue = issueOf(id);
    return html`<div class="form-field">
      <input
        id=${id}
        class="control"
        type="text"
        autocomplete="off"
        autocapitalize="off"
        spellcheck="false"
        aria-label=${label}
        placeholder=${label}
        aria-invalid=${issue?.severity === 'error' ? 'true' : nothing}
        aria-describedby=${issue ? `${id}-issue` : nothing}
        .value=${live(row[part])}
        @input=${(event: Event) => {
          rows.edit(row.id, { [part]: (event.target as HTMLInputElement).value });
          onChange();
        }}
        @blur=${() => onLeave(id)}
      />
      ${issueLine(id, issue)}
    </div>`;
  };
  return html`<div class="key-value" role="group" aria-label=${name}>
    ${input('key', messages.key)} ${input('value', messages.value)}
    <button
      type="button"
      class="button icon-only"
      aria-label=${messages.removeRow(name)}
      title=${messages.removeRow(name)}
      @click=${(event: Event) => {
        const group = (event.currentTarget as HTMLElement).closest('fieldset');
        rows.remove(row.id);
        onChange();
        // The focused button goes with its row; the next thing to do is near.
        group?.querySelector<HTMLElement>('.add')?.focus();
      }}
    >
      ${icon('remove')}
    </button>
  </div>`;
}

/** Gives the focus to what stands under this id when what the event has changed is rendered. */
export function focusWhenRendered(event: Event, id: string): void {
  const root = (event.currentTarget as HTMLElement).getRootNode() as ShadowRoot;
  const host = root.host as HTMLElement & { updateComplete?: Promise<unknown> };
  void host.updateComplete?.then(() => root.getElementById(id)?.focus());
}

export const keyValueStyles = css`
  .key-values {
    display: grid;
    gap: 8px;
    justify-items: start;
    min-inline-size: 0;
    border: 0;
  }

  .key-values legend {
    margin-block-end: 4px;
    padding: 0;
  }

  .key-value {
    display: grid;
    grid-template-columns: 1fr 1fr auto;
    align-items: start;
    gap: 8px;
    inline-size: 100%;
  }

  .key-value .button {
    min-block-size: 34px;
  }

  @container (inline-size < 400px) {
    .key-value {
      grid-template-columns: 1fr auto;
    }

    .key-value > :nth-child(2) {
      grid-row: 2;
    }
  }
`;
