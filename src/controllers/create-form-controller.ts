import { Task } from '@lit/task';
import type { ReactiveControllerHost } from 'lit';
import { toDataSourceError, withoutWebhookPrefix, type DataSourceError } from '../data-source/errors.js';
import type { DataSource, SchemaAnswer } from '../data-source/types.js';
import { en, type Messages } from '../locales/index.js';
import {
  credentialsOf,
  draftOf,
  emptyDraft,
  objectsOf,
  providerOf,
  secretNameOf,
  type CredentialsDraft,
  type CredentialsMode,
  type StorageDraft,
} from '../manifest/draft.js';
import { deepEqual, getIn, setIn, unsetIn } from '../manifest/json.js';
import { BACKUP_STORAGES, SECRETS } from '../model/resources.js';
import type { BackupStorage, KubernetesObject } from '../model/types.js';
import { causesOfMessage, isNotice, pathOfCause } from '../schema/field-path.js';
import type { FormOverlay } from '../schema/form/overlay.js';
import type { FormField } from '../schema/form/field.js';
import { storageForm, type ProviderForm, type StorageForm } from '../schema/form/storage-form.js';
import { backupStorageOverlay } from '../schema/overlays/backup-storage.js';
import type { StructuralSchema, Validator } from '../schema/types.js';
import { loadValidator } from '../schema/validator.js';
import { causesOf } from '../schema/wording.js';
import { cloneOf } from './form/clone.js';
import { draftIssues, fieldsOf, storageToCheck } from './form/draft-issues.js';
import type { FormIssue } from './form/form-issue.js';
import { KeyValueRows } from './form/key-value-rows.js';

export interface CreateFormInput {
  dataSource: DataSource | undefined;
  /** Preselected namespace. */
  namespace: string;
  /** Namespaces that the host offers. */
  namespaces: readonly string[];
  /** The schema to build the form from; without it that of the data source, else the bundled one. */
  schema: StructuralSchema | undefined;
  overlay: FormOverlay | undefined;
}

interface LoadedForm {
  form: StorageForm;
  schema: StructuralSchema;
  source: SchemaAnswer['source'] | 'fallback';
  validate: Validator;
}

