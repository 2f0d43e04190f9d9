import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { DataSource } from '../../data-source/types.js';
import { FORM_WORDS } from '../form/form-words.js';
import { actions } from '../../locales/groups/actions.js';
import { Words, type ActionsWords } from '../../locales/index.js';
import { namedSecretOf } from '../../manifest/deletion-secret.js';
import type { Patience } from '../../manifest/tries.js';
import { takesSecret } from '../../model/providers.js';
import { identityOf } from '../../model/references.js';
import { BACKUP_STORAGES, SECRETS } from '../../model/resources.js';
import type { BackupStorage } from '../../model/types.js';
import type { FormOverlay } from '../../schema/form/overlay.js';
import type { StructuralSchema } from '../../schema/types.js';
import { ActionAccess, type ActionRight } from './action-access.js';
import { CredentialsRotation } from './credentials-rotation.js';
import { StorageDeletion } from './storage-deletion.js';
import { StorageEdit } from './storage-edit.js';
import { StorageFollower } from './storage-follower.js';
import { StorageSurroundings } from './storage-surroundings.js';

/** In the order in which they are shown. */
export const STORAGE_ACTIONS = ['edit', 'rotate', 'delete'] as const;
export type StorageAction = (typeof STORAGE_ACTIONS)[number];

/**
 * Whether an action is offered:
 * - `hidden`: there is no such thing here: the data source has no way to do it, or the storage nothing to do it to
 * - `allowed`: as far as anybody knows
 * - `disabled`: it is shown with the reason
 */
export type ActionState = { is: 'hidden' | 'allowed' } | { is: 'disabled'; reason: string };

export interface StorageActionsInput {
  dataSource: DataSource | undefined;
  /** As it is now; undefined while it is not known, and when it has gone. */
  storage: BackupStorage | undefined;
  /** It was here, and is known to have gone. */
  gone?: boolean;
}

export interface StorageActionsOptions {
  /** The schema that the form of the edit is made of. */
  schema?: () => StructuralSchema | undefined;
  overlay?: FormOverlay;
  /** The words in use, asked for each time that they are needed; without it English. */
  words?: () => ActionsWords;
  /** The edit has another draft, which its form has to show. */
  onDraft?: (draft: BackupStorage) => void;
  /** It was stored anew, or has other credentials; `object` is the storage as it is known now. */
  onUpdated?: (object: BackupStorage) => void;
  /** It has gone, by this user's deletion. */
  onDeleted?: (object: BackupStorage) => void;
  /** How failures are waited out, for tests. */
  patience?: Patience;
}

/** What a user can do to one storage: edit it, give it other credentials, delete it. No markup. */
export class StorageActions implements ReactiveController {
  readonly deletion: StorageDeletion;
  readonly edit: StorageEdit;
  readonly rotation: CredentialsRotation;
  readonly #words: () => ActionsWords;
  readonly #access: ActionAccess;
  readonly #surroundings: StorageSurroundings;
  readonly #follower: StorageFollower;
  #input: StorageActionsInput = { dataSource: undefined, storage: undefined };

  constructor(host: ReactiveControllerHost, options: StorageActionsOptions = {}) {
    const { words = english, overlay, patience, schema = () => undefined } = options;
    const { onDraft = () => {}, onUpdated = () => {}, onDeleted = () => {} } = options;
    this.#words = words;
    this.#access = new ActionAccess(() => host.requestUpdate());
    this.#surroundings = new StorageSurroundings(host);
    this.#follower = new StorageFollower(host, () => host.requestUpdate());
    const common = {
      access: this.#access,
      surroundings: this.#surroundings,
      follower: this.#follower,
      ...(patience && { patience }),
    };
    this.deletion = new StorageDeletion(host, { ...common, onDeleted });
    this.rotation = new CredentialsRotation(
      host,
      { ...common, onRotated: onUpdated, ...(overlay && { overlay }) },
      words,
    );
    this.edit = new StorageEdit(host, { schema, onDraft, onSaved: onUpdated, ...(patience && { patience }) }, words);
    host.addController(this);
  }

  /** To be called before each render. */
  update(input: StorageActionsInput): void {
    this.#input = input;
    const { dataSource, storage, gone = false } = input;
    this.#access.update(dataSource, storage ?? this.deletion.storage);
    this.deletion.update(dataSource, storage, gone);
    this.rotation.update(dataSource, storage);
    this.edit.update(dataSource, storage);
    const { deletion, rotation } = this;
    // Also while the request is on its way: what the user was told stays there to be read.
    const asks = deletion.isOpen && (deletion.step === 'asking' || deletion.step === 'deleting');
    const want = asks ? 'all' : rotation.step === 'asking' || rotation.step === 'writing' ? 'storages' : 'nothing';
    this.#surroundings.connect(dataSource, storage, want);
    this.#follower.follow(dataSource, deletion.followed ?? rotation.followed);
  }

  /** What was typed does not outlive the element's place in the page. */
  hostDisconnected(): void {
    this.rotation.close();
  }

  stateOf(action: StorageAction): ActionState {
    const { dataSource, storage } = this.#input;
    if (!storage || !dataSource) return HIDDEN;
    const { provider } = storage.spec?.storage ?? {};
    const isTerminating = storage.metadata?.deletionTimestamp !== undefined;
    switch (action) {
      case 'delete':
        if (!dataSource.delete) return HIDDEN;
        // The way back to a deletion that goes on without its dialog.
        if (this.deletion.step !== 'closed') return { is: 'allowed' };
        if (isTerminating) return { is: 'disabled', reason: this.#words().actionTerminating };
        return this.#unlessDenied('deleteStorage');
      case 'edit':
        if (!dataSource.patch) return HIDDEN;
        if (isTerminating) return { is: 'disabled', reason: this.#words().actionTerminating };
        return this.#unlessDenied('patchStorage');
      case 'rotate':
        if (!dataSource.patch || (provider !== undefined && !takesSecret(provider))) return HIDDEN;
        if (isTerminating) return { is: 'disabled', reason: this.#words().actionTerminating };
        if (namedSecretOf(storage) === undefined) return { is: 'disabled', reason: this.#words().rotateNoSecret };
        return this.#unlessDenied('patchSecret');
    }
  }

  /** Does nothing for an action that is not allowed. */
  start(action: StorageAction): void {
    // What is going on already is shown again, whatever the storage has become.
    if (action === 'delete' && this.deletion.step !== 'closed') return this.deletion.open();
    if (this.stateOf(action).is !== 'allowed') return;
    if (action === 'edit') void this.edit.open();
    else if (action === 'rotate') this.rotation.open();
    else this.deletion.open();
  }

  #unlessDenied(right: ActionRight): ActionState {
    if (this.#access.answer(right) !== 'denied') return { is: 'allowed' };
    const { namespace } = identityOf(this.#input.storage ?? {});
    const { resource } = right === 'patchSecret' ? SECRETS : BACKUP_STORAGES;
    const verb = right === 'deleteStorage' ? 'delete' : 'patch';
    return { is: 'disabled', reason: this.#words().mayNot(verb, resource, namespace) };
  }
}

/** The words that the actions use, with those of the form that edits. */
export const ACTIONS_WORDS = [...FORM_WORDS, actions] as const;

const ENGLISH = new Words(ACTIONS_WORDS);
const english = (): ActionsWords => ENGLISH.messages;

const HIDDEN: ActionState = { is: 'hidden' };
