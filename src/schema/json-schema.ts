import { FORMATS } from './formats.js';
import { isObject } from './json.js';
import type { StructuralSchema } from './types.js';

/** What the validators read: JSON Schema draft-07, as ajv takes it, with nothing in it that does not validate. */
export interface JsonSchema {
  type?: string | string[];
  nullable?: true;
  properties?: Record<string, JsonSchema>;
  additionalProperties?: JsonSchema | false;
  items?: JsonSchema;
  required?: string[];
  enum?: unknown[];
  format?: string;
  pattern?: string;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
  exclusiveMaximum?: number;
  multipleOf?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  uniqueItems?: true;
  minProperties?: number;
  maxProperties?: number;
  anyOf?: JsonSchema[];
  allOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  not?: JsonSchema;
}

const TYPES: ReadonlySet<unknown> = new Set(['object', 'array', 'string', 'integer', 'number', 'boolean']);

const LIMITS = [
  'multipleOf',
  'minLength',
  'maxLength',
  'minItems',
  'maxItems',
  'minProperties',
  'maxProperties',
] as const;

/** What lies deeper is left to the server: no schema of use is that deep, and one of malice must not exhaust the stack. */
export const MAX_DEPTH = 500;

/**
 * Translates a structural schema into the JSON Schema that all our validators share. It says what the API server
 * enforces where the two languages differ: exclusive limits, int-or-string, integers of 64 bits, `null`; and it leaves
 * out whatever is no rule or is malformed, so that no schema of a cluster can make a validator fail to compile.
 *
 * A schema that contains itself is translated into one that contains itself.
 */
export function toJsonSchema(schema: StructuralSchema): JsonSchema {
  const done = new Map<StructuralSchema, JsonSchema>();
  let depth = 0;
  const translate = (node: StructuralSchema): JsonSchema => {
    const known = done.get(node);
    if (known) return known;
    const out: JsonSchema = {};
    if (depth > MAX_DEPTH) return out;
    done.set(node, out);
    copyTypes(node, out);
    copyRules(node, out);
    copyLimits(node, out);
    depth += 1;
    copyParts(node, out, translate);
    depth -= 1;
    return out;
  };
  return translate(schema);
}

function copyTypes(node: StructuralSchema, out: JsonSchema): void {
  if (TYPES.has(node.type)) {
    out.type = node.type!;
    if (node.nullable === true) out.nullable = true;
  } else if (node['x-kubernetes-int-or-string'] === true && !saysIntOrString(node)) {
    out.type = node.nullable === true ? ['integer', 'string', 'null'] : ['integer', 'string'];
  }
  if (typeof node.format === 'string' && Object.hasOwn(FORMATS, node.format)) out.format = node.format;
  // An integer is one of 64 bits to the server, whatever its format.
  else if (out.type === 'integer' || Array.isArray(out.type)) out.format = 'int64';
}

/** controller-gen spells int-or-string out as `anyOf`; a further `type` would only report each fault once more. */
const saysIntOrString = ({ anyOf }: StructuralSchema) =>
  Array.isArray(anyOf) && anyOf.map((branch: StructuralSchema | null) => branch?.type).join() === 'integer,string';

function copyRules(node: StructuralSchema, out: JsonSchema): void {
  if (Array.isArray(node.required) && node.required.length > 0)
    out.required = node.required.filter((name) => typeof name === 'string');
  // ajv refuses an empty enum, to the server it is none.
  if (Array.isArray(node.enum) && node.enum.length > 0) out.enum = node.enum;
  if (typeof node.pattern === 'string' && node.pattern !== '') out.pattern = node.pattern;
  if (node.uniqueItems === true) out.uniqueItems = true;
}

function copyLimits(node: StructuralSchema, out: JsonSchema): void {
  for (const limit of LIMITS) if (isNumber(node[limit])) out[limit] = node[limit];
  if (isNumber(node.minimum)) out[node.exclusiveMinimum === true ? 'exclusiveMinimum' : 'minimum'] = node.minimum;
  if (isNumber(node.maximum)) out[node.exclusiveMaximum === true ? 'exclusiveMaximum' : 'maximum'] = node.maximum;
}

function copyParts(node: StructuralSchema, out: JsonSchema, translate: (node: StructuralSchema) => JsonSchema): void {
  if (isObject(node.properties)) {
    out.properties = {};
    for (const [name, property] of Object.entries(node.properties))
      // ajv skips a property of this name, and no JSON member can be hidden behind it.
      if (name !== '__proto__' && isObject(property)) out.properties[name] = translate(property);
  }
  if (node.additionalProperties === false) out.additionalProperties = false;
  else if (isObject(node.additionalProperties)) out.additionalProperties = translate(node.additionalProperties);
  if (isObject(node.items)) out.items = translate(node.items);
  for (const keyword of ['anyOf', 'allOf', 'oneOf'] as const) {
    const branches = Array.isArray(node[keyword]) ? node[keyword].filter(isObject) : [];
    if (branches.length > 0) out[keyword] = branches.map(translate);
  }
  if (isObject(node.not)) out.not = translate(node.not);
  // The server looks at nothing else when a null is allowed.
  if (node.nullable === true) for (const keyword of ['anyOf', 'oneOf'] as const) out[keyword]?.push({ type: 'null' });
}

const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);
