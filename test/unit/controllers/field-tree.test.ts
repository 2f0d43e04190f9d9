import { expect } from 'chai';
import type { FieldTree, TreeNode } from '../../../src/controllers/form/field-tree.js';
import type { StructuralSchema } from '../../../src/schema/types.js';
import { treeOf } from './field-tree-store.js';

const text: StructuralSchema = { type: 'string' };
const object = (properties: Record<string, StructuralSchema>, more: StructuralSchema = {}): StructuralSchema => ({
  type: 'object',
  properties,
  ...more,
});
const listOf = (items: StructuralSchema, more: StructuralSchema = {}): StructuralSchema => ({
  type: 'array',
  items,
  ...more,
});
const mapOf = (values: StructuralSchema): StructuralSchema => ({ type: 'object', additionalProperties: values });

/** The node at property names and row numbers (from 0) below a node. */
function at(tree: FieldTree, node: TreeNode, ...steps: (string | number)[]): TreeNode {
  return steps.reduce<TreeNode>((inner, step) => {
    const found =
      typeof step === 'number'
        ? tree.rowsOf(inner)[step]
        : tree.childrenOf(inner).find(({ field }) => field.path.at(-1) === step);
    if (!found) throw new Error(`Nothing at ${step} of ${inner.id}`);
    return found;
  }, node);
}

const messagesOf = (tree: FieldTree) => tree.issues.map(({ message }) => message);

describe('controllers: field tree, values', () => {
  it('restores the object when what was typed is cleared, empty parts that were there included', () => {
    const schema = object({
      a: object({ b: object({ c: text }) }),
      e: object({ medium: text }),
      s: text,
      l: listOf(text),
    });
    for (const spec of [{}, { e: {} }, { s: '' }, { l: [] }, { a: { b: {} } }, { a: { b: {} }, e: {}, s: '', l: [] }]) {
      const { store, tree, root } = treeOf(schema, { spec });
      for (const [path, typed] of [
        [['a', 'b', 'c'], 'x'],
        [['e', 'medium'], 'Memory'],
        [['s'], 'x'],
      ] as const) {
        tree.setText(at(tree, root, ...path), typed);
        expect(store.object).not.to.deep.equal({ spec });
        tree.setText(at(tree, root, ...path), '');
      }
      const list = at(tree, root, 'l');
      tree.setText(tree.addRow(list)!, 'x');
      tree.removeRow(tree.rowsOf(list)[0]!);
      expect(
        Object.keys(spec).length === 0 ? ((store.object as { spec?: object }).spec ?? {}) : store.object,
      ).to.deep.equal(Object.keys(spec).length === 0 ? {} : { spec });
    }
  });

  it('does not bring back an empty object that was cleared', () => {
    const { store, tree, root } = treeOf(object({ e: object({ medium: text }) }), { spec: { e: {} } });
    const medium = at(tree, root, 'e', 'medium');
    tree.setText(medium, 'x');
    tree.clear(at(tree, root, 'e'));
    expect(store.object).to.deep.equal({});
    tree.setText(medium, 'x');
    tree.setText(medium, '');
    expect(store.object).to.deep.equal({});
  });

  it('sets an object without fields, and counts it', () => {
    const { store, tree, root } = treeOf(object({ e: object({ medium: text }), n: { type: 'integer' } }));
    tree.setPresent(at(tree, root, 'e'));
    expect(store.object).to.deep.equal({ spec: { e: {} } });
    tree.setText(at(tree, root, 'n'), '0');
    expect(tree.setCount(root)).to.equal(2);
    expect(tree.setCount(at(tree, root, 'e'))).to.equal(1);
  });

  it('keeps text that is no number as it was typed, also while it becomes one', () => {
    const { store, tree, root } = treeOf(object({ n: { type: 'integer' }, f: { type: 'number' } }));
    const number = at(tree, root, 'n');
    for (const [typed, value] of [
      ['-', '-'],
      ['-1', -1],
      ['12a', '12a'],
      ['007', '007'],
      ['9223372036854775807', 9223372036854775807n],
      ['-0', 0],
    ] as const) {
      tree.setText(number, typed);
      expect(store.valueAt(['spec', 'n'])).to.equal(value);
      expect(tree.textOf(number)).to.equal(typed);
    }
    const float = at(tree, root, 'f');
    tree.setText(float, '1.');
    expect([store.valueAt(['spec', 'f']), tree.textOf(float)]).to.deep.equal([1, '1.']);
    tree.setText(float, '1.50');
    expect([store.valueAt(['spec', 'f']), tree.textOf(float)]).to.deep.equal([1.5, '1.50']);
    // The draft was replaced: what it says now is shown.
    store.write(['spec', 'f'], 2);
    tree.load();
    expect(tree.textOf(float)).to.equal('2');
  });

  it('tells 80 from "80", and sends a fraction as text', () => {
    const { store, tree, root } = treeOf(object({ port: { 'x-kubernetes-int-or-string': true } }));
    const port = at(tree, root, 'port');
    for (const [typed, value] of [
      ['80', 80],
      ['"80"', '80'],
      ['http', 'http'],
      ['0.5', '0.5'],
      ['25%', '25%'],
      ['"', '"'],
      ['""', ''],
    ] as const) {
      tree.setText(port, typed);
      expect(store.valueAt(['spec', 'port'])).to.equal(value);
    }
    for (const [value, shown] of [
      [80, '80'],
      ['80', '"80"'],
      ['', '""'],
      ['"80"', '"\\"80\\""'],
      ['80Mi', '80Mi'],
    ] as const) {
      store.write(['spec', 'port'], value);
      expect(tree.textOf(port)).to.equal(shown);
      tree.setText(port, shown);
      expect(store.valueAt(['spec', 'port'])).to.equal(value);
    }
  });

  it('has three states of a boolean, and two where false is the same as absent', () => {
    const { store, tree, root } = treeOf(object({ b: { type: 'boolean' } }));
    const node = at(tree, root, 'b');
    for (const value of [true, false, undefined]) {
      tree.setValue(node, value);
      expect(store.object).to.deep.equal(value === undefined ? {} : { spec: { b: value } });
    }
  });
});

