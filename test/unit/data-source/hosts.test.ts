import { expect } from 'chai';
import type { DataSourceError } from '../../../src/data-source/errors.js';
import { appsCodeDataSource } from '../../../src/data-source/hosts/appscode.js';
import { backstageDataSource } from '../../../src/data-source/hosts/backstage.js';
import { cookieNamed } from '../../../src/data-source/hosts/cookies.js';
import { headlampDataSource, type ClusterRequest } from '../../../src/data-source/hosts/headlamp.js';
import { openShiftDataSource } from '../../../src/data-source/hosts/openshift.js';
import { rancherDataSource } from '../../../src/data-source/hosts/rancher.js';
import { statusFromSentence } from '../../../src/data-source/http/causes.js';
import { BACKUP_STORAGES, NAMESPACES, SECRETS } from '../../../src/model/resources.js';
import { backstageKubernetesApi } from './host-fakes.js';

const A = { namespace: 'one', name: 'a' };
const EMPTY = { kind: 'List', items: [], metadata: { resourceVersion: '1' } };

interface Call {
  url: string;
  method: string;
  headers: Record<string, string>;
  body: unknown;
}

/** A fetch that answers by URL, and keeps what it was asked. */
function recording(answer: (url: string) => Response = () => Response.json(EMPTY)) {
  const calls: Call[] = [];
  const fetch = async (url: string, init: RequestInit = {}): Promise<Response> => {
    const body = typeof init.body === 'string' ? (JSON.parse(init.body) as unknown) : undefined;
    const headers = Object.fromEntries(new Headers(init.headers).entries());
    calls.push({ url, method: init.method ?? 'GET', headers, body });
    return answer(url);
  };
  return { calls, fetch };
}

const refusal = (call: Promise<unknown>): Promise<DataSourceError> =>
  call.then(
    () => expect.fail('it succeeded'),
    (error: DataSourceError) => error,
  );

const namespace = (name: string, metadata: object = {}) => ({ metadata: { name, ...metadata } });

describe('Headlamp', () => {
  const throwing = (status: number, message: string) =>
    headlampDataSource({
      cluster: 'c',
      clusterRequest: () => Promise.reject(Object.assign(new Error(message), { status })),
    });

  it('is asked for responses as they are, and not to log anybody out', async () => {
    const calls: [string, Parameters<ClusterRequest>[1]][] = [];
    const source = headlampDataSource({
      cluster: 'minikube',
      clusterRequest: (path, params) => {
        calls.push([path, params]);
        return Promise.resolve(Response.json(EMPTY));
      },
    });
    await source.list(BACKUP_STORAGES, { namespace: 'one', limit: 2 });
    const [[path, params]] = calls as [(typeof calls)[number]];
    expect(path).to.equal('/apis/storage.kubestash.com/v1alpha1/namespaces/one/backupstorages?limit=2');
    expect(params).to.include({ isJSON: false, cluster: 'minikube', autoLogoutOnAuthError: false, method: 'GET' });
    // Headlamp's own time limit stays where there is no other.
    expect(params).to.not.have.property('signal');
  });

  it('loses all of a refusal but its status and sentence; causes are read out of that', async () => {
    const sentence =
      'BackupStorage.storage.kubestash.com "a" is invalid: [spec.deletionPolicy: Unsupported value: "x, y": ' +
      'supported values: "Delete", "WipeOut", spec.storage.s3.bucket: Required value]';
    const error = await refusal(throwing(422, `Unprocessable Entity - ${sentence}`).get(BACKUP_STORAGES, A));
    expect(error).to.include({ code: 'invalid', message: sentence, status: 422 });
    expect(error.causes).to.deep.equal([
      {
        field: 'spec.deletionPolicy',
        message: 'Unsupported value: "x, y": supported values: "Delete", "WipeOut"',
        reason: 'FieldValueNotSupported',
      },
      { field: 'spec.storage.s3.bucket', message: 'Required value', reason: 'FieldValueRequired' },
    ]);
  });

  it('tells a taken name from a conflict by the sentence', async () => {
    const taken = 'Conflict - backupstorages.storage.kubestash.com "a" already exists';
    expect((await refusal(throwing(409, taken).get(BACKUP_STORAGES, A))).code).to.equal('already-exists');
    const changed = 'Conflict - Operation cannot be fulfilled on x "a": the object has been modified';
    expect((await refusal(throwing(409, changed).get(BACKUP_STORAGES, A))).code).to.equal('conflict');
  });

  it('has no status text over HTTP/2', async () => {
    const message = 'admission webhook "v" denied the request: no - really';
    const error = await refusal(throwing(403, ` - ${message}`).get(BACKUP_STORAGES, A));
    expect(error).to.include({ code: 'forbidden', admission: true, message });
  });

  it('reports a lost connection as a 502, and a time-out as a 408', async () => {
    expect((await refusal(throwing(502, 'Unreachable').get(BACKUP_STORAGES, A))).code).to.equal('unreachable');
    expect((await refusal(throwing(502, 'Bad Gateway').get(BACKUP_STORAGES, A))).code).to.equal('unavailable');
    expect((await refusal(throwing(408, 'Request timed-out').get(BACKUP_STORAGES, A))).code).to.equal('timeout');
  });

  it('reports an aborted request as a 408 too', async () => {
    const abort = new AbortController();
    const source = headlampDataSource({
      cluster: 'c',
      clusterRequest: () => {
        abort.abort();
        return Promise.reject(Object.assign(new Error('Request timed-out'), { status: 408 }));
      },
    });
    expect((await refusal(source.get(BACKUP_STORAGES, A, { signal: abort.signal }))).code).to.equal('aborted');
  });

  it('may throw something else', async () => {
    const source = headlampDataSource({ cluster: 'c', clusterRequest: () => Promise.reject(new Error('bug')) });
    expect((await refusal(source.get(BACKUP_STORAGES, A))).code).to.equal('internal');
  });
});

