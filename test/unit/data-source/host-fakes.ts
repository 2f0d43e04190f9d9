/**
 * The hosts' own functions as they behave, over a `fetch`: Headlamp's `ApiProxy.clusterRequest`, the OpenShift console's
 * `consoleFetch` and Backstage's `KubernetesApi`. Written from their sources (kubernetes-sigs/headlamp
 * frontend/src/lib/k8s/api/v1, openshift/console frontend/packages/console-dynamic-plugin-sdk/src/utils/fetch, and
 * KubernetesBackendClient in @backstage/plugin-kubernetes-react 0.6.2).
 */
import type { Fetch } from '../../../src/data-source/conformance/index.js';
import type { KubernetesProxy } from '../../../src/data-source/hosts/backstage.js';
import type { ClusterRequest } from '../../../src/data-source/hosts/headlamp.js';
import type { ConsoleFetch } from '../../../src/data-source/hosts/openshift.js';

/** Throws refusals with nothing but a status and a sentence; turns a lost connection into a 502. */
export function headlampClusterRequest(fetch: Fetch): ClusterRequest {
  return async (path, { cluster, isJSON: _isJSON, autoLogoutOnAuthError: _logout, ...init }) => {
    let response = new Response(undefined, { status: 502, statusText: 'Unreachable' });
    try {
      response = await fetch(`/clusters/${cluster}/${path.replace(/^\//, '')}`, { credentials: 'include', ...init });
    } catch (thrown) {
      if ((thrown as Error).name === 'AbortError')
        response = new Response(undefined, { status: 408, statusText: 'Request timed-out' });
    }
    if (response.ok) return response;
    let message = response.statusText;
    const text = await response.text();
    if (text) {
      try {
        message += ` - ${(JSON.parse(text) as { message?: string }).message ?? text}`;
      } catch {
        message += ` - ${text}`;
      }
    }
    throw Object.assign(new Error(message), { status: response.status });
  };
}

class HttpError extends Error {
  constructor(
    message: string,
    readonly code: number,
    readonly response: Response,
    readonly json?: unknown,
  ) {
    super(message);
  }
}

/** Copies headers as lodash's `defaultsDeep` does, adds the token, tries a 429 twice more, throws refusals. */
export function openShiftConsoleFetch(fetch: Fetch, csrfToken: string): ConsoleFetch {
  return async (url, options = {}) => {
    const headers: Record<string, string> = { ...(options.headers as Record<string, string>) };
    if (options.method !== 'GET') headers['X-CSRFToken'] = csrfToken;
    for (let attempt = 1; ; attempt += 1) {
      const response = await fetch(url, { credentials: 'same-origin', ...options, headers });
      if (response.ok || response.status === 304) return response;
      if (response.status === 429 && attempt < 3) continue;
      if (!response.headers.get('content-type')?.includes('json'))
        throw new HttpError(response.statusText, response.status, response);
      const json = (await response.json()) as { message?: string };
      throw new HttpError(json.message ?? response.statusText, response.status, response, json);
    }
  };
}

/** Looks the cluster up first, then sends the request as it is, with the cluster's name in a header. */
export function backstageKubernetesApi(fetch: Fetch, clusters: () => Promise<Response>): KubernetesProxy {
  return {
    async proxy({ clusterName, path, init }) {
      const answer = await clusters();
      if (!answer.ok) {
        if (answer.status === 404)
          throw new Error(
            'Could not find the Kubernetes Backend (HTTP 404). Make sure the plugin has been fully installed.',
          );
        const payload = await answer.text();
        throw new Error(`Request failed with ${answer.status} ${answer.statusText}, ${payload}`);
      }
      const { items } = (await answer.json()) as { items: { name: string }[] };
      if (!items.some(({ name }) => name === clusterName))
        throw Object.assign(new Error(`Cluster ${clusterName} not found`), { name: 'NotFoundError' });
      const headers = {
        ...(init?.headers as Record<string, string>),
        'Backstage-Kubernetes-Cluster': clusterName,
        'Backstage-Kubernetes-Authorization-oidc': 'token',
      };
      return fetch(`/api/kubernetes/proxy${path}`, { ...init, headers });
    },
  };
}
