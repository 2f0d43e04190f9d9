import { expect } from 'chai';
import { LiveController } from '../../../src/controllers/live-controller.js';
import type { LiveChange, LiveOptions } from '../../../src/data-source/live/index.js';
import type { DataSource } from '../../../src/data-source/types.js';
import { BACKUP_STORAGES } from '../../../src/model/resources.js';
import type { BackupStorage } from '../../../src/model/types.js';
import { isList, namesOf, only, world, type World, type WorldOptions } from '../data-source/live-helpers.js';
import { namespace, settled, storage } from '../data-source/memory-helpers.js';
import { FakeHost } from './fake-host.js';

/** A controller in a host, and what it says: names that came, and a word when it forgot everything. */
function controlled({ time }: World) {
  const host = new FakeHost();
  const said: (string[] | 'left')[] = [];
  const controller = new LiveController<BackupStorage>(
    host,
    BACKUP_STORAGES,
    (change: LiveChange<BackupStorage> | undefined) => said.push(change ? namesOf(change.upserted) : 'left'),
  );
  const connect = (source: DataSource | undefined, options: LiveOptions = {}): void =>
    controller.connect(source, { environment: time, ...options });
  return { host, said, controller, connect };
}

async function shown(options: WorldOptions = {}, asked: LiveOptions = {}) {
  const made = world(options);
  const own = controlled(made);
  own.host.connect();
  own.connect(made.source, asked);
  await made.time.pass(2_000);
  made.calls.length = 0;
  own.said.length = 0;
  own.host.requests = 0;
  return { ...made, ...own };
}

