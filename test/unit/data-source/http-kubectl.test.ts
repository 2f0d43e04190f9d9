import { expect } from 'chai';
import { serveMemoryCluster } from '../../../src/data-source/memory/http.js';
import { objectFromProtobuf } from '../../../src/data-source/memory/http/protobuf.js';
import { MemoryCluster, type MemoryClusterOptions } from '../../../src/data-source/memory/index.js';
import { SECRETS } from '../../../src/model/resources.js';
import type { Secret } from '../../../src/model/types.js';
import { SAMPLE_TIME, sampleObjects } from '../../../src/samples/index.js';
import { random } from '../../fixtures/random.js';

/* eslint-disable @typescript-eslint/no-explicit-any -- JSON of all shapes */

const PROTOBUF = 'application/vnd.kubernetes.protobuf';
const TABLE = 'application/json;as=Table;v=v1;g=meta.k8s.io,application/json';

const varint = (value: number): number[] => (value < 0x80 ? [value] : [(value % 0x80) + 0x80, ...varint(value >>> 7)]);
const field = (number: number, value: readonly number[] | string): number[] => {
  const bytes = typeof value === 'string' ? [...new TextEncoder().encode(value)] : value;
  return [...varint(number * 8 + 2), ...varint(bytes.length), ...bytes];
};
const flag = (number: number, value: boolean): number[] => [...varint(number * 8), value ? 1 : 0];
const entry = (number: number, key: string, value: readonly number[] | string): number[] =>
  field(number, [...field(1, key), ...field(2, value)]);
const body = (apiVersion: string, kind: string, object: readonly number[]): Uint8Array<ArrayBuffer> =>
  Uint8Array.from([
    ...[0x6b, 0x38, 0x73, 0],
    ...field(1, [...field(1, apiVersion), ...field(2, kind)]),
    ...field(2, object),
    ...field(3, ''),
    ...field(4, ''),
  ]);

const SECRET = [
  ...field(1, [
    ...field(1, 'lab'),
    // Go writes every field, empty or not.
    ...[...field(2, ''), ...field(3, ''), ...field(4, ''), ...field(5, ''), ...field(6, '')],
    ...[...varint(7 * 8), 0],
    ...field(8, []),
    ...entry(11, 'app', 'größe'),
    ...entry(11, '__proto__', 'x'),
    ...entry(12, 'note', ''),
    ...field(14, 'a/b'),
    ...field(14, 'c/d'),
    ...field(13, [...field(1, 'Pod'), ...field(3, 'p'), ...field(4, 'u'), ...field(5, 'v1'), ...flag(6, true)]),
  ]),
  ...entry(2, 'binary', [0, 255, 128, 10]),
  ...entry(2, 'empty', ''),
  ...field(3, 'Opaque'),
  ...entry(4, 'plain', 'text'),
  ...flag(5, true),
];

function server(options: MemoryClusterOptions = {}) {
  const cluster = new MemoryCluster({ objects: sampleObjects(), operator: false, now: () => SAMPLE_TIME, ...options });
  const serve = serveMemoryCluster(cluster, { now: () => SAMPLE_TIME });
  const call = (path: string, init: RequestInit = {}) => serve(new Request(`http://cluster.invalid${path}`, init));
  const post = (path: string, bytes: Uint8Array<ArrayBuffer>) =>
    call(path, { method: 'POST', headers: { 'Content-Type': PROTOBUF }, body: bytes });
  return { cluster, call, post };
}

