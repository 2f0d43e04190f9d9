import { expect } from 'chai';
import {
  threeWayMerge,
  type MergeConflict,
  type MergeOptions,
  type MergeSide,
} from '../../../src/manifest/three-way.js';
import { backupStorageSchema } from '../../../src/schema/bundled/backup-storage.js';
import type { StructuralSchema } from '../../../src/schema/types.js';
import { randomFrom } from './three-way-random.js';

const schema = backupStorageSchema();
const merge = (base: object, mine: object, theirs: object, options: MergeOptions = { schema }) =>
  threeWayMerge(base, mine, theirs, options);
const paths = (conflicts: readonly MergeConflict[]) => conflicts.map(({ path }) => path.join('.'));
const always = (side: MergeSide) => ({ schema, choose: () => side });

const labels = (map?: Record<string, string>) => ({ metadata: { name: 's', ...(map && { labels: map }) } });

describe('the three-way merge', () => {
  it('takes what one side has changed', () => {
    const base = { spec: { default: false, deletionPolicy: 'Delete' } };
    const { merged, conflicts } = merge(
      base,
      { spec: { default: true, deletionPolicy: 'Delete' } },
      { spec: { default: false, deletionPolicy: 'WipeOut' } },
    );
    expect(merged).to.deep.equal({ spec: { default: true, deletionPolicy: 'WipeOut' } });
    expect(conflicts).to.deep.equal([]);
  });

  it('is no conflict when both say the same', () => {
    const base = { spec: { default: false } };
    const { merged, conflicts } = merge(base, { spec: { default: true } }, { spec: { default: true } });
    expect(merged).to.deep.equal({ spec: { default: true } });
    expect(conflicts).to.deep.equal([]);
  });

  it('tells a true conflict with all three versions, and keeps mine until it is settled', () => {
    const [base, mine, theirs] = ['Delete', 'WipeOut', 'Retain'].map((deletionPolicy) => ({
      spec: { deletionPolicy },
    }));
    const { merged, conflicts } = merge(base!, mine!, theirs!);
    expect(conflicts).to.deep.equal([
      {
        id: '["spec","deletionPolicy"]',
        path: ['spec', 'deletionPolicy'],
        base: 'Delete',
        mine: 'WipeOut',
        theirs: 'Retain',
      },
    ]);
    expect(merged).to.deep.equal(mine);
    expect(merge(base!, mine!, theirs!, always('theirs')).merged).to.deep.equal(theirs);
    expect(merge(base!, mine!, theirs!, always('mine'))).to.deep.equal({ merged: mine, conflicts: [] });
  });

  it('settles each conflict by itself', () => {
    const { merged, conflicts } = merge(
      { a: 1, b: 1, c: 1 },
      { a: 2, b: 2, c: 2 },
      { a: 3, b: 3, c: 3 },
      { choose: ({ path }) => ({ a: 'mine', b: 'theirs' })[String(path[0])] as MergeSide | undefined },
    );
    expect(merged).to.deep.equal({ a: 2, b: 3, c: 2 });
    expect(paths(conflicts)).to.deep.equal(['c']);
  });

  it('merges maps key by key, those of labels too, though the CRD says nothing of them', () => {
    const { merged, conflicts } = merge(
      labels({ a: '1', b: '1', c: '1' }),
      labels({ a: '2', b: '1', mine: 'x' }),
      labels({ a: '1', b: '2', c: '1', theirs: 'y' }),
    );
    expect(merged).to.deep.equal(labels({ a: '2', b: '2', mine: 'x', theirs: 'y' }));
    expect(conflicts).to.deep.equal([]);
  });

  it('keeps a key that was added to a map of which the other side has taken every key', () => {
    const { merged, conflicts } = merge(labels({ a: '1' }), labels(), labels({ a: '1', theirs: 'y' }));
    expect(merged).to.deep.equal(labels({ theirs: 'y' }));
    expect(conflicts).to.deep.equal([]);
  });

  it('asks about a key that one side has removed and the other changed', () => {
    const { conflicts } = merge(labels({ a: '1', b: '1' }), labels({ b: '1' }), labels({ a: '2', b: '1' }));
    expect(paths(conflicts)).to.deep.equal(['metadata.labels.a']);
    expect(conflicts[0]).to.include({ base: '1', mine: undefined, theirs: '2' });
  });

  it('asks about a whole block that one side has removed and the other changed', () => {
    const pod = (value?: object) => ({ spec: { runtimeSettings: value ? { pod: value } : {} } });
    const args = [pod({ nodeName: 'a', priority: 1 }), pod(), pod({ nodeName: 'b', priority: 1 })] as const;
    expect(paths(merge(...args).conflicts)).to.deep.equal(['spec.runtimeSettings.pod']);
    expect(merge(...args, always('theirs')).merged).to.deep.equal(args[2]);
    expect(merge(...args, always('mine')).merged).to.deep.equal(args[1]);
  });

  it('merges blocks that both have added, field by field', () => {
    const pod = (value: object) => ({ spec: { runtimeSettings: { pod: value } } });
    const { merged } = merge({ spec: {} }, pod({ nodeName: 'a' }), pod({ priority: 1 }));
    expect(merged).to.deep.equal(pod({ nodeName: 'a', priority: 1 }));
  });

  it('takes a list for one thing', () => {
    const args = (list: unknown[]) => ({ spec: { runtimeSettings: { pod: { tolerations: list } } } });
    const { conflicts } = merge(args([{ key: 'a' }]), args([{ key: 'a' }, { key: 'b' }]), args([]));
    expect(paths(conflicts)).to.deep.equal(['spec.runtimeSettings.pod.tolerations']);
  });

  it('takes a unit for one thing, though the parts were changed apart', () => {
    const units = [['spec', 'storage']];
    const storage = (bucket: string, prefix: string) => ({ spec: { storage: { s3: { bucket, prefix } } } });
    const args = [storage('a', 'p'), storage('b', 'p'), storage('a', 'q')] as const;
    expect(merge(...args).merged).to.deep.equal(storage('b', 'q'));
    const { conflicts } = merge(...args, { schema, units });
    expect(paths(conflicts)).to.deep.equal(['spec.storage']);
    // Changed on one side only, a unit is no conflict.
    expect(merge(args[0], args[1], args[0], { schema, units })).to.deep.equal({ merged: args[1], conflicts: [] });
  });

  it('takes a map that the schema calls atomic for one thing', () => {
    const atomic: StructuralSchema = {
      type: 'object',
      properties: { ref: { type: 'object', 'x-kubernetes-map-type': 'atomic' } },
    };
    const { conflicts } = merge(
      { ref: { a: 1 } },
      { ref: { a: 1, b: 1 } },
      { ref: { a: 1, c: 1 } },
      { schema: atomic },
    );
    expect(paths(conflicts)).to.deep.equal(['ref']);
  });

  it('counts null as not there', () => {
    const { merged, conflicts } = merge({ a: 1, b: null }, { a: null }, { a: 1, b: null, c: null });
    expect(merged).to.deep.equal({});
    expect(conflicts).to.deep.equal([]);
    expect(merge({ a: { b: null } }, { a: {} }, { a: { b: null } }).conflicts).to.deep.equal([]);
  });

  it('keeps numbers and texts what they are', () => {
    const { merged, conflicts } = merge({ cpu: 1 }, { cpu: '1' }, { cpu: 1 }, {});
    expect(merged).to.deep.equal({ cpu: '1' });
    expect(conflicts).to.deep.equal([]);
    expect(paths(merge({ cpu: 2 }, { cpu: 1 }, { cpu: '1' }, {}).conflicts)).to.deep.equal(['cpu']);
    const big = 9007199254740993n;
    expect(merge({ id: 1n }, { id: big }, { id: 1n }, {}).merged).to.deep.equal({ id: big });
  });

  it('makes own members of keys that objects have by themselves', () => {
    const theirs = JSON.parse('{"metadata":{"labels":{"__proto__":"x","constructor":"y"}}}') as object;
    const { merged } = merge({ metadata: {} }, { metadata: { labels: { a: '1' } } }, theirs);
    expect(JSON.parse(JSON.stringify(merged))).to.deep.equal(
      JSON.parse('{"metadata":{"labels":{"__proto__":"x","constructor":"y","a":"1"}}}'),
    );
    expect(Object.getPrototypeOf((merged as { metadata: { labels: object } }).metadata.labels)).to.equal(
      Object.prototype,
    );
  });

  it('changes none of what it was given', () => {
    const frozen = <T>(value: T): T => {
      if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(frozen);
      return value;
    };
    const base = frozen(labels({ a: '1' }));
    expect(merge(base, frozen(labels({ a: '2' })), frozen(labels({ b: '1' }))).conflicts).to.have.length(1);
  });
});

