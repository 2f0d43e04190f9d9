import { expect } from 'chai';
import { Neighbours } from '../../../src/controllers/form/neighbours.js';
import type { KubernetesObject } from '../../../src/model/types.js';
import { only, world, type World, type WorldOptions } from '../data-source/live-helpers.js';
import { namespace, settled, storage } from '../data-source/memory-helpers.js';
import { FakeHost } from './fake-host.js';

const labelled = (name: string, labels: Record<string, string>): KubernetesObject => ({
  ...namespace(name),
  metadata: { name, labels },
});
const OBJECTS = [labelled('demo', { env: 'dev' }), namespace('prod'), storage('a'), storage('b', undefined, 'prod')];

function made(options: WorldOptions = {}) {
  const built: World = world({ objects: OBJECTS, ...options });
  const host = new FakeHost();
  let changes = 0;
  const neighbours = new Neighbours(host, () => (changes += 1), built.time);
  const update = (namespaces: readonly string[] = []): void => {
    neighbours.update({ dataSource: built.source, namespaces });
    host.update();
  };
  /** Lets time pass; a host updates when it was asked to. */
  const pass = async (ms = 1_000): Promise<void> => {
    for (let step = 0; step < 10; step += 1) {
      await built.time.pass(ms / 10);
      host.update();
      await settled();
    }
  };
  host.connect();
  update();
  return { ...built, host, neighbours, update, pass, changes: () => changes };
}

const namesIn = (neighbours: Neighbours) =>
  neighbours.storages.map(({ metadata }) => `${metadata?.namespace}/${metadata?.name}`).toSorted();

/** The rights of somebody who may list in one namespace only. */
const IN_DEMO = only('demo');

