/** OpenShift console plugins: `data-source/hosts/openshift`. */
import type { ResourceType } from '../../model/resources.js';
import { toDataSourceError } from '../errors.js';
import { kubernetesDataSource, type KubernetesDataSource } from '../kubernetes-data-source.js';
import { pathOf, queryOf, type KubeTransport } from '../transport.js';
import type { CallOptions } from '../types.js';

/** `consoleFetch` of `@openshift-console/dynamic-plugin-sdk`. It adds X-CSRFToken to writes itself. */
export type ConsoleFetch = (url: string, options?: RequestInit, timeout?: number) => Promise<Response>;

export interface OpenShiftOptions {
  consoleFetch: ConsoleFetch;
  /** The console's proxy to the API server; differs where the console is not at the origin's root. */
  baseUrl?: string;
}

const PROJECTS: ResourceType = Object.freeze({
  group: 'project.openshift.io',
  version: 'v1',
  resource: 'projects',
  kind: 'Project',
  namespaced: false,
});

/**
 * The cluster as a console plugin reaches it. The namespaces to choose from are the user's projects. Not built on the
 * SDK's hooks, which drop events of lists with more than a thousand objects.
 *
 * @example
 * ```tsx
 * import { consoleFetch } from '@openshift-console/dynamic-plugin-sdk';
 *
 * const source = openShiftDataSource({ consoleFetch });
 * export const StoragesPage = () => <backupstorage-list ref={(list) => list && (list.dataSource = source)} />;
 * ```
 */
export function openShiftDataSource(options: OpenShiftOptions): KubernetesDataSource {
  const { consoleFetch, baseUrl = '/api/kubernetes' } = options;
  const transport: KubeTransport = async (request) => {
    const { method, headers, body, signal, watch } = request;
    const init: RequestInit = {
      method,
      // A plain object: consoleFetch merges options deeply, which makes nothing of a Headers.
      headers: { ...headers },
      redirect: 'manual',
      ...(body === undefined ? {} : { body }),
      ...(signal ? { signal } : {}),
    };
    try {
      // A time limit of 0 is none; the usual one of a minute would reject a watch that is slow to start.
      return await consoleFetch(`${baseUrl}${pathOf(request)}${queryOf(request)}`, init, ...(watch ? [0] : []));
    } catch (thrown) {
      return answerIn(thrown);
    }
  };
  const source = kubernetesDataSource(transport);
  const namespaces = async (call: CallOptions = {}) => {
    try {
      const { items } = await source.list(PROJECTS, { ...call, metadataOnly: true });
      return { names: items.flatMap(({ metadata }) => metadata?.name ?? []), complete: true };
    } catch (thrown) {
      const { code } = toDataSourceError(thrown);
      if (code !== 'not-found' && code !== 'forbidden' && code !== 'unsupported') throw thrown;
      return source.namespaces(call);
    }
  };
  return { ...source, namespaces };
}

/** consoleFetch throws refusals: an HttpError with the response, and with the JSON when it has read that. */
function answerIn(thrown: unknown): Response {
  const { response, json } = (thrown ?? {}) as { response?: unknown; json?: unknown };
  if (!(response instanceof Response)) throw thrown;
  return json === undefined ? response : Response.json(json, { status: response.status, headers: response.headers });
}
