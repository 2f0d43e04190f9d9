import { expect } from 'chai';
import { LiveCollection } from '../../../src/data-source/live/index.js';
import { LAST_APPLIED } from '../../../src/model/metadata.js';
import { BACKUP_STORAGES } from '../../../src/model/resources.js';
import type { ListPage, WatchEvent } from '../../../src/data-source/types.js';
import type { BackupStorage, KubernetesObject } from '../../../src/model/types.js';
import { isList, isWatch, liveViewer, LiveTime, manyStorages, namesOf, viewer, world } from './live-helpers.js';
import { settled, storage } from './memory-helpers.js';

describe('live collection: the first list', () => {
  it('asks nothing before somebody listens', async () => {
    const { time, source, calls } = world();
    const collection = new LiveCollection<BackupStorage>(source, BACKUP_STORAGES, { environment: time });
    await time.pass(60_000);
    expect(calls).to.deep.equal([]);
    expect(collection.status).to.include({ state: 'idle', complete: false });
    expect(time.pending).to.equal(0);
  });

  it('lists, then watches from the version of the list', async () => {
    const { time, cluster, source, calls } = world();
    const version = cluster.resourceVersion;
    const { collection, names, states } = viewer({ time, source });
    await time.pass(100);
    expect(names()).to.deep.equal(['demo/a', 'demo/b']);
    expect(states()).to.deep.equal(['live']);
    expect(collection.status).to.include({ state: 'live', complete: true, lastSync: time.now() - 100 });
    expect(collection.status).not.to.have.any.keys('error', 'staleSince', 'namespaces');
    const [list, watch] = calls;
    expect(list).to.deep.include({ verb: 'list' });
    expect(list?.options).to.include({ limit: 500 });
    expect(list?.options).not.to.have.any.keys('namespace', 'continue', 'resourceVersion');
    expect(watch?.options).to.include({ resourceVersion: version, timeoutSeconds: 450 });
    expect(cluster.openWatches).to.equal(1);
  });

  it('passes namespace and selectors on with every request', async () => {
    const { time, source, calls } = world({ objects: manyStorages(600) });
    viewer({ time, source }, { namespaces: ['demo', ''], labelSelector: '!hidden', fieldSelector: 'metadata.name!=x' });
    await time.pass(100);
    expect(calls.map(({ verb }) => verb)).to.deep.equal(['list', 'list', 'watch']);
    for (const { options } of calls)
      expect(options).to.include({
        namespace: 'demo',
        labelSelector: '!hidden',
        fieldSelector: 'metadata.name!=x',
      });
    expect(calls[1]?.options).to.have.property('continue');
  });

  it('shows the first page at once and says when it is complete', async () => {
    const { time, cluster, source } = world({ objects: manyStorages(1_200) });
    let lists = 0;
    const hold = cluster.faults.hold({ when: (request) => isList(request) && (lists += 1) > 1 });
    const { collection, changes } = viewer({ time, source });
    await time.pass(100);
    expect(collection.objects.size).to.equal(500);
    expect(changes).to.have.length(1);
    expect(changes[0]?.upserted).to.have.length(500);
    expect(collection.status).to.include({ state: 'loading', complete: false });
    hold.release();
    await time.pass(100);
    expect(collection.objects.size).to.equal(1_200);
    expect(changes.flatMap(({ upserted }) => upserted)).to.have.length(1_200);
    expect(collection.status).to.include({ state: 'live', complete: true });
  });

  it('starts over when the pages expire, and drops what has gone since', async () => {
    const { time, cluster, source } = world({ objects: manyStorages(600) });
    let lists = 0;
    const hold = cluster.faults.hold({ when: (request) => isList(request) && (lists += 1) > 1 });
    const { collection, names } = viewer({ time, source });
    await time.pass(100);
    cluster.remove(BACKUP_STORAGES, { namespace: 'demo', name: 's-0000' });
    cluster.faults.expirePages();
    hold.release();
    await time.pass(5_000);
    expect(names()).to.have.length(599);
    expect(names()).not.to.include('demo/s-0000');
    expect(collection.status).to.include({ state: 'live', complete: true });
  });

  it('keeps the bookkeeping of objects out', async () => {
    const { time, source, cluster } = world({ objects: [] });
    const bulky = storage('bulky');
    bulky.metadata = {
      ...bulky.metadata,
      annotations: { [LAST_APPLIED]: '{}', team: 'x' },
      managedFields: [{ manager: 'kubectl' }],
    } as NonNullable<BackupStorage['metadata']>;
    cluster.apply(bulky);
    const { collection } = viewer({ time, source });
    await time.pass(100);
    cluster.apply({ ...bulky, metadata: { ...bulky.metadata, name: 'watched' } });
    await time.pass(100);
    expect(collection.objects.size).to.equal(2);
    for (const { metadata } of collection.objects.values()) {
      expect(metadata).not.to.have.property('managedFields');
      expect(metadata?.annotations).to.deep.equal({ team: 'x' });
    }
  });

  it('takes a whole list in one page, however long', async () => {
    const { time } = world();
    const items = Array.from({ length: 200_000 }, (_, index) => ({
      metadata: { name: `n${index}`, uid: `u${index}` },
    }));
    const source = {
      list: async <T extends KubernetesObject>() => ({ items: items as T[], resourceVersion: '1' }),
      get: () => Promise.reject(new Error('not asked')),
    };
    const { collection } = viewer({ time, source });
    await time.pass(100);
    expect(collection.objects.size).to.equal(200_000);
    expect(collection.status.state).to.equal('polling');
  });

  it('does not follow a page that leads to itself', async () => {
    const { time } = world();
    let asked = 0;
    const source = {
      list: async <T extends KubernetesObject>(): Promise<ListPage<T>> => {
        asked += 1;
        if (asked > 50) throw new Error('endless');
        return { items: [], resourceVersion: '1', continue: 'again' };
      },
      get: () => Promise.reject(new Error('not asked')),
    };
    const { collection } = viewer({ time, source });
    await time.pass(100);
    expect(asked).to.equal(2);
    expect(collection.status.state).to.equal('reconnecting');
    expect(collection.status.error?.code).to.equal('protocol');
  });
});

