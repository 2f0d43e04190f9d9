/** The AppsCode console: `data-source/hosts/appscode`. */
import { BACKUP_STORAGES, type ResourceType } from '../../model/resources.js';
import type { KubernetesObject } from '../../model/types.js';
import { toDataSourceError } from '../errors.js';
import { requestFault } from '../request-faults.js';
import { fetchTransport, type FetchTransportOptions } from '../fetch-transport.js';
import { kubernetesDataSource, type KubernetesDataSource } from '../kubernetes-data-source.js';
import { encodeSegment, resourceSegments, type KubeRequest } from '../transport.js';
import type { CallOptions, NamespaceCandidates } from '../types.js';

export interface AppsCodeOptions extends Pick<FetchTransportOptions, 'fetch' | 'headers' | 'credentials'> {
  /** The two parameters of the console's routes: `/route/params/user` and `/route/params/cluster`. */
  user: string;
  cluster: string;
  /** What comes before `/clusters`: the base URL of the console's axios instance. Empty unless given. */
  baseUrl?: string;
}

const NAMESPACE_REVIEWS: ResourceType = Object.freeze({
  group: 'identity.k8s.appscode.com',
  version: 'v1alpha1',
  resource: 'selfsubjectnamespaceaccessreviews',
  kind: 'SelfSubjectNamespaceAccessReview',
  namespaced: false,
});

interface NamespaceReview extends KubernetesObject {
  spec?: { resourceAttributes: Record<string, string>[] };
  status?: { namespaces?: string[] | null; projects?: Record<string, string[] | null> | null };
}

/**
 * A cluster as the AppsCode console's proxy shows it. The namespaces are those where the user may list BackupStorages,
 * by project where the cluster has projects. The proxy carries no OpenAPI document: the schema is that of the CRD.
 *
 * @example
 * ```ts
 * const source = appsCodeDataSource({ user: 'acme', cluster: 'prod', baseUrl: '/api/v1', credentials: 'include' });
 * ```
 */
export function appsCodeDataSource(options: AppsCodeOptions): KubernetesDataSource {
  const { user, cluster, baseUrl = '', ...rest } = options;
  const proxy = `/clusters/${encodeSegment(user)}/${encodeSegment(cluster)}/proxy`;
  const path = (request: KubeRequest): string => {
    if (!request.type) throw requestFault('resources-only');
    const { group, version } = request.type;
    return `${proxy}/${[group || 'core', version, ...resourceSegments(request)].map(encodeSegment).join('/')}`;
  };
  const source = kubernetesDataSource(fetchTransport({ ...rest, baseUrl, path }));
  const namespaces = async (call: CallOptions = {}): Promise<NamespaceCandidates> => {
    const { group, version, resource } = BACKUP_STORAGES;
    const review: NamespaceReview = { spec: { resourceAttributes: [{ verb: 'list', group, version, resource }] } };
    try {
      const { status } = (await source.create(NAMESPACE_REVIEWS, review, call)).object;
      const groups = Object.fromEntries(
        Object.entries(status?.projects ?? {}).map(([project, names]) => [project, names ?? []]),
      );
      const names = [...new Set([...(status?.namespaces ?? []), ...Object.values(groups).flat()])].sort();
      return { names, complete: true, ...(Object.keys(groups).length > 0 ? { groups } : {}) };
    } catch (thrown) {
      const { code } = toDataSourceError(thrown);
      if (code !== 'not-found' && code !== 'unsupported' && code !== 'forbidden') throw thrown;
      return source.namespaces(call); // A cluster without AppsCode's identity API.
    }
  };
  return { ...source, namespaces };
}
