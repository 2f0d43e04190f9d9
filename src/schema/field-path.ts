import { isListSchema, memberSchema } from './members.js';
import type { FieldPath, StructuralSchema } from './types.js';

export { pathToPointer, pointerToPath, valueAt } from './pointer.js';
export * from './server-causes.js';
export { parseServerPath } from './server-path.js';

/** The schema of the field at a path; `undefined` where the schema says nothing of it. */
export function schemaAt(schema: StructuralSchema, path: FieldPath): StructuralSchema | undefined {
  let inner: StructuralSchema | undefined = schema;
  for (const part of path) {
    if (inner === undefined) return undefined;
    inner = isListSchema(inner) ? inner.items : memberSchema(inner, String(part));
  }
  return inner;
}

/**
 * The path as the API server writes it: `spec.runtimeSettings.container.env[0].name`. Map keys are not escaped
 * (`limits.nvidia.com/gpu`). The schema, if given, corrects parts of the wrong type, such as an index written as text.
 */
export function formatServerPath(path: FieldPath, schema?: StructuralSchema): string {
  let text = '';
  let inner = schema;
  for (const part of path) {
    const known = inner?.type === 'array' || inner?.type === 'object' ? inner.type : undefined;
    const isIndex = known === undefined ? typeof part === 'number' : known === 'array';
    text += isIndex ? `[${part}]` : text === '' ? part : `.${part}`;
    inner = inner && schemaAt(inner, [part]);
  }
  return text;
}
