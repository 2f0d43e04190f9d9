import { formatsOf, type Formats } from './formats.js';
import type { Group, MessagesOf } from './group.js';
import { overlaid, replaced, type AnyMessages } from './merge.js';
import {
  knownAmong,
  loadTable,
  onWords,
  replacementsFor,
  tableOf,
  wordsRevision,
  type PartialMessages,
  type Replacement,
} from './registry.js';
import { lookupChain, tagOf } from './tags.js';

/** For so long a translation is waited for before English is shown in its place, in milliseconds. */
const PATIENCE_MS = 1_000;

export interface WordsOptions {
  /** BCP 47 tag of the language. Without one, or with one that nobody has words for, the words are English. */
  locale?: string | undefined;
  /** BCP 47 tag that dates and numbers follow; without one the locale, and without that the browser's own. */
  region?: string | undefined;
  /** Replaces some of the words, here only. */
  own?: PartialMessages | undefined;
}

/**
 * The words of some groups in one language: ours, what was registered over them, and replacements of this one user.
 * The table is another object whenever a word in it may be another one, so that what was made of it can be told to be old.
 */
export class Words<Groups extends readonly Group[]> {
  #groups: readonly Group[];
  #options: WordsOptions = {};
  #tag: string | undefined;
  #made: { revision: number; messages: AnyMessages } | undefined;
  /** The language that was waited for in vain. */
  #givenUp: string | undefined;

  constructor(groups: Groups, options: WordsOptions = {}) {
    this.#groups = groups;
    this.want(options);
  }

  /** Another language, other replacements. */
  want(options: WordsOptions): void {
    const { locale, region, own } = this.#options;
    if (options.locale === locale && options.region === region && options.own === own) return;
    this.#options = options;
    this.#tag = tagOf(options.locale);
    this.#made = undefined;
  }

  /** More words, such as those of a part that has been loaded. Resolves when its translation is there, or not to be had. */
  async add(groups: readonly Group[]): Promise<void> {
    const more = groups.filter((group) => !this.#groups.includes(group));
    if (more.length > 0) {
      this.#groups = [...this.#groups, ...more];
      this.#made = undefined;
      this.#givenUp = undefined;
    }
    await this.pending;
  }

  get messages(): MessagesOf<Groups> {
    const revision = wordsRevision();
    if (this.#made?.revision !== revision) this.#made = { revision, messages: this.#make() };
    return this.#made.messages as MessagesOf<Groups>;
  }

  /** Numbers, dates and lists as the words have them. */
  get formats(): Formats {
    return formatsOf(this.language === 'en' && !this.#isReplaced ? this.#english : this.#tag!, this.#region);
  }

  /** The language of the words. */
  get language(): string {
    return knownAmong(this.#chain, this.#groups[0]!) ?? 'en';
  }

  /** While a translation is on its way: resolves when there is nothing more to wait for. It never rejects. */
  get pending(): Promise<void> | undefined {
    const { language } = this;
    const missing = this.#groups.filter(({ name }) => language !== 'en' && !tableOf(name, language));
    if (missing.length === 0 || this.#givenUp === language) return undefined;
    let timer: ReturnType<typeof setTimeout>;
    const patience = new Promise<void>((resolve) => (timer = setTimeout(resolve, PATIENCE_MS)));
    const loaded = Promise.all(missing.map((group) => loadTable(group, language)));
    return Promise.race([loaded, patience]).then(() => {
      clearTimeout(timer);
      if (missing.some(({ name }) => !tableOf(name, language))) this.#givenUp = language;
    });
  }

  /** Calls back when the words may be others, until the function that is returned is called. */
  listen(changed: () => void): () => void {
    return onWords(changed);
  }

  get #chain(): readonly string[] {
    return this.#tag === undefined ? ['en'] : lookupChain(this.#tag);
  }

  get #region(): string | undefined {
    return tagOf(this.#options.region) ?? this.#tag;
  }

  /** A page in British English has words of the same language. */
  get #english(): string {
    return this.#chain.includes('en') && this.#tag !== undefined ? this.#tag : 'en';
  }

  /** A language of the host's own. */
  get #isReplaced(): boolean {
    return !this.#chain.includes('en') && this.#chain.some((tag) => replacementsFor(tag).length > 0);
  }

  #make(): AnyMessages {
    const { language } = this;
    const chain = [...this.#chain].reverse();
    const english = formatsOf(this.#english, this.#region);
    let messages = this.#tables((group) => group.english, english);
    messages = this.#replace(messages, ['en'], english);
    if (language !== 'en')
      messages = overlaid(
        messages,
        this.#tables(({ name }) => tableOf(name, language), formatsOf(this.#tag!, this.#region)),
      );
    const others = chain.filter((tag) => tag !== 'en');
    messages = this.#replace(messages, others, this.formats);
    return this.#options.own ? replaced(messages, this.#options.own) : messages;
  }

  #tables(tableFor: (group: Group) => Group['english'] | undefined, formats: Formats): AnyMessages {
    return Object.assign({}, ...this.#groups.map((group) => tableFor(group)?.(formats))) as AnyMessages;
  }

  #replace(messages: AnyMessages, tags: readonly string[], formats: Formats): AnyMessages {
    const given = tags.flatMap((tag) => replacementsFor(tag)).map((words) => wordsIn(words, formats));
    return given.reduce(replaced, messages);
  }
}

/** A host's function that throws says nothing. */
function wordsIn(words: Replacement, formats: Formats): AnyMessages {
  if (typeof words !== 'function') return words;
  try {
    return words(formats) ?? {};
  } catch {
    return {};
  }
}
