import { html, type PropertyValues, type TemplateResult } from 'lit';
import { CreateFormController } from '../../controllers/create-form-controller.js';
import { FORM_WORDS } from '../../controllers/form/form-words.js';
import type { LocatedIssue } from '../../controllers/form/located-issues.js';
import { ManifestPreviewController } from '../../controllers/manifest-preview-controller.js';
import { saidOf } from '../../data-source/request-faults.js';
import type { MessagesOf } from '../../locales/group.js';
import { manifest } from '../../locales/groups/manifest.js';
import type { PlanResult } from '../../manifest/creation-plan.js';
import { UnsupportedManifest } from '../../manifest/draft.js';
import type { BackupStorage } from '../../model/types.js';
import { BACKUP_STORAGES } from '../../model/resources.js';
import { schemaOfCrd } from '../../schema/crd.js';
import type { StorageForm } from '../../schema/form/storage-form.js';
import type { BodyHost, ElementBody } from '../element-body.js';
import { CreatedStorage } from '../../controllers/manifest/created-storage.js';
import { BackupStorageSelectEvent } from '../backupstorage-list/events.js';
import { BackupStorageCreatedEvent } from '../manifest-events.js';
import { createdView } from '../parts/manifest-created.js';
import { TakeAway } from '../parts/manifest-take-away.js';
import { FocusKeeper } from '../parts/focus-keeper.js';
import { StillPointer } from '../parts/still-pointer.js';
import { formFieldStyles } from '../parts/form-field.styles.js';
import { icon } from '../parts/icons.js';
import { keyValueStyles } from '../parts/key-value-editor.js';
import { linkStyles } from '../parts/link.styles.js';
import { editorOf, manifestView, showVerdict } from '../parts/manifest-view.js';
import { manifestStyles } from '../parts/manifest-view.styles.js';
import { stateMessage } from '../parts/state-message.js';
import { submitManifest } from '../submit-manifest.js';
import { schemaFieldsOf, schemaFieldsStyles, type SchemaFieldsView } from '../parts/schema-fields/index.js';
import type { BackupStorageCreateForm } from './backupstorage-create-form.js';
import { authStyles } from './auth-styles.js';
import { createFormStyles } from './create-form.styles.js';
import { ERROR_SUMMARY_ID } from './error-summary.js';
import { BackupStorageCancelEvent, BackupStoragePreviewEvent } from './events.js';
import { formLoading } from './form-loading.js';
import { formView } from './form-view.js';
import { groupId, groupsOf } from './groups-view.js';
import { usageAnswerStyles } from '../parts/usage-answer-view.js';

/** The words that the create form uses, its preview included. */
export const CREATE_WORDS = [...FORM_WORDS, manifest] as const;

type Created = Extract<PlanResult, { outcome: 'created' }>;

/** What `backupstorage-create-form` does and shows. */
export class CreateFormBody implements ElementBody {
  readonly styles = [
    linkStyles,
    formFieldStyles,
    keyValueStyles,
    schemaFieldsStyles,
    authStyles,
    usageAnswerStyles,
    manifestStyles,
    createFormStyles,
  ];

  readonly #host: BodyHost<BackupStorageCreateForm, MessagesOf<typeof CREATE_WORDS>>;
  readonly #element: BackupStorageCreateForm;
  readonly #form: CreateFormController;
  readonly #preview: ManifestPreviewController;
  readonly #takeAway: TakeAway;
  readonly #follower: CreatedStorage;
  readonly #fields: SchemaFieldsView;
  #revealed: ReadonlySet<string> = new Set();
  /** Groups that are open, by id; those that are open from the start are added when the form has come. */
  #openGroups: ReadonlySet<string> = new Set();
  #editorReady = false;
  #created: Created | undefined;
  /** The preview was asked for before there was a form to check what it would show. */
  #previewWaits = false;
  /** The user has changed the step, and with it left what had the focus. */
  #stepped = false;
  /** The form whose groups were opened as it wants them. */
  #groupsShown: StorageForm | undefined;
  #readCrd: { crd: object; answer: ReturnType<typeof schemaOfCrd> } | undefined;

