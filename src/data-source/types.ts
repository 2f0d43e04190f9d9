import type { ResourceType } from '../model/resources.js';
import type { KubernetesObject } from '../model/types.js';

/** Which object of a type. `namespace` is absent for cluster-scoped types. */
export interface ObjectKey {
  namespace?: string;
  name: string;
}

export interface CallOptions {
  signal?: AbortSignal;
}

export interface ListOptions extends CallOptions {
  /** One namespace; absent or empty means all namespaces. */
  namespace?: string;
  labelSelector?: string;
  fieldSelector?: string;
  /** Page size. */
  limit?: number;
  /** Token of the next page, with the same selectors as the first. */
  continue?: string;
  /** Ask for metadata only (a PartialObjectMetadataList): how Secrets are listed without their values. */
  metadataOnly?: boolean;
}

export interface ListPage<T> {
  items: T[];
  /** Opaque; compared for equality only, never parsed. */
  resourceVersion: string;
  /** Present when there are more pages. */
  continue?: string;
  remainingItemCount?: number;
}

export interface WatchOptions extends CallOptions {
  namespace?: string;
  labelSelector?: string;
  fieldSelector?: string;
  resourceVersion: string;
  /** The server ends the stream after this many seconds. */
  timeoutSeconds?: number;
}

export type WatchEvent<T> =
  | { type: 'ADDED' | 'MODIFIED' | 'DELETED'; object: T }
  /** Carries nothing but `metadata.resourceVersion`. */
  | { type: 'BOOKMARK'; object: KubernetesObject };

export interface WriteOptions extends CallOptions {
  /** The server runs every check and answers the object it would store, but stores nothing. */
  dryRun?: boolean;
  /** What the server does about unknown and duplicate fields. */
  fieldValidation?: 'Strict' | 'Warn' | 'Ignore';
  fieldManager?: string;
}

export interface PatchOptions extends WriteOptions {
  type: 'merge' | 'json';
}

export interface ApplyOptions extends WriteOptions {
  force?: boolean;
}

export interface DeleteOptions extends CallOptions {
  dryRun?: boolean;
  /** The server refuses with `conflict` when the stored object differs. */
  preconditions?: { uid?: string; resourceVersion?: string };
}

export interface WriteResult<T> {
  object: T;
  /** Texts of the answer's `Warning` headers. */
  warnings: readonly string[];
}

/** `deleting`: finalizers keep the object, now with a deletionTimestamp. */
export type DeleteResult = { outcome: 'gone' } | { outcome: 'deleting'; object: KubernetesObject };

export interface AccessQuery {
  type: ResourceType;
  verb: 'get' | 'list' | 'watch' | 'create' | 'update' | 'patch' | 'delete';
  /** Absent means all namespaces. */
  namespace?: string;
  name?: string;
}

/** `assumed`: nobody could tell; treat as allowed and let the server say no. */
export type AccessAnswer = 'allowed' | 'denied' | 'assumed';

export interface NamespaceCandidates {
  names: string[];
  /** False when there may be more than these. */
  complete: boolean;
  /** Names by group, such as Rancher's projects. */
  groups?: Record<string, string[]>;
}

export interface SchemaAnswer {
  /** The OpenAPI v3 structural schema of the whole object. */
  openAPIV3Schema: unknown;
  source: 'openapi-v3' | 'crd' | 'host' | 'bundled';
  /** Identifies this revision of the schema. */
  version: string;
}

/**
 * Where the elements get objects from. `list` and `get` are required; an absent method hides the feature that needs it.
 * Implementations never retry, cache, sort, poll or reconnect: the live collection does that once, for all of them.
 * Every method rejects with a `DataSourceError` and nothing else, and stops when its `signal` aborts.
 */
export interface DataSource {
  list<T extends KubernetesObject>(type: ResourceType, options?: ListOptions): Promise<ListPage<T>>;
  get<T extends KubernetesObject>(type: ResourceType, key: ObjectKey, options?: CallOptions): Promise<T>;
  /**
   * Ends when the server closes the stream; throws `expired` on 410. Breaking out of the loop or aborting closes the
   * connection.
   */
  watch?<T extends KubernetesObject>(type: ResourceType, options: WatchOptions): AsyncIterable<WatchEvent<T>>;
  create?<T extends KubernetesObject>(type: ResourceType, object: T, options?: WriteOptions): Promise<WriteResult<T>>;
  apply?<T extends KubernetesObject>(type: ResourceType, object: T, options?: ApplyOptions): Promise<WriteResult<T>>;
  patch?<T extends KubernetesObject>(
    type: ResourceType,
    key: ObjectKey,
    patch: unknown,
    options: PatchOptions,
  ): Promise<WriteResult<T>>;
  delete?(type: ResourceType, key: ObjectKey, options?: DeleteOptions): Promise<DeleteResult>;
  /** Answers in the order of the queries. */
  review?(queries: readonly AccessQuery[], options?: CallOptions): Promise<AccessAnswer[]>;
  /** The namespaces that the user may choose from, as far as the backend can tell. */
  namespaces?(options?: CallOptions): Promise<NamespaceCandidates>;
  schema?(type: ResourceType, options?: CallOptions): Promise<SchemaAnswer>;
  /** Ends every open watch; the source is not used afterwards. */
  dispose?(): void;
}
