import { NAMESPACES, RESOURCE_TYPES, type ResourceType } from '../../model/resources.js';
import type { KubernetesObject } from '../../model/types.js';
import type { ObjectKey, WatchOptions } from '../types.js';
import { AccessTable, type AccessRule } from './access.js';
import { FaultInjector } from './faults.js';
import { folded, hostApply } from './host-writes.js';
import { MemoryDataSource } from './source.js';
import { Operator } from './operator.js';
import type { MemoryClusterOptions } from './options.js';
import { Pages } from './pages.js';
import { RepositorySync } from './repository-sync.js';
import type { RequestFilter, RequestInfo } from './requests.js';
import { platformScheduler } from './scheduler.js';
import type { SchemaChecks } from './schema-checks.js';
import { selectorPredicate } from './selectors.js';
import { badRequest, expired, refusal, tooLargeResourceVersion } from './status.js';
import { namespaceObject, Store, type Bucket } from './store.js';
import { WatchStream } from './watch.js';
import { Writes } from './writes.js';

const MINUTE = 60_000;
const DEFAULT_USER = 'system:serviceaccount:backup-system:console';

/**
 * A Kubernetes cluster with KubeStash in it, in memory: the data source of pages that have no cluster, and of tests. It
 * answers as the API server does, down to the sentences of its refusals.
 */
export class MemoryCluster {
  /** Makes the cluster misbehave on demand. */
  readonly faults: FaultInjector;
  readonly #options: MemoryClusterOptions;
  readonly #store: Store;
  readonly #pages: Pages;
  readonly #writes: Writes;
  /** The simulated operator's; none when it is switched off. */
  readonly #controllers: readonly { dispose(): void }[] = [];
  readonly #watches = new Map<WatchStream, RequestInfo>();
  readonly #observers = new Set<(request: RequestInfo) => void>();
  readonly #checks = new Map<string, SchemaChecks>();
  #schemas: Promise<typeof import('./schema-checks.js')> | undefined;

