import { serveMemoryCluster } from '../memory/http.js';
import { MemoryCluster } from '../memory/index.js';
import type { DataSource } from '../types.js';
import type {
  ConformanceHarness,
  ConformanceSetup,
  ConformanceWire,
  Loss,
  MakeHarness,
  WireRequest,
} from './harness.js';

/** `fetch`, as far as adapters use it. */
export type Fetch = (url: string, init?: RequestInit) => Promise<Response>;

export interface OverMemoryOptions extends Pick<ConformanceWire, 'prefix' | 'csrf'> {
  /** Turns the host's path, without the prefix, into that of the Kubernetes API. */
  kubernetesPath?: (path: string) => string;
  loses?: readonly Loss[];
}

const ORIGIN = 'http://cluster.invalid';

/**
 * The harness of an adapter that sends Kubernetes requests: it gets a `fetch` that ends in an in-memory cluster.
 *
 * @example
 * ```ts
 * const make = overMemoryCluster(
 *   (fetch) => myHostDataSource({ request: (url, init) => fetch(url, init) }),
 *   { prefix: '/my/proxy' },
 * );
 * runConformance(make, { describe, it });
 * ```
 */
export function overMemoryCluster(
  connect: (fetch: Fetch, cluster: MemoryCluster) => DataSource,
  options: OverMemoryOptions = {},
): MakeHarness {
  const { prefix = '', kubernetesPath = (path: string) => path, csrf, loses } = options;
  return (setup) => {
    const cluster = clusterOf(setup);
    const serve = serveMemoryCluster(cluster);
    const requests: WireRequest[] = [];
    const interceptors = new Set<Parameters<ConformanceWire['intercept']>[0]>();
    const fetch: Fetch = async (url, init) => {
      const { pathname, search } = new URL(url, ORIGIN);
      const body = typeof init?.body === 'string' ? init.body : '';
      requests.push({ method: init?.method ?? 'GET', url, headers: new Headers(init?.headers), body });
      if (!pathname.startsWith(prefix)) return new Response('not under the prefix', { status: 404 });
      const request = new Request(`${ORIGIN}${kubernetesPath(pathname.slice(prefix.length))}${search}`, init);
      for (const intercept of interceptors) {
        const answer = await intercept(request.clone());
        if (answer) return answer;
      }
      return serve(request);
    };
    const intercept: ConformanceWire['intercept'] = (answer) => {
      interceptors.add(answer);
      return () => void interceptors.delete(answer);
    };
    const wire = { requests, intercept, prefix, ...(csrf === undefined ? {} : { csrf }) };
    return harnessOf(cluster, connect(fetch, cluster), { wire, ...(loses === undefined ? {} : { loses }) });
  };
}

/** The harness of the in-memory cluster's own data source. */
export function ofMemoryCluster(): MakeHarness {
  return (setup) => {
    const cluster = clusterOf(setup);
    return harnessOf(cluster, cluster.dataSource(), {});
  };
}

/** No operator: nothing changes but by the hand of a check. */
function clusterOf({ objects, rules }: ConformanceSetup): MemoryCluster {
  return new MemoryCluster({ objects, operator: false, ...(rules === undefined ? {} : { rules }) });
}

function harnessOf(
  cluster: MemoryCluster,
  source: DataSource,
  rest: Pick<ConformanceHarness, 'wire' | 'loses'>,
): ConformanceHarness {
  return {
    ...rest,
    source,
    cluster,
    put: (object) => cluster.apply(object),
    remove: (type, key) => cluster.remove(type, key),
    dispose: () => {
      source.dispose?.();
      cluster.dispose();
    },
  };
}
