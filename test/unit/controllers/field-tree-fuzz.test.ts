import { expect } from 'chai';
import type { FieldTree, TreeNode } from '../../../src/controllers/form/field-tree.js';
import { deepEqual, getIn } from '../../../src/manifest/json.js';
import type { StructuralSchema } from '../../../src/schema/types.js';
import { random, type Random } from '../../fixtures/random.js';
import { treeOf, type ObjectStore } from './field-tree-store.js';

const text: StructuralSchema = { type: 'string' };
const inner: StructuralSchema = {
  type: 'object',
  properties: {
    s: text,
    n: { type: 'integer' },
    l: { type: 'array', items: text },
    e: { type: 'object', properties: { s: text } },
  },
};
const SCHEMA: StructuralSchema = {
  type: 'object',
  properties: {
    list: { type: 'array', items: inner },
    map: { type: 'object', additionalProperties: inner },
    labels: { type: 'object', additionalProperties: text },
    limits: { type: 'object', additionalProperties: { 'x-kubernetes-int-or-string': true } },
    lists: { type: 'array', items: { type: 'array', items: text } },
  },
};

/** All nodes below a node, rows that the draft does not hold included. */
function below(tree: FieldTree, node: TreeNode): TreeNode[] {
  const { kind } = node.field;
  const parts = kind === 'object' ? tree.childrenOf(node) : kind === 'list' || kind === 'map' ? tree.rowsOf(node) : [];
  return [node, ...parts.flatMap((part) => below(tree, part))];
}

const isHeld = (node: TreeNode): boolean => (node.row?.inDraft ?? true) && (!node.parent || isHeld(node.parent));

function act(tree: FieldTree, root: TreeNode, store: ObjectStore, next: Random): void {
  const node = next.pick(below(tree, root));
  const { kind } = node.field;
  if (next.chance(0.02)) {
    store.object = next.chance(0.5)
      ? {}
      : { spec: { list: [{ s: 'x' }, {}], map: { a: { l: ['x'] }, b: {} }, lists: [[], ['x']] } };
    if (next.chance(0.5)) tree.load();
  } else if (node.row && next.chance(0.2)) tree.removeRow(node);
  else if (node.row && next.chance(0.3)) tree.moveRow(node, next.pick([-1, 1] as const));
  else if (node.isEntry && next.chance(0.5)) tree.renameKey(node, next.pick(['', 'a', 'b', 'c', '__proto__', '1']));
  else if (kind === 'list' || kind === 'map') tree.addRow(node);
  else if (kind === 'object') {
    if (node !== root && next.chance(0.1)) tree.clear(node);
    else if (next.chance(0.2)) tree.setPresent(node);
  } else tree.setText(node, next.pick(['', 'x', '1', '"1"', '-']));
}

function check(tree: FieldTree, root: TreeNode, store: ObjectStore): void {
  for (const node of below(tree, root)) {
    const value = tree.valueOf(node);
    if (isHeld(node) && !deepEqual(getIn(store.object, tree.pathOf(node)), value))
      throw new Error(`${node.id} is not what the object says at ${tree.pathOf(node).join('.')}`);
    const { kind } = node.field;
    if (kind !== 'list' && kind !== 'map') continue;
    const rows = tree.rowsOf(node).filter(({ row }) => row!.inDraft);
    if (rows.length !== Object.keys((value as object | undefined) ?? {}).length)
      throw new Error(`${node.id} has ${rows.length} rows for ${JSON.stringify(value)}`);
    for (const row of tree.rowsOf(node).filter((one) => !one.row!.inDraft)) {
      const { key, held } = row.row!;
      const isFaulty = row.isEntry && (key !== '' || (held !== undefined && !deepEqual(held, row.initial)));
      // What the draft does not hold is never passed over in silence.
      if (isFaulty && !tree.issues.some(({ id }) => id === row.id || id === row.keyId))
        throw new Error(`${row.id} (${key}) is lost without a word`);
      if (!row.isEntry && held !== undefined) throw new Error(`${row.id} holds ${JSON.stringify(held)} in secret`);
    }
  }
}

describe('controllers: a field tree under random edits', function () {
  this.timeout(60_000);

  it('never loses or invents a value, and empties to nothing', () => {
    for (let seed = 1; seed <= 60; seed++) {
      const next = random(seed);
      const { store, tree, root } = treeOf(SCHEMA);
      try {
        for (let step = 0; step < 120; step++) {
          act(tree, root, store, next);
          check(tree, root, store);
        }
        for (const part of tree.childrenOf(root)) {
          // An empty list that was there before stays; what was entered goes.
          for (const row of [...tree.rowsOf(part)]) tree.removeRow(row);
          tree.clear(part);
        }
      } catch (error) {
        throw new Error(`seed ${seed}: ${(error as Error).message}`, { cause: error });
      }
      expect(store.valueAt(['spec']) ?? {}, `seed ${seed}`).to.deep.equal({});
      expect(tree.issues).to.deep.equal([]);
      expect(tree.pending).to.equal(false);
    }
  });
});
