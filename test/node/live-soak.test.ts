/** The live collection over real sockets, through a proxy on which nothing can be relied, while writes go on. */
import { expect } from 'chai';
import { createServer, request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { kubernetesOverFetch, type KubernetesDataSource } from '../../src/data-source/kubernetes.js';
import { LiveCollection, type LiveEnvironment, type LiveOptions } from '../../src/data-source/live/index.js';
import { serveMemoryCluster } from '../../src/data-source/memory/http.js';
import { MemoryCluster, type MemoryClusterOptions } from '../../src/data-source/memory/index.js';
import { withoutBookkeeping } from '../../src/model/metadata.js';
import { BACKUP_STORAGES, type ResourceType } from '../../src/model/resources.js';
import type { BackupStorage, KubernetesObject } from '../../src/model/types.js';
import type { WatchOptions } from '../../src/data-source/types.js';
import { serveFetch } from '../../tools/fetch-server.mjs';
import { random, type Random } from '../fixtures/random.js';

const NAMESPACES = ['n1', 'n2', 'n3', 'n4', 'n5', 'n6'];
const WRITES = 6_000;
/** The collection lives so many times faster than the clock: silence that means death lasts 0.75 s. */
const SPEED = 200;

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

async function until(what: string, holds: () => boolean, ms: number): Promise<void> {
  for (const end = Date.now() + ms; !holds(); await sleep(20)) if (Date.now() > end) throw new Error(`Never: ${what}.`);
}

/** What becomes of an answer. */
type Mishap = 'none' | 'cut' | 'end' | 'stall' | 'dribble' | 'hang' | 'refuse' | 410 | 429 | 500 | 502 | 'html';

const MISHAPS: readonly Mishap[] = ['cut', 'end', 'stall', 'dribble', 'hang', 'refuse', 410, 429, 500, 502, 'html'];

const statusBody = (code: number, reason: string): string =>
  JSON.stringify({ kind: 'Status', apiVersion: 'v1', metadata: {}, status: 'Failure', code, reason, message: reason });

/** Between the collection and the server. Its choices come from the seed. */
class Proxy {
  calm = false;
  /** Requests since the start. */
  requests = 0;
  /** Requests whose client is still there. */
  readonly open = new Set<ServerResponse>();
  readonly met = new Map<Mishap, number>();
  readonly #server = createServer((incoming, outgoing) => this.#pass(incoming, outgoing));
  readonly #timers = new Set<NodeJS.Timeout>();
  #deck: Mishap[] = [];

  constructor(
    private readonly target: URL,
    private readonly chance: Random,
  ) {}

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #after(ms: number, act: () => void): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      act();
    }, ms);
    this.#timers.add(timer);
  }

  /** From a shuffled deck, so that everything comes to pass before anything comes to pass often. */
  #draw(): Mishap {
    if (this.#deck.length === 0) {
      this.#deck = [...MISHAPS, ...Array.from({ length: 6 }, (): Mishap => 'none')];
      for (let last = this.#deck.length - 1; last > 0; last -= 1) {
        const other = this.chance.below(last + 1);
        [this.#deck[last], this.#deck[other]] = [this.#deck[other]!, this.#deck[last]!];
      }
    }
    return this.#deck.pop()!;
  }

  #pass(incoming: IncomingMessage, outgoing: ServerResponse): void {
    this.requests += 1;
    this.open.add(outgoing);
    outgoing.on('close', () => this.open.delete(outgoing));
    const mishap = this.calm ? 'none' : this.#draw();
    this.met.set(mishap, (this.met.get(mishap) ?? 0) + 1);
    const answer = (code: number, type: string, body: string, headers = {}): void =>
      void outgoing.writeHead(code, { 'Content-Type': type, Connection: 'close', ...headers }).end(body);
    switch (mishap) {
      case 'hang':
        return;
      case 'refuse':
        return void incoming.socket.destroy();
      case 410:
        return answer(410, 'application/json', statusBody(410, 'Expired'));
      case 429:
        return answer(429, 'application/json', statusBody(429, 'TooManyRequests'), { 'Retry-After': '1' });
      case 500:
        return answer(500, 'application/json', statusBody(500, 'InternalError'));
      case 502:
        return answer(502, 'text/html', '<html><h1>502 Bad Gateway</h1></html>');
      case 'html':
        return answer(200, 'text/html; charset=utf-8', '<!doctype html><title>Sign in</title>');
      default:
        this.#forward(incoming, outgoing, mishap);
    }
  }

  /** Passes the answer on, up to the byte or the moment at which it goes wrong. */
  #forward(incoming: IncomingMessage, outgoing: ServerResponse, mishap: 'none' | 'cut' | 'end' | 'stall' | 'dribble') {
    const { method, url, headers } = incoming;
    const { hostname, port } = this.target;
    const isWatch = (url ?? '').includes('watch=1');
    const upstream = httpRequest({ hostname, port, method, path: url, headers, agent: false }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 500, {
        'Content-Type': answer.headers['content-type'] ?? '',
        Connection: 'close',
      });
      outgoing.flushHeaders();
      let left = mishap === 'none' || mishap === 'dribble' ? Infinity : this.chance.below(isWatch ? 20_000 : 100_000);
      let stalled = false;
      const goWrong = (): void => {
        if (mishap === 'stall') stalled = true;
        else if (mishap === 'cut') incoming.socket.destroy();
        else outgoing.end();
        if (!stalled) upstream.destroy();
      };
      // Of a watch that goes well or says little the end comes all the same.
      if (isWatch && !this.calm) this.#after(50 + this.chance.below(250), () => this.calm || goWrong());
      answer.on('data', (chunk: Buffer) => {
        if (stalled || outgoing.writableEnded || outgoing.destroyed) return;
        const part = chunk.subarray(0, Math.min(chunk.length, left));
        left -= part.length;
        // In the middle of characters, lines and objects.
        const size = mishap === 'dribble' ? Math.max(7, Math.ceil(part.length / 20)) : part.length;
        for (let at = 0; at < part.length; at += size) outgoing.write(part.subarray(at, at + size));
        if (left <= 0) goWrong();
      });
      answer.on('end', () => {
        if (!stalled) outgoing.end();
      });
      answer.on('error', () => incoming.socket.destroy());
    });
    upstream.on('error', () => incoming.socket.destroy());
    outgoing.on('close', () => upstream.destroy());
    upstream.end();
  }
}

