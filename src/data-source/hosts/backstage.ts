/** Backstage plugins: `data-source/hosts/backstage`. */
import { DataSourceError } from '../errors.js';
import { isJsonObject, parsedJson } from '../http/answer.js';
import { kubernetesDataSource } from '../kubernetes-data-source.js';
import { pathOf, queryOf, type KubeTransport } from '../transport.js';
import type { DataSource } from '../types.js';

/** The part of `KubernetesApi` from `@backstage/plugin-kubernetes-react` that is used. */
export interface KubernetesProxy {
  proxy(options: { clusterName: string; path: string; init?: RequestInit }): Promise<Response>;
}

export interface BackstageOptions {
  /** `useApi(kubernetesApiRef)`. */
  kubernetesApi: KubernetesProxy;
  /** One of the clusters in the backend's configuration, as `kubernetesApi.getClusters()` names them. */
  clusterName: string;
  /**
   * Set it where the backend streams. Backstage's default backend compresses every answer, which holds the events of a
   * watch back for minutes; without a watch the elements ask again every half minute.
   */
  watch?: boolean;
}

/**
 * The cluster as a Backstage plugin reaches it: through the proxy of the Kubernetes backend plugin, which needs the
 * permission `kubernetes.proxy`. With a provider such as `oidc` the cluster sees the user, else Backstage's own account.
 *
 * @example
 * ```tsx
 * import { useApi } from '@backstage/frontend-plugin-api';
 * import { kubernetesApiRef } from '@backstage/plugin-kubernetes-react';
 *
 * const kubernetesApi = useApi(kubernetesApiRef);
 * const source = useMemo(() => backstageDataSource({ kubernetesApi, clusterName: 'prod' }), [kubernetesApi]);
 * return <backupstorage-list ref={(list) => list && (list.dataSource = source)} />;
 * ```
 */
export function backstageDataSource(
  options: BackstageOptions,
): Required<Omit<DataSource, 'watch'>> & Pick<DataSource, 'watch'> {
  const { kubernetesApi, clusterName, watch = false } = options;
  const transport: KubeTransport = async (request) => {
    const { method, headers, body, signal } = request;
    const init: RequestInit = {
      method,
      // A plain object: the client spreads it, which makes nothing of a Headers.
      headers: { ...headers },
      redirect: 'manual',
      ...(body === undefined ? {} : { body }),
      ...(signal ? { signal } : {}),
    };
    const path = pathOf(request) + queryOf(request);
    return kubernetesApi.proxy({ clusterName, path, init }).then(withSentence, answerIn);
  };
  const { watch: stream, ...source } = kubernetesDataSource(transport);
  return watch ? { ...source, watch: stream } : source;
}

/** A refusal of Backstage's own is `{ error: { name, message } }`; its sentence is put where Kubernetes has it. */
async function withSentence(response: Response): Promise<Response> {
  if (response.status < 400) return response;
  const body = parsedJson(await response.clone().text());
  const error = isJsonObject(body) && isJsonObject(body['error']) ? body['error'] : {};
  return typeof error['message'] === 'string' ? Response.json({ message: error['message'] }, response) : response;
}

/** The client looks the cluster up and signs the user in before it sends anything, and throws what goes wrong there. */
function answerIn(thrown: unknown): Response | Promise<Response> {
  const { name = '', message = '' } = (thrown ?? {}) as { name?: string; message?: string };
  const [, status, text = ''] = /^Request failed with (\d{3})[^,]*, (.*)$/s.exec(message) ?? [];
  if (status !== undefined) return withSentence(new Response(text, { status: Number(status) }));
  const isSignIn = name.endsWith('RejectedError'); // The user closed its window.
  if (!isSignIn && name !== 'NotFoundError' && !message.startsWith('Could not find the Kubernetes Backend'))
    throw thrown;
  throw new DataSourceError(isSignIn ? 'unauthenticated' : 'unavailable', message, { outcome: 'not-applied' });
}
