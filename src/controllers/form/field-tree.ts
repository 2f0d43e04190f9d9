import type { FormWords } from '../../locales/index.js';
import { deepEqual, isObject } from '../../manifest/json.js';
import type { NestedHints } from '../../schema/form/field-children.js';
import { searchFields, type FieldMatches } from '../../schema/form/field-search.js';
import { textOfValue, valueOfText } from '../../schema/form/field-text.js';
import type { FormField } from '../../schema/form/field.js';
import type { FieldPath } from '../../schema/types.js';
import { countSet, isEmpty, pathOf } from './field-tree/place.js';
import { issuesBelow, issuesOf, labelOf } from './field-tree/tree-issues.js';
import type { TreeNode } from './field-tree/tree-node.js';
import { TreeNodes } from './field-tree/tree-nodes.js';
import {
  controlOf,
  nodeOfControl,
  nodeTowards,
  openTowards,
  shownIdOf,
  watchIssues,
} from './field-tree/tree-places.js';
import type { FieldStore } from './field-tree/tree-writer.js';
import { TreeYaml } from './field-tree/tree-yaml.js';
import type { FormIssue } from './form-issue.js';
import { englishForm } from './form-words.js';

export type { TreeNode } from './field-tree/tree-node.js';
export type { FieldStore } from './field-tree/tree-writer.js';

/** A field or a node of the tree, by its id. What is no longer there is passed over. */
export interface FieldRef {
  readonly id: string;
}

export interface FieldTreeOptions {
  /** The words in use, asked for each time that they are needed; without it English. */
  words?: () => FormWords;
  /** Words and rules for fields below those that are given to the tree. */
  hints?: NestedHints;
}

/**
 * Any field of a schema with everything below it, and what the draft cannot hold of it: which groups are open, the
 * identity of rows, rows with repeated keys, text that cannot be read. Nodes are made when they are first asked for.
 */
export class FieldTree {
  readonly #store: FieldStore;
  readonly #words: () => FormWords;
  readonly #nodes: TreeNodes;
  readonly #yaml: TreeYaml;
  readonly #searches = new Map<string, string>();
  /** The last search, which every key press in a field that it found would repeat. */
  #found: { words: string; fields: readonly FormField[]; found: FieldMatches } | undefined;

  constructor(store: FieldStore, { words = englishForm, hints }: FieldTreeOptions = {}) {
    this.#store = store;
    this.#words = words;
    this.#nodes = new TreeNodes(store, hints);
    this.#yaml = new TreeYaml(this.#nodes);
  }

  get hints(): NestedHints | undefined {
    return this.#nodes.hints;
  }

  set hints(hints: NestedHints | undefined) {
    if (hints === this.hints) return;
    this.#nodes.hints = hints;
    this.#found = undefined;
    this.#store.requestUpdate();
  }

  /** The node of a field that the form itself has. Everything else is reached from such nodes. */
  nodeOf(field: FormField): TreeNode {
    return this.#nodes.rootOf(field);
  }

  /** The same for a group whose heading is the form's own: what is in it is always shown. */
  openNodeOf(field: FormField): TreeNode {
    const node = this.nodeOf(field);
    node.open = true;
    return node;
  }

  valueOf(node: TreeNode): unknown {
    return this.#nodes.valueOf(node);
  }

  /** Where the node's value is in the draft. Other than the path of a row's field, it is that of now. */
  pathOf(node: TreeNode): FieldPath {
    return pathOf(node);
  }

  /** The fields of an object. */
  childrenOf(node: TreeNode): readonly TreeNode[] {
    return this.#nodes.childrenOf(node);
  }

  /** The rows of a list or map, in the order in which they are shown. */
  rowsOf(node: TreeNode): readonly TreeNode[] {
    return this.#nodes.rowsOf(node);
  }

  /** How many values are set in a field. */
  setCount(field: FieldRef): number {
    const node = this.#nodes.find(field.id);
    return node ? countSet(this.valueOf(node)) : 0;
  }

  /** Members of an object that its schema does not name: only YAML shows them. */
  unknownKeysOf({ field }: TreeNode, value: unknown): string[] {
    const known = field.schema.properties ?? {};
    return isObject(value) ? Object.keys(value).filter((key) => !Object.hasOwn(known, key)) : [];
  }

  setOpen(field: FieldRef, open: boolean): void {
    this.#edit(field, (node) => (node.open = open));
  }

  /** What is searched for in a group of fields. */
  searchOf(group: string): string {
    return this.#searches.get(group) ?? '';
  }

