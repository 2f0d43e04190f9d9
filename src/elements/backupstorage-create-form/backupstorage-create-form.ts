import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { CreateFormController } from '../../controllers/create-form-controller.js';
import type { FormIssue } from '../../controllers/form/form-issue.js';
import { ManifestPreviewController } from '../../controllers/manifest-preview-controller.js';
import type { PlanResult } from '../../manifest/creation-plan.js';
import { UnsupportedManifest } from '../../manifest/draft.js';
import type { BackupStorage } from '../../model/types.js';
import type { FormOverlay } from '../../schema/form/overlay.js';
import type { StructuralSchema } from '../../schema/types.js';
import { BackupStorageElement } from '../base-element.js';
import { BackupStorageCreatedEvent } from '../manifest-events.js';
import { baseStyles } from '../parts/base.styles.js';
import { copyText } from '../parts/copy-text.js';
import { FocusKeeper } from '../parts/focus-keeper.js';
import { formFieldStyles } from '../parts/form-field.js';
import { icon } from '../parts/icons.js';
import { keyValueStyles } from '../parts/key-value-editor.js';
import { linkStyles } from '../parts/link.styles.js';
import { editorOf, manifestView, showVerdict } from '../parts/manifest-view.js';
import { manifestStyles } from '../parts/manifest-view.styles.js';
import { skeletonStyles, skeletonTable } from '../parts/skeleton.js';
import { stateMessage, stateMessageStyles } from '../parts/state-message.js';
import { submitManifest } from '../submit-manifest.js';
import { createFormStyles } from './create-form.styles.js';
import { BackupStorageCancelEvent, BackupStoragePreviewEvent } from './events.js';
import { formView } from './form-view.js';

type Created = Extract<PlanResult, { outcome: 'created' }>;

/**
 * Creates a BackupStorage and its Secret: a form built from the CRD's schema, then the manifest to read, edit and submit.
 *
 * @tag backupstorage-create-form
 * @summary A form and a manifest preview that create a BackupStorage.
 * @status beta
 *
 * @event {BackupStoragePreviewEvent} backupstorage-preview - The form is complete and its manifest is shown. Fields: `value`, without credentials.
 * @event {BackupStorageSubmitEvent} backupstorage-submit - Fired before anything is sent. Cancelable: nothing is sent then. Fields: `objects` (credentials masked).
 * @event {BackupStorageCreatedEvent} backupstorage-created - The storage exists now. Fields: `object`.
 * @event {BackupStorageCancelEvent} backupstorage-cancel - The user wants to leave. Cancelable: what was entered is kept then. Fields: `dirty`.
 * @event {BackupStorageErrorEvent} backupstorage-error - A fault that the element shows already. Fields: `error`, a `DataSourceError`.
 *
 * @slot loading - Replaces the skeleton.
 * @slot created - Added below the words of success.
 *
 * @csspart form - The form.
 * @csspart field - A field with its label, help and error.
 * @csspart field-issue - The error or warning of a field.
 * @csspart metadata - Labels & Annotations.
 * @csspart key-values - An editor of keys and values.
 * @csspart panel - Auth, Spec and their like.
 * @csspart reveal - The button that shows a credential.
 * @csspart error-summary - What is wrong, with ways to the fields.
 * @csspart cancel - The cancel button.
 * @csspart preview - The preview button.
 * @csspart manifest-toolbar - The row above the editor.
 * @csspart copy - The copy button.
 * @csspart editor - The frame of the editor.
 * @csspart problems - What is wrong with the manifest.
 * @csspart verdict - Progress and the server's refusal.
 * @csspart progress - The steps of a submit.
 * @csspart refusal - What the server refused, and why.
 * @csspart footer - The line with the ways back and on.
 * @csspart previous - The button back to the form.
 * @csspart submit - The submit button.
 * @csspart state - What stands in the place of the form: loading, a fault.
 * @csspart state-heading - Its heading.
 *
 * @cssprop [--backupstorage-editor-max-height=50vh] - Height from which the editor scrolls in itself.
 *
 * @cssState dirty - Something was entered.
 * @cssState submitting - Objects are being created.
 * @cssState created - The storage was created.
 */
export class BackupStorageCreateForm extends BackupStorageElement {
  static override styles = [
    baseStyles,
    linkStyles,
    stateMessageStyles,
    skeletonStyles,
    formFieldStyles,
    keyValueStyles,
    manifestStyles,
    createFormStyles,
  ];

  /** Namespace to start with. */
  @property() namespace = '';