describe('controllers: field tree, rows', () => {
  it('leaves out items that say nothing, objects as well as text', () => {
    const { store, tree, root } = treeOf(object({ args: listOf(text), env: listOf(object({ name: text })) }));
    const args = at(tree, root, 'args');
    tree.addRow(args);
    expect(store.object).to.deep.equal({});
    tree.setText(tree.addRow(args)!, 'b');
    tree.setText(at(tree, args, 0), 'a');
    expect(store.object).to.deep.equal({ spec: { args: ['a', 'b'] } });
    tree.setText(at(tree, args, 0), '');
    expect(store.object).to.deep.equal({ spec: { args: ['b'] } });
    expect(tree.rowsOf(args)).to.have.length(2);
    tree.setText(at(tree, args, 1), '');
    expect(store.object).to.deep.equal({});
    const row = tree.addRow(at(tree, root, 'env'))!;
    expect(store.object).to.deep.equal({});
    expect(tree.setCount(root)).to.equal(0);
    expect(tree.pending).to.equal(false);
    tree.setText(at(tree, row, 'name'), 'A');
    expect(store.object).to.deep.equal({ spec: { env: [{ name: 'A' }] } });
    tree.setText(at(tree, row, 'name'), '');
    expect(store.object).to.deep.equal({});
    expect(tree.rowsOf(at(tree, root, 'env'))).to.deep.equal([row]);
    // Some lists take an empty object, and give it a meaning.
    tree.setPresent(row);
    expect(store.object).to.deep.equal({ spec: { env: [{}] } });
    tree.removeRow(row);
    expect(store.object).to.deep.equal({});
  });

  it('keeps an empty object that a manifest has in a list', () => {
    const { store, tree, root } = treeOf(object({ env: listOf(object({ name: text })) }), { spec: { env: [{}] } });
    const env = at(tree, root, 'env');
    tree.addRow(env);
    const name = at(tree, env, 0, 'name');
    tree.setText(name, 'A');
    tree.setText(name, '');
    expect(store.object).to.deep.equal({ spec: { env: [{}] } });
    expect([tree.rowsOf(env).length, tree.setCount(env)]).to.deep.equal([2, 1]);
  });

  it('keeps the id of a row and of all that is in it when rows before it go or move', () => {
    const { store, tree, root } = treeOf(object({ env: listOf(object({ name: text, from: listOf(text) })) }), {
      spec: { env: [{ name: 'A' }, { name: 'B', from: ['x'] }, { name: 'C' }] },
    });
    const env = at(tree, root, 'env');
    const [a, b, c] = tree.rowsOf(env) as [TreeNode, TreeNode, TreeNode];
    const inner = at(tree, b, 'from', 0);
    tree.moveRow(b, -1);
    expect(tree.rowsOf(env)).to.deep.equal([b, a, c]);
    expect(tree.pathOf(inner)).to.deep.equal(['spec', 'env', 0, 'from', 0]);
    expect(tree.idOf(['spec', 'env', 2])).to.equal(root.id);
    tree.setOpen(root, true);
    expect(tree.idOf(['spec', 'env', 2])).to.equal(c.id);
    tree.removeRow(a);
    tree.setText(inner, 'y');
    tree.setText(at(tree, c, 'name'), 'c');
    expect(store.object).to.deep.equal({ spec: { env: [{ name: 'B', from: ['y'] }, { name: 'c' }] } });
    expect(at(tree, env, 0, 'from', 0)).to.equal(inner);
    tree.moveRow(b, -1);
    expect(tree.rowsOf(env)).to.deep.equal([b, c]);
  });

  it('keeps rows whose keys are empty or repeated, with their values, and tells it there', () => {
    const { store, tree, root } = treeOf(object({ m: mapOf(object({ v: text, l: listOf(text) })) }), {
      spec: { m: { a: { v: '1' }, b: { v: '2' } } },
    });
    const map = at(tree, root, 'm');
    const [a, b] = tree.rowsOf(map) as [TreeNode, TreeNode];
    tree.renameKey(b, 'a');
    expect(store.object).to.deep.equal({ spec: { m: { a: { v: '1' } } } });
    expect(tree.issues.map(({ id, message }) => [id, message])).to.deep.equal([[b.keyId, 'The key a is used twice.']]);
    // The value of a row that the draft does not hold can be edited all the same.
    tree.setText(at(tree, b, 'v'), '3');
    tree.setText(tree.addRow(at(tree, b, 'l'))!, 'x');
    expect(tree.textOf(at(tree, b, 'v'))).to.equal('3');
    tree.renameKey(b, '');
    expect(messagesOf(tree)).to.deep.equal(['A value needs a key.']);
    expect(tree.pending).to.equal(true);
    tree.renameKey(b, 'c');
    expect(store.object).to.deep.equal({ spec: { m: { a: { v: '1' }, c: { v: '3', l: ['x'] } } } });
    expect(tree.rowsOf(map)).to.deep.equal([a, b]);
    expect(tree.pending).to.equal(false);
  });

  it('gives a key to the next row that wants it when its owner lets go', () => {
    const { store, tree, root } = treeOf(mapOf(text), { spec: { a: '1' } });
    const [a] = tree.rowsOf(root) as [TreeNode];
    const b = tree.addRow(root)!;
    tree.renameKey(b, 'a');
    tree.setText(b, '2');
    expect(store.object).to.deep.equal({ spec: { a: '1' } });
    tree.renameKey(a, 'z');
    expect(store.object).to.deep.equal({ spec: { z: '1', a: '2' } });
    expect(Object.keys(store.valueAt(['spec']) as object)).to.deep.equal(['z', 'a']);
    tree.moveRow(b, -1);
    expect(Object.keys(store.valueAt(['spec']) as object)).to.deep.equal(['a', 'z']);
  });

  it('tells that a key has no value where none can be made up', () => {
    const { store, tree, root } = treeOf(
      object({ limits: mapOf({ 'x-kubernetes-int-or-string': true }), labels: mapOf(text) }),
    );
    const limit = tree.addRow(at(tree, root, 'limits'))!;
    expect(tree.issues).to.deep.equal([]);
    tree.renameKey(limit, 'cpu');
    expect(tree.issues.map(({ id, message }) => [id, message])).to.deep.equal([[limit.id, 'This key needs a value.']]);
    tree.setText(limit, '2');
    tree.renameKey(tree.addRow(at(tree, root, 'labels'))!, 'x');
    expect(store.object).to.deep.equal({ spec: { limits: { cpu: 2 }, labels: { x: '' } } });
    tree.setText(limit, '');
    expect(store.object).to.deep.equal({ spec: { labels: { x: '' } } });
    expect(messagesOf(tree)).to.deep.equal(['This key needs a value.']);
  });

  it('keeps the identity of rows that say the same when the draft is replaced', () => {
    const env = (...names: string[]) => names.map((name) => ({ name }));
    const { store, tree, root } = treeOf(object({ env: listOf(object({ name: text })), m: mapOf(text) }), {
      spec: { env: env('A', 'B', 'C'), m: { x: '1', y: '2' } },
    });
    const names = () => tree.rowsOf(at(tree, root, 'env')).map(({ id }) => id);
    const keys = () => tree.rowsOf(at(tree, root, 'm')).map(({ id }) => id);
    const [a, b, c] = names();
    const [x, y] = keys();
    const pending = tree.addRow(at(tree, root, 'm'))!;
    tree.setText(pending, 'kept');
    store.object = { spec: { env: env('A', 'N', 'B', 'C'), m: { y: '2', x: '1' } } };
    tree.load();
    expect(names()).to.deep.equal([a, names()[1], b, c]);
    expect(names()[1]).not.to.be.oneOf([a, b, c]);
    expect(keys()).to.deep.equal([x, y, pending.id]);
    store.object = { spec: { env: env('B', 'X'), m: { y: '2', renamed: '1' } } };
    tree.load();
    expect(names()[0]).to.equal(b);
    expect(keys()).to.deep.equal([y, x, pending.id]);
    tree.reset();
    expect(tree.issues).to.deep.equal([]);
  });

  it('does not write to a row that is gone', () => {
    const { store, tree, root } = treeOf(listOf(object({ name: text })), { spec: [{ name: 'A' }, { name: 'B' }] });
    const name = at(tree, root, 1, 'name');
    store.object = { spec: [{ name: 'A' }] };
    tree.setText(name, 'lost');
    expect(store.object).to.deep.equal({ spec: [{ name: 'A' }] });
  });
});

