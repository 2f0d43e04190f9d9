import { css, html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { ManifestPreviewController } from '../../controllers/manifest-preview-controller.js';
import type { Messages } from '../../locales/index.js';
import type { LeftBehind, PlanProgress, PlanResult, PlanStep } from '../../manifest/creation-plan.js';
import { withoutWebhookPrefix } from '../../data-source/errors.js';
import type { ManifestFormat } from '../../manifest/serialize.js';
import { codeEditor } from './code-editor/code-editor.js';
import { icon } from './icons.js';

export interface ManifestView {
  preview: ManifestPreviewController;
  messages: Messages;
  readonly: boolean;
  /** What Copy has to say for itself, if anything. */
  copyState: 'copied' | 'failed' | undefined;
  /** The editor has taken the place of the plain text field. */
  editorReady: boolean;
  onEditorReady: () => void;
  onCopy: () => void;
  /** Absent: there is nowhere to go back to. */
  onPrevious?: (() => void) | undefined;
  /** Absent: nothing is submitted from here. */
  onSubmit?: (() => void) | undefined;
}

/** The manifest as text, its faults, what the server said, and the ways back and on. */
export function manifestView(view: ManifestView): TemplateResult {
  const { preview, messages } = view;
  return html`
    ${toolbar(view)} ${editor(view)}
    ${preview.hasCredentials && !preview.revealed ? html`<p class="help masks">${messages.masksExplained}</p>` : nothing}
    ${problems(view)} ${verdict(view)} ${footer(view)}
  `;
}

function toolbar({ preview, messages, copyState, onCopy }: ManifestView): TemplateResult {
  const unreadable = preview.issues.length > 0;
  const choice = (format: ManifestFormat, label: string) =>
    html`<label class="segment"
      ><input
        type="radio"
        name="format"
        value=${format}
        .checked=${live(preview.format === format)}
        ?disabled=${unreadable}
        @change=${() => preview.setFormat(format)}
      /><span>${label}</span></label
    >`;
  return html`<div part="manifest-toolbar" class="manifest-toolbar">
    <div class="segments" role="radiogroup" aria-label=${messages.format}>
      ${choice('yaml', messages.yaml)}${choice('json', messages.json)}
    </div>
    ${
      preview.hasCredentials
        ? html`<label class="check"
            ><input
              type="checkbox"
              .checked=${live(preview.revealed)}
              ?disabled=${unreadable}
              @change=${(event: Event) => preview.setRevealed((event.target as HTMLInputElement).checked)}
            />${messages.showCredentials}</label
          >`
        : nothing
    }
    <button type="button" part="copy" class="button copy" @click=${onCopy}>
      ${icon(copyState === 'copied' ? 'done' : 'copy')}${messages.copy}
    </button>
    <span role="status" class="copy-state"
      >${copyState === 'copied' ? messages.copied : copyState === 'failed' ? messages.copyFailed : nothing}</span
    >
  </div>`;
}

/** A plain text field is there at once; CodeMirror takes its place when it has come. */
function editor({ preview, messages, readonly, editorReady, onEditorReady }: ManifestView): TemplateResult {
  const label = messages.manifestLabel(preview.format === 'yaml' ? messages.yaml : messages.json);
  const locked = readonly || preview.submitting;
  return html`<div
    part="editor"
    class="editor"
    ${codeEditor({
      text: preview.text,
      format: preview.format,
      readonly: locked,
      label,
      issues: preview.issues,
      onInput: (text) => preview.edit(text),
      onReady: onEditorReady,
    })}
  >
    ${
      editorReady
        ? nothing
        : html`<textarea
            class="plain-text mono"
            aria-label=${label}
            spellcheck="false"
            autocomplete="off"
            ?readonly=${locked}
            rows=${Math.min(40, preview.text.split('\n').length + 1)}
            .value=${live(preview.text)}
            @input=${(event: Event) => preview.edit((event.target as HTMLTextAreaElement).value)}
          ></textarea>`
    }
  </div>`;
}

function problems({ preview, messages, readonly }: ManifestView): TemplateResult {
  const lines = [
    ...preview.issues.map(
      ({ line, column, message }) =>
        html`<li><span class="place">${messages.problemAt(line, column)}</span> ${message}</li>`,
    ),
    ...(readonly ? [] : preview.faults.map((fault) => html`<li>${fault}</li>`)),
  ];
  // The region is always there, or what appears in it would not be announced.
  return html`<div part="problems" role="status" class="problems">
    ${
      lines.length === 0
        ? nothing
        : html`<div class="callout danger">
            ${icon('warning')}
            <div>
              <p class="callout-title">${messages.manifestProblems(lines.length)}</p>
              <ul>
                ${lines}
              </ul>
              ${
                preview.issues.length > 0 && !readonly
                  ? html`<p>${messages.unreadableWayOn}</p>
                      <p>
                        <button type="button" class="button" @click=${() => preview.revert()}>
                          ${messages.discardEdits}
                        </button>
                      </p>`
                  : nothing
              }
            </div>
          </div>`
    }
  </div>`;
}

function verdict({ preview, messages }: ManifestView): TemplateResult {
  const { progress, result, submitting } = preview;
  return html`<div part="verdict" class="verdict">
    <div role="status">
      ${
        progress.length > 0 && (submitting || result?.outcome === 'refused')
          ? html`<ol part="progress" class="progress">
              ${progress.map((step) => progressLine(step, preview, messages))}
            </ol>`
          : nothing
      }
    </div>
    <div role="alert">${result?.outcome === 'refused' ? refusal(result, preview, messages) : nothing}</div>
  </div>`;
}

function progressLine({ step, state }: PlanProgress, preview: ManifestPreviewController, messages: Messages) {
  const words: Record<PlanStep, string> = {
    check: preview.hasCredentials ? messages.stepCheck : messages.stepCheckOne,
    secret: messages.stepSecret,
    storage: messages.stepStorage,
    'roll-back': messages.stepRollBack,
  };
  const said = { running: messages.stepRunning, done: messages.stepDone, failed: messages.stepFailed }[state];
  const shape = ({ running: 'progress', done: 'done', failed: 'clear' } as const)[state];
  return html`<li class=${state}>
    <span class=${state === 'running' ? 'step-icon spinning' : 'step-icon'}>${icon(shape)}</span>
    <span>${words[step]}</span><span class="muted">${said}</span>
  </li>`;
}

function refusal(
  result: Extract<PlanResult, { outcome: 'refused' }>,
  preview: ManifestPreviewController,
  messages: Messages,
): TemplateResult {
  const { error, refused, leftBehind } = result;
  const secret = preview.objects.find(({ kind }) => kind === 'Secret')?.metadata?.name ?? '';
  return html`<div part="refusal" class="callout danger">
    ${icon('danger')}
    <div>
      <p class="callout-title">${refused === 'secret' ? messages.refusedSecret : messages.refusedStorage}</p>
      ${
        error.causes.length > 0
          ? html`<ul>
              ${error.causes.map(
                ({ field, message }) => html`<li>${field ? html`<code>${field}</code>: ` : nothing}${message}</li>`,
              )}
            </ul>`
          : html`<p>${withoutWebhookPrefix(error.message)}</p>`
      }
      ${
        refused === 'secret' && error.code === 'already-exists'
          ? html`<p>${messages.secretExists(secret)}</p>`
          : nothing
      }
      ${leftBehind ? leftBehindLines(leftBehind, messages) : html`<p class="muted">${messages.refusedNothingWritten}</p>`}
    </div>
  </div>`;
}

function leftBehindLines({ namespace, name, error }: LeftBehind, messages: Messages): TemplateResult {
  return html`<p>${messages.leftBehind(`${namespace}/${name}`)} ${messages.leftBehindWhy} ${error.message}</p>
    <p>${messages.leftBehindCommand} <code>kubectl delete secret ${name} -n ${namespace}</code></p>`;
}

function footer({ preview, messages, onPrevious, onSubmit }: ManifestView): TemplateResult | typeof nothing {
  if (!onPrevious && !onSubmit) return nothing;
  return html`<div part="footer" class="form-footer">
    ${
      onPrevious
        ? html`<button
            type="button"
            part="previous"
            class="button"
            ?disabled=${preview.submitting || preview.issues.length > 0}
            @click=${onPrevious}
          >
            ${icon('previous')}${messages.previous}
          </button>`
        : nothing
    }
    ${
      onSubmit
        ? html`<button
            type="button"
            part="submit"
            class="button primary end"
            ?disabled=${preview.submitting || !preview.valid}
            @click=${onSubmit}
          >
            ${preview.submitting ? messages.submitting : messages.submit}
          </button>`
        : nothing
    }
  </div>`;
}

export const manifestStyles = css`
  .manifest-toolbar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 16px;
    margin-block-end: 8px;
  }

  .segments {
    display: inline-flex;
    border: 1px solid var(--_control-border);
    border-radius: var(--_radius);
    overflow: clip;
  }

  .segment {
    position: relative;
    cursor: pointer;
  }

  .segment input {
    position: absolute;
    inset: 0;
    margin: 0;
    opacity: 0;
    cursor: inherit;
  }

  .segment span {
    display: block;
    min-block-size: 30px;
    padding: 4px 14px;
    font-weight: 500;
  }

  .segment input:checked + span {
    background: var(--_accent);
    color: var(--_on-accent);
  }

  .segment input:focus-visible + span {
    outline: 2px solid var(--_focus);
    outline-offset: -4px;
    outline-color: currentColor;
  }

  .segment input:disabled + span {
    opacity: 0.55;
    cursor: not-allowed;
  }

  .check {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-block-size: 28px;
    cursor: pointer;
  }

  .check input {
    inline-size: 16px;
    block-size: 16px;
    accent-color: var(--_accent);
  }

  .copy {
    margin-inline-start: auto;
  }

  .copy-state {
    font-size: 0.875em;
    color: var(--_muted);
  }

  .copy-state:empty {
    display: none;
  }

  .editor {
    min-block-size: 12rem;
    max-block-size: var(--backupstorage-editor-max-height, 60vh);
    overflow: auto;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
  }

  .masks {
    margin-block-start: 6px;
  }

  .plain-text {
    display: block;
    inline-size: 100%;
    padding: 10px 12px;
    border: 0;
    background: transparent;
    font-size: 0.875em;
    line-height: 1.55;
    resize: none;
  }

  .callout {
    --_tone: var(--_info);
    display: flex;
    gap: 10px;
    margin-block-start: 12px;
    padding: 10px 12px;
    border: 1px solid color-mix(in srgb, var(--_tone) 40%, transparent);
    border-radius: var(--_radius);
    background: color-mix(in srgb, var(--_tone) 7%, transparent);
    overflow-wrap: anywhere;
  }

  .callout.danger {
    --_tone: var(--_danger);
  }

  .callout.success {
    --_tone: var(--_success);
  }

  .callout > .icon {
    margin-block-start: 0.2em;
    color: var(--_tone);
  }

  .callout > div {
    display: grid;
    gap: 4px;
    min-inline-size: 0;
  }

  .callout-title {
    font-weight: 600;
  }

  .callout ul {
    padding-inline-start: 1.2em;
  }

  .place {
    color: var(--_muted);
    font-variant-numeric: tabular-nums;
  }

  code {
    font-family: var(--_mono);
    font-size: 0.9375em;
  }

  .progress {
    display: grid;
    gap: 4px;
    margin-block-start: 12px;
    list-style: none;
  }

  .progress li {
    display: flex;
    gap: 8px;
  }

  .progress .done .icon {
    color: var(--_success);
  }

  .progress .failed .icon {
    color: var(--_danger);
  }

  .step-icon {
    display: inline-grid;
    place-items: center;
  }

  .form-footer {
    position: sticky;
    inset-block-end: 0;
    z-index: 2;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 16px;
    margin-block-start: 16px;
    padding-block: 12px;
    border-block-start: 1px solid var(--_border);
    background: var(--_surface);
  }

  .form-footer .end {
    margin-inline-start: auto;
  }
`;
