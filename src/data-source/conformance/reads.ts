import type { KubernetesObject } from '../../model/types.js';
import type { ListPage } from '../types.js';
import { equal, isTrue, present, refusal } from './assert.js';
import { checksOf } from './check.js';
import {
  FEW,
  keyOf,
  MANY,
  namesOf,
  NONE,
  repository,
  REPOSITORIES,
  SECRET_VALUE,
  SECRETS,
  storage,
  STORAGES,
  WITH_SECRET,
} from './objects.js';

const { check, definitions } = checksOf('reads');
export const READS = definitions;

const HUGE = '36893488147419103233';

check('lists the objects of all namespaces', FEW, async ({ source }) => {
  const { items } = await source.list(STORAGES);
  equal(namesOf(items), ['one/a', 'one/b', 'two/a'], 'the names');
});

check('lists one namespace', FEW, async ({ source }) => {
  const { items } = await source.list(STORAGES, { namespace: 'two' });
  equal(namesOf(items), ['two/a'], 'the names');
});

check('an empty namespace means all of them', FEW, async ({ source }) => {
  const { items } = await source.list(STORAGES, { namespace: '' });
  equal(items.length, 3, 'the number of objects');
});

check('lists nothing as an empty list', NONE, async ({ source }) => {
  const page = await source.list(STORAGES);
  equal(page.items, [], 'the items');
  equal(page.continue, undefined, 'the token of a next page');
});

check('`items: null` is an empty list', NONE, async ({ source, wire }) => {
  const body = { kind: 'BackupStorageList', apiVersion: 'storage.kubestash.com/v1alpha1', items: null };
  wire.intercept(() => Response.json({ ...body, metadata: { resourceVersion: '7' } }));
  const page = await source.list(STORAGES);
  equal([page.items, page.resourceVersion], [[], '7'], 'the page');
});

check('every item says its apiVersion and kind', WITH_SECRET, async ({ source }) => {
  for (const [type, expected] of [
    [STORAGES, 'storage.kubestash.com/v1alpha1 BackupStorage'],
    [SECRETS, 'v1 Secret'],
  ] as const) {
    const { items } = await source.list(type);
    equal(
      items.map(({ apiVersion, kind }) => `${apiVersion} ${kind}`),
      [expected],
      type.resource,
    );
  }
});

check('selects by labels', FEW, async ({ source }) => {
  const gold = await source.list(STORAGES, { labelSelector: 'tier=gold' });
  equal(namesOf(gold.items), ['one/b'], 'tier=gold');
  const others = await source.list(STORAGES, { labelSelector: 'tier notin (gold),!other' });
  equal(namesOf(others.items), ['one/a', 'two/a'], 'tier notin (gold),!other');
});

check('selects by name', FEW, async ({ source }) => {
  const { items } = await source.list(STORAGES, { fieldSelector: 'metadata.name=a' });
  equal(namesOf(items), ['one/a', 'two/a'], 'the names');
});

check('pages are complete, without gaps or duplicates', MANY, async ({ source }) => {
  const pages = await pagesOf((options) => source.list(STORAGES, { ...options, limit: 4 }));
  if (pages.length === 1) return equal(pages[0]?.items.length, 11, 'the objects of a source without pages');
  const names = namesOf(pages.flatMap(({ items }) => items));
  equal([names.length, new Set(names).size], [11, 11], 'objects, and different ones');
  equal(new Set(pages.map(({ resourceVersion }) => resourceVersion)).size, 1, 'resourceVersions of one list');
});

check('the next page is asked for with the same selectors and no resourceVersion', MANY, async ({ source, wire }) => {
  const options = { namespace: 'one', labelSelector: '!absent', limit: 4 };
  const first = await source.list(STORAGES, options);
  const token = present(first.continue, 'the token of the next page');
  await source.list(STORAGES, { ...options, continue: token });
  const { searchParams } = new URL(present(wire.requests.at(-1), 'the request').url, 'http://any.invalid');
  equal(
    ['continue', 'labelSelector', 'resourceVersion'].map((name) => searchParams.get(name)),
    [token, '!absent', null],
    'the query',
  );
});