describe('controllers: field tree, places', () => {
  const schema = object({ a: object({ b: listOf(object({ c: text })), m: mapOf(text) }), s: text });

  it('names the nearest group that is shown, and opens what hides a field', () => {
    const { tree, root } = treeOf(schema, { spec: { a: { b: [{ c: 'x' }], m: { 'k.8s/io': 'v' } } } });
    const path = ['spec', 'a', 'b', 0, 'c'];
    expect(tree.idOf(path)).to.equal('spec');
    tree.setOpen(root, true);
    expect(tree.idOf(path)).to.equal('spec.a');
    expect(tree.idOf(['spec', 's'])).to.equal('spec.s');
    expect(tree.idOf(['other'])).to.equal(undefined);
    const row = at(tree, root, 'a', 'b', 0);
    expect(tree.reveal(path)).to.equal(`${row.id}.c`);
    expect(tree.idOf(path)).to.equal(`${row.id}.c`);
    expect(tree.idOf(['spec', 'a', 'm', 'k.8s/io'])).to.equal(at(tree, root, 'a', 'm', 0).id);
    expect(tree.idOf(['spec', 'a', 'b', 7])).to.equal('spec.a.b');
    expect(tree.labelAt(`${at(tree, root, 'a', 'm', 0).id}~key`)).to.equal('m row 1');
  });

  it('opens what hides a fault that only the tree knows', async () => {
    const nested = object({ a: object({ rows: listOf(object({ m: mapOf(text), o: object({ c: text }) })) }) });
    const { tree, root } = treeOf(nested, { spec: { a: { rows: [{ m: { k: 'v' }, o: { c: 'x' } }] } } });
    const row = at(tree, root, 'a', 'rows', 0);
    const entry = tree.addRow(at(tree, row, 'm'))!;
    tree.setText(entry, 'v');
    const [{ id } = { id: '' }] = tree.issues;
    expect(id).to.equal(entry.keyId);
    expect(tree.shownIdOf(id)).to.equal('spec');
    tree.setOpen(root, true);
    expect(tree.shownIdOf(id)).to.equal('spec.a');
    expect(tree.revealId(id)).to.equal(id);
    expect(tree.shownIdOf(id)).to.equal(id);
    expect([row.open, at(tree, row, 'o').open]).to.deep.equal([true, false]);
    const inner = at(tree, row, 'o');
    tree.setAsYaml(inner, true);
    tree.setYaml(inner, 'c: [');
    while (tree.issues.length < 2) await new Promise((resolve) => setTimeout(resolve, 2));
    for (const group of [root, inner]) tree.setOpen(group, false);
    expect(tree.shownIdOf(inner.id)).to.equal('spec');
    expect(tree.revealId(inner.id)).to.equal(`${inner.id}~text`);
    expect([root.open, inner.open]).to.deep.equal([true, true]);
    expect(tree.isUnreadable(['spec', 'a', 'rows', 0, 'o', 'c'])).to.equal(true);
    expect(tree.isUnreadable(['spec', 'a', 'rows', 0])).to.equal(false);
    expect(tree.labelAtPath(['spec', 'a', 'rows', 0, 'm'])).to.equal('rows row 1 › m');
    expect([tree.revealId('secret.KEY'), tree.shownIdOf('secret.KEY')]).to.deep.equal([undefined, undefined]);
  });

  it('renders again only what differs', () => {
    const { tree, root } = treeOf(schema);
    tree.setOpen(root, true);
    const [a, s] = tree.childrenOf(root) as [TreeNode, TreeNode];
    const before = [root.version, a.version, s.version];
    const issue = { id: s.id, message: 'wrong', severity: 'error' } as const;
    tree.watchIssues([root], (id) => (id === s.id ? issue : undefined));
    expect([root.version, a.version, s.version].map((version, i) => version !== before[i])).to.deep.equal([
      true,
      false,
      true,
    ]);
    const after = root.version;
    tree.watchIssues([root], (id) => (id === s.id ? { ...issue } : undefined));
    expect(root.version).to.equal(after);
  });

  it('checks fields below by the rules of an overlay', () => {
    const hints = new Map([
      ['spec.a.b.*.c', { label: 'See', check: (value: unknown) => (value === 'ok' ? undefined : 'Not ok.') }],
    ]);
    const { tree, root } = treeOf(schema, { spec: { a: { b: [{ c: 'ok' }, { c: 'no' }] } } }, hints);
    const second = at(tree, root, 'a', 'b', 1, 'c');
    expect(tree.issues).to.deep.equal([
      { id: second.id, label: 'b row 2 › See', message: 'Not ok.', severity: 'error' },
    ]);
  });

  it('keeps what was typed when the schema changes', () => {
    const { tree, root } = treeOf(schema);
    const map = at(tree, root, 'a', 'm');
    const row = tree.addRow(map)!;
    tree.setText(row, 'kept');
    const next = object({ ...schema.properties, extra: text });
    const again = tree.nodeOf({ ...root.field, schema: next });
    expect(tree.childrenOf(again).map(({ id }) => id)).to.include('spec.extra');
    expect(tree.valueOf(at(tree, again, 'a', 'm', 0))).to.equal('kept');
    expect(messagesOf(tree)).to.deep.equal(['A value needs a key.']);
  });
});

