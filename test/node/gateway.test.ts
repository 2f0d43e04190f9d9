/** The gateway as the console uses it: the data source of a page, through it, to the cluster of a kubeconfig. */
import { expect } from 'chai';
import { writeFile } from 'node:fs/promises';
import { conformanceChecks, type Check } from '../../src/data-source/conformance/index.js';
import type { DataSourceError } from '../../src/data-source/errors.js';
import { kubernetesOverFetch, type KubernetesDataSource } from '../../src/data-source/kubernetes.js';
import { StartFailure } from '../../src/gateway/failure.js';
import { CSP } from '../../src/gateway/headers.js';
import { Gateway, type GatewayOptions } from '../../src/gateway/gateway.js';
import { openCluster } from '../../src/gateway/cluster.js';
import { createStorage } from '../../src/manifest/index.js';
import { BACKUP_CONFIGURATIONS, BACKUP_STORAGES, REPOSITORIES, SECRETS } from '../../src/model/resources.js';
import type { BackupStorage, Secret } from '../../src/model/types.js';
import { CLUSTER_TOKEN, GatewayRig, kubeconfigOf } from '../fixtures/gateway-rig.js';

const SECRET: Secret = {
  apiVersion: 'v1',
  kind: 'Secret',
  metadata: { name: 'new-cred', namespace: 'demo' },
  type: 'Opaque',
  stringData: { AWS_ACCESS_KEY_ID: 'an-id', AWS_SECRET_ACCESS_KEY: 'value-of-a-credential' },
};
const STORAGE: BackupStorage = {
  apiVersion: 'storage.kubestash.com/v1alpha1',
  kind: 'BackupStorage',
  metadata: { name: 'new', namespace: 'demo' },
  spec: {
    storage: {
      provider: 's3',
      s3: { bucket: 'b', endpoint: 'https://minio.storage.svc:9000', region: 'us-east-1', secretName: 'new-cred' },
    },
  },
};

const errorOf = (promise: Promise<unknown>): Promise<DataSourceError> =>
  promise.then(
    () => expect.fail('It was not refused.'),
    (thrown: DataSourceError) => thrown,
  );

/** Waits, but not for ever. */
async function until(condition: () => boolean): Promise<void> {
  for (let turn = 0; turn < 500 && !condition(); turn++) await new Promise((resolve) => setTimeout(resolve, 10));
  expect(condition(), String(condition)).to.equal(true);
}

const sourceOf = ({ gateway }: GatewayRig): KubernetesDataSource =>
  kubernetesOverFetch({
    baseUrl: `http://${gateway.host}/cluster`,
    headers: () => ({ 'X-Session-Token': gateway.token }),
  });

