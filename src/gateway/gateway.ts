/**
 * A door from the browser to the cluster of a kubeconfig, on this machine only: docs/gateway.md tells what it lets
 * through.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { ACCESS_REVIEWS } from '../data-source/http/access.js';
import { bodyOf } from './body.js';
import type { Cluster } from './cluster.js';
import { deletionOf } from './deletion.js';
import { StartFailure } from './failure.js';
import { checkEmbedding, checkHost, checkNoOverride, checkNoUpgrade, checkOrigin, checkToken } from './guard.js';
import { acceptFor, contentTypeOf, OWN_HEADERS } from './headers.js';
import { pageFiles, type PageFile } from './pages.js';
import { queryFor } from './query.js';
import { badRequest, forbidden, methodNotAllowed, Refusal } from './refusal.js';
import { refusalOf, relay } from './relay.js';
import { READ_ONLY, reviewOf } from './review.js';
import { PREFIX, routeOf, type Route } from './routes.js';
import { isWrite } from './rules.js';
import { targetOf, type Target } from './target.js';
import { newToken } from './token.js';

export interface GatewayOptions {
  cluster: Cluster;
  /** Any free one unless given. */
  port?: number;
  /** The namespace that the console begins with. */
  namespace?: string;
  readOnly?: boolean;
  /** Told method, path and status of each request; never queries, headers or bodies. */
  log?: (line: string) => void;
  userAgent?: string;
}

const HOST = '127.0.0.1';
/** What the console asks first: it says whether the token holds, and what is shown. */
const SESSION_PATH = '/console/session.json';
/** For the log: there is no status of HTTP's for it. */
const CLIENT_GONE = 499;

export class Gateway {
  readonly #token = newToken();
  readonly #pages: ReadonlyMap<string, PageFile> = pageFiles();
  readonly #server: Server;

  constructor(private readonly options: GatewayOptions) {
    this.#server = createServer((incoming, outgoing) => void this.#answer(incoming, outgoing));
    // Without a listener Node would cut the connection without a word.
    this.#server.on('connect', (incoming: IncomingMessage, socket: Duplex) => this.#refuseTunnel(incoming, socket));
  }

  /** `127.0.0.1:<port>`, which is the one Host that is answered. */
  get host(): string {
    return `${HOST}:${(this.#server.address() as AddressInfo).port}`;
  }

  get token(): string {
    return this.#token.text;
  }

  /** What to open. The token is in the fragment, which no browser sends anywhere. */
  get url(): string {
    return `http://${this.host}/#token=${this.token}`;
  }

