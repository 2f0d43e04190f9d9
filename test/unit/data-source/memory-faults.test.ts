import { expect } from 'chai';
import { MemoryCluster, type RequestInfo } from '../../../src/data-source/memory/index.js';
import { BACKUP_STORAGES, SECRETS } from '../../../src/model/resources.js';
import type { BackupStorage } from '../../../src/model/types.js';
import { errorOf, FakeTime, isPending, namespace, nextEvent, secret, settled, storage } from './memory-helpers.js';

function setup() {
  const time = new FakeTime();
  const cluster = new MemoryCluster({ objects: [namespace('demo'), storage('a')], ...time, operator: false });
  const source = cluster.dataSource();
  const watch = () =>
    source.watch<BackupStorage>(BACKUP_STORAGES, { resourceVersion: cluster.resourceVersion })[Symbol.asyncIterator]();
  const list = () => source.list(BACKUP_STORAGES);
  const create = (name: string) => source.create(SECRETS, secret(name, {}));
  return { time, cluster, faults: cluster.faults, source, watch, list, create };
}

describe('memory cluster: faults of requests', () => {
  it('fails the next requests, and no more', async () => {
    const { faults, list } = setup();
    faults.fail(500, { times: 2 });
    expect(await errorOf(list())).to.include({ code: 'internal', status: 500 });
    expect((await errorOf(list())).code).to.equal('internal');
    expect((await list()).items).to.have.length(1);
    const codes: [number, string][] = [
      [401, 'unauthenticated'],
      [403, 'forbidden'],
      [410, 'expired'],
      [429, 'throttled'],
      [502, 'unavailable'],
      [503, 'unavailable'],
      [504, 'timeout'],
    ];
    for (const [status, code] of codes) {
      faults.fail(status);
      expect(await errorOf(list())).to.include({ code, status });
    }
    faults.fail(429, { retryAfterSeconds: 7 });
    expect((await errorOf(list())).retryAfterMs).to.equal(7000);
    faults.fail({ code: 429, reason: 'TooManyRequests', message: 'slow down', details: { retryAfterSeconds: 3 } });
    expect(await errorOf(list())).to.include({ message: 'slow down', retryAfterMs: 3000 });
  });

  it('fails the requests that are meant', async () => {
    const { faults, source, list, create } = setup();
    const undo = faults.fail(500, { times: Infinity, when: ({ verb, type }) => verb === 'create' && type === SECRETS });
    await list();
    expect((await errorOf(create('s'))).code).to.equal('internal');
    expect((await errorOf(create('s'))).code).to.equal('internal');
    await source.create(BACKUP_STORAGES, storage('b'));
    undo();
    await create('s');
    faults.fail(500);
    faults.offline = true;
    faults.clear();
    await list();
  });

  it('breaks connections: what became of a write is unknown', async () => {
    const { cluster, faults, source, list, create } = setup();
    faults.disconnect();
    const read = await errorOf(list());
    expect(read.code).to.equal('unreachable');
    expect(read.outcome).to.equal(undefined);
    faults.disconnect();
    expect(await errorOf(create('s'))).to.include({ code: 'unreachable', outcome: 'unknown' });
    expect(cluster.objects(SECRETS)).to.deep.equal([]);
    faults.loseAnswer();
    expect(await errorOf(create('s'))).to.include({ code: 'unreachable', outcome: 'unknown' });
    expect(cluster.objects(SECRETS)).to.have.length(1);
    faults.fail(504);
    expect((await errorOf(create('t'))).outcome).to.equal('unknown');
    faults.fail(503);
    expect((await errorOf(create('t'))).outcome).to.equal('not-applied');
    faults.disconnect();
    const dry = await errorOf(source.create(SECRETS, secret('t', {}), { dryRun: true }));
    expect(dry.outcome).to.equal(undefined);
    faults.offline = true;
    expect((await errorOf(source.review([]))).code).to.equal('unreachable');
    faults.offline = false;
    await list();
  });

  it('expires the login', async () => {
    const { faults, source, list } = setup();
    faults.authExpired = true;
    for (const promise of [list(), source.namespaces(), source.review([]), source.schema(BACKUP_STORAGES)])
      expect(await errorOf(promise)).to.include({ code: 'unauthenticated', status: 401, message: 'Unauthorized' });
    faults.authExpired = false;
    await list();
  });

  it('takes time, and can be aborted meanwhile', async () => {
    const { time, cluster, faults, source, list, create } = setup();
    faults.latencyMs = 100;
    const slow = list();
    expect(await isPending(slow)).to.equal(true);
    time.advance(99);
    expect(await isPending(slow)).to.equal(true);
    time.advance(1);
    expect((await slow).items).to.have.length(1);
    faults.latencyMs = ({ verb }) => (verb === 'create' ? 50 : 0);
    await list();
    const controller = new AbortController();
    const written = errorOf(source.create(SECRETS, secret('s', {}), { signal: controller.signal }));
    await settled();
    controller.abort();
    expect(await written).to.include({ code: 'aborted', outcome: 'unknown' });
    expect(time.pending).to.equal(0);
    const late = errorOf(source.create(SECRETS, secret('s', {}), { signal: controller.signal }));
    expect(await late).to.include({ code: 'aborted', outcome: 'not-applied' });
    expect((await errorOf(source.list(SECRETS, { signal: controller.signal }))).code).to.equal('aborted');
    expect(cluster.objects(SECRETS)).to.deep.equal([]);
    const created = create('s');
    await settled();
    time.advance(50);
    await created;
  });

  it('notices an abort right after the call', async () => {
    const { cluster, source } = setup();
    const during = async (act: (signal: AbortSignal) => Promise<unknown>) => {
      const controller = new AbortController();
      const error = errorOf(act(controller.signal));
      controller.abort();
      return error;
    };
    expect((await during((signal) => source.list(BACKUP_STORAGES, { signal }))).code).to.equal('aborted');
    const write = await during((signal) => source.create(SECRETS, secret('s', {}), { signal }));
    expect(write).to.include({ code: 'aborted', outcome: 'unknown' });
    expect(cluster.objects(SECRETS)).to.deep.equal([]);
  });

  it('holds requests until they are released', async () => {
    const { faults, source, list } = setup();
    const hold = faults.hold({ when: ({ verb }) => verb === 'list' });
    const [first, second] = [list(), list()];
    const controller = new AbortController();
    const aborted = errorOf(source.list(BACKUP_STORAGES, { signal: controller.signal }));
    expect(await isPending(first)).to.equal(true);
    expect(hold.waiting).to.equal(3);
    await source.get(BACKUP_STORAGES, { namespace: 'demo', name: 'a' });
    controller.abort();
    expect((await aborted).code).to.equal('aborted');
    expect(hold.waiting).to.equal(2);
    hold.release();
    expect((await first).items).to.deep.equal((await second).items);
    expect(hold.waiting).to.equal(0);
    await list();
  });

  it('holds before it fails', async () => {
    const { faults, list } = setup();
    const hold = faults.hold({ times: 1 });
    faults.fail(503);
    const first = errorOf(list());
    await settled();
    expect(hold.waiting).to.equal(1);
    await list();
    hold.release();
    expect((await first).code).to.equal('unavailable');
  });

  it('lets every request be seen, without bodies', async () => {
    const { cluster, source, create } = setup();
    const seen: RequestInfo[] = [];
    const stop = cluster.observe((request) => seen.push(request));
    await source.create(SECRETS, secret('s', { password: 'hunter2' }), { dryRun: true });
    await source.list(BACKUP_STORAGES, { namespace: 'demo' });
    await source.namespaces();
    stop();
    await create('t');
    const user = source.user;
    expect(seen).to.deep.equal([
      { verb: 'create', type: SECRETS, namespace: 'demo', name: 's', user, dryRun: true },
      { verb: 'list', type: BACKUP_STORAGES, namespace: 'demo', name: '', user, dryRun: false },
      { verb: 'namespaces', namespace: '', name: '', user, dryRun: false },
    ]);
  });
});

