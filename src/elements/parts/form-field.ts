import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { FormIssue } from '../../controllers/form/form-issue.js';
import type { FormWords } from '../../locales/index.js';
import { icon } from './icons.js';

interface FieldFrame {
  id: string;
  label: string;
  /** The label is read out and not seen: what stands around the control says it. */
  labelHidden?: boolean | undefined;
  help?: string | undefined;
  required: boolean;
  issue: FormIssue | undefined;
  messages: FormWords;
}

/** What a control needs to be tied to its help and its error. */
export interface ControlTies {
  id: string;
  required: boolean;
  invalid: boolean;
  describedBy: string | typeof nothing;
}

/**
 * Label, control, help and error, tied together inside one root. The label alone is the control's name.
 * https://www.w3.org/WAI/tutorials/forms/
 */
export function fieldFrame(frame: FieldFrame, control: (ties: ControlTies) => TemplateResult): TemplateResult {
  const { id, label, labelHidden, help, required, issue, messages } = frame;
  const describedBy = [help ? `${id}-help` : '', issue ? `${id}-issue` : ''].filter(Boolean).join(' ');
  const ties: ControlTies = { id, required, invalid: issue?.severity === 'error', describedBy: describedBy || nothing };
  return html`<div part="field" class="form-field">
    <div class=${labelHidden ? 'label-line visually-hidden' : 'label-line'}>
      <label for=${id}>${label}${required ? requiredMark() : nothing}</label>
      ${required || labelHidden ? nothing : html`<span class="optional">${messages.optional}</span>`}
    </div>
    ${control(ties)} ${helpLine(id, help)} ${issueLine(id, issue)}
  </div>`;
}

export function requiredMark(): TemplateResult {
  return html`<span class="required" aria-hidden="true"> *</span>`;
}

export function helpLine(id: string, help: string | undefined): TemplateResult | typeof nothing {
  return help ? html`<p id="${id}-help" class="help">${help}</p>` : nothing;
}

export function issueLine(id: string, issue: FormIssue | undefined): TemplateResult | typeof nothing {
  if (!issue) return nothing;
  return html`<p id="${id}-issue" part="field-issue" class="issue ${issue.severity}">
    ${icon('warning')}<span>${issue.message}</span>
  </p>`;
}

interface TextField extends FieldFrame {
  value: string;
  placeholder?: string | undefined;
  inputMode?: 'numeric' | undefined;
  onInput: (value: string) => void;
  onLeave: () => void;
}

export function textField(field: TextField): TemplateResult {
  return fieldFrame(
    field,
    ({ id, required, invalid, describedBy }) =>
      html`<input
        id=${id}
        class="control"
        type="text"
        autocomplete="off"
        autocapitalize="off"
        spellcheck="false"
        inputmode=${field.inputMode ?? nothing}
        placeholder=${field.placeholder ?? nothing}
        aria-required=${required ? 'true' : nothing}
        aria-invalid=${invalid ? 'true' : nothing}
        aria-describedby=${describedBy}
        .value=${live(field.value)}
        @input=${(event: Event) => field.onInput((event.target as HTMLInputElement).value)}
        @blur=${field.onLeave}
      />`,
  );
}

interface AreaField extends FieldFrame {
  /** Undefined while it is being made ready. */
  value: string | undefined;
  /** The text is code. */
  mono?: boolean;
  onInput: (value: string) => void;
  onLeave: () => void;
}

/** Text of several lines, as high as the text within reason. */
export function areaField(field: AreaField): TemplateResult {
  const { value, mono, messages } = field;
  const lines = value?.split('\n').length ?? 0;
  return fieldFrame(
    field,
    ({ id, required, invalid, describedBy }) =>
      html`<textarea
        id=${id}
        class="control ${mono ? 'mono' : ''}"
        rows=${Math.min(Math.max(lines, 3), 16)}
        autocomplete="off"
        autocapitalize="off"
        spellcheck="false"
        placeholder=${value === undefined ? messages.loading : nothing}
        ?readonly=${value === undefined}
        aria-required=${required ? 'true' : nothing}
        aria-invalid=${invalid ? 'true' : nothing}
        aria-describedby=${describedBy}
        .value=${live(value ?? '')}
        @input=${(event: Event) => field.onInput((event.target as HTMLTextAreaElement).value)}
        @blur=${field.onLeave}
      ></textarea>`,
  );
}

interface SelectField extends FieldFrame {
  value: string;
  /** What stands for no choice; undefined when there always is one. */
  placeholder?: string | undefined;
  options: readonly { value: string; label: string }[];
  onChange: (value: string) => void;
  onLeave: () => void;
}

export function selectField(field: SelectField): TemplateResult {
  const { value: chosen, options } = field;
  // What a manifest or a host says is shown even when it is nothing to choose: its fault stands beside it.
  const isForeign = chosen !== '' && !options.some(({ value }) => value === chosen);
  return fieldFrame(
    field,
    ({ id, required, invalid, describedBy }) =>
      html`<select
        id=${id}
        class="control"
        aria-required=${required ? 'true' : nothing}
        aria-invalid=${invalid ? 'true' : nothing}
        aria-describedby=${describedBy}
        @change=${(event: Event) => field.onChange((event.target as HTMLSelectElement).value)}
        @blur=${field.onLeave}
      >
        ${
          field.placeholder === undefined
            ? nothing
            : html`<option value="" .selected=${live(field.value === '')}>${field.placeholder}</option>`
        }
        ${[...options, ...(isForeign ? [{ value: chosen, label: chosen }] : [])].map(
          ({ value, label }) => html`<option value=${value} .selected=${live(value === field.value)}>${label}</option>`,
        )}
      </select>`,
  );
}