describe('controllers: field tree, YAML', () => {
  const settled = async (done: () => boolean) => {
    for (let i = 0; i < 500 && !done(); i++) await new Promise((resolve) => setTimeout(resolve, 2));
  };

  it('edits what has no control as YAML, and keeps what cannot be read', async () => {
    const { store, tree, root } = treeOf(object({ any: { 'x-kubernetes-preserve-unknown-fields': true } }));
    const node = at(tree, root, 'any');
    expect(tree.isYaml(node)).to.equal(true);
    tree.setYaml(node, 'a: [1\n');
    await settled(() => tree.issues.length > 0);
    expect(messagesOf(tree)[0]).to.match(/^Line \d, column \d: /);
    expect(tree.yamlOf(node)).to.equal('a: [1\n');
    expect(store.object).to.deep.equal({});
    tree.setYaml(node, 'a: [1] # why\n');
    expect(store.object).to.deep.equal({ spec: { any: { a: [1] } } });
    expect(tree.yamlOf(node)).to.equal('a: [1] # why\n');
    tree.setYaml(node, 'a: 1\n---\nb: 2\n');
    expect(messagesOf(tree)[0]).to.contain('Only one value can stand here.');
    tree.setYaml(node, ' ');
    expect(store.object).to.deep.equal({});
    expect(tree.issues).to.deep.equal([]);
  });

  it('goes to YAML and back, but not with text that cannot be read or shown', async () => {
    const { store, tree, root } = treeOf(object({ l: listOf(object({ name: text })) }), {
      spec: { l: [{ name: 'A' }] },
    });
    const list = at(tree, root, 'l');
    const [row] = tree.rowsOf(list);
    tree.setAsYaml(list, true);
    await settled(() => tree.yamlOf(list) !== undefined);
    expect(tree.yamlOf(list)).to.equal('- name: A\n');
    tree.setYaml(list, '- name: A\n- name: [\n');
    await settled(() => tree.issues.length > 0);
    expect(tree.setAsYaml(list, false)).to.equal(false);
    expect(tree.yamlOf(list)).to.equal('- name: A\n- name: [\n');
    tree.setYaml(list, '- name: A\n- name: B\n');
    expect(tree.setAsYaml(list, false)).to.equal(true);
    expect(tree.rowsOf(list)).to.have.length(2);
    expect(tree.rowsOf(list)[0]).to.equal(row);
    expect(store.object).to.deep.equal({ spec: { l: [{ name: 'A' }, { name: 'B' }] } });
    tree.setAsYaml(list, true);
    tree.setYaml(list, 'name: A\n');
    expect(tree.setAsYaml(list, false)).to.equal(false);
  });

  it('shows a value of another shape, and null, as YAML', () => {
    const { tree, root } = treeOf(
      object({ o: object({ a: text }), l: listOf(text), s: text, n: { type: 'string', nullable: true } }),
      {
        spec: { o: ['x'], l: { a: 1 }, s: null },
      },
    );
    for (const name of ['o', 'l', 's', 'n']) expect(tree.isYaml(at(tree, root, name)), name).to.equal(true);
  });

  it('offers a schema that contains itself a few times, then as YAML', () => {
    const self = object({ name: text });
    self.properties!['inner'] = self;
    const { tree, root } = treeOf(self);
    let node = root;
    let depth = 0;
    for (; !tree.isYaml(node); depth++) node = at(tree, node, 'inner');
    expect(depth).to.equal(3);
  });
});
