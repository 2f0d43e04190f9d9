import type { StructuralSchema } from '../types.js';

/** What a node may carry besides its type and texts. */
type Extra = Omit<StructuralSchema, 'type' | 'title' | 'description'>;

type Properties = Record<string, StructuralSchema>;

/** Builds on the first call only, so that importing a bundled schema costs nothing until it is wanted. */
export function lazy<T>(build: () => T): () => T {
  let built: T | undefined;
  return () => (built ??= build());
}

const node = (
  type: NonNullable<StructuralSchema['type']>,
  title: string,
  description: string,
  extra?: Extra,
): StructuralSchema => ({ type, title, description, ...extra });

export const string = (title: string, description: string, extra?: Extra) => node('string', title, description, extra);

export const choice = (title: string, description: string, values: readonly string[], extra?: Extra) =>
  string(title, description, { enum: [...values], ...extra });

export const dateTime = (title: string, description: string) => string(title, description, { format: 'date-time' });

export const boolean = (title: string, description: string, extra?: Extra) =>
  node('boolean', title, description, extra);

export const integer = (title: string, description: string, extra?: Extra) =>
  node('integer', title, description, extra);

export const int32 = (title: string, description: string, extra?: Extra) =>
  integer(title, description, { format: 'int32', ...extra });

export const int64 = (title: string, description: string, extra?: Extra) =>
  integer(title, description, { format: 'int64', ...extra });

export const double = (title: string, description: string) => node('number', title, description, { format: 'double' });

export const intOrString = (title: string, description: string, extra?: Extra): StructuralSchema => ({
  title,
  description,
  anyOf: [{ type: 'integer' }, { type: 'string' }],
  'x-kubernetes-int-or-string': true,
  ...extra,
});

export const quantity = (title: string, description: string) =>
  intOrString(title, description, {
    pattern:
      '^(\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))(([KMGTPE]i)|[numkMGTPE]|([eE](\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))))?$',
  });

export interface ObjectOptions<P> {
  required?: (keyof P & string)[];
  mapType?: 'atomic' | 'granular';
}

export const object = <P extends Properties>(
  title: string,
  description: string,
  properties?: P,
  { required, mapType }: ObjectOptions<P> = {},
): StructuralSchema =>
  node('object', title, description, {
    ...(properties && { properties }),
    ...(required && { required }),
    ...(mapType && { 'x-kubernetes-map-type': mapType }),
  });

/** An object that the server replaces as a whole on a merge. */
export const atomic = <P extends Properties>(
  title: string,
  description: string,
  properties: P,
  required?: (keyof P & string)[],
) => object(title, description, properties, { mapType: 'atomic', ...(required && { required }) });

export const mapOf = (title: string, description: string, values: StructuralSchema, extra?: Extra) =>
  node('object', title, description, { additionalProperties: values, ...extra });

export const stringMap = (title: string, description: string, valueTitle = 'Value', extra?: Extra) =>
  mapOf(title, description, string(valueTitle, 'The value that belongs to this key.'), extra);

export const listOf = (title: string, description: string, items: StructuralSchema, extra?: Extra) =>
  node('array', title, description, { items, ...extra });

export const atomicList = (title: string, description: string, items: StructuralSchema) =>
  listOf(title, description, items, { 'x-kubernetes-list-type': 'atomic' });

/** A list whose items the server tells apart by some of their members. */
export const keyedList = (title: string, description: string, keys: string[], items: StructuralSchema) =>
  listOf(title, description, items, { 'x-kubernetes-list-type': 'map', 'x-kubernetes-list-map-keys': keys });

/**
 * An object that we do not describe any further: whatever it holds is kept and left to the server to judge. The check
 * against the real CRDs knows these by the flag and compares them shallowly.
 */
export const opaque = (title: string, description: string): StructuralSchema =>
  node('object', title, description, { 'x-kubernetes-preserve-unknown-fields': true });

/** The root of a kind, whose `metadata` the CRD leaves open because the API server itself checks it. */
export const kindSchema = (kind: string, apiVersion: string, description: string, properties: Properties) =>
  object(kind, description, {
    apiVersion: string('API version', `Version of the API that the object is written for: ${apiVersion}.`),
    kind: string('Kind', `Kind of the object: ${kind}.`),
    metadata: object('Metadata', 'Name, namespace, labels and annotations of the object.'),
    ...properties,
  });
