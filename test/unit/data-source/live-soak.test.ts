import { expect } from 'chai';
import type { LiveOptions } from '../../../src/data-source/live/index.js';
import { withoutBookkeeping } from '../../../src/model/metadata.js';
import { BACKUP_STORAGES } from '../../../src/model/resources.js';
import type { BackupStorage } from '../../../src/model/types.js';
import { random, type Random } from '../../fixtures/random.js';
import { isList, isWatch, only, viewer, world, type World, type WorldOptions } from './live-helpers.js';
import { namespace, settled, storage } from './memory-helpers.js';

const NAMESPACES = ['n1', 'n2', 'n3', 'n4', 'n5', 'n6'];
const WRITES = 2_000;

/** One thing that goes wrong. Answers what puts it right again, if it does not pass by itself. */
type Mishap = (cluster: World['cluster'], time: World['time'], chance: Random) => (() => void) | void;

const mishaps: readonly Mishap[] = [
  (cluster) => cluster.faults.cutWatches(),
  (cluster) => cluster.faults.closeWatches(),
  (cluster) => cluster.faults.expireWatches(),
  (cluster, _, chance) => cluster.faults.failWatches(chance.pick([429, 500, 503])),
  (cluster, _, chance) => cluster.faults.closeWatches(() => chance.chance(0.5)),
  (cluster) => cluster.faults.expireHistory(),
  (cluster) => cluster.faults.expirePages(),
  (cluster) => cluster.bookmark(),
  (cluster) => cluster.faults.stallWatches(),
  (cluster, _, chance) => {
    cluster.faults.fail(429, { retryAfterSeconds: 1 + chance.below(5), times: 1 + chance.below(3) });
    cluster.faults.closeWatches();
  },
  (cluster, _, chance) => void cluster.faults.fail(chance.pick([410, 500, 502]), { when: isWatch, times: 3 }),
  (cluster, _, chance) => void cluster.faults.fail(chance.pick([410, 500, 503]), { when: isList, times: 3 }),
  (cluster) => void cluster.faults.disconnect({ times: 4 }),
  (cluster) => void cluster.faults.loseAnswer({ when: isList, times: 2 }),
  (cluster) => {
    cluster.faults.offline = true;
    cluster.faults.cutWatches();
    return () => (cluster.faults.offline = false);
  },
  (cluster, _, chance) => {
    cluster.faults.latencyMs = () => chance.below(2_000);
    return () => (cluster.faults.latencyMs = 0);
  },
  (_, time) => void time.sleep(200_000),
  (_, time) => void time.wake(),
];

function write({ cluster }: World, chance: Random): void {
  const key = { namespace: chance.pick(NAMESPACES), name: `s${chance.below(40)}` };
  const kind = chance();
  if (kind < 0.3) cluster.remove(BACKUP_STORAGES, key);
  else {
    const object = storage(key.name, undefined, key.namespace);
    const labels = { n: `${chance.below(1e6)}`, shown: chance.chance(0.7) ? 'yes' : 'no' };
    // Now and then it is deleted and made again under the same name, in one moment.
    if (kind < 0.35) cluster.remove(BACKUP_STORAGES, key);
    cluster.apply({ ...object, metadata: { ...object.metadata, labels } });
  }
}

const content = (objects: Iterable<BackupStorage>): Record<string, unknown> =>
  Object.fromEntries([...objects].map((object) => [object.metadata?.uid, withoutBookkeeping(object)]));

async function soak(
  seed: number,
  options: WorldOptions,
  asked: LiveOptions,
  isMeant: (object: BackupStorage) => boolean,
) {
  const chance = random(seed);
  const objects = [...NAMESPACES, 'other'].map(namespace);
  const made = world({ objects, watchWindow: 200, ...options });
  const { time, cluster, source } = made;
  time.chance = chance;
  const { collection, stop } = viewer({ time, source }, asked);
  // What somebody knows who only ever listens to changes.
  const told = new Map<string, BackupStorage>();
  let calls = 0;
  collection.subscribe(({ upserted, removed }) => {
    calls += 1;
    for (const { metadata } of removed) told.delete(metadata!.uid!);
    for (const object of upserted) told.set(object.metadata!.uid!, object);
    expect(told.size).to.equal(collection.objects.size);
  });
  let worstWatches = 0;
  for (let turn = 0; turn < WRITES; turn += 1) {
    write(made, chance);
    const mend = chance.chance(0.05) ? chance.pick(mishaps)(cluster, time, chance) : undefined;
    if (chance.chance(0.3)) await settled();
    if (chance.chance(0.2)) await time.pass(chance.below(3_000));
    if (chance.chance(0.002)) await time.pass(200_000);
    if (chance.chance(0.002)) collection.refresh();
    worstWatches = Math.max(worstWatches, cluster.openWatches);
    mend?.();
  }
  cluster.faults.clear();
  await time.pass(400_000);
  const expected = content(cluster.objects<BackupStorage>(BACKUP_STORAGES).filter(isMeant));
  expect(Object.keys(expected).length).to.be.above(15);
  expect(content(collection.objects.values())).to.deep.equal(expected);
  expect(content(told.values())).to.deep.equal(expected);
  for (const object of collection.objects.values())
    expect(collection.find(object.metadata!.namespace!, object.metadata!.name!)).to.equal(object);
  expect(calls).to.be.above(100);
  stop();
  await settled();
  return { collection, worstWatches, ...made };
}

describe('live soak: 2,000 writes while everything goes wrong', () => {
  for (const seed of [1, 2, 3])
    it(`loses and doubles nothing, cluster-wide (seed ${seed})`, async function () {
      this.timeout(30_000);
      const { worstWatches, collection } = await soak(seed, {}, {}, () => true);
      expect(worstWatches).to.equal(1);
      expect(collection.status.state).to.equal('live');
    });

  it('loses and doubles nothing through a selector', async function () {
    this.timeout(30_000);
    await soak(4, {}, { labelSelector: 'shown=yes' }, ({ metadata }) => metadata?.labels?.['shown'] === 'yes');
  });

  it('loses and doubles nothing in pages', async function () {
    this.timeout(30_000);
    const many = Array.from({ length: 700 }, (_, index) => storage(`old-${index}`, undefined, 'other'));
    await soak(5, { objects: [...[...NAMESPACES, 'other'].map(namespace), ...many] }, {}, () => true);
  });

  it('loses and doubles nothing namespace by namespace, watched and polled', async function () {
    this.timeout(30_000);
    const { worstWatches } = await soak(6, { rules: only(...NAMESPACES.slice(1)) }, {}, ({ metadata }) =>
      NAMESPACES.slice(1).includes(metadata?.namespace ?? ''),
    );
    expect(worstWatches).to.be.within(1, 4);
  });

  it('loses and doubles nothing by polling', async function () {
    this.timeout(30_000);
    await soak(7, { watch: false }, {}, () => true);
  });
});
