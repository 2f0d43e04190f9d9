import { expect } from 'chai';
import { DataSourceError, type DataSourceErrorCode } from '../../../src/data-source/errors.js';
import type { MemoryCluster } from '../../../src/data-source/memory/index.js';
import type { WatchEvent, WatchOptions } from '../../../src/data-source/types.js';
import { BACKUP_STORAGES } from '../../../src/model/resources.js';
import type { KubernetesObject } from '../../../src/model/types.js';
import { isList, isWatch, liveViewer, manyStorages, namesOf, viewer, world, type Call } from './live-helpers.js';
import { settled, storage } from './memory-helpers.js';

const versions = (calls: readonly Call[]): (string | undefined)[] =>
  calls.map(({ options }) => options.resourceVersion);
const gaps = (calls: readonly Call[], from: number): number[] =>
  calls.map(({ at }, index) => at - (calls[index - 1]?.at ?? from));

describe('live watch: the course of things', () => {
  it('resumes at once where it was when the server closes', async () => {
    const { time, cluster, collection, names, states, take } = await liveViewer();
    cluster.apply(storage('c'));
    await time.pass(2_000);
    const seen = cluster.resourceVersion;
    const at = time.now();
    cluster.faults.closeWatches();
    await settled();
    const [watch] = take('watch');
    expect(watch).to.include({ at });
    expect(watch?.options.resourceVersion).to.equal(seen);
    cluster.apply(storage('d'));
    await time.pass(100);
    expect(names()).to.have.length(4);
    expect(states()).to.deep.equal(['live']);
    expect(collection.status.error).to.equal(undefined);
  });

  it('resumes from the last bookmark', async () => {
    const { time, cluster, take } = await liveViewer();
    cluster.apply({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'elsewhere' } });
    const version = cluster.resourceVersion;
    cluster.bookmark();
    await time.pass(2_000);
    cluster.faults.closeWatches();
    await settled();
    expect(versions(take('watch'))).to.deep.equal([version]);
  });

  it('asks for a new watch now and then, each of another length', async () => {
    const { time, take } = await liveViewer();
    time.chance = () => 0.999;
    await time.pass(450_000);
    time.chance = () => 0;
    await time.pass(600_000);
    expect(take('watch').map(({ options }) => options.timeoutSeconds)).to.deep.equal([600, 300]);
  });

  it('stays live on bookmarks alone', async () => {
    const { time, calls, states, collection, cluster } = await liveViewer();
    await time.pass(400_000);
    expect(states()).to.deep.equal([]);
    expect(calls).to.have.length(0);
    expect(cluster.openWatches).to.equal(1);
    cluster.apply(storage('c'));
    await time.pass(20);
    expect(collection.status.lastSync).to.equal(time.now() - 20);
  });

  it('opens no second watch while one is open', async () => {
    const { time, cluster } = await liveViewer();
    let most = 0;
    for (let turn = 0; turn < 200; turn += 1) {
      if (turn % 3 === 0) cluster.faults.closeWatches();
      if (turn % 7 === 0) cluster.faults.cutWatches();
      if (turn % 31 === 0) cluster.faults.expireWatches();
      await time.pass(700);
      most = Math.max(most, cluster.openWatches);
    }
    expect(most).to.equal(1);
  });
});

