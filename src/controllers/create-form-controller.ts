import { Task } from '@lit/task';
import type { ReactiveControllerHost } from 'lit';
import { toDataSourceError, type DataSourceError } from '../data-source/errors.js';
import type { DataSource } from '../data-source/types.js';
import type { FormWords } from '../locales/index.js';
import { editDraftOf } from '../manifest/changes-draft.js';
import { draftOf, emptyDraft, objectsOf, providerOf, type StorageDraft } from '../manifest/draft.js';
import { getIn, setIn, unsetIn } from '../manifest/json.js';
import { BACKUP_STORAGES, type ResourceType } from '../model/resources.js';
import type { BackupStorage, KubernetesObject } from '../model/types.js';
import type { FormField } from '../schema/form/field.js';
import { textOfValue, valueOfText } from '../schema/form/field-text.js';
import type { FormOverlay } from '../schema/form/overlay.js';
import type { FormChoice, ProviderForm, StorageForm } from '../schema/form/storage-form.js';
import type { FieldPath, StructuralSchema } from '../schema/types.js';
import { Alternatives } from './form/alternatives.js';
import { cloneOf } from './form/clone.js';
import { CredentialsForm } from './form/credentials.js';
import { DraftState } from './form/draft-state.js';
import { FieldTree } from './form/field-tree.js';
import { choiceBlocks, fieldsWithConditions, formRoots, hintsOf } from './form/form-fields.js';
import type { FormIssue } from './form/form-issue.js';
import { englishForm } from './form/form-words.js';
import { FormIssues } from './form/form-issues.js';
import { FormInWords, type LoadedForm } from './form/form-in-words.js';
import { isBackupStorages, loadFormSchema, namespacesToCreateIn, type LoadedSchema } from './form/form-loading.js';
import { KeyValueRows } from './form/key-value-rows.js';
import type { LocatedIssue } from './form/located-issues.js';
import { Neighbours } from './form/neighbours.js';
import { usageAnswer, type UsageAnswer } from './form/usage-answer.js';

export interface CreateFormInput {
  dataSource: DataSource | undefined;
  /** What is created. */
  type: ResourceType;
  /** Preselected namespace. */
  namespace: string;
  /** Namespaces that the host offers. */
  namespaces: readonly string[];
  /** The schema to build the form from; without it that of the data source, else the bundled one. */
  schema: StructuralSchema | undefined;
  overlay: FormOverlay | undefined;
}