/** How many watches a source has open, as its user sees it, and how many at the most. */
function counted(source: KubernetesDataSource) {
  const open = new Map<string, number>();
  let total = 0;
  const worst = { inOneScope: 0, together: 0 };
  const watch = <T extends KubernetesObject>(type: ResourceType, options: WatchOptions) => ({
    async *[Symbol.asyncIterator]() {
      const scope = options.namespace ?? '';
      open.set(scope, (open.get(scope) ?? 0) + 1);
      total += 1;
      worst.inOneScope = Math.max(worst.inOneScope, open.get(scope)!);
      worst.together = Math.max(worst.together, total);
      try {
        yield* source.watch<T>(type, options);
      } finally {
        open.set(scope, open.get(scope)! - 1);
        total -= 1;
      }
    },
  });
  return { source: { ...source, watch }, worst, open: () => total };
}

async function world(seed: number, options: MemoryClusterOptions) {
  const chance = random(seed);
  const cluster = new MemoryCluster({ operator: false, watchWindow: 300, bookmarkIntervalMs: 150, ...options });
  const server = await serveFetch(serveMemoryCluster(cluster));
  const proxy = new Proxy(new URL(server.url), chance);
  const baseUrl = await proxy.start();
  const environment: LiveEnvironment = {
    now: () => Date.now() * SPEED,
    setTimeout: (callback, ms) => setTimeout(callback, ms / SPEED),
    clearTimeout: (handle) => clearTimeout(handle as NodeJS.Timeout),
    random: random(seed + 1),
  };
  const watched = counted(kubernetesOverFetch({ baseUrl }));
  const collection = (own: LiveOptions = {}) =>
    new LiveCollection<BackupStorage>(watched.source, BACKUP_STORAGES, { environment, ...own });
  const close = async (): Promise<void> => {
    cluster.dispose();
    await proxy.stop();
    await server.close();
  };
  return { chance, cluster, proxy, watched, collection, close };
}

