import { expect } from 'chai';
import { MemoryCluster } from '../../../src/data-source/memory/index.js';
import type { WatchEvent, WatchOptions } from '../../../src/data-source/types.js';
import { BACKUP_STORAGES, SECRETS } from '../../../src/model/resources.js';
import type { BackupStorage, KubernetesObject } from '../../../src/model/types.js';
import { errorOf, FakeTime, isPending, nextEvent, secret, settled, storage } from './memory-helpers.js';

const key = (name: string, namespace = 'demo') => ({ name, namespace });

function labelled(name: string, labels: Record<string, string>): BackupStorage {
  const object = storage(name);
  return { ...object, metadata: { ...object.metadata, labels } };
}

/** An event in a few characters. */
const brief = ({ type, object }: WatchEvent<KubernetesObject>): string =>
  `${type} ${object.metadata?.name ?? ''}`.trim();

function start(cluster: MemoryCluster, options: Partial<WatchOptions> = {}): AsyncIterator<WatchEvent<BackupStorage>> {
  const watch = cluster
    .dataSource()
    .watch<BackupStorage>(BACKUP_STORAGES, { resourceVersion: cluster.resourceVersion, ...options });
  return watch[Symbol.asyncIterator]();
}

async function take(watch: AsyncIterator<WatchEvent<KubernetesObject>>, count: number): Promise<string[]> {
  const events: string[] = [];
  while (events.length < count) events.push(brief(await nextEvent(watch)));
  return events;
}