describe('live watch: trouble', () => {
  it('backs off with full jitter and keeps the resourceVersion', async () => {
    const { time, cluster, states, take, collection } = await liveViewer();
    const version = cluster.resourceVersion;
    const undo = cluster.faults.disconnect({ times: Infinity });
    time.chance = () => 0.999_999;
    cluster.faults.cutWatches();
    const from = time.now();
    await time.pass(58_000);
    const watches = take('watch');
    expect(gaps(watches, from).map(Math.round)).to.deep.equal([800, 1_600, 3_200, 6_400, 12_800, 25_600]);
    expect(new Set(versions(watches))).to.deep.equal(new Set([version]));
    expect(states()).to.deep.equal(['reconnecting']);
    expect(collection.status.error?.code).to.equal('unreachable');
    time.chance = () => 0;
    undo();
    await time.pass(30_000);
    expect(collection.status.state).to.equal('live');
  });

  it('never waits longer than half a minute, and not at all by the luck of the draw', async () => {
    const { time, cluster, take, calls } = await liveViewer();
    const undo = cluster.faults.disconnect({ times: Infinity });
    time.chance = () => 0.999_999;
    cluster.faults.cutWatches();
    await time.pass(600_000);
    expect(Math.max(...gaps(calls, calls[0]!.at))).to.be.at.most(30_000);
    undo();
    await time.pass(300_000);
    take('watch');
    cluster.faults.disconnect({ times: 3 });
    time.chance = () => 0;
    const from = time.now();
    cluster.faults.cutWatches();
    await time.pass(0);
    expect(take('watch').map(({ at }) => at)).to.deep.equal([from, from, from, from]);
  });

  it('starts from the first delay after two minutes of health', async () => {
    const { time, cluster, take } = await liveViewer();
    time.chance = () => 0.999_999;
    const cut = async (): Promise<number> => {
      const from = time.now();
      take('watch');
      cluster.faults.cutWatches();
      await time.pass(100_000);
      return Math.round(take('watch')[0]!.at - from);
    };
    expect(await cut()).to.equal(800);
    expect(await cut()).to.equal(1_600);
    await time.pass(30_000);
    expect(await cut()).to.equal(800);
  });

  for (const [status, code] of [
    [500, 'internal'],
    [502, 'unavailable'],
    [503, 'unavailable'],
    [504, 'timeout'],
  ] as const)
    it(`gets over a ${status}, when the watch is opened and in the middle of it`, async () => {
      const { time, cluster, names, calls, statuses, collection } = await liveViewer();
      cluster.faults.fail(status, { when: isWatch });
      cluster.faults.failWatches(status);
      cluster.apply(storage('c'));
      await time.pass(5_000);
      expect(calls.map(({ verb }) => verb).slice(0, 2)).to.deep.equal(['watch', 'watch']);
      expect(names()).to.include('demo/c');
      expect(statuses.find(({ error }) => error)?.error?.code).to.equal(code);
      expect(collection.status).to.include({ state: 'live' });
      expect(collection.status).not.to.have.any.keys('error', 'staleSince');
    });

  it('takes a watch that closes at once for a failure', async () => {
    const { time, cluster, calls, states } = await liveViewer();
    for (let turn = 0; turn < 5; turn += 1) {
      cluster.faults.closeWatches();
      await time.pass(0);
    }
    expect(calls.length).to.be.at.most(2);
    await time.pass(5_000);
    expect(states()).to.include('reconnecting');
    cluster.bookmark();
    await time.pass(100);
    expect(states().at(-1)).to.equal('live');
  });

  it('does not take a short watch for a failure when it got on', async () => {
    const { time, cluster, states, calls, names } = await liveViewer();
    for (let turn = 0; turn < 5; turn += 1) {
      cluster.apply(storage(`c${turn}`));
      await settled();
      cluster.faults.closeWatches();
      await settled();
    }
    await time.pass(20);
    expect(calls.filter(({ verb }) => verb === 'watch')).to.have.length(5);
    expect(names()).to.have.length(7);
    expect(states()).to.deep.equal(['live']);
  });

  it('does not take a bookmark of the same version for getting on', async () => {
    const { time, cluster, calls } = await liveViewer();
    for (let turn = 0; turn < 20; turn += 1) {
      cluster.bookmark();
      cluster.faults.closeWatches();
      await settled();
    }
    expect(calls.filter(({ verb }) => verb === 'watch').length).to.be.at.most(2);
    await time.pass(0);
  });

  it('obeys Retry-After, in the header and in the body, with a little jitter on top', async () => {
    const { time, cluster, take } = await liveViewer();
    time.chance = () => 0.999_999;
    cluster.faults.fail(429, { retryAfterSeconds: 20, when: isWatch });
    cluster.faults.fail(
      { code: 429, reason: 'TooManyRequests', details: { retryAfterSeconds: 40 } },
      { when: isWatch },
    );
    let from = time.now();
    cluster.faults.closeWatches();
    await time.pass(15_000);
    await time.wake();
    await time.pass(50_000);
    const [refused, again, third] = take('watch');
    expect(refused?.at).to.equal(from);
    expect(again!.at - from).to.be.within(20_000, 20_100);
    from = again!.at;
    expect(third!.at - from).to.be.within(40_000, 40_200);
  });

  it('does not mistake a Retry-After of years for none', async () => {
    const { time, cluster, take } = await liveViewer();
    let longest = 0;
    const { setTimeout } = time;
    Object.assign(time, {
      setTimeout: (callback: () => void, ms: number) => {
        longest = Math.max(longest, ms);
        return setTimeout(callback, ms);
      },
    });
    cluster.faults.fail(429, { retryAfterSeconds: 1e8, when: isWatch });
    cluster.faults.closeWatches();
    await time.pass(100_000);
    expect(take('watch')).to.have.length(1);
    expect(longest).to.be.below(2 ** 31);
  });

  it('stays in trouble until the server has shown that it is there', async () => {
    const { time, cluster, states, collection, statuses } = await liveViewer();
    const since = time.now();
    cluster.faults.cutWatches();
    const hold = cluster.faults.hold();
    await time.pass(30_000);
    expect(states()).to.deep.equal(['reconnecting']);
    expect(collection.status.staleSince).to.equal(since);
    expect(new Set(statuses.map(({ staleSince }) => staleSince))).to.deep.equal(new Set([since]));
    hold.release();
    await time.pass(100);
    expect(collection.status.state).to.equal('live');
    expect(collection.status.lastSync).to.be.within(time.now() - 100, time.now());
  });

  it('counts the time of trouble from its beginning, however many attempts fail', async () => {
    const { time, cluster, collection, statuses } = await liveViewer();
    await time.pass(20_000);
    cluster.bookmark();
    await time.pass(20_000);
    const heard = time.now() - 20_000;
    const since = time.now();
    cluster.faults.offline = true;
    cluster.faults.cutWatches();
    await time.pass(300_000);
    expect(collection.status).to.include({ state: 'reconnecting', staleSince: since, lastSync: heard });
    expect(statuses.every((status) => status.state === 'reconnecting' && status.staleSince === since)).to.equal(true);
  });

  it('asks a silent server for next to nothing before it believes in it', async () => {
    const { time, cluster, take, collection } = await liveViewer();
    cluster.faults.cutWatches();
    await time.pass(5_000);
    expect(take('list').map(({ options }) => options.limit)).to.deep.equal([1]);
    expect(collection.status.state).to.equal('live');
    cluster.faults.cutWatches();
    cluster.faults.fail(503, { when: isList });
    await time.pass(1_500);
    expect(collection.status.state).to.equal('reconnecting');
    await time.pass(10_000);
    expect(take('list')).to.have.length(2);
    expect(collection.status.state).to.equal('live');
    expect(cluster.openWatches).to.equal(1);
  });

  it('asks nothing when the watch speaks for itself', async () => {
    const { time, cluster, take, collection } = await liveViewer();
    cluster.faults.cutWatches();
    cluster.apply(storage('c'));
    await time.pass(5_000);
    expect(take('list')).to.deep.equal([]);
    expect(collection.status.state).to.equal('live');
  });

  it('lists when watching has failed for a minute', async () => {
    const { time, cluster, take, names, collection } = await liveViewer();
    cluster.faults.fail(500, { when: isWatch, times: Infinity });
    cluster.faults.cutWatches();
    cluster.apply(storage('c'));
    await time.pass(50_000);
    expect(names()).not.to.include('demo/c');
    await time.pass(60_000);
    expect(take('list').some(({ options }) => options.limit === 500)).to.equal(true);
    expect(names()).to.include('demo/c');
    expect(collection.status.complete).to.equal(true);
  });

  it('polls where lists come and watches do not, and tries to watch again later', async () => {
    const { time, cluster, collection, names, take } = await liveViewer();
    const undo = cluster.faults.fail(500, { when: isWatch, times: Infinity });
    cluster.faults.cutWatches();
    await time.pass(240_000);
    expect(collection.status.state).to.equal('polling');
    expect(collection.status.error).to.equal(undefined);
    take('watch');
    cluster.apply(storage('c'));
    await time.pass(40_000);
    expect(names()).to.include('demo/c');
    expect(take('watch')).to.deep.equal([]);
    undo();
    await time.pass(360_000);
    expect(collection.status.state).to.equal('live');
    expect(cluster.openWatches).to.equal(1);
  });

  it('does not poll because the network was gone twice', async () => {
    const { time, cluster, collection } = await liveViewer();
    for (let turn = 0; turn < 3; turn += 1) {
      cluster.faults.offline = true;
      cluster.faults.cutWatches();
      await time.pass(200_000);
      cluster.faults.offline = false;
      await time.pass(120_000);
      expect(collection.status.state).to.equal('live');
    }
  });

  it('gets on from the first list that fails', async () => {
    const { time, cluster, source } = world({ objects: manyStorages(600) });
    cluster.faults.offline = true;
    const { collection, states } = viewer({ time, source });
    await time.pass(60_000);
    expect(states()).to.deep.equal(['reconnecting']);
    expect(collection.status).to.include({ complete: false });
    cluster.faults.offline = false;
    await time.pass(60_000);
    expect(collection.status).to.include({ state: 'live', complete: true });
    expect(collection.objects.size).to.equal(600);
  });

  it('gives up on a list that never comes', async () => {
    const { time, cluster, source } = world();
    const hold = cluster.faults.hold({ times: 1 });
    const { collection } = viewer({ time, source });
    await time.pass(140_000);
    expect(collection.status.state).to.equal('loading');
    await time.pass(20_000);
    expect(collection.status.state).to.equal('live');
    expect(hold.waiting).to.equal(0);
  });
});