const storage = (namespace: string, name: string, labels: Record<string, string> = {}): BackupStorage => ({
  apiVersion: 'storage.kubestash.com/v1alpha1',
  kind: 'BackupStorage',
  metadata: { name, namespace, labels },
  spec: { storage: { provider: 's3', s3: { bucket: `größe-${name}` } } },
});

function write(cluster: MemoryCluster, chance: Random): void {
  const key = { namespace: chance.pick(NAMESPACES), name: `s${chance.below(40)}` };
  const kind = chance();
  if (kind < 0.3) cluster.remove(BACKUP_STORAGES, key);
  else {
    // Now and then it is deleted and made again under the same name, in one moment.
    if (kind < 0.35) cluster.remove(BACKUP_STORAGES, key);
    cluster.apply(storage(key.namespace, key.name, { n: String(chance.below(1e6)) }));
  }
}

const content = (objects: Iterable<BackupStorage>): Record<string, unknown> =>
  Object.fromEntries([...objects].map((object) => [object.metadata!.uid!, withoutBookkeeping(object)]));

const versionsOf = (objects: Iterable<BackupStorage>): string =>
  [...objects]
    .map(({ metadata }) => `${metadata?.uid} ${metadata?.resourceVersion}`)
    .sort()
    .join('\n');

async function soak(seed: number, options: MemoryClusterOptions, own: LiveOptions, isMeant: (of: string) => boolean) {
  const { chance, cluster, proxy, watched, collection: make, close } = await world(seed, options);
  let stop = (): void => {};
  try {
    const collection = make(own);
    const told = new Map<string, BackupStorage>();
    const faults: string[] = [];
    const states = new Set<string>();
    let changes = 0;
    stop = collection.subscribe(({ upserted, removed }, { state }) => {
      states.add(state);
      for (const { metadata } of removed) told.delete(metadata!.uid!);
      for (const object of upserted) {
        const { uid = '', resourceVersion = '' } = object.metadata!;
        const known = told.get(uid)?.metadata?.resourceVersion;
        // This cluster counts, so here it can be told which of two is newer.
        if (known !== undefined && BigInt(known) >= BigInt(resourceVersion))
          faults.push(`${uid}: ${resourceVersion} after ${known}`);
        told.set(uid, object);
        changes += 1;
      }
      if (told.size !== collection.objects.size) faults.push(`told of ${told.size}, shown ${collection.objects.size}`);
    });
    for (let turn = 0; turn < WRITES; turn += 1) {
      write(cluster, chance);
      if (turn % 4 === 0) await sleep(chance.below(8));
      if (chance.chance(0.001)) cluster.faults.expireHistory();
      if (chance.chance(0.001)) cluster.faults.expireWatches();
      if (chance.chance(0.001)) cluster.faults.expirePages();
    }
    proxy.calm = true;
    const expected = (): BackupStorage[] =>
      cluster.objects<BackupStorage>(BACKUP_STORAGES).filter(({ metadata }) => isMeant(metadata?.namespace ?? ''));
    const isCurrent = (): boolean => versionsOf(collection.objects.values()) === versionsOf(expected());
    await until('the collection is what the cluster is', isCurrent, 12_000);
    await until('everything is watched or polled again', () => /live|polling/.test(collection.status.state), 12_000);
    expect(content(collection.objects.values())).to.deep.equal(content(expected()));
    expect(content(told.values())).to.deep.equal(content(expected()));
    expect(faults).to.deep.equal([]);
    expect(Object.keys(content(expected())).length).to.be.above(100);
    expect(changes).to.be.above(1_000);
    expect([...states]).to.include('reconnecting');
    for (const mishap of MISHAPS) expect(proxy.met.get(mishap) ?? 0, String(mishap)).to.be.above(0);

    stop();
    await until('every connection is closed', () => proxy.open.size === 0 && cluster.openWatches === 0, 3_000);
    // What was sent before the end may arrive at the proxy after it.
    await sleep(100);
    const { requests } = proxy;
    for (let turn = 0; turn < 20; turn += 1) write(cluster, chance);
    await sleep(600);
    expect(proxy.requests).to.equal(requests);
    expect([watched.open(), collection.objects.size, collection.status.state]).to.deep.equal([0, 0, 'idle']);
    const spoilt = MISHAPS.reduce((sum, mishap) => sum + (proxy.met.get(mishap) ?? 0), 0);
    console.log(`      ${WRITES} writes, ${requests} requests, ${spoilt} of them spoilt, ${changes} changes told`);
    return { worst: watched.worst };
  } finally {
    stop();
    await close();
  }
}

