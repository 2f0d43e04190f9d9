import { MAX_DEPTH } from './json-schema.js';
import { isObject } from './json.js';
import { escapePointer } from './pointer.js';
import type { StructuralSchema, UncheckedRule, ValidationRule } from './types.js';

/** The rules that stand at one node of a schema; what is no rule is left out. */
export function rulesAt(schema: StructuralSchema): ValidationRule[] {
  const rules: unknown = schema['x-kubernetes-validations'];
  return Array.isArray(rules) ? rules.filter(isRule) : [];
}

const isRule = (value: unknown): value is ValidationRule =>
  isObject(value) && typeof value['rule'] === 'string' && value['rule'].trim() !== '';

/** All rules of a schema that are for an object that is created, each with the place of its values. */
export function rulesOf(schema: StructuralSchema): UncheckedRule[] {
  const found: UncheckedRule[] = [];
  const seen = new Set<StructuralSchema>();
  let depth = 0;
  const visit = (node: StructuralSchema | undefined | boolean, path: string): void => {
    // A schema may contain itself.
    if (typeof node !== 'object' || node === null || seen.has(node) || depth > MAX_DEPTH) return;
    seen.add(node);
    depth += 1;
    for (const rule of rulesAt(node)) if (!isTransition(rule)) found.push(unchecked(rule, path));
    if (Array.isArray(node.allOf)) for (const branch of node.allOf) visit(branch, path);
    if (isObject(node.properties))
      for (const [name, property] of Object.entries(node.properties)) visit(property, `${path}/${escapePointer(name)}`);
    visit(node.items, `${path}/*`);
    visit(node.additionalProperties, `${path}/*`);
    depth -= 1;
  };
  visit(schema, '');
  return found;
}

/** How a rule is listed that only the server can check. */
export const unchecked = ({ rule, message }: ValidationRule, path: string): UncheckedRule => ({
  path,
  rule,
  ...(message !== undefined && { message }),
});

/** Whether a rule is about a change, and so not for an object that is created. */
export const isTransition = ({ rule, optionalOldSelf }: ValidationRule): boolean =>
  optionalOldSelf !== true && /\boldSelf\b/.test(rule.replaceAll(STRING_LITERAL, "''"));

const STRING_LITERAL = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/g;