describe('live watch: an expired resourceVersion', () => {
  /** What happens while nothing can be heard, and how the client is told that it has missed too much. */
  const ways: [string, (cluster: MemoryCluster, happens: () => void) => void][] = [
    [
      'as an answer',
      (cluster, happens) => {
        cluster.faults.stallWatches();
        happens();
        cluster.faults.expireHistory();
        cluster.faults.cutWatches();
      },
    ],
    [
      'as an event',
      (cluster, happens) => {
        cluster.faults.expireWatches();
        happens();
      },
    ],
  ];
  for (const [way, expire] of ways)
    it(`lists again and swaps when all has come: ${way}`, async () => {
      const { time, cluster, names, collection, changes, take } = await liveViewer({ objects: manyStorages(1_200) });
      const kept = collection.find('demo', 's-0001');
      const before = names();
      let lists = 0;
      const hold = cluster.faults.hold({ when: (request) => isList(request) && (lists += 1) >= 3 });
      expire(cluster, () => {
        cluster.remove(BACKUP_STORAGES, { namespace: 'demo', name: 's-0700' });
        cluster.apply(storage('t'));
      });
      await time.pass(5_000);
      expect(hold.waiting).to.equal(1);
      expect(names()).to.deep.equal(before);
      expect(changes.flatMap(({ upserted, removed }) => [...upserted, ...removed])).to.deep.equal([]);
      expect(collection.status).to.include({ state: 'reconnecting', complete: true });
      expect(collection.status.staleSince).to.be.within(time.now() - 5_000, time.now());
      expect(collection.status.error).to.equal(undefined);
      hold.release();
      await time.pass(100);
      expect(names()).to.deep.equal([...before.filter((name) => name !== 'demo/s-0700'), 'demo/t']);
      const said = changes.filter(({ upserted, removed }) => upserted.length + removed.length > 0);
      expect(said.map(({ upserted, removed }) => [namesOf(upserted), namesOf(removed)])).to.deep.equal([
        [['demo/t'], ['demo/s-0700']],
      ]);
      expect(collection.find('demo', 's-0001')).to.equal(kept);
      expect(collection.status.state).to.equal('live');
      expect(take('list')).to.have.length(3);
      expect(cluster.openWatches).to.equal(1);
    });

  it('lists at once the first time, and backs off from a server that expires everything', async () => {
    const { time, cluster, calls, collection } = await liveViewer();
    cluster.faults.fail(410, { when: isWatch, times: Infinity });
    const at = time.now();
    cluster.faults.closeWatches();
    await time.pass(0);
    expect(calls.slice(0, 2).map((call) => [call.verb, call.at])).to.deep.equal([
      ['watch', at],
      ['list', at],
    ]);
    await time.pass(300_000);
    expect(calls.length).to.be.below(70);
    cluster.faults.clear();
    await time.pass(30_000);
    expect(collection.status.state).to.equal('live');
  });
});

