import { DataSourceError, toDataSourceError } from '../data-source/errors.js';
import type { DataSource, WriteOptions } from '../data-source/types.js';
import { BACKUP_STORAGES, SECRETS, type ResourceType } from '../model/resources.js';
import type { BackupStorage, KubernetesObject, Secret } from '../model/types.js';
import { pairOf } from './draft.js';

/** Marks the objects of one attempt, so that a create whose answer was lost is recognised as one's own. */
export const ATTEMPT_ANNOTATION = 'backupstorage-elements/attempt';

const FIELD_MANAGER = 'backupstorage-elements';
/** How often a server that is busy, or whose webhook is down, is asked again before the user is. */
const TRIES = 3;
const FIRST_WAIT_MS = 500;

/** - `check`: dry run of both; - `secret`, `storage`: creating it; - `roll-back`: removing the Secret again. */
export type PlanStep = 'check' | 'secret' | 'storage' | 'roll-back';

export interface PlanProgress {
  step: PlanStep;
  state: 'running' | 'done' | 'failed';
}

export interface LeftBehind {
  namespace: string;
  name: string;
  /** Why the Secret could not be removed again. */
  error: DataSourceError;
}

export type PlanResult =
  | { outcome: 'created'; storage: BackupStorage; secret?: Secret; warnings: readonly string[] }
  | {
      outcome: 'refused';
      /** Which of the two objects the server refused. */
      refused: 'secret' | 'storage';
      error: DataSourceError;
      /** The Secret that exists now although the storage does not. */
      leftBehind?: LeftBehind;
    };

export interface PlanOptions {
  /** The same id on a retry makes it converge on what an earlier try has created. */
  attempt: string;
  signal?: AbortSignal;
  onProgress?: (progress: PlanProgress) => void;
  /** Waits between tries, for tests. */
  wait?: (ms: number) => Promise<void>;
}

/**
 * Creates a BackupStorage and the Secret that it needs: both or none.
 *
 * 1. Dry-runs both; any refusal and nothing is written.
 * 2. Creates the Secret, then the BackupStorage. An answer that was lost is decided by reading.
 * 3. When the BackupStorage is refused for good, removes the Secret of this attempt, and only if nobody has touched it.
 */
export async function createStorage(
  source: DataSource,
  objects: readonly KubernetesObject[],
  options: PlanOptions,
): Promise<PlanResult> {
  const { storage, secret } = pairOf(objects);
  return new CreationPlan(source, storage, secret, options).run();
}

class CreationPlan {
  readonly #storage: BackupStorage;
  readonly #secret: Secret | undefined;

  constructor(
    private readonly source: DataSource,
    storage: BackupStorage,
    secret: Secret | undefined,
    private readonly options: PlanOptions,
  ) {
    this.#storage = withAttempt(storage, options.attempt);
    this.#secret = secret && withAttempt(secret, options.attempt);
  }