describe('the OpenShift console', () => {
  it('has no time limit for watches, and its own for the rest', async () => {
    const limits: unknown[][] = [];
    const source = openShiftDataSource({
      consoleFetch: (_url, options, ...rest) => {
        limits.push(rest);
        expect(Object.getPrototypeOf(options?.headers)).to.equal(Object.prototype);
        return Promise.resolve(Response.json(EMPTY));
      },
    });
    await source.list(BACKUP_STORAGES);
    await source
      .watch(BACKUP_STORAGES, { resourceVersion: '1' })
      [Symbol.asyncIterator]()
      .next()
      .catch(() => undefined);
    expect(limits).to.deep.equal([[], [0]]);
  });

  it('keeps all of a refusal in what it throws', async () => {
    const causes = [{ field: 'spec.a', message: 'wrong' }];
    const status = { kind: 'Status', code: 422, reason: 'Invalid', message: 'whole', details: { causes } };
    const response = new Response('', { status: 422, headers: { Warning: '299 - "w"', 'Retry-After': '3' } });
    const thrown = Object.assign(new Error('Error "wrong" for field "spec.a".'), { code: 422, response, json: status });
    const source = openShiftDataSource({ consoleFetch: () => Promise.reject(thrown) });
    const error = await refusal(source.get(BACKUP_STORAGES, A));
    expect(error).to.deep.include({ code: 'invalid', message: 'whole', causes, warnings: ['w'], retryAfterMs: 3000 });
  });

  it('has time-outs of its own', async () => {
    const thrown = Object.assign(new Error('Call to /x timed out after 60000ms.'), { name: 'TimeoutError' });
    const source = openShiftDataSource({ consoleFetch: () => Promise.reject(thrown) });
    expect((await refusal(source.list(BACKUP_STORAGES))).code).to.equal('timeout');
  });

  it('offers projects, or namespaces where there are none', async () => {
    const withProjects = recording((url) =>
      Response.json({ ...EMPTY, items: [namespace(url.includes('/projects') ? 'p' : 'n')] }),
    );
    const source = openShiftDataSource({ consoleFetch: withProjects.fetch, baseUrl: '/console/api/kubernetes' });
    expect(await source.namespaces()).to.deep.equal({ names: ['p'], complete: true });
    expect(withProjects.calls[0]!.url).to.equal('/console/api/kubernetes/apis/project.openshift.io/v1/projects');

    const without = recording((url) =>
      url.includes('/projects')
        ? new Response('', { status: 404 })
        : Response.json({ ...EMPTY, items: [namespace('n')] }),
    );
    expect((await openShiftDataSource({ consoleFetch: without.fetch }).namespaces()).names).to.deep.equal(['n']);

    const down = openShiftDataSource({ consoleFetch: () => Promise.reject(new TypeError('x')) });
    expect((await refusal(down.namespaces())).code).to.equal('unreachable');
  });
});

