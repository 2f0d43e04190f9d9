import type { ReactiveControllerHost } from 'lit';
import { toDataSourceError } from '../../data-source/errors.js';
import type { DataSource } from '../../data-source/types.js';
import { deleteFormerSecret, findSecret } from '../../manifest/deletion-secret.js';
import { deleteStorage, lookAgain, type DeletionResult } from '../../manifest/deletion.js';
import type { Patience } from '../../manifest/tries.js';
import { identityOf, sameObject } from '../../model/references.js';
import type { BackupStorage, Condition, KubernetesObject } from '../../model/types.js';
import type { ActionAccess } from './action-access.js';
import type { DeletionProblem, DeletionStep, SecretLeft, SecretOffer } from './deletion-state.js';
import type { FollowTrouble, StorageFollower } from './storage-follower.js';
import type { Consequences, StorageSurroundings } from './storage-surroundings.js';

export interface DeletionEnvironment {
  access: ActionAccess;
  surroundings: StorageSurroundings;
  follower: StorageFollower;
  /** The storage has gone. */
  onDeleted: (storage: BackupStorage) => void;
  patience?: Patience;
}

/** The deletion of one storage, from the question to its end. Nothing is deleted before `confirm`. */
export class StorageDeletion {
  readonly #host: ReactiveControllerHost;
  readonly #environment: DeletionEnvironment;
  #source: DataSource | undefined;
  #storage: BackupStorage | undefined;
  /** As it was given last: that may be one that has the name of the one that is being deleted. */
  #latest: BackupStorage | undefined;
  /** What is being deleted, as the user was shown it. */
  #doomed: BackupStorage | undefined;
  #step: DeletionStep = 'closed';
  #isOpen = false;
  #problem: DeletionProblem | undefined;
  #typed = '';
  #withSecret = false;
  #secret: KubernetesObject | undefined;
  #secretLeft: SecretLeft | undefined;
  #secretDeleted = false;
  #busy = false;

  constructor(host: ReactiveControllerHost, environment: DeletionEnvironment) {
    this.#host = host;
    this.#environment = environment;
  }