describe('live watch: a connection that is dead without saying so', () => {
  it('is taken for dead after two and a half minutes', async () => {
    const { time, cluster, names, calls, collection } = await liveViewer();
    cluster.bookmark();
    await time.pass(1_000);
    const undo = cluster.faults.stallWatches();
    cluster.apply(storage('c'));
    await time.pass(148_000);
    expect(calls).to.deep.equal([]);
    await time.pass(2_000);
    expect(calls.map(({ verb }) => verb)).to.deep.equal(['watch']);
    expect(names()).to.include('demo/c');
    expect(collection.status.state).to.equal('live');
    expect(cluster.openWatches).to.equal(1);
    undo();
    cluster.apply(storage('d'));
    await time.pass(100);
    expect(names()).to.have.length(4);
  });

  it('is replaced by a list when it never said anything', async () => {
    const { time, cluster, calls, names, collection, statuses } = await liveViewer();
    cluster.faults.stallWatches();
    cluster.apply(storage('c'));
    await time.pass(149_000);
    expect(calls.map(({ verb }) => verb)).to.deep.equal(['list', 'watch']);
    expect(names()).to.include('demo/c');
    expect(collection.status.state).to.equal('live');
    expect(statuses.map(({ error }) => error).filter(Boolean)).to.deep.equal([]);
  });
});

