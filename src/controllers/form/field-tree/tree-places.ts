import type { FieldPath } from '../../../schema/types.js';
import type { FormIssue } from '../form-issue.js';
import { stepOf } from './place.js';
import type { TreeNode } from './tree-node.js';
import type { TreeNodes } from './tree-nodes.js';

/** The deepest node on the way to a path; a group of fields is entered only where `enter` says so. */
export function nodeTowards(
  nodes: TreeNodes,
  path: FieldPath,
  enter: (group: TreeNode) => boolean,
): TreeNode | undefined {
  const root = rootAbove(nodes, path);
  let node = root;
  for (const step of path.slice(root?.field.path.length)) {
    const inner = node && stepInto(nodes, node, step, enter);
    if (!inner) break;
    node = inner;
  }
  return node;
}

function rootAbove(nodes: TreeNodes, path: FieldPath): TreeNode | undefined {
  const above = nodes.roots.filter(({ field }) => field.path.every((step, index) => step === path[index]));
  return above.toSorted((a, b) => b.field.path.length - a.field.path.length)[0];
}

function stepInto(
  nodes: TreeNodes,
  node: TreeNode,
  step: string | number,
  enter: (group: TreeNode) => boolean,
): TreeNode | undefined {
  if (nodes.isYaml(node)) return undefined;
  const { kind } = node.field;
  if (kind === 'object') return enter(node) ? nodes.childrenOf(node).find((one) => stepOf(one) === step) : undefined;
  if (kind !== 'list' && kind !== 'map') return undefined;
  return nodes.rowsOf(node).find((one) => one.row!.inDraft && stepOf(one) === step);
}

/** Compares what is said at the shown controls with what was said there, so that only what differs renders again. */
export function watchIssues(
  nodes: TreeNodes,
  shown: readonly TreeNode[],
  issueOf: (id: string) => FormIssue | undefined,
): void {
  const textAt = (id: string) => {
    const issue = issueOf(id);
    return issue ? `${issue.severity} ${issue.message}` : '';
  };
  const visit = (node: TreeNode): void => {
    const said = node.isEntry ? `${textAt(node.id)}\n${textAt(node.keyId)}` : textAt(node.id);
    if (said !== node.said) {
      node.said = said;
      node.touch();
    }
    if (node.field.kind !== 'object' || node.open) for (const inner of nodes.madeBelow(node)) visit(inner);
  };
  for (const node of shown) visit(node);
}
