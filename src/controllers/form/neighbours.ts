import { Task } from '@lit/task';
import type { ReactiveControllerHost } from 'lit';
import type { LiveOptions } from '../../data-source/live/collection.js';
import type { DataSource } from '../../data-source/types.js';
import { BACKUP_STORAGES, NAMESPACES } from '../../model/resources.js';
import type { BackupStorage, Namespace } from '../../model/types.js';
import { namespaceFacts, type NamespaceFacts } from '../../model/usage-policy.js';
import { LiveController } from '../live-controller.js';
import type { NamespacesKnown } from './advice-issues.js';

export interface NeighboursInput {
  dataSource: DataSource | undefined;
  /** Namespaces that the host offers. */
  namespaces: readonly string[];
}

/** What a form may want to know of the cluster. */
export type Wanted = 'storages' | 'namespaces';

/**
 * What the rules of the create form have to know of the rest of the cluster: its storages, and its namespaces with their
 * labels. Live, shared with the page's lists, as far as the user's rights go, and asked for only when it is wanted.
 */
export class Neighbours {
  readonly #storages: LiveController<BackupStorage>;
  readonly #namespaces: LiveController<Namespace>;
  /** Undefined while they are not needed, or not there yet. */
  readonly #names: Task<readonly unknown[], readonly string[] | undefined>;
  readonly #wanted = new Set<Wanted>();
  readonly #onChange: () => void;
  readonly #environment: LiveOptions['environment'];
  #input: NeighboursInput = { dataSource: undefined, namespaces: [] };
  /** Of what is known now; undefined when something has changed since. */
  #list: readonly BackupStorage[] | undefined;
  #facts: readonly NamespaceFacts[] | undefined;

  /** `onChange` is called before the host is asked to update. The environment is the page's unless given. */
  constructor(host: ReactiveControllerHost, onChange: () => void = () => {}, environment?: LiveOptions['environment']) {
    this.#onChange = onChange;
    this.#environment = environment;
    this.#storages = new LiveController<BackupStorage>(host, BACKUP_STORAGES, () => this.#changed());
    this.#namespaces = new LiveController<Namespace>(host, NAMESPACES, () => this.#changed());
    // Who may not list Namespaces may still know their names: from the host, from the data source.
    this.#names = new Task(host, {
      args: () => [this.#input.dataSource, this.#refused] as const,
      task: async ([source, refused], { signal }) => {
        if (!refused) return undefined;
        try {
          return (await source?.namespaces?.({ signal }))?.names ?? [];
        } catch {
          return [];
        }
      },
      onComplete: () => this.#changed(),
    });
  }

  update(input: NeighboursInput): void {
    const isSame =
      input.namespaces.length === this.#input.namespaces.length &&
      input.namespaces.every((name, index) => name === this.#input.namespaces[index]);
    if (!isSame) this.#facts = undefined;
    this.#input = input;
    this.#connect();
  }

  /** From now on this is asked for, until the form is left. Repeating it costs nothing. */
  want(what: Wanted): void {
    if (this.#wanted.has(what)) return;
    this.#wanted.add(what);
    this.#connect();
  }

  /** All storages that can be seen. The same list until something changes. */
  get storages(): readonly BackupStorage[] {
    return (this.#list ??= [...this.#storages.objects.values()]);
  }

  /** False while there may be storages that cannot be seen: then nobody can say that no other one does something. */
  get complete(): boolean {
    const { status } = this.#storages;
    const isCurrent = status?.state === 'live' || status?.state === 'polling';
    return isCurrent && status.complete && status.namespaces === undefined && status.deniedNamespaces.size === 0;
  }

  /** In the order of their names; without labels where only the names are known. */
  get namespaces(): readonly NamespaceFacts[] {
    return (this.#facts ??= this.#readNamespaces().toSorted((a, b) => (a.name < b.name ? -1 : 1)));
  }

  get namespacesKnown(): NamespacesKnown {
    if (this.#isListed) return 'all';
    if (this.namespaces.length > 0) return 'names';
    const isPending = this.#namespaces.status !== undefined && (!this.#refused || this.#names.value === undefined);
    return isPending ? 'loading' : 'none';
  }

  get #isListed(): boolean {
    return !this.#refused && this.#namespaces.status?.complete === true;
  }

  get #refused(): boolean {
    const state = this.#namespaces.status?.state;
    return state === 'denied' || state === 'not-installed';
  }

  #readNamespaces(): NamespaceFacts[] {
    if (this.#isListed) return [...this.#namespaces.objects.values()].map(namespaceFacts);
    if (!this.#refused) return [];
    const names = new Set([...this.#input.namespaces, ...(this.#names.value ?? [])]);
    return [...names].filter((name) => name !== '').map((name) => ({ name }));
  }

  #connect(): void {
    const { dataSource } = this.#input;
    const source = (what: Wanted) => (this.#wanted.has(what) ? dataSource : undefined);
    const environment = this.#environment && { environment: this.#environment };
    this.#storages.connect(source('storages'), { candidates: () => this.#input.namespaces, ...environment });
    this.#namespaces.connect(source('namespaces'), { ...environment });
  }

  #changed(): void {
    this.#list = undefined;
    this.#facts = undefined;
    this.#onChange();
  }
}