describe('live watch: a resourceVersion that the server has not reached', () => {
  const tooLarge = {
    code: 504,
    reason: 'Timeout',
    message: 'Too large resource version: 9, current: 8',
    details: { retryAfterSeconds: 1 },
  };

  it('waits a moment without a word', async () => {
    const { time, cluster, calls, statuses } = await liveViewer();
    const version = cluster.resourceVersion;
    cluster.faults.fail(tooLarge, { when: isWatch, times: 2 });
    const from = time.now();
    cluster.faults.closeWatches();
    await time.pass(5_000);
    expect(gaps(calls, from)).to.deep.equal([0, 1_000, 1_000]);
    expect(new Set(versions(calls))).to.deep.equal(new Set([version]));
    expect(statuses).to.deep.equal([]);
  });

  it('lists when the server never reaches it: it was set back', async () => {
    const { time, cluster, take, collection } = await liveViewer();
    cluster.faults.fail(tooLarge, { when: isWatch, times: 3 });
    cluster.faults.closeWatches();
    await time.pass(5_000);
    expect(take('list')).to.have.length(1);
    expect(collection.status.state).to.equal('live');
    expect(cluster.openWatches).to.equal(1);
  });

  it('waits for a list as well', async () => {
    const { time, cluster, source, calls } = world();
    cluster.faults.fail(tooLarge, { when: isList });
    const { states } = viewer({ time, source });
    await time.pass(5_000);
    expect(calls.map(({ verb }) => verb)).to.deep.equal(['list', 'list', 'watch']);
    expect(states()).to.deep.equal(['loading', 'live']);
  });
});

