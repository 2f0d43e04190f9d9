/** A cluster out of a kubeconfig, in Node: `data-source/kubeconfig`. Needs `@kubernetes/client-node`. */
import { requestFault } from './request-faults.js';
import { kubernetesDataSource, type KubernetesDataSource } from './kubernetes-data-source.js';
import { pathOf, queryOf, type KubeRequest, type KubeTransport } from './transport.js';

/** The client's KubeConfig, as far as it is used. */
interface KubeConfig {
  clusters: readonly { readonly server: string; readonly skipTLSVerify?: boolean; readonly proxyUrl?: string }[];
  readonly currentContext: string;
  loadFromDefault(): void;
  loadFromFile(path: string): void;
  loadFromString(text: string): void;
  getContexts(): { name: string }[];
  setCurrentContext(name: string): void;
  getCurrentCluster(): KubeConfig['clusters'][number] | null;
  applyToHTTPSOptions(options: RequestOptions): Promise<void>;
}

interface Agent {
  destroy(): void;
}

type RequestOptions = { method: string; headers: Record<string, string>; agent?: Agent } & Record<string, unknown>;

interface IncomingMessage {
  readonly statusCode?: number;
  readonly statusMessage?: string;
  readonly headersDistinct: Record<string, string[] | undefined>;
  resume(): void;
}

interface OutgoingMessage {
  on(event: 'error', listener: (error: Error & { code?: string }) => void): void;
  setHeader(name: string, value: number): void;
  end(body?: Uint8Array): void;
}

interface HttpModule {
  Agent: new (options: Record<string, unknown>) => Agent;
  request(url: URL, options: object, listener: (incoming: IncomingMessage) => void): OutgoingMessage;
}

/**
 * Named by a variable, so that the declarations of Node and of the client stay out of this project: everything else here
 * is for browsers, and the client's do not hold up to a strict check.
 */
const load = async <T>(name: string): Promise<T> => (await import(name)) as T;

const client = await load<{ KubeConfig: new () => KubeConfig }>('@kubernetes/client-node');
const http = await load<HttpModule>('node:http');
const https = await load<HttpModule>('node:https');
const { Readable } = await load<{ Readable: { toWeb(stream: object): ReadableStream<Uint8Array> } }>('node:stream');

export interface KubeconfigOptions {
  /** The path of a kubeconfig, or its text. Unless given: `$KUBECONFIG`, `~/.kube/config`, then the pod's own account. */
  kubeconfig?: string;
  /** One of its contexts; the current one unless given. */
  context?: string;
}

/**
 * The Kubernetes API as `kubectl` reaches it: client certificates, tokens, OIDC, exec plug-ins and proxies of the
 * kubeconfig. Credentials are asked for with each request, so they may rotate.
 *
 * @example
 * ```ts
 * import { kubeconfigDataSource } from 'backupstorage-elements/data-source/kubeconfig';
 * import { BACKUP_STORAGES } from 'backupstorage-elements/model';
 *
 * const source = kubeconfigDataSource({ context: 'staging' });
 * for (const { metadata } of (await source.list(BACKUP_STORAGES)).items) console.log(metadata?.name);
 * ```
 */
export function kubeconfigDataSource(options: KubeconfigOptions = {}): KubernetesDataSource {
  const { transport, close } = kubeconfigTransport(options);
  const source = kubernetesDataSource(transport);
  return {
    ...source,
    dispose: () => {
      source.dispose();
      close();
    },
  };
}

export interface KubeconfigTransport {
  readonly transport: KubeTransport;
  /** The context that it leads to, and the URL of that context's server. */
  readonly context: string;
  readonly server: string;
  /** Closes the connections that are kept open. */
  close(): void;
}

/** What {@link kubeconfigDataSource} sends its requests with: for a proxy in Node, which passes answers on as they are. */
export function kubeconfigTransport(options: KubeconfigOptions = {}): KubeconfigTransport {
  // Only its kubeconfig and its credentials: its informers, watches and typed APIs do less than is needed here.
  const config = loaded(options);
  const context = config.currentContext;
  const server = config.getCurrentCluster()?.server.replace(/\/+$/, '');
  if (server === undefined) throw new TypeError(`The context ${context || '(none)'} has no cluster.`);
  const connections = new Connections(config);
  return {
    transport: nodeTransport(server, config, connections),
    context,
    server,
    close: () => connections.close(),
  };
}

