import type { KubernetesObject } from '../../model/types.js';
import type { WatchEvent, WatchOptions } from '../types.js';
import { equal, fail, isTrue, present, refusal } from './assert.js';
import { checksOf, type CheckContext } from './check.js';
import { FEW, keyOf, NONE, storage, STORAGES } from './objects.js';

const { check, definitions } = checksOf('watches');
export const WATCHES = definitions;

type Events = AsyncIterator<WatchEvent<KubernetesObject>>;

check('events come in order', NONE, async (context) => {
  const { put, remove } = context;
  const events = await open(context);
  const first = events.next();
  await put(storage('a'));
  await put(storage('a', 'one', { labels: { changed: 'yes' } }));
  await remove(STORAGES, { namespace: 'one', name: 'a' });
  const seen = [await value(first), await take(events), await take(events)];
  equal(
    seen.map(({ type }) => type),
    ['ADDED', 'MODIFIED', 'DELETED'],
    'the types',
  );
  equal(
    seen.map(({ object }) => object.metadata?.name),
    ['a', 'a', 'a'],
    'the names',
  );
  equal(seen[1]?.object.metadata?.labels, { changed: 'yes' }, 'the labels of the second');
  equal(new Set(seen.map(({ object }) => object.metadata?.resourceVersion)).size, 3, 'different resourceVersions');
  equal(
    seen.map(({ object }) => object.kind),
    Array(3).fill('BackupStorage'),
    'the kinds',
  );
});

check('what was listed does not come again', FEW, async (context) => {
  const events = await open(context);
  const first = events.next();
  await context.put(storage('new'));
  equal(keyOf((await value(first)).object), { namespace: 'one', name: 'new' }, 'the first event');
});

check('what happened between list and watch comes', FEW, async (context) => {
  const { resourceVersion } = await context.source.list(STORAGES);
  await context.put(storage('new'));
  await context.put(storage('newer'));
  const events = watch(context, { resourceVersion });
  equal([(await take(events)).object, (await take(events)).object].map(nameOf), ['new', 'newer'], 'the names');
});

check('a watch resumes where another was left, without gap or duplicate', NONE, async (context) => {
  const events = await open(context);
  const first = events.next();
  for (const name of ['a', 'b', 'c', 'd']) await context.put(storage(name));
  await first;
  const { object } = await take(events);
  await events.return?.();
  const resumed = watch(context, { resourceVersion: object.metadata?.resourceVersion ?? '' });
  equal([(await take(resumed)).object, (await take(resumed)).object].map(nameOf), ['c', 'd'], 'the rest');
});

check('a bookmark carries a resourceVersion to resume from', FEW, async (context) => {
  const { cluster } = context;
  const events = await open(context);
  const first = events.next();
  await opened(context);
  await context.put(storage('new'));
  await first;
  const second = events.next();
  cluster.bookmark();
  const bookmark = await value(second);
  equal([bookmark.type, bookmark.object.metadata?.resourceVersion], ['BOOKMARK', cluster.resourceVersion], 'the event');
  await events.return?.();
  const resumed = watch(context, { resourceVersion: bookmark.object.metadata?.resourceVersion ?? '' });
  const next = resumed.next();
  await context.put(storage('newest'));
  equal(nameOf((await value(next)).object), 'newest', 'the first event after the bookmark');
});

check('a watch of one namespace sees no other', NONE, async (context) => {
  const events = await open(context, { namespace: 'two' });
  const first = events.next();
  await context.put(storage('a', 'one'));
  await context.put(storage('b', 'two'));
  equal(nameOf((await value(first)).object), 'b', 'the first event');
});

check('an object that leaves the selector is DELETED', FEW, async (context) => {
  const events = await open(context, { labelSelector: 'tier=gold' });
  const first = events.next();
  await context.put(storage('a', 'one', { labels: { tier: 'gold' } }));
  await context.put(storage('a', 'one', { labels: { tier: 'tin' } }));
  const seen = [await value(first), await take(events)];
  equal(
    seen.map(({ type, object }) => `${type} ${nameOf(object)}`),
    ['ADDED a', 'DELETED a'],
    'the events',
  );
});

check('an object that is made anew under the same name is another', FEW, async (context) => {
  const events = await open(context);
  const first = events.next();
  const key = { namespace: 'one', name: 'a' };
  await context.remove(STORAGES, key);
  await context.put(storage('a'));
  const seen = [await value(first), await take(events)];
  equal(
    seen.map(({ type }) => type),
    ['DELETED', 'ADDED'],
    'the types',
  );
  const [before, after] = seen.map(({ object }) => present(object.metadata?.uid, 'a uid'));
  isTrue(before !== after, 'Both have the same uid');
});

check('a resourceVersion that is too old is `expired`', FEW, async (context) => {
  const { resourceVersion } = await context.source.list(STORAGES);
  await context.put(storage('new'));
  context.cluster.faults.expireHistory();
  await refusal(watch(context, { resourceVersion }).next(), 'expired');
});

check('410 in the middle of a stream is `expired`', FEW, async (context) => {
  const events = await open(context);
  const first = events.next();
  await opened(context);
  await context.put(storage('new'));
  equal(nameOf((await value(first)).object), 'new', 'the event before');
  const next = refusal(events.next(), 'expired');
  context.cluster.faults.expireWatches();
  await next;
});

