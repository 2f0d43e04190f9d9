import type { DataSourceError } from '../data-source/errors.js';
import { toDataSourceError } from '../data-source/errors.js';
import type { DataSource } from '../data-source/types.js';
import { apiVersionOf, BACKUP_STORAGES, SECRETS, type ResourceType } from '../model/resources.js';
import type { BackupStorage, KubernetesObject, Secret } from '../model/types.js';
import { Attempt, type Created, type Found } from './attempt.js';
import { pairOf } from './draft.js';
import { ownFault } from './own-faults.js';
import { isNotApplied, type Patience } from './tries.js';
import { objectionOf } from './verdict.js';
import { denialError, planAccess } from './verdict-access.js';

export { ATTEMPT_ANNOTATION } from './attempt.js';

/**
 * - `access`: whether the user may
 * - `check`: dry run of both
 * - `replace`: removing the Secret that has the name
 * - `secret`, `storage`: creating it
 * - `roll-back`: removing the Secret again
 */
export type PlanStep = 'access' | 'check' | 'replace' | 'secret' | 'storage' | 'roll-back';

export interface PlanProgress {
  step: PlanStep;
  /** `skipped`: there is no way to. */
  state: 'running' | 'done' | 'failed' | 'skipped';
}

export interface LeftBehind {
  namespace: string;
  name: string;
  /** Why the Secret could not, or must not, be removed again. */
  error: DataSourceError;
  /** Which Secret it is, as far as the server has said: another one of that name is never removed. */
  uid?: string;
  resourceVersion?: string;
}

export type PlanResult =
  | {
      outcome: 'created';
      storage: BackupStorage;
      /** Without its values. */
      secret?: Secret;
      /** What the server warned about; empty when its answer was lost. */
      warnings: readonly string[];
    }
  | {
      outcome: 'refused';
      /** Which of the two objects the server refused. */
      refused: 'secret' | 'storage';
      /** With `outcome: 'unknown'` nobody could tell whether that object exists now: trying again finds out. */
      error: DataSourceError;
      /** The Secret that exists now, or may exist, although the storage does not. */
      leftBehind?: LeftBehind;
    };

export interface PlanOptions extends Patience {
  /** Of the object that is created beside the Secret; a BackupStorage unless given. */
  type?: ResourceType;
  /** The same id on a retry makes it converge on what an earlier try has created. */
  attempt: string;
  /** What the last try with this id came to, so that a retry that finds out nothing does not forget it. */
  earlier?: PlanResult | undefined;
  /** The server has accepted these very objects moments ago, rights included: it is not asked again, unless there was an earlier try. */
  checked?: boolean;
  /** The user wants a Secret that has the name already removed first. Its values are lost, whatever comes after. */
  replaceSecret?: boolean;
  /** Nothing more is created once it is aborted. What was begun is still found out, and undone. */
  signal?: AbortSignal;
  onProgress?: (progress: PlanProgress) => void;
}

/**
 * Creates a BackupStorage and the Secret that it needs: both or none.
 *
 * 1. Asks whether the user may create both, then dry-runs both; any refusal and nothing is written.
 * 2. Creates the Secret, then the BackupStorage. An answer that was lost is decided by reading.
 * 3. When there is certainly no BackupStorage, removes the Secret of this attempt, and only if nobody has touched it.
 *
 * Rejects with `UnsupportedManifest` for objects that are no such pair. Says no credential in its result or its errors.
 */
export async function createStorage(
  source: DataSource,
  objects: readonly KubernetesObject[],
  options: PlanOptions,
): Promise<PlanResult> {
  const { storage, secret } = pairOf(objects, options.type);
  const attempt = new Attempt(source, options.attempt, secret, options);
  return new CreationPlan(source, attempt, storage, secret, options).run();
}

/**
 * Tries again to remove the Secret that an attempt has left behind. Resolves with what is left now, with undefined when
 * nothing is, or with the success that the attempt turns out to have been.
 */
export async function removeLeftBehind(
  source: DataSource,
  objects: readonly KubernetesObject[],
  left: LeftBehind,
  options: PlanOptions,
): Promise<LeftBehind | Extract<PlanResult, { outcome: 'created' }> | undefined> {
  const { storage, secret } = pairOf(objects, options.type);
  const attempt = new Attempt(source, options.attempt, secret, options);
  return new CreationPlan(source, attempt, storage, secret, options).removeAgain(left);
}

class CreationPlan {
  /** The Secret of this attempt that is certainly there, from this try or an earlier one. */
  #stored: Secret | undefined;
  readonly #type: ResourceType;