describe('Rancher', () => {
  it('sends the token against CSRF with writes only, as it is at that moment', async () => {
    const { calls, fetch } = recording(() => Response.json({ metadata: { name: 'a' } }));
    let token: string | undefined = undefined;
    const source = rancherDataSource({ clusterId: 'c-m/1', fetch, csrf: () => token });
    await source.create(SECRETS, { metadata: A });
    token = 'now';
    await source.create(SECRETS, { metadata: A });
    await source.get(SECRETS, A);
    expect(calls.map(({ headers }) => headers['x-api-csrf'])).to.deep.equal([undefined, 'now', undefined]);
    expect(calls[0]!.url).to.equal('/k8s/clusters/c-m%2F1/api/v1/namespaces/one/secrets');
  });

  it('groups namespaces by project', async () => {
    const items = [
      namespace('a', { labels: { 'field.cattle.io/projectId': 'p-1' } }),
      namespace('b', { annotations: { 'field.cattle.io/projectId': 'c-m-1:p-1' } }),
      namespace('c'),
    ];
    const { fetch } = recording(() => Response.json({ ...EMPTY, items }));
    expect(await rancherDataSource({ clusterId: 'c', fetch }).namespaces()).to.deep.equal({
      names: ['a', 'b', 'c'],
      complete: true,
      groups: { 'p-1': ['a', 'b'] },
    });
  });

  it("asks Rancher's own API for the namespaces of who may not list them", async () => {
    const forbidden = () => Response.json({ kind: 'Status', reason: 'Forbidden', message: 'no' }, { status: 403 });
    const { calls, fetch } = recording((url) =>
      url.endsWith('/v1/namespaces') && !url.includes('/api/')
        ? Response.json({ type: 'collection', data: [{ id: 'mine', ...namespace('mine') }] })
        : forbidden(),
    );
    const source = rancherDataSource({ clusterId: 'local', fetch });
    expect(await source.namespaces()).to.deep.equal({ names: ['mine'], complete: true });
    expect(calls.at(-1)!.url).to.equal('/k8s/clusters/local/v1/namespaces');
    const refused = rancherDataSource({ clusterId: 'local', fetch: recording(forbidden).fetch });
    expect(await refusal(refused.namespaces())).to.include({ code: 'forbidden', message: 'no' });
  });

  it('finds the token in the cookies', () => {
    expect(cookieNamed('CSRF', 'R_LOCALE=en; CSRF=a=b; other=1')).to.equal('a=b');
    expect(cookieNamed('CSRF', 'XCSRF=1')).to.equal(undefined);
    expect(cookieNamed('CSRF')).to.equal(undefined);
  });
});

describe('the AppsCode console', () => {
  const options = { user: 'acme co', cluster: 'prod', baseUrl: '/api/v1/' };

  it('writes the group where others write api and apis', async () => {
    const { calls, fetch } = recording();
    const source = appsCodeDataSource({ ...options, fetch });
    await source.list(SECRETS, { namespace: 'one' });
    await source.list(BACKUP_STORAGES);
    await source.list(NAMESPACES);
    const proxy = '/api/v1/clusters/acme%20co/prod/proxy';
    expect(calls.map(({ url }) => url)).to.deep.equal([
      `${proxy}/core/v1/namespaces/one/secrets`,
      `${proxy}/storage.kubestash.com/v1alpha1/backupstorages`,
      `${proxy}/core/v1/namespaces`,
    ]);
  });

  it('names the namespaces where storages may be listed, by project', async () => {
    const status = { namespaces: ['z'], projects: { one: ['b', 'a'], two: null } };
    const { calls, fetch } = recording(() => Response.json({ metadata: {}, status }, { status: 201 }));
    expect(await appsCodeDataSource({ ...options, fetch }).namespaces()).to.deep.equal({
      names: ['a', 'b', 'z'],
      complete: true,
      groups: { one: ['b', 'a'], two: [] },
    });
    expect(calls[0]!.url).to.match(
      /\/proxy\/identity\.k8s\.appscode\.com\/v1alpha1\/selfsubjectnamespaceaccessreviews$/,
    );
    expect(calls[0]).to.deep.include({ method: 'POST' });
    expect(calls[0]!.body).to.deep.nested.include({
      'spec.resourceAttributes[0]': {
        verb: 'list',
        group: 'storage.kubestash.com',
        version: 'v1alpha1',
        resource: 'backupstorages',
      },
    });
  });

  it('lists namespaces where that API is not installed', async () => {
    const { fetch } = recording((url) =>
      url.includes('identity')
        ? new Response('', { status: 404 })
        : Response.json({ ...EMPTY, items: [namespace('n')] }),
    );
    expect(await appsCodeDataSource({ ...options, fetch }).namespaces()).to.deep.equal({
      names: ['n'],
      complete: true,
    });
  });

  it('reads the schema from the CRD', async () => {
    const openAPIV3Schema = { type: 'object' };
    const crd = {
      metadata: { uid: 'u', generation: 3 },
      spec: { versions: [{ name: 'v1alpha1', schema: { openAPIV3Schema } }] },
    };
    const { calls, fetch } = recording(() => Response.json(crd));
    const answer = await appsCodeDataSource({ ...options, fetch }).schema(BACKUP_STORAGES);
    expect(answer).to.deep.equal({ openAPIV3Schema, source: 'crd', version: 'u/3' });
    expect(calls).to.have.length(1);
  });
});

