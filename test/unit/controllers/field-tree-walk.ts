import type { FieldTree, TreeNode } from '../../../src/controllers/form/field-tree.js';

/** Goes to every leaf below a node, opening what is on the way and adding a row to each empty list and map. */
export function leavesOf(tree: FieldTree, node: TreeNode, depth = 0): { leaves: TreeNode[]; nodes: number } {
  const { kind } = node.field;
  if (tree.isYaml(node) || depth > 30) return { leaves: [node], nodes: 1 };
  if (kind === 'object') {
    tree.setOpen(node, true);
    return sum(tree.childrenOf(node).map((child) => leavesOf(tree, child, depth + 1)));
  }
  if (kind === 'list' || kind === 'map') {
    if (tree.rowsOf(node).length === 0) {
      const row = tree.addRow(node)!;
      if (row.isEntry) tree.renameKey(row, 'example.com/key.a');
    }
    return sum(tree.rowsOf(node).map((row) => leavesOf(tree, row, depth + 1)));
  }
  return { leaves: [node], nodes: 1 };
}

function sum(parts: { leaves: TreeNode[]; nodes: number }[]) {
  return {
    leaves: parts.flatMap(({ leaves }) => leaves),
    nodes: 1 + parts.reduce((count, { nodes }) => count + nodes, 0),
  };
}

/** A text that the control of a leaf takes, and the value that it stands for. */
export function sampleOf({ field }: TreeNode): { text: string; value: unknown } {
  switch (field.kind) {
    case 'integer':
      return { text: '9007199254740993', value: 9007199254740993n };
    case 'number':
      return { text: '1.5', value: 1.5 };
    case 'int-or-string':
      return { text: '"80"', value: '80' };
    case 'boolean':
      return { text: 'false', value: false };
    case 'enum':
      return { text: field.options![0]!.value, value: field.options![0]!.value };
    default:
      return { text: ' some text', value: ' some text' };
  }
}