check('500 in the middle of a stream is `internal`', FEW, async (context) => {
  const events = await open(context);
  const next = refusal(events.next(), 'internal');
  await opened(context);
  context.cluster.faults.failWatches(500);
  await next;
});

check('a stream that the server closes has ended', FEW, async (context) => {
  const events = await open(context);
  const next = events.next();
  await opened(context);
  context.cluster.faults.closeWatches();
  equal((await next).done, true, 'done');
  equal((await events.next()).done, true, 'done, asked again');
});

check('a connection that breaks is `unreachable`', FEW, async (context) => {
  const events = await open(context);
  const next = refusal(events.next(), 'unreachable');
  await opened(context);
  context.cluster.faults.cutWatches();
  await next;
});

check('the signal ends a watch with `aborted`, and closes the connection', FEW, async (context) => {
  const abort = new AbortController();
  const events = await open(context, { signal: abort.signal });
  const next = refusal(events.next(), 'aborted');
  await opened(context);
  abort.abort();
  await next;
  await closed(context);
});

check('aborted beforehand, a watch opens nothing', FEW, async (context) => {
  const { cluster } = context;
  await refusal(
    watch(context, { resourceVersion: cluster.resourceVersion, signal: AbortSignal.abort() }).next(),
    'aborted',
  );
  equal(cluster.openWatches, 0, 'open watches');
});

check('leaving the loop closes the connection', FEW, async (context) => {
  const { resourceVersion } = await context.source.list(STORAGES);
  await context.put(storage('new'));
  for await (const { object } of context.method('watch')(STORAGES, { resourceVersion })) {
    equal(nameOf(object), 'new', 'the event');
    break;
  }
  await closed(context);
});

check('left while the next event is awaited, a watch ends at once', FEW, async (context) => {
  const events = await open(context);
  const next = events.next();
  await opened(context);
  await events.return?.();
  equal((await next).done, true, 'done');
  await closed(context);
});

check('no connection is left behind in a thousand cycles', FEW, async (context) => {
  const { resourceVersion } = await context.source.list(STORAGES);
  await context.put(storage('new'));
  for (let cycle = 0; cycle < 1000; cycle += 1) {
    const abort = new AbortController();
    const events = watch(context, { resourceVersion, signal: abort.signal });
    await take(events);
    if (cycle % 2 === 0) await events.return?.();
    else {
      const next = refusal(events.next(), 'aborted');
      abort.abort();
      await next;
    }
  }
  await closed(context);
});

check('a slow reader misses nothing', NONE, async (context) => {
  const events = await open(context);
  const first = events.next();
  for (let index = 0; index < 500; index += 1) await context.put(storage(`s${index}`));
  const names = [nameOf((await value(first)).object)];
  while (names.length < 500) names.push(nameOf((await take(events)).object));
  equal(
    names,
    Array.from({ length: 500 }, (_, index) => `s${index}`),
    'the names',
  );
});

check('one of two watches ends without the other', FEW, async (context) => {
  const [one, other] = [await open(context), await open(context)];
  const [ofOne, ofOther] = [one.next(), other.next()];
  await opened(context, 2);
  await one.return?.();
  await context.put(storage('new'));
  equal([(await ofOne).done, nameOf((await value(ofOther)).object)], [true, 'new'], 'what both got');
});

check('dispose() ends open watches', FEW, async (context) => {
  const dispose = context.method('dispose');
  const events = await open(context);
  const next = events.next();
  await opened(context);
  dispose();
  equal((await next).done, true, 'done');
  await closed(context);
});

check('a watch that is refused says why', FEW, async (context) => {
  const { cluster } = context;
  const { resourceVersion } = cluster;
  cluster.faults.fail(403, { when: ({ verb }) => verb === 'watch' });
  const error = await refusal(watch(context, { resourceVersion }).next(), 'forbidden');
  equal([error.status, error.admission], [403, false], 'status and admission');
  cluster.faults.fail({ code: 405, reason: 'MethodNotAllowed' }, { when: ({ verb }) => verb === 'watch' });
  await refusal(watch(context, { resourceVersion }).next(), 'unsupported');
});

function watch(context: CheckContext, options: WatchOptions): Events {
  return context.method('watch')(STORAGES, options)[Symbol.asyncIterator]();
}

/** Lists, and watches from there. The watch opens when its first event is asked for. */
async function open(context: CheckContext, options: Omit<WatchOptions, 'resourceVersion'> = {}): Promise<Events> {
  context.method('watch');
  const { resourceVersion } = await context.source.list(STORAGES);
  return watch(context, { ...options, resourceVersion });
}

async function value(
  next: Promise<IteratorResult<WatchEvent<KubernetesObject>>>,
): Promise<WatchEvent<KubernetesObject>> {
  const { done, value: event } = await next;
  return done ? fail('The watch has ended; expected an event') : event;
}

function take(events: Events): Promise<WatchEvent<KubernetesObject>> {
  return value(events.next());
}

function nameOf({ metadata }: KubernetesObject): string {
  return metadata?.name ?? '';
}

/** Until the cluster has the watches open that were asked for. */
function opened(context: CheckContext, count = 1): Promise<void> {
  return until(() => context.cluster.openWatches === count);
}

function closed(context: CheckContext): Promise<void> {
  return until(() => context.cluster.openWatches === 0);
}

/** The time limit of the check ends the waiting. */
async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 0));
}
