import { css, html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { FormIssue } from '../../controllers/form/form-issue.js';
import type { Messages } from '../../locales/index.js';
import { icon } from './icons.js';

interface FieldFrame {
  id: string;
  label: string;
  help?: string | undefined;
  required: boolean;
  issue: FormIssue | undefined;
  messages: Messages;
}

/** What a control needs to be tied to its help and its error. */
interface ControlTies {
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
  const { id, label, help, required, issue, messages } = frame;
  const describedBy = [help ? `${id}-help` : '', issue ? `${id}-issue` : ''].filter(Boolean).join(' ');
  const ties: ControlTies = { id, required, invalid: issue?.severity === 'error', describedBy: describedBy || nothing };
  return html`<div part="field" class="form-field">
    <div class="label-line">
      <label for=${id}>${label}${required ? html`<span class="required" aria-hidden="true"> *</span>` : nothing}</label>
      ${required ? nothing : html`<span class="optional">${messages.optional}</span>`}
    </div>
    ${control(ties)} ${helpLine(id, help)} ${issueLine(id, issue)}
  </div>`;
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
  return html`<div part="field" class="form-field">
    <div class="switch-line">
      <input
        id=${id}
        type="checkbox"
        role="switch"
        class="switch"
        aria-describedby=${help ? `${id}-help` : nothing}
        .checked=${live(on)}
        @change=${(event: Event) => onChange((event.target as HTMLInputElement).checked)}
      />
      <label for=${id}>${label}</label>
    </div>
    ${helpLine(id, help)} ${issueLine(id, issue)}
  </div>`;
}

interface SecretField extends FieldFrame {
  value: string;
  multiline: boolean;
  /** Credentials are masked; what is no credential is shown. */
  masked: boolean;
  revealed: boolean;
  onInput: (value: string) => void;
  onLeave: () => void;
  onReveal: () => void;
}

/** The value is a property of the control, never an attribute: it does not stand in the page's markup. */
export function secretField(field: SecretField): TemplateResult {
  const { masked, revealed, multiline, label, messages } = field;
  const hidden = masked && !revealed;
  return fieldFrame(
    field,
    ({ id, required, invalid, describedBy }) =>
      html`<div class="secret ${masked ? 'masked' : ''}">
        ${
          multiline
            ? html`<textarea
                id=${id}
                class="control mono ${hidden ? 'concealed' : ''}"
                rows="5"
                autocomplete="off"
                autocapitalize="off"
                spellcheck="false"
                aria-required=${required ? 'true' : nothing}
                aria-invalid=${invalid ? 'true' : nothing}
                aria-describedby=${describedBy}
                .value=${live(field.value)}
                @input=${(event: Event) => field.onInput((event.target as HTMLTextAreaElement).value)}
                @focus=${showWhole}
                @blur=${field.onLeave}
              ></textarea>`
            : html`<input
                id=${id}
                class="control"
                type=${hidden ? 'password' : 'text'}
                autocomplete=${masked ? 'new-password' : 'off'}
                autocapitalize="off"
                spellcheck="false"
                aria-required=${required ? 'true' : nothing}
                aria-invalid=${invalid ? 'true' : nothing}
                aria-describedby=${describedBy}
                .value=${live(field.value)}
                @input=${(event: Event) => field.onInput((event.target as HTMLInputElement).value)}
                @blur=${field.onLeave}
              />`
        }
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
      </div>`,
  );
}

/** Of a text field the browser shows no more than the caret, be it behind the sticky footer. */
function showWhole({ target }: Event): void {
  (target as HTMLElement).scrollIntoView({ block: 'nearest' });
}

export const formFieldStyles = css`
  .form-field {
    display: grid;
    gap: 4px;
    align-content: start;
  }

  .label-line {
    display: flex;
    align-items: baseline;
    gap: 8px;
  }

  .label-line label,
  .switch-line label,
  .group-label {
    font-weight: 500;
  }

  .required {
    color: var(--_danger);
  }

  .optional,
  .help {
    font-size: 0.875em;
    color: var(--_muted);
  }

  .issue {
    display: flex;
    gap: 6px;
    font-size: 0.9375em;
    color: var(--_danger);
    overflow-wrap: anywhere;
  }

  .issue.warning {
    color: var(--_warning);
  }

  .issue .icon {
    margin-block-start: 0.25em;
  }

  .control[aria-invalid='true'] {
    border-color: var(--_danger);
    box-shadow: inset 0 0 0 1px var(--_danger);
  }

  textarea.control {
    resize: vertical;
    min-block-size: 5lh;
  }

  .concealed {
    -webkit-text-security: disc;
  }

  .secret {
    position: relative;
  }

  .secret.masked .control {
    padding-inline-end: 40px;
  }

  .reveal {
    position: absolute;
    inset-block-start: 3px;
    inset-inline-end: 3px;
    display: grid;
    place-items: center;
    inline-size: 32px;
    block-size: 28px;
    border: 0;
    border-radius: calc(var(--_radius) - 2px);
    background: none;
    cursor: pointer;
  }

  .reveal:hover {
    background: var(--_hover);
  }

  .switch-line {
    display: flex;
    align-items: center;
    gap: 10px;
    min-block-size: 28px;
  }

  .switch {
    appearance: none;
    flex: none;
    position: relative;
    inline-size: 40px;
    block-size: 24px;
    margin: 0;
    border: 1px solid var(--_control-border);
    border-radius: 999px;
    background: transparent;
    cursor: pointer;
  }

  .switch::before {
    content: '';
    position: absolute;
    inset-block-start: 3px;
    inset-inline-start: 3px;
    inline-size: 16px;
    block-size: 16px;
    border-radius: 50%;
    background: currentColor;
  }

  .switch:checked {
    border-color: var(--_accent);
    background: var(--_accent);
  }

  .switch:checked::before {
    inset-inline-start: 19px;
    background: var(--_on-accent);
  }

  @media (forced-colors: active) {
    .switch:checked {
      background: Highlight;
      forced-color-adjust: none;
    }

    .switch:checked::before {
      background: HighlightText;
    }
  }
`;