describe('memory cluster: watching', () => {
  it('tells of every change after the list, in order', async () => {
    const cluster = new MemoryCluster({ objects: [storage('a')], operator: false });
    const watch = start(cluster);
    cluster.apply(storage('b'));
    cluster.apply(labelled('a', { x: 'y' }));
    cluster.remove(BACKUP_STORAGES, key('b'));
    cluster.apply(storage('b'));
    expect(await take(watch, 4)).to.deep.equal(['ADDED b', 'MODIFIED a', 'DELETED b', 'ADDED b']);
    expect(await isPending(watch.next())).to.equal(true);
    await watch.return?.();
  });

  it('waits for what comes', async () => {
    const cluster = new MemoryCluster();
    const watch = start(cluster);
    const coming = nextEvent(watch);
    expect(await isPending(coming)).to.equal(true);
    const stored = cluster.apply(storage('a'));
    expect((await coming).object).to.equal(stored);
    await watch.return?.();
  });

  it('sends a deleted object as it last was, under the deletion’s resourceVersion', async () => {
    const cluster = new MemoryCluster({ objects: [labelled('a', { x: 'y' })] });
    const before = cluster.get(BACKUP_STORAGES, key('a'));
    const watch = start(cluster);
    cluster.remove(BACKUP_STORAGES, key('a'));
    const { type, object } = await nextEvent(watch);
    expect(type).to.equal('DELETED');
    expect(object.metadata?.resourceVersion).to.equal(cluster.resourceVersion);
    expect(object.metadata?.resourceVersion).to.not.equal(before?.metadata?.resourceVersion);
    expect({ ...object.metadata, resourceVersion: '' }).to.deep.equal({ ...before?.metadata, resourceVersion: '' });
    await watch.return?.();
  });

  it('is resumed from any resourceVersion, without gap or duplicate', async () => {
    const cluster = new MemoryCluster({ operator: false });
    const versions = [cluster.resourceVersion];
    for (let index = 0; index < 20; index += 1) {
      // Other types' changes move the same counter.
      if (index % 3 === 0) cluster.apply(secret(`s${index}`, {}));
      cluster.apply(storage(`s${index}`));
      versions.push(cluster.resourceVersion);
    }
    for (const [seen, resourceVersion] of versions.entries()) {
      const watch = start(cluster, { resourceVersion });
      const expected = Array.from({ length: 20 - seen }, (_, index) => `ADDED s${index + seen}`);
      expect(await take(watch, 20 - seen)).to.deep.equal(expected);
      expect(await isPending(watch.next())).to.equal(true);
      await watch.return?.();
    }
    expect(cluster.openWatches).to.equal(0);
  });

  it('begins with what there is when asked from nothing', async () => {
    const cluster = new MemoryCluster({ objects: [storage('b'), storage('a')] });
    const watch = start(cluster, { resourceVersion: '0' });
    cluster.apply(storage('c'));
    expect(await take(watch, 3)).to.deep.equal(['ADDED a', 'ADDED b', 'ADDED c']);
    await watch.return?.();
  });

  it('sees one namespace only', async () => {
    const cluster = new MemoryCluster();
    const watch = start(cluster, { namespace: 'one' });
    cluster.apply(storage('a', undefined, 'two'));
    cluster.apply(storage('b', undefined, 'one'));
    expect(await take(watch, 1)).to.deep.equal(['ADDED b']);
    await watch.return?.();
  });

  it('shows objects moving into its selector and out of it', async () => {
    const cluster = new MemoryCluster({ objects: [labelled('a', { in: 'no' })], operator: false });
    const watch = start(cluster, { labelSelector: 'in=yes' });
    cluster.apply(labelled('a', { in: 'no', other: '1' }));
    cluster.apply(labelled('a', { in: 'yes' }));
    cluster.apply(labelled('a', { in: 'yes', other: '2' }));
    cluster.apply(labelled('a', { in: 'no' }));
    const left = cluster.resourceVersion;
    cluster.remove(BACKUP_STORAGES, key('a'));
    cluster.apply(labelled('b', { in: 'yes' }));
    expect(await take(watch, 2)).to.deep.equal(['ADDED a', 'MODIFIED a']);
    const gone = await nextEvent(watch);
    expect(brief(gone)).to.equal('DELETED a');
    // The object is the last one that was selected, at the moment it left.
    expect(gone.object.metadata?.labels).to.deep.equal({ in: 'yes', other: '2' });
    expect(gone.object.metadata?.resourceVersion).to.equal(left);
    expect(await take(watch, 1)).to.deep.equal(['ADDED b']);
    await watch.return?.();
  });

  it('refuses a resourceVersion that is too old, before the stream', async () => {
    const cluster = new MemoryCluster({ watchWindow: 2, operator: false });
    const old = cluster.resourceVersion;
    for (const name of ['a', 'b', 'c']) cluster.apply(storage(name));
    const floor = cluster.get(BACKUP_STORAGES, key('a'))?.metadata?.resourceVersion;
    const error = await errorOf(start(cluster, { resourceVersion: old }).next());
    expect(error).to.include({ code: 'expired', status: 410, reason: 'Expired' });
    expect(error.message).to.equal(`too old resource version: ${old} (${floor})`);
    expect(await take(start(cluster, { resourceVersion: floor! }), 2)).to.deep.equal(['ADDED b', 'ADDED c']);
  });

  it('forgets events by age too', async () => {
    const time = new FakeTime();
    const cluster = new MemoryCluster({ now: time.now, watchWindowMs: 1000, operator: false });
    const old = cluster.resourceVersion;
    cluster.apply(storage('a'));
    time.advance(1000);
    cluster.apply(storage('b'));
    expect(await take(start(cluster, { resourceVersion: old }), 2)).to.deep.equal(['ADDED a', 'ADDED b']);
    time.advance(1);
    cluster.apply(storage('c'));
    expect((await errorOf(start(cluster, { resourceVersion: old }).next())).code).to.equal('expired');
  });

  it('expires in the stream: for a consumer that falls behind, and on demand', async () => {
    const cluster = new MemoryCluster({ watchWindow: 3, operator: false });
    const slow = start(cluster);
    const waiting = nextEvent(slow);
    await settled();
    for (const name of ['a', 'b', 'c', 'd', 'e']) cluster.apply(storage(name));
    expect(brief(await waiting)).to.equal('ADDED a');
    const error = await errorOf(slow.next());
    expect(error).to.include({ code: 'expired', status: 410 });
    expect(error.message).to.equal('The resourceVersion for the provided watch is too old.');
    expect(await slow.next()).to.deep.equal({ done: true, value: undefined });

    const watch = start(cluster);
    const next = errorOf(watch.next());
    await settled();
    cluster.faults.expireWatches();
    expect(await next).to.include({ code: 'expired', status: 410 });
    expect(cluster.openWatches).to.equal(0);
  });

  it('goes on for open watches when the history is compacted', async () => {
    const cluster = new MemoryCluster({ operator: false });
    const old = cluster.resourceVersion;
    cluster.apply(storage('a'));
    const watch = start(cluster);
    const next = nextEvent(watch);
    await settled();
    cluster.faults.expireHistory();
    cluster.apply(storage('b'));
    expect(brief(await next)).to.equal('ADDED b');
    expect((await errorOf(start(cluster, { resourceVersion: old }).next())).code).to.equal('expired');
    await watch.return?.();
  });

  it('knows no resourceVersion of the future, nor one that is no number', async () => {
    const cluster = new MemoryCluster();
    const error = await errorOf(start(cluster, { resourceVersion: '999' }).next());
    expect(error).to.include({ code: 'rv-too-large', status: 504, retryAfterMs: 1000 });
    expect((await errorOf(start(cluster, { resourceVersion: 'x' }).next())).code).to.equal('bad-request');
  });
});

