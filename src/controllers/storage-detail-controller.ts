import type { ReactiveControllerHost } from 'lit';
import type { DataSource } from '../data-source/types.js';
import { repositoriesOf, sessionRowsOf } from '../model/links.js';
import { BACKUP_CONFIGURATIONS, BACKUP_STORAGES, REPOSITORIES } from '../model/resources.js';
import { storageRow, type RepositoryRow, type SessionRow, type StorageRow } from '../model/rows.js';
import type { BackupConfiguration, BackupStorage, Repository } from '../model/types.js';
import { collectionNotices, collectionView, type CollectionNotices, type CollectionView } from './collection-view.js';
import { LiveController } from './live-controller.js';
import { parseSort, RowView, type SortKey } from './row-view.js';
import { StaleTimer } from './stale-timer.js';

export const REPOSITORY_COLUMNS = [
  'name',
  'namespace',
  'size',
  'snapshots',
  'target',
  'retention-policy',
  'status',
  'age',
] as const;
export type RepositoryColumn = (typeof REPOSITORY_COLUMNS)[number];

export const SESSION_COLUMNS = [
  'name',
  'namespace',
  'schedule',
  'target',
  'session',
  'invoker-kind',
  'task',
  'paused',
  'status',
] as const;
export type SessionColumn = (typeof SESSION_COLUMNS)[number];

const REPOSITORY_SORT_KEYS: Readonly<Record<RepositoryColumn, (row: RepositoryRow) => SortKey>> = {
  name: (row) => row.name,
  namespace: (row) => row.namespace,
  size: (row) => row.sizeBytes,
  snapshots: (row) => row.snapshots,
  target: (row) => row.target?.toLowerCase(),
  'retention-policy': (row) => row.retentionPolicies[0]?.name,
  status: (row) => row.status.label.toLowerCase(),
  age: (row) => (row.createdAt === undefined ? undefined : -row.createdAt),
};

const SESSION_SORT_KEYS: Readonly<Record<SessionColumn, (row: SessionRow) => SortKey>> = {
  name: (row) => row.name,
  namespace: (row) => row.namespace,
  schedule: (row) => row.schedule,
  target: (row) => row.target?.toLowerCase(),
  session: (row) => row.session,
  'invoker-kind': (row) => row.invokerKind,
  task: (row) => row.tasks.join(' ') || undefined,
  paused: (row) => (row.paused ? 1 : 0),
  status: (row) => row.status.label.toLowerCase(),
};

/**
 * The storage itself, besides the states of a collection:
 * - `not-found`: there is none of this name
 * - `deleted`: it was here and has gone
 */
export type DetailView = Exclude<CollectionView, 'empty' | 'no-match'> | 'not-found' | 'deleted';

export interface StorageDetailInput {
  dataSource: DataSource | undefined;
  namespace: string;
  name: string;
  /** Milliseconds since the epoch. */
  now: number;
}

/** The behaviour of a BackupStorage's detail page without any markup. */
export class StorageDetailController {
  readonly repositories = new RowView<RepositoryRow>({
    key: (row) => row.key,
    sortKeys: REPOSITORY_SORT_KEYS,
    text: (row) => `${row.namespace}/${row.name}`,
  });
  readonly sessions = new RowView<SessionRow>({
    key: (row) => row.key,
    sortKeys: SESSION_SORT_KEYS,
    text: (row) => `${row.namespace}/${row.name}`,
  });
  readonly #storage: LiveController<BackupStorage>;
  readonly #repositories: LiveController<Repository>;
  readonly #configurations: LiveController<BackupConfiguration>;
  #input: StorageDetailInput = { dataSource: undefined, namespace: '', name: '', now: 0 };
  #row: StorageRow | undefined;
  #seen = false;
  #linksAreOld = true;

  constructor(host: ReactiveControllerHost) {
    this.repositories.setSort({ column: 'name', direction: 'ascending' });
    this.sessions.setSort({ column: 'name', direction: 'ascending' });
    const relink = () => (this.#linksAreOld = true);
    this.#storage = new LiveController(host, BACKUP_STORAGES, (change) => {
      relink();
      const object = [...this.#storage.objects.values()].find(
        ({ metadata }) => metadata?.name === this.#input.name && metadata.namespace === this.#input.namespace,
      );
      this.#row = object && storageRow(object);
      // Leaving a collection is not the deletion of what it held.
      this.#seen = change !== undefined && (this.#seen || object !== undefined);
    });
    this.#repositories = new LiveController(host, REPOSITORIES, relink);
    this.#configurations = new LiveController(host, BACKUP_CONFIGURATIONS, relink);
    new StaleTimer(host, () => this.#storage.status?.staleSince);
  }

  update(input: StorageDetailInput): void {
    this.#input = input;
    const source = input.namespace && input.name ? input.dataSource : undefined;
    this.#storage.connect(source, {
      namespaces: [input.namespace],
      fieldSelector: `metadata.name=${input.name}`,
    });
    // Where to look when the cluster-wide lists are refused: the storage's own status knows who stores here.
    const candidates = () => [
      ...new Set([
        input.namespace,
        ...(this.#row?.object.status?.repositories ?? []).map((repository) => repository.namespace),
      ]),
    ];
    // The storage first, because its status names the candidates.
    const linked = this.#row || this.#storage.status?.complete ? source : undefined;
    this.#repositories.connect(linked, { candidates });
    this.#configurations.connect(linked, { candidates });
    if (this.#linksAreOld) this.#relink();
  }

  #relink(): void {
    this.#linksAreOld = false;
    const storage = this.#row?.object;
    const configurations = [...this.#configurations.objects.values()];
    this.repositories.reset(
      storage ? repositoriesOf(storage, this.#repositories.objects.values(), configurations) : [],
    );
    this.sessions.reset(storage ? sessionRowsOf(storage, configurations, this.#input.now) : []);
  }

  /** The storage, when it is known. */
  get row(): StorageRow | undefined {
    return this.#row;
  }

  get view(): DetailView {
    const view = collectionView(this.#storage.status, this.#row ? 1 : 0, this.#row ? 1 : 0);
    if (view !== 'empty' && view !== 'no-match') return view;
    return this.#seen ? 'deleted' : 'not-found';
  }

  get error() {
    return this.#storage.status?.error;
  }

  get repositoriesView(): CollectionView {
    return collectionView(this.#repositories.status, this.repositories.total, this.repositories.rows.length);
  }

  get sessionsView(): CollectionView {
    return collectionView(this.#configurations.status, this.sessions.total, this.sessions.rows.length);
  }

  notices(now: number): CollectionNotices | undefined {
    return this.#storage.status && collectionNotices(this.#storage.status, now);
  }

  /** Namespaces whose repositories or configurations the user may not list. */
  get repositoryNotices(): CollectionNotices | undefined {
    return this.#repositories.status && collectionNotices(this.#repositories.status, this.#input.now);
  }

  get sessionNotices(): CollectionNotices | undefined {
    return this.#configurations.status && collectionNotices(this.#configurations.status, this.#input.now);
  }

  sortRepositories(sort: string): void {
    this.repositories.setSort(parseSort(sort));
  }

  sortSessions(sort: string): void {
    this.sessions.setSort(parseSort(sort));
  }

  refresh(): void {
    this.#storage.refresh();
    this.#repositories.refresh();
    this.#configurations.refresh();
  }
}