describe('the gateway', () => {
  let rig: GatewayRig;
  let source: KubernetesDataSource;

  const start = async (options: Partial<GatewayOptions> = {}): Promise<void> => {
    rig = await new GatewayRig().start(options);
    source = sourceOf(rig);
  };

  afterEach(async () => {
    source.dispose();
    await rig.stop();
  });

  describe('lets through', () => {
    beforeEach(() => start());

    it('lists, page by page', async () => {
      const first = await source.list(BACKUP_STORAGES, { limit: 10 });
      const rest = await source.list(BACKUP_STORAGES, { limit: 10, continue: first.continue! });
      expect([first.items.length, rest.items.length]).to.deep.equal([10, 4]);
    });

    it('the kinds that belong to a storage, and namespaces', async () => {
      expect((await source.list(REPOSITORIES)).items).to.not.have.length(0);
      expect((await source.list(BACKUP_CONFIGURATIONS, { namespace: 'demo' })).items).to.not.have.length(0);
      expect((await source.namespaces()).names).to.include('demo');
    });

    it('reading one object', async () => {
      const { metadata } = await source.get(BACKUP_STORAGES, { namespace: 'demo', name: 'minio-lab' });
      expect(metadata?.name).to.equal('minio-lab');
      expect(await errorOf(source.get(BACKUP_STORAGES, { namespace: 'demo', name: 'nobody' }))).to.include({
        code: 'not-found',
      });
    });

    it('the schema of the cluster', async () => {
      const { source: from, openAPIV3Schema } = await source.schema(BACKUP_STORAGES);
      expect(from).to.equal('openapi-v3');
      expect(JSON.stringify(openAPIV3Schema)).to.contain('deletionPolicy');
    });

    it('the one definition', async () => {
      const path = '/cluster/apis/apiextensions.k8s.io/v1/customresourcedefinitions/';
      const { status, text } = await rig.ask({ path: `${path}backupstorages.storage.kubestash.com` });
      expect(status).to.equal(200);
      expect(text).to.contain('CustomResourceDefinition');
    });

    it('names of Secrets, for the picker', async () => {
      const { items } = await source.list(SECRETS, { namespace: 'demo', metadataOnly: true });
      expect(items.map(({ metadata }) => metadata?.name)).to.include('minio-lab-cred');
    });

    it('a watch, event by event, and ends it in the cluster when the client leaves', async () => {
      const { resourceVersion } = await source.list(BACKUP_STORAGES);
      const events = source.watch(BACKUP_STORAGES, { resourceVersion })[Symbol.asyncIterator]();
      const next = events.next();
      await until(() => rig.cluster.openWatches === 1);
      rig.cluster.apply(STORAGE);
      const { value } = (await next) as { value: { type: string; object: BackupStorage } };
      expect([value.type, value.object.metadata?.name]).to.deep.equal(['ADDED', 'new']);
      await events.return?.();
      await until(() => rig.cluster.openWatches === 0);
    });

    it('a watch whose client is cut off, and ends that one too', async () => {
      const { resourceVersion } = await source.list(BACKUP_STORAGES);
      const path = `/cluster/apis/storage.kubestash.com/v1alpha1/backupstorages?watch=1&resourceVersion=${resourceVersion}`;
      const incoming = await rig.open({ path });
      expect(incoming.statusCode).to.equal(200);
      await until(() => rig.cluster.openWatches === 1);
      incoming.on('error', () => {});
      incoming.destroy();
      await until(() => rig.cluster.openWatches === 0);
    });

    it('a request whose client leaves before it is answered, and lets the cluster know', async () => {
      let isGone = false;
      rig.instead = (request) =>
        new Promise((_resolve, reject) => {
          request.signal.addEventListener('abort', () => {
            isGone = true;
            reject(new Error('gone'));
          });
        });
      const abort = new AbortController();
      const list = errorOf(source.list(BACKUP_STORAGES, { signal: abort.signal }));
      await until(() => rig.seen.length === 1);
      abort.abort();
      expect(await list).to.include({ code: 'aborted' });
      await until(() => isGone);
      await until(() => rig.logged.length === 1);
      expect(rig.logged[0]).to.match(/backupstorages 499$/);
    });

    it('an answer that breaks off, as one that breaks off', async () => {
      rig.instead = () =>
        new Response(
          new ReadableStream({
            start(controller) {
              controller.enqueue(new TextEncoder().encode('{"kind":"BackupStorageList","items":['));
              setTimeout(() => controller.error(new Error('cut')), 50);
            },
          }),
          { headers: { 'Content-Type': 'application/json' } },
        );
      const answer = rig.ask({ path: '/cluster/apis/storage.kubestash.com/v1alpha1/backupstorages' });
      expect(await errorOf(answer)).to.have.property('code', 'ECONNRESET');
    });

    it('creating a storage and its Secret, both or none', async () => {
      const result = await createStorage(source, [STORAGE, SECRET], { attempt: 'one' });
      expect(result.outcome).to.equal('created');
      expect(rig.cluster.get(BACKUP_STORAGES, { namespace: 'demo', name: 'new' })).to.be.an('object');
      expect(rig.cluster.get(SECRETS, { namespace: 'demo', name: 'new-cred' })).to.have.property('data');
      expect(rig.logged.join('\n')).to.not.contain('value-of-a-credential');
    });

    it('removing the Secret of an attempt that failed', async () => {
      const invalid = { ...STORAGE, spec: { ...STORAGE.spec, deletionPolicy: 'Nonsense' } } as unknown as BackupStorage;
      const dryRunsPass: KubernetesDataSource = {
        ...source,
        create: (type, object, options) =>
          options?.dryRun ? Promise.resolve({ object, warnings: [] }) : source.create(type, object, options),
      };
      const result = await createStorage(dryRunsPass, [invalid, SECRET], { attempt: 'one' });
      expect(result).to.include({ outcome: 'refused', refused: 'storage' });
      expect(result).to.not.have.property('leftBehind');
      expect(rig.cluster.get(SECRETS, { namespace: 'demo', name: 'new-cred' })).to.equal(undefined);
      expect(rig.logged).to.include('DELETE /cluster/api/v1/namespaces/demo/secrets/new-cred 200');
    });

    it('patches, applies and deletions of storages', async () => {
      const key = { namespace: 'demo', name: 'minio-lab' };
      const patch = { metadata: { labels: { a: 'b' } } };
      const patched = await source.patch<BackupStorage>(BACKUP_STORAGES, key, patch, { type: 'merge' });
      expect(patched.object.metadata?.labels).to.include({ a: 'b' });
      expect((await source.apply(BACKUP_STORAGES, STORAGE)).object.metadata?.name).to.equal('new');
      const before = rig.seen.length;
      await source.delete(BACKUP_STORAGES, { namespace: 'demo', name: 'new' }, { dryRun: true });
      expect(JSON.parse(rig.seen[before]!.body)).to.include.keys('dryRun');
      expect(rig.cluster.get(BACKUP_STORAGES, { namespace: 'demo', name: 'new' })).to.be.an('object');
      await source.delete(BACKUP_STORAGES, { namespace: 'demo', name: 'new' });
      expect(rig.cluster.get(BACKUP_STORAGES, { namespace: 'demo', name: 'new' })).to.equal(undefined);
    });

    it('the cluster’s own refusals, word for word', async () => {
      rig.instead = () =>
        Response.json(
          { kind: 'Status', status: 'Failure', code: 403, reason: 'Forbidden', message: 'You may not do this, Ann.' },
          { status: 403 },
        );
      expect(await errorOf(source.list(BACKUP_STORAGES))).to.include({
        code: 'forbidden',
        message: 'You may not do this, Ann.',
      });
    });

    it('access reviews, and says no to what it would refuse itself', async () => {
      const answers = await source.review([
        { type: BACKUP_STORAGES, verb: 'create', namespace: 'demo' },
        { type: SECRETS, verb: 'create', namespace: 'demo' },
        { type: SECRETS, verb: 'delete', namespace: 'demo' },
        { type: SECRETS, verb: 'watch' },
        { type: SECRETS, verb: 'update' },
        { type: REPOSITORIES, verb: 'delete' },
        { type: { ...SECRETS, resource: 'pods' }, verb: 'list' },
      ]);
      expect(answers).to.deep.equal(['allowed', 'allowed', 'allowed', 'denied', 'denied', 'denied', 'denied']);
      expect(rig.seen).to.have.length(3);
    });

    it('no review of a part of an object', async () => {
      const { status, text } = await rig.ask({
        method: 'POST',
        path: '/cluster/apis/authorization.k8s.io/v1/selfsubjectaccessreviews',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({
          spec: {
            resourceAttributes: {
              verb: 'patch',
              group: BACKUP_STORAGES.group,
              resource: BACKUP_STORAGES.resource,
              subresource: 'status',
            },
          },
        }),
      });
      expect(status).to.equal(201);
      expect(JSON.parse(text)).to.have.nested.include({ 'status.allowed': false, 'status.denied': true });
      expect(rig.seen).to.deep.equal([]);
    });

    it('a review with nothing in it but what it asks', async () => {
      await rig.ask({
        method: 'POST',
        path: '/cluster/apis/authorization.k8s.io/v1/selfsubjectaccessreviews',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({
          kind: 'SubjectAccessReview',
          spec: {
            user: 'admin',
            groups: ['x'],
            resourceAttributes: { verb: 'list', group: '', resource: 'secrets', x: 1 },
          },
        }),
      });
      expect(JSON.parse(rig.seen[0]!.body)).to.deep.equal({
        apiVersion: 'authorization.k8s.io/v1',
        kind: 'SelfSubjectAccessReview',
        spec: { resourceAttributes: { verb: 'list', group: '', resource: 'secrets' } },
      });
    });
  });

  describe('the console', () => {
    it('is told what it shows', async () => {
      await start({ namespace: 'demo', readOnly: true });
      const { text } = await rig.ask({ path: '/console/session.json' });
      expect(JSON.parse(text)).to.deep.equal({ context: 'first', namespace: 'demo', readOnly: true });
      expect((await rig.ask({ path: '/console/config.js', anonymous: true })).text).to.contain("'gateway'");
    });

    it('is served under the policy that the demo takes from here', async () => {
      await start();
      const { headers, text } = await rig.ask({ path: '/', anonymous: true });
      expect(headers['content-type']).to.equal('text/html; charset=utf-8');
      expect(headers['content-security-policy']).to.equal(CSP);
      expect(text).to.contain('backupstorage-data-source');
    });

    it('has the token in its URL where nobody is sent it', async () => {
      await start();
      expect(rig.gateway.url).to.equal(`http://127.0.0.1:${rig.port}/#token=${rig.gateway.token}`);
    });
  });

  describe('with --read-only', () => {
    beforeEach(() => start({ readOnly: true }));

    it('reads and watches', async () => {
      expect((await source.list(BACKUP_STORAGES)).items).to.have.length(14);
    });

    it('refuses every write, dry runs included, and says why', async () => {
      const key = { namespace: 'demo', name: 'minio-lab' };
      const preconditions = { uid: 'u', resourceVersion: '1' };
      const writes = [
        source.create(BACKUP_STORAGES, STORAGE),
        source.create(BACKUP_STORAGES, STORAGE, { dryRun: true }),
        source.apply(BACKUP_STORAGES, STORAGE),
        source.patch(BACKUP_STORAGES, key, {}, { type: 'merge' }),
        source.delete(BACKUP_STORAGES, key),
        source.create(SECRETS, SECRET),
        source.delete(SECRETS, key, { preconditions }),
      ];
      for (const error of await Promise.all(writes.map(errorOf)))
        expect(error).to.include({
          code: 'forbidden',
          status: 403,
          outcome: 'not-applied',
          message: 'This gateway was started with --read-only: it changes nothing.',
        });
      expect(rig.seen).to.deep.equal([]);
    });

    it('answers that writes are denied', async () => {
      const answers = await source.review([
        { type: BACKUP_STORAGES, verb: 'list' },
        { type: BACKUP_STORAGES, verb: 'create' },
        { type: BACKUP_STORAGES, verb: 'patch' },
        { type: BACKUP_STORAGES, verb: 'delete' },
        { type: SECRETS, verb: 'create' },
      ]);
      expect(answers).to.deep.equal(['allowed', 'denied', 'denied', 'denied', 'denied']);
    });
  });

  describe('when the cluster does not know the user any more', () => {
    const unauthorized = () =>
      Response.json(
        { kind: 'Status', status: 'Failure', code: 401, reason: 'Unauthorized', message: 'Unauthorized' },
        { status: 401, headers: { 'WWW-Authenticate': 'Bearer' } },
      );
    beforeEach(() => start());

    it('reads the kubeconfig again, once, and asks again, a write included', async () => {
      await writeFile(rig.kubeconfig, kubeconfigOf(rig.server, 'renewed'));
      rig.instead = (request) =>
        request.headers.get('Authorization') === 'Bearer renewed'
          ? Response.json({ ...STORAGE }, { status: 201 })
          : unauthorized();
      expect((await source.create(BACKUP_STORAGES, STORAGE)).object.metadata?.name).to.equal('new');
      expect(rig.seen.map(({ headers }) => headers['authorization'])).to.deep.equal([
        `Bearer ${CLUSTER_TOKEN}`,
        'Bearer renewed',
      ]);
      expect(rig.seen[0]!.body).to.contain('minio.storage.svc');
      expect(rig.seen[1]!.body).to.equal(rig.seen[0]!.body);
      await source.create(BACKUP_STORAGES, STORAGE);
      expect(rig.seen[2]!.headers['authorization']).to.equal('Bearer renewed');
    });

    it('gives up after that', async () => {
      rig.instead = unauthorized;
      expect(await errorOf(source.list(BACKUP_STORAGES))).to.include({ code: 'unauthenticated' });
      expect(rig.seen).to.have.length(2);
    });

    it('stays with the context it began with, whichever is current by then', async () => {
      const other = kubeconfigOf(rig.server, 'renewed').replace('current-context: first', 'current-context: second');
      await writeFile(rig.kubeconfig, other);
      rig.instead = (request) =>
        request.headers.get('Authorization') === 'Bearer renewed'
          ? Response.json({ items: [], kind: 'List' })
          : unauthorized();
      expect((await source.list(BACKUP_STORAGES)).items).to.deep.equal([]);
    });

    it('follows no context to another server, and does without a file that cannot be read', async () => {
      for (const content of [kubeconfigOf('http://127.0.0.1:2', 'renewed'), 'a: b: c']) {
        await writeFile(rig.kubeconfig, content);
        rig.seen.length = 0;
        rig.instead = unauthorized;
        expect(await errorOf(source.list(BACKUP_STORAGES))).to.include({ code: 'unauthenticated' });
        expect(rig.seen.map(({ headers }) => headers['authorization'])).to.deep.equal([
          `Bearer ${CLUSTER_TOKEN}`,
          `Bearer ${CLUSTER_TOKEN}`,
        ]);
      }
    });
  });

  describe('when the cluster cannot be reached', () => {
    beforeEach(() => start());

    it('says so, and that nothing was carried out', async () => {
      const nowhere = await new GatewayRig().start();
      const lost = sourceOf(nowhere);
      await nowhere.breakUpstream();
      const error = await errorOf(lost.create(BACKUP_STORAGES, STORAGE));
      expect(error).to.include({ code: 'unavailable', status: 503, outcome: 'not-applied' });
      expect(error.message).to.match(/^The server 127\.0\.0\.1:\d+ cannot be reached \(ECONNREFUSED\)\. .* VPN/);
      await nowhere.stop();
    });

    it('does not say so of a write whose answer was lost', async () => {
      rig.instead = () => Promise.reject(new Error('cut'));
      const error = await errorOf(source.create(BACKUP_STORAGES, STORAGE));
      expect(error).to.include({ status: 502, outcome: 'unknown' });
    });
  });

  it('does not start on a port that is taken', async () => {
    await start();
    const cluster = await openCluster({ kubeconfig: rig.kubeconfig });
    const failure = await new Gateway({ cluster, port: rig.port }).listen().catch((thrown: unknown) => thrown);
    expect(failure)
      .to.be.instanceOf(StartFailure)
      .with.property('message')
      .that.matches(/^Port \d+ is taken: choose/);
    cluster.close();
  });
});