check('a page token that is too old is `expired`', MANY, async ({ source, cluster }) => {
  const first = await source.list(STORAGES, { limit: 4 });
  cluster.faults.expirePages();
  const next = present(first.continue, 'the token of the next page');
  await refusal(source.list(STORAGES, { limit: 4, continue: next }), 'expired');
});

check(
  'resourceVersions are handed on as they are, beyond 2^53',
  { objects: [storage('a', 'one', { resourceVersion: HUGE })] },
  async ({ source }) => {
    const page = await source.list(STORAGES);
    equal(page.items[0]?.metadata?.resourceVersion, HUGE, "the object's resourceVersion");
    equal(page.resourceVersion, HUGE, "the list's resourceVersion");
  },
);

check('lists more than a thousand objects', { objects: thousand() }, async ({ source }) => {
  const pages = await pagesOf((options) => source.list(STORAGES, options));
  equal(pages.flatMap(({ items }) => items).length, 1200, 'the number of objects');
});

check('reads one object', FEW, async ({ source }) => {
  const object = await source.get(STORAGES, { namespace: 'two', name: 'a' });
  equal(keyOf(object), { namespace: 'two', name: 'a' }, 'the object');
  equal([object.apiVersion, object.kind], ['storage.kubestash.com/v1alpha1', 'BackupStorage'], 'what it says it is');
});

check('an object that is missing is `not-found`', FEW, async ({ source }) => {
  const error = await refusal(source.get(STORAGES, { namespace: 'one', name: 'absent' }), 'not-found');
  isTrue(error.message.includes('absent'), `The message does not name the object: ${error.message}`);
});

check('a type that is missing is `not-found` when it is listed', FEW, async ({ source, cluster }) => {
  cluster.faults.uninstall(REPOSITORIES);
  await refusal(source.list(REPOSITORIES), 'not-found');
  equal((await source.list(STORAGES)).items.length, 3, 'the objects of another type');
});

check('names are escaped', FEW, async ({ source }) => {
  for (const name of ['a?limit=1', 'a#b', 'a/b', '%61', 'ä b', 'a:b'])
    await refusal(source.get(STORAGES, { namespace: 'one', name }), ['not-found', 'bad-request']);
});

check('no name leads to another resource', WITH_SECRET, async ({ source }) => {
  for (const name of ['..', '.', '', '../../secrets/credentials', '..%2f..%2fsecrets%2fcredentials'])
    await refusal(source.get(STORAGES, { namespace: 'one', name }), ['not-found', 'bad-request']);
  await refusal(source.get(STORAGES, { namespace: '..', name: 'a' }), ['not-found', 'bad-request']);
});

check("every request is under the host's prefix", FEW, async (context) => {
  const { source, wire } = context;
  const prefix = wire.prefix || context.skip('the adapter has no prefix');
  const page = await source.list(STORAGES, { limit: 1 });
  if (page.continue !== undefined) await source.list(STORAGES, { limit: 1, continue: page.continue });
  await source.get(STORAGES, { namespace: 'one', name: 'a' });
  await source.namespaces?.();
  await source.schema?.(STORAGES);
  await source.review?.([{ type: STORAGES, verb: 'list' }]);
  await source.create?.(STORAGES, storage('new'));
  await source.delete?.(STORAGES, { namespace: 'one', name: 'new' });
  const outside = wire.requests.filter(({ url }) => !new URL(url, 'http://any.invalid').pathname.startsWith(prefix));
  equal(
    outside.map(({ url }) => url),
    [],
    'requests elsewhere',
  );
});

check('strings stay strings', NONE, async ({ source, put }) => {
  const annotations = { date: '2026-01-02T03:04:05Z', number: '1e3', nothing: 'null', yes: 'true', empty: '' };
  await put(storage('a', 'one', { annotations }));
  const { metadata } = await source.get(STORAGES, { namespace: 'one', name: 'a' });
  equal(metadata?.annotations, annotations, 'the annotations');
  equal(typeof metadata?.creationTimestamp, 'string', 'the type of a timestamp');
});

check('text of every script survives', NONE, async ({ source, put }) => {
  const annotations = { text: 'naïve — 名前 — שלום — 😀 "quoted" \\ \u2028 \u0000' };
  await put(storage('a', 'one', { annotations }));
  const { items } = await source.list(STORAGES);
  equal(items[0]?.metadata?.annotations, annotations, 'the annotations');
});

