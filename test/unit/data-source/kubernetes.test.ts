import { expect } from 'chai';
import { DataSourceError } from '../../../src/data-source/errors.js';
import { retryAfterMs, warningTexts } from '../../../src/data-source/http/headers.js';
import { withoutReferences } from '../../../src/data-source/http/references.js';
import {
  fetchTransport,
  kubernetesDataSource,
  kubernetesOverFetch,
  pathOf,
  queryOf,
  type KubeRequest,
} from '../../../src/data-source/kubernetes.js';
import { BACKUP_STORAGES, NAMESPACES, SECRETS } from '../../../src/model/resources.js';
import type { KubernetesObject } from '../../../src/model/types.js';

const PLAIN: KubeRequest = {
  method: 'GET',
  type: BACKUP_STORAGES,
  query: {},
  headers: {},
  signal: undefined,
  watch: false,
};

/** A transport that answers with what it is given, and keeps what it was asked. */
function answering(...answers: (Response | (() => Response | Promise<Response>))[]) {
  const requests: KubeRequest[] = [];
  const source = kubernetesDataSource(async (request) => {
    requests.push(request);
    const answer = answers.length > 1 ? answers.shift()! : answers[0]!;
    return typeof answer === 'function' ? answer() : answer.clone();
  });
  return { source, requests };
}

const refused = (call: Promise<unknown>): Promise<DataSourceError> =>
  call.then(
    () => expect.fail('it succeeded'),
    (error: unknown) => {
      expect(error).to.be.instanceOf(DataSourceError);
      return error as DataSourceError;
    },
  );

const object = (name: string, more: object = {}): KubernetesObject => ({
  apiVersion: 'storage.kubestash.com/v1alpha1',
  kind: 'BackupStorage',
  metadata: { name, namespace: 'one' },
  ...more,
});

describe('Kubernetes paths', () => {
  const path = (more: Partial<KubeRequest>) => pathOf({ ...PLAIN, ...more });

  it('tell core types from others, and namespaced from cluster-scoped ones', () => {
    expect(path({})).to.equal('/apis/storage.kubestash.com/v1alpha1/backupstorages');
    expect(path({ namespace: 'one', name: 'a' })).to.equal(
      '/apis/storage.kubestash.com/v1alpha1/namespaces/one/backupstorages/a',
    );
    expect(path({ type: SECRETS, namespace: 'one' })).to.equal('/api/v1/namespaces/one/secrets');
    expect(path({ type: NAMESPACES, name: 'one', namespace: 'ignored' })).to.equal('/api/v1/namespaces/one');
    expect(path({ type: undefined, path: '/openapi/v3' })).to.equal('/openapi/v3');
  });

  it('encode every segment', () => {
    expect(path({ namespace: 'a/b', name: 'ä ?#%' })).to.match(
      /\/namespaces\/a%2Fb\/backupstorages\/%C3%A4%20%3F%23%25$/,
    );
  });

  it('refuse what would be another path', () => {
    for (const name of ['', '.', '..']) {
      const refusal = expect(() => path({ namespace: 'one', name }), JSON.stringify(name)).to.throw(DataSourceError);
      refusal.with.property('outcome', 'not-applied');
    }
  });

  it('have queries that are encoded', () => {
    expect(queryOf({ ...PLAIN, query: { a: 'b c', d: '1&2' } })).to.equal('?a=b+c&d=1%262');
    expect(queryOf(PLAIN)).to.equal('');
  });
});