/** Where the gateway is not the cluster itself, and what a page sees of it in the place of what it would see there. */
const ON_PURPOSE: ReadonlyMap<string, RegExp> = new Map([
  // Secrets are never read whole.
  [
    'every item says its apiVersion and kind',
    /expected \["v1 Secret"\], got \["meta.k8s.io\/v1 PartialObjectMetadata"\]/,
  ],
  // The page reaches the gateway, which says in its place that the cluster cannot be reached.
  ['a network that is down is `unreachable`', /refused with unavailable .*; expected unreachable/],
  [
    'a dry run is refused as the write would be, and never `unknown`',
    /refused with unavailable .*; expected unreachable/,
  ],
  ['a lost answer is `unknown`: the write was carried out', /refused with unavailable .*; expected unreachable/],
  ['a lost connection makes every write `unknown`', /refused with unavailable .*; expected unreachable/],
]);

async function expectDeviation(check: Check, message: RegExp): Promise<void> {
  const failure = await check.run().catch((thrown: unknown) => thrown as Error);
  expect(failure).to.be.instanceOf(Error).with.property('message').that.matches(message);
}

describe('a data source through the gateway conforms', () => {
  const checks = conformanceChecks(async ({ objects, rules }) => {
    const rig = await new GatewayRig().start({}, { objects, ...(rules === undefined ? {} : { rules }) });
    const { cluster } = rig;
    const source = sourceOf(rig);
    return {
      source,
      cluster,
      put: (object) => cluster.apply(object),
      remove: (type, key) => cluster.remove(type, key),
      dispose: async () => {
        source.dispose();
        await rig.stop();
      },
    };
  });
  for (const check of checks)
    it(`${check.group}: ${check.name}`, async function () {
      this.timeout(60_000);
      if (ON_PURPOSE.has(check.name)) return expectDeviation(check, ON_PURPOSE.get(check.name)!);
      if ((await check.run()).outcome === 'skipped') this.skip();
    });
});
