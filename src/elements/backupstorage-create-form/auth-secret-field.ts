import { html, nothing, type TemplateResult } from 'lit';
import type { CredentialsForm } from '../../controllers/form/credentials.js';
import { secretFieldId } from '../../controllers/form/form-issue.js';
import type { SecretKeyHint } from '../../schema/form/overlay.js';
import { secretField } from '../parts/form-field.js';
import { icon } from '../parts/icons.js';
import { focusWhenRendered } from '../parts/key-value-editor.js';
import { goToChoices } from './auth-filled.js';
import { strayNote } from './auth-stray.js';
import { issueAt, type AuthView } from './auth-view.js';

/** The field of one key of the new Secret: typed, pasted, dropped, or chosen as a file. */
export function authSecretField(hint: SecretKeyHint, view: AuthView): TemplateResult {
  const { credentials, messages, revealed, onReveal } = view;
  const { key, label, help, required, secret, multiline } = hint;
  const id = secretFieldId(key);
  const stray = strayNote(id, credentials.strayIn(key), view, () => credentials.removeStray(key));
  const issue = issueAt(view, id, stray ? [stray.words] : []);
  const summary = multiline ? credentials.summaryOf(key) : '';
  return html`<div
    class="drop-target"
    @dragenter=${mark}
    @dragover=${mark}
    @dragleave=${unmark}
    @drop=${(event: DragEvent) => drop(event, key, credentials)}
  >
    ${secretField({
      id,
      label,
      help,
      required,
      issue,
      messages,
      value: credentials.valueOf(key),
      multiline,
      masked: secret,
      revealed: revealed.has(key),
      summary,
      notes: stray ? [stray.note] : [],
      onInput: (value) => credentials.setValue(key, value),
      // While a profile is to be chosen, nobody has finished with the field.
      onLeave: () => credentials.filled.choices.length === 0 && credentials.leave(id),
      onReveal: () => onReveal(key),
      onPaste: (event) => paste(event, key, credentials),
    })}
    ${!secret && summary !== '' ? html`<p class="help read">${icon('done')}<span>${summary}</span></p>` : nothing}
    ${issue && credentials.hasParts(key) ? partsButton(key, id, view) : nothing}
    ${credentials.takesFile(key) ? fileButton(hint, view) : nothing}
  </div>`;
}

function partsButton(key: string, id: string, { credentials, messages }: AuthView): TemplateResult {
  return html`<button
    type="button"
    class="button end-of-field"
    aria-describedby="${id}-issue"
    @click=${(event: Event) => {
      credentials.useParts(key);
      focusWhenRendered(event, id);
    }}
  >
    ${messages.useParts}
  </button>`;
}

/** A button of our own: a file input speaks the browser's language and shows the file's name. */
function fileButton({ key, label }: SecretKeyHint, { credentials, messages }: AuthView): TemplateResult {
  return html`<div class="file">
    <button
      type="button"
      class="button plain"
      aria-label=${messages.chooseFileFor(label)}
      @click=${({ currentTarget }: Event) =>
        ((currentTarget as HTMLElement).nextElementSibling as HTMLInputElement).click()}
    >
      ${messages.chooseFile}</button
    ><input
      type="file"
      hidden
      @change=${({ target }: Event) => {
        const input = target as HTMLInputElement;
        const file = input.files?.[0];
        if (file) void takeFile(input, key, file, credentials);
        // The same file can be chosen again after it was changed.
        input.value = '';
      }}
    />
  </div>`;
}

function paste(event: ClipboardEvent, key: string, credentials: CredentialsForm): void {
  take(event, event.clipboardData, key, credentials);
}

function drop(event: DragEvent, key: string, credentials: CredentialsForm): void {
  unmark(event);
  take(event, event.dataTransfer, key, credentials);
}

/** A file, or text that fills in more than the field; any other text is left to the browser. */
function take(event: Event, data: DataTransfer | null, key: string, credentials: CredentialsForm): void {
  const target = event.currentTarget as HTMLElement;
  const file = data?.files[0];
  if (file) void takeFile(target, key, file, credentials);
  else if (credentials.offer(key, data?.getData('text/plain') ?? '')) goToChoices(target, credentials);
  else return;
  event.preventDefault();
}

async function takeFile(target: HTMLElement, key: string, file: File, credentials: CredentialsForm): Promise<void> {
  await credentials.takeFile(key, file);
  goToChoices(target, credentials);
}

/** Text can be dropped into a field anyway; a file only where somebody says so, else the browser opens it. */
function mark(event: DragEvent): void {
  const { currentTarget, dataTransfer } = event;
  if (!dataTransfer?.types.includes('Files')) return;
  event.preventDefault();
  dataTransfer.dropEffect = 'copy';
  (currentTarget as HTMLElement).toggleAttribute('data-dropping', true);
}

function unmark({ currentTarget, relatedTarget, type }: DragEvent): void {
  const target = currentTarget as HTMLElement;
  // Between the parts of the target nothing is left.
  if (type === 'dragleave' && relatedTarget instanceof Node && target.contains(relatedTarget)) return;
  target.removeAttribute('data-dropping');
}