  async listen(): Promise<this> {
    const { port = 0 } = this.options;
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', (error: Error & { code?: string }) =>
        reject(new StartFailure(portFailure(error, port))),
      );
      this.#server.listen(port, HOST, resolve);
    });
    return this;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
    this.options.cluster.close();
  }

  async #answer(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    for (const [name, value] of Object.entries(OWN_HEADERS)) outgoing.setHeader(name, value);
    try {
      checkHost(incoming, this.host);
      checkNoUpgrade(incoming);
      checkNoOverride(incoming);
      const target = targetOf(incoming.url);
      const page = this.#pages.get(target.path);
      if (page) return await this.#servePage(incoming, outgoing, page);
      await this.#serveApi(incoming, outgoing, target);
      this.#log(incoming, outgoing.statusCode);
    } catch (thrown) {
      if (outgoing.destroyed || outgoing.headersSent) {
        // Nobody is left to be told; what became of the request is not known.
        this.#log(incoming, CLIENT_GONE);
        return void outgoing.destroy();
      }
      const refusal = refusalOf(thrown);
      this.#log(incoming, refusal.code);
      refuse(outgoing, refusal);
    }
  }

  async #servePage(incoming: IncomingMessage, outgoing: ServerResponse, { type, read }: PageFile): Promise<void> {
    if (incoming.method !== 'GET') throw methodNotAllowed('The files of the console can only be read.');
    checkEmbedding(incoming, this.host);
    const content = await read();
    outgoing.writeHead(200, { 'Content-Type': type }).end(content);
  }

  async #serveApi(incoming: IncomingMessage, outgoing: ServerResponse, { path, query }: Target): Promise<void> {
    const { method = '' } = incoming;
    const parameters = new URLSearchParams(query);
    const isSession = method === 'GET' && path === SESSION_PATH;
    if (!isSession && !path.startsWith(`${PREFIX}/`))
      throw new Refusal(404, 'NotFound', `There is nothing here: the console is at http://${this.host}/.`);
    const route = isSession ? undefined : routeOf(method, path.slice(PREFIX.length), parameters);
    checkToken(incoming, this.#token);
    checkOrigin(incoming, this.host);
    if (!route) return this.#serveSession(outgoing);
    const { type, verb } = route;
    const { readOnly = false } = this.options;
    if (readOnly && isWrite(verb, type)) throw forbidden(READ_ONLY);
    const contentType = contentTypeOf(route, incoming.headers['content-type']);
    const kept = queryFor(route, parameters);
    const text = await bodyOf(incoming);
    if (contentType === undefined && text !== '') throw badRequest('A request that reads has no body.');
    if (type === ACCESS_REVIEWS) {
      const review = reviewOf(text, readOnly);
      if ('answer' in review) return sendJson(outgoing, 201, review.answer);
      return this.#pass(incoming, outgoing, route, kept, contentType, review.body);
    }
    const body = verb === 'delete' ? deletionOf(route, text, kept) : text;
    return this.#pass(incoming, outgoing, route, kept, contentType, body);
  }

  async #pass(
    incoming: IncomingMessage,
    outgoing: ServerResponse,
    route: Route,
    query: Record<string, string>,
    contentType: string | undefined,
    body: string,
  ): Promise<void> {
    const { cluster, userAgent = 'backupstorage-elements' } = this.options;
    const gone = new AbortController();
    outgoing.once('close', () => gone.abort());
    const answer = await cluster.send({
      method: route.method,
      type: undefined,
      path: route.path,
      query,
      // These and no others: whoever the page says that it is, the kubeconfig says who asks.
      headers: {
        Accept: acceptFor(route, incoming.headers.accept),
        'User-Agent': userAgent,
        ...(contentType === undefined ? {} : { 'Content-Type': contentType }),
      },
      ...(contentType === undefined ? {} : { body }),
      signal: gone.signal,
      watch: route.verb === 'watch',
    });
    await relay(answer, route, outgoing);
  }

  #serveSession(outgoing: ServerResponse): void {
    const { cluster, namespace, readOnly = false } = this.options;
    sendJson(outgoing, 200, { context: cluster.context, namespace: namespace ?? '', readOnly });
  }

  #refuseTunnel(incoming: IncomingMessage, socket: Duplex): void {
    this.#log(incoming, 405);
    socket.on('error', () => {});
    socket.end('HTTP/1.1 405 Method Not Allowed\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
  }

  #log({ method = '', url = '' }: IncomingMessage, status: number): void {
    const path = url.replace(/[?#].*$/s, '').slice(0, 300);
    this.options.log?.(`${method} ${path} ${status}`);
  }
}

function sendJson(outgoing: ServerResponse, status: number, value: object): void {
  const text = JSON.stringify(value);
  const headers = { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(text) };
  outgoing.writeHead(status, headers).end(text);
}

/** A body that is left is not read: the connection ends with the answer. */
function refuse(outgoing: ServerResponse, refusal: Refusal): void {
  outgoing.setHeader('Connection', 'close');
  sendJson(outgoing, refusal.code, refusal.status);
}

function portFailure({ code, message }: Error & { code?: string }, port: number): string {
  if (code === 'EADDRINUSE')
    return `Port ${port} is taken: choose another with --port, or leave --port out for any free one.`;
  if (code === 'EACCES') return `Port ${port} may not be used by you: choose one from 1024, or leave --port out.`;
  return `Port ${port} cannot be opened: ${message}.`;
}