describe('live collection: changes', () => {
  it('hands on what is added, changed and removed', async () => {
    const { time, cluster, collection, changes, names } = await liveViewer();
    const added = cluster.apply(storage('c'));
    await time.pass(100);
    expect(changes.map(({ upserted, removed }) => [namesOf(upserted), namesOf(removed)])).to.deep.equal([
      [['demo/c'], []],
    ]);
    cluster.apply({ ...storage('c'), metadata: { ...storage('c').metadata, labels: { x: 'y' } } });
    await time.pass(100);
    expect(collection.find('demo', 'c')?.metadata).to.deep.include({ uid: added.metadata?.uid, labels: { x: 'y' } });
    cluster.remove(BACKUP_STORAGES, { namespace: 'demo', name: 'c' });
    await time.pass(100);
    expect(namesOf(changes[2]?.removed ?? [])).to.deep.equal(['demo/c']);
    expect(names()).to.deep.equal(['demo/a', 'demo/b']);
    expect(collection.find('demo', 'c')).to.equal(undefined);
  });

  it('calls back once for many events', async () => {
    const { time, cluster, changes } = await liveViewer();
    for (let index = 0; index < 1_000; index += 1)
      cluster.apply({ ...storage('a'), metadata: { ...storage('a').metadata, labels: { n: `${index}` } } });
    await settled();
    for (let turn = 0; turn < 100; turn += 1) await settled();
    expect(changes).to.have.length(0);
    await time.pass(20);
    expect(changes).to.have.length(1);
    expect(changes[0]?.upserted).to.have.length(1);
    expect(changes[0]?.upserted[0]?.metadata?.labels).to.deep.equal({ n: '999' });
  });

  it('calls back more slowly when the listeners are slow, and never slower than four times a second', async () => {
    const { time, cluster, collection } = await liveViewer();
    const at: number[] = [];
    collection.subscribe(() => {
      at.push(time.now());
      time.sleep(40);
    });
    for (let index = 0; index < 4; index += 1) {
      cluster.apply(storage(`c${index}`));
      await time.pass(300);
    }
    expect(at.length).to.equal(4);
    cluster.apply(storage('d'));
    const from = time.now();
    await time.pass(300);
    expect(at[4]! - from).to.be.within(150, 250);
  });

  it('says nothing when nothing has changed', async () => {
    const { time, cluster, changes } = await liveViewer();
    cluster.bookmark();
    await time.pass(200_000);
    expect(changes).to.deep.equal([]);
  });

  it('replaces an object whose name comes back with another uid', async () => {
    const { time, cluster, collection, changes } = await liveViewer();
    const before = collection.find('demo', 'a');
    const metadata = { ...storage('a').metadata, uid: 'another' };
    cluster.apply({ ...storage('a'), metadata });
    await time.pass(100);
    expect(collection.objects.size).to.equal(2);
    expect(collection.find('demo', 'a')?.metadata?.uid).to.equal('another');
    expect(changes.flatMap(({ removed }) => removed.map(({ metadata }) => metadata?.uid))).to.deep.equal([
      before?.metadata?.uid,
    ]);
  });

  it('replaces it although its deletion was never seen', async () => {
    const { time } = world();
    let send: (object: KubernetesObject) => void = () => {};
    const made = (uid: string): BackupStorage => ({
      metadata: { namespace: 'demo', name: 'a', uid, resourceVersion: uid },
    });
    const source = {
      list: async <T extends KubernetesObject>() => ({ items: [made('1') as T], resourceVersion: '1' }),
      get: () => Promise.reject(new Error('not asked')),
      async *watch<T extends KubernetesObject>(): AsyncGenerator<WatchEvent<T>> {
        for (;;) {
          const object = await new Promise<KubernetesObject>((resolve) => (send = resolve));
          yield { type: 'ADDED' as const, object: object as T };
        }
      },
    };
    const { collection, changes } = viewer({ time, source });
    await time.pass(100);
    send(made('2'));
    await time.pass(100);
    expect([...collection.objects.keys()]).to.deep.equal(['2']);
    expect(changes[1]?.removed.map(({ metadata }) => metadata?.uid)).to.deep.equal(['1']);
    expect(changes[1]?.upserted.map(({ metadata }) => metadata?.uid)).to.deep.equal(['2']);
  });

  it('knows objects without uid by namespace and name', async () => {
    const time = new LiveTime();
    let items: KubernetesObject[] = [{ metadata: { namespace: 'x', name: 'a' } }, { metadata: { name: 'a' } }];
    const source = {
      list: async <T extends KubernetesObject>() => ({ items: items as T[], resourceVersion: '' }),
      get: () => Promise.reject(new Error('not asked')),
    };
    const { collection, names, changes } = viewer({ time, source });
    await time.pass(100);
    expect(names()).to.deep.equal(['/a', 'x/a']);
    expect(collection.find('x', 'a')).to.equal(items[0]);
    items = [{ metadata: { name: 'a', labels: { new: 'yes' } } }];
    await time.pass(40_000);
    expect(names()).to.deep.equal(['/a']);
    expect(collection.find('', 'a')).to.equal(items[0]);
    expect(namesOf(changes.at(-1)?.removed ?? [])).to.deep.equal(['x/a']);
  });

  it('leaves out what has no name either', async () => {
    const time = new LiveTime();
    const source = {
      list: async <T extends KubernetesObject>() => ({ items: [{}, { metadata: {} }] as T[], resourceVersion: '' }),
      get: () => Promise.reject(new Error('not asked')),
    };
    const { collection } = viewer({ time, source });
    await time.pass(100);
    expect(collection.objects.size).to.equal(0);
    expect(collection.status.complete).to.equal(true);
  });
});

