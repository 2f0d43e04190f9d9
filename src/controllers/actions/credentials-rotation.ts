import type { ReactiveControllerHost } from 'lit';
import { toDataSourceError, type DataSourceError } from '../../data-source/errors.js';
import type { DataSource } from '../../data-source/types.js';
import type { ActionsWords } from '../../locales/index.js';
import { namedSecretOf } from '../../manifest/deletion-secret.js';
import { credentialsOf, providerOf, type StorageDraft } from '../../manifest/draft.js';
import { deepEqual } from '../../manifest/json.js';
import { rotateSecret, rotationPatchOf, secretKeysOf, type SecretKeysLook } from '../../manifest/rotation.js';
import type { Patience } from '../../manifest/tries.js';
import { identityOf, sameObject } from '../../model/references.js';
import { storageStatus, type Status } from '../../model/status.js';
import type { BackupStorage } from '../../model/types.js';
import type { FormOverlay, SecretKeyHint } from '../../schema/form/overlay.js';
import type { ProviderForm } from '../../schema/form/storage-form.js';
import { backupStorageOverlay } from '../../schema/overlays/backup-storage.js';
import { CredentialsForm } from '../form/credentials.js';
import { credentialIssues } from '../form/credentials-issues.js';
import type { FormIssue } from '../form/form-issue.js';
import type { ActionAccess } from './action-access.js';
import { RotationStore } from './rotation-store.js';
import type { FollowTrouble, StorageFollower } from './storage-follower.js';
import type { SecretUsers, StorageSurroundings } from './storage-surroundings.js';

/**
 * - `closed`: nothing is going on
 * - `asking`: the user enters new values
 * - `writing`: they are on their way
 * - `written`: the Secret holds them, and the storage is followed
 */
export type RotationStep = 'closed' | 'asking' | 'writing' | 'written';

/**
 * What the operator has said since:
 * - `waiting`: nothing yet
 * - `ready`, `not-ready`: it has
 * - `denied`, `signed-out`, `unreachable`: it cannot be followed
 */
export type RotationEcho = 'waiting' | 'ready' | 'not-ready' | FollowTrouble;

export interface RotationEnvironment {
  access: ActionAccess;
  surroundings: StorageSurroundings;
  follower: StorageFollower;
  overlay?: FormOverlay;
  /** The Secret holds the new values. */
  onRotated: (storage: BackupStorage) => void;
  patience?: Patience;
}

/**
 * New credentials for a storage: they are written into the Secret that it names, and the storage itself is not touched.
 * What is left blank stays as it is. Values are in the form and nowhere else, and are forgotten when it is closed.
 */
export class CredentialsRotation {
  /** The fields, without a way to choose where the credentials come from. */
  readonly credentials: CredentialsForm;
  readonly #host: ReactiveControllerHost;
  readonly #environment: RotationEnvironment;
  readonly #words: () => ActionsWords;
  readonly #touched = new Set<string>();
  readonly #revealed = new Set<string>();
  #source: DataSource | undefined;
  #storage: BackupStorage | undefined;
  #draft: StorageDraft = EMPTY;
  #step: RotationStep = 'closed';
  #look: SecretKeysLook | undefined;
  #abort: AbortController | undefined;
  #reviewed = false;
  #nothingTyped = false;
  #error: DataSourceError | undefined;
  #warnings: readonly string[] = [];
  /** The storage when the values were written. */
  #before: BackupStorage | undefined;
  #moved = false;
  /** Counts what was opened, so that a late answer is about nothing. */
  #session = 0;

