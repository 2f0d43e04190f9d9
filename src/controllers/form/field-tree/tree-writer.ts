import { isObject, setIn } from '../../../manifest/json.js';
import type { FieldPath } from '../../../schema/types.js';
import { isEmpty, pathOf, stepOf, valueOf } from './place.js';
import type { TreeNode } from './tree-node.js';

/** Where the values of a tree are: the draft of a form. */
export interface FieldStore {
  valueAt(path: FieldPath): unknown;
  /** `undefined` removes the value and the objects that this leaves empty. */
  write(path: FieldPath, value: unknown): void;
  requestUpdate(): void;
}

/** Writes what fields say into the draft, or into the rows that the draft cannot hold yet. */
export class TreeWriter {
  constructor(private readonly store: FieldStore) {}

  valueOf(node: TreeNode): unknown {
    return valueOf(node, (path) => this.store.valueAt(path));
  }

  /** Sets the value of a node; undefined takes it away, and with it the objects that this leaves empty. */
  put(node: TreeNode, value: unknown): void {
    if (node.row) this.#putRow(node, value === undefined ? node.initial : value);
    else if (value === undefined) this.#remove(node);
    else this.#set(node, value);
  }

  /** Gives a list or map these rows; `changed` are values that are not what they were. */
  putRows(list: TreeNode, rows: readonly TreeNode[], changed?: ReadonlyMap<TreeNode, unknown>): void {
    const values = rows.map((row) => (changed?.has(row) ? changed.get(row) : this.valueOf(row)));
    const held = heldInDraft(list, rows, values);
    const before = this.valueOf(list);
    list.rows = rows;
    for (const [index, { row }] of rows.entries()) {
      row!.inDraft = held[index]!;
      row!.held = held[index] ? undefined : values[index];
    }
    list.touch();
    const next =
      list.field.kind === 'list'
        ? values.filter((_, index) => held[index])
        : Object.fromEntries(rows.flatMap(({ row }, index) => (held[index] ? [[row!.key, values[index]]] : [])));
    if (isSame(before, next) || (isEmpty(next) && (before === undefined || isEmpty(before)))) return;
    this.put(list, isEmpty(next) && !list.wasEmpty ? undefined : next);
    list.seen = this.valueOf(list);
  }

  #putRow(node: TreeNode, value: unknown): void {
    if (value !== undefined && node.row!.inDraft) this.#set(node, value);
    else this.putRows(node.parent!, node.parent!.rows!, new Map([[node, value]]));
  }

  #remove(node: TreeNode): void {
    const { parent } = node;
    if (!parent) {
      if (this.store.valueAt(node.field.path) !== undefined) this.store.write(node.field.path, undefined);
      return;
    }
    const holder = this.valueOf(parent);
    const step = stepOf(node);
    if (!isObject(holder) || !Object.hasOwn(holder, step)) return;
    const { [step]: _gone, ...rest } = holder;
    this.put(parent, isEmpty(rest) && !parent.wasEmpty ? undefined : rest);
  }

  #set(node: TreeNode, value: unknown): void {
    for (let at: TreeNode | undefined = node; at; at = at.parent) {
      const before = this.valueOf(at);
      if (before === undefined) at.wasEmpty = false;
      else if (isEmpty(before)) at.wasEmpty = true;
    }
    const holder = heldRowAbove(node);
    if (!holder) this.store.write(pathOf(node), value);
    else {
      const steps = pathOf(node).slice(pathOf(holder).length);
      holder.row!.held = setIn(holder.row!.held, steps, value);
      // It may have been its missing value that kept it out.
      this.putRows(holder.parent!, holder.parent!.rows!);
    }
    this.#remember(node);
  }

  /** What the tree itself has written is no change from outside to the rows that it is in. */
  #remember(node: TreeNode): void {
    for (let at = node.parent; at; at = at.parent) if (at.rows) at.seen = this.valueOf(at);
  }
}

function heldRowAbove(node: TreeNode): TreeNode | undefined {
  for (let at: TreeNode | undefined = node; at; at = at.parent) if (at.row && !at.row.inDraft) return at;
  return undefined;
}

/** Which rows the draft can hold. A key belongs to the row that has it in the draft, otherwise to the first. */
function heldInDraft(list: TreeNode, rows: readonly TreeNode[], values: readonly unknown[]): boolean[] {
  if (list.field.kind === 'list') return values.map((value) => value !== undefined);
  const mayBe = (index: number) => rows[index]!.row!.key !== '' && values[index] !== undefined;
  const owners = new Map<string, number>();
  for (const [index, { row }] of rows.entries()) if (row!.inDraft && mayBe(index)) owners.set(row!.key, index);
  for (const [index, { row }] of rows.entries()) if (mayBe(index) && !owners.has(row!.key)) owners.set(row!.key, index);
  return rows.map(({ row }, index) => owners.get(row!.key) === index);
}

/** The same parts in the same order. */
function isSame(before: unknown, next: object): boolean {
  if (typeof before !== 'object' || before === null || Array.isArray(before) !== Array.isArray(next)) return false;
  const old = Object.entries(before);
  const now = Object.entries(next);
  return (
    old.length === now.length &&
    now.every(([key, value], index) => key === old[index]![0] && Object.is(value, old[index]![1]))
  );
}