  /**
   * The storage as it is now, before each render; `gone` when it is known not to be there any more. One that goes while it is
   * being deleted is followed to its end.
   */
  update(source: DataSource | undefined, storage: BackupStorage | undefined, gone = false): void {
    const about = this.#doomed ?? this.#storage;
    const isOther = storage && !isSame(storage, about);
    this.#latest = storage;
    if (isOther && source === this.#source && this.#isShown && isNamesake(storage, about)) {
      // What is being deleted is followed to its end, whoever has its name by then.
      if (this.#step === 'asking') this.#problem = { is: 'replaced' };
    } else {
      if ((isOther || source !== this.#source) && this.#step !== 'closed') this.#reset();
      this.#source = source;
      if (storage || this.#step === 'closed') this.#storage = storage;
    }
    if (gone && this.#step === 'asking' && !this.#busy) this.#forestalled();
    if (this.#step === 'terminating' && this.#environment.follower.isGone)
      queueMicrotask(() => void this.#finish(false));
  }

  get step(): DeletionStep {
    return this.#step;
  }

  /** The dialog is to be seen. Closed while the operator cleans up, it goes on without one. */
  get isOpen(): boolean {
    return this.#isOpen;
  }

  /** There is something to be told, or there will be. */
  get #isShown(): boolean {
    return this.#step !== 'closed' && (this.#isOpen || this.#step !== 'done');
  }

  /** What it is about, as it is now. */
  get storage(): BackupStorage | undefined {
    if (this.#step === 'asking' || this.#step === 'closed') return this.#storage;
    return this.#environment.follower.current ?? this.#doomed;
  }

  /** What has to be followed. */
  get followed(): BackupStorage | undefined {
    return this.#step === 'terminating' ? this.#doomed : undefined;
  }

  get consequences(): Consequences | undefined {
    return this.#storage && this.#environment.surroundings.consequencesOf(this.#storage);
  }

  get problem(): DeletionProblem | undefined {
    return this.#problem;
  }

  /** A request is on its way. */
  get busy(): boolean {
    return this.#busy;
  }

  get secretOffer(): SecretOffer {
    const { access, surroundings } = this.#environment;
    const users = this.#storage && surroundings.secretUsersOf(this.#storage);
    const name = users?.name ?? '';
    const offer = (is: SecretOffer['is'], by: readonly string[] = []): SecretOffer => ({ is, name, by });
    if (!users || name === '') return offer('none');
    if (!this.#source?.delete) return offer('unsupported');
    const by = [...users.storages, ...users.encrypts];
    if (by.length > 0) return offer('used', by);
    if (access.answer('deleteSecret') === 'denied') return offer('denied');
    if (users.known === 'loading') return offer('loading');
    return offer(users.known === 'known' ? 'free' : 'untold');
  }

  /** The Secret goes with it. Off until the user says so, and no more than an offer allows. */
  get withSecret(): boolean {
    return this.#withSecret && this.secretOffer.is === 'free';
  }

  set withSecret(on: boolean) {
    this.#withSecret = on;
    this.#host.requestUpdate();
  }

  /** The deletion erases what was backed up: the name has to be typed. */
  get asksForName(): boolean {
    return this.consequences?.policy === 'WipeOut';
  }

  get typedName(): string {
    return this.#typed;
  }

  set typedName(name: string) {
    this.#typed = name;
    this.#host.requestUpdate();
  }

  get canConfirm(): boolean {
    if (this.#step !== 'asking' || this.#busy || !this.#storage || this.#problem?.is === 'replaced') return false;
    return !this.asksForName || this.#typed === this.#storage.metadata?.name;
  }

  /** What the operator says is wrong while it cleans up. */
  get cleanUpFaults(): readonly Condition[] {
    return (this.storage?.status?.conditions ?? []).filter(({ status }) => status === 'False');
  }

  /** Why the end of it cannot be followed. */
  get cannotFollow(): FollowTrouble | undefined {
    return this.#step === 'terminating' ? this.#environment.follower.trouble : undefined;
  }

  /** The Secret is to go once the storage has gone. */
  get willDeleteSecret(): boolean {
    return this.#secret !== undefined && !this.#secretDeleted;
  }

  /** What was to go with the storage and has not. */
  get secretLeft(): SecretLeft | undefined {
    return this.#secretLeft;
  }

  /** The Secret was deleted with it. */
  get secretDeleted(): boolean {
    return this.#secretDeleted;
  }

  open(): void {
    if (this.#step === 'done') this.#reset();
    if (this.#step === 'closed') this.#step = this.#storage ? 'asking' : 'closed';
    this.#isOpen = this.#step !== 'closed';
    this.#host.requestUpdate();
  }

  close(): void {
    this.#isOpen = false;
    if ((this.#step === 'asking' && !this.#busy) || this.#step === 'done') this.#reset();
    this.#host.requestUpdate();
  }

  /** The user's own word, and nothing else, deletes. */
  async confirm(): Promise<void> {
    const [source, storage] = [this.#source, this.#storage];
    if (!source || !storage || !this.canConfirm) return;
    const withSecret = this.withSecret;
    this.#doomed = storage;
    this.#problem = undefined;
    this.#secret = undefined;
    this.#step = 'deleting';
    await this.#work(async () => {
      // Which Secret it is has to be known before: the one of that name afterwards may be another.
      if (withSecret) this.#secret = await this.#secretOf(source, storage);
      if (this.#doomed !== storage) return;
      this.#take(await deleteStorage(source, storage, this.#environment.patience), storage);
    });
  }

  /** Finds out what became of it. */
  async lookAgain(): Promise<void> {
    const [source, doomed] = [this.#source, this.#doomed];
    if (!source || !doomed || this.#busy) return;
    // Whoever has signed in again is heard again.
    if (this.cannotFollow === 'signed-out') this.#environment.follower.refresh();
    await this.#work(async () => this.#take(await lookAgain(source, doomed), doomed));
  }

  /** Tries again to delete the Secret that was left. */
  async retrySecret(): Promise<void> {
    const [source, secret] = [this.#source, this.#secret];
    if (!this.#secretLeft || !source || !secret || this.#busy) return;
    await this.#work(async () => {
      // The user says so again, so it may have been changed since; another one of its name is left alone.
      const now = await findSecret(source, identityOf(secret)).catch(() => undefined);
      const { uid } = secret.metadata ?? {};
      if (now && (uid === undefined || now.metadata?.uid === uid)) this.#secret = now;
      await this.#deleteSecret();
    });
  }

  #take(result: DeletionResult, about: BackupStorage): void {
    if (this.#doomed !== about) return;
    this.#problem = undefined;
    switch (result.is) {
      case 'gone':
        return void this.#finish(true);
      case 'terminating':
        this.#doomed = result.object;
        this.#step = 'terminating';
        return;
      case 'changed':
        this.#ask({ is: 'changed' });
        this.#storage = result.object;
        this.#typed = '';
        return;
      case 'replaced':
        return this.#ask({ is: 'replaced' });
      case 'failed':
        if (result.error.outcome === 'unknown') this.#problem = { is: 'unknown', error: result.error };
        else if (this.#step === 'terminating') this.#problem = undefined;
        else this.#ask({ is: 'refused', error: result.error });
    }
  }

  /** Somebody else has deleted it while the user was asked. Its Secret is left to them as well. */
  #forestalled(): void {
    this.#doomed = this.#storage;
    this.#problem = undefined;
    this.#step = 'done';
  }

  #ask(problem: DeletionProblem): void {
    this.#step = 'asking';
    this.#doomed = undefined;
    this.#problem = problem;
    // What the server refuses may be refused for a right that has gone.
    if (problem.is === 'refused' && problem.error.code === 'forbidden') this.#environment.access.forget();
  }

  /** The storage has certainly gone. */
  async #finish(isBusy: boolean): Promise<void> {
    const doomed = this.#doomed;
    if (!doomed || this.#step === 'gone' || this.#step === 'done') return;
    this.#step = 'gone';
    this.#environment.onDeleted(doomed);
    if (isBusy) await this.#deleteSecret();
    else await this.#work(() => this.#deleteSecret());
  }

  async #deleteSecret(): Promise<void> {
    const [source, doomed, secret] = [this.#source, this.#doomed, this.#secret];
    try {
      if (source && doomed && secret) {
        await deleteFormerSecret(source, doomed, secret, this.#environment.patience);
        this.#secretDeleted = true;
      }
      this.#secretLeft = undefined;
    } catch (thrown) {
      if (this.#doomed === doomed && secret)
        this.#secretLeft = { ...identityOf(secret), error: toDataSourceError(thrown) };
      // Said also to a user who has closed the dialog: it was promised to go.
      this.#isOpen ||= this.#secretLeft !== undefined;
    }
    if (this.#doomed !== doomed) return;
    this.#step = 'done';
    this.#host.requestUpdate();
  }

  /** Undefined when there is none. What cannot be found out is told at the end, and does not keep the storage. */
  async #secretOf(source: DataSource, storage: BackupStorage): Promise<KubernetesObject | undefined> {
    const { name } = this.#environment.surroundings.secretUsersOf(storage);
    const { namespace } = identityOf(storage);
    if (name === undefined) return undefined;
    return findSecret(source, { namespace, name }).catch(() => ({ metadata: { namespace, name } }));
  }

  async #work(task: () => Promise<void> | void): Promise<void> {
    this.#busy = true;
    this.#host.requestUpdate();
    try {
      await task();
    } finally {
      this.#busy = false;
      this.#host.requestUpdate();
    }
  }

  #reset(): void {
    this.#isOpen = false;
    this.#step = 'closed';
    this.#storage = this.#latest;
    this.#doomed = this.#problem = this.#secret = this.#secretLeft = undefined;
    this.#typed = '';
    this.#withSecret = this.#secretDeleted = false;
  }
}

function isSame(a: BackupStorage, b: BackupStorage | undefined): boolean {
  if (a.metadata?.uid && b?.metadata?.uid) return a.metadata.uid === b.metadata.uid;
  return isNamesake(a, b);
}

function isNamesake(a: BackupStorage, b: BackupStorage | undefined): boolean {
  return sameObject(identityOf(a), b && identityOf(b));
}