describe('live collection: listeners', () => {
  it('serves all of them with one watch, and stops everything with the last', async () => {
    const { time, cluster, collection, stop, calls } = await liveViewer();
    const second = viewer({ time, source: {} as never }, {}, collection);
    await time.pass(100);
    expect(calls).to.deep.equal([]);
    stop();
    cluster.apply(storage('c'));
    await time.pass(100);
    expect(second.changes).to.have.length(1);
    second.stop();
    await settled();
    expect(cluster.openWatches).to.equal(0);
    expect(time.pending).to.equal(0);
    expect(time.wakers).to.equal(0);
    expect(collection.status.state).to.equal('idle');
    expect(collection.objects.size).to.equal(0);
  });

  it('does not call one that left while the others were called', async () => {
    const { time, cluster, collection } = await liveViewer();
    let called = 0;
    const leavers = [0, 1].map(() =>
      collection.subscribe(() => {
        called += 1;
        for (const leave of leavers) leave();
      }),
    );
    cluster.apply(storage('c'));
    await time.pass(100);
    expect(called).to.equal(1);
  });

  it('calls the others although one throws', async () => {
    const { time, cluster, collection } = await liveViewer();
    const fault = new Error('a listener of the host');
    const leave = collection.subscribe(() => {
      throw fault;
    });
    const { changes } = viewer({ time, source: {} as never }, {}, collection);
    cluster.apply(storage('c'));
    let thrown: unknown;
    await time.pass(100).catch((error: unknown) => (thrown = error));
    expect(thrown).to.equal(fault);
    expect(changes).to.have.length(1);
    leave();
    cluster.apply(storage('d'));
    await time.pass(300);
    expect(changes).to.have.length(2);
  });

  it('can be left and entered again', async () => {
    const { time, cluster, collection, stop, names } = await liveViewer();
    stop();
    stop();
    cluster.apply(storage('c'));
    await time.pass(100);
    const again = viewer({ time, source: {} as never }, {}, collection);
    await time.pass(100);
    expect(names()).to.deep.equal(['demo/a', 'demo/b', 'demo/c']);
    expect(again.states()).to.deep.equal(['live']);
    expect(cluster.openWatches).to.equal(1);
  });

  it('never hears an answer to what was left', async () => {
    const { time, cluster, source } = world();
    const hold = cluster.faults.hold({ when: isList });
    const { stop, changes, collection } = viewer({ time, source });
    await time.pass(100);
    stop();
    hold.release();
    await time.pass(1_000);
    expect(changes.flatMap(({ upserted }) => upserted)).to.deep.equal([]);
    expect(collection.objects.size).to.equal(0);
    expect(time.pending).to.equal(0);
  });

  it('never hears it from a source that ignores the signal either', async () => {
    const { time } = world();
    const answers: ((page: ListPage<never>) => void)[] = [];
    const source = {
      list: <T extends KubernetesObject>() => new Promise<ListPage<T>>((resolve) => answers.push(resolve as never)),
      get: () => Promise.reject(new Error('not asked')),
    };
    const { collection, names } = viewer({ time, source });
    await time.pass(100);
    collection.refresh();
    await time.pass(100);
    expect(answers).to.have.length(2);
    const page = (name: string) => ({ items: [storage(name) as never], resourceVersion: '1' });
    answers[1]?.(page('new'));
    await time.pass(100);
    answers[0]?.(page('old'));
    await time.pass(100);
    expect(names()).to.deep.equal(['demo/new']);
  });
});