describe('what kubectl wants of the in-memory cluster over HTTP', () => {
  describe('protobuf', () => {
    it('is read as the JSON that it stands for', () => {
      const expected = {
        apiVersion: 'v1',
        kind: 'Secret',
        metadata: {
          name: 'lab',
          labels: { app: 'größe', ['__proto__']: 'x' },
          annotations: { note: '' },
          finalizers: ['a/b', 'c/d'],
          ownerReferences: [{ kind: 'Pod', name: 'p', uid: 'u', apiVersion: 'v1', controller: true }],
        },
        data: { binary: btoa('\u0000\u00ff\u0080\n'), empty: '' },
        type: 'Opaque',
        stringData: { plain: 'text' },
        immutable: true,
      };
      expect(objectFromProtobuf(body('v1', 'Secret', SECRET))).to.deep.equal(expected);
    });

    it('creates Secrets and Namespaces', async () => {
      const { cluster, post } = server();
      const secret = [...field(1, field(1, 'lab')), ...entry(2, 'key', 'value')];
      const made = await post('/api/v1/namespaces/demo/secrets', body('v1', 'Secret', secret));
      expect(made.status).to.equal(201);
      expect(cluster.get<Secret>(SECRETS, { namespace: 'demo', name: 'lab' })?.data).to.deep.equal({
        key: btoa('value'),
      });
      const namespace = await post('/api/v1/namespaces', body('v1', 'Namespace', field(1, field(1, 'made'))));
      expect(((await namespace.json()) as any).status).to.deep.equal({ phase: 'Active' });
    });

    it('of other kinds, and what is none, is 415', async () => {
      const { post } = server();
      const path = '/apis/storage.kubestash.com/v1alpha1/namespaces/demo/backupstorages';
      const storage = body('storage.kubestash.com/v1alpha1', 'BackupStorage', field(1, field(1, 'x')));
      expect((await post(path, storage)).status).to.equal(415);
      expect((await post('/api/v1/namespaces', Uint8Array.from([1, 2, 3]))).status).to.equal(415);
      expect((await post('/api/v1/namespaces', new Uint8Array(4 * 1024 * 1024))).status).to.equal(413);
    });

    it('that is broken is read as far as it goes', () => {
      const chance = random(1);
      const whole = body('v1', 'Secret', SECRET);
      for (let turn = 0; turn < 2_000; turn += 1) {
        const broken = whole.slice(0, 4 + chance.below(whole.length));
        for (let hits = chance.below(4); hits > 0; hits -= 1)
          broken[4 + chance.below(whole.length)] = chance.below(256);
        const object = objectFromProtobuf(broken);
        expect(object === undefined || typeof object === 'object').to.equal(true);
      }
    });
  });

  it('OpenAPI v2 has what its v3 has, for who asks for its protobuf', async () => {
    const { call } = server();
    for (const separator of ['.', '@']) {
      const accept = `application/com.github.proto-openapi.spec.v2${separator}v1.0+protobuf`;
      const answer = await call('/openapi/v2', { headers: { Accept: accept } });
      expect(answer.headers.get('Content-Type')).to.match(/spec\.v2\.v1\.0\+protobuf$/);
      const text = new TextDecoder().decode(await answer.arrayBuffer());
      expect(text).to.include('com.kubestash.storage.v1alpha1.BackupStorage');
      expect(text).to.include('What deleting the storage does: Delete keeps the backed-up data');
      expect(text).to.include('#/definitions/io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta');
      expect(text).to.include('x-kubernetes-group-version-kind').and.include('dryRun');
    }
    expect((await call('/openapi/v2')).status).to.equal(404);
  });

  it('CRDs say since when they are there', async () => {
    const { call } = server();
    const path = '/apis/apiextensions.k8s.io/v1/customresourcedefinitions';
    const table: any = await (await call(path, { headers: { Accept: TABLE } })).json();
    expect(table.columnDefinitions.map(({ name }: any) => name)).to.deep.equal(['Name', 'Created At']);
    expect(table.rows).to.have.length(5);
    for (const { cells } of table.rows) expect(Date.parse(cells[1])).to.be.below(SAMPLE_TIME);
    const crd: any = await (await call(`${path}/snapshots.storage.kubestash.com`)).json();
    expect(crd.status.conditions.map(({ type, status }: any) => `${type}=${status}`)).to.include('Established=True');
    expect((await call(`${path}?watch=1`)).status).to.equal(405);
  });

  it('a date that there is not leaves its cell empty', async () => {
    const { call } = server();
    const path = '/apis/storage.kubestash.com/v1alpha1/namespaces/demo/repositories';
    const table: any = await (await call(path, { headers: { Accept: TABLE } })).json();
    const column = table.columnDefinitions.findIndex(({ name }: any) => name === 'Last-Successful-Backup');
    const fresh = table.rows.find(({ cells }: any) => cells[0] === 'fresh-repo');
    expect(fresh.cells[column]).to.equal(null);
  });

  it('users are told who they are and what they may', async () => {
    const rules = [{ verbs: ['get', 'list'], resources: ['backupstorages'], namespaces: ['demo'] }];
    const { call, post } = server({ rules, user: 'jane' });
    const review = '/apis/authorization.k8s.io/v1/selfsubjectrulesreviews';
    const spec = field(2, field(1, 'demo'));
    const answer = await post(review, body('authorization.k8s.io/v1', 'SelfSubjectRulesReview', spec));
    const { status }: any = await answer.json();
    expect(status.resourceRules).to.deep.equal([
      { verbs: ['get', 'list'], apiGroups: ['storage.kubestash.com'], resources: ['backupstorages'] },
    ]);
    const who = body('authentication.k8s.io/v1', 'SelfSubjectReview', []);
    const self = await post('/apis/authentication.k8s.io/v1/selfsubjectreviews', who);
    expect(((await self.json()) as any).status.userInfo.username).to.equal('jane');
    expect((await call(review)).status).to.equal(405);
  });
});
