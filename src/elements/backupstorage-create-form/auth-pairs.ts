import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { strayInPair } from '../../controllers/form/credentials-pairs.js';
import { PAIRS_ID } from '../../controllers/form/credentials-store.js';
import { rowFieldId, type FormIssue } from '../../controllers/form/form-issue.js';
import type { KeyValueRow } from '../../controllers/form/key-value-rows.js';
import { MASK } from '../../manifest/redact.js';
import { describedAlso, issueLine, secretControl, type ControlTies } from '../parts/form-field.js';
import { icon } from '../parts/icons.js';
import { focusWhenRendered } from '../parts/key-value-editor.js';
import { strayNote } from './auth-stray.js';
import { issueAt, type AuthView } from './auth-view.js';

/** Free keys and masked values, for a provider whose Secret nobody knows. Rows keep their identity, so focus stays. */
export function pairsEditor(view: AuthView): TemplateResult {
  const { credentials, messages } = view;
  const { pairs } = credentials;
  const issue = issueAt(view, PAIRS_ID);
  return html`<fieldset
    part="key-values"
    class="key-values"
    id=${PAIRS_ID}
    tabindex="-1"
    aria-describedby=${issue ? `${PAIRS_ID}-issue` : nothing}
  >
    <legend class="group-label">${messages.secretPairs}</legend>
    ${repeat(
      pairs.rows,
      (row) => row.id,
      (row, index) => pair(row, messages.rowOf(messages.secretPairs, index + 1), view),
    )}
    <button
      type="button"
      class="button plain add"
      @click=${(event: Event) => {
        const { id } = pairs.add();
        credentials.pairsChanged();
        focusWhenRendered(event, rowFieldId(PAIRS_ID, id, 'key'));
      }}
    >
      ${messages.addNew}
    </button>
    ${issueLine(PAIRS_ID, issue)}
  </fieldset>`;
}

function pair(row: KeyValueRow, name: string, view: AuthView): TemplateResult {
  const { credentials, messages, revealed, onReveal } = view;
  const { pairs } = credentials;
  const ties = (
    part: 'key' | 'value',
    elsewhere: readonly string[] = [],
  ): ControlTies & { issue: FormIssue | undefined } => {
    const id = rowFieldId(PAIRS_ID, row.id, part);
    const issue = issueAt(view, id, elsewhere);
    const describedBy = issue ? `${id}-issue` : nothing;
    return { id, required: false, invalid: issue?.severity === 'error', describedBy, issue };
  };
  const edit = (change: { key: string } | { value: string }) => {
    pairs.edit(row.id, change);
    credentials.pairsChanged();
  };
  const stray = strayNote(rowFieldId(PAIRS_ID, row.id, 'value'), strayInPair(row), view, () =>
    edit({ value: strayInPair(row)?.cleaned ?? row.value }),
  );
  const [key, value] = [ties('key'), ties('value', stray ? [stray.words] : [])];
  return html`<div class="key-value" role="group" aria-label=${name}>
    <div class="form-field">
      <input
        id=${key.id}
        class="control mono"
        type="text"
        autocomplete="off"
        autocapitalize="off"
        spellcheck="false"
        aria-label=${messages.key}
        placeholder=${messages.key}
        aria-invalid=${key.invalid ? 'true' : nothing}
        aria-describedby=${key.describedBy}
        .value=${live(row.key)}
        @input=${({ target }: Event) => edit({ key: (target as HTMLInputElement).value })}
        @blur=${() => credentials.leave(key.id)}
      />
      ${issueLine(key.id, key.issue)}
    </div>
    <div class="form-field">
      ${secretControl(
        {
          label: name,
          name: messages.value,
          messages,
          value: row.value,
          // A value may be a whole file; a field of one line would silently lose its line breaks.
          multiline: true,
          masked: true,
          revealed: revealed.has(value.id),
          summary: row.value === '' ? '' : MASK,
          onInput: (text) => edit({ value: text }),
          onLeave: () => credentials.leave(value.id),
          onReveal: () => onReveal(value.id),
        },
        stray ? describedAlso(value, [stray.note.id]) : value,
      )}
      ${stray?.note.content} ${issueLine(value.id, value.issue)}
    </div>
    <button
      type="button"
      class="button icon-only"
      aria-label=${messages.removeRow(name)}
      title=${messages.removeRow(name)}
      @click=${(event: Event) => {
        const group = (event.currentTarget as HTMLElement).closest('fieldset');
        pairs.remove(row.id);
        credentials.pairsChanged();
        // The focused button goes with its row; the next thing to do is near.
        group?.querySelector<HTMLElement>('.add')?.focus();
      }}
    >
      ${icon('remove')}
    </button>
  </div>`;
}