describe('live watch: refusals', () => {
  it('does not take a webhook for a lack of rights', async () => {
    const { time, cluster, source, calls } = world();
    const denial = {
      code: 403,
      reason: 'Forbidden',
      message: 'admission webhook "x.kubestash.com" denied the request: not today',
    };
    cluster.faults.fail(denial, { when: isList });
    const { collection, states } = viewer({ time, source });
    await time.pass(500);
    cluster.faults.fail(denial, { when: isWatch });
    cluster.faults.cutWatches();
    await time.pass(10_000);
    expect(states()).to.deep.equal(['reconnecting', 'live', 'reconnecting', 'live']);
    expect(calls.map(({ verb }) => verb)).not.to.include('namespaces');
    expect(collection.status.state).to.equal('live');
    expect(cluster.openWatches).to.equal(1);
  });

  it('lists when the server makes nothing of the resourceVersion', async () => {
    const { time, cluster, take, collection } = await liveViewer();
    cluster.faults.fail(
      { code: 400, reason: 'BadRequest', message: 'resourceVersion: Invalid value' },
      { when: isWatch },
    );
    cluster.faults.closeWatches();
    await time.pass(5_000);
    expect(take('list').map(({ options }) => options.limit)).to.deep.equal([500]);
    expect(collection.status.state).to.equal('live');
  });

  it('wraps whatever a careless source throws', async () => {
    const codes: [unknown, DataSourceErrorCode][] = [
      [new TypeError('Failed to fetch'), 'unreachable'],
      ['a string', 'internal'],
      [new DataSourceError('protocol', 'HTML'), 'protocol'],
    ];
    for (const [thrown, code] of codes) {
      const { time, source } = world();
      let thrownYet = false;
      const careless = {
        ...source,
        watch<T extends KubernetesObject>(
          type: typeof BACKUP_STORAGES,
          options: WatchOptions,
        ): AsyncIterable<WatchEvent<T>> {
          if (thrownYet) return source.watch!<T>(type, options);
          thrownYet = true;
          throw thrown;
        },
      };
      const { collection, statuses } = viewer({ time, source: careless });
      await time.pass(10_000);
      expect(statuses.find(({ error }) => error)?.error?.code).to.equal(code);
      expect(collection.status.state).to.equal('live');
    }
  });
});

describe('live watch: when the page wakes', () => {
  it('tries again at once instead of waiting', async () => {
    const { time, cluster, collection, calls } = await liveViewer();
    time.chance = () => 0.999_999;
    cluster.faults.offline = true;
    cluster.faults.cutWatches();
    await time.pass(58_000);
    const tried = calls.length;
    cluster.faults.offline = false;
    await time.wake();
    expect(calls.length).to.equal(tried + 1);
    await time.pass(2_000);
    expect(collection.status.state).to.equal('live');
  });

  it('opens a new watch when the old one has been quiet', async () => {
    const { time, cluster, take, states, names } = await liveViewer();
    await time.pass(5_000);
    await time.wake();
    expect(take('watch')).to.deep.equal([]);
    await time.pass(20_000);
    cluster.faults.stallWatches();
    cluster.apply(storage('c'));
    await time.wake();
    expect(take('watch')).to.have.length(1);
    await time.pass(100);
    expect(names()).to.include('demo/c');
    expect(states()).to.deep.equal(['live']);
    expect(cluster.openWatches).to.equal(1);
  });

  it('finds out soon that the server is gone', async () => {
    const { time, cluster, collection } = await liveViewer();
    await time.pass(20_000);
    cluster.faults.hold({ when: isWatch });
    cluster.faults.disconnect({ when: isList });
    await time.wake();
    await time.pass(1_100);
    expect(collection.status.state).to.equal('reconnecting');
  });

  it('says that what is shown is old after a long sleep', async () => {
    const { time, cluster, collection, names } = await liveViewer();
    cluster.faults.stallWatches();
    cluster.apply(storage('c'));
    const lastSync = collection.status.lastSync;
    time.sleep(8 * 3_600_000);
    const hold = cluster.faults.hold();
    await time.wake();
    await time.pass(100);
    expect(collection.status).to.include({ state: 'reconnecting', lastSync });
    hold.release();
    await time.pass(3_000);
    expect(collection.status.state).to.equal('live');
    expect(names()).to.include('demo/c');
  });
});
