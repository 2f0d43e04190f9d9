/** Headlamp plugins: `data-source/hosts/headlamp`. */
import { requestFault } from '../request-faults.js';
import { statusFromSentence } from '../http/causes.js';
import { kubernetesDataSource, type KubernetesDataSource } from '../kubernetes-data-source.js';
import { pathOf, queryOf, type KubeTransport } from '../transport.js';

/** The part of `ApiProxy` from `@kinvolk/headlamp-plugin/lib` that is used. */
export type ClusterRequest = (
  path: string,
  params: RequestInit & { isJSON: false; cluster: string; autoLogoutOnAuthError: false },
) => Promise<Response>;

export interface HeadlampOptions {
  clusterRequest: ClusterRequest;
  /** `K8s.useCluster()`, or a cluster's name. */
  cluster: string;
}

/**
 * The cluster as a Headlamp plugin reaches it. Of a refusal Headlamp keeps the status and the sentence only: causes are
 * read out of the sentence, and Retry-After is lost. A 401 does not log the user out of Headlamp.
 *
 * @example
 * ```tsx
 * import { ApiProxy, K8s } from '@kinvolk/headlamp-plugin/lib';
 *
 * const cluster = K8s.useCluster();
 * const source = useMemo(
 *   () => headlampDataSource({ clusterRequest: ApiProxy.clusterRequest, cluster }),
 *   [cluster],
 * );
 * return <backupstorage-list ref={(list) => list && (list.dataSource = source)} />;
 * ```
 */
export function headlampDataSource({ clusterRequest, cluster }: HeadlampOptions): KubernetesDataSource {
  const transport: KubeTransport = async (request) => {
    const { method, headers, body, signal } = request;
    try {
      return await clusterRequest(pathOf(request) + queryOf(request), {
        cluster,
        isJSON: false,
        autoLogoutOnAuthError: false,
        method,
        headers,
        redirect: 'manual',
        ...(body === undefined ? {} : { body }),
        // With a signal of ours Headlamp's time limit of two minutes, which a watch outlasts, has no effect.
        ...(signal ? { signal } : {}),
      });
    } catch (thrown) {
      return answerIn(thrown);
    }
  };
  return kubernetesDataSource(transport);
}

/** The refusal in what `clusterRequest` threw: an error with a `status` and `<status text> - <the server's sentence>`. */
function answerIn(thrown: unknown): Response {
  const { status, message = '' } = (thrown ?? {}) as { status?: unknown; message?: string };
  // Headlamp's own words for a fetch that failed.
  if (status === 502 && message.trim() === 'Unreachable') throw new TypeError(message);
  if (status === 408) throw requestFault('late');
  if (typeof status !== 'number' || status < 200 || status > 599) throw thrown;
  const separator = message.indexOf(' - ');
  const said = separator < 0 ? '' : message.slice(separator + 3);
  const sentence = said.startsWith('<') ? '' : said; // A proxy's page.
  return Response.json(statusFromSentence(status, sentence), { status });
}
