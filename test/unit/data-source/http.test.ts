import { expect } from 'chai';
import { serveMemoryCluster } from '../../../src/data-source/memory/http.js';
import { MemoryCluster, type MemoryClusterOptions } from '../../../src/data-source/memory/index.js';
import { BACKUP_STORAGES } from '../../../src/model/resources.js';
import { SAMPLE_TIME, sampleObjects } from '../../../src/samples/index.js';

/* eslint-disable @typescript-eslint/no-explicit-any -- JSON of all shapes */

const STORAGES = '/apis/storage.kubestash.com/v1alpha1/namespaces/demo/backupstorages';
const TABLE = 'application/json;as=Table;v=v1;g=meta.k8s.io,application/json';

function server(options: MemoryClusterOptions = {}) {
  const cluster = new MemoryCluster({ objects: sampleObjects(), operator: false, now: () => SAMPLE_TIME, ...options });
  const serve = serveMemoryCluster(cluster, { now: () => SAMPLE_TIME });
  const call = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
    serve(
      new Request(`http://cluster.invalid${path}`, {
        method,
        headers: { ...(body === undefined ? {} : { 'Content-Type': 'application/json' }), ...headers },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      }),
    );
  const json = async (method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<any> =>
    (await call(method, path, body, headers)).json();
  return { cluster, serve, call, json };
}

const minio = (name: string, more: object = {}) => ({
  apiVersion: 'storage.kubestash.com/v1alpha1',
  kind: 'BackupStorage',
  metadata: { name },
  spec: { storage: { provider: 's3', s3: { bucket: name, endpoint: 'e', region: 'r', secretName: 's' } }, ...more },
});

describe('the in-memory cluster over HTTP', () => {
  describe('objects', () => {
    it('answers a list with its kind, and items as they are', async () => {
      const list = await server().json('GET', STORAGES);
      expect(list.kind).to.equal('BackupStorageList');
      expect(list.apiVersion).to.equal('storage.kubestash.com/v1alpha1');
      expect(list.metadata.resourceVersion).to.match(/^\d+$/);
      expect(list.items[0]).to.include({ kind: 'BackupStorage' });
    });

    it('leaves the type out of items of built-in kinds, as the server does', async () => {
      const list = await server().json('GET', '/api/v1/namespaces');
      expect(list).to.include({ kind: 'NamespaceList', apiVersion: 'v1' });
      expect(list.items[0]).to.not.have.any.keys('kind', 'apiVersion');
    });

    it('answers pages', async () => {
      const { json } = server();
      const path = '/apis/storage.kubestash.com/v1alpha1/backupstorages?limit=5';
      const first = await json('GET', path);
      expect(first.metadata.remainingItemCount).to.equal(9);
      const second = await json('GET', `${path}&continue=${encodeURIComponent(first.metadata.continue)}`);
      expect(second.items).to.have.length(5);
      expect(second.metadata.resourceVersion).to.equal(first.metadata.resourceVersion);
    });

    it('creates with 201, updates with 200', async () => {
      const { call, json } = server();
      const created = await call('POST', STORAGES, minio('new'));
      expect(created.status).to.equal(201);
      const object: any = await created.json();
      expect(object.metadata).to.include({ namespace: 'demo', name: 'new' });
      object.metadata.labels = { a: 'b' };
      expect((await json('PUT', `${STORAGES}/new`, object)).metadata.labels).to.deep.equal({ a: 'b' });
      const stale = await call('PUT', `${STORAGES}/new`, { ...object, metadata: { ...object.metadata, labels: {} } });
      expect(stale.status).to.equal(409);
    });

    it('refuses names and namespaces that differ from those of the URL', async () => {
      const { json } = server();
      const elsewhere = { ...minio('new'), metadata: { name: 'new', namespace: 'prod' } };
      expect(await json('POST', STORAGES, elsewhere)).to.include({ code: 400, reason: 'BadRequest' });
      expect((await json('PUT', `${STORAGES}/other`, minio('new'))).message).to.equal(
        'the name of the object (new) does not match the name on the URL (other)',
      );
    });

    it('applies with 201, then 200; takes YAML', async () => {
      const { call } = server();
      const headers = { 'Content-Type': 'application/apply-patch+yaml' };
      const path = `${STORAGES}/applied?fieldManager=kubectl`;
      expect((await call('PATCH', path, minio('applied'), headers)).status).to.equal(201);
      expect((await call('PATCH', path, minio('applied'), headers)).status).to.equal(200);
      const yaml =
        'apiVersion: v1\nkind: Secret\nmetadata:\n  name: yaml\nstringData:\n  key: value\n# a comment\ntype: Opaque\n';
      const answer = await call('PATCH', '/api/v1/namespaces/demo/secrets/yaml?fieldManager=k', yaml, headers);
      expect(((await answer.json()) as any).data).to.deep.equal({ key: btoa('value') });
    });

    it('knows merge and JSON patches; strategic ones for built-in kinds only', async () => {
      const { call, json } = server();
      await call('POST', STORAGES, minio('new'));
      const patch = { metadata: { labels: { a: 'b' } } };
      const merged = await json('PATCH', `${STORAGES}/new`, patch, { 'Content-Type': 'application/merge-patch+json' });
      expect(merged.metadata.labels).to.deep.equal({ a: 'b' });
      const strategic = { 'Content-Type': 'application/strategic-merge-patch+json' };
      const refused = await call('PATCH', `${STORAGES}/new`, patch, strategic);
      expect(refused.status).to.equal(415);
      const status: any = await refused.json();
      expect(status.message).to.include('application/json-patch+json');
      expect((await call('PATCH', '/api/v1/namespaces/demo', patch, strategic)).status).to.equal(200);
    });

    it('deletes with a Status, or answers the object that finalizers keep', async () => {
      const { call, json, cluster } = server();
      const { metadata }: any = await (await call('POST', STORAGES, minio('new'))).json();
      const details = { name: 'new', group: 'storage.kubestash.com', kind: 'backupstorages', uid: metadata.uid };
      expect(await json('DELETE', `${STORAGES}/new`)).to.deep.include({ kind: 'Status', status: 'Success', details });
      cluster.apply({ ...minio('kept'), metadata: { name: 'kept', namespace: 'demo', finalizers: ['x/y'] } });
      const kept = await json('DELETE', `${STORAGES}/kept`);
      expect(kept.metadata.deletionTimestamp).to.be.a('string');
    });

    it("takes a body's delete options, and the query's when there is no body", async () => {
      const { call } = server();
      await call('POST', STORAGES, minio('new'));
      expect((await call('DELETE', `${STORAGES}/new?dryRun=All`)).status).to.equal(200);
      expect((await call('DELETE', `${STORAGES}/new`, { dryRun: ['All'] })).status).to.equal(200);
      expect((await call('GET', `${STORAGES}/new`)).status).to.equal(200);
      const uid = { preconditions: { uid: 'another' } };
      expect((await call('DELETE', `${STORAGES}/new`, uid)).status).to.equal(409);
    });

    it('warns in headers, with quotes and every script', async () => {
      const { call } = server();
      const object = minio('new', { 'größe"\\': 1 });
      const answer = await call('POST', `${STORAGES}?fieldValidation=Warn`, object);
      const header = answer.headers.get('Warning') ?? '';
      expect(header).to.match(/^299 - "unknown field \\"spec\./);
      const bytes = Uint8Array.from(header, (character) => character.charCodeAt(0));
      expect(new TextDecoder('utf-8', { fatal: true }).decode(bytes)).to.include('größe');
    });

    it('never quotes a body that it cannot read', async () => {
      const { call } = server();
      const path = '/api/v1/namespaces/demo/secrets';
      for (const body of ['{"stringData":{"a":"hunter2"}', '["hunter2"]']) {
        const text = await (await call('POST', path, body)).text();
        expect(text).to.include('BadRequest').and.not.include('hunter2');
      }
    });
  });

  describe('refusals', () => {
    it('are a Status with the right code', async () => {
      const { call, cluster } = server();
      const answer = await call('GET', `${STORAGES}/absent`);
      expect(answer.status).to.equal(404);
      expect(answer.headers.get('Content-Type')).to.equal('application/json');
      expect(await answer.json()).to.deep.equal({
        kind: 'Status',
        apiVersion: 'v1',
        metadata: {},
        status: 'Failure',
        message: 'backupstorages.storage.kubestash.com "absent" not found',
        reason: 'NotFound',
        details: { name: 'absent', group: 'storage.kubestash.com', kind: 'backupstorages' },
        code: 404,
      });
      cluster.faults.fail(429, { retryAfterSeconds: 3 });
      const throttled = await call('GET', STORAGES);
      expect([throttled.status, throttled.headers.get('Retry-After')]).to.deep.equal([429, '3']);
    });

    it('tell a missing type from a missing group', async () => {
      const { call, cluster } = server();
      const missing = await call('GET', '/apis/storage.kubestash.com/v1alpha1/inventions');
      expect((await missing.json()) as any).to.include({ kind: 'Status', code: 404 });
      expect(await (await call('GET', '/apis/example.com/v1/things')).text()).to.equal('404 page not found\n');
      expect((await call('GET', '/nowhere')).status).to.equal(404);
      cluster.faults.uninstall(BACKUP_STORAGES);
      expect((await call('GET', STORAGES)).status).to.equal(404);
    });

    it('come before routing when the user may not', async () => {
      const { json } = server({ rules: [] });
      expect((await json('GET', '/apis/example.com/v1/things')).code).to.equal(403);
      expect((await json('GET', '/apis/apiextensions.k8s.io/v1/customresourcedefinitions')).reason).to.equal(
        'Forbidden',
      );
    });

    it('of methods and media types', async () => {
      const { call } = server();
      expect((await call('DELETE', STORAGES)).status).to.equal(405);
      expect((await call('POST', '/apis/storage.kubestash.com/v1alpha1/backupstorages', minio('x'))).status).to.equal(
        405,
      );
      expect((await call('PATCH', `${STORAGES}/x/status`, {})).status).to.equal(404);
      expect(
        (await call('GET', STORAGES, undefined, { Accept: 'application/vnd.kubernetes.protobuf' })).status,
      ).to.equal(406);
      expect(
        (await call('POST', STORAGES, 'x=1', { 'Content-Type': 'application/x-www-form-urlencoded' })).status,
      ).to.equal(415);
      expect((await call('POST', `${STORAGES}?dryRun=Some`, minio('x'))).status).to.equal(400);
    });

    it('of a lost connection are what fetch throws', async () => {
      const { call, cluster } = server();
      cluster.faults.offline = true;
      for (const path of [STORAGES, '/openapi/v3']) {
        const thrown = await call('GET', path).catch((error: unknown) => error);
        expect(thrown).to.be.instanceOf(TypeError);
      }
    });
  });

  describe('tables', () => {
    it('print what kubectl prints', async () => {
      const table = await server().json('GET', STORAGES, undefined, { Accept: TABLE });
      expect(table.kind).to.equal('Table');
      const heads = table.columnDefinitions.map(({ name }: any) => name);
      expect(heads).to.deep.equal(['Name', 'Provider', 'Default', 'Deletion-Policy', 'Total-Size', 'Phase', 'Age']);
      for (const row of table.rows) {
        expect(row.cells).to.have.length(heads.length);
        expect(row.cells.at(-1)).to.match(/^\d+[smhdy]/);
        expect(row.object.kind).to.equal('PartialObjectMetadata');
      }
    });

    it('of Secrets hold no values', async () => {
      const { cluster, json } = server();
      const secret = { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'x', namespace: 'demo' } };
      cluster.apply({ ...secret, type: 'Opaque', data: { a: btoa('hunter2') } } as never);
      const path = '/api/v1/namespaces/demo/secrets?fieldSelector=metadata.name%3Dx';
      const table = await json('GET', path, undefined, { Accept: TABLE });
      expect(table.rows[0].cells.slice(0, 3)).to.deep.equal(['x', 'Opaque', 1]);
      expect(JSON.stringify(table)).to.not.include(btoa('hunter2'));
      const partial = 'application/json;as=PartialObjectMetadataList;v=v1;g=meta.k8s.io';
      const list = await json('GET', path, undefined, { Accept: partial });
      expect(list.kind).to.equal('PartialObjectMetadataList');
      expect(Object.keys(list.items[0])).to.have.members(['apiVersion', 'kind', 'metadata']);
    });

    it('are what a watch sends to who asked for them, with the columns once', async () => {
      const { cluster, call } = server();
      const path = `${STORAGES}?watch=1&resourceVersion=${cluster.resourceVersion}`;
      const answer = await call('GET', path, undefined, { Accept: TABLE });
      const events = lines(answer);
      cluster.apply({ ...minio('x'), metadata: { name: 'x', namespace: 'demo' } });
      cluster.apply({ ...minio('y'), metadata: { name: 'y', namespace: 'demo' } });
      const [first, second] = [(await events.next()).value, (await events.next()).value];
      expect(first).to.include({ type: 'ADDED' });
      expect(first.object.columnDefinitions).to.have.length(7);
      expect([second.object.rows[0].cells[0], second.object.columnDefinitions]).to.deep.equal(['y', null]);
      await events.return(undefined);
    });
  });

  describe('watches', () => {
    it('are answered when they are open, before anything happens', async () => {
      const { cluster, call } = server();
      const answer = await call('GET', `${STORAGES}?watch=true&resourceVersion=${cluster.resourceVersion}`);
      expect([answer.status, cluster.openWatches]).to.deep.equal([200, 1]);
      await answer.body?.cancel();
      expect(cluster.openWatches).to.equal(0);
    });

    it('are refused with a status of their own', async () => {
      const { cluster, call } = server();
      const path = `${STORAGES}?watch=1&resourceVersion=`;
      cluster.faults.fail(403);
      expect((await call('GET', `${path}${cluster.resourceVersion}`)).status).to.equal(403);
      expect((await call('GET', `${path}nonsense`)).status).to.equal(400);
      expect((await call('GET', `${path}99999999`)).status).to.equal(504);
      const before = cluster.resourceVersion;
      cluster.apply({ ...minio('x'), metadata: { name: 'x', namespace: 'demo' } });
      cluster.faults.expireHistory();
      expect((await call('GET', path + before)).status).to.equal(410);
      expect((await call('GET', `${path}${before}&sendInitialEvents=true`)).status).to.equal(422);
    });

    it('wait for a request that is kept waiting', async () => {
      const { cluster, call } = server();
      const hold = cluster.faults.hold();
      const answer = call('GET', `${STORAGES}?watch=1&resourceVersion=${cluster.resourceVersion}`);
      hold.release();
      expect((await answer).status).to.equal(200);
      cluster.dispose();
    });

    it('send bookmarks only to who asked for them', async () => {
      const { cluster, call } = server();
      const path = `${STORAGES}?watch=1&resourceVersion=${cluster.resourceVersion}`;
      const [plain, marked] = [
        lines(await call('GET', path)),
        lines(await call('GET', `${path}&allowWatchBookmarks=true`)),
      ];
      const [ofPlain, ofMarked] = [plain.next(), marked.next()];
      cluster.bookmark();
      expect((await ofMarked).value.type).to.equal('BOOKMARK');
      cluster.faults.closeWatches();
      expect((await ofPlain).done).to.equal(true);
    });

    it('end with an ERROR event, or break', async () => {
      const { cluster, call } = server();
      const path = `${STORAGES}?watch=1&resourceVersion=${cluster.resourceVersion}`;
      const [failed, cut] = [lines(await call('GET', path)), lines(await call('GET', path))];
      const failure = failed.next();
      cluster.faults.expireWatches();
      expect((await failure).value).to.deep.include({ type: 'ERROR' });
      expect((await failure).value.object).to.include({ code: 410, reason: 'Expired' });
      await cut.next();
      const broken = lines(await call('GET', path));
      const next = broken.next().catch((error: unknown) => error);
      cluster.faults.cutWatches();
      expect(await next).to.be.instanceOf(TypeError);
    });
  });

  describe('what there is', () => {
    it('is discovered group by group', async () => {
      const { json } = server();
      expect((await json('GET', '/version')).gitVersion).to.match(/^v1\.\d+\.\d+/);
      expect((await json('GET', '/api')).versions).to.deep.equal(['v1']);
      const groups = (await json('GET', '/apis')).groups.map(({ name }: any) => name);
      expect(groups).to.include.members(['storage.kubestash.com', 'core.kubestash.com', 'authorization.k8s.io']);
      expect((await json('GET', '/apis/storage.kubestash.com')).preferredVersion.version).to.equal('v1alpha1');
      const { resources } = await json('GET', '/apis/storage.kubestash.com/v1alpha1');
      expect(resources.find(({ name }: any) => name === 'repositories')).to.deep.include({
        kind: 'Repository',
        namespaced: true,
        shortNames: ['repo'],
      });
      expect((await json('GET', '/api/v1')).resources[0]).to.include({ name: 'secrets', singularName: 'secret' });
    });

    it('is discovered at once', async () => {
      const { call } = server();
      const accept = 'application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList,application/json';
      const answer = await call('GET', '/apis', undefined, { Accept: accept });
      expect(answer.headers.get('Content-Type')).to.include('as=APIGroupDiscoveryList');
      const { items }: any = await answer.json();
      const group = items.find(({ metadata }: any) => metadata.name === 'storage.kubestash.com');
      const storages = group.versions[0].resources.find(({ resource }: any) => resource === 'backupstorages');
      expect(storages).to.include({ scope: 'Namespaced', singularResource: 'backupstorage' });
      expect(storages.verbs).to.include('watch');
    });

    it('leaves out what is not installed', async () => {
      const { json, cluster } = server();
      cluster.faults.uninstall(BACKUP_STORAGES);
      const { resources } = await json('GET', '/apis/storage.kubestash.com/v1alpha1');
      expect(resources.map(({ name }: any) => name))
        .to.include('repositories')
        .and.not.include('backupstorages');
      const crds = await json('GET', '/apis/apiextensions.k8s.io/v1/customresourcedefinitions');
      expect(crds.items.map(({ metadata }: any) => metadata.name)).to.not.include(
        'backupstorages.storage.kubestash.com',
      );
    });

    it('is described, with ObjectMeta as a reference', async () => {
      const { json, call } = server();
      const { paths } = await json('GET', '/openapi/v3');
      const { serverRelativeURL } = paths['apis/storage.kubestash.com/v1alpha1'];
      expect(serverRelativeURL).to.match(/^\/openapi\/v3\/apis\/storage\.kubestash\.com\/v1alpha1\?hash=[0-9A-F]{8}$/);
      const document = await json('GET', serverRelativeURL);
      const storage = document.components.schemas['com.kubestash.storage.v1alpha1.BackupStorage'];
      expect(storage.properties.metadata.allOf[0].$ref).to.match(/ObjectMeta$/);
      const operations: any[] = Object.values(document.paths);
      expect(operations[0].patch.parameters.map(({ name }: any) => name)).to.include('fieldValidation');
      expect((await call('GET', '/openapi/v3/apis/example.com/v1')).status).to.equal(404);
      expect(paths).to.have.property('api/v1');
    });

    it('is a CRD', async () => {
      const { json } = server();
      const path = '/apis/apiextensions.k8s.io/v1/customresourcedefinitions';
      const crd = await json('GET', `${path}/backupstorages.storage.kubestash.com`);
      expect(crd.spec.versions[0].schema.openAPIV3Schema.properties).to.have.property('spec');
      expect((await json('GET', `${path}/absent.example.com`)).message).to.include('"absent.example.com" not found');
    });
  });

  describe('access reviews', () => {
    const path = '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews';
    const rules = [{ verbs: ['list'], resources: ['backupstorages'], namespaces: ['demo'] }];

    it('say what the rules say', async () => {
      const { json } = server({ rules });
      const ask = async (resourceAttributes: object) =>
        (await json('POST', path, { spec: { resourceAttributes } })).status.allowed;
      const about = { group: 'storage.kubestash.com', resource: 'backupstorages', namespace: 'demo' };
      expect(await ask({ ...about, verb: 'list' })).to.equal(true);
      expect(await ask({ ...about, verb: 'delete' })).to.equal(false);
      expect(await ask({ ...about, verb: 'list', namespace: '' })).to.equal(false);
    });

    it('are understood as protobuf, as kubectl sends them', async () => {
      const { serve } = server({ rules });
      const ask = async (verb: string): Promise<any> => {
        const field = (number: number, value: Uint8Array): number[] => [(number << 3) | 2, value.length, ...value];
        const text = (number: number, value: string) => field(number, new TextEncoder().encode(value));
        const attributes = [
          ...text(1, 'demo'),
          ...text(2, verb),
          ...text(3, 'storage.kubestash.com'),
          ...text(5, 'backupstorages'),
        ];
        const spec = field(1, Uint8Array.from(attributes));
        const object = field(2, Uint8Array.from(spec));
        const typeMeta = field(
          1,
          Uint8Array.from([...text(1, 'authorization.k8s.io/v1'), ...text(2, 'SelfSubjectAccessReview')]),
        );
        const body = Uint8Array.from([0x6b, 0x38, 0x73, 0, ...typeMeta, ...field(2, Uint8Array.from(object))]);
        const headers = { 'Content-Type': 'application/vnd.kubernetes.protobuf', Accept: 'application/json' };
        return (await serve(new Request(`http://cluster.invalid${path}`, { method: 'POST', headers, body }))).json();
      };
      expect((await ask('list')).status).to.deep.equal({ allowed: true });
      expect((await ask('get')).status).to.deep.equal({ allowed: false });
    });
  });

  it('answers with the rights of whoever asks', async () => {
    const cluster = new MemoryCluster({ objects: sampleObjects(), operator: false });
    const serve = serveMemoryCluster(cluster, {
      source: ({ headers }) => cluster.dataSource({ user: headers.get('X-User') ?? 'nobody', rules: [] }),
    });
    const answer = await serve(new Request(`http://cluster.invalid${STORAGES}`, { headers: { 'X-User': 'jane' } }));
    expect(((await answer.json()) as any).message).to.include('User "jane" cannot list');
  });
});

async function* lines(answer: Response): AsyncGenerator<any, undefined> {
  const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader();
  try {
    for (let text = ''; ;) {
      const { done, value } = await reader.read();
      if (done) return undefined;
      text += value;
      for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n')) {
        yield JSON.parse(text.slice(0, end));
        text = text.slice(end + 1);
      }
    }
  } finally {
    await reader.cancel();
  }
}
