/** The in-memory cluster behind HTTP. */
import { RESOURCE_TYPES, type ResourceType } from '../../model/resources.js';
import type { MemoryCluster } from './cluster.js';
import { DiscoveryHandler } from './http/discovery-handler.js';
import { pageNotFound, refusalAnswer } from './http/answers.js';
import { ResourceHandler } from './http/resource-handler.js';
import { routeOf } from './http/routes.js';
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
 * a network, and what a Node server puts on a port. It answers as a server does; a connection that is lost rejects, as
 * `fetch` does.
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
    try {
      const user = source(request);
      const { pathname, searchParams } = new URL(request.url);
      const route = routeOf(pathname);
      if (route?.resource === undefined)
        return await new DiscoveryHandler(cluster, user, types).answer(request, pathname);
      const handler = new ResourceHandler(cluster, user, types, now, request, searchParams);
      return (await handler.answer({ ...route, resource: route.resource })) ?? pageNotFound();
    } catch (thrown) {
      return refusalAnswer(thrown);
    }
  };
}
