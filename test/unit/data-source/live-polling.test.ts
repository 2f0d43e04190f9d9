import { expect } from 'chai';
import { BACKUP_STORAGES, REPOSITORIES } from '../../../src/model/resources.js';
import { LiveCollection, leaseCollection } from '../../../src/data-source/live/index.js';
import { isList, isWatch, liveViewer, viewer, world } from './live-helpers.js';
import { settled, storage } from './memory-helpers.js';

const LIST_ONLY = [{ verbs: ['list'], resources: ['*'] }];

describe('live polling', () => {
  it('lists every half minute where the source has no watch', async () => {
    const { time, cluster, collection, names, take, states } = await liveViewer({ watch: false });
    expect(collection.status).to.include({ state: 'polling', complete: true });
    cluster.apply(storage('c'));
    cluster.remove(BACKUP_STORAGES, { namespace: 'demo', name: 'a' });
    await time.pass(29_000);
    expect(names()).to.deep.equal(['demo/b', 'demo/c']);
    await time.pass(300_000);
    expect(take('list')).to.have.length(11);
    expect(states()).to.deep.equal(['polling']);
    expect(collection.status.error).to.equal(undefined);
  });

  it('varies the interval by a fifth', async () => {
    const { time, calls } = await liveViewer({ watch: false });
    await time.pass(28_000);
    time.chance = () => 0;
    await time.pass(30_000);
    time.chance = () => 0.999_999;
    await time.pass(80_000);
    const at = calls.map((call) => call.at);
    expect(Math.round(at[1]! - at[0]!)).to.equal(30_000);
    expect(Math.round(at[2]! - at[1]!)).to.equal(24_000);
    expect(Math.round(at[3]! - at[2]!)).to.equal(36_000);
  });

  it('polls where listing is allowed and watching is not', async () => {
    const { time, cluster, source, calls } = world({ rules: LIST_ONLY });
    const { collection, names, states } = viewer({ time, source });
    await time.pass(1_000);
    expect(collection.status.state).to.equal('polling');
    cluster.apply(storage('c'));
    await time.pass(40_000);
    expect(names()).to.include('demo/c');
    expect(states().at(-1)).to.equal('polling');
    await time.pass(3_600_000);
    expect(calls.filter(({ verb }) => verb === 'watch')).to.have.length(1);
  });

  for (const [status, words] of [
    [405, 'the method is not allowed'],
    [404, 'something in between knows no watches'],
  ] as const)
    it(`polls where ${words}`, async () => {
      const { time, cluster, source, calls } = world();
      cluster.faults.fail(status, { when: isWatch, times: Infinity });
      const { collection } = viewer({ time, source });
      await time.pass(100_000);
      expect(collection.status).to.include({ state: 'polling', complete: true });
      expect(calls.filter(({ verb }) => verb === 'watch')).to.have.length(1);
      expect(collection.objects.size).to.equal(2);
    });

  it('says when a poll fails, and that what is shown is from the last one that came', async () => {
    const { time, cluster, collection, statuses } = await liveViewer({ watch: false });
    const lastSync = collection.status.lastSync;
    cluster.faults.fail(500, { when: isList, times: 2 });
    await time.pass(28_500);
    expect(collection.status).to.include({ state: 'reconnecting', lastSync });
    expect(collection.status.staleSince! - lastSync!).to.be.within(24_000, 36_000);
    await time.pass(5_000);
    expect(collection.status.state).to.equal('polling');
    expect(statuses.at(-1)).not.to.have.any.keys('staleSince', 'error');
  });

  it('waits while nobody looks, and asks at once when somebody does', async () => {
    const { time, cluster, names, calls } = await liveViewer({ watch: false });
    time.isHidden = true;
    await time.pass(600_000);
    expect(calls).to.have.length(0);
    cluster.apply(storage('c'));
    time.isHidden = false;
    await time.wake();
    await time.pass(20);
    expect(names()).to.include('demo/c');
    expect(calls).to.have.length(1);
    await time.pass(30_000);
    expect(calls).to.have.length(2);
  });

  it('does not ask each time that somebody looks', async () => {
    const { time, calls } = await liveViewer({ watch: false });
    for (let turn = 0; turn < 10; turn += 1) await time.wake();
    expect(calls).to.have.length(0);
    await time.pass(20_000);
    for (let turn = 0; turn < 10; turn += 1) await time.wake();
    expect(calls).to.have.length(1);
  });

  it('stops when nobody listens', async () => {
    for (const isHidden of [false, true]) {
      const { time, calls, stop } = await liveViewer({ watch: false });
      time.isHidden = isHidden;
      await time.pass(40_000);
      calls.length = 0;
      stop();
      await time.pass(100_000);
      expect(calls).to.deep.equal([]);
      expect(time.pending).to.equal(0);
    }
  });
});

