/** Loaded after the page is there: what a user can do to the storage, with the form that edits it. */
import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import { ACTIONS_WORDS, StorageActions, type StorageActionsInput } from '../../controllers/actions/storage-actions.js';
import { CreateFormController, type CreateFormInput } from '../../controllers/create-form-controller.js';
import type { Formats } from '../../locales/formats.js';
import type { DataSource } from '../../data-source/types.js';
import type { ActionsWords } from '../../locales/index.js';
import { editedStorageOf } from '../../manifest/changes-draft.js';
import type { StorageDraft } from '../../manifest/draft.js';
import { BACKUP_STORAGES } from '../../model/resources.js';
import type { BackupStorage } from '../../model/types.js';
import { editFormView } from '../backupstorage-create-form/form-view.js';
import { schemaFieldsOf, type SchemaFieldsView } from '../parts/schema-fields/index.js';
import { skeletonTable } from '../parts/skeleton.js';
import { editPanel } from '../parts/storage-actions-edit.js';
import { storageActionButtons, storageActionDialogs } from '../parts/storage-actions.js';

export interface DetailActionsOptions {
  words: () => ActionsWords;
  formats: () => Formats;
  /** It was stored anew, or has other credentials. */
  onUpdated: (object: BackupStorage) => void;
  onCopyCommand: (command: string) => void;
}

export { ACTIONS_WORDS };

/** One object for all: another list of namespaces would be asked about anew. */
const EDIT_INPUT: Omit<CreateFormInput, 'dataSource'> = {
  type: BACKUP_STORAGES,
  namespace: '',
  namespaces: [],
  schema: undefined,
  overlay: undefined,
};

/** The buttons, dialogs and the edit form of the detail page. */
export class DetailActions {
  readonly #host: LitElement;
  readonly #options: DetailActionsOptions;
  readonly #actions: StorageActions;
  /** Made when an edit begins: it asks for the schema and the namespaces. */
  #form: CreateFormController | undefined;
  #fields: SchemaFieldsView | undefined;
  /** The form's draft that the edit has taken last. */
  #taken: StorageDraft | undefined;
  #problem: unknown;
  #source: DataSource | undefined;
  #open: ReadonlySet<string> = new Set();

  constructor(host: LitElement, options: DetailActionsOptions) {
    this.#host = host;
    this.#options = options;
    const { words, onUpdated } = options;
    this.#actions = new StorageActions(host, { words, onUpdated, onDraft: (draft) => this.#edit(draft) });
  }

  /** To be called before each render. */
  update({ dataSource, storage, gone = false }: StorageActionsInput): void {
    this.#source = dataSource;
    this.#actions.update({ dataSource, storage, gone });
    const { edit } = this.#actions;
    const form = this.#form;
    if (!form || !edit.isOpen) return;
    this.#feed(form);
    if (edit.base && form.draft !== this.#taken) {
      this.#taken = form.draft;
      edit.draft = editedStorageOf(form.draft, edit.base);
    }
    const { problem } = edit;
    if (problem !== this.#problem) {
      this.#problem = problem;
      if (problem?.is === 'refused') form.refuse(problem.error, 'storage');
    }
  }

  buttons(): TemplateResult {
    return storageActionButtons(this.#view);
  }

  /** They outlive the storage. */
  dialogs(): TemplateResult {
    return storageActionDialogs(this.#view);
  }

  /** The form that edits the storage, while it does. */
  panel(): TemplateResult | typeof nothing {
    const { edit } = this.#actions;
    return editPanel({ edit, messages: this.#options.words(), form: edit.isOpen ? this.#fieldsView() : nothing });
  }

  get #view() {
    const { words, onCopyCommand } = this.#options;
    return { actions: this.#actions, messages: words(), onCopyCommand };
  }

  #edit(draft: BackupStorage): void {
    const form = (this.#form ??= new CreateFormController(this.#host, this.#options.words));
    this.#feed(form);
    form.edit(draft);
    this.#taken = form.draft;
    this.#host.requestUpdate();
  }

  #feed(form: CreateFormController): void {
    form.update({ ...EDIT_INPUT, dataSource: this.#source });
  }

  #fieldsView(): TemplateResult {
    const { words, formats } = this.#options;
    const messages = words();
    const form = this.#form;
    if (!form?.form) return skeletonTable(1, messages.schemaLoading);
    const fields = (this.#fields ??= schemaFieldsOf(form, words));
    const view = {
      controller: form,
      messages,
      fields,
      revealed: new Set<string>(),
      open: this.#open,
      formats: formats(),
      isEdit: true,
      onToggle: (group: string, open: boolean) => this.#toggle(group, open),
      onReveal: () => {},
    };
    return html`<div class="edit-form">
      ${editFormView(form.form, view, this.#actions.edit.frozenReason !== undefined)}
    </div>`;
  }

  #toggle(group: string, open: boolean): void {
    if (this.#open.has(group) === open) return;
    const next = new Set(this.#open);
    if (open) next.add(group);
    else next.delete(group);
    this.#open = next;
    this.#host.requestUpdate();
  }
}