describe('the three-way merge of lists with keys', () => {
  const env: StructuralSchema = {
    type: 'object',
    properties: {
      env: {
        type: 'array',
        'x-kubernetes-list-type': 'map',
        'x-kubernetes-list-map-keys': ['name'],
        items: { type: 'object', properties: { name: { type: 'string' }, value: { type: 'string' } } },
      },
    },
  };
  const list = (...items: (string | [string, string])[]) => ({
    env: items.map((item) => (typeof item === 'string' ? { name: item } : { name: item[0], value: item[1] })),
  });
  const byKey = (base: object, mine: object, theirs: object, choose?: MergeOptions['choose']) =>
    threeWayMerge(base, mine, theirs, { schema: env, ...(choose && { choose }) });

  it('merges item by item', () => {
    const { merged, conflicts } = byKey(
      list(['a', '1'], ['b', '1'], ['c', '1']),
      list(['a', '2'], ['b', '1'], 'mine'),
      list('theirs', ['a', '1'], ['b', '2'], ['c', '1']),
    );
    expect(merged).to.deep.equal(list('theirs', ['a', '2'], ['b', '2'], 'mine'));
    expect(conflicts).to.deep.equal([]);
  });

  it('asks about the field of an item, and settles it after the list has moved', () => {
    const args = [list('x', ['a', '1']), list('x', ['a', '2']), list(['a', '3'])] as const;
    const { conflicts } = byKey(...args);
    expect(conflicts).to.have.length(1);
    expect(conflicts[0]).to.deep.include({ path: ['env', 1, 'value'], mine: '2', theirs: '3' });
    const { id } = conflicts[0]!;
    const settled = byKey(...args, (conflict) => (conflict.id === id ? 'theirs' : undefined));
    expect(settled).to.deep.equal({ merged: list(['a', '3']), conflicts: [] });
  });

  it('asks about an item that one side has removed and the other changed', () => {
    const args = [list(['a', '1'], 'b'), list('b'), list(['a', '2'], 'b')] as const;
    expect(paths(byKey(...args).conflicts)).to.deep.equal(['env.0']);
    expect(byKey(...args, () => 'mine').merged).to.deep.equal(list('b'));
    expect(byKey(...args, () => 'theirs').merged).to.deep.equal(args[2]);
  });

  it('keeps an order that one side has made, and asks when both have', () => {
    expect(byKey(list('a', 'b'), list('b', 'a'), list('a', 'b', 'c')).merged).to.deep.equal(list('b', 'a', 'c'));
    const both = byKey(list('a', 'b', 'c'), list('b', 'a', 'c'), list('c', 'b', 'a'));
    expect(paths(both.conflicts)).to.deep.equal(['env']);
  });

  it('takes a list for one thing when its items cannot be told apart', () => {
    expect(paths(byKey(list('a'), list('a', 'a'), list('b')).conflicts)).to.deep.equal(['env']);
  });
});

describe('the three-way merge of anything', () => {
  const documents = randomFrom(20260820);

  it('gives the other side when one has changed nothing, and loses nothing that is no conflict', () => {
    for (let round = 0; round < 1500; round++) {
      const [base, mine, theirs] = [documents(), documents(), documents()];
      expect(threeWayMerge(base, mine, base)).to.deep.equal({ merged: mine, conflicts: [] });
      expect(threeWayMerge(base, base, theirs)).to.deep.equal({ merged: theirs, conflicts: [] });
      // Which side is which makes no difference but in what is kept meanwhile.
      const one = threeWayMerge(base, mine, theirs, { choose: () => 'mine' }).merged;
      const other = threeWayMerge(base, theirs, mine, { choose: () => 'theirs' }).merged;
      expect(one).to.deep.equal(other);
      const open = threeWayMerge(base, mine, theirs).conflicts.map(({ id }) => id);
      expect(threeWayMerge(base, theirs, mine).conflicts.map(({ id }) => id)).to.have.members(open);
    }
  });
});
