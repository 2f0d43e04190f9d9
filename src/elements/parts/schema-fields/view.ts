import type { FieldTree, TreeNode } from '../../../controllers/form/field-tree.js';
import type { FormIssue } from '../../../controllers/form/form-issue.js';
import type { FormWords } from '../../../locales/index.js';

/**
 * What the fields of a schema are rendered with. Unchanged fields are not rendered again, so its functions must do the
 * same on every render: they may read what is current, but not hold what was.
 */
export interface SchemaFieldsView {
  tree: FieldTree;
  /** The fault to show at a control. */
  issueOf: (id: string) => FormIssue | undefined;
  /** The user has left a control. */
  touch: (id: string) => void;
  readonly messages: FormWords;
}

/** The fields of a form, in the words of the moment. */
export function schemaFieldsOf(
  form: Pick<SchemaFieldsView, 'tree' | 'issueOf' | 'touch'>,
  words: () => FormWords,
): SchemaFieldsView {
  return {
    tree: form.tree,
    issueOf: (id) => form.issueOf(id),
    touch: (id) => form.touch(id),
    get messages() {
      return words();
    },
  };
}

/** A node that is about to be rendered, with its value and the name that it has where it stands. */
export interface ShownNode {
  node: TreeNode;
  value: unknown;
  label: string;
  labelHidden?: boolean;
  /** The id of the control where it is not that of the node. */
  controlId?: string;
}