describe('kubernetesDataSource', () => {
  it('asks for lists with all options', async () => {
    const { source, requests } = answering(Response.json({ kind: 'BackupStorageList', items: [], metadata: {} }));
    await source.list(BACKUP_STORAGES, {
      namespace: 'one',
      labelSelector: 'a=b',
      fieldSelector: 'c=d',
      limit: 5,
      continue: 't',
    });
    expect(requests[0]).to.deep.include({
      method: 'GET',
      namespace: 'one',
      query: { labelSelector: 'a=b', fieldSelector: 'c=d', limit: '5', continue: 't' },
      headers: { Accept: 'application/json' },
      watch: false,
    });
  });

  it('takes an empty continue for none', async () => {
    const { source } = answering(
      Response.json({
        kind: 'List',
        items: [{ metadata: { name: 'a' } }],
        metadata: { continue: '', resourceVersion: '3' },
      }),
    );
    expect(await source.list(BACKUP_STORAGES)).to.deep.equal({
      items: [{ ...object('a'), metadata: { name: 'a' } }],
      resourceVersion: '3',
    });
  });

  it('marks watches, so that hosts do not end them', async () => {
    const { source, requests } = answering(new Response(''));
    for await (const event of source.watch(BACKUP_STORAGES, { resourceVersion: '1' })) expect.fail(event.type);
    expect(requests[0]).to.include({ watch: true, method: 'GET' });
    expect(requests[0]!.query).to.deep.equal({ watch: '1', resourceVersion: '1', allowWatchBookmarks: 'true' });
  });

  it('writes with the options in the query', async () => {
    const { source, requests } = answering(Response.json(object('a')));
    await source.create(BACKUP_STORAGES, object('a'), { dryRun: true, fieldValidation: 'Strict', fieldManager: 'me' });
    expect(requests[0]).to.deep.include({
      method: 'POST',
      namespace: 'one',
      query: { dryRun: 'All', fieldValidation: 'Strict', fieldManager: 'me' },
      headers: { Accept: 'application/json', 'Content-Type': 'application/json' },
    });
    expect(requests[0]).to.not.have.property('name');
    expect(JSON.parse(requests[0]!.body!)).to.deep.equal(object('a'));
  });

  it('completes the type of what it creates', async () => {
    const { source, requests } = answering(Response.json(object('a')));
    await source.create(BACKUP_STORAGES, { metadata: { name: 'a', namespace: 'one' } });
    expect(JSON.parse(requests[0]!.body!)).to.deep.equal(object('a'));
  });

  it('patches with the right media types', async () => {
    const { source, requests } = answering(Response.json(object('a')));
    const key = { namespace: 'one', name: 'a' };
    await source.patch(BACKUP_STORAGES, key, {}, { type: 'merge' });
    await source.patch(BACKUP_STORAGES, key, [], { type: 'json' });
    await source.apply(BACKUP_STORAGES, object('a'), { force: true });
    expect(requests.map(({ headers }) => headers['Content-Type'])).to.deep.equal([
      'application/merge-patch+json',
      'application/json-patch+json',
      'application/apply-patch+yaml',
    ]);
    expect(requests[2]!.query).to.deep.equal({ fieldManager: 'backupstorage-elements', force: 'true' });
  });

  it('deletes with preconditions in the body, and a dry run in both places', async () => {
    const { source, requests } = answering(Response.json({ kind: 'Status', status: 'Success' }));
    const preconditions = { uid: 'u', resourceVersion: '7' };
    const result = await source.delete(
      BACKUP_STORAGES,
      { namespace: 'one', name: 'a' },
      { preconditions, dryRun: true },
    );
    expect(result).to.deep.equal({ outcome: 'gone' });
    expect(requests[0]!.query).to.deep.equal({ dryRun: 'All' });
    const body = { apiVersion: 'v1', kind: 'DeleteOptions', preconditions, dryRun: ['All'] };
    expect(JSON.parse(requests[0]!.body!)).to.deep.equal(body);
  });

  it('tells an object that is gone from one that is being deleted', async () => {
    const key = { namespace: 'one', name: 'a' };
    const doomed = { ...object('a'), metadata: { ...object('a').metadata, deletionTimestamp: '2026-01-01T00:00:00Z' } };
    const outcomeOf = async (answer: Response) => (await answering(answer).source.delete(BACKUP_STORAGES, key)).outcome;
    expect(await outcomeOf(Response.json(object('a')))).to.equal('gone');
    expect(await outcomeOf(Response.json(doomed))).to.equal('deleting');
    expect(await outcomeOf(new Response(null, { status: 204 }))).to.equal('gone');
  });

  it('takes an opaque redirect for a way to a login page', async () => {
    const redirect = Object.defineProperties(new Response(null), {
      type: { value: 'opaqueredirect' },
      status: { value: 0 },
      ok: { value: false },
    });
    const { source } = answering(() => redirect);
    expect(await refused(source.list(BACKUP_STORAGES)))
      .to.include({ code: 'protocol' })
      .and.not.have.property('status');
    expect((await refused(source.create(BACKUP_STORAGES, object('a')))).outcome).to.equal('unknown');
  });

  it('says nothing of what the platform says about a lost connection', async () => {
    const { source } = answering(() => {
      throw new TypeError('Headers.append: "Bearer token-that-leaks" is an invalid header value.');
    });
    const error = await refused(source.list(BACKUP_STORAGES));
    expect(error).to.include({ code: 'unreachable', message: 'The server cannot be reached.' });
  });

  it('passes on what a transport knows better', async () => {
    const { source } = answering(() => {
      throw new DataSourceError('timeout', 'The host gave up.', { outcome: 'not-applied' });
    });
    const key = { namespace: 'one', name: 'a' };
    expect(await refused(source.delete(BACKUP_STORAGES, key))).to.include({ code: 'timeout', outcome: 'not-applied' });
    expect(await refused(source.get(BACKUP_STORAGES, key)))
      .to.include({ code: 'timeout' })
      .and.not.have.property('outcome');
  });

  it('names what hosts throw', async () => {
    const thrown = (name: string) => () => {
      throw Object.assign(new Error('gave up'), { name });
    };
    expect((await refused(answering(thrown('TimeoutError')).source.list(BACKUP_STORAGES))).code).to.equal('timeout');
    expect((await refused(answering(thrown('AbortError')).source.list(BACKUP_STORAGES))).code).to.equal('aborted');
    expect((await refused(answering(thrown('Error')).source.list(BACKUP_STORAGES))).code).to.equal('internal');
  });

  it('refuses what is no JSON before it sends anything', async () => {
    const { source, requests } = answering(Response.json({}));
    const cyclic: Record<string, unknown> = {};
    cyclic['self'] = cyclic;
    const error = await refused(source.create(BACKUP_STORAGES, { ...object('a'), spec: cyclic } as KubernetesObject));
    expect(error).to.include({ code: 'bad-request', outcome: 'not-applied' });
    expect(requests).to.deep.equal([]);
  });

  it('says of a 5xx whether it can have been carried out', async () => {
    const outcomeOf = async (status: number, body: object | string) => {
      const answer = typeof body === 'string' ? new Response(body, { status }) : Response.json(body, { status });
      return (await refused(answering(answer).source.create(BACKUP_STORAGES, object('a')))).outcome;
    };
    const status = (message: string) => ({ kind: 'Status', status: 'Failure', message });
    expect(await outcomeOf(500, status('Internal error occurred: failed calling webhook "x": refused'))).to.equal(
      'not-applied',
    );
    expect(await outcomeOf(500, status('admission webhook "x" denied the request: panic'))).to.equal('not-applied');
    expect(await outcomeOf(500, status('etcdserver: request timed out'))).to.equal('unknown');
    expect(await outcomeOf(503, status('the server is currently unable'))).to.equal('not-applied');
    expect(await outcomeOf(503, '<html>')).to.equal('unknown');
    expect(await outcomeOf(504, status('timeout'))).to.equal('unknown');
    expect(await outcomeOf(408, '')).to.equal('not-applied');
  });

  it('lists all pages of namespaces, without anything but their metadata', async () => {
    const page = (names: string[], next = '') =>
      Response.json({
        kind: 'PartialObjectMetadataList',
        items: names.map((name) => ({ metadata: { name } })),
        metadata: { resourceVersion: '1', continue: next },
      });
    const { source, requests } = answering(page(['a', 'b'], 'more'), page(['c']));
    expect(await source.namespaces()).to.deep.equal({ names: ['a', 'b', 'c'], complete: true });
    expect(requests.map(({ query }) => query['continue'])).to.deep.equal([undefined, 'more']);
    expect(requests[1]!.headers['Accept']).to.include('PartialObjectMetadataList');
  });

  it('asks for the document under the path that the index names, and nowhere else', async () => {
    for (const url of [
      'https://evil.invalid/openapi/v3/x',
      '//evil.invalid/x',
      '/openapi/v3/../../api/v1/secrets',
      7,
    ]) {
      const index = { paths: { 'apis/storage.kubestash.com/v1alpha1': { serverRelativeURL: url } } };
      const { source, requests } = answering(Response.json(index), new Response('', { status: 403 }));
      expect((await refused(source.schema(BACKUP_STORAGES))).code).to.equal('not-found');
      expect(requests.map(pathOf)).to.deep.equal([
        '/openapi/v3',
        '/apis/apiextensions.k8s.io/v1/customresourcedefinitions/backupstorages.storage.kubestash.com',
      ]);
    }
  });

  it('asks again when the hash has changed', async () => {
    let hash = 'A';
    const kind = [{ group: 'storage.kubestash.com', version: 'v1alpha1', kind: 'BackupStorage' }];
    const { source, requests } = answering(() => {
      if (pathOf(requests.at(-1)!) !== '/openapi/v3')
        return Response.json({
          components: { schemas: { x: { description: hash, 'x-kubernetes-group-version-kind': kind } } },
        });
      const serverRelativeURL = `/openapi/v3/apis/storage.kubestash.com/v1alpha1?hash=${hash}`;
      return Response.json({ paths: { 'apis/storage.kubestash.com/v1alpha1': { serverRelativeURL } } });
    });
    expect(await source.schema(BACKUP_STORAGES)).to.deep.include({ source: 'openapi-v3', version: 'A' });
    hash = 'B';
    const answer = await source.schema(BACKUP_STORAGES);
    expect([answer.version, (answer.openAPIV3Schema as { description: string }).description]).to.deep.equal(['B', 'B']);
    await source.schema(BACKUP_STORAGES);
    expect(requests.length).to.equal(5);
  });

  it('does not take a lost connection for a missing schema', async () => {
    const { source } = answering(() => {
      throw new TypeError('Failed to fetch');
    });
    expect((await refused(source.schema(BACKUP_STORAGES))).code).to.equal('unreachable');
  });

  it('can be taken apart', async () => {
    const { list } = answering(Response.json({ kind: 'List', items: null, metadata: {} })).source;
    expect((await list(BACKUP_STORAGES)).items).to.deep.equal([]);
  });
});

