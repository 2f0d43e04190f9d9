import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { ManifestPreviewController } from '../../controllers/manifest-preview-controller.js';
import type { Messages } from '../../locales/index.js';
import type { ManifestFormat } from '../../manifest/serialize.js';
import { codeEditor } from './code-editor/code-editor.js';
import { icon } from './icons.js';
import { manifestVerdict } from './manifest-verdict.js';

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
    ${problems(view)} ${manifestVerdict(preview, messages)} ${footer(view)}
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

function footer({ preview, messages, onPrevious, onSubmit }: ManifestView): TemplateResult | typeof nothing {
  if (!onPrevious && !onSubmit) return nothing;
  // Not `disabled`: that would drop the focus when it comes while a button has it, as Submit has when it is pressed.
  const mayGoBack = !preview.submitting && preview.issues.length === 0;
  const maySubmit = !preview.submitting && preview.valid;
  return html`<div part="footer" class="form-footer">
    ${
      onPrevious
        ? html`<button
            type="button"
            part="previous"
            class="button"
            aria-disabled=${mayGoBack ? nothing : 'true'}
            @click=${() => mayGoBack && onPrevious()}
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
            aria-disabled=${maySubmit ? nothing : 'true'}
            @click=${onSubmit}
          >
            ${preview.submitting ? messages.submitting : messages.submit}
          </button>`
        : nothing
    }
  </div>`;
}

/** The control that holds the manifest: the editor, or the plain text field before it has come. */
export function editorOf({ shadowRoot }: LitElement): HTMLElement | null | undefined {
  return shadowRoot?.querySelector<HTMLElement>('.editor .cm-content, .editor textarea');
}

/** Brings into view what keeps the manifest from being created: it stands below the editor, perhaps below the fold. */
export async function showVerdict({ updateComplete, shadowRoot }: LitElement): Promise<void> {
  await updateComplete;
  shadowRoot?.querySelector('.verdict .callout, .problems .callout')?.scrollIntoView({ block: 'nearest' });
}
