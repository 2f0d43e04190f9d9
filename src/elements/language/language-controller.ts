import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { Words, type Group, type PartialMessages } from '../../locales/index.js';
import type { MessagesOf } from '../../locales/group.js';
import type { Formats } from '../../locales/formats.js';
import { regionOf, tagOf } from '../../locales/tags.js';
import { pageLanguageOf, watchPageLanguage } from './page-language.js';

interface LanguageHost extends ReactiveControllerHost, Element {
  /** What the host page says of this one element; empty when it says nothing. */
  readonly locale: string;
  readonly words: PartialMessages | undefined;
}

/** The words of one element: in the language that it is told, else in that of the page around it. */
export class LanguageController<Groups extends readonly Group[]> implements ReactiveController {
  readonly #host: LanguageHost;
  readonly #words: Words<Groups>;
  #stop: (() => void)[] = [];

  constructor(host: LanguageHost, groups: Groups) {
    this.#host = host;
    this.#words = new Words(groups);
    host.addController(this);
  }

  hostConnected(): void {
    const changed = () => this.#host.requestUpdate();
    this.#stop = [watchPageLanguage(this.#host, changed), this.#words.listen(changed)];
    // It may have been moved to where another language is spoken.
    changed();
  }

  hostDisconnected(): void {
    for (const stop of this.#stop) stop();
    this.#stop = [];
  }

  /** To be called before each render: looks up the language. Something to wait for is returned while it is being loaded. */
  settle(): Promise<void> | undefined {
    const { locale, words: own } = this.#host;
    const told = tagOf(locale);
    const page = told === undefined ? tagOf(pageLanguageOf(this.#host)) : undefined;
    const region = page === undefined ? told : regionOf(page, globalThis.navigator?.languages ?? []);
    this.#words.want({ locale: told ?? page, region, own });
    return this.#words.pending;
  }

  /** More words, for a part that has been loaded. */
  add(groups: readonly Group[]): Promise<void> {
    return this.#words.add(groups);
  }

  get messages(): MessagesOf<Groups> {
    return this.#words.messages;
  }

  get formats(): Formats {
    return this.#words.formats;
  }
}
