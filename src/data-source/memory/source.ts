import { NAMESPACES, type ResourceType } from '../../model/resources.js';
import type { KubernetesObject } from '../../model/types.js';
import type {
  AccessAnswer,
  AccessQuery,
  ApplyOptions,
  CallOptions,
  DataSource,
  DeleteOptions,
  DeleteResult,
  ListOptions,
  ListPage,
  NamespaceCandidates,
  ObjectKey,
  PatchOptions,
  SchemaAnswer,
  WatchEvent,
  WatchOptions,
  WriteOptions,
  WriteResult,
} from '../types.js';
import type { AccessTable } from './access.js';
import { Gate, type Backstage } from './gate.js';
import { keyOf } from './host-writes.js';
import { mutableCopy } from './json.js';
import { metadataOnly } from './secrets.js';
import { selectedName, selectorPredicate } from './selectors.js';
import { methodNotAllowed, notFound, unservedType } from './status.js';
import type { Bucket } from './store.js';
import { watchIterable } from './watch-iterable.js';
import type { WatchStream } from './watch.js';

/**
 * One user's access to an in-memory cluster. Every object that it hands out is frozen and shared with the store: reading
 * costs nothing, and writing to one throws. Copy what is to be changed.
 */
export class MemoryDataSource implements Required<DataSource> {
  readonly #gate: Gate;
  readonly #watches = new Set<WatchStream>();

  /** @internal Use `MemoryCluster.dataSource()`. */
  constructor(
    private readonly cluster: Backstage,
    private readonly access: AccessTable,
  ) {
    this.#gate = new Gate(cluster, access);
  }

  /** The user's name, as refusals say it. */
  get user(): string {
    return this.access.user;
  }

  list<T extends KubernetesObject>(type: ResourceType, options: ListOptions = {}): Promise<ListPage<T>> {
    const { namespace, fieldSelector, signal } = options;
    const parts = { verb: 'list', type, namespace, name: selectedName(fieldSelector) } as const;
    return this.#gate.enter(parts, signal, (bucket) => this.#list(bucket, options) as ListPage<T>);
  }