/** The behaviour of the create form without any markup: fields from the schema, a draft, and what is wrong with it. */
export class CreateFormController {
  readonly labels = new KeyValueRows();
  readonly annotations = new KeyValueRows();
  /** Where the credentials come from. */
  readonly credentials: CredentialsForm;
  /** Everything that the schema has and no fixed field shows. */
  readonly tree: FieldTree;
  /** Blocks of which one is chosen, and fields that hang on others. */
  readonly alternatives: Alternatives;
  readonly #host: ReactiveControllerHost;
  readonly #state: DraftState;
  readonly #issues: FormIssues;
  readonly #neighbours: Neighbours;
  readonly #schema: Task<readonly unknown[], LoadedSchema>;
  readonly #form: FormInWords;
  readonly #namespaces: Task<readonly unknown[], readonly string[]>;
  #editing = false;
  #typesNamespace = false;
  /** Fields that were left while the pointer was down; undefined while it is not. */
  #leftMeanwhile: string[] | undefined;
  #input: CreateFormInput = {
    dataSource: undefined,
    type: BACKUP_STORAGES,
    namespace: '',
    namespaces: [],
    schema: undefined,
    overlay: undefined,
  };

  /** @param words - The words in use, asked for each time that they are needed; without it English. */
  constructor(host: ReactiveControllerHost, words: () => FormWords = englishForm) {
    this.#host = host;
    this.#form = new FormInWords(words, (loaded) => this.#formMade(loaded));
    this.#state = new DraftState(emptyDraft(), () => this.#changed());
    this.alternatives = new Alternatives(this.#state);
    this.#neighbours = new Neighbours(host, () => this.#issues.expire());
    this.tree = new FieldTree(
      {
        valueAt: (path) => this.#state.valueAt(path),
        write: (path, value) => this.#write(path, value),
        requestUpdate: () => this.#changed(),
      },
      { words },
    );
    this.credentials = new CredentialsForm(this.#credentialsStore(words));
    this.#issues = new FormIssues({
      state: this.#state,
      labels: this.labels,
      annotations: this.annotations,
      tree: this.tree,
      credentials: this.credentials,
      alternatives: this.alternatives,
      neighbours: this.#neighbours,
      words,
      loaded: () => this.#loaded,
      isEditing: () => this.#editing,
    });
    this.#schema = new Task(host, {
      args: () => [this.#input.dataSource, this.#input.type, this.#input.schema] as const,
      task: ([source, type, schema], { signal }) => loadFormSchema(source, type, schema, signal),
    });
    this.#namespaces = new Task(host, {
      args: () => [this.#input.dataSource, this.#input.type, this.#input.namespaces] as const,
      task: ([source, type, given], { signal }) => namespacesToCreateIn(source, type, given, signal),
    });
  }

  update(input: CreateFormInput): void {
    const before = this.#input;
    this.#input = input;
    if (input.type !== before.type && !this.dirty) this.reset();
    // A namespace that the user has chosen stays; the one that was preselected follows the host.
    else if (input.namespace !== before.namespace && this.namespace === before.namespace)
      this.#state.rewrite(NAMESPACE, input.namespace || undefined);
    this.#neighbours.update(input);
    // In other words it is another form.
    void this.#loaded;
    this.credentials.refresh();
  }

  /** Undefined while the schema is being loaded. */
  get form(): StorageForm | undefined {
    return this.#loaded?.form;
  }

  /** Why there is no form. */
  get formError(): DataSourceError | undefined {
    return this.#schema.error === undefined ? undefined : toDataSourceError(this.#schema.error);
  }

  /** Where the schema came from; `fallback` when the cluster's own could not be had. */
  get schemaSource(): LoadedSchema['source'] | undefined {
    return this.#schema.value?.source;
  }

  /** How many rules of the schema only the server can check. */
  get uncheckedRules(): number {
    return this.#schema.value?.validate.uncheckedRules?.length ?? 0;
  }

  retry(): void {
    void this.#schema.run();
  }

  /** The namespaces to choose from. Empty when nobody can tell, or the user has begun to type one: it goes on being typed. */
  get namespaces(): readonly string[] {
    const names = new Set(this.#namespaces.value ?? this.#input.namespaces);
    if (this.#typesNamespace || names.size === 0) return [];
    if (this.namespace) names.add(this.namespace);
    return [...names].toSorted();
  }

  get namespace(): string {
    return this.#state.object.metadata?.namespace ?? '';
  }

  get provider(): string | undefined {
    return providerOf(this.#state.draft);
  }

  get providerForm(): ProviderForm | undefined {
    return this.form?.providers.find((one) => one.provider === this.provider);
  }

  /** Something was entered that leaving would lose. */
  get dirty(): boolean {
    return this.#state.dirty || this.tree.pending;
  }

  /** The objects that would be created, credentials in clear. */
  get objects(): KubernetesObject[] {
    return objectsOf(this.#state.draft);
  }

  /** The BackupStorage that would be created. It never holds credentials. */
  get value(): BackupStorage {
    return this.objects.at(-1)!;
  }

  /** Starts from an existing object: a copy without its identity, its status, and its credentials. */
  set value(object: BackupStorage | undefined) {
    // Whoever writes a value by hand may leave out what it must be anyway.
    const { apiVersion, kind } = emptyDraft(this.#input.type).object;
    this.reset(
      object === undefined
        ? undefined
        : cloneOf({ ...(apiVersion && { apiVersion }), ...(kind && { kind }), ...object }),
    );
  }

  /** Edits a stored storage in the place of creating one: it keeps its identity, and no Secret is made. */
  edit(storage: BackupStorage): void {
    this.#editing = true;
    this.reset(editDraftOf(storage));
  }

  /** What was entered, of all providers. */
  get draft(): StorageDraft {
    return this.#state.draft;
  }

  /** Which namespaces may use the storage. Asking makes the namespaces' labels known, as far as they may be read. */
  get usageAnswer(): UsageAnswer {
    this.#neighbours.want('namespaces');
    const { namespaces, namespacesKnown } = this.#neighbours;
    return usageAnswer(this.value, namespaces, namespacesKnown);
  }

  /** The value of a field as a control shows it. */
  textOf({ kind, path }: FormField): string {
    return textOfValue(kind, this.#state.valueAt(path));
  }

  isSet({ path }: FormField): boolean {
    return this.#state.valueAt(path) === true;
  }

  /** What a control says. Text that is no number stays as it was typed, and is told to be none. */
  setText({ id, kind, path }: FormField, text: string): void {
    if (id === NAMESPACE.join('.')) this.#typesNamespace = this.namespaces.length === 0 && text !== '';
    this.#write(path, valueOfText(kind, text));
  }

  setSwitch({ path }: FormField, on: boolean): void {
    this.#write(path, on ? true : undefined);
  }

  /** Each provider keeps what was entered for it. */
  setProvider(provider: string): void {
    this.#write(PROVIDER, provider || undefined);
    this.credentials.refresh();
    this.#neighbours.want('storages');
  }

  /** Takes another one of several blocks. What was entered in the one before is kept, and not sent. */
  choose(choice: FormChoice, block: string): void {
    this.alternatives.choose(choice, block);
    this.tree.load();
    this.#changed();
  }

  /** How many values are set in fields that are shown together, but for what every new storage begins with. */
  setCount(fields: readonly FormField[]): number {
    const { object } = emptyDraft(this.#input.type);
    const isInitial = ({ path }: FormField) => this.#state.valueAt(path) === getIn(object, path);
    return fields
      .filter((field) => !isInitial(field))
      .reduce((count, field) => count + this.tree.setCount(this.tree.nodeOf(field)), 0);
  }

  /** Call after a change of `labels` or `annotations`. */
  rowsChanged(): void {
    let object = this.#state.object;
    for (const [name, rows] of [
      ['labels', this.labels],
      ['annotations', this.annotations],
    ] as const) {
      const map = rows.toMap();
      object = map ? setIn(object, ['metadata', name], map) : unsetIn(object, ['metadata', name]);
    }
    this.#state.replace({ ...this.#state.draft, object });
  }

  /**
   * While the pointer is down nothing new is said: the lines would move what is under it, and the click would be lost.
   * Call with false when the click has been.
   */
  holdStill(isDown: boolean): void {
    const left = this.#leftMeanwhile ?? [];
    this.#leftMeanwhile = isDown ? left : undefined;
    if (!isDown) for (const id of left) this.touch(id);
  }

  /** The user has left the field: from now on its faults are shown. */
  touch(id: string): void {
    if (this.#leftMeanwhile) {
      this.#leftMeanwhile.push(id);
      return;
    }
    // What the neighbours have is looked at when it begins to matter.
    if (isBackupStorages(this.#input.type)) this.#neighbours.want('storages');
    if (this.#issues.touch(id)) this.#host.requestUpdate();
  }

  /** Shows every fault there is, and returns the errors that keep the manifest from being previewed. */
  review(): readonly LocatedIssue[] {
    this.#host.requestUpdate();
    return this.#issues.review();
  }

  /** The faults to show: of fields that were left, or of all after a review. */
  get issues(): readonly FormIssue[] {
    return this.#issues.shown;
  }

  /** The errors since the last review, each with the label of its field. */
  get summary(): readonly LocatedIssue[] {
    return this.#issues.summary;
  }

  /** The fault to show at a field. */
  issueOf(id: string): FormIssue | undefined {
    return this.#issues.at(id);
  }

  /** How many required fields are still empty. */
  get missing(): number {
    return this.#issues.missing;
  }

  /** Opens what hides the field of an issue, and returns the id of the control that shows it. */
  reveal(issue: LocatedIssue): string {
    return this.#issues.reveal(issue);
  }

  /** What the user has changed in the manifest. Throws `UnsupportedManifest` when no form can say it. */
  adopt(objects: readonly KubernetesObject[]): void {
    this.#state.replace(draftOf(objects, this.#state.draft));
    this.#loadRows();
  }

  /** Puts the server's refusal at the fields it is about. */
  refuse(error: DataSourceError, refused: 'secret' | 'storage'): void {
    this.#issues.refuse(error, refused);
    this.#host.requestUpdate();
  }

  /** Forgets everything, credentials first of all. */
  reset(draft: StorageDraft = emptyDraft(this.#input.type)): void {
    this.credentials.forget();
    this.tree.reset();
    this.alternatives.reset();
    this.#issues.reset();
    this.#typesNamespace = false;
    const { namespace } = this.#input;
    const object =
      draft.object.metadata?.namespace || !namespace ? draft.object : setIn(draft.object, NAMESPACE, namespace);
    this.#state.begin({ ...draft, object });
    this.#loadRows();
    const loaded = this.#loaded;
    if (loaded) this.#formMade(loaded);
    this.credentials.refresh();
  }

  get #loaded(): LoadedForm | undefined {
    return this.#form.of(this.#schema.value, this.#input.overlay);
  }

  #formMade({ form }: LoadedForm): void {
    this.tree.hints = hintsOf(form);
    // The tree can tell where a path is shown once it knows what it is made of.
    for (const field of formRoots(form)) this.tree.nodeOf(field);
    // The chosen block of a choice is shown without a heading that could be closed.
    for (const block of choiceBlocks(form)) this.tree.setOpen(block, true);
    this.#issues.reword();
    this.credentials.refresh();
  }

  #loadRows(): void {
    this.labels.load(this.#state.object.metadata?.labels);
    this.annotations.load(this.#state.object.metadata?.annotations);
    this.tree.load();
    this.credentials.refresh();
  }

  #write(path: FieldPath, value: unknown): void {
    this.#state.write(path, value);
    if (this.form) this.alternatives.settle(path, fieldsWithConditions(this.form));
    this.#issues.written(path);
  }

  #changed(): void {
    this.#issues.expire();
    this.#host.requestUpdate();
  }

  #credentialsStore(words: () => FormWords): ConstructorParameters<typeof CredentialsForm>[0] {
    const state = this.#state;
    const input = () => this.#input;
    const form = () => this.providerForm;
    const namespace = () => this.namespace;
    return {
      get draft() {
        return state.draft;
      },
      set draft(draft) {
        state.replace(draft);
      },
      get dataSource() {
        return input().dataSource;
      },
      get namespace() {
        return namespace();
      },
      get providerForm() {
        return form();
      },
      get messages() {
        return words();
      },
      write: (path, value) => {
        this.#write(path, value);
        this.tree.load();
      },
      touch: (id) => this.touch(id),
      requestUpdate: () => this.#changed(),
    };
  }
}

const NAMESPACE = ['metadata', 'namespace'];
const PROVIDER = ['spec', 'storage', 'provider'];
