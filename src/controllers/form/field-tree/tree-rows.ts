import { deepEqual } from '../../../manifest/json.js';
import { entryOf, itemOf, type NestedField, type NestedHints } from '../../../schema/form/field-children.js';
import { isEmpty, memberOf, rowsInDraft, stepOf } from './place.js';
import { matchEntries, matchItems, type OldRow } from './reconcile.js';
import { TreeNode, type RowState } from './tree-node.js';

let lastRow = 0;

/** A row of a list or map that says nothing yet. Its id is never given again. */
export function newRow(list: TreeNode, hints: NestedHints | undefined, key = ''): TreeNode {
  const state: RowState = { number: ++lastRow, key, inDraft: false, held: undefined };
  const row = new TreeNode(rowField(list, state, hints), list, state);
  state.held = row.initial;
  return row;
}

/** The field that a row of this list or map edits. */
export function rowField(list: TreeNode, { number, key }: RowState, hints: NestedHints | undefined): NestedField {
  return list.field.kind === 'list' ? itemOf(list.field, 0, number, hints) : entryOf(list.field, key, number, hints);
}

/** The rows for a value that did not come from them: those that say the same keep their identity. */
export function rowsFor(list: TreeNode, value: unknown, hints: NestedHints | undefined): readonly TreeNode[] {
  const before = list.rows ?? [];
  const old = rowsInDraft(list).map((row): OldRow<TreeNode> => ({
    row,
    key: row.row!.key,
    value: memberOf(list.seen, stepOf(row)),
  }));
  const matched =
    list.field.kind === 'list'
      ? matchItems(old, Array.isArray(value) ? value : []).map((row) => ({ key: '', row }))
      : matchEntries(old, value);
  const isSame =
    matched.length === old.length && matched.every(({ key, row }, i) => row === old[i]!.row && key === old[i]!.key);
  if (isSame) return before;
  const shown = matched.map(({ key, row = newRow(list, hints, key) }) => {
    Object.assign(row.row!, { key, inDraft: true, held: undefined });
    return row;
  });
  // Nothing that was entered is lost, though it is in nobody's order any more.
  return [...shown, ...before.filter((row) => !row.row!.inDraft && saysSomething(row))];
}

/** Something was entered in a row that the draft does not hold. */
export function saysSomething(row: TreeNode): boolean {
  const { key, held } = row.row!;
  return key !== '' || !(deepEqual(held, row.initial) || (row.initial !== undefined && isEmpty(held)));
}
