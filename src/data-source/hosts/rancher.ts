/** Rancher extensions: `data-source/hosts/rancher`. */
import { NAMESPACES } from '../../model/resources.js';
import type { KubernetesObject } from '../../model/types.js';
import { toDataSourceError } from '../errors.js';
import { fetchTransport, type FetchTransportOptions } from '../fetch-transport.js';
import { jsonOf } from '../http/answer.js';
import { exchange } from '../http/exchange.js';
import { kubernetesDataSource, type KubernetesDataSource } from '../kubernetes-data-source.js';
import type { CallOptions, NamespaceCandidates } from '../types.js';
import { cookieNamed } from './cookies.js';

export interface RancherOptions {
  /** The id in Rancher's URLs, such as `local` or `c-m-abc123`: `$route.params.cluster`. */
  clusterId: string;
  /** `globalThis.fetch` unless given. Rancher's own store actions answer whole bodies, so nothing could be watched. */
  fetch?: FetchTransportOptions['fetch'];
  /** The token against CSRF; the page's cookie `CSRF` unless given. */
  csrf?: () => string | undefined;
}

/**
 * The cluster as a Rancher extension reaches it: the Kubernetes API behind Rancher's own session. Namespaces come with
 * the projects that they are in.
 *
 * @example
 * ```ts
 * import { rancherDataSource } from 'backupstorage-elements/data-source/hosts/rancher';
 *
 * // In a Vue component of the extension; `<backupstorage-list :dataSource.prop="source">`
 * const source = rancherDataSource({ clusterId: this.$route.params.cluster });
 * ```
 */
export function rancherDataSource(options: RancherOptions): KubernetesDataSource {
  const { clusterId, fetch, csrf = () => cookieNamed('CSRF') } = options;
  const transport = fetchTransport({
    baseUrl: `/k8s/clusters/${encodeURIComponent(clusterId)}`,
    credentials: 'same-origin',
    headers: ({ method }): Record<string, string> => {
      const token = method === 'GET' ? undefined : csrf();
      return token === undefined ? {} : { 'x-api-csrf': token };
    },
    ...(fetch === undefined ? {} : { fetch }),
  });
  const source = kubernetesDataSource(transport);

  /** Rancher's own API shows members of a project its namespaces, which they may not list in Kubernetes'. */
  const visible = async ({ signal }: CallOptions): Promise<KubernetesObject[]> => {
    const parts = { method: 'GET', type: undefined, query: {}, headers: { Accept: 'application/json' } } as const;
    const request = { ...parts, path: '/v1/namespaces', signal, watch: false };
    const { data } = await exchange(transport, request, 'read', jsonOf);
    return Array.isArray(data) ? (data as KubernetesObject[]) : [];
  };
  const namespaces = async (call: CallOptions = {}): Promise<NamespaceCandidates> => {
    try {
      return candidatesOf((await source.list(NAMESPACES, { ...call, metadataOnly: true })).items);
    } catch (thrown) {
      if (toDataSourceError(thrown).code !== 'forbidden') throw thrown;
      return visible(call).then(candidatesOf, () => Promise.reject(thrown));
    }
  };
  return { ...source, namespaces };
}

const PROJECT = 'field.cattle.io/projectId';

function candidatesOf(objects: readonly KubernetesObject[]): NamespaceCandidates {
  const groups: Record<string, string[]> = {};
  for (const { metadata } of objects) {
    // The annotation is `<cluster>:<project>`.
    const project = metadata?.labels?.[PROJECT] ?? metadata?.annotations?.[PROJECT]?.split(':').at(-1);
    if (project !== undefined && metadata?.name !== undefined) (groups[project] ??= []).push(metadata.name);
  }
  const names = objects.flatMap(({ metadata }) => metadata?.name ?? []);
  return { names, complete: true, ...(Object.keys(groups).length > 0 ? { groups } : {}) };
}