  constructor(host: BodyHost<BackupStorageCreateForm, MessagesOf<typeof CREATE_WORDS>>) {
    const { element } = host;
    const words = () => host.messages;
    this.#host = host;
    this.#element = element;
    this.#form = new CreateFormController(element, words);
    this.#preview = new ManifestPreviewController(element, () => this.#takeAway.forget(), {
      words,
      // The server is asked only about a manifest that somebody sees.
      isShown: () => element.step === 'preview' && (element.checkVisibility?.() ?? true),
    });
    this.#takeAway = new TakeAway(element, this.#preview);
    this.#follower = new CreatedStorage(element);
    this.#fields = schemaFieldsOf(this.#form, words);
    new FocusKeeper(element, () => (element.step === 'preview' ? editorOf(element) : this.#heading));
    new StillPointer(element, (isDown) => this.#form.holdStill(isDown));
  }

  get value(): BackupStorage {
    return this.#form.value;
  }

  set value(object: BackupStorage | undefined) {
    this.#form.value = object;
    this.#preview.clear();
    this.#forget();
  }

  get dirty(): boolean {
    return this.#form.dirty;
  }

  /** Forgets everything that was entered, credentials first of all. */
  reset(): void {
    this.#form.reset();
    this.#preview.clear();
    this.#openGroups = new Set();
    this.#groupsShown = undefined;
    this.#takeAway.forget();
    this.#forget();
    this.#element.step = 'form';
  }

  willUpdate(changed: PropertyValues<BackupStorageCreateForm>): void {
    this.#feed();
    if (this.#element.step !== 'preview') this.#previewWaits = false;
    else if (changed.has('step') || changed.has('value') || this.#previewWaits) this.#open();
  }

  #feed(): void {
    const { source } = this.#host;
    const given = this.#crd();
    const type = given?.type ?? BACKUP_STORAGES;
    this.#preview.type = type;
    this.#preview.source = source;
    this.#follower.follow(source, this.#created?.storage);
    this.#form.update({
      dataSource: source,
      type,
      namespace: this.#element.namespace,
      namespaces: this.#element.namespaces,
      schema: this.#element.schema ?? given?.schema,
      overlay: this.#element.overlay,
    });
    const { form } = this.#form;
    if (!form || form === this.#groupsShown) return;
    this.#groupsShown = form;
    this.#openGroups = new Set([...this.#openGroups, ...form.groups.filter(({ open }) => open).map(({ id }) => id)]);
  }

  render(): TemplateResult {
    if (this.#created) return this.#success(this.#created);
    return html`<h2 class="heading" tabindex="-1">${this.#title}</h2>
      ${this.#element.step === 'preview' && !this.#previewWaits ? this.#previewStep() : this.#formStep()}`;
  }

  get #title(): string {
    const { kind } = this.#preview.type;
    return kind === BACKUP_STORAGES.kind ? this.#host.messages.createHeading : this.#host.messages.newObject(kind);
  }

  updated(): void {
    this.#host.toggleState('dirty', this.dirty);
    this.#host.toggleState('submitting', this.#preview.submitting);
    this.#host.toggleState('created', this.#created !== undefined);
    if (!this.#stepped) return;
    this.#stepped = false;
    if (this.#element.step === 'form' && this.#form.summary.length > 0) this.#byId(ERROR_SUMMARY_ID)?.focus();
    else this.#heading?.focus();
  }

  disconnected(): void {
    this.#editorReady = false;
  }

  #forget(): void {
    this.#revealed = new Set();
    this.#created = undefined;
    this.#element.requestUpdate();
  }

  #change(change: () => void): void {
    change();
    this.#element.requestUpdate();
  }

  #formStep(): TemplateResult {
    const { form, formError } = this.#form;
    if (formError)
      return stateMessage({
        icon: 'danger',
        heading: this.#host.messages.schemaFailed,
        text: saidOf(formError, this.#host.messages),
        action: html`<button type="button" class="button" @click=${() => this.#form.retry()}>
          ${icon('retry')}${this.#host.messages.retry}
        </button>`,
      });
    if (!form) return formLoading(this.#host.messages);
    return formView(form, {
      controller: this.#form,
      messages: this.#host.messages,
      fields: this.#fields,
      revealed: this.#revealed,
      open: this.#openGroups,
      formats: this.#host.formats,
      onToggle: (group, open) => this.#toggle([group], open),
      onReveal: (key) => this.#change(() => (this.#revealed = toggled(this.#revealed, key))),
      onCancel: () => this.#cancel(),
      onPreview: () => this.#goToPreview(),
      onIssue: (issue) => void this.#focusIssue(issue),
    });
  }

  #previewStep(): TemplateResult {
    return html`<div class="preview">
      ${manifestView({
        preview: this.#preview,
        messages: this.#host.messages,
        readonly: false,
        takeAway: this.#takeAway,
        editorReady: this.#editorReady,
        onEditorReady: () => this.#change(() => (this.#editorReady = true)),
        onPrevious: () => this.#previous(),
        onSubmit: () => void this.#submit(),
        onConverged: (result) => void this.#done(result),
      })}
    </div>`;
  }

  #success(created: Created): TemplateResult {
    const { messages } = this.#host;
    return createdView({
      created,
      follower: this.#follower,
      messages,
      detailHref: this.#element.detailHref,
      onView: (storage, click) => this.#view(storage, click),
      onAnother: () => this.reset(),
    });
  }

  #goToPreview(): void {
    const errors = this.#form.review();
    if (errors.length > 0) {
      for (const issue of errors) this.#toggle(groupsOf(issue, { controller: this.#form }), true);
      void this.#element.updateComplete.then(() => this.#byId(ERROR_SUMMARY_ID)?.focus());
      return;
    }
    this.#stepped = true;
    this.#element.step = 'preview';
  }

  /** Shows the manifest of what was entered; back to the form when something is wrong with that. */
  #open(): void {
    this.#previewWaits = !this.#form.form && !this.#form.formError;
    if (this.#previewWaits) return;
    if (!this.#form.form || this.#form.review().length > 0) {
      this.#element.step = 'form';
      return;
    }
    this.#editorReady = false;
    this.#takeAway.forget();
    this.#preview.show(this.#form.objects);
    this.#element.dispatchEvent(new BackupStoragePreviewEvent(this.#form.value));
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
    this.#element.step = 'form';
  }

  async #submit(): Promise<void> {
    await this.#done(await submitManifest(this.#element, this.#preview, () => this.#host.source));
  }

  async #done(result: PlanResult | undefined): Promise<void> {
    if (result?.outcome !== 'created') {
      await showVerdict(this.#element);
      return;
    }
    // Else the host has reset the form meanwhile: what is on the screen now is something new.
    if (this.#preview.result === result) {
      this.reset();
      this.#change(() => (this.#created = result));
      await this.#element.updateComplete;
      this.#heading?.focus();
    }
    this.#element.dispatchEvent(new BackupStorageCreatedEvent(result.storage));
  }

  #view(storage: BackupStorage, click: Event): void {
    const { namespace = '', name = '' } = storage.metadata ?? {};
    if (!this.#element.dispatchEvent(new BackupStorageSelectEvent(namespace, name, storage))) click.preventDefault();
  }

  #cancel(): void {
    if (this.#element.dispatchEvent(new BackupStorageCancelEvent(this.dirty))) this.reset();
  }

  async #focusIssue(issue: LocatedIssue): Promise<void> {
    const groups = groupsOf(issue, { controller: this.#form });
    this.#toggle(groups, true);
    const id = this.#form.reveal(issue);
    await this.#element.updateComplete;
    const target = this.#byId(id) ?? this.#byId(groupId(groups[0] ?? ''));
    target?.focus();
  }

  #toggle(groups: readonly string[], open: boolean): void {
    if (groups.every((id) => this.#openGroups.has(id) === open)) return;
    const next = new Set(this.#openGroups);
    for (const id of groups)
      if (open) next.add(id);
      else next.delete(id);
    this.#change(() => (this.#openGroups = next));
  }

  /** What the given CustomResourceDefinition says; the same answer for the same object. */
  #crd(): ReturnType<typeof schemaOfCrd> {
    if (this.#element.crd === undefined) return undefined;
    if (this.#readCrd?.crd !== this.#element.crd)
      this.#readCrd = { crd: this.#element.crd, answer: schemaOfCrd(this.#element.crd) };
    return this.#readCrd.answer;
  }

  get #heading(): HTMLElement | null {
    return this.#element.renderRoot.querySelector<HTMLElement>('.heading');
  }

  #byId(id: string): HTMLElement | null {
    return (this.#element.renderRoot as ShadowRoot).getElementById(id);
  }
}

function toggled(set: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const copy = new Set(set);
  if (!copy.delete(key)) copy.add(key);
  return copy;
}
