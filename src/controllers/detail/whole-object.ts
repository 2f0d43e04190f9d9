import { Task, TaskStatus } from '@lit/task';
import type { ReactiveControllerHost } from 'lit';
import { toDataSourceError, type DataSourceError } from '../../data-source/errors.js';
import type { DataSource } from '../../data-source/types.js';
import { BACKUP_STORAGES } from '../../model/resources.js';
import { identityOf, sameObject } from '../../model/references.js';
import type { BackupStorage } from '../../model/types.js';

/**
 * A storage as the server has it, read by name: what is live has no managedFields. Read again whenever the live one
 * changes, and only while it is wanted. A late answer never replaces a newer one.
 */
export class WholeObject {
  readonly #task: Task<readonly unknown[], BackupStorage>;
  #source: DataSource | undefined;
  #live: BackupStorage | undefined;
  #last: BackupStorage | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#task = new Task(host, {
      autoRun: false,
      task: async ([source, namespace, name], { signal }) =>
        (source as DataSource).get<BackupStorage>(
          BACKUP_STORAGES,
          { namespace: namespace as string, name: name as string },
          { signal },
        ),
      onComplete: (object) => (this.#last = object),
    });
  }

  /** Undefined for the source or the storage: nothing is wanted, and nothing of before is kept. */
  want(source: DataSource | undefined, live: BackupStorage | undefined): void {
    const wanted = source && live;
    if (!wanted) {
      this.#task.abort();
      this.#source = this.#live = this.#last = undefined;
      return;
    }
    const isSame =
      this.#source === source &&
      this.#live?.metadata?.uid === live.metadata?.uid &&
      sameObject(this.#live && identityOf(this.#live), identityOf(live));
    if (isSame && this.#live?.metadata?.resourceVersion === live.metadata?.resourceVersion) return;
    if (!isSame) this.#last = undefined;
    this.#source = source;
    this.#live = live;
    this.read();
  }

  /** Reads it again. */
  read(): void {
    if (!this.#live) return;
    const { namespace, name } = identityOf(this.#live);
    void this.#task.run([this.#source, namespace, name]);
  }

  /** As it was read last. */
  get object(): BackupStorage | undefined {
    return this.#last;
  }

  /** Why the last read failed. */
  get error(): DataSourceError | undefined {
    return this.#live && this.#task.status === TaskStatus.ERROR ? toDataSourceError(this.#task.error) : undefined;
  }
}