  /** Namespaces to offer, besides those that the data source knows. */
  @property({ attribute: false }) namespaces: readonly string[] = [];

  /** The OpenAPI v3 schema of a BackupStorage, for hosts that have it; else that of the cluster, else the bundled one. */
  @property({ attribute: false }) schema: StructuralSchema | undefined;

  /** The CustomResourceDefinition, for hosts that have it; its first served version's schema is used. */
  @property({ attribute: false }) crd: object | undefined;

  /** Labels, order and rules of the form, in the place of the built-in ones. */
  @property({ attribute: false }) overlay: FormOverlay | undefined;

  /** `form` or `preview`. Changed by the user's way through the form; setting `preview` shows it only when nothing is wrong. */
  @property({ reflect: true }) step: 'form' | 'preview' = 'form';

  @state() private revealed: ReadonlySet<string> = new Set();
  @state() private metadataOpen = false;
  @state() private copyState: 'copied' | 'failed' | undefined;
  @state() private editorReady = false;
  @state() private created: Created | undefined;

  readonly #form = new CreateFormController(this);
  readonly #preview = new ManifestPreviewController(this, () => (this.copyState = undefined));
  /** The preview was asked for before there was a form to check what it would show. */
  #previewWaits = false;
  /** The user has changed the step, and with it left what had the focus. */
  #stepped = false;

