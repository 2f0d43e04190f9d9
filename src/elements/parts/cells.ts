import { html, type TemplateResult } from 'lit';
import type { Formats } from '../../locales/formats.js';
import type { CommonMessages } from '../../locales/index.js';
import { formatAge } from '../../model/age.js';
import { exactTitle } from './exact-title.js';
import { icon } from './icons.js';

/** A dash that is also a word for screen readers, which say nothing at a dash. */
export function none(messages: CommonMessages): TemplateResult {
  return html`<span class="muted" aria-hidden="true">${messages.none}</span
    ><span class="visually-hidden">${messages.noneSpoken}</span>`;
}

export function orNone(value: unknown, messages: CommonMessages): unknown {
  return value === undefined || value === '' ? none(messages) : value;
}

/** The number stays before its unit, whichever way the page runs. */
export function size(text: string | undefined, messages: CommonMessages): TemplateResult {
  return text === undefined || text === '' ? none(messages) : html`<bdi dir="ltr">${text}</bdi>`;
}

/** The age in kubectl's words; a pointer on it shows the absolute time. */
export function age(createdAt: number | undefined, now: number, formats: Formats, messages: CommonMessages): unknown {
  if (createdAt === undefined) return none(messages);
  return html`<time datetime=${new Date(createdAt).toISOString()} ${exactTitle(createdAt, formats)}
    >${formatAge(createdAt, now)}</time
  >`;
}

/** A short name stays in one line in cells that break their lines; a long one may break. */
export function unbroken(text: string): unknown {
  return text.length <= 24 ? html`<span class="unbroken">${text}</span>` : text;
}

/** The name of a provider; one that nobody knows stands for itself. */
export function providerWord(name: string, { providerLabels }: CommonMessages): string {
  return Object.hasOwn(providerLabels, name) ? providerLabels[name as keyof typeof providerLabels] : name;
}

export function provider(name: string | undefined, messages: CommonMessages): unknown {
  if (name === undefined) return none(messages);
  return html`<span class="provider">${icon('storage')}${providerWord(name, messages)}</span>`;
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
