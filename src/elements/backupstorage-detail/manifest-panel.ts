import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import type { WholeObject } from '../../controllers/detail/whole-object.js';
import type { DataSourceError } from '../../data-source/errors.js';
import { saidOf } from '../../data-source/request-faults.js';
import type { DetailWords, Group, ManifestWords } from '../../locales/index.js';
import { icon } from '../parts/icons.js';
import { sentences } from '../parts/sentences.js';
import { skeletonTable } from '../parts/skeleton.js';
import { stateMessage } from '../parts/state-message.js';
import type { ManifestTab } from './manifest-tab.js';

interface PanelLanguage {
  words: () => DetailWords;
  addWords: (groups: readonly Group[]) => Promise<void>;
}

/** What the Manifest tab shows; its code is loaded when it is first opened. */
export class ManifestPanel {
  #tab: ManifestTab | undefined;
  #loading = false;
  #failed = false;

  constructor(
    private readonly host: LitElement,
    private readonly language: PanelLanguage,
  ) {}

  /** To be called before each render: loads the code when it is first wanted, and forgets the text when it is left. */
  want(isOpen: boolean): void {
    if (!isOpen) this.#tab?.leave();
    else if (!this.#tab && !this.#loading && !this.#failed) void this.#load();
  }

  render(whole: WholeObject): TemplateResult {
    const messages = this.language.words();
    const { object, error } = whole;
    const failed = this.#failed || (error && !object);
    if (failed) {
      const heading =
        error?.code === 'forbidden'
          ? messages.manifestForbidden
          : error?.code === 'not-found'
            ? messages.manifestGone
            : messages.manifestFailed;
      return stateMessage({
        icon: error?.code === 'forbidden' ? 'forbidden' : 'danger',
        heading,
        text: error && saidOf(error, messages),
        action: html`<button type="button" class="button" @click=${() => this.#retry(whole)}>
          ${icon('retry')}${messages.retry}
        </button>`,
      });
    }
    if (!object || !this.#tab)
      return html`<div class="table-region">${skeletonTable(1, messages.manifestLoading)}</div>`;
    return html`${error ? this.#old(whole, error) : nothing} ${this.#tab.render(object)}`;
  }

  #old(whole: WholeObject, error: DataSourceError): TemplateResult {
    const messages = this.language.words();
    return html`<div class="reason warning">
      ${icon('warning')}
      <div>
        <p>${sentences(messages.manifestOld, saidOf(error, messages))}</p>
        <p>
          <button type="button" class="button" @click=${() => this.#retry(whole)}>
            ${icon('retry')}${messages.retry}
          </button>
        </p>
      </div>
    </div>`;
  }

  #retry(whole: WholeObject): void {
    this.#failed = false;
    whole.read();
    this.host.requestUpdate();
  }

  async #load(): Promise<void> {
    this.#loading = true;
    try {
      const { MANIFEST_WORDS, ManifestTab } = await import('./manifest-tab.js');
      await this.language.addWords(MANIFEST_WORDS);
      this.#tab = new ManifestTab(this.host, () => this.language.words() as DetailWords & ManifestWords);
    } catch {
      // A page that is older than its server: the file is not there any more.
      this.#failed = true;
    }
    this.#loading = false;
    this.host.requestUpdate();
  }
}
