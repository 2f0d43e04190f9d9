/** The in-memory cluster behind HTTP. */
import { RESOURCE_TYPES, type ResourceType } from '../../model/resources.js';
import type { MemoryCluster } from './cluster.js';
import { pageNotFound, refusalAnswer } from './http/answers.js';
import { OWN_TYPES } from './http/discovery.js';
import { servedTypes, type ServerExchange } from './http/exchange.js';
import { answerDiscovery } from './http/meta.js';
import { answerResource } from './http/resources.js';
import { routeOf, type Route } from './http/routes.js';
import type { MemoryDataSource } from './source.js';

export interface ServeOptions {
  /** Whose request it is. The cluster's own user unless given. */
  source?: (request: Request) => MemoryDataSource;
  /** The types that the cluster serves; those of this library unless given. */
  types?: readonly ResourceType[];
  /** The clock for the ages in tables, in ms. `Date.now` unless given. */
  now?: () => number;
}

/**
 * The in-memory cluster as a Kubernetes API server, in terms of the fetch API: what adapters are tested against without
 * a network, and what a Node server puts on a port. It answers as a server does; where a connection would be lost it
 * rejects, as `fetch` does.
 *
 * @example
 * ```ts
 * const cluster = new MemoryCluster({ objects });
 * const serve = serveMemoryCluster(cluster);
 * const source = kubernetesOverFetch({
 *   fetch: (url, init) => serve(new Request(new URL(url, 'http://cluster.invalid'), init)),
 * });
 * ```
 */
export function serveMemoryCluster(
  cluster: MemoryCluster,
  options: ServeOptions = {},
): (request: Request) => Promise<Response> {
  const own = cluster.dataSource();
  const { source = () => own, types = RESOURCE_TYPES, now = Date.now } = options;
  return async (request) => {
    const { pathname, searchParams: query } = new URL(request.url);
    const route = routeOf(pathname);
    const exchange: ServerExchange = { request, query, cluster, source: source(request), types, now };
    if (route?.resource === undefined) return answerDiscovery(exchange, pathname).catch(refusalAnswer);
    const answer = await answerResource(exchange, { ...route, resource: route.resource }).catch(refusalAnswer);
    return answer.status === 404 && !hasGroup(exchange, route) ? pageNotFound() : answer;
  };
}

/** Whether there is somebody who could answer with a Status. */
function hasGroup(exchange: ServerExchange, { group, version }: Route): boolean {
  const all = [...servedTypes(exchange), ...OWN_TYPES];
  return all.some((type) => type.group === group && type.version === version);
}
