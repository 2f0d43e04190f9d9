import { isObject } from '../../../manifest/json.js';
import type { FieldKind } from '../../../schema/form/field.js';
import type { FieldPath } from '../../../schema/types.js';
import type { TreeNode } from './tree-node.js';

/** The value of a node, in the draft or, where the draft cannot hold it, in its row. */
export function valueOf(node: TreeNode, read: (path: FieldPath) => unknown): unknown {
  if (node.row && !node.row.inDraft) return node.row.held;
  return node.parent ? memberOf(valueOf(node.parent, read), stepOf(node)) : read(node.field.path);
}

/** The own member of an object or list. */
export function memberOf(value: unknown, step: string | number): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
  return (value as Record<string | number, unknown>)[step];
}

/** How the parent's value names this one: a property, a key, or the index among the rows that the draft holds. */
export function stepOf(node: TreeNode): string | number {
  if (!node.row) return node.field.path.at(-1) ?? '';
  if (node.isEntry) return node.row.key;
  return rowsInDraft(node.parent!).indexOf(node);
}

export function rowsInDraft(list: TreeNode): TreeNode[] {
  return (list.rows ?? []).filter((one) => one.row!.inDraft);
}

export function pathOf(node: TreeNode): FieldPath {
  return node.parent ? [...pathOf(node.parent), stepOf(node)] : node.field.path;
}

export function isEmpty(value: unknown): boolean {
  return Array.isArray(value) ? value.length === 0 : isObject(value) && Object.keys(value).length === 0;
}

/** Whether the control of this kind can show the value; YAML can show any. */
export function fits(kind: FieldKind, value: unknown): boolean {
  if (value === undefined) return true;
  if (kind === 'object' || kind === 'map') return isObject(value);
  return kind === 'list' ? Array.isArray(value) : typeof value !== 'object';
}

const counts = new WeakMap<object, number>();

/** How many values are set in here. What is there though empty counts as one. */
export function countSet(value: unknown): number {
  if (value === undefined) return 0;
  if (typeof value !== 'object' || value === null) return 1;
  let count = counts.get(value);
  if (count === undefined) {
    const inner: unknown[] = Object.values(value);
    count = inner.length === 0 ? 1 : inner.reduce<number>((sum, one) => sum + countSet(one), 0);
    counts.set(value, count);
  }
  return count;
}
