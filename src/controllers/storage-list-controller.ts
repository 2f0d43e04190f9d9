import { Task } from '@lit/task';
import type { ReactiveControllerHost } from 'lit';
import type { LiveStatus } from '../data-source/live/status.js';
import type { AccessAnswer, DataSource } from '../data-source/types.js';
import { providerLabel } from '../model/providers.js';
import { BACKUP_STORAGES } from '../model/resources.js';
import { storageRow, type StorageRow } from '../model/rows.js';
import type { BackupStorage } from '../model/types.js';
import { collectionNotices, collectionView, type CollectionNotices, type CollectionView } from './collection-view.js';
import { LiveController } from './live-controller.js';
import { parseSort, RowView, type SortKey } from './row-view.js';
import { StaleTimer } from './stale-timer.js';

/** The columns of the list, in order. */
export const STORAGE_COLUMNS = ['name', 'namespace', 'provider', 'size', 'repositories', 'status', 'age'] as const;
export type StorageColumn = (typeof STORAGE_COLUMNS)[number];

const SORT_KEYS: Readonly<Record<StorageColumn, (row: StorageRow) => SortKey>> = {
  name: (row) => row.name,
  namespace: (row) => row.namespace,
  provider: (row) => (row.provider === undefined ? undefined : providerLabel(row.provider).toLowerCase()),
  size: (row) => row.sizeBytes,
  repositories: (row) => row.repositories,
  status: (row) => row.status.label.toLowerCase(),
  // The youngest has the smallest age.
  age: (row) => (row.createdAt === undefined ? undefined : -row.createdAt),
};

export interface StorageListInput {
  dataSource: DataSource | undefined;
  /** One namespace; empty means all. */
  namespace: string;
  /** Namespaces that the host offers for choice, besides those that the data source knows. */
  namespaces: readonly string[];
  filter: string;
  /** A column's id, with a leading `-` for descending. */
  sort: string;
}

/**
 * The behaviour of a BackupStorage list without any markup: give it its input before each render, read what to show.
 *
 * @example
 * ```ts
 * class MyList extends LitElement {
 *   list = new StorageListController(this);
 *   willUpdate() { this.list.update({ dataSource, namespace: '', namespaces: [], filter: '', sort: 'name' }); }
 *   render() { return html`${this.list.rows.map((row) => html`<li>${row.name}</li>`)}`; }
 * }
 * ```
 */
export class StorageListController {
  readonly #rows = new RowView<StorageRow>({
    key: (row) => row.uid,
    sortKeys: SORT_KEYS,
    text: (row) =>
      [row.name, row.namespace, row.provider && providerLabel(row.provider), row.provider, row.status.label]
        .join(' ')
        .toLowerCase(),
  });
  readonly #storages: LiveController<BackupStorage>;
  readonly #candidates: Task<readonly unknown[], readonly string[]>;
  readonly #access: Task<readonly unknown[], AccessAnswer>;
  #input: StorageListInput = { dataSource: undefined, namespace: '', namespaces: [], filter: '', sort: 'name' };

  constructor(host: ReactiveControllerHost) {
    this.#storages = new LiveController<BackupStorage>(host, BACKUP_STORAGES, (change) => {
      if (change)
        this.#rows.update(
          change.upserted.map(storageRow),
          change.removed.map((storage) => storageRow(storage).uid),
        );
      else this.#rows.reset([]);
    });
    this.#candidates = new Task(host, {
      args: () => [this.#input.dataSource] as const,
      task: async ([source], { signal }) => {
        try {
          return (await source?.namespaces?.({ signal }))?.names ?? [];
        } catch {
          return []; // Not being allowed to list namespaces is common, and no fault of the list's.
        }
      },
    });
    this.#access = new Task(host, {
      args: () => [this.#input.dataSource, this.#input.namespace] as const,
      task: async ([source, namespace], { signal }) => {
        if (!source) return 'assumed';
        if (!source.create) return 'denied';
        const query = { type: BACKUP_STORAGES, verb: 'create' as const, ...(namespace ? { namespace } : {}) };
        try {
          return (await source.review?.([query], { signal }))?.[0] ?? 'assumed';
        } catch {
          return 'assumed';
        }
      },
    });
    new StaleTimer(host, () => this.status?.staleSince);
  }

  update(input: StorageListInput): void {
    this.#input = input;
    this.#rows.setSort(parseSort(input.sort));
    this.#rows.setFilter(input.filter);
    this.#storages.connect(input.dataSource, {
      ...(input.namespace ? { namespaces: [input.namespace] } : {}),
      candidates: () => this.#input.namespaces,
    });
  }

  /** Filtered and sorted. */
  get rows(): readonly StorageRow[] {
    return this.#rows.rows;
  }

  /** How many there are without the filter. */
  get total(): number {
    return this.#rows.total;
  }

  get sort() {
    return this.#rows.sort;
  }

  get status(): LiveStatus | undefined {
    return this.#storages.status;
  }

  get view(): CollectionView {
    return collectionView(this.status, this.total, this.rows.length);
  }

  notices(now: number): CollectionNotices | undefined {
    return this.status && collectionNotices(this.status, now);
  }

  /** What the namespace select offers, sorted: the host's, the data source's, and those of the rows. */
  get namespaces(): readonly string[] {
    const names = new Set([...this.#input.namespaces, ...(this.#candidates.value ?? [])]);
    for (const row of this.#rows.all()) names.add(row.namespace);
    if (this.#input.namespace) names.add(this.#input.namespace);
    return [...names].toSorted();
  }

  /** Whether the user may create a storage here, as far as is known. */
  get mayCreate(): AccessAnswer {
    return this.#access.value ?? 'assumed';
  }

  /** Lists again: the way on from a fault. */
  refresh(): void {
    this.#storages.refresh();
  }
}
