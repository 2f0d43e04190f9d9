import { ContextConsumer } from '@lit/context';
import { LitElement, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { dataSourceContext } from '../controllers/data-source-context.js';
import type { DataSource } from '../data-source/types.js';
import type { Formats } from '../locales/formats.js';
import { common } from '../locales/groups/common.js';
import type { Group, MessagesOf } from '../locales/group.js';
import type { PartialMessages } from '../locales/registry.js';
import { LanguageController } from './language/language-controller.js';

/** For how long a provider without a data source is taken to be loading one, in milliseconds. */
const PROVIDER_MS = 2_000;

/**
 * What every element of this library has in common: where its objects come from, its language, its clock, its tokens.
 *
 * @cssprop [--backupstorage-font-size=inherit] - Font size.
 * @cssprop [--backupstorage-font-mono=ui-monospace, monospace] - Font of manifests and identifiers.
 * @cssprop [--backupstorage-radius=6px] - Corner radius.
 * @cssprop [--backupstorage-row-height=36px] - Height of a table row.
 * @cssprop [--backupstorage-color-accent=light-dark(#0b57d0, #a8c7fa)] - Links, the primary action, focus.
 * @cssprop [--backupstorage-color-on-accent=light-dark(#ffffff, #062e6f)] - Text on the accent.
 * @cssprop [--backupstorage-color-focus=the accent] - Focus ring.
 * @cssprop [--backupstorage-color-muted=80 % of the text] - Secondary text.
 * @cssprop [--backupstorage-color-border=18 % of the text] - Hairlines.
 * @cssprop [--backupstorage-color-control-border=62 % of the text] - Borders of controls.
 * @cssprop [--backupstorage-color-control=Field] - Background of controls.
 * @cssprop [--backupstorage-color-control-text=FieldText] - Text of controls.
 * @cssprop [--backupstorage-color-surface=Canvas] - Background of tables, the editor and the footer.
 * @cssprop [--backupstorage-color-raised=4 % of the text on Canvas] - Background of panels.
 * @cssprop [--backupstorage-color-hover=6 % of the text] - Background under the pointer.
 * @cssprop [--backupstorage-color-success=light-dark(#1b6e35, #7fd99a)] - Tone of good states.
 * @cssprop [--backupstorage-color-warning=light-dark(#855300, #f2c266)] - Tone of states to look at.
 * @cssprop [--backupstorage-color-danger=light-dark(#b3261e, #ffb4ab)] - Tone of bad states and errors.
 * @cssprop [--backupstorage-color-info=light-dark(#0b57d0, #a8c7fa)] - Tone of notices.
 * @cssprop [--backupstorage-color-neutral=the muted text] - Tone of unknown states.
 */
export abstract class BackupStorageElement<
  Groups extends readonly Group[] = readonly [typeof common],
> extends LitElement {
  /** The words that elements of this class use. @internal */
  protected static readonly wordGroups: readonly Group[] = [common];

  /** Where objects come from. Without it, that of the nearest `backupstorage-data-source` above. */
  @property({ attribute: false }) dataSource: DataSource | undefined;

  /**
   * BCP 47 tag of the language, and of dates and numbers. Without it the nearest `lang` attribute around the element says
   * it; without that, words are English, and dates and numbers the browser's own.
   */
  @property() locale = '';

  /** Replaces words of this one element, by the keys of `Messages`. For all elements: `registerMessages`. */
  @property({ attribute: false }) words: PartialMessages | undefined;

  /** The clock that ages are reckoned by, in milliseconds since the epoch: for tests and stories. */
  @property({ attribute: false }) now: () => number = Date.now;

  @state() private inherited: DataSource | undefined;
  @state() private awaited = false;

  constructor() {
    super();
    this.#provided = new ContextConsumer(this, {
      context: dataSourceContext,
      subscribe: true,
      callback: (source) => {
        this.inherited = source;
        this.#await(source === undefined);
      },
    });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // A provider that is registered after this element has not heard what it asked for: it is asked again.
    const provider = this.closest('backupstorage-data-source:not(:defined)');
    if (!provider) return;
    this.#await(true);
    void customElements.whenDefined(provider.localName).then(() => {
      if (this.isConnected) this.#provided.hostConnected();
    });
  }

  /** The words in use: another object whenever one of them may have changed. @internal */
  protected get messages(): MessagesOf<Groups> {
    return this.#language.messages;
  }

  /** Numbers, dates and lists in the language in use. @internal */
  protected get formats(): Formats {
    return this.#language.formats;
  }

  /** More words, for a part of the element that has been loaded. @internal */
  protected addWords(groups: readonly Group[]): Promise<void> {
    return this.#language.add(groups);
  }

  /** A language that is being loaded is waited for, a second at most: English would flash otherwise. @internal */
  protected override scheduleUpdate(): void | Promise<unknown> {
    const coming = this.#language.settle();
    if (!coming) return super.scheduleUpdate();
    // What has to be fetched does not wait for the words.
    this.prefetch();
    return coming.then(() => super.scheduleUpdate());
  }

  /** Called when a render waits for words: begins what can be fetched meanwhile. @internal */
  protected prefetch(): void {
    this.feed();
  }

  /** The data source in use. @internal */
  protected get source(): DataSource | undefined {
    return this.dataSource ?? this.inherited;
  }

  /** A provider above is there and has none yet: its adapter is loading, or the host sets it late. @internal */
  protected get sourceIsComing(): boolean {
    return this.awaited && !this.source;
  }

  #await(isComing: boolean): void {
    clearTimeout(this.#patience);
    this.awaited = isComing;
    if (isComing) this.#patience = setTimeout(() => (this.awaited = false), PROVIDER_MS);
  }

  /** @internal */
  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    this.feed();
  }

  /** Hands the element's properties to its controller: called before each render. @internal */
  protected abstract feed(): void;

  /** Switches a `:state()` that hosts can style by. @internal */
  protected toggleState(name: string, on: boolean): void {
    if (on) this.#internals.states.add(name);
    else this.#internals.states.delete(name);
  }

  #patience: ReturnType<typeof setTimeout> | undefined;
  readonly #language = new LanguageController<Groups>(
    this,
    (this.constructor as typeof BackupStorageElement).wordGroups as Groups,
  );
  readonly #provided: ContextConsumer<typeof dataSourceContext, this>;
  readonly #internals = this.attachInternals();
}