describe('live polling: a page has few connections', () => {
  const six = ['n1', 'n2', 'n3', 'n4', 'n5', 'n6'];

  it('watches four namespaces and polls the others', async () => {
    const { time, cluster, collection, names } = await liveViewer({}, { namespaces: six });
    expect(cluster.openWatches).to.equal(4);
    expect(collection.status).to.include({ state: 'polling', complete: true });
    for (const namespace of six) cluster.apply(storage('x', undefined, namespace));
    await time.pass(100);
    expect(names()).to.have.length(4);
    await time.pass(40_000);
    expect(names()).to.have.length(6);
    expect(cluster.openWatches).to.equal(4);
  });

  it('counts every collection of a source, and gives a free place away at once', async () => {
    const seen = await liveViewer({}, { namespaces: six.slice(0, 4) });
    const { time, cluster, source, calls, stop } = seen;
    const other = new LiveCollection(source, REPOSITORIES, { environment: time });
    const leave = other.subscribe(() => {});
    await time.pass(100);
    expect(cluster.openWatches).to.equal(4);
    expect(other.status.state).to.equal('polling');
    calls.length = 0;
    stop();
    await settled();
    expect(cluster.openWatches).to.equal(1);
    await time.pass(2_000);
    expect(other.status.state).to.equal('live');
    expect(calls.map(({ verb, options }) => [verb, options.limit])).to.deep.equal([
      ['watch', undefined],
      ['list', 1],
    ]);
    leave();
  });

  it('keeps the place through trouble', async () => {
    const { time, cluster, source } = world();
    const first = viewer({ time, source }, { namespaces: six });
    await time.pass(2_000);
    for (let turn = 0; turn < 10; turn += 1) {
      cluster.faults.cutWatches();
      await time.pass(3_000);
      expect(cluster.openWatches).to.be.at.most(4);
    }
    await time.pass(60_000);
    expect(cluster.openWatches).to.equal(4);
    first.stop();
    const second = viewer({ time, source }, { namespaces: six });
    await time.pass(2_000);
    expect(cluster.openWatches).to.equal(4);
    second.stop();
  });

  it('takes the places of what is kept for a while though nobody uses it: the oldest first', async () => {
    const { time, cluster, source } = world();
    const states: string[] = [];
    // As somebody who opens one storage after the other, and goes on within the seconds for which the last is kept.
    for (const name of ['s1', 's2', 's3', 's4', 's5', 's6', 's7']) {
      const lease = leaseCollection(source, BACKUP_STORAGES, {
        fieldSelector: `metadata.name=${name}`,
        environment: time,
      });
      const stop = lease.collection.subscribe((_change, status) => states.push(status.state));
      await time.pass(100);
      expect(lease.collection.status.state).to.equal('live');
      expect(cluster.openWatches).to.be.at.most(4);
      stop();
      lease.release();
    }
    expect(states).not.to.include('polling');
    expect(cluster.openWatches).to.equal(4);
    // What was given up is not found again; the newest is.
    const [first, last] = ['s1', 's7'].map((name) =>
      leaseCollection(source, BACKUP_STORAGES, { fieldSelector: `metadata.name=${name}`, environment: time }),
    );
    expect([first!.collection.status.state, last!.collection.status.state]).to.deep.equal(['idle', 'live']);
    await time.pass(10_000);
    expect(cluster.openWatches).to.equal(2);
    for (const lease of [first!, last!]) lease.release();
    await time.pass(10_000);
    expect(cluster.openWatches).to.equal(0);
    expect(time.pending).to.equal(0);
  });
});