/** The behaviour of the create form without any markup: fields from the schema, a draft, and what is wrong with it. */
export class CreateFormController {
  readonly labels = new KeyValueRows();
  readonly annotations = new KeyValueRows();
  readonly #host: ReactiveControllerHost;
  readonly #messages: Messages;
  readonly #form: Task<readonly unknown[], LoadedForm>;
  readonly #namespaces: Task<readonly unknown[], readonly string[]>;
  readonly #secrets: Task<readonly unknown[], readonly string[]>;
  #input: CreateFormInput = {
    dataSource: undefined,
    namespace: '',
    namespaces: [],
    schema: undefined,
    overlay: undefined,
  };
  #draft: StorageDraft = emptyDraft();
  #pristine: StorageDraft = this.#draft;
  /** Names of Secrets that were entered, by the provider and the mode that was left. */
  readonly #secretNames = new Map<string, string | undefined>();
  #touched = new Set<string>();
  #reviewed = false;
  #serverIssues: readonly FormIssue[] = [];
  /** Issues of this very draft; undefined when something has changed since. */
  #issues: readonly FormIssue[] | undefined;

  constructor(host: ReactiveControllerHost, messages: Messages = en) {
    this.#host = host;
    this.#messages = messages;
    this.#form = new Task(host, {
      args: () => [this.#input.dataSource, this.#input.schema, this.#input.overlay] as const,
      task: ([source, schema, overlay], { signal }) => loadForm(source, schema, overlay, signal),
      onComplete: () => (this.#issues = undefined),
    });
    this.#namespaces = new Task(host, {
      args: () => [this.#input.dataSource, this.#input.namespaces] as const,
      task: ([source, given], { signal }) => namespacesToCreateIn(source, given, signal),
    });
    this.#secrets = new Task(host, {
      args: () => [this.#input.dataSource, this.namespace, this.credentials.mode === 'existing'] as const,
      task: async ([source, namespace, wanted], { signal }) => {
        if (!source || !namespace || !wanted) return [];
        try {
          const { items } = await source.list(SECRETS, { namespace, metadataOnly: true, signal });
          return items.map(({ metadata }) => metadata?.name ?? '').toSorted();
        } catch {
          return []; // The name can still be typed.
        }
      },
    });
  }

  update(input: CreateFormInput): void {
    const before = this.#input;
    this.#input = input;
    // A namespace that the user has chosen stays; the one that was preselected follows the host.
    if (input.namespace !== before.namespace && this.namespace === before.namespace) {
      const wasDirty = this.dirty;
      this.#draft = inNamespace(this.#draft, input.namespace);
      this.#pristine = wasDirty ? inNamespace(this.#pristine, input.namespace) : this.#draft;
      this.#changed();
    }
  }

  /** Undefined while the schema is being loaded. */
  get form(): StorageForm | undefined {
    return this.#form.value?.form;
  }

  /** Why there is no form. */
  get formError(): DataSourceError | undefined {
    return this.#form.error === undefined ? undefined : toDataSourceError(this.#form.error);
  }

  /** Where the schema came from; `fallback` when the cluster's own could not be had. */
  get schemaSource(): LoadedForm['source'] | undefined {
    return this.#form.value?.source;
  }

  retry(): void {
    void this.#form.run();
  }

  get namespaces(): readonly string[] {
    const names = new Set(this.#namespaces.value ?? this.#input.namespaces);
    if (this.namespace) names.add(this.namespace);
    return [...names].toSorted();
  }

  /** Names of the Secrets in the chosen namespace, as far as the user may list them. */
  get secretNames(): readonly string[] {
    return this.#secrets.value ?? [];
  }

  get namespace(): string {
    return this.#draft.object.metadata?.namespace ?? '';
  }

  get provider(): string | undefined {
    return providerOf(this.#draft);
  }

  get providerForm(): ProviderForm | undefined {
    return this.form?.providers.find((one) => one.provider === this.provider);
  }

  get credentials(): CredentialsDraft {
    return credentialsOf(this.#draft);
  }

  /** The name of the Secret that will be made or used. */
  get secretName(): string | undefined {
    return secretNameOf(this.#draft);
  }

  /** Something was entered. */
  get dirty(): boolean {
    return !deepEqual(objectsOf(this.#draft), objectsOf(this.#pristine));
  }

  /** The objects that would be created, credentials in clear. */
  get objects(): KubernetesObject[] {
    return objectsOf(this.#draft);
  }

  /** The BackupStorage that would be created. It never holds credentials. */
  get value(): BackupStorage {
    return objectsOf(this.#draft).at(-1)!;
  }

  /** Starts from an existing object: a copy without its identity, its status, and its credentials. */
  set value(object: BackupStorage | undefined) {
    this.reset(object === undefined ? undefined : cloneOf(object));
  }

  /** The value of a field as a control shows it. */
  textOf(field: FormField): string {
    const value = getIn(this.#draft.object, field.path);
    return value === undefined || value === null ? '' : String(value);
  }

  isSet(field: FormField): boolean {
    return getIn(this.#draft.object, field.path) === true;
  }

  /** What a control says. Text that is no number stays as it was typed, and is told to be none. */
  setText(field: FormField, text: string): void {
    const value = fromText(field, text);
    const { object } = this.#draft;
    this.#set(value === undefined ? unsetIn(object, field.path) : setIn(object, field.path, value), field.id);
  }

  setSwitch(field: FormField, on: boolean): void {
    const { object } = this.#draft;
    this.#set(on ? setIn(object, field.path, true) : unsetIn(object, field.path), field.id);
  }

  /** Each provider keeps what was entered for it. */
  setProvider(provider: string): void {
    const path = ['spec', 'storage', 'provider'];
    const { object } = this.#draft;
    this.#set(provider === '' ? unsetIn(object, path) : setIn(object, path, provider), 'spec.storage.provider');
  }

  /** Each way keeps the name that was entered for it: that of an existing Secret must not become that of a new one. */
  setCredentialsMode(mode: CredentialsMode): void {
    const { secretName: left, ...credentials } = this.credentials;
    const keyOf = (one: CredentialsMode) => `${this.provider ?? ''} ${one}`;
    this.#secretNames.set(keyOf(credentials.mode), left);
    const secretName = this.#secretNames.get(keyOf(mode));
    this.#setCredentials({ ...credentials, mode, ...(secretName === undefined ? {} : { secretName }) });
  }

  setSecretName(secretName: string): void {
    this.#setCredentials({ ...this.credentials, secretName });
  }

  setSecretValue(key: string, value: string): void {
    const { credentials } = this;
    this.#setCredentials({ ...credentials, values: { ...credentials.values, [key]: value } });
  }

  /** Call after a change of `labels` or `annotations`. */
  rowsChanged(): void {
    let object = this.#draft.object;
    for (const [name, rows] of [
      ['labels', this.labels],
      ['annotations', this.annotations],
    ] as const) {
      const map = rows.toMap();
      object = map ? setIn(object, ['metadata', name], map) : unsetIn(object, ['metadata', name]);
    }
    this.#set(object);
  }

  /** The user has left the field: from now on its faults are shown. */
  touch(id: string): void {
    if (this.#touched.has(id)) return;
    this.#touched.add(id);
    this.#host.requestUpdate();
  }

  /** Shows every fault there is, and returns the errors that keep the manifest from being previewed. */
  review(): readonly FormIssue[] {
    this.#reviewed = true;
    this.#serverIssues = [];
    this.#issues = undefined;
    this.#host.requestUpdate();
    return this.#allIssues().filter(({ severity }) => severity === 'error');
  }

  /** The faults to show: of fields that were left, or of all after a review. */
  get issues(): readonly FormIssue[] {
    return [...this.#allIssues(), ...this.#serverIssues].filter(
      ({ id, severity }) => this.#reviewed || severity === 'warning' || this.#touched.has(id) || this.#isServers(id),
    );
  }

  /** The errors since the last review, each with the label of its field. */
  get summary(): readonly FormIssue[] {
    if (!this.#reviewed) return [];
    const labels = new Map(this.#shownFields().map(({ id, label }) => [id, label]));
    return this.issues
      .filter(({ severity }) => severity === 'error')
      .map((issue) => {
        const label = labels.get(issue.id);
        return label === undefined || issue.missing ? issue : { ...issue, label };
      });
  }

  issueOf(id: string): FormIssue | undefined {
    const own = this.issues.filter((issue) => issue.id === id);
    return own.find(({ severity }) => severity === 'error') ?? own[0];
  }

  /** How many required fields are still empty. */
  get missing(): number {
    return this.#allIssues().filter((issue) => issue.missing).length;
  }

  /** What the user has changed in the manifest. Throws `UnsupportedManifest` when no form can say it. */
  adopt(objects: readonly KubernetesObject[]): void {
    this.#draft = draftOf(objects, this.#draft);
    this.#loadRows();
    this.#changed();
  }

  /** Puts the server's refusal at the fields it is about. */
  refuse(error: DataSourceError, refused: 'secret' | 'storage'): void {
    this.#serverIssues = refused === 'secret' ? [refusalOf(error)] : this.#refusedFields(error);
    this.#reviewed = true;
    this.#host.requestUpdate();
  }

  #refusedFields(error: DataSourceError): FormIssue[] {
    if (error.code === 'already-exists') return [{ ...refusalOf(error), id: 'metadata.name' }];
    const schema = this.#form.value?.schema;
    const causes = (error.causes.length > 0 ? error.causes : causesOfMessage(error.message)).filter(
      ({ message }) => !isNotice(message),
    );
    if (causes.length === 0) return [refusalOf(error)];
    return causes.map((cause) => {
      const { field, message } = cause;
      const path = schema && pathOfCause(cause, schema, this.value);
      const known = path?.join('.');
      const shown = known !== undefined && this.#shownFields().some(({ id }) => id === known);
      return {
        id: shown ? known : '',
        message: shown || !field ? message : `${field}: ${message}`,
        severity: 'error' as const,
      };
    });
  }

  /** Forgets everything, credentials first of all. */
  reset(draft: StorageDraft = emptyDraft()): void {
    this.#draft = draft.object.metadata?.namespace ? draft : inNamespace(draft, this.#input.namespace);
    this.#pristine = this.#draft;
    this.#touched = new Set();
    this.#reviewed = false;
    this.#serverIssues = [];
    this.#secretNames.clear();
    this.#loadRows();
    this.#changed();
  }

  #loadRows(): void {
    this.labels.load(this.#draft.object.metadata?.labels);
    this.annotations.load(this.#draft.object.metadata?.annotations);
  }

  #setCredentials(credentials: CredentialsDraft): void {
    const { provider } = this;
    if (provider === undefined) return;
    this.#draft = { ...this.#draft, credentials: { ...this.#draft.credentials, [provider]: credentials } };
    this.#changed();
  }

  #set(object: BackupStorage, id?: string): void {
    this.#draft = { ...this.#draft, object };
    // The server said this of what was there before.
    if (id !== undefined) this.#serverIssues = this.#serverIssues.filter((issue) => issue.id !== id);
    this.#changed();
  }

  #changed(): void {
    this.#issues = undefined;
    this.#host.requestUpdate();
  }

  #shownFields(): readonly FormField[] {
    const { form, providerForm } = this;
    return form ? [...form.basic, form.provider, ...(providerForm ? fieldsOf(providerForm) : [])] : [];
  }

  #isServers(id: string): boolean {
    return this.#serverIssues.some((issue) => issue.id === id);
  }

  #allIssues(): readonly FormIssue[] {
    const loaded = this.#form.value;
    if (!loaded) return [];
    return (this.#issues ??= draftIssues({
      draft: this.#draft,
      form: loaded.form,
      labels: this.labels,
      annotations: this.annotations,
      schemaCauses: schemaCauses(loaded, storageToCheck(this.#draft)),
      messages: this.#messages,
    }));
  }
}

/** A refusal that is about no field of the form. */
function refusalOf({ message }: DataSourceError): FormIssue {
  return { id: '', message: withoutWebhookPrefix(message), severity: 'error' };
}

function inNamespace(draft: StorageDraft, namespace: string): StorageDraft {
  const path = ['metadata', 'namespace'];
  return { ...draft, object: namespace ? setIn(draft.object, path, namespace) : unsetIn(draft.object, path) };
}

/** What a control's text says in the field's own type. Text that is no number stays text, for the schema to refuse. */
function fromText({ kind }: FormField, text: string): unknown {
  if (text === '') return undefined;
  if (kind === 'integer' || kind === 'int-or-string') {
    const number = Number(text);
    return /^-?(0|[1-9]\d*)$/.test(text) && Number.isSafeInteger(number) ? number : text;
  }
  if (kind === 'number') return text.trim() !== '' && Number.isFinite(Number(text)) ? Number(text) : text;
  return text;
}

function schemaCauses({ validate, schema }: LoadedForm, object: object) {
  if (validate(object)) return [];
  return causesOf(validate.errors ?? [], object).map((cause) => ({
    ...cause,
    id: pathOfCause(cause, schema, object)?.join('.') ?? '',
  }));
}

async function loadForm(
  source: DataSource | undefined,
  given: StructuralSchema | undefined,
  overlay: FormOverlay = backupStorageOverlay,
  signal: AbortSignal,
): Promise<LoadedForm> {
  const answer = given ? { openAPIV3Schema: given, source: 'host' as const } : await askForSchema(source, signal);
  const { backupStorageSchema } = await import('../schema/bundled/backup-storage.js');
  const schema = (answer?.openAPIV3Schema as StructuralSchema | undefined) ?? backupStorageSchema();
  return {
    schema,
    form: storageForm(schema, overlay),
    source: answer?.source ?? 'fallback',
    validate: await loadValidator(schema, { bundled: schema === backupStorageSchema() }),
  };
}

/** The cluster's own schema, if it can be had: it may be newer than ours. */
async function askForSchema(source: DataSource | undefined, signal: AbortSignal): Promise<SchemaAnswer | undefined> {
  try {
    return await source?.schema?.(BACKUP_STORAGES, { signal });
  } catch {
    return undefined; // The bundled copy serves, and the form says so.
  }
}

/** The namespaces in which the user may create a storage, as far as anybody can tell. */
async function namespacesToCreateIn(
  source: DataSource | undefined,
  given: readonly string[],
  signal: AbortSignal,
): Promise<readonly string[]> {
  let names: readonly string[] = given;
  try {
    const known = (await source?.namespaces?.({ signal }))?.names ?? [];
    names = [...new Set([...given, ...known])];
  } catch {
    // Without the right to list namespaces the name can still be typed.
  }
  if (!source?.review || names.length === 0) return names;
  try {
    const queries = names.map((namespace) => ({ type: BACKUP_STORAGES, verb: 'create' as const, namespace }));
    const answers = await source.review(queries, { signal });
    return names.filter((_, index) => answers[index] !== 'denied');
  } catch {
    return names;
  }
}