describe('live collection: refresh', () => {
  it('lists again and keeps what is shown until the answer comes', async () => {
    const { time, cluster, collection, names, calls, changes } = await liveViewer();
    const a = collection.find('demo', 'a');
    cluster.faults.stallWatches();
    cluster.remove(BACKUP_STORAGES, { namespace: 'demo', name: 'b' });
    const hold = cluster.faults.hold({ when: isList });
    collection.refresh();
    await time.pass(100);
    expect(names()).to.deep.equal(['demo/a', 'demo/b']);
    expect(collection.status.state).to.equal('loading');
    expect(cluster.openWatches).to.equal(0);
    hold.release();
    await time.pass(100);
    expect(names()).to.deep.equal(['demo/a']);
    expect(collection.status.state).to.equal('live');
    expect(calls.map(({ verb }) => verb)).to.deep.equal(['list', 'watch']);
    expect(cluster.openWatches).to.equal(1);
    expect(collection.find('demo', 'a')).to.equal(a);
    expect(changes.flatMap(({ upserted }) => upserted)).to.deep.equal([]);
  });

  it('asks nothing while nobody listens', async () => {
    const { time, collection, stop, calls } = await liveViewer();
    stop();
    collection.refresh();
    await time.pass(1_000);
    expect(calls).to.deep.equal([]);
  });

  it('gets on after the session ended', async () => {
    const { time, cluster, collection, names, states, statuses } = await liveViewer();
    cluster.faults.authExpired = true;
    cluster.faults.cutWatches();
    await time.pass(5_000);
    const calls = time.pending;
    expect(calls).to.equal(0);
    expect(collection.status.state).to.equal('auth-expired');
    expect(names()).to.deep.equal(['demo/a', 'demo/b']);
    cluster.faults.authExpired = false;
    collection.refresh();
    await time.pass(100);
    cluster.apply(storage('c'));
    await time.pass(100);
    expect(names()).to.deep.equal(['demo/a', 'demo/b', 'demo/c']);
    expect(states().slice(-1)).to.deep.equal(['live']);
    expect(statuses.at(-1)).not.to.have.any.keys('error', 'staleSince');
  });
});

