import type { SchemaError } from './types.js';

/** A combinator of the schema that an error belongs to: the combinator's own, or one of a branch. */
export interface Combinator {
  keyword: 'anyOf' | 'oneOf' | 'allOf' | 'not';
  /** JSON pointer of the value that the combinator judges. */
  instancePath: string;
  /** JSON pointer of the combinator in the schema. */
  schemaPath: string;
}

const COMBINATORS: ReadonlySet<string> = new Set(['anyOf', 'oneOf', 'allOf', 'not']);

/** These keywords are followed by a name or a number, and then by a schema again. */
const NAMED: ReadonlySet<string> = new Set(['properties', '$defs', 'definitions', 'anyOf', 'oneOf', 'allOf']);

/** These lead to another value than the schema's own. */
const LEADING_ON: ReadonlySet<string> = new Set(['properties', 'items', 'additionalProperties']);

/**
 * The outermost combinator on the way to an error. Only what follows `within` in its schema path is looked at, so that
 * the errors of a branch can be taken for those of a schema.
 */
export function combinatorOf(error: SchemaError, within: string): Combinator | undefined {
  const start = within === '' ? 1 : within.length;
  const parts = error.schemaPath.slice(start).split('/').slice(1);
  let steps = 0;
  let found: { keyword: Combinator['keyword']; end: number; steps: number } | undefined;
  let length = 0;
  for (let index = 0; index < parts.length; index += 1) {
    const keyword = parts[index]!;
    length += 1 + keyword.length;
    if (!found && COMBINATORS.has(keyword)) found = { keyword: keyword as Combinator['keyword'], end: length, steps };
    // An error about the members as such, for example an unknown one, is one of the object.
    const isLast = index === parts.length - 1;
    if (LEADING_ON.has(keyword) && !isLast) steps += 1;
    if (NAMED.has(keyword) && !isLast) {
      index += 1;
      length += 1 + parts[index]!.length;
    }
  }
  if (!found) return undefined;
  // Counted from the end, since a path through a reference does not begin at the object's root.
  const instance = error.instancePath.split('/');
  return {
    keyword: found.keyword,
    instancePath: instance.slice(0, instance.length - (steps - found.steps)).join('/'),
    schemaPath: error.schemaPath.slice(0, start + found.end),
  };
}
