import { html, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { CreateFormController } from '../../controllers/create-form-controller.js';
import type { LocatedIssue } from '../../controllers/form/located-issues.js';
import { ManifestPreviewController } from '../../controllers/manifest-preview-controller.js';
import type { PlanResult } from '../../manifest/creation-plan.js';
import { UnsupportedManifest } from '../../manifest/draft.js';
import type { BackupStorage } from '../../model/types.js';
import { BACKUP_STORAGES } from '../../model/resources.js';
import { schemaOfCrd } from '../../schema/crd.js';
import type { FormOverlay } from '../../schema/form/overlay.js';
import type { StorageForm } from '../../schema/form/storage-form.js';
import type { StructuralSchema } from '../../schema/types.js';
import { BackupStorageElement } from '../base-element.js';
import { CreatedStorage } from '../../controllers/manifest/created-storage.js';
import { BackupStorageSelectEvent } from '../backupstorage-list/events.js';
import { BackupStorageCreatedEvent } from '../manifest-events.js';
import { createdView } from '../parts/manifest-created.js';
import { TakeAway } from '../parts/manifest-take-away.js';
import { baseStyles } from '../parts/base.styles.js';
import { FocusKeeper } from '../parts/focus-keeper.js';
import { StillPointer } from '../parts/still-pointer.js';
import { formFieldStyles } from '../parts/form-field.styles.js';
import { icon } from '../parts/icons.js';
import { keyValueStyles } from '../parts/key-value-editor.js';
import { linkStyles } from '../parts/link.styles.js';
import { editorOf, manifestView, showVerdict } from '../parts/manifest-view.js';
import { manifestStyles } from '../parts/manifest-view.styles.js';
import { skeletonStyles, skeletonTable } from '../parts/skeleton.js';
import { stateMessage, stateMessageStyles } from '../parts/state-message.js';
import { submitManifest } from '../submit-manifest.js';
import { schemaFieldsStyles, type SchemaFieldsView } from '../parts/schema-fields/index.js';
import { authStyles } from './auth-styles.js';
import { createFormStyles } from './create-form.styles.js';
import { ERROR_SUMMARY_ID } from './error-summary.js';
import { BackupStorageCancelEvent, BackupStoragePreviewEvent } from './events.js';
import { formView } from './form-view.js';
import { groupId, groupsOf } from './groups-view.js';
import { usageAnswerStyles } from '../parts/usage-answer-view.js';

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
 * @event {BackupStorageSelectEvent} backupstorage-select - The user wants to see the created storage. Cancelable: the link is not followed then. Fields: `namespace`, `name`, `object`.
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
 * @csspart group - A group that can be opened, such as Runtime Settings.
 * @csspart schema-group - An object inside such a group.
 * @csspart schema-search - The search in a group.
 * @csspart usage-answer - Which namespaces may use the storage.
 * @csspart schema-source - What the form was made of.
 * @csspart manifest-toolbar - The row above the editor.
 * @csspart copy - The copy button. It copies with credentials masked.
 * @csspart download - The download button. The file has credentials masked.
 * @csspart with-credentials - The disclosure of the buttons that copy and download with credentials.
 * @csspart editor - The frame of the editor.
 * @csspart problems - What is wrong with the manifest.
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
 * @csspart create-another - The button back to an empty form.
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
    schemaFieldsStyles,
    authStyles,
    usageAnswerStyles,
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

  /** Where a created storage leads, with `{namespace}` and `{name}` in it. Without it View only fires `backupstorage-select`. */
  @property({ attribute: 'detail-href' }) detailHref: string | undefined;

  /** `form` or `preview`. Changed by the user's way through the form; setting `preview` shows it only when nothing is wrong. */
  @property({ reflect: true }) step: 'form' | 'preview' = 'form';

  @state() private revealed: ReadonlySet<string> = new Set();
  /** Groups that are open, by id; those that are open from the start are added when the form has come. */
  @state() private openGroups: ReadonlySet<string> = new Set();
  @state() private editorReady = false;
  @state() private created: Created | undefined;

  readonly #form = new CreateFormController(this);
  readonly #preview = new ManifestPreviewController(this, () => this.#takeAway.forget(), {
    // The server is asked only about a manifest that somebody sees.
    isShown: () => this.step === 'preview' && (this.checkVisibility?.() ?? true),
  });
  readonly #takeAway: TakeAway = new TakeAway(this, this.#preview);
  readonly #follower = new CreatedStorage(this);
  /** The preview was asked for before there was a form to check what it would show. */
  #previewWaits = false;
  /** The user has changed the step, and with it left what had the focus. */
  #stepped = false;
  /** The form whose groups were opened as it wants them. */
  #groupsShown: StorageForm | undefined;
  #readCrd: { crd: object; answer: ReturnType<typeof schemaOfCrd> } | undefined;
  readonly #fields: SchemaFieldsView = {
    tree: this.#form.tree,
    issueOf: (id) => this.#form.issueOf(id),
    touch: (id) => this.#form.touch(id),
    messages: this.messages,
  };

  constructor() {
    super();
    new FocusKeeper(this, () => (this.step === 'preview' ? editorOf(this) : this.#heading));
    new StillPointer(this, (isDown) => this.#form.holdStill(isDown));
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
    this.openGroups = new Set();
    this.#groupsShown = undefined;
    this.#takeAway.forget();
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
    const given = this.#crd();
    const type = given?.type ?? BACKUP_STORAGES;
    this.#preview.type = type;
    this.#preview.source = this.source;
    this.#follower.follow(this.source, this.created?.storage);
    this.#form.update({
      dataSource: this.source,
      type,
      namespace: this.namespace,
      namespaces: this.namespaces,
      schema: this.schema ?? given?.schema,
      overlay: this.overlay,
    });
    const { form } = this.#form;
    if (!form || form === this.#groupsShown) return;
    this.#groupsShown = form;
    this.openGroups = new Set([...this.openGroups, ...form.groups.filter(({ open }) => open).map(({ id }) => id)]);
  }

  protected override render(): TemplateResult {
    if (this.created) return this.#success(this.created);
    return html`<h2 class="heading" tabindex="-1">${this.#title}</h2>
      ${this.step === 'preview' && !this.#previewWaits ? this.#previewStep() : this.#formStep()}`;
  }

  get #title(): string {
    const { kind } = this.#preview.type;
    return kind === BACKUP_STORAGES.kind ? this.messages.createHeading : this.messages.newObject(kind);
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    this.toggleState('dirty', this.dirty);
    this.toggleState('submitting', this.#preview.submitting);
    this.toggleState('created', this.created !== undefined);
    if (!this.#stepped) return;
    this.#stepped = false;
    if (this.step === 'form' && this.#form.summary.length > 0) this.#byId(ERROR_SUMMARY_ID)?.focus();
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
    return formView(form, {
      controller: this.#form,
      messages: this.messages,
      fields: this.#fields,
      revealed: this.revealed,
      open: this.openGroups,
      locale: this.locale,
      onToggle: (group, open) => this.#toggle([group], open),
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
        takeAway: this.#takeAway,
        editorReady: this.editorReady,
        onEditorReady: () => (this.editorReady = true),
        onPrevious: () => this.#previous(),
        onSubmit: () => void this.#submit(),
        onConverged: (result) => void this.#done(result),
      })}
    </div>`;
  }

  #success(created: Created): TemplateResult {
    const { messages } = this;
    return createdView({
      created,
      follower: this.#follower,
      messages,
      detailHref: this.detailHref,
      onView: (storage, click) => this.#view(storage, click),
      onAnother: () => this.reset(),
    });
  }

  #goToPreview(): void {
    const errors = this.#form.review();
    if (errors.length > 0) {
      for (const issue of errors) this.#toggle(groupsOf(issue, { controller: this.#form }), true);
      void this.updateComplete.then(() => this.#byId(ERROR_SUMMARY_ID)?.focus());
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
    this.#takeAway.forget();
    this.#preview.show(this.#form.objects);
    this.dispatchEvent(new BackupStoragePreviewEvent(this.#form.value));
  }

  /** Back to the form with everything, edits made in the manifest included. */
  #previous(): void {
    this.#preview.flush();
    // Credentials are shown for this view only.
    this.#preview.setRevealed(false);
    if (this.#preview.issues.length === 0) {
      try {
        this.#form.adopt(this.#preview.objects);
      } catch (thrown) {
        // No form can say what the manifest says: it stays on the screen, with its fault beside it.
        if (thrown instanceof UnsupportedManifest) return;
        throw thrown;
      }
    } else return;
    const { result, verdict } = this.#preview;
    if (result?.outcome === 'refused') this.#form.refuse(result.error, result.refused);
    else if (verdict.is === 'known') {
      const refusal = verdict.verdict.objections.find(({ kind }) => kind === 'refused' || kind === 'exists');
      if (refusal) this.#form.refuse(refusal.error, refusal.of);
    }
    this.#stepped = true;
    this.step = 'form';
  }

  async #submit(): Promise<void> {
    await this.#done(await submitManifest(this, this.#preview, () => this.source));
  }

  async #done(result: PlanResult | undefined): Promise<void> {
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

  #view(storage: BackupStorage, click: Event): void {
    const { namespace = '', name = '' } = storage.metadata ?? {};
    if (!this.dispatchEvent(new BackupStorageSelectEvent(namespace, name, storage))) click.preventDefault();
  }

  #cancel(): void {
    if (this.dispatchEvent(new BackupStorageCancelEvent(this.dirty))) this.reset();
  }

  async #focusIssue(issue: LocatedIssue): Promise<void> {
    const groups = groupsOf(issue, { controller: this.#form });
    this.#toggle(groups, true);
    const id = this.#form.reveal(issue);
    await this.updateComplete;
    const target = this.#byId(id) ?? this.#byId(groupId(groups[0] ?? ''));
    target?.focus();
  }

  #toggle(groups: readonly string[], open: boolean): void {
    if (groups.every((id) => this.openGroups.has(id) === open)) return;
    const next = new Set(this.openGroups);
    for (const id of groups)
      if (open) next.add(id);
      else next.delete(id);
    this.openGroups = next;
  }

  /** What the given CustomResourceDefinition says; the same answer for the same object. */
  #crd(): ReturnType<typeof schemaOfCrd> {
    if (this.crd === undefined) return undefined;
    if (this.#readCrd?.crd !== this.crd) this.#readCrd = { crd: this.crd, answer: schemaOfCrd(this.crd) };
    return this.#readCrd.answer;
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

declare global {
  interface HTMLElementTagNameMap {
    'backupstorage-create-form': BackupStorageCreateForm;
  }
}
