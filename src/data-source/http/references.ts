import { isJsonObject, type JsonObject } from './answer.js';

const PREFIX = '#/components/schemas/';

/** What stands for a schema inside itself: anything goes. */
const RECURSION: JsonObject = Object.freeze({ type: 'object', 'x-kubernetes-preserve-unknown-fields': true });

/**
 * A schema of an OpenAPI v3 document without references, as the objects of one kind need it: ObjectMeta and its parts
 * are a `$ref` there, wrapped in an `allOf` of one when they have a description beside them.
 */
export function withoutReferences(schema: unknown, definitions: JsonObject): unknown {
  return resolved(schema, definitions, []);
}

function resolved(node: unknown, definitions: JsonObject, inside: readonly string[]): unknown {
  if (Array.isArray(node)) return node.map((item) => resolved(item, definitions, inside));
  if (!isJsonObject(node)) return node;
  const { $ref: reference, allOf, ...rest } = node;
  const only = Array.isArray(allOf) && allOf.length === 1 ? (allOf[0] as unknown) : undefined;
  if (typeof reference === 'string') return target(reference, rest, definitions, inside);
  if (isJsonObject(only) && typeof only['$ref'] === 'string') return target(only['$ref'], rest, definitions, inside);
  const members = Object.entries(node).filter(([key]) => key !== '__proto__');
  return Object.fromEntries(members.map(([key, value]) => [key, resolved(value, definitions, inside)]));
}

function target(reference: string, beside: JsonObject, definitions: JsonObject, inside: readonly string[]): unknown {
  const name = reference.startsWith(PREFIX) ? reference.slice(PREFIX.length) : '';
  const definition = Object.hasOwn(definitions, name) ? definitions[name] : undefined;
  if (!isJsonObject(definition) || inside.includes(name)) return { ...RECURSION, ...beside };
  const whole = resolved(definition, definitions, [...inside, name]) as JsonObject;
  return { ...whole, ...(resolved(beside, definitions, inside) as JsonObject) };
}
