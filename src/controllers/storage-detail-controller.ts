import type { ReactiveControllerHost } from 'lit';
import type { LiveStatus } from '../data-source/live/status.js';
import type { DataSource } from '../data-source/types.js';
import { conditionTimeline, type ConditionEntry } from '../model/conditions.js';
import { repositoriesOf, sessionRowsOf } from '../model/links.js';
import { BACKUP_BATCHES, BACKUP_CONFIGURATIONS, BACKUP_STORAGES, REPOSITORIES } from '../model/resources.js';
import { storageRow, type RepositoryRow, type SessionRow, type StorageRow } from '../model/rows.js';
import { sizePlot, type SizePlot } from '../model/size-plot.js';
import type { BackupBatch, BackupConfiguration, BackupStorage, Repository } from '../model/types.js';
import { collectionNotices, collectionView, type CollectionNotices, type CollectionView } from './collection-view.js';
import { REPOSITORY_SORT_KEYS, repositoryText, SESSION_SORT_KEYS, sessionText } from './detail/detail-columns.js';
import { soonest, type NextBackup } from './detail/next-runs.js';
import { repositoryProblems, type RepositoryProblem } from './detail/repository-problems.js';
import {
  asksForNamespaces,
  defaultMeaning,
  storedUsage,
  type DefaultMeaning,
  type Surroundings,
} from './detail/storage-access.js';
import { storageCredentials, type StorageCredentials } from './detail/storage-credentials.js';
import { WholeObject } from './detail/whole-object.js';
import { SecretCheck, type SecretLook } from './form/credentials-check.js';
import { Neighbours } from './form/neighbours.js';
import type { UsageAnswer } from './form/usage-answer.js';
import { LiveController } from './live-controller.js';
import { parseSort, RowView } from './row-view.js';
import { StaleTimer } from './stale-timer.js';

export * from './detail/detail-columns.js';

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
  /** Words that the rows of the Repositories table have to contain. */
  repositoriesFilter?: string;
  /** `size`, or `-size` for descending. */
  repositoriesSort?: string;
  /** The same for the BackupConfigurations table. */
  configurationsFilter?: string;
  configurationsSort?: string;
  /** The storage is also read whole, for its manifest. */
  whole?: boolean;
}

/** The behaviour of a BackupStorage's detail page without any markup. */
export class StorageDetailController {
  readonly repositories = new RowView<RepositoryRow>({
    key: (row) => row.key,
    sortKeys: REPOSITORY_SORT_KEYS,
    text: repositoryText,
  });
  readonly sessions = new RowView<SessionRow>({
    key: (row) => row.key,
    sortKeys: SESSION_SORT_KEYS,
    text: sessionText,
  });
  /** The storage as the server has it, for the manifest. */
  readonly whole: WholeObject;
  readonly #storage: LiveController<BackupStorage>;
  readonly #repositories: LiveController<Repository>;
  readonly #configurations: LiveController<BackupConfiguration>;
  readonly #batches: LiveController<BackupBatch>;
  readonly #neighbours: Neighbours;
  readonly #secret: SecretCheck;
  #input: StorageDetailInput = { dataSource: undefined, namespace: '', name: '', now: 0 };
  #row: StorageRow | undefined;
  #seen = false;
  /** Of the storage that was seen last. */
  #uid: string | undefined;
  #replaced = false;
  #linksAreOld = true;
  /** The source that is asked for what belongs to the storage. */
  #linked: DataSource | undefined;
  /** As worked out at a moment; forgotten with the rows. */
  #nextBackup: ({ from: number; at: number } & Partial<NextBackup>) | undefined;