describe('Backstage', () => {
  const clusters = () => Promise.resolve(Response.json({ items: [{ name: 'production' }] }));
  const over = (
    answer: () => Response,
    { clusterName = 'production', lookUp = clusters }: { clusterName?: string; lookUp?: typeof clusters } = {},
  ) => {
    const { calls, fetch } = recording(answer);
    return {
      calls,
      source: backstageDataSource({ kubernetesApi: backstageKubernetesApi(fetch, lookUp), clusterName }),
    };
  };
  const ok = () => Response.json(EMPTY);

  it("sends requests through the Kubernetes plugin's proxy, with their headers and body", async () => {
    const { calls, source } = over(() => Response.json({ metadata: A }, { status: 201 }));
    await source.create(SECRETS, { metadata: A });
    expect(calls[0]!.url).to.match(/^\/api\/kubernetes\/proxy\/api\/v1\/namespaces\/one\/secrets(\?|$)/);
    expect(calls[0]!.headers).to.include({
      'backstage-kubernetes-cluster': 'production',
      'content-type': 'application/json',
    });
    expect(calls[0]).to.deep.nested.include({ method: 'POST', 'body.metadata': A });
  });

  it('does not watch unless told that the backend streams: a compressed answer holds events back', () => {
    const kubernetesApi = backstageKubernetesApi(recording().fetch, clusters);
    expect(backstageDataSource({ kubernetesApi, clusterName: 'c' })).to.not.have.property('watch');
    expect(backstageDataSource({ kubernetesApi, clusterName: 'c', watch: true })).to.have.property('watch');
  });

  it("gives the sentence of the backend's own refusals", async () => {
    const denied = { error: { name: 'NotAllowedError', message: 'Unauthorized' } };
    const { source } = over(() => Response.json(denied, { status: 403, headers: { 'Retry-After': '2' } }));
    const error = await refusal(source.get(BACKUP_STORAGES, A));
    expect(error).to.include({ code: 'forbidden', message: 'Unauthorized', retryAfterMs: 2000 });
  });

  it("leaves the API server's refusals as they are", async () => {
    const status = { kind: 'Status', code: 404, reason: 'NotFound', message: 'backupstorages "a" not found' };
    const { source } = over(() => Response.json(status, { status: 404 }));
    expect(await refusal(source.get(BACKUP_STORAGES, A))).to.include({ code: 'not-found', message: status.message });
    const page = over(() => new Response('<html>', { status: 502 }));
    expect((await refusal(page.source.get(BACKUP_STORAGES, A))).code).to.equal('unavailable');
  });

  it('knows that nothing was sent when the cluster is not configured, or the backend is not installed', async () => {
    const unknown = over(ok, { clusterName: 'staging' });
    const error = await refusal(unknown.source.create(SECRETS, { metadata: A }));
    expect(error).to.include({ code: 'unavailable', outcome: 'not-applied', message: 'Cluster staging not found' });
    const none = over(ok, { lookUp: () => Promise.resolve(new Response('', { status: 404 })) });
    expect((await refusal(none.source.list(BACKUP_STORAGES))).code).to.equal('unavailable');
    expect(unknown.calls.concat(none.calls)).to.deep.equal([]);
  });

  it('tells a session that is over, at the look-up or at the sign-in, from other trouble', async () => {
    const said = { error: { name: 'AuthenticationError', message: 'Illegal token' } };
    const over401 = over(ok, { lookUp: () => Promise.resolve(Response.json(said, { status: 401 })) });
    const error = await refusal(over401.source.list(BACKUP_STORAGES));
    expect(error).to.include({ code: 'unauthenticated', message: 'Illegal token' });
    const closed = Object.assign(new Error('Login failed, popup was closed'), { name: 'PopupRejectedError' });
    const rejecting = over(ok, { lookUp: () => Promise.reject(closed) });
    expect((await refusal(rejecting.source.list(BACKUP_STORAGES))).code).to.equal('unauthenticated');
    const down = over(ok, { lookUp: () => Promise.reject(new TypeError('Failed to fetch')) });
    expect((await refusal(down.source.list(BACKUP_STORAGES))).code).to.equal('unreachable');
  });
});

describe('the sentence of a refusal', () => {
  const causes = (message: string) => statusFromSentence(422, message).details?.causes;

  it('holds one cause without brackets', () => {
    expect(causes('Secret "x" is invalid: data[a b]: Invalid value: "a b": a valid key, please')).to.deep.equal([
      { field: 'data[a b]', message: 'Invalid value: "a b": a valid key, please', reason: 'FieldValueInvalid' },
    ]);
  });

  it('holds none when it is another sentence', () => {
    expect(causes('the server rejected our request due to an error in our request')).to.equal(undefined);
    expect(statusFromSentence(500, 'x "y" is invalid: a: Required value').details).to.equal(undefined);
  });
});