describe('fetchTransport', () => {
  function recording(options: Parameters<typeof fetchTransport>[0] = {}) {
    const calls: { url: string; init: RequestInit }[] = [];
    const fetch = (url: string, init: RequestInit) => {
      calls.push({ url, init });
      return Promise.resolve(Response.json({ kind: 'List', items: [], metadata: {} }));
    };
    return { calls, source: kubernetesOverFetch({ ...options, fetch }) };
  }

  it('puts the prefix before each path', async () => {
    for (const baseUrl of ['/k8s/clusters/c-1', '/k8s/clusters/c-1/', 'https://host.invalid/a/b//']) {
      const { calls, source } = recording({ baseUrl });
      await source.list(NAMESPACES, { limit: 1 });
      expect(calls[0]!.url).to.equal(`${baseUrl.replace(/\/+$/, '')}/api/v1/namespaces?limit=1`);
    }
    expect(() => fetchTransport({ baseUrl: '/proxy?to=' })).to.throw(TypeError);
  });

  it('asks for headers each time: tokens rotate', async () => {
    let token = 0;
    const { calls, source } = recording({
      headers: async () => new Headers({ Authorization: `Bearer ${(token += 1)}` }),
    });
    await source.list(NAMESPACES);
    await source.list(NAMESPACES);
    const sent = calls.map(({ init }) => init.headers as Record<string, string>);
    expect(sent.map(({ authorization }) => authorization)).to.deep.equal(['Bearer 1', 'Bearer 2']);
    expect(sent[0]!['accept']).to.equal('application/json');
  });

  it('does not follow redirects, and passes credentials and signal on', async () => {
    const { calls, source } = recording({ credentials: 'include' });
    const { signal } = new AbortController();
    await source.list(NAMESPACES, { signal });
    expect(calls[0]!.init).to.include({ redirect: 'manual', credentials: 'include', method: 'GET', signal });
  });

  it('does not say the value of a header that cannot be sent', async () => {
    const { calls, source } = recording({ headers: () => ({ Authorization: 'Bearer secret-token\n\u0000' }) });
    const error = await refused(source.create(BACKUP_STORAGES, object('a')));
    expect([error.message, String(error.cause), String(error.stack)].join()).to.not.include('secret-token');
    expect([error.code, error.outcome, calls.length]).to.deep.equal(['internal', 'not-applied', 0]);
  });
});

