import { Task } from '@lit/task';
import type { ReactiveControllerHost } from 'lit';
import type { LiveChange } from '../data-source/live/objects.js';
import type { LiveStatus } from '../data-source/live/status.js';
import type { AccessAnswer, DataSource } from '../data-source/types.js';
import { providerLabel } from '../model/providers.js';
import { BACKUP_STORAGES } from '../model/resources.js';
import { storageRow, type StorageRow } from '../model/rows.js';
import type { BackupStorage } from '../model/types.js';
import { collectionNotices, collectionView, type CollectionNotices, type CollectionView } from './collection-view.js';
import { ChangeLog, type LiveCounts } from './list/change-log.js';
import type { FacetCount } from './list/facets.js';
import { Namespaces, type NamespaceChoice, type NamespaceKnowledge } from './list/namespace-choice.js';
import { sortedProviders, sortedStatuses, statusValues } from './list/storage-facets.js';
import { LiveController } from './live-controller.js';
import { parseSort, RowView, type Sort, type SortKey } from './row-view.js';
import { StaleTimer } from './stale-timer.js';

/** The columns of the list, in order. */
export const STORAGE_COLUMNS = ['name', 'namespace', 'provider', 'size', 'repositories', 'status', 'age'] as const;
/** The id of a column. */
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

/** What a list is to show. */
export interface StorageListInput {
  dataSource: DataSource | undefined;
  /** One namespace; empty means all. */
  namespace: string;
  /** Namespaces that the host offers for choice, besides those that the data source knows. */
  namespaces: readonly string[];
  filter: string;
  /** A column's id, with a leading `-` for descending. */
  sort: string;
  /** `spec.storage.provider` of the rows to show; absent or empty for all. */
  providers?: readonly string[];
  /** Phases of the rows to show, `Unknown`, `Terminating` or `sync-error`; absent or empty for all. */
  statuses?: readonly string[];
}

