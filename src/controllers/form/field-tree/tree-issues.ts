import type { FormWords } from '../../../locales/index.js';
import { messageOf } from '../../../manifest/manifest-issue.js';
import { error, type FormIssue } from '../form-issue.js';
import type { TreeNode } from './tree-node.js';
import type { TreeNodes } from './tree-nodes.js';
import { saysSomething } from './tree-rows.js';

/** What a node is called where it does not stand: a row by its list and position, a field in a row with its row. */
export function labelOf(node: TreeNode, messages: FormWords): string {
  if (!node.row) {
    const row = rowAround(node);
    return row ? `${labelOf(row, messages)} › ${node.field.label}` : node.field.label;
  }
  const position = (node.parent!.rows ?? []).indexOf(node) + 1;
  return messages.rowOf(labelOf(node.parent!, messages), position);
}

function rowAround({ parent }: TreeNode): TreeNode | undefined {
  return !parent || parent.row ? parent : rowAround(parent);
}

/** The faults of one node that no schema can see, because the draft does not hold what is wrong. */
export function issuesOf(node: TreeNode, messages: FormWords): FormIssue[] {
  return [...rowIssues(node, messages), ...yamlIssues(node, messages)].map((issue) => ({
    ...issue,
    label: labelOf(node, messages),
  }));
}

function rowIssues(node: TreeNode, messages: FormWords): FormIssue[] {
  if (!node.isEntry || node.row!.inDraft || !saysSomething(node)) return [];
  const { key, held } = node.row!;
  if (key === '') return [error(node.keyId, messages.emptyKey)];
  if (held === undefined) return node.yaml?.fault ? [] : [error(node.id, messages.emptyValue)];
  return [error(node.keyId, messages.duplicateKey(key))];
}

function yamlIssues({ id, yaml }: TreeNode, messages: FormWords): FormIssue[] {
  const fault = yaml?.fault;
  return fault
    ? [error(id, messages.labelled(messages.problemAt(fault.line, fault.column), messageOf(fault, messages)))]
    : [];
}

/** The faults of a node and of all that was made below it, from top to bottom. */
export function issuesBelow(nodes: TreeNodes, node: TreeNode, messages: FormWords): FormIssue[] {
  const value = nodes.valueOf(node);
  const issues = issuesOf(node, messages);
  // The form itself checks the fields that it has.
  const fault = node.parent && value !== undefined && value !== '' ? node.field.check?.(value) : undefined;
  if (fault !== undefined) issues.push({ ...error(node.id, fault), label: labelOf(node, messages) });
  const inner = nodes.madeBelow(node).flatMap((one) => issuesBelow(nodes, one, messages));
  // Its YAML stands for the rows that it hides: they come back with the fields.
  return [...issues, ...(nodes.isYaml(node, value) ? inner.map((issue) => ({ ...issue, id: node.id })) : inner)];
}
