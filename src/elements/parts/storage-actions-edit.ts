import { html, nothing, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import type { StorageEdit } from '../../controllers/actions/storage-edit.js';
import type { ActionsWords } from '../../locales/index.js';
import type { Difference } from '../../manifest/difference.js';
import type { MergeConflict, MergeSide } from '../../manifest/three-way.js';
import { formatServerPath } from '../../schema/field-path.js';
import { icon } from './icons.js';
import { actionCallout, saidByServer } from './storage-actions-callout.js';
import { warningList } from './storage-actions-rotate.js';

export interface EditView {
  edit: StorageEdit;
  messages: ActionsWords;
  /** The fields: the host's own form, which reads and writes `edit.draft`. */
  form: unknown;
}

/** The frame around the form of an edit: what may not be changed, what others have changed, Save and Cancel. */
export function editPanel(view: EditView): TemplateResult | typeof nothing {
  const { edit, messages, form } = view;
  if (!edit.isOpen) return nothing;
  const name = edit.base?.metadata?.name ?? '';
  return html`<section part="edit" class="edit-panel" aria-labelledby="edit-heading">
    <h3 id="edit-heading" tabindex="-1" ${ref(focusWhenThere)}>
      ${edit.saved ? messages.editSaved(name) : messages.editHeading(name)}
    </h3>
    ${edit.loading ? html`<p role="status">${messages.loading}</p>` : nothing}
    ${
      edit.saved || !edit.draft
        ? nothing
        : html`${
              edit.frozenReason
                ? actionCallout('info', html`<p>${messages.editFrozen(edit.frozenReason)}</p>`)
                : nothing
            }
            <!-- What is entered while it is saved would be in neither version. -->
            <div ?inert=${edit.saving}>${form}</div>`
    }
    ${conflicts(view)}
    <div role="status" class="edit-verdict">
      ${verdict(view)} ${taken(view)} ${warningList(edit.warnings, messages)}
    </div>
    ${buttons(view)}
  </section>`;
}

function buttons({ edit, messages }: EditView): TemplateResult {
  const { changes, undecided, saving } = edit;
  const mayNotSave = saving || undecided > 0 || !edit.dirty;
  const why = undecided > 0 ? messages.editUndecided(undecided) : messages.editNoChanges;
  const said = changes.length > 0 && undecided === 0 ? messages.editChanges(changes.length) : why;
  const leave = (event: Event) => {
    const root = (event.currentTarget as Element).getRootNode() as ParentNode;
    edit.close();
    // Where the user came from.
    root.querySelector<HTMLElement>('.action-edit')?.focus();
  };
  const isOver = edit.saved || edit.problem?.is === 'gone';
  if (isOver || !edit.draft)
    return html`<p class="dialog-buttons">
      <button type="button" class="button" @click=${leave}>${messages.close}</button>
      ${
        edit.problem?.is === 'unreadable'
          ? html`<button type="button" class="button" @click=${() => void edit.retry()}>
              ${icon('retry')}${messages.retry}
            </button>`
          : nothing
      }
    </p>`;
  return html`<p class="dialog-buttons">
    <button type="button" class="button" @click=${leave}>${messages.cancel}</button>
    <span id="edit-changes" class="muted">${said}</span>
    <button
      type="button"
      part="save"
      class="button primary"
      aria-disabled=${mayNotSave ? 'true' : nothing}
      aria-describedby="edit-changes"
      @click=${() => {
        if (!mayNotSave) void edit.save();
      }}
    >
      ${saving ? messages.saving : messages.save}
    </button>
  </p>`;
}

/** One function for all: it is called when the panel comes, not with each render. */
function focusWhenThere(heading: Element | undefined): void {
  queueMicrotask(() => (heading as HTMLElement | undefined)?.focus());
}

/** Each field that both have changed, with both versions, to choose from. */
function conflicts({ edit, messages }: EditView): TemplateResult | typeof nothing {
  const list = edit.conflicts;
  if (list.length === 0) return nothing;
  return html`<div part="conflicts" class="conflicts">
    ${actionCallout('warning', html`<p>${messages.editConflicts(list.length)}</p>`)}
    ${list.map((conflict, index) => {
      const choice = (side: MergeSide, label: string) =>
        html`<label class="check">
          <input
            type="radio"
            name="conflict-${index}"
            value=${side}
            .checked=${edit.sideOf(conflict) === side}
            @change=${() => edit.choose(conflict, side)}
          />
          <span>${messages.labelled(label, '')} ${valueText(conflict[side], messages.editRemoved)}</span>
        </label>`;
      return html`<fieldset class="conflict">
        <legend><code>${pathText(conflict)}</code></legend>
        ${choice('mine', messages.editMine)} ${choice('theirs', messages.editTheirs)}
        <p class="help">${messages.labelled(messages.editWas, '')} ${valueText(conflict.base, messages.notSet)}</p>
      </fieldset>`;
    })}
  </div>`;
}

function pathText({ path }: MergeConflict): string {
  return formatServerPath([...path]);
}

function valueText(value: unknown, absent: string): TemplateResult {
  if (value === undefined) return html`<em>${absent}</em>`;
  const text = JSON.stringify(value, (_key, part: unknown) => (typeof part === 'bigint' ? String(part) : part), 2);
  return html`<code class="conflict-value">${text}</code>`;
}

function verdict({ edit, messages }: EditView): TemplateResult | typeof nothing {
  const { problem } = edit;
  switch (problem?.is) {
    case 'unreadable':
      return actionCallout('danger', saidByServer(problem.error, messages), messages.editUnreadable);
    case 'refused':
      return actionCallout('danger', saidByServer(problem.error, messages), messages.editRefused);
    case 'unknown':
      return actionCallout('warning', saidByServer(problem.error, messages), messages.editUnknown);
    case 'faults':
      return actionCallout(
        'danger',
        problem.messages.map((message) => html`<p>${message}</p>`),
        messages.editNotSent,
      );
    case 'gone':
      return actionCallout('warning', html`<p>${messages.editGone}</p>`);
    default:
      return nothing;
  }
}

function taken({ edit, messages }: EditView): TemplateResult | typeof nothing {
  if (edit.taken.length === 0) return nothing;
  const line = ({ path, before, after }: Difference) =>
    html`<li><code>${path}</code>: ${before ?? messages.notSet} → ${after ?? messages.editRemoved}</li>`;
  return actionCallout(
    'info',
    html`<ul>
      ${edit.taken.map(line)}
    </ul>`,
    messages.editTaken,
  );
}
