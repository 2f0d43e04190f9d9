import { isOpaque, emptyValueOf } from '../../../schema/form/field-children.js';
import type { FormField } from '../../../schema/form/field.js';
import type { StructuralSchema } from '../../../schema/types.js';
import type { ManifestIssue } from '../../../manifest/manifest-issue.js';

/** What only a row of a list or map has. */
export interface RowState {
  /** Names the row in ids; no other row ever has it. */
  readonly number: number;
  /** The key of an entry as it was typed; empty for an item. */
  key: string;
  /** The draft holds it. It cannot hold a repeated key, an entry without a key, or an item that says nothing. */
  inDraft: boolean;
  /** The value of a row that the draft does not hold. */
  held: unknown;
}

/** The text of a control, and the value that it gave: as long as that is the value, the text stays as it was typed. */
interface Typed {
  text: string;
  value: unknown;
}

export interface YamlText extends Typed {
  /** Why the text cannot be read; the value is then still the one before. */
  fault?: ManifestIssue;
}

/** A schema that contains itself is offered as fields this many times inside itself, then as YAML. */
const MAX_REPEATS = 3;
const MAX_DEPTH = 24;

let lastVersion = 0;

/** One field of a {@link FieldTree} with what the draft cannot hold of it. Only the tree changes it. */
export class TreeNode {
  /** Changes whenever something of this field or below it is to be shown differently, apart from its value. */
  version = ++lastVersion;
  /** The fields of an object, once they were asked for. */
  children: readonly TreeNode[] | undefined;
  /** The rows of a list or map, and the value that they were made of. */
  rows: readonly TreeNode[] | undefined;
  seen: unknown;
  open = false;
  /** The user edits it as YAML. */
  asYaml = false;
  typed: Typed | undefined;
  yaml: YamlText | undefined;
  /** Its text has, or had, more than one line. */
  multiline = false;
  /** It was there though it was empty, so clearing what is in it leaves it empty and not absent. */
  wasEmpty = false;
  /** What was last said at it, to see when that changes. */
  said = '';

  constructor(
    public field: FormField,
    public parent: TreeNode | undefined,
    readonly row?: RowState,
  ) {}

  get id(): string {
    return this.field.id;
  }

  /** The id of the control of an entry's key. */
  get keyId(): string {
    return `${this.id}~key`;
  }

  /** Whether it is an entry of a map. */
  get isEntry(): boolean {
    return this.row !== undefined && this.parent?.field.kind === 'map';
  }

  /** Only YAML can say what may be here. */
  get isOpaque(): boolean {
    return isOpaque(this.field) || this.#isTooDeep;
  }

  /** What a row holds before anything was entered. An item is nothing then; an entry has its key to say something. */
  get initial(): unknown {
    if (this.isOpaque || !this.isEntry) return undefined;
    return this.field.kind === 'string' ? '' : emptyValueOf(this.field.kind);
  }

  /** It, and all that it is in, is to be rendered again. */
  touch(): void {
    lastVersion += 1;
    for (let node: TreeNode | undefined = this as TreeNode; node; node = node.parent) node.version = lastVersion;
  }

  get #isTooDeep(): boolean {
    const schema: StructuralSchema = this.field.schema;
    let depth = 0;
    let repeats = 0;
    for (let node = this.parent; node; node = node.parent) {
      depth += 1;
      if (node.field.schema === schema) repeats += 1;
    }
    return repeats >= MAX_REPEATS || depth >= MAX_DEPTH;
  }
}
