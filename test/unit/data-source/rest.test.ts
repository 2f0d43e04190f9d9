import { expect } from 'chai';
import type { DataSourceError } from '../../../src/data-source/errors.js';
import { restDataSource, type RestOptions } from '../../../src/data-source/rest.js';
import { BACKUP_STORAGES, REPOSITORIES, SECRETS } from '../../../src/model/resources.js';
import type { KubernetesObject } from '../../../src/model/types.js';

const storage = (name: string, namespace = 'one', more: object = {}): KubernetesObject => ({
  metadata: { name, namespace, ...more },
});

function backend(answer: unknown, options: Partial<RestOptions> = {}) {
  const calls: { url: string; init: RequestInit }[] = [];
  const fetch = async (url: string, init: RequestInit): Promise<Response> => {
    calls.push({ url, init });
    return answer instanceof Response ? answer.clone() : Response.json(answer);
  };
  const source = restDataSource({
    list: '/api/{resource}?namespace={namespace}',
    get: '/api/{resource}/{namespace}/{name}',
    fetch,
    ...options,
  });
  return { calls, source };
}

const refusal = (call: Promise<unknown> | undefined): Promise<DataSourceError> =>
  (call ?? Promise.resolve()).then(
    () => expect.fail('it succeeded'),
    (error: DataSourceError) => error,
  );