describe('headers of answers', () => {
  const NOW = Date.parse('2026-08-20T12:00:00Z');

  it('Retry-After: seconds or a date', () => {
    expect(retryAfterMs('120')).to.equal(120_000);
    expect(retryAfterMs(' 0 ')).to.equal(0);
    expect(retryAfterMs('Thu, 20 Aug 2026 12:00:30 GMT', NOW)).to.equal(30_000);
    expect(retryAfterMs('Thu, 20 Aug 2026 11:00:00 GMT', NOW)).to.equal(0);
    for (const nonsense of [null, '', 'soon', '-5', '1e9', '12 34'])
      expect(retryAfterMs(nonsense), `${nonsense}`).to.equal(undefined);
  });

  it('Warning: quoted strings, one after the other', () => {
    expect(warningTexts(null)).to.deep.equal([]);
    expect(warningTexts('299 - "one"')).to.deep.equal(['one']);
    expect(warningTexts('299 - "a, b", 299 - "c \\"d\\" \\\\ e",299 kube "f"')).to.deep.equal([
      'a, b',
      'c "d" \\ e',
      'f',
    ]);
    expect(warningTexts('299 - "dated" "Thu, 20 Aug 2026 12:00:30 GMT", 299 - "next"')).to.deep.equal([
      'dated',
      'next',
    ]);
    expect(warningTexts('110 - "Response is Stale", 299 - "kept"')).to.deep.equal(['kept']);
    for (const broken of ['299', '299 - unquoted', '299 - "open', 'x 299 - "y"'])
      expect(warningTexts(broken)).to.deep.equal([]);
  });

  it('Warning: what could be read before the header breaks off', () => {
    expect(warningTexts('299 - "one", 299 - "tw')).to.deep.equal(['one']);
  });

  it('Warning: UTF-8, or whatever else it is', () => {
    expect(warningTexts('299 - "Ger\u00c3\u00a4t"')).to.deep.equal(['Gerät']);
    expect(warningTexts('299 - "Ger\u00e4t"')).to.deep.equal(['Gerät']);
  });
});