  setSearch(group: string, words: string): void {
    this.#searches.set(group, words);
    this.#store.requestUpdate();
  }

  /** What a search in a group of fields finds; undefined while nothing is searched for. */
  foundIn(group: string, fields: readonly FormField[]): FieldMatches | undefined {
    const words = this.searchOf(group);
    if (words.trim() === '') return undefined;
    if (this.#found?.words !== words || this.#found.fields !== fields)
      this.#found = { words, fields, found: searchFields(fields, words, this.hints) };
    return this.#found.found;
  }

  /** Takes away everything that is set in a field. */
  clear(field: FieldRef): void {
    this.#edit(field, (node) => {
      this.#nodes.forget(node);
      this.#nodes.writer.put(node, undefined);
    });
  }

  /** Sets an object that says something by being there, such as `emptyDir`. */
  setPresent(field: FieldRef): void {
    this.#edit(field, (node) => {
      if (this.valueOf(node) === undefined) this.#nodes.writer.put(node, {});
    });
  }

  /** What the control of a scalar shows. */
  textOf(node: TreeNode, value = this.valueOf(node)): string {
    const { typed, field } = node;
    return typed && Object.is(typed.value, value) ? typed.text : textOfValue(field.kind, value);
  }

  /** Whether a text has more than one line; once it had, it stays so while it is being edited. */
  isMultiline(node: TreeNode, value = this.valueOf(node)): boolean {
    return (node.multiline ||= node.field.kind === 'string' && typeof value === 'string' && /[\r\n]/.test(value));
  }

  /** What was typed, in the type of the field. Text that is no number stays text, for the schema to refuse. */
  setText(field: FieldRef, text: string): void {
    this.#edit(field, (node) => {
      const { kind } = node.field;
      if (kind === 'string' && this.valueOf(node) === '') node.wasEmpty = true;
      // An empty text was there before anything was typed: it is what clearing restores.
      const value = valueOfText(kind, text) ?? (kind === 'string' && node.wasEmpty ? '' : undefined);
      this.#nodes.writer.put(node, value);
      node.typed = { text, value: this.valueOf(node) };
    });
  }

  /** A boolean or a value of an enum; undefined for none. */
  setValue(field: FieldRef, value: boolean | string | undefined): void {
    this.#edit(field, (node) => {
      node.typed = undefined;
      this.#nodes.writer.put(node, value);
    });
  }

  /** Adds a row at the end of a list or map. */
  addRow(list: FieldRef): TreeNode | undefined {
    return this.#edit(list, (node) => {
      const row = this.#nodes.addRow(node);
      row.open = true;
      return row;
    });
  }

  /** Returns the row that has taken its place, or the last one. */
  removeRow(row: FieldRef): TreeNode | undefined {
    return this.#edit(row, (node) => {
      const list = node.parent!;
      const before = this.rowsOf(list);
      const rows = before.filter((one) => one !== node);
      this.#nodes.writer.putRows(list, rows);
      this.#nodes.drop(node);
      return rows[Math.min(before.indexOf(node), rows.length - 1)];
    });
  }

  /** Moves a row up (-1) or down (1). */
  moveRow(row: FieldRef, by: -1 | 1): void {
    this.#edit(row, (node) => {
      const rows = [...this.rowsOf(node.parent!)];
      const at = rows.indexOf(node);
      const other = rows[at + by];
      if (!other) return;
      rows[at] = other;
      rows[at + by] = node;
      this.#nodes.writer.putRows(node.parent!, rows);
    });
  }

  /** The order of the rows stays, and a row whose key cannot be one keeps its value until it can. */
  renameKey(row: FieldRef, key: string): void {
    this.#edit(row, (node) => {
      if (node.row!.key === key) return;
      Object.assign(node.row!, { held: this.valueOf(node), inDraft: false, key });
      this.#nodes.writer.putRows(node.parent!, node.parent!.rows!);
    });
  }

  /** Whether a node is edited as YAML: because nothing else can show it, or because the user wants it. */
  isYaml(node: TreeNode, value = this.valueOf(node)): boolean {
    return this.#nodes.isYaml(node, value);
  }

  /** Whether there is a way to show the value without YAML. */
  canBeFields(node: TreeNode, value = this.valueOf(node)): boolean {
    return this.#nodes.canBeFields(node, value);
  }

  /** Text that cannot be read, or says what fields cannot show, stays YAML: false is returned. */
  setAsYaml(field: FieldRef, asYaml: boolean): boolean {
    return this.#edit(field, (node) => this.#yaml.switch(node, asYaml)) ?? false;
  }

  /** The YAML of a node; undefined while what writes it is being loaded. */
  yamlOf(node: TreeNode, value = this.valueOf(node)): string | undefined {
    return this.#yaml.textOf(node, value);
  }

  /** Text that cannot be read is kept, and its fault told; the value stays what it was. */
  setYaml(field: FieldRef, text: string): void {
    this.#edit(field, (node) => this.#yaml.setText(node, text));
  }

  /** Call when the draft has changed from outside. What says the same keeps its identity. */
  load(): void {
    for (const node of this.#nodes.all) {
      if (this.#nodes.live(node.id) !== node) continue;
      const value = this.valueOf(node);
      if (value === undefined || isEmpty(value)) node.wasEmpty = false;
      if (node.typed && !Object.is(node.typed.value, value)) node.typed = undefined;
      if (node.yaml && !deepEqual(node.yaml.value, value)) node.yaml = undefined;
    }
    for (const root of this.#nodes.roots) root.touch();
    this.#store.requestUpdate();
  }

  /** Call when everything was given up: nothing is remembered. */
  reset(): void {
    this.#nodes.reset();
    this.#searches.clear();
    this.#store.requestUpdate();
  }

  /** The faults of these fields that only the tree knows, from top to bottom. */
  issuesIn(fields: readonly FormField[]): FormIssue[] {
    return fields.flatMap((field) => issuesBelow(this.#nodes, this.nodeOf(field), this.#words()));
  }

  /** The faults of all fields of the tree that only the tree knows. */
  get issues(): readonly FormIssue[] {
    return this.#nodes.roots.flatMap((root) => issuesBelow(this.#nodes, root, this.#words()));
  }

  /** Something was entered that the draft does not hold. */
  get pending(): boolean {
    return this.#nodes.all.some((node) => issuesOf(node, this.#words()).length > 0);
  }

  /** Compares what is said at the shown controls with what was said there, so that only what differs renders again. */
  watchIssues(shown: readonly TreeNode[], issueOf: (id: string) => FormIssue | undefined): void {
    watchIssues(this.#nodes, shown, issueOf);
  }

  /**
   * The id of the control that shows a path of the object: the field's own, or that of the nearest group around it that
   * is shown. It depends on what is open; undefined when no field of the tree has the path.
   */
  idOf(path: FieldPath): string | undefined {
    return nodeTowards(this.#nodes, path, ({ open }) => open)?.id;
  }

  /** Opens everything that hides a path of the object, and returns the id of the control that shows it. */
  reveal(path: FieldPath): string | undefined {
    const shown = nodeTowards(this.#nodes, path, (group) => {
      if (!group.open) {
        group.open = true;
        group.touch();
      }
      return true;
    });
    this.#showAll();
    return shown && controlOf(this.#nodes, shown);
  }

  /** The same for what only an id names: a fault of the tree's own. Undefined when it is none of the tree's. */
  revealId(id: string): string | undefined {
    const control = openTowards(this.#nodes, id);
    if (control !== undefined) this.#showAll();
    return control;
  }

  /** The id itself, or that of the closed group which hides its control; undefined when it is none of the tree's. */
  shownIdOf(id: string): string | undefined {
    return shownIdOf(this.#nodes, id);
  }

  /** What the control with this id is called where it does not stand; undefined when it is none of the tree's. */
  labelAt(id: string): string | undefined {
    const node = nodeOfControl(this.#nodes, id);
    return node && labelOf(node, this.#words());
  }

  /** The same for what is at a path, or the nearest around it that has a name. */
  labelAtPath(path: FieldPath): string | undefined {
    const node = this.nodeAt(path);
    return node && labelOf(node, this.#words());
  }

  /** Whether a path is in a text that cannot be read: what the draft has there is not what the user says. */
  isUnreadable(path: FieldPath): boolean {
    return this.nodeAt(path)?.yaml?.fault !== undefined;
  }

  /** The node at a path below one of the form's fields, or the nearest above it that there is. */
  nodeAt(path: FieldPath): TreeNode | undefined {
    return nodeTowards(this.#nodes, path, () => true);
  }

  /** What is searched for would hide what was found otherwise. */
  #showAll(): void {
    this.#searches.clear();
    this.#store.requestUpdate();
  }

  /** Does something to a node that still is there, and has it and what it is in rendered again. */
  #edit<T>({ id }: FieldRef, change: (node: TreeNode) => T): T | undefined {
    const node = this.#nodes.live(id);
    if (!node) return undefined;
    const result = change(node);
    this.#nodes.changed(node);
    return result;
  }
}
