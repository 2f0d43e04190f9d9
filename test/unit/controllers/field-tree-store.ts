import type { FieldStore } from '../../../src/controllers/form/field-tree.js';
import { FieldTree } from '../../../src/controllers/form/field-tree.js';
import { getIn, setIn, unsetIn } from '../../../src/manifest/json.js';
import type { NestedHints } from '../../../src/schema/form/field-children.js';
import { kindOf, type FormField } from '../../../src/schema/form/field.js';
import type { StructuralSchema } from '../../../src/schema/types.js';

/** A draft that is nothing but an object. */
export class ObjectStore implements FieldStore {
  updates = 0;
  writes = 0;

  constructor(public object: object = {}) {}

  valueAt(path: readonly (string | number)[]): unknown {
    return getIn(this.object, path);
  }

  write(path: readonly (string | number)[], value: unknown): void {
    this.writes += 1;
    this.object = value === undefined ? unsetIn(this.object, path) : setIn(this.object, path, value);
  }

  requestUpdate(): void {
    this.updates += 1;
  }
}

export function rootField(schema: StructuralSchema, path: string[] = ['spec']): FormField {
  return {
    id: path.join('.'),
    path,
    kind: kindOf(schema),
    label: schema.title ?? path.at(-1)!,
    required: false,
    schema,
  };
}

/** A tree over an object of which `spec` has this schema. */
export function treeOf(schema: StructuralSchema, object: object = {}, hints?: NestedHints) {
  const store = new ObjectStore(object);
  const tree = new FieldTree(store, hints ? { hints } : {});
  const root = tree.nodeOf(rootField(schema));
  return { store, tree, root };
}