describe('references in OpenAPI documents', () => {
  const definitions = {
    Meta: { type: 'object', properties: { owner: { default: {}, allOf: [{ $ref: '#/components/schemas/Owner' }] } } },
    Owner: { type: 'object', properties: { name: { type: 'string' } } },
    Node: { type: 'object', properties: { next: { $ref: '#/components/schemas/Node' } } },
  };

  it('are replaced, with what stands beside them', () => {
    const schema = {
      properties: { metadata: { description: 'mine', allOf: [{ $ref: '#/components/schemas/Meta' }] } },
    };
    expect(withoutReferences(schema, definitions)).to.deep.equal({
      properties: {
        metadata: {
          type: 'object',
          description: 'mine',
          properties: { owner: { type: 'object', default: {}, properties: { name: { type: 'string' } } } },
        },
      },
    });
  });

  it('to themselves, or to nothing, allow anything', () => {
    const open = { type: 'object', 'x-kubernetes-preserve-unknown-fields': true };
    expect(withoutReferences({ $ref: '#/components/schemas/Node' }, definitions)).to.deep.equal({
      type: 'object',
      properties: { next: open },
    });
    for (const reference of ['#/components/schemas/absent', 'https://evil.invalid/x', '#/components/schemas/__proto__'])
      expect(withoutReferences({ $ref: reference }, definitions)).to.deep.equal(open);
  });

  it('leave an allOf of several alone', () => {
    const schema = { allOf: [{ required: ['a'] }, { $ref: '#/components/schemas/Owner' }] };
    expect(withoutReferences(schema, definitions)).to.deep.equal({ allOf: [{ required: ['a'] }, definitions.Owner] });
  });
});