function loaded({ kubeconfig, context }: KubeconfigOptions): KubeConfig {
  const config = new client.KubeConfig();
  if (kubeconfig === undefined) config.loadFromDefault();
  // A path has neither line breaks nor braces.
  else if (/[\n{]/.test(kubeconfig)) config.loadFromString(kubeconfig);
  else config.loadFromFile(kubeconfig);
  if (context !== undefined) {
    const names = config.getContexts().map(({ name }) => name);
    if (!names.includes(context)) throw new TypeError(`No context ${context}; there are: ${names.join(', ')}.`);
    config.setCurrentContext(context);
  }
  // `kubectl proxy` and test servers: nothing leaves the machine, and the client refuses plain HTTP otherwise.
  config.clusters = config.clusters.map((cluster) =>
    isLoopback(cluster.server) ? { ...cluster, skipTLSVerify: true } : cluster,
  );
  return config;
}

function isLoopback(server: string): boolean {
  return /^http:\/\/(localhost|127(\.\d+){3}|\[::1\])(:\d+)?(\/|$)/.test(server);
}

function nodeTransport(server: string, config: KubeConfig, connections: Connections): KubeTransport {
  return async (request) => {
    const options: RequestOptions = { method: request.method, headers: { ...request.headers } };
    try {
      await config.applyToHTTPSOptions(options);
    } catch (thrown) {
      throw requestFault('no-credentials', {
        outcome: 'not-applied',
        cause: thrown,
      });
    }
    connections.reuse(options);
    return sent(new URL(`${server}${pathOf(request)}${queryOf(request)}`), options, request);
  };
}

/** Codes of connections that were never made: nothing can have been carried out. */
const NEVER_SENT = /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ERR_TLS_.*|.*CERT.*)$/;

function sent(url: URL, options: RequestOptions, { body, signal }: KubeRequest): Promise<Response> {
  const { request } = url.protocol === 'http:' ? http : https;
  return new Promise((resolve, reject) => {
    const outgoing = request(url, { ...options, ...(signal ? { signal } : {}) }, (incoming) => {
      const { statusCode: status = 500, statusMessage: statusText = '', headersDistinct } = incoming;
      const headers = new Headers();
      for (const [name, values = []] of Object.entries(headersDistinct))
        for (const value of values) headers.append(name, value);
      // The platform's Response takes no body with these.
      const isEmpty = status === 204 || status === 205 || status === 304;
      if (isEmpty) incoming.resume();
      const stream = isEmpty ? null : Readable.toWeb(incoming);
      resolve(new Response(stream, { status, statusText, headers }));
    });
    outgoing.on('error', (error) => {
      if (error.name === 'AbortError') return reject(error);
      const isCertain = NEVER_SENT.test(error.code ?? '');
      const outcome = isCertain ? ('not-applied' as const) : undefined;
      const message = `The server ${url.host} cannot be reached (${error.code ?? 'connection lost'}).`;
      reject(requestFault('unreachable', { message, outcome, cause: error }));
    });
    const bytes = body === undefined ? undefined : new TextEncoder().encode(body);
    if (bytes) outgoing.setHeader('Content-Length', bytes.length);
    outgoing.end(bytes);
  });
}

/** What makes two connections the same. */
const TLS_OPTIONS = ['ca', 'cert', 'key', 'pfx', 'passphrase', 'servername', 'rejectUnauthorized'] as const;

/** Keeps connections open from one request to the next, as long as the credentials stay the same. */
class Connections {
  #agent: Agent | undefined;
  #fingerprint = '';

  constructor(private readonly config: KubeConfig) {}

  /** Puts an agent of our own in place of the one that the client makes for each request. */
  reuse(options: RequestOptions): void {
    const cluster = this.config.getCurrentCluster();
    // An agent that goes through a proxy is the client's business.
    if (cluster?.proxyUrl) return;
    const tls = Object.fromEntries(TLS_OPTIONS.map((name) => [name, options[name]]));
    const fingerprint = JSON.stringify(tls);
    if (!this.#agent || fingerprint !== this.#fingerprint) {
      this.close();
      this.#agent = cluster?.server.startsWith('http:')
        ? new http.Agent({ keepAlive: true })
        : new https.Agent({ ...tls, keepAlive: true });
      this.#fingerprint = fingerprint;
    }
    options.agent = this.#agent;
  }

  close(): void {
    this.#agent?.destroy();
    this.#agent = undefined;
  }
}
