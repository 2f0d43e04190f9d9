import { isScalar } from '../../../schema/form/field.js';
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

/** The node with a control of this id. */
export function nodeOfControl(nodes: TreeNodes, id: string): TreeNode | undefined {
  return nodes.find(id) ?? nodes.find(id.replace(/~key$/, ''));
}

/** The groups of fields that a node is in, from the outside. */
function groupsAround({ parent }: TreeNode): TreeNode[] {
  if (!parent) return [];
  return [...groupsAround(parent), ...(parent.field.kind === 'object' ? [parent] : [])];
}

/** The id of a control, or of the outermost closed group that hides it. */
export function shownIdOf(nodes: TreeNodes, id: string): string | undefined {
  const node = nodeOfControl(nodes, id);
  return node && (groupsAround(node).find(({ open }) => !open)?.id ?? id);
}

/** Opens the groups that hide a control, and returns the id of what takes the focus for it. */
export function openTowards(nodes: TreeNodes, id: string): string | undefined {
  const node = nodeOfControl(nodes, id);
  if (!node) return undefined;
  for (const group of groupsAround(node)) open(group);
  return id === node.id ? controlOf(nodes, node) : id;
}

/** The id of what takes the focus for a node: its text, opened, where that stands in the place of several controls. */
export function controlOf(nodes: TreeNodes, node: TreeNode): string {
  const { id, isOpaque, field } = node;
  if (isOpaque || isScalar(field.kind) || !nodes.isYaml(node)) return id;
  open(node);
  return `${id}~text`;
}

function open(node: TreeNode): void {
  if (node.open) return;
  node.open = true;
  node.touch();
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