describe('neighbours', () => {
  it('ask for nothing before it is wanted', async () => {
    const { calls, neighbours, pass, update } = made();
    await pass();
    update();
    await pass();
    expect(calls).to.deep.equal([]);
    expect(neighbours.storages).to.deep.equal([]);
    expect(neighbours.complete).to.be.false;
    expect(neighbours.namespacesKnown).to.equal('none');
  });

  it('ask only for what is wanted, once', async () => {
    const { neighbours, pass, take } = made();
    neighbours.want('storages');
    neighbours.want('storages');
    await pass();
    expect(take('list')).to.have.length(1);
    expect(namesIn(neighbours)).to.deep.equal(['demo/a', 'prod/b']);
    expect(neighbours.complete).to.be.true;
    expect(neighbours.namespaces).to.deep.equal([]);
    neighbours.want('namespaces');
    await pass();
    expect(take('list')).to.have.length(1);
  });

  it('know all namespaces with their labels', async () => {
    const { neighbours, pass } = made();
    neighbours.want('namespaces');
    await settled();
    expect(neighbours.namespacesKnown).to.equal('loading');
    await pass();
    expect(neighbours.namespacesKnown).to.equal('all');
    expect(neighbours.namespaces.map(({ name }) => name)).to.deep.equal(['demo', 'prod']);
    expect(neighbours.namespaces[0]?.labels).to.include({ env: 'dev' });
    expect(neighbours.namespaces[1]?.labels).to.be.an('object');
  });

  it('stay current, and say so', async () => {
    const { neighbours, pass, cluster, host, changes } = made();
    neighbours.want('storages');
    neighbours.want('namespaces');
    await pass();
    const [before, requests, said] = [neighbours.storages, host.requests, changes()];
    expect(neighbours.storages).to.equal(before);
    expect(neighbours.namespaces).to.equal(neighbours.namespaces);
    cluster.apply(storage('c'));
    cluster.apply(labelled('prod', { env: 'prod' }));
    await pass();
    expect(namesIn(neighbours)).to.deep.equal(['demo/a', 'demo/c', 'prod/b']);
    expect(neighbours.namespaces[1]?.labels).to.include({ env: 'prod' });
    expect(host.requests).to.be.greaterThan(requests);
    expect(changes()).to.be.greaterThan(said);
  });

  it('see what a limited user may see, and do not call it complete', async () => {
    const { neighbours, pass, update } = made({ rules: IN_DEMO, namespaces: false });
    update(['demo', 'prod']);
    neighbours.want('storages');
    await pass();
    expect(namesIn(neighbours)).to.deep.equal(['demo/a']);
    expect(neighbours.complete).to.be.false;
  });

  it('look where the host says later', async () => {
    const { neighbours, pass, update } = made({ rules: IN_DEMO, namespaces: false });
    neighbours.want('storages');
    await pass();
    expect(namesIn(neighbours)).to.deep.equal([]);
    update(['demo']);
    await pass();
    expect(namesIn(neighbours)).to.deep.equal(['demo/a']);
    // There may be namespaces that nobody has named.
    expect(neighbours.complete).to.be.false;
  });

  it('know names where Namespaces may not be listed: from the host and the data source', async () => {
    const { neighbours, pass, update, source } = made({ rules: IN_DEMO });
    source.namespaces = () => Promise.resolve({ names: ['prod', 'demo'], complete: true });
    update(['host']);
    neighbours.want('namespaces');
    await pass();
    expect(neighbours.namespacesKnown).to.equal('names');
    expect(neighbours.namespaces).to.deep.equal([{ name: 'demo' }, { name: 'host' }, { name: 'prod' }]);
    update(['another']);
    expect(neighbours.namespaces.map(({ name }) => name)).to.deep.equal(['another', 'demo', 'prod']);
  });

  it('know nothing where nobody says anything', async () => {
    const { neighbours, pass } = made({ rules: IN_DEMO, namespaces: false });
    neighbours.want('namespaces');
    await pass();
    expect(neighbours.namespacesKnown).to.equal('none');
    expect(neighbours.namespaces).to.deep.equal([]);
    const failing = made({ rules: IN_DEMO });
    failing.source.namespaces = () => Promise.reject(new Error('no'));
    failing.neighbours.want('namespaces');
    await failing.pass();
    expect(failing.neighbours.namespacesKnown).to.equal('none');
  });

  it('are not complete while the server cannot be reached', async () => {
    const { neighbours, pass, cluster } = made();
    neighbours.want('storages');
    cluster.faults.offline = true;
    await pass();
    expect(neighbours.complete).to.be.false;
    cluster.faults.offline = false;
    await pass(60_000);
    expect(neighbours.complete).to.be.true;
  });

  it('forget everything and ask nothing once the form is left, and go on when it is back', async () => {
    const { neighbours, pass, time, calls, host, cluster } = made();
    neighbours.want('storages');
    neighbours.want('namespaces');
    await pass();
    host.disconnect();
    expect(neighbours.storages).to.deep.equal([]);
    expect(neighbours.namespaces).to.deep.equal([]);
    expect(neighbours.complete).to.be.false;
    await time.pass(10_000);
    calls.length = 0;
    await time.pass(600_000);
    expect(calls).to.deep.equal([]);
    expect(cluster.openWatches).to.equal(0);
    host.connect();
    await pass();
    expect(namesIn(neighbours)).to.deep.equal(['demo/a', 'prod/b']);
    expect(neighbours.namespacesKnown).to.equal('all');
  });

  it('leave one data source for another', async () => {
    const { neighbours, pass, time } = made();
    neighbours.want('storages');
    await pass();
    const second = world({ objects: [storage('z')] });
    neighbours.update({ dataSource: second.source, namespaces: [] });
    expect(neighbours.storages).to.deep.equal([]);
    await pass();
    await second.time.pass(1_000);
    await time.pass(1_000);
    expect(namesIn(neighbours)).to.deep.equal(['demo/z']);
    neighbours.update({ dataSource: undefined, namespaces: [] });
    expect(neighbours.storages).to.deep.equal([]);
  });
});
