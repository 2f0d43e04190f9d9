import { childrenOf, type NestedHints } from '../../../schema/form/field-children.js';
import type { FormField } from '../../../schema/form/field.js';
import { fits } from './place.js';
import { TreeNode } from './tree-node.js';
import { newRow, rowField, rowsFor } from './tree-rows.js';
import { TreeWriter, type FieldStore } from './tree-writer.js';

/** The nodes of a tree, made when they are first asked for, and found again by their ids. */
export class TreeNodes {
  readonly writer: TreeWriter;
  readonly #roots = new Map<string, TreeNode>();
  readonly #nodes = new Map<string, TreeNode>();
  #hints: NestedHints | undefined;

  constructor(
    private readonly store: FieldStore,
    hints: NestedHints | undefined,
  ) {
    this.writer = new TreeWriter(store);
    this.#hints = hints;
  }

  get hints(): NestedHints | undefined {
    return this.#hints;
  }

  set hints(hints: NestedHints | undefined) {
    this.#hints = hints;
    for (const node of this.#nodes.values()) node.children = undefined;
    for (const root of this.#roots.values()) root.touch();
  }

  get roots(): readonly TreeNode[] {
    return [...this.#roots.values()];
  }

  get all(): readonly TreeNode[] {
    return [...this.#nodes.values()];
  }

  rootOf(field: FormField): TreeNode {
    const known = this.#roots.get(field.id);
    if (known?.field === field) return known;
    const node = this.#adopt(field, undefined);
    this.#roots.set(field.id, node);
    return node;
  }

  find(id: string): TreeNode | undefined {
    return this.#nodes.get(id);
  }

  /** The node of an id, if it still is there: the draft may have changed since it was rendered. */
  live(id: string): TreeNode | undefined {
    const lists: TreeNode[] = [];
    for (let at = this.#nodes.get(id); at; at = at.parent) if (at.rows) lists.unshift(at);
    for (const list of lists) this.rowsOf(list);
    return this.#nodes.get(id);
  }

  valueOf(node: TreeNode): unknown {
    return this.writer.valueOf(node);
  }

  childrenOf(node: TreeNode): readonly TreeNode[] {
    return (node.children ??= childrenOf(node.field, this.#hints).map((field) => this.#adopt(field, node)));
  }

  rowsOf(node: TreeNode): readonly TreeNode[] {
    const value = this.valueOf(node);
    if (node.rows && value === node.seen) return node.rows;
    const rows = rowsFor(node, value, this.#hints);
    for (const row of node.rows ?? []) if (!rows.includes(row)) this.drop(row);
    for (const row of rows) this.#nodes.set(row.id, row);
    node.rows = rows;
    node.seen = value;
    return rows;
  }

  /** What has been made below a node. */
  madeBelow(node: TreeNode): readonly TreeNode[] {
    return node.rows ? this.rowsOf(node) : (node.children ?? []);
  }

  addRow(list: TreeNode): TreeNode {
    const row = newRow(list, this.#hints);
    const rows = [...this.rowsOf(list), row];
    this.#nodes.set(row.id, row);
    this.writer.putRows(list, rows);
    return row;
  }

  drop(node: TreeNode): void {
    this.#nodes.delete(node.id);
    for (const inner of [...(node.children ?? []), ...(node.rows ?? [])]) this.drop(inner);
  }

  /** What was typed in a node and below it is gone with its values; rows that the draft does not hold go as well. */
  forget(node: TreeNode): void {
    for (const row of node.rows ?? []) this.drop(row);
    Object.assign(node, { typed: undefined, yaml: undefined, wasEmpty: false, rows: undefined });
    node.touch();
    for (const inner of node.children ?? []) this.forget(inner);
  }

  reset(): void {
    this.#roots.clear();
    this.#nodes.clear();
  }

  /** Whether there is a way to show the value without YAML. */
  canBeFields(node: TreeNode, value = this.valueOf(node)): boolean {
    return !node.isOpaque && fits(node.field.kind, value);
  }

  isYaml(node: TreeNode, value = this.valueOf(node)): boolean {
    return node.asYaml || node.yaml?.fault !== undefined || !this.canBeFields(node, value);
  }

  /** Something of a node has changed that is to be seen. */
  changed(node: TreeNode): void {
    node.touch();
    this.store.requestUpdate();
  }

  /** The node for a field: the one that had its id before, as long as that was of the same kind. */
  #adopt(field: FormField, parent: TreeNode | undefined): TreeNode {
    const known = this.#nodes.get(field.id);
    if (known?.field.kind !== field.kind) {
      const node = new TreeNode(field, parent);
      this.#nodes.set(field.id, node);
      // The rows of a list whose items have become something else are made again.
      if (known?.row && parent) parent.rows = undefined;
      return node;
    }
    Object.assign(known, { field, parent, children: undefined });
    for (const row of known.rows ?? []) this.#adopt(rowField(known, row.row!, this.#hints), known);
    known.touch();
    return known;
  }
}