interface SwitchField extends FieldFrame {
  on: boolean;
  onChange: (on: boolean) => void;
}

export function switchField({ id, label, help, issue, on, onChange }: SwitchField): TemplateResult {
  const describedBy = [help ? `${id}-help` : '', issue ? `${id}-issue` : ''].filter(Boolean).join(' ');
  return html`<div part="field" class="form-field">
    <div class="switch-line">
      <input
        id=${id}
        type="checkbox"
        role="switch"
        class="switch"
        aria-invalid=${issue?.severity === 'error' ? 'true' : nothing}
        aria-describedby=${describedBy || nothing}
        .checked=${live(on)}
        @change=${(event: Event) => onChange((event.target as HTMLInputElement).checked)}
      />
      <label for=${id}>${label}</label>
    </div>
    ${helpLine(id, help)} ${issueLine(id, issue)}
  </div>`;
}

interface SecretControl {
  /** What the control is called, for its reveal button. */
  label: string;
  messages: FormWords;
  value: string;
  multiline: boolean;
  /** Credentials are masked; what is no credential is shown. */
  masked: boolean;
  revealed: boolean;
  /** Stands for a multi-line value while it is masked. */
  summary?: string;
  /** For a control in a row, which has no label of its own. */
  name?: string;
  onInput: (value: string) => void;
  onLeave: () => void;
  onReveal: () => void;
  onPaste?: (event: ClipboardEvent) => void;
}

interface SecretField extends FieldFrame, SecretControl {
  label: string;
  messages: FormWords;
  /** Shown below the control and read with it. */
  notes?: readonly { id: string; content: TemplateResult }[];
}

/** The value is a property of the control, never an attribute: it does not stand in the page's markup. */
export function secretField(field: SecretField): TemplateResult {
  const { notes = [] } = field;
  return fieldFrame(
    field,
    (ties) =>
      html`${secretControl(
        field,
        describedAlso(
          ties,
          notes.map(({ id }) => id),
        ),
      )}
      ${notes.map(({ content }) => content)}`,
  );
}

/** The same control, described by more texts. */
export function describedAlso(ties: ControlTies, ids: readonly string[]): ControlTies {
  const all = [...ids, ...(typeof ties.describedBy === 'string' ? [ties.describedBy] : [])];
  return { ...ties, describedBy: all.length > 0 ? all.join(' ') : nothing };
}

/**
 * A masked text with its reveal button. One line is a password field. No engine has a password field of many lines, so
 * there the text itself is not painted, and a summary stands in its place.
 */
export function secretControl(field: SecretControl, given: ControlTies): TemplateResult {
  const { masked, revealed, multiline, label, messages, name, summary = '' } = field;
  const hidden = masked && !revealed;
  const summarised = hidden && multiline && summary !== '';
  const { id, required, invalid, describedBy } = summarised ? describedAlso(given, [`${given.id}-summary`]) : given;
  // As a password field does it: what cannot be seen cannot be carried away either.
  const keep = (event: Event) => hidden && event.preventDefault();
  return html`<div class="secret ${masked ? 'masked' : ''}">
    ${
      multiline
        ? html`<textarea
            id=${id}
            class="control mono ${hidden ? 'concealed' : ''}"
            rows=${name === undefined ? 5 : 1}
            autocomplete="off"
            autocapitalize="off"
            spellcheck="false"
            data-1p-ignore
            data-bwignore
            data-lpignore="true"
            aria-label=${name ?? nothing}
            placeholder=${name ?? nothing}
            aria-required=${required ? 'true' : nothing}
            aria-invalid=${invalid ? 'true' : nothing}
            aria-describedby=${describedBy}
            .value=${live(field.value)}
            @input=${(event: Event) => field.onInput((event.target as HTMLTextAreaElement).value)}
            @paste=${field.onPaste}
            @copy=${keep}
            @cut=${keep}
            @dragstart=${keep}
            @blur=${field.onLeave}
          ></textarea>`
        : html`<input
            id=${id}
            class="control"
            type=${hidden ? 'password' : 'text'}
            autocomplete="off"
            autocapitalize="off"
            spellcheck="false"
            data-1p-ignore
            data-bwignore
            data-lpignore="true"
            aria-required=${required ? 'true' : nothing}
            aria-invalid=${invalid ? 'true' : nothing}
            aria-describedby=${describedBy}
            .value=${live(field.value)}
            @input=${(event: Event) => field.onInput((event.target as HTMLInputElement).value)}
            @paste=${field.onPaste}
            @blur=${field.onLeave}
          />`
    }
    ${summarised ? html`<span id="${id}-summary" class="secret-summary">${summary}</span>` : nothing}
    ${
      masked
        ? html`<button
            type="button"
            part="reveal"
            class="reveal"
            aria-label=${revealed ? messages.conceal(label) : messages.reveal(label)}
            title=${revealed ? messages.conceal(label) : messages.reveal(label)}
            @click=${field.onReveal}
          >
            ${icon(revealed ? 'conceal' : 'reveal')}
          </button>`
        : nothing
    }
  </div>`;
}

/**
 * For `focusin` of a form: what the keyboard has come to is shown whole, and not behind the sticky footer. Of a text field
 * browsers show no more than the caret, and WebKit heeds no scroll margin when it moves the focus. It waits for a frame, in
 * which a click has set its caret: nothing moves away under the pointer.
 */
export function showFocused({ target }: Event): void {
  requestAnimationFrame(() => {
    const focused = target as HTMLElement;
    if (focused.matches(':focus-visible')) focused.scrollIntoView({ block: 'nearest' });
  });
}