  constructor() {
    super();
    new FocusKeeper(this, () => (this.step === 'preview' ? editorOf(this) : this.#heading));
  }

  /**
   * The BackupStorage that the form says, without credentials. Set it to start from an existing object: the form opens
   * as a copy of it, with its identity removed and no credentials read.
   */
  @property({ attribute: false, noAccessor: true })
  get value(): BackupStorage {
    return this.#form.value;
  }

  set value(object: BackupStorage | undefined) {
    this.#form.value = object;
    this.#preview.clear();
    this.revealed = new Set();
    this.created = undefined;
    this.requestUpdate('value');
  }

  /** Something was entered that leaving would lose. */
  get dirty(): boolean {
    return this.#form.dirty;
  }

  /** Forgets everything that was entered, credentials first of all. */
  reset(): void {
    this.#form.reset();
    this.#preview.clear();
    this.revealed = new Set();
    this.metadataOpen = false;
    this.copyState = undefined;
    this.created = undefined;
    this.step = 'form';
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (this.step !== 'preview') this.#previewWaits = false;
    else if (changed.has('step') || changed.has('value') || this.#previewWaits) this.#open();
  }

  /** @internal */
  protected override feed(): void {
    this.#form.update({
      dataSource: this.source,
      namespace: this.namespace,
      namespaces: this.namespaces,
      schema: this.schema ?? schemaOfCrd(this.crd),
      overlay: this.overlay,
    });
  }

  protected override render(): TemplateResult {
    if (this.created) return this.#success(this.created);
    return html`<h2 class="heading" tabindex="-1">${this.messages.createHeading}</h2>
      ${this.step === 'preview' && !this.#previewWaits ? this.#previewStep() : this.#formStep()}`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    this.toggleState('dirty', this.dirty);
    this.toggleState('submitting', this.#preview.submitting);
    this.toggleState('created', this.created !== undefined);
    if (!this.#stepped) return;
    this.#stepped = false;
    if (this.step === 'form' && this.#form.summary.length > 0) this.#byId('error-summary')?.focus();
    else this.#heading?.focus();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.editorReady = false;
  }

  #formStep(): TemplateResult {
    const { form, formError } = this.#form;
    if (formError)
      return stateMessage({
        icon: 'danger',
        heading: this.messages.schemaFailed,
        text: formError.message,
        action: html`<button type="button" class="button" @click=${() => this.#form.retry()}>
          ${icon('retry')}${this.messages.retry}
        </button>`,
      });
    if (!form)
      return html`<slot name="loading"
        ><div class="form-loading">${skeletonTable(1, this.messages.schemaLoading)}</div></slot
      >`;
    return formView({
      controller: this.#form,
      form,
      messages: this.messages,
      revealed: this.revealed,
      metadataOpen: this.metadataOpen,
      onMetadataToggle: (open) => (this.metadataOpen = open),
      onReveal: (key) => (this.revealed = toggled(this.revealed, key)),
      onCancel: () => this.#cancel(),
      onPreview: () => this.#goToPreview(),
      onIssue: (issue) => void this.#focusIssue(issue),
    });
  }

  #previewStep(): TemplateResult {
    return html`<div class="preview">
      ${manifestView({
        preview: this.#preview,
        messages: this.messages,
        readonly: false,
        copyState: this.copyState,
        editorReady: this.editorReady,
        onEditorReady: () => (this.editorReady = true),
        onCopy: () => void this.#copy(),
        onPrevious: () => this.#previous(),
        onSubmit: () => void this.#submit(),
      })}
    </div>`;
  }

  #success({ storage, secret, warnings }: Created): TemplateResult {
    const { messages } = this;
    return html`<div class="callout success created">
      ${icon('ready')}
      <div>
        <h2 class="heading" tabindex="-1">${messages.created(storage.metadata?.name ?? '')}</h2>
        <p>${secret ? messages.createdSecret(secret.metadata?.name ?? '') : nothing} ${messages.createdText}</p>
        ${
          warnings.length > 0
            ? html`<p>${messages.warnings}</p>
                <ul>
                  ${warnings.map((warning) => html`<li>${warning}</li>`)}
                </ul>`
            : nothing
        }
        <slot name="created"></slot>
        <button type="button" class="button" @click=${() => this.reset()}>${messages.createAnother}</button>
      </div>
    </div>`;
  }

  #goToPreview(): void {
    const errors = this.#form.review();
    if (errors.length > 0) {
      if (errors.some(({ id }) => id.startsWith('metadata.labels') || id.startsWith('metadata.annotations')))
        this.metadataOpen = true;
      void this.updateComplete.then(() => this.#byId('error-summary')?.focus());
      return;
    }
    this.#stepped = true;
    this.step = 'preview';
  }

  /** Shows the manifest of what was entered; back to the form when something is wrong with that. */
  #open(): void {
    this.#previewWaits = !this.#form.form && !this.#form.formError;
    if (this.#previewWaits) return;
    if (!this.#form.form || this.#form.review().length > 0) {
      this.step = 'form';
      return;
    }
    this.editorReady = false;
    this.copyState = undefined;
    this.#preview.show(this.#form.objects);
    this.dispatchEvent(new BackupStoragePreviewEvent(this.#form.value));
  }

  /** Back to the form with everything, edits made in the manifest included. */
  #previous(): void {
    this.#preview.flush();
    if (this.#preview.issues.length === 0) {
      try {
        this.#form.adopt(this.#preview.objects);
      } catch (thrown) {
        // No form can say what the manifest says: it stays on the screen, with its fault beside it.
        if (thrown instanceof UnsupportedManifest) return;
        throw thrown;
      }
    } else return;
    const { result } = this.#preview;
    if (result?.outcome === 'refused') this.#form.refuse(result.error, result.refused);
    this.#stepped = true;
    this.step = 'form';
  }

  async #submit(): Promise<void> {
    const result = await submitManifest(this, this.#preview, () => this.source);
    if (result?.outcome !== 'created') {
      await showVerdict(this);
      return;
    }
    // Else the host has reset the form meanwhile: what is on the screen now is something new.
    if (this.#preview.result === result) {
      this.reset();
      this.created = result;
      await this.updateComplete;
      this.#heading?.focus();
    }
    this.dispatchEvent(new BackupStorageCreatedEvent(result.storage));
  }

  #cancel(): void {
    if (this.dispatchEvent(new BackupStorageCancelEvent(this.dirty))) this.reset();
  }

  async #copy(): Promise<void> {
    this.copyState = undefined;
    this.copyState = (await copyText(this.#preview.text)) ? 'copied' : 'failed';
  }

  async #focusIssue({ id }: FormIssue): Promise<void> {
    if (id.startsWith('metadata.labels') || id.startsWith('metadata.annotations')) this.metadataOpen = true;
    await this.updateComplete;
    this.#byId(id)?.focus();
  }

  get #heading(): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>('.heading');
  }

  #byId(id: string): HTMLElement | null {
    return (this.renderRoot as ShadowRoot).getElementById(id);
  }
}

function toggled(set: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const copy = new Set(set);
  if (!copy.delete(key)) copy.add(key);
  return copy;
}

function schemaOfCrd(crd: object | undefined): StructuralSchema | undefined {
  type Version = { served?: boolean; schema?: { openAPIV3Schema?: StructuralSchema } };
  const { versions } = (crd as { spec?: { versions?: Version[] } } | undefined)?.spec ?? {};
  return versions?.find(({ served }) => served)?.schema?.openAPIV3Schema;
}

declare global {
  interface HTMLElementTagNameMap {
    'backupstorage-create-form': BackupStorageCreateForm;
  }
}
