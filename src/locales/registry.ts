import type { Formats } from './formats.js';
import type { Group, Table } from './group.js';
import type { Translation } from './languages.js';
import type { Messages } from './index.js';
import { tagOf } from './tags.js';

/** Some of the words, by the keys of our own. */
export type PartialMessages = {
  readonly [Key in keyof Messages]?: Messages[Key] extends string | ((...args: never[]) => string)
    ? Messages[Key]
    : Partial<Messages[Key]>;
};

/** A host's words: a table, or a function that makes one with the formats of the language. */
export type Replacement = PartialMessages | ((formats: Formats) => PartialMessages);

const tables = new Map<string, Map<string, Table>>();
const replacements = new Map<string, Replacement[]>();
const loading = new Map<string, Promise<void>>();
const listeners = new Set<() => void>();
let revision = 0;

/** Changes with everything that is registered or has been loaded. */
export function wordsRevision(): number {
  return revision;
}

/** Calls back whenever words have been registered or loaded, until the function that is returned is called. */
export function onWords(changed: () => void): () => void {
  listeners.add(changed);
  return () => listeners.delete(changed);
}

/**
 * Replaces words of a language: of all elements, those on the page included, from now on. What was replaced before stays
 * replaced. A language that the library does not have can be added in this way; what is left out stays English.
 *
 * @param locale - BCP 47 tag. Words for `de` serve `de-AT` as well, those for `de-AT` only that.
 */
export function registerMessages(locale: string, words: Replacement): void {
  const tag = tagOf(locale);
  if (tag === undefined) throw new RangeError(`${JSON.stringify(locale)} is no language tag.`);
  replacements.set(tag, [...(replacements.get(tag) ?? []), words]);
  changed();
}

/** Makes a whole language known before any element asks for it. */
export function registerLanguage(language: string, groups: Readonly<Record<string, Table>>): void {
  const known = tables.get(language) ?? new Map<string, Table>();
  for (const [name, table] of Object.entries(groups)) known.set(name, table);
  tables.set(language, known);
  changed();
}

export function replacementsFor(tag: string): readonly Replacement[] {
  return replacements.get(tag) ?? [];
}

/** The words of a group in a language other than English, if they are there. */
export function tableOf(group: string, language: string): Table | undefined {
  return tables.get(language)?.get(group);
}

/** Which of these languages is known: it came with the library, or was registered. */
export function knownAmong(chain: readonly string[], { translations }: Group): string | undefined {
  return chain.find((tag) => tag === 'en' || tables.has(tag) || Object.hasOwn(translations, tag));
}

/** Loads the words of a group. Never rejects: English stays where they cannot be had, and the next one to ask tries again. */
export function loadTable({ name, translations }: Group, language: string): Promise<void> {
  const load = Object.hasOwn(translations, language) ? translations[language as Translation] : undefined;
  if (!load || tableOf(name, language)) return Promise.resolve();
  const key = `${language} ${name}`;
  let under = loading.get(key);
  if (!under) {
    under = load()
      .then(
        (table) => registerLanguage(language, { [name]: table }),
        () => undefined,
      )
      .finally(() => loading.delete(key));
    loading.set(key, under);
  }
  return under;
}

function changed(): void {
  revision += 1;
  for (const listener of [...listeners]) listener();
}