describe('live soak over HTTP: thousands of writes through a proxy that fails at random', function () {
  this.timeout(40_000);
  const more = Array.from({ length: 600 }, (_, index) => storage('other', `old-${index}`));

  it('loses and doubles nothing of a whole cluster, in pages, with one watch', async () => {
    const { worst } = await soak(
      11,
      { objects: [...NAMESPACES.map((n) => storage(n, 's0')), ...more] },
      {},
      () => true,
    );
    expect(worst).to.deep.equal({ inOneScope: 1, together: 1 });
  });

  it('loses and doubles nothing namespace by namespace, with four watches', async () => {
    const allowed = NAMESPACES.slice(1);
    const { worst } = await soak(
      12,
      {
        objects: NAMESPACES.map((n) => storage(n, 's0')),
        rules: [{ verbs: ['*'], resources: ['*'], namespaces: allowed }],
      },
      { candidates: () => allowed },
      (namespace) => allowed.includes(namespace),
    );
    expect(worst).to.deep.equal({ inOneScope: 1, together: 4 });
  });

  it('leaves no socket and no timer behind 1,000 mounts', async () => {
    const objects = Array.from({ length: 20 }, (_, index) => storage('demo', `s${index}`));
    const { chance, cluster, proxy, watched, collection, close } = await world(13, { objects });
    proxy.calm = true;
    const hasGone = (): boolean => proxy.open.size + cluster.openWatches + watched.open() === 0;
    const resources = (): Record<string, number> => {
      const counts: Record<string, number> = {};
      for (const name of process.getActiveResourcesInfo()) counts[name] = (counts[name] ?? 0) + 1;
      return counts;
    };
    try {
      const mount = async (): Promise<void> => {
        const moment = chance.below(4);
        let heard = (): void => {};
        const first = new Promise<void>((resolve) => (heard = resolve));
        const unmount = collection().subscribe((_, { state }) => {
          if (state === 'live') heard();
        });
        // Left before the request is made, while it is on its way, when the list is there, and while it watches.
        if (moment === 1) await sleep(chance.below(4));
        if (moment >= 2) await first;
        if (moment === 3) await until('it watches', () => watched.open() > 0, 2_000);
        unmount();
      };
      await mount();
      await until('the first has gone', hasGone, 3_000);
      await sleep(100);
      const before = resources();
      for (let turn = 0; turn < 1_000; turn += 1) await mount();
      await until('the last has gone', hasGone, 5_000);
      expect(proxy.requests).to.be.above(1_000);
      const { requests } = proxy;
      const grown = (): string[] => {
        const after = resources();
        return Object.keys(after).filter((name) => (after[name] ?? 0) > (before[name] ?? 0));
      };
      await until(`nothing is left over (${grown().join(', ')})`, () => grown().length === 0, 6_000);
      expect(proxy.requests).to.equal(requests);
    } finally {
      await close();
    }
  });
});
