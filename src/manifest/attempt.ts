import { DataSourceError, toDataSourceError } from '../data-source/errors.js';
import { redactorOf, type Redact } from '../data-source/http/redact.js';
import type { DataSource, WriteOptions } from '../data-source/types.js';
import { withOutcome } from '../data-source/with-outcome.js';
import { SECRETS, type ResourceType } from '../model/resources.js';
import type { KubernetesObject, Secret } from '../model/types.js';
import { ownFault } from './own-faults.js';
import { isFinal, isNotApplied, isPassing, pause, type Patience } from './tries.js';

/** Marks the objects of one attempt, so that a create whose answer was lost is recognised as one's own. */
export const ATTEMPT_ANNOTATION = 'backupstorage-elements/attempt';

const FIELD_MANAGER = 'backupstorage-elements';

/** What stands at an object's name, and whether this attempt has put it there. */
export type Found<T> =
  | { is: 'own'; object: T }
  | { is: 'other'; object: T }
  | { is: 'absent' }
  | { is: 'unreadable'; error: DataSourceError };

export interface Created<T> {
  /** Of a Secret that was found perhaps no more than its metadata. */
  object: T;
  /** It was there already, from an earlier try or a request whose answer was lost. */
  wasThere: boolean;
  warnings: readonly string[];
}

/**
 * The requests of one attempt. Each asks again for what passes by itself, and reads to decide what became of a write
 * whose answer was lost. What it throws has an `outcome`, and says nothing of the credentials that were sent.
 */
export class Attempt {
  readonly #redact: Redact;

  constructor(
    private readonly source: DataSource,
    private readonly id: string,
    secret: Secret | undefined,
    private readonly options: Patience,
  ) {
    this.#redact = redactorOf(JSON.stringify(secret ?? {}));
  }

  /** Creates an object that bears this attempt's mark, or finds the one that does. A dry run stores nothing. */
  async create<T extends KubernetesObject>(type: ResourceType, object: T, dryRun: boolean): Promise<Created<T>> {
    const marked = this.#marked(object);
    /** The answer to a request of before was lost, and nobody could tell what became of it. */
    let isUndecided = false;
    for (let tried = 1; ; tried++) {
      let error: DataSourceError;
      try {
        const { object: answer, warnings } = await this.#send(type, marked, dryRun);
        return { object: answer, wasThere: false, warnings: warnings.map(this.#redact) };
      } catch (thrown) {
        error = toDataSourceError(thrown);
      }
      const isLost = !dryRun && !isNotApplied(error);
      let mayPass = isLost || isPassing(error);
      if (isLost || error.code === 'already-exists') {
        const found = await this.find(type, object);
        if (found.is === 'own') return { object: found.object, wasThere: true, warnings: [] };
        if (found.is === 'other') throw this.settled(isLost ? ownFault('exists-already') : error, 'not-applied');
        isUndecided = found.is === 'unreadable' && (isUndecided || isLost);
        mayPass ||= found.is === 'absent' || !isFinal(found.error);
      }
      if (!mayPass || !(await pause(error, tried, this.options)))
        throw this.settled(error, isLost || isUndecided ? 'unknown' : 'not-applied');
    }
  }

  /** Asks once whether the server would take an object, and finds the one that is this attempt's already. Stores nothing. */
  async tryOut<T extends KubernetesObject>(type: ResourceType, object: T): Promise<Created<T>> {
    try {
      const { object: answer, warnings } = await this.#send(type, this.#marked(object), true);
      return { object: answer, wasThere: false, warnings: warnings.map(this.#redact) };
    } catch (thrown) {
      const error = toDataSourceError(thrown);
      const found = error.code === 'already-exists' ? await this.find(type, object) : undefined;
      if (found?.is === 'own') return { object: found.object, wasThere: true, warnings: [] };
      throw this.settled(error, 'not-applied');
    }
  }

  /** Looks without the caller's signal: what was begun is found out even when nobody wants more of it. */
  async find<T extends KubernetesObject>(type: ResourceType, { metadata }: T): Promise<Found<T>> {
    const { namespace = '', name = '' } = metadata ?? {};
    try {
      const object = await (type === SECRETS ? this.#listed<T>(namespace, name) : this.#got<T>(type, namespace, name));
      if (!object) return { is: 'absent' };
      return { is: object.metadata?.annotations?.[ATTEMPT_ANNOTATION] === this.id ? 'own' : 'other', object };
    } catch (thrown) {
      return { is: 'unreadable', error: this.settled(toDataSourceError(thrown), undefined) };
    }
  }

  /** Deletes the Secret if it is still as this attempt has made it. Throws when it is still there. */
  async remove(secret: Secret): Promise<void> {
    const { namespace = '', name = '', uid, resourceVersion } = secret.metadata ?? {};
    if (!this.source.delete) throw ownFault('no-delete');
    if (!uid) throw ownFault('secret-untold');
    const preconditions = { uid, ...(resourceVersion === undefined ? {} : { resourceVersion }) };
    for (let tried = 1; ; tried++) {
      let error: DataSourceError;
      try {
        await this.source.delete(SECRETS, { namespace, name }, { preconditions });
        return;
      } catch (thrown) {
        error = toDataSourceError(thrown);
      }
      if (error.code === 'not-found') return;
      const isLost = !isNotApplied(error);
      if (isLost || error.code === 'conflict') {
        const { is } = await this.find(SECRETS, secret);
        if (is === 'absent' || is === 'other') return;
      }
      const mayPass = isLost || (isPassing(error) && error.code !== 'conflict');
      const { wait } = this.options;
      if (!mayPass || !(await pause(error, tried, { wait })))
        throw this.settled(error, isLost ? 'unknown' : 'not-applied');
    }
  }

  #send<T extends KubernetesObject>(type: ResourceType, object: T, dryRun: boolean) {
    const { signal } = this.options;
    if (!this.source.create) throw ownFault('no-create');
    if (signal?.aborted) throw new DataSourceError('aborted', 'The request was aborted.', { outcome: 'not-applied' });
    const options: WriteOptions = { dryRun, fieldValidation: 'Strict', fieldManager: FIELD_MANAGER };
    return this.source.create(type, object, signal ? { ...options, signal } : options);
  }

  #marked<T extends KubernetesObject>(object: T): T {
    const annotations = { ...object.metadata?.annotations, [ATTEMPT_ANNOTATION]: this.id };
    return { ...object, metadata: { ...object.metadata, annotations } };
  }

  async #got<T extends KubernetesObject>(type: ResourceType, namespace: string, name: string): Promise<T | undefined> {
    try {
      return await this.source.get<T>(type, { namespace, name });
    } catch (thrown) {
      if (toDataSourceError(thrown).code === 'not-found') return undefined;
      throw thrown;
    }
  }

  /** The metadata of a Secret. It is listed, since only lists can be had without the values. */
  async #listed<T extends KubernetesObject>(namespace: string, name: string): Promise<T | undefined> {
    const query = { namespace, fieldSelector: `metadata.name=${name}`, metadataOnly: true };
    let next: string | undefined;
    do {
      const page = await this.source.list<T>(SECRETS, { ...query, ...(next === undefined ? {} : { continue: next }) });
      // A backend may know no field selectors.
      const found = page.items.find(({ metadata }) => metadata?.name === name);
      if (found) return found;
      next = page.continue;
    } while (next !== undefined);
    return undefined;
  }

  /** The error as it may be told: what a source, or the cause that it gives, says may quote what was sent. */
  settled(error: DataSourceError, outcome: DataSourceError['outcome']): DataSourceError {
    return withOutcome(error, outcome, this.#redact);
  }
}
