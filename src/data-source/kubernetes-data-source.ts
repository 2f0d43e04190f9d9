import { apiVersionOf, NAMESPACES, type ResourceType } from '../model/resources.js';
import type { KubernetesObject } from '../model/types.js';
import { toDataSourceError } from './errors.js';
import { requestFault } from './request-faults.js';
import { ACCESS_REVIEWS, accessAnswerIn, reviewOf } from './http/access.js';
import { jsonIfAny, jsonOf } from './http/answer.js';
import { exchange, type Effect } from './http/exchange.js';
import { warningTexts } from './http/headers.js';
import { objectIn, pageIn } from './http/objects.js';
import { schemaOf, type SchemaCache } from './http/schema.js';
import { watchIterable, type OpenWatches } from './http/watch-iterable.js';
import type { KubeRequest, KubeTransport } from './transport.js';
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
} from './types.js';

const JSON_TYPE = 'application/json';
/** No fallback to whole objects: a server that cannot leave the values of Secrets out has to say so. */
const METADATA_ONLY = 'application/json;as=PartialObjectMetadataList;v=v1;g=meta.k8s.io';
const PATCH_TYPES = { merge: 'application/merge-patch+json', json: 'application/json-patch+json' } as const;
/** Server-side apply needs a name for whoever applies. */
const FIELD_MANAGER = 'backupstorage-elements';
const NAMESPACES_AT_ONCE = 500;

/** A {@link DataSource} with everything that the Kubernetes API can do. */
export type KubernetesDataSource = Required<DataSource>;

/**
 * The Kubernetes API as a data source, over whatever gets a request there. Its methods need no `this`: take it apart
 * and put another method in its place where a host knows better.
 *
 * @example
 * ```ts
 * const source = kubernetesDataSource((request) =>
 *   hostFetch(pathOf(request) + queryOf(request), {
 *     method: request.method,
 *     headers: request.headers,
 *     ...(request.body === undefined ? {} : { body: request.body }),
 *     ...(request.signal ? { signal: request.signal } : {}),
 *   }),
 * );
 * list.dataSource = { ...source, namespaces: async () => ({ names: host.projects, complete: true }) };
 * ```
 */