describe('memory cluster: bookmarks and ends', () => {
  it('sends bookmarks at an interval, after the events before them', async () => {
    const time = new FakeTime();
    const cluster = new MemoryCluster({ ...time, bookmarkIntervalMs: 1000, operator: false });
    const watch = start(cluster);
    const first = nextEvent(watch);
    await settled();
    time.advance(999);
    expect(await isPending(first)).to.equal(true);
    cluster.apply(secret('other', {}));
    time.advance(1);
    expect(await first).to.deep.equal({
      type: 'BOOKMARK',
      object: {
        apiVersion: 'storage.kubestash.com/v1alpha1',
        kind: 'BackupStorage',
        metadata: { resourceVersion: cluster.resourceVersion },
      },
    });
    cluster.apply(storage('a'));
    time.advance(5000);
    // Unread bookmarks do not pile up.
    expect(await take(watch, 2)).to.deep.equal(['ADDED a', 'BOOKMARK']);
    expect(await isPending(watch.next())).to.equal(true);
    cluster.bookmark();
    await watch.return?.();
    expect(time.pending).to.equal(0);
  });

  it('ends after timeoutSeconds, with a bookmark', async () => {
    const time = new FakeTime();
    const cluster = new MemoryCluster({ ...time, operator: false });
    const watch = start(cluster, { timeoutSeconds: 30 });
    const next = watch.next();
    await settled();
    time.advance(30_000);
    expect((await next).value).to.include({ type: 'BOOKMARK' });
    expect(await watch.next()).to.deep.equal({ done: true, value: undefined });
    expect(cluster.openWatches).to.equal(0);
    expect(time.pending).to.equal(0);
  });

  it('is closed by breaking out of the loop, a thousand times', async () => {
    const cluster = new MemoryCluster({ objects: [storage('a')] });
    const source = cluster.dataSource();
    for (let cycle = 0; cycle < 1000; cycle += 1)
      for await (const event of source.watch(BACKUP_STORAGES, { resourceVersion: '0' })) {
        expect(event.type).to.equal('ADDED');
        expect(cluster.openWatches).to.equal(1);
        break;
      }
    expect(cluster.openWatches).to.equal(0);
  });

  it('is closed by return, also while an event is waited for', async () => {
    const cluster = new MemoryCluster();
    const watch = start(cluster);
    const next = watch.next();
    await settled();
    expect(cluster.openWatches).to.equal(1);
    await watch.return?.();
    expect(await next).to.deep.equal({ done: true, value: undefined });
    expect(cluster.openWatches).to.equal(0);
    const never = start(cluster);
    await never.return?.();
    expect(await never.next()).to.deep.equal({ done: true, value: undefined });
  });

  it('is closed by abort: waiting, idle, before it opened', async () => {
    const cluster = new MemoryCluster();
    const controller = new AbortController();
    const { signal } = controller;
    const waiting = start(cluster, { signal });
    const idle = start(cluster, { signal, resourceVersion: '0' });
    const unopened = start(cluster, { signal });
    cluster.apply(storage('a'));
    await nextEvent(idle);
    await nextEvent(waiting).catch(() => undefined);
    const next = errorOf(waiting.next());
    await settled();
    expect(cluster.openWatches).to.equal(2);
    controller.abort();
    expect(cluster.openWatches).to.equal(0);
    expect((await next).code).to.equal('aborted');
    expect((await errorOf(idle.next())).code).to.equal('aborted');
    expect(await idle.next()).to.deep.equal({ done: true, value: undefined });
    expect((await errorOf(unopened.next())).code).to.equal('aborted');
    expect(cluster.openWatches).to.equal(0);
  });

  it('ends the watches of a source, and of the cluster, on dispose', async () => {
    const time = new FakeTime();
    const cluster = new MemoryCluster({ ...time });
    const mine = cluster.dataSource();
    const next = mine.watch(BACKUP_STORAGES, { resourceVersion: '0' })[Symbol.asyncIterator]().next();
    const other = start(cluster).next();
    await settled();
    expect(cluster.openWatches).to.equal(2);
    mine.dispose();
    expect(await next).to.deep.equal({ done: true, value: undefined });
    expect(cluster.openWatches).to.equal(1);
    cluster.dispose();
    expect(await other).to.deep.equal({ done: true, value: undefined });
    expect(cluster.openWatches).to.equal(0);
    expect(time.pending).to.equal(0);
  });

  it('can be read by several at once', async () => {
    const cluster = new MemoryCluster({ operator: false });
    const watches = [start(cluster), start(cluster), start(cluster)];
    for (const name of ['a', 'b']) cluster.apply(storage(name));
    for (const watch of watches) expect(await take(watch, 2)).to.deep.equal(['ADDED a', 'ADDED b']);
    expect(cluster.openWatches).to.equal(3);
    cluster.dispose();
  });

  it('answers reads of the same watch in order', async () => {
    const cluster = new MemoryCluster({ operator: false });
    const watch = start(cluster);
    const reads = [nextEvent(watch), nextEvent(watch)];
    await settled();
    cluster.apply(storage('a'));
    cluster.apply(storage('b'));
    expect((await Promise.all(reads)).map(brief)).to.deep.equal(['ADDED a', 'ADDED b']);
    cluster.dispose();
  });

  it('tells a deletion and re-creation apart by the uid', async () => {
    const cluster = new MemoryCluster({ operator: false });
    const first = cluster.apply({ ...storage('a'), metadata: { name: 'a', namespace: 'demo', uid: 'one' } });
    const watch = start(cluster);
    cluster.apply({ ...first, metadata: { name: 'a', namespace: 'demo', uid: 'two' } });
    expect((await nextEvent(watch)).object.metadata).to.include({ uid: 'one' });
    const added = await nextEvent(watch);
    expect(added.type).to.equal('ADDED');
    expect(added.object.metadata).to.include({ uid: 'two' });
    cluster.dispose();
  });

  it('has one watch for each type', async () => {
    const cluster = new MemoryCluster();
    const watch = cluster
      .dataSource()
      .watch(SECRETS, { resourceVersion: cluster.resourceVersion })
      [Symbol.asyncIterator]();
    cluster.apply(storage('a'));
    cluster.apply(secret('s', { a: 'b' }));
    const { object } = await nextEvent(watch);
    expect(object).to.include({ kind: 'Secret' });
    expect(object).to.not.have.property('stringData');
    cluster.dispose();
  });
});