  constructor(
    private readonly source: DataSource,
    private readonly attempt: Attempt,
    private readonly storage: BackupStorage,
    private readonly secret: Secret | undefined,
    private readonly options: PlanOptions,
  ) {
    this.#type = options.type ?? BACKUP_STORAGES;
  }

  async run(): Promise<PlanResult> {
    const warnings: string[] = [];
    const create = async <T extends KubernetesObject>(step: PlanStep, type: ResourceType, object: T): Promise<T> => {
      const answer = await this.#step(step, () => this.attempt.create(type, object, false));
      warnings.push(...answer.warnings);
      return answer.object;
    };
    const refusal = await this.#refusedBeforehand();
    if (refusal) return refusal;
    try {
      if (this.secret) this.#stored = await create('secret', SECRETS, this.secret);
    } catch (thrown) {
      const error = toDataSourceError(thrown);
      return isNotApplied(error) ? this.#refuse('secret', error) : refused('secret', error, this.#leftBehind(error));
    }
    try {
      return this.#created(await create('storage', this.#type, this.storage), warnings);
    } catch (thrown) {
      return this.#refuse('storage', toDataSourceError(thrown));
    }
  }

  /** Everything that is asked before anything is written. Undefined when there is nothing against it. */
  async #refusedBeforehand(): Promise<PlanResult | undefined> {
    // After an earlier try the check also finds what that has stored.
    if (this.options.checked && !this.options.earlier) {
      this.#report('check', 'done');
      return undefined;
    }
    return (await this.#mayNot()) ?? (await this.#check()) ?? (await this.#replace());
  }

  async #mayNot(): Promise<PlanResult | undefined> {
    const { source, options, storage, secret } = this;
    if (!source.review) return undefined;
    this.#report('access', 'running');
    const access = await planAccess(source, { storage, ...(secret && { secret }) }, this.#type, options.signal);
    const [denial] = access?.denied ?? [];
    this.#report('access', denial ? 'failed' : 'done');
    return denial && this.#refuse(denial.of, denialError(denial));
  }

  /** Dry-runs both. Undefined when the server would take them. */
  async #check(): Promise<PlanResult | undefined> {
    this.#report('check', 'running');
    // The webhooks do not look at the Secret, so both can be asked about at once.
    const [secret, storage] = await Promise.allSettled([
      this.secret && this.#checkSecret(this.secret),
      this.attempt.create(this.#type, this.storage, true),
    ]);
    const refusals = [secret, storage].map((answer) =>
      answer.status === 'rejected' && !this.#isUncheckable(answer.reason)
        ? toDataSourceError(answer.reason)
        : undefined,
    );
    const [ofSecret, ofStorage] = refusals;
    const isSkipped = secret.status === 'rejected' || storage.status === 'rejected';
    this.#report('check', ofSecret || ofStorage ? 'failed' : isSkipped ? 'skipped' : 'done');
    if (secret.status === 'fulfilled' && secret.value?.wasThere) this.#stored = secret.value.object;
    const left = ofSecret && this.#leftEarlier(ofSecret);
    if (ofStorage) return this.#refuse('storage', ofStorage, left);
    return ofSecret && this.#refuse('secret', ofSecret, left);
  }