  constructor(options: MemoryClusterOptions = {}) {
    const { now = Date.now, scheduler = platformScheduler, webhooks = true, operator = {} } = options;
    this.#options = options;
    this.#store = new Store({
      types: options.types ?? RESOURCE_TYPES,
      now,
      watchWindow: options.watchWindow ?? 10_000,
      watchWindowMs: options.watchWindowMs ?? 5 * MINUTE,
    });
    const objects = [...(options.objects ?? [])];
    const isEmpty = objects.length === 0 && this.#store.bucket(NAMESPACES) !== undefined;
    this.#store.seed(isEmpty ? [namespaceObject('default')] : objects.map(folded));
    this.#pages = new Pages(now, options.pageExpiryMs ?? 5 * MINUTE);
    this.faults = new FaultInjector({ store: this.#store, pages: this.#pages, scheduler, watches: this.#watches });
    const { mutating = true, validating = true } =
      typeof webhooks === 'boolean' ? { mutating: webhooks, validating: webhooks } : webhooks;
    this.#writes = new Writes({
      store: this.#store,
      now,
      webhooks: { mutating, validating },
      webhookDown: () => this.faults.webhookDown,
    });
    if (operator !== false) {
      const { delayMs = 1500, probe = () => undefined } = operator;
      const environment = { store: this.#store, now, scheduler, delayMs, probe };
      this.#controllers = [new Operator(environment), new RepositorySync(environment)];
    }
  }

  /** How many watches are open, of all users. */
  get openWatches(): number {
    return this.#watches.size;
  }

  /** The resourceVersion of the cluster's last change. */
  get resourceVersion(): string {
    return this.#store.resourceVersion;
  }

  /** The adapter for the elements, for the cluster's user or another one. */
  dataSource(as: { user?: string; rules?: readonly AccessRule[] } = {}): MemoryDataSource {
    const rules = as.rules ?? (as.user === undefined ? this.#options.rules : undefined);
    const user = as.user ?? this.#options.user ?? DEFAULT_USER;
    return new MemoryDataSource(
      {
        store: this.#store,
        faults: this.faults,
        pages: this.#pages,
        writes: this.#writes,
        schemas: () => this.#loadSchemas(),
        checksOf: (type) => this.#checksOf(type),
        openWatch: (bucket, options, request, onClose) => this.#openWatch(bucket, options, request, onClose),
        observe: (request) => {
          for (const observer of this.#observers) observer(request);
        },
      },
      new AccessTable(user, rules),
    );
  }

  /**
   * The host's own hand on the cluster: creates or replaces an object as it is, without rights, validation or webhooks.
   * It gets a new resourceVersion. What a manifest does not mention is kept: status, finalizers, uid, timestamps.
   * Another uid makes it another object, so the old one is deleted first. Answers the stored object, frozen.
   */
  apply<T extends KubernetesObject>(object: T): T {
    return hostApply(this.#store, object) as T;
  }

  /** Removes an object at once, whatever its finalizers say. Whether there was one. */
  remove(type: ResourceType, key: ObjectKey): boolean {
    return this.#store.bucket(type) !== undefined && this.#store.remove(type, key, 'host') !== undefined;
  }

  /** A stored object, frozen, without asking for rights. */
  get<T extends KubernetesObject>(type: ResourceType, key: ObjectKey): T | undefined {
    return this.#store.get(type, key) as KubernetesObject | undefined as T | undefined;
  }

  /** The stored objects of a type, or all of them, frozen, in the server's order. */
  objects<T extends KubernetesObject>(type?: ResourceType): T[] {
    const types = type ? [type] : this.#store.types;
    return types.flatMap((one) => this.#store.bucket(one)?.list() ?? []) as KubernetesObject[] as T[];
  }

  /** Calls back at every request of every user, before it is carried out. Answers how to stop that. */
  observe(observer: (request: RequestInfo) => void): () => void {
    this.#observers.add(observer);
    return () => void this.#observers.delete(observer);
  }

  /** Sends a bookmark on open watches now, rather than at the interval. */
  bookmark(when: RequestFilter = () => true): void {
    for (const [watch, request] of [...this.#watches]) if (when(request)) watch.bookmark();
  }

  /** Stops the operator and ends every open watch. */
  dispose(): void {
    for (const controller of this.#controllers) controller.dispose();
    for (const watch of [...this.#watches.keys()]) watch.close();
  }

  #loadSchemas(): Promise<typeof import('./schema-checks.js')> {
    // Loaded when needed: who only reads does not pay for the schemas. A failed load is tried again.
    this.#schemas ??= import('./schema-checks.js').catch((error: unknown) => {
      this.#schemas = undefined;
      throw error;
    });
    return this.#schemas;
  }

  async #checksOf(type: ResourceType): Promise<SchemaChecks> {
    const { schemaChecks } = await this.#loadSchemas();
    const id = `${type.resource}.${type.group}`;
    const checks = this.#checks.get(id) ?? schemaChecks(type);
    this.#checks.set(id, checks);
    return checks;
  }

  #openWatch(bucket: Bucket, options: WatchOptions, request: RequestInfo, onClose: () => void): WatchStream {
    const { namespace, resourceVersion, timeoutSeconds } = options;
    const matches = selectorPredicate(options);
    const within = bucket.type.namespaced ? (namespace ?? '') : '';
    // Without a resourceVersion, or from "0", a watch begins with what there is.
    const fromNow = resourceVersion === '' || resourceVersion === '0';
    const stream = new WatchStream({
      bucket,
      position: fromNow ? bucket.window.end : this.#positionOf(bucket, resourceVersion),
      initial: fromNow ? bucket.list(within).filter(matches) : [],
      namespace: within,
      matches,
      resourceVersion: () => this.#store.resourceVersion,
      scheduler: this.#options.scheduler ?? platformScheduler,
      bookmarkIntervalMs: this.#options.bookmarkIntervalMs ?? MINUTE,
      ...(timeoutSeconds === undefined ? {} : { timeoutMs: timeoutSeconds * 1000 }),
      onClose: () => {
        this.#watches.delete(stream);
        onClose();
      },
    });
    this.#watches.set(stream, request);
    return stream;
  }

  #positionOf(bucket: Bucket, resourceVersion: string): number {
    if (!/^\d+$/.test(resourceVersion))
      throw badRequest(
        `resourceVersion: Invalid value: ${JSON.stringify(resourceVersion)}: ` +
          `strconv.ParseUint: parsing ${JSON.stringify(resourceVersion)}: invalid syntax`,
      );
    const revision = BigInt(resourceVersion);
    const current = this.#store.resourceVersion;
    if (revision > BigInt(current)) throw refusal(tooLargeResourceVersion(resourceVersion, current));
    const position = bucket.window.seek(revision);
    if (position === undefined)
      throw refusal(expired(`too old resource version: ${resourceVersion} (${bucket.window.floor})`));
    return position;
  }
}
