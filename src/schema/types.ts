/** A Kubernetes structural schema: the subset of OpenAPI v3 that a CustomResourceDefinition may carry. */
export interface StructuralSchema {
  type?: 'object' | 'array' | 'string' | 'integer' | 'number' | 'boolean';
  title?: string;
  description?: string;
  properties?: Record<string, StructuralSchema>;
  additionalProperties?: StructuralSchema | boolean;
  items?: StructuralSchema;
  required?: string[];
  enum?: unknown[];
  default?: unknown;
  format?: string;
  pattern?: string;
  nullable?: boolean;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: boolean;
  exclusiveMaximum?: boolean;
  multipleOf?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  uniqueItems?: boolean;
  minProperties?: number;
  maxProperties?: number;
  anyOf?: StructuralSchema[];
  allOf?: StructuralSchema[];
  oneOf?: StructuralSchema[];
  not?: StructuralSchema;
  'x-kubernetes-int-or-string'?: boolean;
  'x-kubernetes-preserve-unknown-fields'?: boolean;
  'x-kubernetes-embedded-resource'?: boolean;
  'x-kubernetes-list-type'?: 'atomic' | 'set' | 'map';
  'x-kubernetes-list-map-keys'?: string[];
  'x-kubernetes-map-type'?: 'atomic' | 'granular';
  'x-kubernetes-validations'?: { rule: string; message?: string }[];
}

/** A path inside an object: property names, map keys and list indices. */
export type FieldPath = readonly (string | number)[];

/** One fault, in ajv's own shape; `data` is the faulty value. */
export interface SchemaError {
  keyword: string;
  /** JSON pointer of the faulty value. */
  instancePath: string;
  /** JSON pointer into the schema, with a leading `#`. */
  schemaPath: string;
  params: Record<string, unknown>;
  message?: string;
  data?: unknown;
}

/** A compiled schema: call it, then read `errors`, as with ajv. */
export interface Validator {
  (data: unknown): boolean;
  errors?: SchemaError[] | null;
}
