import { html, type TemplateResult } from 'lit';
import { dateFormat } from '../../locales/formatters.js';
import type { Messages } from '../../locales/index.js';
import { formatAge } from '../../model/age.js';
import { providerLabel } from '../../model/providers.js';
import { icon } from './icons.js';

/** A dash that is also a word for screen readers, which say nothing at a dash. */
export function none(messages: Messages): TemplateResult {
  return html`<span class="muted" aria-hidden="true">${messages.none}</span
    ><span class="visually-hidden">${messages.noneSpoken}</span>`;
}

export function orNone(value: unknown, messages: Messages): unknown {
  return value === undefined || value === '' ? none(messages) : value;
}

/** The number stays before its unit, whichever way the page runs. */
export function size(text: string | undefined, messages: Messages): TemplateResult {
  return text === undefined || text === '' ? none(messages) : html`<bdi dir="ltr">${text}</bdi>`;
}

/** The age in kubectl's words, the absolute time as its title. */
export function age(createdAt: number | undefined, now: number, locale: string, messages: Messages): unknown {
  if (createdAt === undefined) return none(messages);
  const title = dateFormat(locale, { dateStyle: 'medium', timeStyle: 'long' }).format(createdAt);
  return html`<time datetime=${new Date(createdAt).toISOString()} title=${title}>${formatAge(createdAt, now)}</time>`;
}

/** A short name stays in one line in cells that break their lines; a long one may break. */
export function unbroken(text: string): unknown {
  return text.length <= 24 ? html`<span class="unbroken">${text}</span>` : text;
}

export function provider(name: string | undefined, messages: Messages): unknown {
  if (name === undefined) return none(messages);
  return html`<span class="provider">${icon('storage')}${providerLabel(name)}</span>`;
}

/** A name that leads on: a real link where the host gave a template, else a button, so that it can always be reached. */
export function nameLink(
  text: string,
  href: string | undefined,
  onSelect: (event: Event) => void,
  part = 'name-link',
): TemplateResult {
  return href === undefined
    ? html`<button type="button" part=${part} class="link" title=${text} @click=${onSelect}>${text}</button>`
    : html`<a part=${part} href=${href} title=${text} @click=${onSelect}>${text}</a>`;
}

/** Fills `{namespace}` and `{name}` of a host's link template, escaped; undefined without a template. */
export function fillTemplate(
  template: string | undefined,
  { namespace, name }: { namespace: string; name: string },
): string | undefined {
  if (!template) return undefined;
  return template
    .replaceAll('{namespace}', encodeURIComponent(namespace))
    .replaceAll('{name}', encodeURIComponent(name));
}
