/** The user's cluster: what the kubeconfig leads to. */
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { toDataSourceError } from '../data-source/errors.js';
import type { KubeconfigOptions, KubeconfigTransport } from '../data-source/kubeconfig.js';
import type { KubeRequest } from '../data-source/transport.js';
import { StartFailure } from './failure.js';

type Open = (options: KubeconfigOptions) => KubeconfigTransport;

export class Cluster {
  readonly context: string;
  readonly server: string;
  #connection: KubeconfigTransport;

  constructor(
    private readonly options: KubeconfigOptions,
    private readonly open: Open,
  ) {
    this.#connection = open(options);
    this.context = this.#connection.context;
    this.server = this.#connection.server;
  }

  /**
   * Sends a request, and once more with what the kubeconfig says by then when the cluster did not know the user. Nothing
   * is carried out for somebody who is not known, so that holds for writes as well.
   */
  async send(request: KubeRequest): Promise<Response> {
    const connection = this.#connection;
    const answer = await connection.transport(request).catch((thrown: unknown) => {
      if (toDataSourceError(thrown).code === 'unauthenticated') return undefined;
      throw thrown;
    });
    if (answer && answer.status !== 401) return answer;
    await answer?.body?.cancel();
    // Another request may have been here in the meantime.
    if (connection === this.#connection) this.#reread();
    return this.#connection.transport(request);
  }

  close(): void {
    this.#connection.close();
  }

  /** Watches of the connection before stay open: they were let in. */
  #reread(): void {
    try {
      // The context that was chosen, whatever has become the current one since.
      const read = this.open({ ...this.options, context: this.context });
      if (read.server === this.server) this.#connection = read;
      else read.close();
    } catch {
      // The file is being written, or gone: what was read before is as good as it gets.
    }
  }
}

/** Throws a {@link StartFailure} when there is no such cluster, or no way to it. */
export async function openCluster(options: KubeconfigOptions, patienceMs = 10_000): Promise<Cluster> {
  checkKubeconfig(options.kubeconfig);
  const cluster = openedOnce(options, (await kubeconfigModule()).kubeconfigTransport);
  const status = await reached(cluster, patienceMs);
  if (status !== 401) return cluster;
  cluster.close();
  throw new StartFailure(
    `The cluster of the context ${cluster.context} does not know you: sign in again as you do for kubectl, then start anew.`,
  );
}

async function kubeconfigModule() {
  try {
    return await import('../data-source/kubeconfig.js');
  } catch (thrown) {
    if ((thrown as { code?: string }).code !== 'ERR_MODULE_NOT_FOUND') throw thrown;
    throw new StartFailure(
      'The package @kubernetes/client-node, which reads kubeconfigs, is not installed. Either install it, or run:\n' +
        '  npx --package backupstorage-elements --package @kubernetes/client-node backupstorage-elements',
    );
  }
}

function openedOnce(options: KubeconfigOptions, open: Open): Cluster {
  try {
    return new Cluster(options, open);
  } catch (thrown) {
    const { name, message, code } = thrown as Error & { code?: string };
    // The parser's sentence quotes the file, and that holds credentials.
    const isOwn = name === 'TypeError' && /^(No context|The context) /.test(message);
    if (isOwn) throw new StartFailure(`${message} Choose one with --context.`);
    throw new StartFailure(`The kubeconfig cannot be read (${code ?? name}): compare with "kubectl config view".`);
  }
}

/** Without any, the client would try port 8080 of this machine. */
function checkKubeconfig(given: string | undefined): void {
  const fromVariable = (process.env['KUBECONFIG'] ?? '').split(path.delimiter).filter((file) => file !== '');
  const usual = path.join(homedir(), '.kube', 'config');
  const files = given === undefined ? (fromVariable.length > 0 ? fromVariable : [usual]) : [given];
  const missing = files.find((file) => !existsSync(file));
  if (missing === undefined) return;
  const isUsual = missing === usual && given === undefined;
  // In a pod there is an account in its place.
  if (isUsual && process.env['KUBERNETES_SERVICE_HOST'] !== undefined) return;
  const wayOn = 'Name one with --kubeconfig or the variable KUBECONFIG.';
  throw new StartFailure(`There is no kubeconfig ${missing}. ${wayOn}`);
}

/** The status of an answer, whichever it is. */
async function reached(cluster: Cluster, patienceMs: number): Promise<number> {
  const signal = AbortSignal.timeout(patienceMs);
  try {
    const answer = await cluster.send({
      method: 'GET',
      type: undefined,
      path: '/version',
      query: {},
      headers: { Accept: 'application/json' },
      signal,
      watch: false,
    });
    await answer.body?.cancel();
    return answer.status;
  } catch (thrown) {
    cluster.close();
    const { code, message } = toDataSourceError(thrown);
    if (code === 'unauthenticated')
      throw new StartFailure(`${message} Try "kubectl get namespaces", and sign in there.`);
    const reason = signal.aborted ? `It did not answer within ${patienceMs / 1000} seconds.` : message;
    throw new StartFailure(
      `The cluster of the context ${cluster.context} at ${cluster.server} cannot be reached. ${reason} ` +
        'Is it running, and is the network or VPN up that leads to it?',
    );
  }
}