check('fields that nobody knows survive', NONE, async ({ source, put }) => {
  await put({ ...storage('a'), status: { phase: 'Ready', invented: { deep: [1, null, 'x'] } } } as KubernetesObject);
  const object: KubernetesObject & { status?: unknown } = await source.get(STORAGES, { namespace: 'one', name: 'a' });
  equal(object.status, { phase: 'Ready', invented: { deep: [1, null, 'x'] } }, 'the status');
});

check('what was put behind the adapter is read at once: nothing is cached', FEW, async ({ source, put, remove }) => {
  await source.list(STORAGES);
  await put(storage('new'));
  await remove(STORAGES, { namespace: 'two', name: 'a' });
  equal(namesOf((await source.list(STORAGES)).items), ['one/a', 'one/b', 'one/new'], 'the names');
  await refusal(source.get(STORAGES, { namespace: 'two', name: 'a' }), 'not-found');
});

check('aborted beforehand, a call sends nothing', FEW, async (context) => {
  const { source } = context;
  const signal = AbortSignal.abort();
  await refusal(source.list(STORAGES, { signal }), 'aborted');
  await refusal(source.get(STORAGES, { namespace: 'one', name: 'a' }, { signal }), 'aborted');
  equal(context.wire.requests.length, 0, 'requests');
});

check('aborted under way, a call rejects at once', FEW, async ({ source, cluster }) => {
  const hold = cluster.faults.hold();
  const abort = new AbortController();
  const list = refusal(source.list(STORAGES, { signal: abort.signal }), 'aborted');
  const get = refusal(source.get(STORAGES, { namespace: 'one', name: 'a' }, { signal: abort.signal }), 'aborted');
  abort.abort();
  await Promise.all([list, get]);
  hold.release();
});

check('a metadata-only list holds no values', WITH_SECRET, async ({ source }) => {
  const { items } = await source.list(SECRETS, { namespace: 'one', metadataOnly: true });
  equal(namesOf(items), ['one/credentials'], 'the names');
  const text = JSON.stringify(items);
  isTrue(!text.includes(SECRET_VALUE) && !text.includes(btoa(SECRET_VALUE)), 'The list holds the value of a Secret');
});

check('a metadata-only list does not ask for values', WITH_SECRET, async ({ source, wire }) => {
  await source.list(SECRETS, { metadataOnly: true });
  const accept = present(wire.requests.at(-1), 'the request').headers.get('Accept') ?? '';
  const whole = accept.split(',').filter((mediaType) => !mediaType.includes('as=PartialObjectMetadataList'));
  equal(whole, [], 'media types that are not PartialObjectMetadataList');
});

check('a metadata-only list drops values that come unasked', WITH_SECRET, async ({ source, wire }) => {
  const item = { metadata: { name: 'x', namespace: 'one' }, data: { key: btoa(SECRET_VALUE) } };
  wire.intercept(() => Response.json({ kind: 'SecretList', apiVersion: 'v1', metadata: {}, items: [item] }));
  const { items } = await source.list(SECRETS, { metadataOnly: true });
  equal(namesOf(items), ['one/x'], 'the names');
  isTrue(!JSON.stringify(items).includes(btoa(SECRET_VALUE)), 'The list holds the value of a Secret');
});

check('types do not get mixed up', { objects: [storage('a'), repository('a')] }, async ({ source }) => {
  equal((await source.get(REPOSITORIES, { namespace: 'one', name: 'a' })).kind, 'Repository', 'the kind');
  equal((await source.get(STORAGES, { namespace: 'one', name: 'a' })).kind, 'BackupStorage', 'the kind');
});

async function pagesOf(
  ask: (options: { continue?: string }) => Promise<ListPage<KubernetesObject>>,
): Promise<ListPage<KubernetesObject>[]> {
  const pages: ListPage<KubernetesObject>[] = [];
  let next: string | undefined;
  do {
    const page = await ask(next === undefined ? {} : { continue: next });
    pages.push(page);
    next = page.continue;
    isTrue(pages.length <= 2000, 'The list has no end');
  } while (next !== undefined);
  return pages;
}

function thousand(): KubernetesObject[] {
  return Array.from({ length: 1200 }, (_, index) => storage(`s${index}`, index % 2 ? 'one' : 'two'));
}
