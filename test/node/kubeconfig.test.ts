import { expect } from 'chai';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { conformanceChecks, type ConformanceHarness } from '../../src/data-source/conformance/index.js';
import type { DataSourceError } from '../../src/data-source/errors.js';
import { kubeconfigDataSource } from '../../src/data-source/kubeconfig.js';
import { serveMemoryCluster } from '../../src/data-source/memory/http.js';
import { MemoryCluster } from '../../src/data-source/memory/index.js';
import { BACKUP_STORAGES, SECRETS } from '../../src/model/resources.js';
import { sampleObjects } from '../../src/samples/index.js';
import { serveFetch, type FetchServer } from '../../tools/fetch-server.mjs';

const TOKEN = 'token-of-the-kubeconfig';

const kubeconfigOf = (server: string): string => `
apiVersion: v1
kind: Config
clusters:
- name: memory
  cluster: { server: "${server}/a prefix" }
- name: nowhere
  cluster: { server: "http://127.0.0.1:1" }
users:
- name: somebody
  user: { token: ${TOKEN} }
contexts:
- name: first
  context: { cluster: memory, user: somebody }
- name: second
  context: { cluster: nowhere, user: somebody }
current-context: first
`;

/** The same cluster, with a credential plug-in that runs this script. */
const withPlugin = (text: string, script: string): string =>
  text.replace(
    `{ token: ${TOKEN} }`,
    JSON.stringify({
      exec: {
        apiVersion: 'client.authentication.k8s.io/v1',
        command: process.execPath,
        args: ['-e', script],
        interactiveMode: 'Never',
      },
    }),
  );

describe('a data source out of a kubeconfig', () => {
  const seen: { method: string; url: string; authorization: string | null }[] = [];
  let serve: (request: Request) => Promise<Response>;
  let server: FetchServer;
  let directory = '';
  let kubeconfig = '';
  let text = '';

  before(async () => {
    server = await serveFetch((request) => {
      const { pathname, search } = new URL(request.url);
      seen.push({
        method: request.method,
        url: pathname + search,
        authorization: request.headers.get('Authorization'),
      });
      return serve(request);
    });
    text = kubeconfigOf(server.url);
    directory = await mkdtemp(join(tmpdir(), 'kubeconfig-'));
    kubeconfig = join(directory, 'config');
    await writeFile(kubeconfig, text, { mode: 0o600 });
  });

  after(async () => {
    await server.close();
    await rm(directory, { recursive: true });
  });

  /** The cluster behind the prefix of the kubeconfig's server. */
  const serveCluster = (cluster: MemoryCluster): void => {
    const answer = serveMemoryCluster(cluster);
    seen.length = 0;
    serve = (request) => {
      const url = new URL(request.url);
      if (!url.pathname.startsWith('/a%20prefix/')) return Promise.resolve(new Response(null, { status: 404 }));
      url.pathname = url.pathname.replace('/a%20prefix', '');
      return answer(new Request(url, request));
    };
  };

  it('reads, with the token and under the path of the server', async () => {
    serveCluster(new MemoryCluster({ objects: sampleObjects(), operator: false }));
    const source = kubeconfigDataSource({ kubeconfig });
    const { items } = await source.list(BACKUP_STORAGES);
    expect(items).to.have.length(14);
    expect(seen).to.deep.equal([
      {
        method: 'GET',
        url: '/a%20prefix/apis/storage.kubestash.com/v1alpha1/backupstorages',
        authorization: `Bearer ${TOKEN}`,
      },
    ]);
    source.dispose();
  });

  it('takes the text of a kubeconfig', async () => {
    serveCluster(new MemoryCluster({ operator: false }));
    const source = kubeconfigDataSource({ kubeconfig: text });
    expect(await source.namespaces()).to.deep.equal({ names: ['default'], complete: true });
    source.dispose();
  });

  it('asks a credential plug-in', async () => {
    serveCluster(new MemoryCluster({ operator: false }));
    const credential = {
      apiVersion: 'client.authentication.k8s.io/v1',
      kind: 'ExecCredential',
      status: { token: 'from-the-plug-in' },
    };
    const script = `process.stdout.write(${JSON.stringify(JSON.stringify(credential))})`;
    const source = kubeconfigDataSource({ kubeconfig: withPlugin(text, script) });
    await source.list(BACKUP_STORAGES);
    expect(seen[0]?.authorization).to.equal('Bearer from-the-plug-in');
    source.dispose();
  });

  it('is signed out when the plug-in gives nothing', async () => {
    const source = kubeconfigDataSource({ kubeconfig: withPlugin(text, 'process.exit(1)') });
    const error = await source.list(BACKUP_STORAGES).catch((thrown: DataSourceError) => thrown);
    expect(error).to.include({ code: 'unauthenticated', message: 'The kubeconfig gives no credentials.' });
    source.dispose();
  });

  it('says which contexts there are', () => {
    expect(() => kubeconfigDataSource({ kubeconfig, context: 'third' })).to.throw(
      'No context third; there are: first, second.',
    );
  });

  it('knows that a refused connection has carried nothing out', async () => {
    const source = kubeconfigDataSource({ kubeconfig, context: 'second' });
    const secret = { metadata: { name: 'x', namespace: 'default' }, stringData: { a: 'hunter2' } };
    const error = await source.create(SECRETS, secret).catch((thrown: DataSourceError) => thrown);
    expect(error).to.include({ code: 'unreachable', outcome: 'not-applied' });
    expect(error).to.have.property('message', 'The server 127.0.0.1:1 cannot be reached (ECONNREFUSED).');
    source.dispose();
  });

  it('closes the connection of a watch that is left', async () => {
    const cluster = new MemoryCluster({ objects: sampleObjects(), operator: false });
    serveCluster(cluster);
    const source = kubeconfigDataSource({ kubeconfig });
    const { resourceVersion } = await source.list(BACKUP_STORAGES);
    const events = source.watch(BACKUP_STORAGES, { resourceVersion })[Symbol.asyncIterator]();
    const next = events.next();
    cluster.apply({ ...cluster.objects(BACKUP_STORAGES)[0]!, metadata: { name: 'new', namespace: 'demo' } });
    expect((await next).value).to.include({ type: 'ADDED' });
    await events.return?.();
    while (cluster.openWatches > 0) await new Promise((resolve) => setImmediate(resolve));
    source.dispose();
  });

  describe('conforms', () => {
    const checks = conformanceChecks(({ objects, rules }): ConformanceHarness => {
      const cluster = new MemoryCluster({ objects, operator: false, ...(rules === undefined ? {} : { rules }) });
      serveCluster(cluster);
      const source = kubeconfigDataSource({ kubeconfig });
      return {
        source,
        cluster,
        put: (object) => cluster.apply(object),
        remove: (type, key) => cluster.remove(type, key),
        dispose: () => {
          source.dispose();
          cluster.dispose();
        },
      };
    });
    for (const check of checks)
      it(`${check.group}: ${check.name}`, async function () {
        this.timeout(60_000);
        if ((await check.run()).outcome === 'skipped') this.skip();
      });
  });
});
