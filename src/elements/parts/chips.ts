import { css, html, type TemplateResult } from 'lit';
import type { SharedWords } from '../../locales/index.js';
import { none } from './cells.js';
import { icon } from './icons.js';

export interface CopyChip {
  /** What is shown. */
  text: string;
  /** What is copied. */
  copy: string;
}

/** Copies a text, and says so. */
export type OnCopy = (text: string, shown: string) => void;

/** Something to copy by a press: the text itself is the button. */
export function copyButton({ text, copy }: CopyChip, messages: SharedWords, onCopy: OnCopy): TemplateResult {
  return html`<button type="button" part="copy-chip" class="chip" @click=${() => onCopy(copy, text)}>
    <span class="visually-hidden">${messages.copyThis} </span><span class="mono">${text}</span>${icon('copy')}
  </button>`;
}

/** Labels or annotations as chips that copy `key: value`; a dash when there are none. */
export function copyChips(
  entries: Record<string, string> | undefined,
  messages: SharedWords,
  onCopy: OnCopy,
): TemplateResult {
  const shown = Object.entries(entries ?? {});
  if (shown.length === 0) return none(messages);
  return html`<ul class="chips">
    ${shown.map(([key, value]) => {
      const text = value === '' ? key : `${key}: ${value}`;
      return html`<li>${copyButton({ text, copy: text }, messages, onCopy)}</li>`;
    })}
  </ul>`;
}

export const chipsStyles = css`
  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 6px;
    list-style: none;
  }

  .chips li {
    max-inline-size: 100%;
  }

  .chip {
    position: relative;
    display: inline-flex;
    align-items: center;
    gap: 6px;
    max-inline-size: 100%;
    min-block-size: 24px;
    padding: 1px 8px;
    border: 1px solid var(--_border);
    border-radius: 999px;
    background: none;
    text-align: start;
    overflow-wrap: anywhere;
    cursor: copy;
  }

  .chip .mono {
    min-inline-size: 0;
    font-size: 0.875em;
  }

  .chip:hover {
    background: var(--_hover);
  }

  .chip .icon {
    inline-size: 12px;
    block-size: 12px;
    color: var(--_muted);
  }
`;
