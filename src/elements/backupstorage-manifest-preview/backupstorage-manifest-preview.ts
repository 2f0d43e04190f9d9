import type { PropertyValues, TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { ManifestPreviewController } from '../../controllers/manifest-preview-controller.js';
import type { ManifestFormat } from '../../manifest/serialize.js';
import type { KubernetesObject } from '../../model/types.js';
import { BackupStorageElement } from '../base-element.js';
import {
  BackupStorageCreatedEvent,
  BackupStorageManifestChangeEvent,
  BackupStoragePreviousEvent,
} from '../manifest-events.js';
import { baseStyles } from '../parts/base.styles.js';
import { copyText } from '../parts/copy-text.js';
import { FocusKeeper } from '../parts/focus-keeper.js';
import { formFieldStyles } from '../parts/form-field.js';
import { editorOf, manifestView, showVerdict } from '../parts/manifest-view.js';
import { manifestStyles } from '../parts/manifest-view.styles.js';
import { submitManifest } from '../submit-manifest.js';

/**
 * The manifest of one or more objects as YAML or JSON: readable, editable, with credentials masked, ready to submit.
 *
 * @tag backupstorage-manifest-preview
 * @summary A manifest editor that masks credentials and submits.
 * @status beta
 *
 * @event {BackupStorageManifestChangeEvent} backupstorage-manifest-change - The user has edited the manifest. Fields: `objects` (credentials masked), `valid`.
 * @event {BackupStoragePreviousEvent} backupstorage-previous - The user wants to go back.
 * @event {BackupStorageSubmitEvent} backupstorage-submit - Fired before anything is sent. Cancelable: nothing is sent then. Fields: `objects` (credentials masked).
 * @event {BackupStorageCreatedEvent} backupstorage-created - The storage exists now. Fields: `object`.
 * @event {BackupStorageErrorEvent} backupstorage-error - A fault that the element shows already. Fields: `error`, a `DataSourceError`.
 *
 * @csspart manifest-toolbar - The row above the editor.
 * @csspart copy - The copy button.
 * @csspart editor - The frame of the editor.
 * @csspart problems - What is wrong with the text.
 * @csspart verdict - Progress and the server's refusal.
 * @csspart progress - The steps of a submit.
 * @csspart created - That the storage was created.
 * @csspart refusal - What the server refused, and why.
 * @csspart footer - The line with Previous and Submit.
 * @csspart previous - The button back.
 * @csspart submit - The submit button.
 *
 * @cssprop [--backupstorage-editor-max-height=50vh] - Height from which the editor scrolls in itself.
 *
 * @cssState submitting - Objects are being created.
 * @cssState invalid - The text cannot be read or submitted.
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

  @state() private copyState: 'copied' | 'failed' | undefined;
  @state() private editorReady = false;

  readonly #preview = new ManifestPreviewController(this, () => this.#changed());

  constructor() {
    super();
    new FocusKeeper(this, () => editorOf(this));
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('format')) this.#preview.setFormat(this.format);
    if (changed.has('objects') || changed.has('text')) this.#show(changed);
    if (changed.has('reveal')) this.#preview.setRevealed(this.reveal);
    // The controller refuses a change while the text cannot be read.
    this.format = this.#preview.format;
    this.reveal = this.#preview.revealed;
    super.willUpdate(changed);
  }

  /** @internal */
  protected override feed(): void {}

  /** `objects` go before `text`. Without either nothing is shown, and nothing of what was there is kept. */
  #show(changed: PropertyValues<this>): void {
    if (this.objects) {
      if (changed.has('objects')) this.#preview.show(this.objects);
    } else if (this.text !== undefined) this.#preview.showText(this.text);
    else this.#preview.clear();
  }

  protected override render(): TemplateResult {
    return manifestView({
      preview: this.#preview,
      messages: this.messages,
      readonly: this.readonly,
      copyState: this.copyState,
      editorReady: this.editorReady,
      onEditorReady: () => (this.editorReady = true),
      onCopy: () => void this.#copy(),
      onPrevious: this.readonly ? undefined : () => this.dispatchEvent(new BackupStoragePreviousEvent()),
      onSubmit: this.readonly ? undefined : () => void this.#submit(),
    });
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    this.toggleState('submitting', this.#preview.submitting);
    this.toggleState('invalid', !this.#preview.valid);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // The editor goes with the connection; until it is back the plain text stands in its place.
    this.editorReady = false;
  }

  #changed(): void {
    this.copyState = undefined;
    this.dispatchEvent(new BackupStorageManifestChangeEvent(this.#preview.maskedObjects, this.#preview.valid));
  }

  async #copy(): Promise<void> {
    this.copyState = undefined;
    this.copyState = (await copyText(this.#preview.text)) ? 'copied' : 'failed';
  }

  async #submit(): Promise<void> {
    const result = await submitManifest(this, this.#preview, () => this.source);
    if (result?.outcome === 'created') this.dispatchEvent(new BackupStorageCreatedEvent(result.storage));
    else await showVerdict(this);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'backupstorage-manifest-preview': BackupStorageManifestPreview;
  }
}