  async run(): Promise<PlanResult> {
    const refusal = await this.#check();
    if (refusal) return refusal;

    let secret: Secret | undefined;
    if (this.#secret) {
      try {
        secret = await this.#step('secret', () => this.#createOrAdopt(SECRETS, this.#secret!));
      } catch (thrown) {
        return { outcome: 'refused', refused: 'secret', error: toDataSourceError(thrown) };
      }
    }
    try {
      const warnings: string[] = [];
      const storage = await this.#step('storage', () => this.#createOrAdopt(BACKUP_STORAGES, this.#storage, warnings));
      return { outcome: 'created', storage, warnings, ...(secret ? { secret } : {}) };
    } catch (thrown) {
      const error = toDataSourceError(thrown);
      const leftBehind = secret && (await this.#rollBack(secret, error));
      return { outcome: 'refused', refused: 'storage', error, ...(leftBehind ? { leftBehind } : {}) };
    }
  }

  async #check(): Promise<PlanResult | undefined> {
    this.#report('check', 'running');
    const dryRun = async (refused: 'secret' | 'storage', type: ResourceType, object: KubernetesObject) => {
      try {
        await this.#patiently(() => this.#create(type, object, true));
        return undefined;
      } catch (thrown) {
        const error = toDataSourceError(thrown);
        // On a retry the objects of this attempt may be there already: that is for the next step to find out.
        if (error.code === 'already-exists' && (await this.#readOwn(type, object))) return undefined;
        return { outcome: 'refused', refused, error } as const;
      }
    };
    // The webhooks do not look at the Secret, so both can be asked about at once.
    const [secret, storage] = await Promise.all([
      this.#secret ? dryRun('secret', SECRETS, this.#secret) : undefined,
      dryRun('storage', BACKUP_STORAGES, this.#storage),
    ]);
    const refusal = storage ?? secret;
    this.#report('check', refusal ? 'failed' : 'done');
    return refusal;
  }

  async #createOrAdopt<T extends KubernetesObject>(type: ResourceType, object: T, warnings?: string[]): Promise<T> {
    try {
      const result = await this.#patiently(() => this.#create(type, object, false));
      warnings?.push(...result.warnings);
      return result.object as T;
    } catch (thrown) {
      const error = toDataSourceError(thrown);
      if (error.code === 'already-exists' || error.outcome === 'unknown') {
        const own = await this.#readOwn<T>(type, object);
        if (own) return own;
      }
      throw error;
    }
  }

  #create(type: ResourceType, object: KubernetesObject, dryRun: boolean) {
    if (!this.source.create) throw new DataSourceError('unsupported', 'This data source cannot create objects.');
    const options: WriteOptions = { dryRun, fieldValidation: 'Strict', fieldManager: FIELD_MANAGER };
    if (this.options.signal) options.signal = this.options.signal;
    return this.source.create(type, object, options);
  }

  /** The stored object of this name if this attempt has made it. Secrets are asked for without their values. */
  async #readOwn<T extends KubernetesObject>(type: ResourceType, object: KubernetesObject): Promise<T | undefined> {
    const { namespace = '', name = '' } = object.metadata ?? {};
    const scope = this.options.signal ? { signal: this.options.signal } : {};
    try {
      const found =
        type === SECRETS
          ? (
              await this.source.list<T>(type, {
                namespace,
                fieldSelector: `metadata.name=${name}`,
                metadataOnly: true,
                ...scope,
              })
            ).items[0]
          : await this.source.get<T>(type, { namespace, name }, scope);
      return found?.metadata?.annotations?.[ATTEMPT_ANNOTATION] === this.options.attempt ? found : undefined;
    } catch {
      return undefined; // The error that led here says more than this one.
    }
  }

  async #rollBack(secret: Secret, reason: DataSourceError): Promise<LeftBehind | undefined> {
    const { namespace = '', name = '', uid, resourceVersion } = secret.metadata ?? {};
    const leftBehind = (error: DataSourceError): LeftBehind => ({ namespace, name, error });
    // Nobody knows whether the storage exists: it may be using the Secret.
    if (reason.outcome === 'unknown') return leftBehind(reason);
    if (!this.source.delete)
      return leftBehind(new DataSourceError('unsupported', 'This data source cannot delete objects.'));
    try {
      await this.#step('roll-back', () =>
        this.source.delete!(
          SECRETS,
          { namespace, name },
          {
            preconditions: {
              ...(uid === undefined ? {} : { uid }),
              ...(resourceVersion === undefined ? {} : { resourceVersion }),
            },
          },
        ),
      );
      return undefined;
    } catch (thrown) {
      const error = toDataSourceError(thrown);
      return error.code === 'not-found' ? undefined : leftBehind(error);
    }
  }

  /** Tries again what passes by itself: a busy server, a webhook that is being rolled out. */
  async #patiently<T>(call: () => Promise<T>): Promise<T> {
    const wait = this.options.wait ?? ((ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms)));
    for (let tried = 1; ; tried++) {
      try {
        return await call();
      } catch (thrown) {
        const error = toDataSourceError(thrown);
        const passing =
          error.code === 'throttled' ||
          error.code === 'unavailable' ||
          (error.code === 'internal' && /failed calling webhook/.test(error.message));
        if (!passing || error.outcome === 'unknown' || tried === TRIES || this.options.signal?.aborted) throw error;
        await wait(error.retryAfterMs ?? FIRST_WAIT_MS * 2 ** (tried - 1));
      }
    }
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
    this.options.onProgress?.({ step, state });
  }
}

function withAttempt<T extends KubernetesObject>(object: T, attempt: string): T {
  const annotations = { ...object.metadata?.annotations, [ATTEMPT_ANNOTATION]: attempt };
  return { ...object, metadata: { ...object.metadata, annotations } };
}
