import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { apiVersionOf, BACKUP_STORAGES } from '../../model/resources.js';
import type { BackupStorage } from '../../model/types.js';
import type { FormOverlay } from '../../schema/form/overlay.js';
import type { StructuralSchema } from '../../schema/types.js';
import type { BodyHost } from '../element-body.js';
import { LoadedElement } from '../loaded-element.js';
import type { CreateFormBody } from './create-form-body.js';
import { formLoading, formLoadingStyles } from './form-loading.js';

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
 * @csspart schema-rows - A list or a map in such a group.
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
export class BackupStorageCreateForm extends LoadedElement<CreateFormBody> {
  static override styles = [LoadedElement.styles, formLoadingStyles];

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

  /** What was set before there was a form to take it. */
  #given: BackupStorage | undefined;

  /**
   * The BackupStorage that the form says, without credentials. Set it to start from an existing object: the form opens
   * as a copy of it, with its identity removed and no credentials read. Until the form has been loaded it is what was set.
   */
  @property({ attribute: false, noAccessor: true })
  get value(): BackupStorage {
    return this.body?.value ?? this.#given ?? { apiVersion: apiVersionOf(BACKUP_STORAGES), kind: BACKUP_STORAGES.kind };
  }

  set value(object: BackupStorage | undefined) {
    if (this.body) this.body.value = object;
    else this.#given = object;
    this.requestUpdate('value');
  }

  /** Something was entered that leaving would lose. */
  get dirty(): boolean {
    return this.body?.dirty ?? false;
  }

  /** Forgets everything that was entered, credentials first of all. */
  reset(): void {
    this.#given = undefined;
    this.body?.reset();
    this.step = 'form';
  }

  /** @internal */
  protected override async loadBody(host: BodyHost<this>): Promise<CreateFormBody> {
    const { CREATE_WORDS, CreateFormBody } = await import('./create-form-body.js');
    await host.addWords(CREATE_WORDS);
    const body = new CreateFormBody(host);
    if (this.#given) body.value = this.#given;
    this.#given = undefined;
    return body;
  }

  /** @internal */
  protected override bodyLoading(): TemplateResult {
    // Of another kind than a BackupStorage the body will know the name.
    return html`${this.crd ? nothing : html`<h2 class="heading">${this.messages.createHeading}</h2>`}
    ${formLoading(this.messages)}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'backupstorage-create-form': BackupStorageCreateForm;
  }
}
