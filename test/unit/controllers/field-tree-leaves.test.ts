import { expect } from 'chai';
import type { FieldTree, TreeNode } from '../../../src/controllers/form/field-tree.js';
import { deepEqual, getIn, setIn } from '../../../src/manifest/json.js';
import { backupStorageSchema } from '../../../src/schema/bundled/backup-storage.js';
import type { StructuralSchema } from '../../../src/schema/types.js';
import { random } from '../../fixtures/random.js';
import { randomSchema } from '../../fixtures/schema-fuzz.js';
import { ObjectStore, treeOf } from './field-tree-store.js';
import { leavesOf, sampleOf } from './field-tree-walk.js';
// What the tree loads on demand: here, or a busy machine could still be reading it when it is waited for.
import '../../../src/controllers/form/field-tree/yaml-codec.js';

const settled = () => new Promise((resolve) => setTimeout(resolve));

/** Loads what reads YAML, so that what is typed is read at once. */
async function withYaml(tree: FieldTree, node: TreeNode) {
  tree.setYaml(node, '1');
  for (let i = 0; i < 200 && tree.valueOf(node) === undefined; i++) await settled();
  tree.setYaml(node, '');
}

/** Sets each leaf by itself, finds exactly it in the object, takes it away and finds the object as it was. */
async function walk(schema: StructuralSchema) {
  const { store, tree, root } = treeOf(schema);
  const { leaves, nodes } = leavesOf(tree, root);
  const opaque = leaves.find((leaf) => tree.isYaml(leaf));
  if (opaque) await withYaml(tree, opaque);
  const before = store.object;
  for (const leaf of leaves) {
    const isYaml = tree.isYaml(leaf);
    const { text, value } = isYaml ? { text: 'a: [1, x]\n', value: { a: [1, 'x'] } } : sampleOf(leaf);
    const set = (typed: string) => (isYaml ? tree.setYaml(leaf, typed) : tree.setText(leaf, typed));
    const where = `${leaf.id} (${leaf.field.kind})`;
    set(text);
    const path = tree.pathOf(leaf);
    if (!deepEqual(getIn(store.object, path), value)) throw new Error(`${where} is not in the object`);
    // Nothing else has changed: the object is that of before with this one value.
    const only = setIn(before, path, value);
    if (!deepEqual(store.object, only) && !leaf.row) throw new Error(`${where} changed more than itself`);
    if (!isYaml && tree.textOf(leaf) !== text) throw new Error(`${where} shows ${tree.textOf(leaf)}`);
    if (tree.idOf(path) !== leaf.id) throw new Error(`${where} is not where ${path.join('.')} is shown`);
    set('');
    if (!deepEqual(store.object, before)) throw new Error(`${where} has left something behind`);
  }
  return { leaves: leaves.length, nodes, store, tree, root };
}

function countNodes(schema: StructuralSchema): number {
  const inner = [
    ...Object.values(schema.properties ?? {}),
    ...(schema.items ? [schema.items] : []),
    ...(typeof schema.additionalProperties === 'object' ? [schema.additionalProperties] : []),
  ];
  return inner.reduce((count, one) => count + countNodes(one), 1);
}

describe('controllers: a field tree over whole schemas', function () {
  this.timeout(30_000);

  it('sets each leaf of a BackupStorage, finds exactly it, and takes it away without a trace', async () => {
    const spec = backupStorageSchema().properties!['spec']!;
    const { leaves, nodes, store, tree, root } = await walk(spec);
    expect(nodes).to.equal(countNodes(spec));
    expect(nodes).to.be.greaterThan(700);
    expect(leaves).to.be.greaterThan(400);
    // The rows that the walk has added are all that is left; with them goes everything.
    tree.clear(root);
    expect(store.object).to.deep.equal({});
  });

  it('does the same with 600 random schemas', async () => {
    let leaves = 0;
    for (let seed = 1; seed <= 600; seed++) {
      try {
        leaves += (await walk({ ...randomSchema(random(seed)), nullable: false })).leaves;
      } catch (error) {
        throw new Error(`seed ${seed}: ${(error as Error).message}`, { cause: error });
      }
    }
    expect(leaves).to.be.greaterThan(1_000);
  });

  it('writes nothing for fields that were only opened and left', () => {
    const store = new ObjectStore();
    const { tree, root } = treeOf(backupStorageSchema().properties!['spec']!);
    for (const child of tree.childrenOf(root)) tree.setOpen(child, true);
    expect(store.object).to.deep.equal({});
    expect(tree.issues).to.deep.equal([]);
    expect(tree.setCount(root)).to.equal(0);
  });
});
