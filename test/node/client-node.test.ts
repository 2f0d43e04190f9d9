/** `@kubernetes/client-node`: a second witness to the API server around the in-memory cluster that we did not write. */
import {
  CoreV1Api,
  CustomObjectsApi,
  KubeConfig,
  makeInformer,
  VersionApi,
  Watch,
  AuthorizationV1Api,
  type ApiException,
  type KubernetesListObject,
  type KubernetesObject as ClientObject,
} from '@kubernetes/client-node';
import { expect } from 'chai';
import { serveMemoryCluster } from '../../src/data-source/memory/http.js';
import { MemoryCluster } from '../../src/data-source/memory/index.js';
import { BACKUP_STORAGES } from '../../src/model/resources.js';
import type { BackupStorage } from '../../src/model/types.js';
import { sampleObjects } from '../../src/samples/index.js';
import { serveFetch, type FetchServer } from '../../tools/fetch-server.mjs';

const STORAGES = { group: 'storage.kubestash.com', version: 'v1alpha1', plural: 'backupstorages' };
const PATH = '/apis/storage.kubestash.com/v1alpha1/backupstorages';

type Storage = BackupStorage & ClientObject;
type StorageList = KubernetesListObject<Storage>;

const storage = (name: string, spec: object = { provider: 's3', s3: { bucket: name, endpoint: 'e' } }): Storage =>
  ({
    apiVersion: 'storage.kubestash.com/v1alpha1',
    kind: 'BackupStorage',
    metadata: { name, namespace: 'demo' },
    spec: { storage: spec },
  }) as Storage;