  constructor(private readonly host: ReactiveControllerHost) {
    // What is set here stays when a host asks for a column that does not exist.
    this.#arrange(this.#input);
    const relink = () => (this.#linksAreOld = true);
    this.#storage = new LiveController(host, BACKUP_STORAGES, (change) => {
      relink();
      const object = [...this.#storage.objects.values()].find(
        ({ metadata }) => metadata?.name === this.#input.name && metadata.namespace === this.#input.namespace,
      );
      this.#row = object && storageRow(object);
      // Leaving a collection is not the deletion of what it held.
      this.#seen = change !== undefined && (this.#seen || object !== undefined);
      this.#recognise(change === undefined ? undefined : (object?.metadata?.uid ?? this.#uid));
    });
    this.#repositories = new LiveController(host, REPOSITORIES, relink);
    this.#configurations = new LiveController(host, BACKUP_CONFIGURATIONS, relink);
    this.#batches = new LiveController(host, BACKUP_BATCHES, relink);
    this.#neighbours = new Neighbours(host);
    this.#secret = new SecretCheck(() => host.requestUpdate());
    this.whole = new WholeObject(host);
    new StaleTimer(host, () => this.#storage.status?.staleSince);
  }

  update(input: StorageDetailInput): void {
    const { dataSource, namespace, name } = this.#input;
    const isOther = input.dataSource !== dataSource || input.namespace !== namespace || input.name !== name;
    if (isOther) this.#secret.forget();
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
    // The storage first, because its status names the candidates. For another storage of the same source they stay.
    const isKnown = this.#row !== undefined || this.#storage.status?.complete === true;
    if (isKnown || source !== this.#linked) this.#linked = isKnown ? source : undefined;
    const linked = this.#linked;
    this.#repositories.connect(linked, { candidates });
    this.#configurations.connect(linked, { candidates });
    // Few clusters have any, and the watches of a page are few.
    this.#batches.connect(linked, { candidates, polled: true });
    this.#look(source);
    this.#arrange(input);
    if (this.#linksAreOld) this.#relink();
  }

  /** Asks for what the storage's policy and default are about, and for its manifest; not for more. */
  #look(source: DataSource | undefined): void {
    const storage = this.#row?.object;
    this.#neighbours.update({ dataSource: source, namespaces: [] });
    if (storage?.spec?.default === true) this.#neighbours.want('storages');
    if (storage && (storage.spec?.default === true || asksForNamespaces(storage))) this.#neighbours.want('namespaces');
    this.whole.want(this.#input.whole ? source : undefined, storage);
  }

  #arrange({
    repositoriesFilter,
    repositoriesSort,
    configurationsFilter,
    configurationsSort,
  }: StorageDetailInput): void {
    this.repositories.setFilter(repositoriesFilter ?? '');
    this.repositories.setSort(parseSort(repositoriesSort || 'name'));
    this.sessions.setFilter(configurationsFilter ?? '');
    this.sessions.setSort(parseSort(configurationsSort || 'name'));
  }