describe('a REST backend', () => {
  it('answers lists as arrays', async () => {
    const { calls, source } = backend([storage('a'), storage('b', 'two', { uid: 'its own' })]);
    const { items, resourceVersion } = await source.list(BACKUP_STORAGES);
    expect(calls[0]!.url).to.equal('/api/backupstorages?namespace=');
    expect(resourceVersion).to.equal('');
    expect(items).to.deep.equal([
      {
        apiVersion: 'storage.kubestash.com/v1alpha1',
        kind: 'BackupStorage',
        metadata: { name: 'a', namespace: 'one', uid: 'backupstorages/one/a' },
      },
      {
        apiVersion: 'storage.kubestash.com/v1alpha1',
        kind: 'BackupStorage',
        metadata: { name: 'b', namespace: 'two', uid: 'its own' },
      },
    ]);
  });

  it('may answer more than was asked for', async () => {
    const all = [storage('a', 'one', { labels: { tier: 'gold' } }), storage('b'), storage('a', 'two')];
    const { source } = backend(all);
    const names = async (options: object) =>
      (await source.list(BACKUP_STORAGES, options)).items.map(
        ({ metadata }) => `${metadata?.namespace}/${metadata?.name}`,
      );
    expect(await names({ namespace: 'one' })).to.deep.equal(['one/a', 'one/b']);
    expect(await names({ labelSelector: 'tier=gold' })).to.deep.equal(['one/a']);
    expect(await names({ fieldSelector: 'metadata.name=a' })).to.deep.equal(['one/a', 'two/a']);
    expect((await refusal(source.list(BACKUP_STORAGES, { fieldSelector: 'spec.x=1' }))).code).to.equal('unsupported');
  });

  it('may have pages', async () => {
    const { calls, source } = backend({ items: [storage('a')], continue: 'next' });
    const first = await source.list(BACKUP_STORAGES);
    expect(first.continue).to.equal('next');
    await source.list(BACKUP_STORAGES, { continue: first.continue! });
    expect(calls[1]!.url).to.equal('/api/backupstorages?namespace=&continue=next');
  });

  it('leaves pages to a function for the URL', async () => {
    const { calls, source } = backend([], {
      list: ({ kind }, { namespace, limit, continue: next }) => `/${kind}/${namespace}/${limit}/${next}`,
    });
    await source.list(BACKUP_STORAGES, { namespace: 'n', limit: 5, continue: 't' });
    expect(calls[0]!.url).to.equal('/BackupStorage/n/5/t');
  });

  it('need not have every type', async () => {
    const { calls, source } = backend([], {
      list: ({ resource }) => (resource === REPOSITORIES.resource ? undefined : '/storages'),
    });
    expect((await source.list(BACKUP_STORAGES)).items).to.deep.equal([]);
    const error = await refusal(source.list(REPOSITORIES));
    expect(error).to.include({ code: 'not-found', message: 'The backend has no repositories.' });
    expect(calls).to.have.length(1);
  });

  it('shows nothing but metadata where that was asked for', async () => {
    const { source } = backend([{ ...storage('s'), data: { key: 'hunter2' } }]);
    const { items } = await source.list(SECRETS, { metadataOnly: true });
    expect(JSON.stringify(items)).to.include('"s"').and.not.include('hunter2');
  });

  it('answers an object, or 404', async () => {
    const { calls, source } = backend(storage('a b'));
    const object = await source.get(BACKUP_STORAGES, { namespace: 'one', name: 'a b/..' });
    expect(calls[0]!.url).to.equal('/api/backupstorages/one/a%20b%2F..');
    expect(object).to.include({ kind: 'BackupStorage' });
    const missing = backend(Response.json({ message: 'No such thing.' }, { status: 404 }));
    const error = await refusal(missing.source.get(BACKUP_STORAGES, { name: 'a' }));
    expect(error).to.include({ code: 'not-found', message: 'No such thing.', status: 404 });
  });

  it('is never asked for an object without a name', async () => {
    const { calls, source } = backend(storage('a'), { delete: '/api/{resource}/{namespace}/{name}' });
    for (const name of ['', '.', '..']) {
      expect((await refusal(source.get(BACKUP_STORAGES, { name }))).code).to.equal('bad-request');
      expect((await refusal(source.delete?.(BACKUP_STORAGES, { name }))).code).to.equal('bad-request');
    }
    expect(calls).to.have.length(0);
  });

  it('offers what it has URLs for, and nothing else', () => {
    expect(Object.keys(backend([]).source)).to.have.members(['list', 'get']);
    expect(Object.keys(backend([], { create: '/c' }).source)).to.have.members(['list', 'get', 'create']);
  });

  it('creates; an empty answer means as it was sent', async () => {
    const { calls, source } = backend(new Response(null, { status: 201 }), { create: '/api/{namespace}/{resource}' });
    const { object } = await source.create!(BACKUP_STORAGES, storage('a'));
    expect(calls[0]!.url).to.equal('/api/one/backupstorages');
    expect(calls[0]!.init.method).to.equal('POST');
    expect(JSON.parse(calls[0]!.init.body as string)).to.include({ kind: 'BackupStorage' });
    expect(object.metadata).to.include({ name: 'a', uid: 'backupstorages/one/a' });
  });

  it('sends no dry run to a backend that would carry it out', async () => {
    const without = backend({}, { create: '/c' });
    expect((await without.source.create!(BACKUP_STORAGES, storage('a'), { dryRun: true })).object.kind).to.equal(
      'BackupStorage',
    );
    expect(without.calls).to.have.length(0);
    const with_ = backend(storage('a', 'one', { labels: { filled: 'in' } }), { create: '/c', dryRun: true });
    const { object } = await with_.source.create!(BACKUP_STORAGES, storage('a'), { dryRun: true });
    expect(with_.calls[0]!.url).to.equal('/c?dryRun=All');
    expect(object.metadata?.labels).to.deep.equal({ filled: 'in' });
  });

  it('deletes, but not on conditions that it does not know', async () => {
    const { calls, source } = backend({ anything: true }, { delete: '/api/{resource}/{namespace}/{name}' });
    const key = { namespace: 'one', name: 'a' };
    expect(await source.delete!(BACKUP_STORAGES, key)).to.deep.equal({ outcome: 'gone' });
    const error = await refusal(source.delete!(BACKUP_STORAGES, key, { preconditions: { uid: 'x' } }));
    expect(error).to.include({ code: 'unsupported', outcome: 'not-applied' });
    expect(calls.map(({ init }) => init.method)).to.deep.equal(['DELETE']);
    const slow = backend(storage('a', 'one', { deletionTimestamp: '2026-01-01T00:00:00Z' }), { delete: '/d' });
    expect((await slow.source.delete!(BACKUP_STORAGES, key)).outcome).to.equal('deleting');
  });

  it('fails as others do', async () => {
    const code = async (answer: unknown) => (await refusal(backend(answer).source.list(BACKUP_STORAGES))).code;
    expect(await code({ wrong: 'shape' })).to.equal('protocol');
    expect(await code([{ no: 'metadata' }])).to.equal('protocol');
    expect(await code(new Response('<html>', { headers: { 'Content-Type': 'text/html' } }))).to.equal('protocol');
    expect(await code(new Response('', { status: 401 }))).to.equal('unauthenticated');
    const lost = backend([], { create: '/c', fetch: () => Promise.reject(new TypeError('x')) });
    expect((await refusal(lost.source.list(BACKUP_STORAGES))).code).to.equal('unreachable');
    expect((await refusal(lost.source.create?.(BACKUP_STORAGES, storage('a')))).outcome).to.equal('unknown');
  });

  it('gets its headers and its signal', async () => {
    const { calls, source } = backend([], { headers: () => ({ 'X-Session': '1' }), credentials: 'include' });
    const { signal } = new AbortController();
    await source.list(BACKUP_STORAGES, { signal });
    expect(calls[0]!.init).to.include({ signal, credentials: 'include' });
    expect(new Headers(calls[0]!.init.headers).get('X-Session')).to.equal('1');
    expect((await refusal(source.list(BACKUP_STORAGES, { signal: AbortSignal.abort() }))).code).to.equal('aborted');
  });
});