async function until(holds: () => boolean): Promise<void> {
  for (let turn = 0; !holds(); turn += 1) {
    if (turn > 400) throw new Error('It did not come to pass.');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** What the client rejects with; its body is the text of the Status. */
async function statusOf(promise: Promise<unknown>) {
  const thrown = (await promise.then(
    () => expect.fail('it was not refused'),
    (error: unknown) => error,
  )) as ApiException<string>;
  const status = JSON.parse(thrown.body) as {
    reason: string;
    message: string;
    details?: { causes?: { field: string; message: string; reason: string }[] };
  };
  return { code: thrown.code, ...status };
}

describe('@kubernetes/client-node', function () {
  this.timeout(20_000);
  let cluster: MemoryCluster;
  let server: FetchServer;
  let config: KubeConfig;
  let custom: CustomObjectsApi;

  beforeEach(async () => {
    cluster = new MemoryCluster({ objects: sampleObjects(), operator: { delayMs: 50 } });
    server = await serveFetch(serveMemoryCluster(cluster));
    config = new KubeConfig();
    // It talks plain HTTP to nobody otherwise.
    config.loadFromClusterAndUser({ name: 'memory', server: server.url, skipTLSVerify: true }, { name: 'nobody' });
    custom = config.makeApiClient(CustomObjectsApi);
  });

  afterEach(async () => {
    cluster.dispose();
    await server.close();
  });

  const list = (): Promise<StorageList> => custom.listClusterCustomObject(STORAGES) as Promise<StorageList>;

  it('lists, a page at a time', async () => {
    const all = await list();
    expect(all.items).to.have.length(14);
    expect(all.items).to.deep.equal(cluster.objects(BACKUP_STORAGES));
    const names: string[] = [];
    for (let next: string | undefined = ''; next !== undefined;) {
      const page: StorageList = (await custom.listClusterCustomObject({
        ...STORAGES,
        limit: 5,
        ...(next ? { _continue: next } : {}),
      })) as StorageList;
      names.push(...page.items.map(({ metadata }) => metadata!.name!));
      next = page.metadata?._continue ?? (page.metadata as { continue?: string } | undefined)?.continue;
    }
    expect(names).to.deep.equal(all.items.map(({ metadata }) => metadata!.name));
  });

  it('reads built-in kinds with its typed API', async () => {
    const core = config.makeApiClient(CoreV1Api);
    const { items } = await core.listNamespace();
    expect(items.map(({ metadata }) => metadata?.name)).to.include('demo');
    expect(items[0]?.metadata?.creationTimestamp).to.be.instanceOf(Date);
    const stringData = { AWS_ACCESS_KEY_ID: 'minio' };
    const made = await core.createNamespacedSecret({
      namespace: 'demo',
      body: { metadata: { name: 'x' }, stringData },
    });
    expect(made.data).to.deep.equal({ AWS_ACCESS_KEY_ID: btoa('minio') });
    expect(await core.deleteNamespacedSecret({ namespace: 'demo', name: 'x' })).to.include({ status: 'Success' });
    expect((await config.makeApiClient(VersionApi).getCode()).gitVersion).to.match(/^v1\./);
  });

  it('watches', async () => {
    const { resourceVersion } = (await list()).metadata!;
    const events: string[] = [];
    let ended = false;
    const watch = await new Watch(config).watch(
      PATH,
      { resourceVersion, allowWatchBookmarks: true },
      (phase, { metadata }: Storage) => events.push(`${phase} ${metadata?.name ?? ''}`),
      () => (ended = true),
    );
    await until(() => cluster.openWatches === 1);
    cluster.apply({ ...storage('new'), status: { phase: 'Ready' } });
    cluster.apply({ ...storage('new'), status: { phase: 'NotReady' } });
    cluster.bookmark();
    cluster.remove(BACKUP_STORAGES, { namespace: 'demo', name: 'new' });
    await until(() => events.length === 4);
    expect(events.toSorted()).to.deep.equal(['ADDED new', 'BOOKMARK ', 'DELETED new', 'MODIFIED new']);
    watch.abort();
    await until(() => ended && cluster.openWatches === 0);
  });

  it('hears of a watch that cannot be resumed', async () => {
    const { resourceVersion } = (await list()).metadata!;
    cluster.apply(storage('new'));
    cluster.faults.expireHistory();
    const error = await new Promise((resolve) => {
      void new Watch(config).watch(PATH, { resourceVersion }, () => {}, resolve);
    });
    expect(error).to.include({ statusCode: 410 });
  });

  it('keeps an informer that sees what is added, changed and deleted', async () => {
    const informer = makeInformer<Storage>(config, PATH, list);
    const seen: string[] = [];
    informer.on('add', ({ metadata }) => seen.push(`add ${metadata!.name}`));
    informer.on('update', ({ metadata, status }) => seen.push(`update ${metadata!.name} ${status?.phase ?? ''}`));
    informer.on('delete', ({ metadata }) => seen.push(`delete ${metadata!.name}`));
    await informer.start();
    await until(() => cluster.openWatches === 1);
    expect(seen).to.have.length(14);
    expect(seen).to.include('add minio-lab');
    seen.length = 0;
    await custom.createNamespacedCustomObject({ ...STORAGES, namespace: 'demo', body: storage('new') });
    await until(() => seen.some((line) => /^update new (Not)?Ready$/.test(line)));
    await custom.deleteNamespacedCustomObject({ ...STORAGES, namespace: 'demo', name: 'new' });
    await until(() => seen.includes('delete new'));
    expect(seen[0]).to.equal('add new');
    expect(informer.get('new', 'demo')).to.equal(undefined);
    const names = (objects: readonly { metadata?: { name?: string } }[]): string[] =>
      objects.map(({ metadata }) => metadata!.name!).sort();
    expect(names(informer.list())).to.deep.equal(names(cluster.objects(BACKUP_STORAGES)));
    await informer.stop();
    await until(() => cluster.openWatches === 0);
  });

  it('creates nothing in a dry run, and gets the defaults', async () => {
    const body = storage('dry');
    const asked = { ...STORAGES, namespace: 'demo', body, dryRun: 'All', fieldValidation: 'Strict' };
    const answer = (await custom.createNamespacedCustomObject(asked)) as Storage;
    expect(answer.spec).to.include({ deletionPolicy: 'Delete' });
    expect(answer.metadata?.uid).to.be.a('string');
    expect(cluster.get(BACKUP_STORAGES, { namespace: 'demo', name: 'dry' })).to.equal(undefined);
  });

  it('is told every cause of a 422', async () => {
    const body = storage('bad');
    Object.assign(body.spec!, { deletionPolicy: 'Burn', usagePolicy: { allowedNamespaces: { from: 'Nobody' } } });
    const asked = { ...STORAGES, namespace: 'demo', body, dryRun: 'All', fieldValidation: 'Strict' };
    const { code, reason, details } = await statusOf(custom.createNamespacedCustomObject(asked));
    expect([code, reason]).to.deep.equal([422, 'Invalid']);
    expect(details?.causes?.map(({ field }) => field).sort()).to.deep.equal([
      'spec.deletionPolicy',
      'spec.usagePolicy.allowedNamespaces.from',
    ]);
    expect(details?.causes?.find(({ field }) => field === 'spec.deletionPolicy')).to.deep.equal({
      field: 'spec.deletionPolicy',
      message: 'Unsupported value: "Burn": supported values: "Delete", "WipeOut"',
      reason: 'FieldValueNotSupported',
    });
  });

  it('is refused unknown fields when it asks for that', async () => {
    const body = storage('bad', { provider: 's3', s3: { bukkit: 'b' } });
    const asked = { ...STORAGES, namespace: 'demo', body, fieldValidation: 'Strict' };
    const { code, message } = await statusOf(custom.createNamespacedCustomObject(asked));
    expect([code, message]).to.deep.equal([
      400,
      'BackupStorage in version "v1alpha1" cannot be handled as a BackupStorage: strict decoding error: unknown field ' +
        '"spec.storage.s3.bukkit"',
    ]);
  });

  it('asks what it may', async () => {
    const { status } = await config.makeApiClient(AuthorizationV1Api).createSelfSubjectAccessReview({
      body: { spec: { resourceAttributes: { group: STORAGES.group, resource: STORAGES.plural, verb: 'list' } } },
    });
    expect(status?.allowed).to.equal(true);
  });
});
