import { expect } from 'chai';
import type { DataSource } from '../../../src/data-source/types.js';
import { BACKUP_STORAGES, NAMESPACES } from '../../../src/model/resources.js';
import type { KubernetesObject } from '../../../src/model/types.js';
import { LiveCollection } from '../../../src/data-source/live/index.js';
import { isList, only, viewer, world } from './live-helpers.js';
import { namespace, settled, storage } from './memory-helpers.js';

const numbered = (count: number): string[] => Array.from({ length: count }, (_, index) => `n${index + 10}`);
const inEach = (names: readonly string[]): KubernetesObject[] =>
  names.flatMap((name) => [namespace(name), storage('x', undefined, name)]);

describe('live namespaces', () => {
  it('lists namespace by namespace where the whole cluster may not be listed', async () => {
    const { time, cluster, source, calls } = world({ objects: inEach(['n1', 'n2', 'n3']), rules: only('n1', 'n2') });
    const { collection, names, states } = viewer({ time, source });
    await time.pass(1_000);
    expect(names()).to.deep.equal(['n1/x', 'n2/x']);
    expect(collection.status).to.include({ state: 'live', complete: true });
    expect(collection.status.namespaces).to.deep.equal(['n1', 'n2']);
    expect(collection.status.deniedNamespaces.size).to.equal(0);
    expect(states()).to.deep.equal(['live']);
    expect(calls.map(({ verb, options }) => [verb, options.namespace ?? ''])).to.deep.equal([
      ['list', ''],
      ['namespaces', ''],
      ['list', 'n1'],
      ['list', 'n2'],
      ['watch', 'n1'],
      ['watch', 'n2'],
    ]);
    cluster.apply(storage('y', undefined, 'n2'));
    cluster.apply(storage('y', undefined, 'n3'));
    await time.pass(100);
    expect(names()).to.deep.equal(['n1/x', 'n2/x', 'n2/y']);
  });

  it('lists at most four at a time, retries among them', async () => {
    const names = numbered(30);
    const { time, cluster, source } = world({ objects: inEach(names), rules: only(...names) });
    cluster.faults.latencyMs = 50;
    cluster.faults.fail(500, { when: (request) => isList(request) && request.namespace > 'n20', times: 60 });
    let running = 0;
    let most = 0;
    const counting: DataSource = {
      ...source,
      async list(type, options) {
        most = Math.max(most, (running += 1));
        try {
          return await source.list(type, options);
        } finally {
          running -= 1;
        }
      },
    };
    const { collection, stop } = viewer({ time, source: counting });
    await time.pass(60_000);
    expect(most).to.equal(4);
    expect(collection.objects.size).to.equal(30);
    expect(collection.status.complete).to.equal(true);
    stop();
  });

  it('does not wait for ever for a namespaces request that hangs', async () => {
    const { time, cluster, source } = world({ objects: inEach(['n1', 'n2']), rules: only('n1') });
    cluster.faults.hold({ when: ({ verb }) => verb === 'namespaces' });
    const { collection, names } = viewer({ time, source }, { candidates: () => ['n1'] });
    await time.pass(200_000);
    expect(names()).to.deep.equal(['n1/x']);
    expect(collection.status.state).to.equal('live');
  });

  it('shows what came, and names those that refused', async () => {
    const { time, source, cluster } = world({ objects: inEach(['n1', 'n2', 'n3']), rules: only('n2') });
    const { collection, names } = viewer({ time, source }, { candidates: () => ['n1', 'n2', 'n3', ''] });
    await time.pass(1_000);
    expect(names()).to.deep.equal(['n2/x']);
    expect(collection.status).to.include({ state: 'live', complete: true });
    expect(collection.status.namespaces).to.deep.equal(['n2']);
    expect([...collection.status.deniedNamespaces.keys()].sort()).to.deep.equal(['n1', 'n3']);
    expect(collection.status.deniedNamespaces.get('n1')).to.include({ code: 'forbidden' });
    expect(cluster.openWatches).to.equal(1);
  });

  it('is denied when every namespace refuses, and when there is none to ask', async () => {
    for (const candidates of [['n1', 'n3'], []]) {
      const { time, source, cluster } = world({ objects: inEach(['n1', 'n2']), rules: [] });
      const { collection } = viewer({ time, source }, { candidates: () => candidates });
      await time.pass(60_000);
      expect(collection.status.state).to.equal('denied');
      expect(collection.status.error?.code).to.equal('forbidden');
      expect([...collection.status.deniedNamespaces.keys()]).to.have.length(candidates.length);
      expect(cluster.openWatches).to.equal(0);
      expect(time.pending).to.equal(0);
    }
  });

  it('does without the namespaces of a source that cannot tell', async () => {
    const { time, source } = world({ objects: inEach(['n1']), rules: only('n1'), namespaces: false });
    const { names } = viewer({ time, source }, { candidates: () => ['n1'] });
    await time.pass(1_000);
    expect(names()).to.deep.equal(['n1/x']);
  });

  it('does not call it a refusal when the namespaces cannot be had just now', async () => {
    const { time, cluster, source } = world({ objects: inEach(['n1']), rules: only('n1') });
    cluster.faults.fail(503, { when: ({ verb }) => verb === 'namespaces', times: 3 });
    const { collection, states, names } = viewer({ time, source });
    await time.pass(60_000);
    expect(states()).to.deep.equal(['reconnecting', 'live']);
    expect(names()).to.deep.equal(['n1/x']);
    expect(collection.status.error).to.equal(undefined);
  });

  it('notices that the session ended while it asks for the namespaces', async () => {
    const { time, cluster, source } = world({ objects: inEach(['n1']), rules: only('n1') });
    cluster.faults.fail(401, { when: ({ verb }) => verb === 'namespaces' });
    const { collection } = viewer({ time, source });
    await time.pass(60_000);
    expect(collection.status.state).to.equal('auth-expired');
  });

  it('tries candidates that come later', async () => {
    const { time, source, calls } = world({
      objects: inEach(['n1', 'n2']),
      rules: only('n1', 'n2'),
      namespaces: false,
    });
    let candidates: string[] = [];
    const { collection, names } = viewer({ time, source }, { candidates: () => candidates });
    await time.pass(1_000);
    expect(collection.status.state).to.equal('denied');
    candidates = ['', 'n1'];
    collection.reconsider();
    await time.pass(1_000);
    expect(names()).to.deep.equal(['n1/x']);
    candidates = ['n1', 'n2'];
    collection.reconsider();
    await time.pass(1_000);
    expect(names()).to.deep.equal(['n1/x', 'n2/x']);
    calls.length = 0;
    collection.reconsider();
    candidates = ['n2'];
    collection.reconsider();
    await time.pass(1_000);
    expect(calls).to.deep.equal([]);
  });

  it('does not reconsider where the whole cluster may be listed', async () => {
    const { time, source, calls } = world();
    let candidates: string[] = [];
    const { collection } = viewer({ time, source }, { candidates: () => candidates });
    await time.pass(1_000);
    calls.length = 0;
    candidates = ['n1'];
    collection.reconsider();
    await time.pass(1_000);
    expect(calls).to.deep.equal([]);
  });

  it('forgets what is in namespaces that are not allowed any more', async () => {
    const rules = [{ verbs: ['*'], resources: ['*'] }] as {
      verbs: string[];
      resources: string[];
      namespaces?: string[];
    }[];
    const { time, cluster, source } = world({ objects: inEach(['n1', 'n2', 'n3']), rules });
    const { collection, names, changes } = viewer({ time, source }, { candidates: () => ['n1', 'n2'] });
    await time.pass(2_000);
    expect(names()).to.deep.equal(['n1/x', 'n2/x', 'n3/x']);
    rules[0]!.namespaces = ['n1'];
    changes.length = 0;
    cluster.faults.expireWatches();
    await time.pass(5_000);
    expect(names()).to.deep.equal(['n1/x']);
    expect(changes.flatMap(({ removed }) => removed)).to.have.length(2);
    expect([...collection.status.deniedNamespaces.keys()]).to.deep.equal(['n2']);
    expect(collection.status.state).to.equal('live');
  });

  it('gets the rest of the namespaces although one is in trouble', async () => {
    const { time, cluster, source } = world({ objects: inEach(['n1', 'n2']), rules: only('n1', 'n2') });
    const undo = cluster.faults.fail(500, {
      when: (request) => isList(request) && request.namespace === 'n2',
      times: Infinity,
    });
    const { collection, names } = viewer({ time, source });
    await time.pass(10_000);
    expect(names()).to.deep.equal(['n1/x']);
    expect(collection.status).to.include({ state: 'reconnecting', complete: false });
    undo();
    await time.pass(60_000);
    expect(names()).to.deep.equal(['n1/x', 'n2/x']);
    expect(collection.status).to.include({ state: 'live', complete: true });
  });

  it('does not look into namespaces for a type that is in none', async () => {
    const { time, source, calls } = world({ rules: only('n1') });
    const collection = new LiveCollection(source, NAMESPACES, { environment: time, candidates: () => ['n1'] });
    const stop = collection.subscribe(() => {});
    await time.pass(1_000);
    expect(collection.status.state).to.equal('denied');
    expect(calls.map(({ verb }) => verb)).to.deep.equal(['list']);
    stop();
  });

  it('stops every request with the last listener', async () => {
    const names = numbered(10);
    const { time, cluster, source, calls } = world({ objects: inEach(names), rules: only(...names) });
    const hold = cluster.faults.hold({ when: (request) => isList(request) && request.namespace > 'n12' });
    const { stop, collection } = viewer({ time, source });
    await time.pass(1_000);
    expect(hold.waiting).to.equal(4);
    calls.length = 0;
    stop();
    await settled();
    expect(hold.waiting).to.equal(0);
    expect(cluster.openWatches).to.equal(0);
    hold.release();
    await time.pass(100_000);
    expect(calls).to.deep.equal([]);
    expect(time.pending).to.equal(0);
    expect(collection.objects.size).to.equal(0);
    expect(cluster.objects(BACKUP_STORAGES)).to.have.length(10);
  });
});
