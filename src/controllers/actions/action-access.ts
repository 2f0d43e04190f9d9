import type { AccessAnswer, AccessQuery, DataSource } from '../../data-source/types.js';
import { namedSecretOf } from '../../manifest/deletion-secret.js';
import { identityOf } from '../../model/references.js';
import { BACKUP_STORAGES, SECRETS } from '../../model/resources.js';
import type { BackupStorage } from '../../model/types.js';

/** What may be asked for: each is one right on one object. */
const RIGHTS = {
  patchStorage: { type: BACKUP_STORAGES, verb: 'patch' },
  deleteStorage: { type: BACKUP_STORAGES, verb: 'delete' },
  patchSecret: { type: SECRETS, verb: 'patch' },
  getSecret: { type: SECRETS, verb: 'get' },
  deleteSecret: { type: SECRETS, verb: 'delete' },
} as const satisfies Record<string, Pick<AccessQuery, 'type' | 'verb'>>;

export type ActionRight = keyof typeof RIGHTS;

/**
 * The user's rights on one storage and its Secret. They are asked for once for each storage; until they are known, and
 * where nobody can tell, the server is left to say no.
 */
export class ActionAccess {
  #source: DataSource | undefined;
  #key = '';
  #answers: ReadonlyMap<ActionRight, AccessAnswer> | undefined;
  #abort: AbortController | undefined;

  constructor(private readonly onChange: () => void) {}

  /** Undefined while it is being asked. */
  answer(right: ActionRight): AccessAnswer | undefined {
    return this.#answers?.get(right) ?? (this.#answers ? 'assumed' : undefined);
  }

  /** Whose rights on what. The same again asks nothing. */
  update(source: DataSource | undefined, storage: BackupStorage | undefined): void {
    const secret = storage && namedSecretOf(storage);
    const key = storage ? JSON.stringify([identityOf(storage), storage.metadata?.uid, secret]) : '';
    if (source === this.#source && key === this.#key) return;
    this.forget();
    this.#source = source;
    this.#key = key;
    if (source && storage) void this.#ask(source, identityOf(storage), secret);
  }

  /** Rights may have changed: the next update asks again. */
  forget(): void {
    this.#abort?.abort();
    this.#source = undefined;
    this.#key = '';
    this.#answers = undefined;
  }

  async #ask(
    source: DataSource,
    { namespace, name }: { namespace: string; name: string },
    secret: string | undefined,
  ): Promise<void> {
    const abort = new AbortController();
    this.#abort = abort;
    const rights = (Object.keys(RIGHTS) as ActionRight[]).filter(
      (right) => RIGHTS[right].type !== SECRETS || secret !== undefined,
    );
    const queries = rights.map((right): AccessQuery => {
      const { type, verb } = RIGHTS[right];
      return { type, verb, namespace, name: type === SECRETS ? secret! : name };
    });
    let answers: readonly AccessAnswer[] = [];
    try {
      answers = (await source.review?.(queries, { signal: abort.signal })) ?? [];
    } catch {
      // Whoever may not ask finds out by trying.
    }
    if (abort.signal.aborted) return;
    this.#answers = new Map(rights.map((right, index) => [right, answers[index] ?? 'assumed']));
    this.onChange();
  }
}
