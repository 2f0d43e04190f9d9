import { css, html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { ManifestFormat } from '../../manifest/serialize.js';
import { withLineEnds } from './code-editor/line-ends.js';
import { tokenLines } from './manifest-tokens.js';

export interface PlainManifest {
  text: string;
  format: ManifestFormat;
  label: string;
  readonly: boolean;
  onInput: (text: string) => void;
}

/**
 * The manifest without the editor: there at once, coloured, editable, and there for good where the editor cannot be
 * loaded. A text field that shows only its caret lies over the coloured lines, letter upon letter; its metrics are the
 * editor's, so that nothing moves when that comes.
 */
export function plainManifest({ text, format, label, readonly, onInput }: PlainManifest): TemplateResult {
  const lines = tokenLines(text, format).map((tokens) => {
    const pieces = tokens.map(([piece, kind]) => html`<span class=${kind}>${piece}</span>`);
    // On one line: white space counts in here.
    return html`<div class="plain-line">${pieces}</div>`;
  });
  return html`<div class="plain-view">
    <div class="plain-lines" aria-hidden="true">${lines}</div>
    <textarea
      class="plain-text"
      aria-label=${label}
      spellcheck="false"
      autocomplete="off"
      autocapitalize="off"
      ?readonly=${readonly}
      .value=${live(text)}
      @input=${(event: Event) => onInput(withLineEnds((event.target as HTMLTextAreaElement).value, text))}
    ></textarea>
  </div>`;
}

export const plainManifestStyles = css`
  .editor {
    --_gutter: 4.75em;
  }

  /* The same for both, or lines would break elsewhere when the editor comes. */
  .editor .cm-gutters {
    min-inline-size: var(--_gutter);
  }

  .plain-view {
    position: relative;
    min-block-size: 100%;
    font-family: var(--_mono);
    font-size: 0.875em;
    line-height: 1.55;
    tab-size: 4;
  }

  /* For the moment in which both are there. */
  .editor:has(> .cm-editor) .plain-view {
    display: none;
  }

  .plain-lines {
    counter-reset: line;
    padding-block: 10px;
    background: linear-gradient(to right, var(--_raised) var(--_gutter), transparent 0);
  }

  .plain-line {
    counter-increment: line;
    position: relative;
    min-block-size: 1lh;
    padding-inline: calc(var(--_gutter) + 6px) 2px;
  }

  .plain-line,
  .plain-text {
    white-space: break-spaces;
    word-break: break-word;
    overflow-wrap: anywhere;
  }

  .plain-line::before {
    content: counter(line);
    position: absolute;
    inset-inline-start: 0;
    min-inline-size: 1.6em;
    text-align: end;
    color: var(--_muted);
  }

  .plain-line .key {
    color: var(--_accent);
  }

  .plain-line .literal {
    color: var(--_warning);
  }

  .plain-line .comment {
    color: var(--_muted);
    font-style: italic;
  }

  .plain-line .punctuation {
    color: var(--_muted);
  }

  .plain-text {
    position: absolute;
    inset-block: 0;
    inset-inline: var(--_gutter) 0;
    inline-size: calc(100% - var(--_gutter));
    block-size: 100%;
    margin: 0;
    padding: 10px 2px 10px 6px;
    border: 0;
    overflow: hidden;
    background: transparent;
    font: inherit;
    tab-size: inherit;
    color: transparent;
    caret-color: CanvasText;
    resize: none;
  }

  .plain-text::selection {
    background: color-mix(in srgb, var(--_accent) 28%, transparent);
    color: transparent;
  }

  .editor .plain-text:focus-visible {
    outline: none;
  }

  @media (forced-colors: active) {
    .plain-text {
      forced-color-adjust: none;
    }
  }
`;
