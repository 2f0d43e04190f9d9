import { isObject, member } from './json.js';
import type { StructuralSchema } from './types.js';

/** The schema of an object's member: that of the property, or that of all others. */
export function memberSchema(schema: StructuralSchema, key: string): StructuralSchema | undefined {
  const property = member(schema.properties, key);
  if (property) return property;
  return isObject(schema.additionalProperties) ? schema.additionalProperties : undefined;
}

/** Whether the values are lists. */
export const isListSchema = (schema: StructuralSchema): boolean =>
  schema.type === 'array' || (schema.type === undefined && schema.items !== undefined);