describe('live controller', () => {
  it('holds nothing without a source or outside of the page', async () => {
    const made = world();
    const { controller, host, connect, said } = controlled(made);
    expect(controller.status).to.equal(undefined);
    expect(controller.objects.size).to.equal(0);
    connect(made.source);
    await made.time.pass(1_000);
    expect(made.calls).to.deep.equal([]);
    host.connect();
    await made.time.pass(1_000);
    expect(controller.status?.state).to.equal('live');
    expect(said).to.deep.equal([['demo/a', 'demo/b']]);
    connect(undefined);
    expect(controller.status).to.equal(undefined);
    expect(said).to.deep.equal([['demo/a', 'demo/b'], 'left']);
  });

  it('asks its host to update after each change', async () => {
    const { time, cluster, host, said } = await shown();
    cluster.apply(storage('c'));
    await time.pass(100);
    expect(said).to.deep.equal([['demo/c']]);
    expect(host.requests).to.equal(1);
  });

  it('changes nothing when the same is asked again', async () => {
    const { time, source, calls, said, connect, host } = await shown({}, { namespaces: ['demo'], labelSelector: 'x' });
    for (let turn = 0; turn < 5; turn += 1) connect(source, { namespaces: ['demo'], labelSelector: 'x' });
    await time.pass(1_000);
    expect([calls, said, host.requests]).to.deep.equal([[], [], 0]);
  });

  it('forgets what it had when something else is asked', async () => {
    const objects = [namespace('demo'), namespace('other'), storage('a'), storage('x', undefined, 'other')];
    const { time, source, said, connect, controller } = await shown({ objects }, { namespaces: ['demo'] });
    connect(source, { namespaces: ['other'] });
    expect(said).to.deep.equal(['left']);
    expect(controller.objects.size).to.equal(0);
    await time.pass(1_000);
    expect(said).to.deep.equal(['left', ['other/x']]);
    const second = world({ objects: [storage('s')] });
    connect(second.source, { namespaces: ['demo'], environment: second.time });
    await second.time.pass(1_000);
    expect(said.slice(2)).to.deep.equal(['left', ['demo/s']]);
  });

  it('never hears the answer of what it left', async () => {
    const made = world();
    const hold = made.cluster.faults.hold({ when: isList });
    const { host, connect, said } = controlled(made);
    host.connect();
    connect(made.source);
    await made.time.pass(1_000);
    connect(undefined);
    said.length = 0;
    hold.release();
    await made.time.pass(60_000);
    expect(said).to.deep.equal([]);
    expect(made.cluster.openWatches).to.equal(0);
  });

  it('shares one watch with every host that asks the same', async () => {
    const first = await shown({}, { namespaces: ['demo', 'other'] });
    const second = controlled(first);
    second.host.connect();
    second.connect(first.source, { namespaces: ['other', '', 'demo', 'demo'] });
    // What is there is there at once.
    expect(second.said).to.deep.equal([['demo/a', 'demo/b']]);
    expect(second.controller.status).to.equal(first.controller.status);
    expect(second.host.requests).to.equal(1);
    await first.time.pass(1_000);
    expect(first.calls).to.deep.equal([]);
    first.cluster.apply(storage('c'));
    await first.time.pass(100);
    expect([first.said, second.said.slice(1)]).to.deep.equal([[['demo/c']], [['demo/c']]]);
    const other = controlled(first);
    other.host.connect();
    other.connect(first.source, { namespaces: ['demo'] });
    await first.time.pass(100);
    expect(first.calls.map(({ verb }) => verb)).to.deep.equal(['list', 'watch']);
  });

  it('does not start over when its element is moved in the page', async () => {
    const { time, host, said, calls, controller } = await shown();
    host.disconnect();
    expect(controller.status).to.equal(undefined);
    host.connect();
    expect(said).to.deep.equal(['left', ['demo/a', 'demo/b']]);
    expect(controller.status?.state).to.equal('live');
    await time.pass(60_000);
    expect(calls).to.deep.equal([]);
  });

  it('does not start over on the way there and back, and is current then', async () => {
    const { time, cluster, host, said, calls } = await shown();
    host.disconnect();
    await time.pass(4_000);
    cluster.apply(storage('c'));
    await time.pass(500);
    host.connect();
    await time.pass(100);
    expect(said).to.deep.equal(['left', ['demo/a', 'demo/b', 'demo/c']]);
    expect(calls).to.deep.equal([]);
    expect(cluster.openWatches).to.equal(1);
  });

  it('lets go a few seconds after the last host left', async () => {
    const first = await shown();
    const { time, cluster, source } = first;
    const second = controlled(first);
    second.host.connect();
    second.connect(source);
    first.host.disconnect();
    await time.pass(60_000);
    expect(cluster.openWatches).to.equal(1);
    second.host.disconnect();
    second.host.disconnect();
    await time.pass(4_900);
    expect(cluster.openWatches).to.equal(1);
    await time.pass(200);
    expect(cluster.openWatches).to.equal(0);
    expect(time.pending).to.equal(0);
    expect(time.wakers).to.equal(0);
    first.calls.length = 0;
    first.host.connect();
    await time.pass(1_000);
    expect(first.calls.map(({ verb }) => verb)).to.deep.equal(['list', 'watch']);
  });

  it('leaves nothing behind after many visits', async () => {
    const { time, cluster, host, controller } = await shown();
    for (let visit = 0; visit < 200; visit += 1) {
      host.disconnect();
      await time.pass(visit % 3 === 0 ? 6_000 : 100);
      host.connect();
      await time.pass(50);
    }
    expect(controller.objects.size).to.equal(2);
    expect(cluster.openWatches).to.equal(1);
    host.disconnect();
    await time.pass(6_000);
    expect(cluster.openWatches).to.equal(0);
    expect(time.pending).to.equal(0);
  });

  it('lists again for all when one of them asks for it', async () => {
    const first = await shown();
    const second = controlled(first);
    second.host.connect();
    second.connect(first.source);
    second.controller.refresh();
    await first.time.pass(1_000);
    expect(first.calls.map(({ verb }) => verb)).to.deep.equal(['list', 'watch']);
    expect(first.controller.status?.state).to.equal('live');
  });

  it('looks again where a former visit ended for good', async () => {
    const { time, cluster, host, controller, said } = await shown();
    cluster.faults.authExpired = true;
    cluster.faults.cutWatches();
    await time.pass(3_000);
    expect(controller.status?.state).to.equal('auth-expired');
    host.disconnect();
    cluster.faults.authExpired = false;
    said.length = 0;
    host.connect();
    await time.pass(1_000);
    expect(controller.status?.state).to.equal('live');
    expect(said[0]).to.deep.equal(['demo/a', 'demo/b']);
  });

  it('tries namespaces that it is told of later, of every host', async () => {
    const objects = ['n1', 'n2', 'n3'].flatMap((name) => [namespace(name), storage('x', undefined, name)]);
    const options = { objects, rules: only('n1', 'n2', 'n3'), namespaces: false };
    const first = await shown(options);
    const { time, source, controller, connect, said } = first;
    expect(controller.status?.state).to.equal('denied');
    connect(source, { candidates: () => ['n1'] });
    await time.pass(1_000);
    expect(said).to.deep.equal([['n1/x']]);
    const second = controlled(first);
    second.host.connect();
    second.connect(source, { candidates: () => ['n1', 'n2'] });
    await time.pass(1_000);
    expect(namesOf(controller.objects.values())).to.deep.equal(['n1/x', 'n2/x']);
    expect(controller.objects).to.equal(second.controller.objects);
    first.calls.length = 0;
    connect(source, { candidates: () => ['n1'] });
    await settled();
    expect(first.calls).to.deep.equal([]);
  });
});