  get<T extends KubernetesObject>(type: ResourceType, key: ObjectKey, options: CallOptions = {}): Promise<T> {
    return this.#gate.enter({ verb: 'get', type, ...key }, options.signal, (bucket) => {
      const object: KubernetesObject | undefined = bucket.get(key);
      if (!object) throw notFound(bucket.type, key.name);
      return object as T;
    });
  }

  watch<T extends KubernetesObject>(type: ResourceType, options: WatchOptions): AsyncIterable<WatchEvent<T>> {
    const { namespace, fieldSelector, signal } = options;
    const parts = { verb: 'watch', type, namespace, name: selectedName(fieldSelector) } as const;
    const request = this.#gate.request(parts);
    const open = (onClose: () => void): Promise<WatchStream> =>
      this.#gate.enter(parts, signal, (bucket) => {
        const stream = this.cluster.openWatch(bucket, options, request, () => {
          this.#watches.delete(stream);
          onClose();
        });
        this.#watches.add(stream);
        return stream;
      });
    return watchIterable<T>(open, signal);
  }

  create<T extends KubernetesObject>(
    type: ResourceType,
    object: T,
    options: WriteOptions = {},
  ): Promise<WriteResult<T>> {
    const body = asSent(object);
    return this.#gate.write({ verb: 'create', type, ...keyOf(body) }, options, (bucket, checks) =>
      this.cluster.writes.create(bucket.type, body, options, checks),
    );
  }

  /** Replaces an object, as PUT does: with the resourceVersion that it was read at. */
  update<T extends KubernetesObject>(
    type: ResourceType,
    object: T,
    options: WriteOptions = {},
  ): Promise<WriteResult<T>> {
    const body = asSent(object);
    return this.#gate.write({ verb: 'update', type, ...keyOf(body) }, options, (bucket, checks) =>
      this.cluster.writes.update(bucket.type, body, options, checks),
    );
  }

  patch<T extends KubernetesObject>(
    type: ResourceType,
    key: ObjectKey,
    patch: unknown,
    options: PatchOptions,
  ): Promise<WriteResult<T>> {
    const body = asSent(patch);
    return this.#gate.write({ verb: 'patch', type, ...key }, options, (bucket, checks) =>
      this.cluster.writes.patch(bucket.type, key, body, options, checks),
    );
  }

  /** Server-side apply: creates or merges. Lists are owned, and replaced, whole. */
  apply<T extends KubernetesObject>(
    type: ResourceType,
    object: T,
    options: ApplyOptions = {},
  ): Promise<WriteResult<T>> {
    const body = asSent(object);
    const key = keyOf(body);
    return this.#gate.write({ verb: 'apply', type, ...key }, options, (bucket, checks) => {
      if (!key.name) throw methodNotAllowed();
      if (!bucket.get(key)) this.access.check({ verb: 'create', type: bucket.type, ...key });
      return this.cluster.writes.apply(bucket.type, body, options, checks);
    });
  }

  delete(type: ResourceType, key: ObjectKey, options: DeleteOptions = {}): Promise<DeleteResult> {
    const parts = { verb: 'delete', type, ...key, dryRun: options.dryRun } as const;
    return this.#gate.enter(parts, options.signal, (bucket) => this.cluster.writes.delete(bucket.type, key, options));
  }

  review(queries: readonly AccessQuery[], options: CallOptions = {}): Promise<AccessAnswer[]> {
    return this.#gate.pass({ verb: 'review' }, options.signal, () =>
      queries.map((query) => (this.access.allows(query) ? 'allowed' : 'denied')),
    );
  }

  /** All namespaces if the user may list them; otherwise those that the user's rules name. */
  namespaces(options: CallOptions = {}): Promise<NamespaceCandidates> {
    return this.#gate.pass({ verb: 'namespaces' }, options.signal, () => {
      const query = { verb: 'list', type: NAMESPACES } as const;
      if (this.access.allows(query)) {
        const objects = this.cluster.store.bucket(NAMESPACES)?.list() ?? [];
        return { names: objects.map(({ metadata }) => metadata.name), complete: true };
      }
      const names = this.access.namedNamespaces();
      if (names.length === 0) this.access.check(query);
      return { names, complete: false };
    });
  }

  schema(type: ResourceType, options: CallOptions = {}): Promise<SchemaAnswer> {
    return this.#gate.pass({ verb: 'schema', type }, options.signal, async () => {
      const isServed = this.cluster.faults.serves(type) && this.cluster.store.bucket(type);
      const answer = isServed ? (await this.cluster.schemas()).schemaAnswer(type) : undefined;
      if (!answer) throw unservedType();
      return answer;
    });
  }

  /** Ends this user's open watches. The cluster goes on. */
  dispose(): void {
    for (const watch of [...this.#watches]) watch.close();
  }

  #list(bucket: Bucket, options: ListOptions): ListPage<KubernetesObject> {
    const { store, pages } = this.cluster;
    const { resource, group, namespaced } = bucket.type;
    const scope = `${resource}.${group}/${namespaced ? (options.namespace ?? '') : ''}`;
    const page = options.continue
      ? pages.next(scope, options.continue, options.limit)
      : pages.first(scope, selected(bucket, options), store.resourceVersion, options.limit);
    // With a selector the server would have to read on to know how many are left.
    const isCounted = page.continue !== undefined && !options.labelSelector && !options.fieldSelector;
    return {
      items: options.metadataOnly ? page.items.map((item) => metadataOnly(bucket.type, item)) : [...page.items],
      resourceVersion: page.resourceVersion,
      ...(page.continue === undefined ? {} : { continue: page.continue }),
      ...(isCounted ? { remainingItemCount: page.remaining } : {}),
    };
  }
}

/** A request's body is read when the request is made: what the caller changes afterwards is not sent. */
const asSent = mutableCopy;

function selected(bucket: Bucket, options: ListOptions) {
  const items = bucket.list(bucket.type.namespaced ? options.namespace : undefined);
  return options.labelSelector || options.fieldSelector ? items.filter(selectorPredicate(options)) : items;
}