  /** Something on the way knows no dry run. That is no refusal: what is refused when it is created is rolled back. */
  #isUncheckable(thrown: unknown): boolean {
    const { kind } = objectionOf('storage', toDataSourceError(thrown));
    return this.source.create !== undefined && kind === 'unsupported';
  }

  /** One that is to be replaced is tried out under another name: its own is taken. */
  async #checkSecret(secret: Secret): Promise<Created<Secret>> {
    try {
      return await this.attempt.create(SECRETS, secret, true);
    } catch (thrown) {
      const error = toDataSourceError(thrown);
      if (!this.options.replaceSecret || error.code !== 'already-exists') throw error;
      const { name, ...metadata } = secret.metadata ?? {};
      const renamed = { ...secret, metadata: { ...metadata, generateName: `${name}-` } };
      return this.attempt.create(SECRETS, renamed, true);
    }
  }

  async #replace(): Promise<PlanResult | undefined> {
    if (!this.options.replaceSecret || !this.secret) return undefined;
    const found = await this.attempt.find(SECRETS, this.secret);
    if (found.is === 'unreadable') return this.#refuse('secret', this.attempt.settled(found.error, 'not-applied'));
    if (found.is !== 'other') return undefined;
    try {
      await this.#step('replace', () => this.attempt.remove(found.object));
      return undefined;
    } catch (thrown) {
      return this.#refuse('secret', toDataSourceError(thrown));
    }
  }

  /** See {@link removeLeftBehind}. */
  async removeAgain(left: LeftBehind): Promise<LeftBehind | Extract<PlanResult, { outcome: 'created' }> | undefined> {
    const storage = await this.attempt.find(this.#type, this.storage);
    const found = this.secret ? await this.attempt.find(SECRETS, this.secret) : undefined;
    // As it was made, not as somebody may have changed it since.
    const { uid, resourceVersion } = left;
    const known = { ...(uid && { uid }), ...(resourceVersion && { resourceVersion }) };
    if (found?.is === 'own') this.#stored = { ...found.object, metadata: { ...found.object.metadata, ...known } };
    if (storage.is === 'own') return this.#created(storage.object, []);
    for (const one of [found, storage]) if (one?.is === 'unreadable') return { ...left, error: one.error };
    return this.#stored && this.#remove(this.#stored, storage);
  }

  /** There will be no storage: what this attempt has stored of a Secret has to go. */
  async #refuse(which: 'secret' | 'storage', error: DataSourceError, left?: LeftBehind): Promise<PlanResult> {
    const found = await this.attempt.find(this.#type, this.storage);
    // Of an earlier try: the server's checks may now find it in the way of this one.
    if (found.is === 'own') return this.#created(found.object, []);
    const { earlier } = this.options;
    const mayBeThere = earlier?.outcome === 'created' || earlier?.error.outcome === 'unknown';
    const reason = found.is === 'unreadable' && mayBeThere ? this.attempt.settled(error, 'unknown') : error;
    return refused(which, reason, this.#stored ? await this.#rollBack(this.#stored, reason, found) : left);
  }

  #created(storage: BackupStorage, warnings: readonly string[]): Extract<PlanResult, { outcome: 'created' }> {
    const secret = this.#stored && withoutValues(this.#stored);
    return { outcome: 'created', storage, ...(secret && { secret }), warnings };
  }

  /** The Secret that an earlier try has made, as long as nobody can tell whether it is still there. */
  #leftEarlier(error: DataSourceError): LeftBehind | undefined {
    const { earlier } = this.options;
    if (earlier?.outcome === 'created') return earlier.secret && this.#leftBehind(error);
    return earlier?.leftBehind;
  }

  async #rollBack(
    secret: Secret,
    reason: DataSourceError,
    found: Found<BackupStorage>,
  ): Promise<LeftBehind | undefined> {
    // Nobody knows whether there is a storage.
    return isNotApplied(reason) ? this.#remove(secret, found) : this.#leftBehind(reason);
  }

  /** Removes the Secret unless there is, or may be, a storage that uses it. */
  async #remove(secret: Secret, found: Found<BackupStorage>): Promise<LeftBehind | undefined> {
    if (found.is === 'unreadable') return this.#leftBehind(found.error);
    if (found.is === 'other' && names(found.object, secret)) return this.#leftBehind(ownFault('storage-uses-secret'));
    try {
      await this.#step('roll-back', () => this.attempt.remove(secret));
      return undefined;
    } catch (thrown) {
      return this.#leftBehind(toDataSourceError(thrown));
    }
  }

  #leftBehind(error: DataSourceError): LeftBehind {
    const { namespace = '', name = '' } = this.secret?.metadata ?? {};
    const { uid, resourceVersion } = this.#stored?.metadata ?? {};
    return { namespace, name, error, ...(uid && { uid }), ...(resourceVersion && { resourceVersion }) };
  }

  async #step<T>(step: PlanStep, work: () => Promise<T>): Promise<T> {
    this.#report(step, 'running');
    try {
      const result = await work();
      this.#report(step, 'done');
      return result;
    } catch (thrown) {
      this.#report(step, 'failed');
      throw thrown;
    }
  }

  #report(step: PlanStep, state: PlanProgress['state']): void {
    try {
      this.options.onProgress?.({ step, state });
    } catch (thrown) {
      // A listener's fault is told as every other, but must not leave one of the two objects behind.
      queueMicrotask(() => {
        throw thrown;
      });
    }
  }
}

function refused(which: 'secret' | 'storage', error: DataSourceError, leftBehind?: LeftBehind): PlanResult {
  return { outcome: 'refused', refused: which, error, ...(leftBehind && { leftBehind }) };
}

function withoutValues({ metadata, type }: Secret): Secret {
  const { kind } = SECRETS;
  return { apiVersion: apiVersionOf(SECRETS), kind, ...(metadata && { metadata }), ...(type && { type }) };
}

/** Whether a storage names the Secret, in whatever field. */
function names({ spec }: BackupStorage, { metadata }: Secret): boolean {
  return JSON.stringify(spec ?? {}).includes(JSON.stringify(metadata?.name));
}