  constructor(host: ReactiveControllerHost, environment: RotationEnvironment, words: () => ActionsWords) {
    this.#host = host;
    this.#environment = environment;
    this.#words = words;
    this.credentials = new CredentialsForm(
      new RotationStore(words, {
        draft: () => this.#draft,
        // What is typed into a form that was closed is not kept.
        write: (draft) => {
          if (this.#step === 'closed' || this.#step === 'written') return;
          this.#draft = draft;
          this.#nothingTyped = false;
        },
        namespace: () => this.namespace,
        providerForm: () => this.providerForm,
        touch: (id) => {
          this.#touched.add(id);
          host.requestUpdate();
        },
        requestUpdate: () => host.requestUpdate(),
      }),
    );
  }

  /** The storage as it is now, before each render. */
  update(source: DataSource | undefined, storage: BackupStorage | undefined): void {
    const known = this.#storage;
    const isOther =
      source !== this.#source ||
      storage?.metadata?.uid !== known?.metadata?.uid ||
      (storage && namedSecretOf(storage)) !== this.secretName;
    this.#moved = false;
    if (isOther && this.#step !== 'closed') {
      const isNamesake = storage && known && sameObject(identityOf(storage), identityOf(known));
      if (isNamesake && source === this.#source) {
        // What was typed was meant for the Secret that is named here, and is not taken away without a word.
        this.#moved = true;
        return;
      }
      this.close();
    }
    this.#source = source;
    this.#storage = storage;
    this.#readKeys();
  }

  get step(): RotationStep {
    return this.#step;
  }

  /** Undefined for a storage without a Secret. */
  get secretName(): string | undefined {
    return this.#storage && namedSecretOf(this.#storage);
  }

  get storageName(): string {
    return identityOf(this.#storage ?? {}).name;
  }

  get namespace(): string {
    return identityOf(this.#storage ?? {}).namespace;
  }

  /** Which keys the Secret has; undefined while that is being asked. */
  get look(): SecretKeysLook | undefined {
    return this.#look;
  }

  /** Who else takes credentials from it: they get the new ones too. */
  get users(): SecretUsers | undefined {
    return this.#storage && this.#environment.surroundings.secretUsersOf(this.#storage);
  }

  /** The keys to ask for, as a form would for a new Secret; none of them is required. */
  get providerForm(): ProviderForm | undefined {
    const provider = providerOf(this.#draft);
    if (provider === undefined) return undefined;
    const { overlay = backupStorageOverlay(this.#words()) } = this.#environment;
    const known = overlay.providers[provider];
    const hints = known?.secretKeys ?? (this.#look?.is === 'told' ? this.#look.keys.map(unknownKey) : []);
    return {
      provider,
      label: known?.label ?? provider,
      takesSecret: true,
      authFields: [],
      panels: [],
      rest: [],
      // Without any key that is known, any can be entered.
      ...(hints.length > 0 && { secretKeys: hints.map((hint) => this.#blankKeeps(hint)) }),
    };
  }

  /** What is wrong with the values: of fields that were left, or of all after a try. */
  get issues(): readonly FormIssue[] {
    return this.#allIssues().filter(({ id }) => this.#reviewed || this.#touched.has(id));
  }

  /** Secret keys, and rows of free keys, that the user has asked to see. */
  get revealed(): ReadonlySet<string> {
    return this.#revealed;
  }

  toggleRevealed(key: string): void {
    if (!this.#revealed.delete(key)) this.#revealed.add(key);
    this.#host.requestUpdate();
  }

  /** The storage names another Secret meanwhile, or is another one: there is nothing to write to any more. */
  get moved(): boolean {
    return this.#moved;
  }

  /** The user wants to save, and has entered nothing. */
  get nothingTyped(): boolean {
    return this.#nothingTyped;
  }

  /** Why they were not written. With `outcome: 'unknown'` they may have been: writing them again does no harm. */
  get error(): DataSourceError | undefined {
    return this.#error;
  }

  get warnings(): readonly string[] {
    return this.#warnings;
  }

  /** What has to be followed. */
  get followed(): BackupStorage | undefined {
    return this.#step === 'written' ? this.#before : undefined;
  }

  /** How the storage is doing with them. */
  get echo(): RotationEcho {
    const now = this.#current;
    const { trouble } = this.#environment.follower;
    if (!now || (trouble === 'denied' && now === this.#before)) return 'denied';
    if (deepEqual(now.status, this.#before?.status))
      return trouble === 'signed-out' || trouble === 'unreachable' ? trouble : 'waiting';
    return now.status?.phase === 'Ready' ? 'ready' : now.status?.phase ? 'not-ready' : 'waiting';
  }

  get status(): Status | undefined {
    return this.#current && storageStatus(this.#current);
  }

  open(): void {
    const [source, storage, secretName] = [this.#source, this.#storage, this.secretName];
    if (!source || !storage || secretName === undefined || this.#step !== 'closed') return;
    const provider = storage.spec?.storage?.provider ?? '';
    this.#draft = { object: storage, credentials: { [provider]: { mode: 'new', secretName, values: {} } } };
    this.#step = 'asking';
    this.#readKeys();
    this.#host.requestUpdate();
  }

  /** Forgets what was entered. */
  close(): void {
    this.#forget();
    this.#session += 1;
    this.#abort?.abort();
    this.#step = 'closed';
    this.#moved = false;
    this.#look = this.#error = this.#before = this.#abort = undefined;
    this.#warnings = [];
    this.#host.requestUpdate();
  }

  /** Writes what was entered into the Secret. Never rejects. */
  async submit(): Promise<void> {
    const [source, storage, name] = [this.#source, this.#storage, this.secretName];
    if (!source || !storage || name === undefined || this.#step !== 'asking' || this.#moved) return;
    const { values } = credentialsOf(this.#draft);
    this.#reviewed = true;
    this.#nothingTyped = rotationPatchOf(values) === undefined;
    this.#error = undefined;
    this.#host.requestUpdate();
    if (this.#nothingTyped || this.#allIssues().some(({ severity }) => severity === 'error')) return;
    this.#step = 'writing';
    const session = this.#session;
    let warnings: readonly string[] = [];
    let error: DataSourceError | undefined;
    try {
      warnings = await rotateSecret(source, { namespace: this.namespace, name }, values, this.#environment.patience);
    } catch (thrown) {
      error = toDataSourceError(thrown);
    }
    // Closed meanwhile: it may be written all the same.
    if (session !== this.#session) return error ? undefined : this.#environment.onRotated(storage);
    this.#error = error;
    this.#step = error ? 'asking' : 'written';
    this.#host.requestUpdate();
    if (error) {
      if (error.code === 'forbidden') this.#environment.access.forget();
      return;
    }
    this.#before = this.#storage ?? storage;
    this.#warnings = warnings;
    this.#forget();
    this.#environment.onRotated(storage);
  }

  get #current(): BackupStorage | undefined {
    return this.#environment.follower.current ?? this.#storage ?? this.#before;
  }

  #forget(): void {
    this.credentials.forget();
    this.#draft = EMPTY;
    this.#touched.clear();
    this.#revealed.clear();
    this.#reviewed = this.#nothingTyped = false;
  }

  #allIssues(): FormIssue[] {
    const { providerForm: provider, namespace } = this;
    if (!provider) return [];
    return credentialIssues(this.credentials, { provider, namespace, messages: this.#words() });
  }

  /** Once it is known whether the user may: reading a Secret in vain leaves a trace in the cluster's audit log. */
  #readKeys(): void {
    const { access } = this.#environment;
    const [source, name] = [this.#source, this.secretName];
    const right = access.answer('getSecret');
    if (this.#step !== 'asking' || this.#look || this.#abort || !source || name === undefined || !right) return;
    if (right === 'denied') {
      this.#look = { is: 'unknown', denied: true };
      return;
    }
    const abort = new AbortController();
    this.#abort = abort;
    void secretKeysOf(source, { namespace: this.namespace, name }, abort.signal).then((look) => {
      if (abort.signal.aborted) return;
      this.#look = look;
      this.#host.requestUpdate();
    });
  }

  #blankKeeps(hint: SecretKeyHint): SecretKeyHint {
    const { rotateKeeps, rotateAdds, rotateBlank } = this.#words();
    const isThere = this.#look?.is === 'told' ? this.#look.keys.includes(hint.key) : undefined;
    const blank = isThere === undefined ? rotateBlank : isThere ? rotateKeeps : rotateAdds;
    return { ...hint, required: false, help: [hint.help, blank].filter(Boolean).join(' ') };
  }
}

const EMPTY: StorageDraft = { object: {}, credentials: {} };

/** A key of a provider that we do not know: it may be anything. */
function unknownKey(key: string): SecretKeyHint {
  return { key, label: key, help: '', required: false, secret: true, multiline: true };
}
