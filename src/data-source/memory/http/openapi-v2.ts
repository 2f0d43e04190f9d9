import { isJsonObject, type JsonObject } from '../json.js';

/** What kubectl before 1.29 asks for, by this name or another, and takes nothing instead of. */
export const OPENAPI_V2_TYPE = 'application/com.github.proto-openapi.spec.v2.v1.0+protobuf';

/** Old clients spell it with an `@`, which is no media type. */
export function acceptsOpenApiV2(header: string | null): boolean {
  return /proto-openapi\.spec\.v2[.@]v1\.0\+protobuf/.test(header ?? '');
}

type Bytes = readonly number[];

const UTF8 = new TextEncoder();
const varint = (value: number): Bytes => {
  const bytes: number[] = [];
  let rest = value;
  for (; rest >= 0x80; rest = Math.floor(rest / 0x80)) bytes.push((rest % 0x80) + 0x80);
  return [...bytes, rest];
};
/** A field of a message: a text or another message. */
const field = (number: number, value: Bytes | string): Bytes => {
  const bytes = typeof value === 'string' ? UTF8.encode(value) : value;
  return [...varint(number * 8 + 2), ...varint(bytes.length), ...bytes];
};
const text = (number: number, value: unknown): Bytes => (typeof value === 'string' ? field(number, value) : []);
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const named = (name: string, value: Bytes): Bytes => [...field(1, name), ...field(2, value)];
/** Any JSON, which is YAML. */
const anything = (value: unknown): Bytes => field(2, JSON.stringify(value));
const members = (number: number, value: unknown, encode: (member: JsonObject) => Bytes): Bytes =>
  Object.entries(isJsonObject(value) ? value : {}).flatMap(([name, member]) =>
    isJsonObject(member) ? field(number, named(name, encode(member))) : [],
  );
const extensions = (number: number, value: JsonObject): Bytes =>
  Object.entries(value).flatMap(([name, member]) =>
    name.startsWith('x-') ? field(number, named(name, anything(member))) : [],
  );

/**
 * The OpenAPI v3 documents of a server as its one document of version 2, in the protobuf of `gnostic`: as much of it as
 * kubectl reads to explain fields, to check manifests and to know that the server has dry runs.
 */
export function openApiV2(documents: Iterable<JsonObject>): Uint8Array<ArrayBuffer> {
  const paths: number[] = [];
  const definitions: number[] = [];
  for (const document of documents) {
    const { schemas } = isJsonObject(document['components']) ? document['components'] : {};
    append(definitions, members(1, schemas, schemaBytes));
    append(paths, members(2, document['paths'], pathBytes));
  }
  const info = [...field(1, 'Kubernetes'), ...field(2, 'unversioned')];
  const whole: number[] = [];
  for (const part of [field(1, '2.0'), field(2, info), field(8, paths), field(9, definitions)]) append(whole, part);
  return Uint8Array.from(whole);
}

function pathBytes({ patch }: JsonObject): Bytes {
  if (!isJsonObject(patch)) return [];
  const parameters = list(patch['parameters']).flatMap((parameter) => {
    if (!isJsonObject(parameter)) return [];
    const { name, in: where, schema } = parameter;
    const query = [...text(2, where), ...text(4, name), ...text(6, isJsonObject(schema) ? schema['type'] : undefined)];
    // A ParametersItem, of which this is a Parameter, a NonBodyParameter, and one in the query.
    return field(8, field(1, field(2, field(3, query))));
  });
  return field(8, [...parameters, ...extensions(13, patch)]);
}

function schemaBytes(schema: JsonObject): Bytes {
  const [only] = list(schema['allOf']);
  const reference = schema['$ref'] ?? (isJsonObject(only) ? only['$ref'] : undefined);
  const description = text(4, schema['description']);
  if (typeof reference === 'string')
    return [...field(1, reference.replace('#/components/schemas/', '#/definitions/')), ...description];
  const { additionalProperties: others, items } = schema;
  return [
    ...text(2, schema['format']),
    ...description,
    ...list(schema['required']).flatMap((name) => text(19, name)),
    ...(isJsonObject(others) ? field(21, field(1, schemaBytes(others))) : []),
    ...(typeof schema['type'] === 'string' ? field(22, field(1, schema['type'])) : []),
    ...(isJsonObject(items) ? field(23, field(1, schemaBytes(items))) : []),
    ...(isJsonObject(schema['properties']) ? field(25, members(1, schema['properties'], schemaBytes)) : []),
    ...extensions(31, schema),
  ];
}

/** Spreading would be more arguments than a call can have. */
function append(to: number[], bytes: Bytes): void {
  for (const byte of bytes) to.push(byte);
}