type Candidates = NonNullable<NamespaceKnowledge['answered']>;

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
    facets: {
      provider: (row) => row.provider,
      status: statusValues,
    },
  });
  readonly #log = new ChangeLog();
  readonly #namespaces = new Namespaces();
  readonly #storages: LiveController<BackupStorage>;
  readonly #candidates: Task<readonly unknown[], Candidates>;
  readonly #access: Task<readonly unknown[], AccessAnswer>;
  #input: StorageListInput = { dataSource: undefined, namespace: '', namespaces: [], filter: '', sort: 'name' };
  #hold = false;
  /** The first list is complete: what comes now is news. */
  #settled = false;

  constructor(host: ReactiveControllerHost) {
    this.#storages = new LiveController<BackupStorage>(host, BACKUP_STORAGES, (change) => {
      if (change) this.#change(change);
      else this.#forget();
    });
    this.#candidates = new Task(host, {
      args: () => [this.#input.dataSource] as const,
      task: async ([source], { signal }) => {
        try {
          const answer = await source?.namespaces?.({ signal });
          return { names: answer?.names ?? [], readable: answer?.complete ?? false };
        } catch {
          return { names: [], readable: false }; // Not being allowed to list namespaces is common, and no fault of the list's.
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

  /** Call before each render. */
  update(input: StorageListInput): void {
    if (input.dataSource !== this.#input.dataSource) this.#namespaces.clear();
    this.#input = input;
    this.#rows.setSort(parseSort(input.sort));
    this.#rows.setFilter(input.filter);
    this.#rows.setFacets({ provider: input.providers ?? [], status: input.statuses ?? [] });
    this.#storages.connect(input.dataSource, {
      ...(input.namespace ? { namespaces: [input.namespace] } : {}),
      candidates: () => this.#input.namespaces,
    });
  }

  /** Filtered and sorted. */
  get rows(): readonly StorageRow[] {
    return this.#rows.rows;
  }

  /** How many {@link rows} there are; costs nothing. */
  get count(): number {
    return this.#rows.count;
  }

  /** Some of {@link rows}; costs only what is asked for. */
  slice(start: number, end: number): readonly StorageRow[] {
    return this.#rows.slice(start, end);
  }

  /** How many there are without the filter. */
  get total(): number {
    return this.#rows.total;
  }

  /** How many the filter leaves; {@link count} may differ while the order is held. */
  get matching(): number {
    return this.#rows.matching;
  }

  /** The row of this `uid`, filtered or not. */
  row(uid: string): StorageRow | undefined {
    return this.#rows.get(uid);
  }

  /** The sort in force: a column that is not known changes nothing. */
  get sort(): Sort {
    return this.#rows.sort;
  }

  /** The providers of all rows with their counts, in the order of the guide, then those that it does not know. */
  get providers(): readonly FacetCount[] {
    return sortedProviders(this.#rows.facetCounts('provider'), this.#input.providers);
  }

  /** The states of all rows with their counts: Ready, NotReady, Unknown, Terminating, other phases, `sync-error`. */
  get statuses(): readonly FacetCount[] {
    return sortedStatuses(this.#rows.facetCounts('status'), this.#input.statuses);
  }

  /**
   * While somebody points at a row or has the focus in it, rows keep their places: what they say stays current, and what
   * would come, go or move waits. Before the first list is complete nothing waits.
   */
  hold(on: boolean): void {
    this.#hold = on;
    this.#rows.hold(on && this.#settled);
  }

  /** How many rows would come, go or move if the order were not held. */
  get waiting(): number {
    return this.#rows.waiting;
  }

  /** The row is shown only because the order is held: its storage is deleted. */
  isGone(uid: string): boolean {
    return this.#rows.isGone(uid);
  }

  /** The rows that came or look different since the last call. */
  takeMarked(): ReadonlySet<string> {
    return this.#log.takeMarked();
  }

  /** Something happened by itself that was not taken with {@link takeNews} yet. */
  get hasNews(): boolean {
    return this.#log.hasNews;
  }

  /** What happened by itself since the last call. */
  takeNews(): LiveCounts {
    return this.#log.takeCounts();
  }

  get status(): LiveStatus | undefined {
    return this.#storages.status;
  }

  get view(): CollectionView {
    return collectionView(this.status, this.total, this.count);
  }

  notices(now: number): CollectionNotices | undefined {
    return this.status && collectionNotices(this.status, now);
  }

  /** The namespaces that are known, sorted: the host's, the data source's, and those of the rows. */
  get namespaces(): readonly string[] {
    return this.#namespaces.names(this.#knowledge, this.#input.namespace);
  }

  /** Whether a namespace is selected from those, or typed. */
  get namespaceChoice(): NamespaceChoice {
    return this.#namespaces.choice(this.#knowledge);
  }

  get #knowledge(): NamespaceKnowledge {
    return {
      answered: this.#candidates.value,
      offered: this.#input.namespaces,
      forbidden: !this.#input.namespace && this.status?.state === 'denied',
      complete: this.status?.complete ?? false,
    };
  }

  /** Whether the user may create a storage here, as far as is known. */
  get mayCreate(): AccessAnswer {
    return this.#access.value ?? 'assumed';
  }

  /** Lists again: the way on from a fault. */
  refresh(): void {
    this.#storages.refresh();
  }

  #change(change: LiveChange<BackupStorage>): void {
    const rows = change.upserted.map(storageRow);
    const removed = change.removed.map((storage) => storageRow(storage).uid);
    if (this.#settled) this.#log.note(rows, removed, (uid) => this.#rows.get(uid));
    if (!this.#input.namespace) for (const row of rows) this.#namespaces.see(row.namespace);
    this.#settled = this.status?.complete ?? false;
    // The rows of a first list come at once, wherever the pointer rests.
    if (!this.#settled) this.#rows.hold(false);
    this.#rows.update(rows, removed);
    this.#rows.hold(this.#hold && this.#settled);
  }

  #forget(): void {
    this.#settled = false;
    this.#log.clear();
    this.#rows.hold(false);
    this.#rows.reset([]);
  }
}