  /** Another uid under the same name is another storage: what was known of the first is not said of the second. */
  #recognise(uid: string | undefined): void {
    if (uid === undefined) this.#replaced = false;
    else if (this.#uid !== undefined && uid !== this.#uid) {
      this.#replaced = true;
      this.#secret.forget();
    }
    this.#uid = uid;
  }

  #relink(): void {
    this.#linksAreOld = false;
    this.#nextBackup = undefined;
    const storage = this.#row?.object;
    const invokers = [...this.#configurations.objects.values(), ...this.#batches.objects.values()];
    this.repositories.reset(storage ? repositoriesOf(storage, this.#repositories.objects.values(), invokers) : []);
    this.sessions.reset(storage ? sessionRowsOf(storage, invokers, this.#input.now) : []);
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
    return collectionView(this.#repositories.status, this.repositories.total, this.repositories.count);
  }

  get sessionsView(): CollectionView {
    return collectionView(this.#configurations.status, this.sessions.total, this.sessions.count);
  }

  notices(now: number): CollectionNotices | undefined {
    return this.#storage.status && collectionNotices(this.#storage.status, now);
  }

  /** What to say of the Repositories, beside what is said of the whole page. */
  get repositoryNotices(): CollectionNotices | undefined {
    return this.#besides(this.#repositories.status);
  }

  /**
   * BackupBatches are refused, so that rows of them may be missing. Where nobody serves them there are none, and nothing is
   * to be said.
   */
  get batchesDenied(): boolean {
    const { status } = this.#batches;
    return status?.state === 'denied' || (status?.deniedNamespaces.size ?? 0) > 0;
  }

  /** What to say of the BackupConfigurations, beside what is said of the whole page. */
  get sessionNotices(): CollectionNotices | undefined {
    return this.#besides(this.#configurations.status);
  }

  #besides(status: LiveStatus | undefined): CollectionNotices | undefined {
    const { now } = this.#input;
    const page = this.notices(now);
    if (!status || !page) return undefined;
    const { staleSince, ...said } = collectionNotices(status, now);
    return {
      ...said,
      signedOut: said.signedOut && !page.signedOut,
      polling: said.polling && !page.polling,
      ...(staleSince === undefined || page.staleSince !== undefined ? {} : { staleSince }),
    };
  }

  /** The storage that was shown has gone, and another one of its name has come. */
  get replaced(): boolean {
    return this.#replaced;
  }

  /** The user has understood that. */
  acknowledgeReplaced(): void {
    this.#replaced = false;
    this.host.requestUpdate();
  }

  get conditions(): ConditionEntry[] {
    return conditionTimeline(this.#row?.object.status?.conditions);
  }

  get sizes(): SizePlot {
    return sizePlot([...this.repositories.all()], this.#row?.size);
  }

  /** What is wrong with the repositories, filtered or not. */
  get problems(): RepositoryProblem[] {
    return repositoryProblems(this.repositories.all());
  }

  get credentials(): StorageCredentials {
    return this.#row ? storageCredentials(this.#row.object) : { kind: 'unknown' };
  }

  /** What is known of the Secret; undefined until {@link checkKeys} was called. */
  get secretLook(): SecretLook | undefined {
    const { credentials } = this;
    return credentials.kind === 'secret' ? this.#secret.lookAt(credentials.namespace, credentials.name) : undefined;
  }

  /** Reads which keys the Secret has. Its values are dropped at once. Never called without the user's wish. */
  checkKeys(): void {
    const { credentials } = this;
    if (credentials.kind !== 'secret' || this.secretLook?.state === 'checking') return;
    this.#secret.forget();
    void this.#secret.read(this.#input.dataSource, credentials.namespace, credentials.name);
  }

  /** Which namespaces may use the storage. */
  get usage(): UsageAnswer {
    return this.#row ? storedUsage(this.#row.object, this.#surroundings) : { kind: 'unknown', why: 'loading' };
  }

  get defaultMeaning(): DefaultMeaning {
    return this.#row ? defaultMeaning(this.#row.object, this.#surroundings) : { kind: 'not-default' };
  }

  get #surroundings(): Surroundings {
    const { storages, complete, namespaces, namespacesKnown } = this.#neighbours;
    return { storages, storagesComplete: complete, namespaces, namespacesKnown };
  }

  /** The run that comes first of all sessions': it stays so until it has come. Of thousands it is not worked out anew. */
  get nextBackup(): NextBackup | undefined {
    const { now } = this.#input;
    const known = this.#nextBackup;
    if (!known || now < known.from || now >= known.at)
      this.#nextBackup = { from: now, at: Infinity, ...soonest(this.sessions.all(), now) };
    const { row, at } = this.#nextBackup!;
    return row && { row, at };
  }

  /** The moments that are on the page, in milliseconds since the epoch: what is said of them changes with time. */
  get times(): (number | undefined)[] {
    return [
      this.#row?.createdAt,
      ...this.repositories.rows.map(({ createdAt }) => createdAt),
      ...this.conditions.map(({ at }) => at),
      this.nextBackup?.at,
    ];
  }

  /** Reads everything again from the start. */
  refresh(): void {
    this.#storage.refresh();
    this.#repositories.refresh();
    this.#configurations.refresh();
    this.#batches.refresh();
    this.whole.read();
  }
}
