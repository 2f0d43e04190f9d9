/** The Kubernetes API from a page: `data-source/kubernetes`. */
import { fetchTransport, type FetchTransportOptions } from './fetch-transport.js';
import { kubernetesDataSource, type KubernetesDataSource } from './kubernetes-data-source.js';

export { fetchTransport, type FetchTransportOptions } from './fetch-transport.js';
export { kubernetesDataSource, type KubernetesDataSource } from './kubernetes-data-source.js';
export { encodeSegment, pathOf, queryOf, resourceSegments, type KubeRequest, type KubeTransport } from './transport.js';

/**
 * The Kubernetes API over `fetch`, for a page whose own origin leads to the API server: behind `kubectl proxy`, a gateway
 * or a console's proxy.
 *
 * @example
 * ```ts
 * import { kubernetesOverFetch } from 'backupstorage-elements/data-source/kubernetes';
 *
 * document.querySelector('backupstorage-list').dataSource = kubernetesOverFetch({
 *   baseUrl: '/api/kubernetes',
 *   headers: () => ({ Authorization: `Bearer ${session.token}` }),
 * });
 * ```
 */
export function kubernetesOverFetch(options: FetchTransportOptions = {}): KubernetesDataSource {
  return kubernetesDataSource(fetchTransport(options));
}
