import { html, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { CreatedStorage } from '../../controllers/manifest/created-storage.js';
import { ManifestPreviewController } from '../../controllers/manifest-preview-controller.js';
import type { PlanResult } from '../../manifest/creation-plan.js';
import type { ManifestFormat } from '../../manifest/serialize.js';
import type { BackupStorage, KubernetesObject } from '../../model/types.js';
import { BackupStorageSelectEvent } from '../backupstorage-list/events.js';
import { BackupStorageElement } from '../base-element.js';
import {
  BackupStorageCreatedEvent,
  BackupStorageManifestChangeEvent,
  BackupStoragePreviousEvent,
} from '../manifest-events.js';
import { baseStyles } from '../parts/base.styles.js';
import { FocusKeeper } from '../parts/focus-keeper.js';
import { formFieldStyles } from '../parts/form-field.styles.js';
import { createdView } from '../parts/manifest-created.js';
import { leftBehindNotice } from '../parts/manifest-left-behind.js';
import { TakeAway } from '../parts/manifest-take-away.js';
import { editorOf, manifestView, showVerdict } from '../parts/manifest-view.js';
import { manifestStyles } from '../parts/manifest-view.styles.js';
import { submitManifest } from '../submit-manifest.js';

type Created = Extract<PlanResult, { outcome: 'created' }>;

/**
 * The manifest of one or more objects as YAML or JSON: readable, editable, with credentials masked. A BackupStorage, alone
 * or with its Secret, can be submitted: what the server says to it is shown beforehand, and afterwards whether it turns
 * Ready. Other kinds are shown and edited without that; managedFields are folded away.
 *
 * @tag backupstorage-manifest-preview
 * @summary A manifest editor that masks credentials, asks the server beforehand, and submits.
 * @status beta
 *
 * @event {BackupStorageManifestChangeEvent} backupstorage-manifest-change - The user has edited the manifest. Fields: `objects` (credentials masked), `valid`.
 * @event {BackupStoragePreviousEvent} backupstorage-previous - The user wants to go back.
 * @event {BackupStorageSubmitEvent} backupstorage-submit - Fired before anything is sent. Cancelable: nothing is sent then. Fields: `objects` (credentials masked).
 * @event {BackupStorageCreatedEvent} backupstorage-created - The storage exists now. Fields: `object`.
 * @event {BackupStorageSelectEvent} backupstorage-select - The user wants to see the storage that was created. Cancelable: keeps the browser from following the link. Fields: `namespace`, `name`, `object`.
 * @event {BackupStorageErrorEvent} backupstorage-error - A fault that the element shows already. Fields: `error`, a `DataSourceError`.
 *
 * @slot created - Added below the words of success.
 *
 * @csspart manifest-toolbar - The row above the editor.
 * @csspart copy - The copy button. It copies with credentials masked.
 * @csspart download - The download button. The file has credentials masked.
 * @csspart with-credentials - The disclosure of the buttons that copy and download with credentials.
 * @csspart editor - The frame of the editor.
 * @csspart problems - What is wrong with the text.
 * @csspart verdict - What the server says, beside the editor or under it.
 * @csspart verdict-state - Its answer, or that it is awaited.
 * @csspart differences - What the server adds or changes.
 * @csspart progress - The steps of a submit.
 * @csspart refusal - What the server refused, and why.
 * @csspart left-behind - A Secret that is there without its storage.
 * @csspart created - That the storage was created.
 * @csspart created-reason - Why it is not ready.
 * @csspart status - Its status; also `status-success`, `status-warning`, `status-danger`, `status-neutral`.
 * @csspart status-mark - A mark beside its status.
 * @csspart view - The link or button that leads to it.
 * @csspart create-another - The button back to the manifest.
 * @csspart footer - The line with Previous and Submit.
 * @csspart previous - The button back.
 * @csspart submit - The submit button.
 *
 * @cssprop [--backupstorage-editor-max-height=50vh] - Height from which the editor scrolls in itself.
 *
 * @cssState submitting - Objects are being created.
 * @cssState invalid - The text cannot be read or submitted.
 * @cssState created - The storage was created.
 */
export class BackupStorageManifestPreview extends BackupStorageElement {
  static override styles = [baseStyles, formFieldStyles, manifestStyles];

  /** What to show. Values of Secrets are masked on the screen until the user asks to see them. */
  @property({ attribute: false }) objects: readonly KubernetesObject[] | undefined;

  /** What to show when `objects` is not set: a manifest as text, in the given format. */
  @property({ attribute: false }) text: string | undefined;

  /** `yaml` or `json`. Changed when the user switches. */
  @property({ reflect: true }) format: ManifestFormat = 'yaml';

  /** The text can be read and copied, not edited or submitted. */
  @property({ type: Boolean, reflect: true }) readonly = false;

  /** Shows credentials. Changed when the user asks for them; not reflected. */
  @property({ type: Boolean }) reveal = false;

  /** Where a created storage leads, with `{namespace}` and `{name}` in it. Without it View only fires `backupstorage-select`. */
  @property({ attribute: 'detail-href' }) detailHref: string | undefined;

  @state() private editorReady = false;

  readonly #preview = new ManifestPreviewController(this, () => this.#changed(), {
    isShown: () => this.checkVisibility?.() ?? true,
  });
  readonly #takeAway = new TakeAway(this, this.#preview);
  readonly #follower = new CreatedStorage(this);

  constructor() {
    super();
    new FocusKeeper(this, () => editorOf(this) ?? this.#heading);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.#preview.readonly = this.readonly;
    if (changed.has('readonly') && !this.readonly) this.#preview.recheck();
    if (changed.has('format')) this.#preview.setFormat(this.format);
    if (changed.has('objects') || changed.has('text')) this.#show(changed);
    if (changed.has('reveal')) this.#preview.setRevealed(this.reveal);
    // The controller refuses a change while the text cannot be read.
    this.format = this.#preview.format;
    this.reveal = this.#preview.revealed;
    super.willUpdate(changed);
  }

  /** @internal */
  protected override feed(): void {
    this.#preview.source = this.source;
    this.#follower.follow(this.source, this.#created?.storage);
  }

  /** `objects` go before `text`. Without either nothing is shown, and nothing of what was there is kept. */
  #show(changed: PropertyValues<this>): void {
    if (this.objects) {
      if (changed.has('objects')) this.#preview.show(this.objects);
    } else if (this.text !== undefined) this.#preview.showText(this.text);
    else this.#preview.clear();
  }

  protected override render(): TemplateResult {
    const { messages } = this;
    if (this.#created)
      return html`${createdView({
        created: this.#created,
        follower: this.#follower,
        messages,
        detailHref: this.detailHref,
        onView: (storage, click) => this.#view(storage, click),
        onAnother: () => this.#another(),
      })}
      ${leftBehindNotice({ preview: this.#preview, messages })}`;
    return manifestView({
      preview: this.#preview,
      messages,
      readonly: this.readonly,
      takeAway: this.#takeAway,
      editorReady: this.editorReady,
      onEditorReady: () => (this.editorReady = true),
      onPrevious: this.readonly ? undefined : () => this.dispatchEvent(new BackupStoragePreviousEvent()),
      onSubmit: this.readonly ? undefined : () => void this.#submit(),
      onConverged: (result) => void this.#done(result),
    });
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    this.toggleState('submitting', this.#preview.submitting);
    this.toggleState('invalid', !this.#preview.valid);
    this.toggleState('created', this.#created !== undefined);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // The editor goes with the connection; until it is back the plain text stands in its place.
    this.editorReady = false;
  }

  #changed(): void {
    this.#takeAway.forget();
    this.dispatchEvent(new BackupStorageManifestChangeEvent(this.#preview.maskedObjects, this.#preview.valid));
  }

  async #submit(): Promise<void> {
    await this.#done(await submitManifest(this, this.#preview, () => this.source));
  }

  async #done(result: PlanResult | undefined): Promise<void> {
    if (result?.outcome !== 'created') {
      await showVerdict(this);
      return;
    }
    // Else something else is shown by now.
    if (this.#created === result) {
      this.editorReady = false;
      await this.updateComplete;
      this.#heading?.focus();
    }
    this.dispatchEvent(new BackupStorageCreatedEvent(result.storage));
  }

  #view(storage: BackupStorage, click: Event): void {
    const { namespace = '', name = '' } = storage.metadata ?? {};
    if (!this.dispatchEvent(new BackupStorageSelectEvent(namespace, name, storage))) click.preventDefault();
  }

  #another(): void {
    this.#preview.again();
    void this.updateComplete.then(() => editorOf(this)?.focus());
  }

  get #created(): Created | undefined {
    const { result } = this.#preview;
    return result?.outcome === 'created' ? result : undefined;
  }

  get #heading(): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>('.heading');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'backupstorage-manifest-preview': BackupStorageManifestPreview;
  }
}
