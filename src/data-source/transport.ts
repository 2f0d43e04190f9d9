import type { ResourceType } from '../model/resources.js';
import { DataSourceError } from './errors.js';

/**
 * One request as it leaves the data source. It names the resource rather than a URL, because hosts spell URLs
 * differently; {@link pathOf} spells Kubernetes' own.
 */
export interface KubeRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Undefined for requests that are about no resource: those have a `path`. */
  readonly type: ResourceType | undefined;
  /** Absent for all namespaces, and for cluster-scoped types. */
  readonly namespace?: string;
  readonly name?: string;
  /** Of a request without a `type`: what follows the host's prefix, such as `/openapi/v3`. */
  readonly path?: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  /** JSON text. It may hold credentials: never log it. */
  readonly body?: string;
  /** Aborts the request, and the reading of its answer. */
  readonly signal: AbortSignal | undefined;
  /** The answer is a stream that stays open for minutes: no time limit of the host may end it. */
  readonly watch: boolean;
}

/**
 * How a request leaves the page: all that most hosts differ in. Hand it to `kubernetesDataSource`, which does the rest.
 *
 * Answer every HTTP status with its `Response`, refusals included, and reject only when there is none. Send `method`,
 * `headers`, `body` and `signal` as they are. Do not retry, cache or parse anything.
 *
 * @example
 * ```ts
 * const transport: KubeTransport = (request) =>
 *   host.fetch(`/my/proxy${pathOf(request)}${queryOf(request)}`, {
 *     method: request.method,
 *     headers: request.headers,
 *     ...(request.body === undefined ? {} : { body: request.body }),
 *     ...(request.signal ? { signal: request.signal } : {}),
 *   });
 * const source = kubernetesDataSource(transport);
 * ```
 */
export type KubeTransport = (request: KubeRequest) => Promise<Response>;

/** `/api/v1/...` or `/apis/<group>/<version>/...`, every segment encoded. */
export function pathOf(request: KubeRequest): string {
  const { type, path = '/' } = request;
  if (!type) return path;
  const root = type.group === '' ? ['api', type.version] : ['apis', type.group, type.version];
  return `/${[...root, ...resourceSegments(request)].map(encodeSegment).join('/')}`;
}

/** What follows the group and version in every host's URLs: `namespaces/<namespace>/<resource>/<name>`, not encoded. */
export function resourceSegments({ type, namespace, name }: KubeRequest): string[] {
  if (!type) return [];
  return [
    ...(type.namespaced && namespace ? ['namespaces', namespace] : []),
    type.resource,
    ...(name === undefined ? [] : [name]),
  ];
}

/**
 * One segment of a path, encoded. Refuses what would make another request of it: an empty name turns the deletion of an
 * object into that of a collection, and a URL parser resolves `..` however it is encoded.
 */
export function encodeSegment(segment: string): string {
  if (segment === '' || segment === '.' || segment === '..')
    throw new DataSourceError('bad-request', `${JSON.stringify(segment)} cannot be part of a URL's path.`, {
      outcome: 'not-applied',
    });
  return encodeURIComponent(segment);
}

/** The query with its leading `?`, or nothing. */
export function queryOf({ query }: KubeRequest): string {
  const text = new URLSearchParams(query).toString();
  return text === '' ? '' : `?${text}`;
}
