import type { Formats } from '../../locales/formats.js';
import { html, type TemplateResult } from 'lit';

/** A moment in the words of the reader's locale and time zone; the exact one for machines. */
export function timeText(at: number, formats: Formats): TemplateResult {
  return html`<time datetime=${new Date(at).toISOString()}>${timeWords(at, formats)}</time>`;
}

/** The same as plain text. */
export function timeWords(at: number, formats: Formats): string {
  return formats.dateTime(at);
}