describe('memory cluster: faults of watches', () => {
  it('refuses to open', async () => {
    const { cluster, faults, watch } = setup();
    faults.fail(500, { when: ({ verb }) => verb === 'watch' });
    expect((await errorOf(watch().next())).code).to.equal('internal');
    faults.disconnect();
    expect((await errorOf(watch().next())).code).to.equal('unreachable');
    expect(cluster.openWatches).to.equal(0);
  });

  it('cuts, and loses what was on the way', async () => {
    const { cluster, faults, watch } = setup();
    const [idle, waiting] = [watch(), watch()];
    const next = nextEvent(waiting);
    const first = nextEvent(idle);
    await settled();
    cluster.apply(storage('b'));
    await Promise.all([first, next]);
    cluster.apply(storage('c'));
    faults.cutWatches();
    expect(cluster.openWatches).to.equal(0);
    for (const one of [idle, waiting]) {
      expect((await errorOf(one.next())).code).to.equal('unreachable');
      expect(await one.next()).to.deep.equal({ done: true, value: undefined });
    }
  });

  it('closes in good order, after what was still to be sent', async () => {
    const { cluster, faults, watch } = setup();
    const one = watch();
    const first = nextEvent(one);
    await settled();
    cluster.apply(storage('b'));
    cluster.apply(storage('c'));
    faults.closeWatches();
    expect((await first).object.metadata?.name).to.equal('b');
    expect((await nextEvent(one)).object.metadata?.name).to.equal('c');
    expect(await one.next()).to.deep.equal({ done: true, value: undefined });
    expect(cluster.openWatches).to.equal(0);
  });

  it('sends an error in the stream', async () => {
    const { faults, watch } = setup();
    const next = errorOf(watch().next());
    await settled();
    faults.failWatches({ code: 500, reason: 'InternalError', message: 'etcdserver: no leader' });
    expect(await next).to.include({ code: 'internal', message: 'etcdserver: no leader' });
  });

  it('stalls, bookmarks included, and catches up', async () => {
    const { time, cluster, faults, watch } = setup();
    const one = watch();
    const next = nextEvent(one);
    await settled();
    const resume = faults.stallWatches();
    cluster.apply(storage('b'));
    time.advance(600_000);
    expect(await isPending(next)).to.equal(true);
    expect(cluster.openWatches).to.equal(1);
    resume();
    expect((await next).type).to.equal('ADDED');
    expect((await nextEvent(one)).type).to.equal('BOOKMARK');
    const last = one.next();
    faults.stallWatches();
    await one.return?.();
    expect(await last).to.deep.equal({ done: true, value: undefined });
    expect(cluster.openWatches).to.equal(0);
  });

  it('meets the watches that are meant', async () => {
    const { cluster, faults, source, watch } = setup();
    const secrets = source.watch(SECRETS, { resourceVersion: cluster.resourceVersion })[Symbol.asyncIterator]();
    const [storageEvent, secretEvent] = [errorOf(watch().next()), secrets.next()];
    await settled();
    faults.cutWatches(({ type }) => type === BACKUP_STORAGES);
    expect((await storageEvent).code).to.equal('unreachable');
    expect(await isPending(secretEvent)).to.equal(true);
    cluster.dispose();
    await secretEvent;
  });
});