export function kubernetesDataSource(transport: KubeTransport): KubernetesDataSource {
  const watches: OpenWatches = new Set();
  const schemas: SchemaCache = new Map();

  const read = async <R>(parts: RequestParts, reading: (response: Response) => Promise<R>): Promise<R> =>
    exchange(transport, requestOf(parts), 'read', reading);

  /** Writes, and reads the object that comes back. */
  const write = async <T extends KubernetesObject>(
    parts: RequestParts & { type: ResourceType },
    { dryRun = false }: WriteOptions,
  ): Promise<WriteResult<T>> =>
    exchange(transport, requestOf(parts), effectOf(dryRun), async (response) => ({
      object: objectIn<T>(parts.type, await jsonOf(response)),
      warnings: warningTexts(response.headers.get('Warning')),
    }));

  const list = <T extends KubernetesObject>(type: ResourceType, options: ListOptions = {}): Promise<ListPage<T>> => {
    const { signal, namespace, metadataOnly = false } = options;
    const query = {
      ...selection(options),
      ...(options.limit === undefined ? {} : { limit: String(options.limit) }),
      ...(options.continue === undefined ? {} : { continue: options.continue }),
    };
    const accept = metadataOnly ? METADATA_ONLY : JSON_TYPE;
    return read({ type, namespace, query, accept, signal }, async (response) =>
      pageIn<T>(type, await jsonOf(response), metadataOnly),
    );
  };

  return {
    list,

    get<T extends KubernetesObject>(type: ResourceType, key: ObjectKey, { signal }: CallOptions = {}): Promise<T> {
      return read({ type, ...key, signal }, async (response) => objectIn<T>(type, await jsonOf(response)));
    },

    watch<T extends KubernetesObject>(type: ResourceType, options: WatchOptions): AsyncIterable<WatchEvent<T>> {
      const { namespace, signal, resourceVersion, timeoutSeconds } = options;
      const query = {
        ...selection(options),
        watch: '1',
        resourceVersion,
        allowWatchBookmarks: 'true',
        ...(timeoutSeconds === undefined ? {} : { timeoutSeconds: String(timeoutSeconds) }),
      };
      return watchIterable<T>(transport, type, requestOf({ type, namespace, query, signal, watch: true }), watches);
    },

    create<T extends KubernetesObject>(type: ResourceType, object: T, options: WriteOptions = {}) {
      const { namespace } = keyOf(object);
      const body = { apiVersion: apiVersionOf(type), kind: type.kind, ...object };
      return write<T>(
        { method: 'POST', type, namespace, query: writeQuery(options), body, signal: options.signal },
        options,
      );
    },

    apply<T extends KubernetesObject>(type: ResourceType, object: T, options: ApplyOptions = {}) {
      const query = {
        ...writeQuery({ fieldManager: FIELD_MANAGER, ...options }),
        ...(options.force ? { force: 'true' } : {}),
      };
      const body = { apiVersion: apiVersionOf(type), kind: type.kind, ...object };
      // JSON is YAML.
      const contentType = 'application/apply-patch+yaml';
      const { signal } = options;
      return write<T>({ method: 'PATCH', type, ...keyOf(object), query, body, contentType, signal }, options);
    },

    patch<T extends KubernetesObject>(type: ResourceType, key: ObjectKey, patch: unknown, options: PatchOptions) {
      const contentType = PATCH_TYPES[options.type];
      const { signal } = options;
      return write<T>(
        { method: 'PATCH', type, ...key, query: writeQuery(options), body: patch, contentType, signal },
        options,
      );
    },

    async delete(type: ResourceType, key: ObjectKey, options: DeleteOptions = {}): Promise<DeleteResult> {
      const { dryRun = false, preconditions, signal } = options;
      const body = {
        apiVersion: 'v1',
        kind: 'DeleteOptions',
        ...(preconditions === undefined ? {} : { preconditions }),
        ...(dryRun ? { dryRun: ['All'] } : {}),
      };
      // The server reads the query only when there is no body, which is what is left where a proxy drops it.
      const request = requestOf({ method: 'DELETE', type, ...key, query: writeQuery({ dryRun }), body, signal });
      return exchange(transport, request, effectOf(dryRun), async (response) => {
        const answer = await jsonIfAny(response);
        // A Status, or the object as it was: gone. Finalizers keep it, with a deletionTimestamp, until they are done.
        const object = answer && answer['kind'] !== 'Status' ? objectIn(type, answer) : undefined;
        return object?.metadata?.deletionTimestamp ? { outcome: 'deleting', object } : { outcome: 'gone' };
      });
    },

    review(queries: readonly AccessQuery[], { signal }: CallOptions = {}): Promise<AccessAnswer[]> {
      const ask = async (query: AccessQuery): Promise<AccessAnswer> => {
        try {
          return await read({ method: 'POST', type: ACCESS_REVIEWS, body: reviewOf(query), signal }, async (response) =>
            accessAnswerIn(await jsonOf(response)),
          );
        } catch (thrown) {
          const error = toDataSourceError(thrown);
          if (error.code === 'aborted') throw error;
          return 'assumed'; // Whoever may not ask finds out by trying.
        }
      };
      return Promise.all(queries.map(ask));
    },

    async namespaces({ signal }: CallOptions = {}): Promise<NamespaceCandidates> {
      const names: string[] = [];
      let next: string | undefined;
      do {
        const page: ListPage<KubernetesObject> = await list(NAMESPACES, {
          metadataOnly: true,
          limit: NAMESPACES_AT_ONCE,
          ...(next === undefined ? {} : { continue: next }),
          ...(signal ? { signal } : {}),
        });
        names.push(...page.items.map(({ metadata }) => metadata?.name ?? ''));
        next = page.continue;
      } while (next !== undefined);
      return { names: names.filter((name) => name !== ''), complete: true };
    },

    schema(type: ResourceType, { signal }: CallOptions = {}): Promise<SchemaAnswer> {
      const queries = {
        path: (path: string, query: Readonly<Record<string, string>>) => read({ path, query, signal }, jsonOf),
        get: (crds: ResourceType, name: string) => read({ type: crds, name, signal }, jsonOf),
      };
      return schemaOf(type, queries, schemas);
    },

    dispose(): void {
      for (const close of [...watches]) close();
    },
  };
}

interface RequestParts {
  method?: KubeRequest['method'];
  type?: ResourceType;
  namespace?: string | undefined;
  name?: string;
  path?: string;
  query?: Readonly<Record<string, string>>;
  accept?: string;
  body?: unknown;
  contentType?: string;
  signal?: AbortSignal | undefined;
  watch?: boolean;
}

function requestOf(parts: RequestParts): KubeRequest {
  const { method = 'GET', type, namespace, name, path, query = {}, accept = JSON_TYPE, body, watch = false } = parts;
  return {
    method,
    type,
    query,
    headers: { Accept: accept, ...(body === undefined ? {} : { 'Content-Type': parts.contentType ?? JSON_TYPE }) },
    signal: parts.signal,
    watch,
    ...(namespace && type?.namespaced ? { namespace } : {}),
    ...(name === undefined ? {} : { name }),
    ...(path === undefined ? {} : { path }),
    ...(body === undefined ? {} : { body: jsonText(body) }),
  };
}

function jsonText(body: unknown): string {
  try {
    return JSON.stringify(body);
  } catch {
    throw requestFault('not-writable', { outcome: 'not-applied' });
  }
}

function effectOf(dryRun: boolean): Effect {
  return dryRun ? 'dry-run' : 'write';
}

function writeQuery({ dryRun, fieldValidation, fieldManager }: WriteOptions): Record<string, string> {
  return {
    ...(dryRun ? { dryRun: 'All' } : {}),
    ...(fieldValidation === undefined ? {} : { fieldValidation }),
    ...(fieldManager === undefined ? {} : { fieldManager }),
  };
}

function selection({ labelSelector, fieldSelector }: ListOptions | WatchOptions): Record<string, string> {
  return { ...(labelSelector ? { labelSelector } : {}), ...(fieldSelector ? { fieldSelector } : {}) };
}

function keyOf({ metadata }: KubernetesObject): ObjectKey {
  return { name: metadata?.name ?? '', ...(metadata?.namespace ? { namespace: metadata.namespace } : {}) };
}
