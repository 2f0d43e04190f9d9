import { html, type TemplateResult } from 'lit';
import { dateFormat } from '../../locales/formatters.js';

/** A moment in the words of the reader's locale and time zone; the exact one for machines. */
export function timeText(at: number, locale: string): TemplateResult {
  return html`<time datetime=${new Date(at).toISOString()}>${timeWords(at, locale)}</time>`;
}

/** The same as plain text. */
export function timeWords(at: number, locale: string): string {
  return dateFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(at);
}