describe('live collection: what no retry mends', () => {
  it('stops at a 401, keeps what is shown, and says it once', async () => {
    const { time, cluster, collection, calls, names, statuses } = await liveViewer();
    cluster.faults.authExpired = true;
    cluster.faults.closeWatches();
    await time.pass(10_000);
    expect(calls.map(({ verb }) => verb)).to.deep.equal(['watch']);
    await time.pass(3_600_000);
    expect(calls).to.have.length(1);
    expect(collection.status).to.include({ state: 'auth-expired' });
    expect(collection.status.error?.code).to.equal('unauthenticated');
    expect(collection.status.staleSince).to.be.a('number');
    expect(new Set(statuses.map(({ error }) => error).filter(Boolean)).size).to.equal(1);
    expect(names()).to.have.length(2);
    expect(time.pending).to.equal(0);
  });

  it('stops every namespace at a 401 of one', async () => {
    const { time, cluster, collection } = await liveViewer({}, { namespaces: ['demo', 'other', 'third'] });
    expect(cluster.openWatches).to.equal(3);
    cluster.faults.fail(401, { when: isWatch, times: Infinity });
    cluster.faults.closeWatches(({ namespace }) => namespace === 'other');
    await time.pass(5_000);
    expect(collection.status.state).to.equal('auth-expired');
    expect(cluster.openWatches).to.equal(0);
    expect(time.pending).to.equal(0);
  });

  it('says when the type is not installed, and looks again when asked to', async () => {
    const { time, cluster, source, calls } = world();
    const undo = cluster.faults.uninstall(BACKUP_STORAGES);
    const { collection } = viewer({ time, source });
    await time.pass(60_000);
    expect(calls).to.have.length(1);
    expect(collection.status).to.include({ state: 'not-installed' });
    undo();
    collection.refresh();
    await time.pass(100);
    expect(collection.status.state).to.equal('live');
    expect(collection.objects.size).to.equal(2);
  });

  it('shows nothing any more when the type is uninstalled', async () => {
    const { time, cluster, collection, changes } = await liveViewer();
    cluster.faults.uninstall(BACKUP_STORAGES);
    cluster.faults.closeWatches();
    await time.pass(5_000);
    expect(collection.status.state).to.equal('not-installed');
    expect(collection.objects.size).to.equal(0);
    expect(namesOf(changes.flatMap(({ removed }) => removed))).to.deep.equal(['demo/a', 'demo/b']);
    expect(collection.status).not.to.have.property('staleSince');
  });

  it('says when one namespace may not be listed', async () => {
    const { time, source, calls } = world({ rules: [] });
    const { collection } = viewer({ time, source }, { namespaces: ['demo'] });
    await time.pass(60_000);
    expect(calls.map(({ verb }) => verb)).to.deep.equal(['list']);
    expect(collection.status.state).to.equal('denied');
    expect(collection.status.error?.message).to.match(/cannot list resource "backupstorages".*"demo"/);
  });
});
