import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import type { ManifestPreviewController } from '../../controllers/manifest-preview-controller.js';
import type { ManifestWords } from '../../locales/index.js';
import type { ManifestDiagnostic } from '../../manifest/diagnostics.js';
import { apiVersionOf, SECRETS } from '../../model/resources.js';
import { codeEditor } from './code-editor/code-editor.js';
import { icon } from './icons.js';
import { keepInView } from './keep-in-view.js';
import type { LeftBehindView } from './manifest-left-behind.js';
import { plainManifest } from './manifest-plain.js';
import type { TakeAway } from './manifest-take-away.js';
import { manifestToolbar } from './manifest-toolbar.js';
import { manifestVerdict } from './manifest-verdict.js';

export interface ManifestView extends Pick<LeftBehindView, 'onConverged'> {
  preview: ManifestPreviewController;
  messages: ManifestWords;
  /** The text can be read and copied only. */
  readonly: boolean;
  /** Copies and saves. */
  takeAway: TakeAway;
  /** The editor has taken the place of the plain text field. */
  editorReady: boolean;
  onEditorReady: () => void;
  /** Absent: there is nowhere to go back to. */
  onPrevious?: (() => void) | undefined;
  /** Absent: nothing is submitted from here. */
  onSubmit?: (() => void) | undefined;
}

/** The manifest as text, its faults, what the server says, and the ways back and on. */
export function manifestView(view: ManifestView): TemplateResult {
  const { preview, messages, takeAway, readonly, onSubmit } = view;
  const submits = onSubmit !== undefined && preview.submittable;
  return html`
    ${manifestToolbar(preview, takeAway, messages)}
    <div
      class=${submits && (preview.verdict.is !== 'none' || !preview.creatable) ? 'manifest-body with-verdict' : 'manifest-body'}
    >
      <div class="manifest-main">
        ${editor(view)}
        ${
          preview.hasCredentials && !preview.revealed && !readonly
            ? html`<p class="help masks">${messages.masksExplained}</p>`
            : nothing
        }
        ${problems(view)}
      </div>
      ${
        submits
          ? manifestVerdict({
              preview,
              messages,
              onConverged: view.onConverged,
              onCopyCommand: (command: string) => void takeAway.copyThis(command),
            })
          : nothing
      }
    </div>
    ${footer(view, submits)}
  `;
}

/** A plain text field is there at once; CodeMirror takes its place when it has come. */
function editor({ preview, messages, readonly, editorReady, onEditorReady }: ManifestView): TemplateResult {
  const label = messages.manifestLabel(preview.format === 'yaml' ? messages.yaml : messages.json);
  const locked = readonly || preview.submitting;
  const { text, format, diagnostics, schemaOf, selection, type } = preview;
  const onInput = (typed: string) => preview.edit(typed);
  const kinds = [type, SECRETS].map((one) => ({ apiVersion: apiVersionOf(one), kind: one.kind }));
  return html`<div
    part="editor"
    class="editor"
    ${codeEditor({
      text,
      format,
      readonly: locked,
      label,
      diagnostics,
      selection,
      schemaOf,
      kinds,
      messages,
      onInput,
      onReady: onEditorReady,
    })}
  >
    ${editorReady ? nothing : plainManifest({ text, format, label, readonly: locked, onInput })}
  </div>`;
}

function problems({ preview, messages, readonly }: ManifestView): TemplateResult {
  const { diagnostics } = preview;
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  // The region is always there, or what appears in it would not be announced.
  return html`<div part="problems" role="status" class="problems">
    ${
      diagnostics.length === 0
        ? nothing
        : html`<div class="callout ${errors > 0 ? 'danger' : 'warning'}">
            ${icon('warning')}
            <div>
              <p class="callout-title">
                ${errors > 0 ? messages.manifestProblems(errors) : messages.manifestWarnings(diagnostics.length)}
              </p>
              <ul>
                ${diagnostics.slice(0, MOST_PROBLEMS).map((diagnostic) => problem(diagnostic, preview, messages))}
              </ul>
              ${
                diagnostics.length > MOST_PROBLEMS
                  ? html`<p>${messages.moreProblems(diagnostics.length - MOST_PROBLEMS)}</p>`
                  : nothing
              }
              ${
                preview.issues.length > 0 && preview.revertible && !readonly
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

/** A list of hundreds of faults helps nobody; each is marked in the text. */
const MOST_PROBLEMS = 20;

function problem(
  diagnostic: ManifestDiagnostic,
  preview: ManifestPreviewController,
  messages: ManifestWords,
): TemplateResult {
  const { line, column, message } = diagnostic;
  return html`<li>
    <button type="button" class="link place" @click=${() => preview.goTo(diagnostic)}>
      ${messages.problemAt(line, column)}
    </button>
    ${message}
  </li>`;
}

function footer(
  { preview, messages, onPrevious, onSubmit }: ManifestView,
  submits: boolean,
): TemplateResult | typeof nothing {
  if (!onPrevious && !submits) return nothing;
  // Not `disabled`: that would drop the focus when it comes while a button has it, as Submit has when it is pressed.
  const mayGoBack = !preview.submitting && preview.issues.length === 0;
  const maySubmit = !preview.submitting && preview.valid && preview.creatable && !preview.denied;
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
      submits
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
  // What the server said last goes before what could be seen already.
  const found = ['[part=refusal]', '.verdict .callout', '.problems .callout'].map((one) =>
    shadowRoot?.querySelector(one),
  );
  const shown = found.find((one) => one);
  if (shown) keepInView(shown, shown.closest('.manifest-body') ?? shown);
}
