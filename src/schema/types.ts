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
  'x-kubernetes-validations'?: ValidationRule[];
  'x-kubernetes-group-version-kind'?: { group: string; version: string; kind: string }[];
}

/** One rule of `x-kubernetes-validations`, as a CRD has it. */
export interface ValidationRule {
  /** The CEL expression; `self` is the value at the rule's place. */
  rule: string;
  /** What the server says when the rule is broken. */
  message?: string;
  /** A CEL expression for the message; it goes before `message` where it gives a text. */
  messageExpression?: string;
  /** `FieldValueInvalid`, if absent. */
  reason?: 'FieldValueInvalid' | 'FieldValueForbidden' | 'FieldValueRequired' | 'FieldValueDuplicate';
  /** Which field below the rule's place is at fault, such as `.spec.name`. */
  fieldPath?: string;
  /** `oldSelf` is an optional, so that the rule is also for objects that are created. */
  optionalOldSelf?: boolean;
}

/** A rule of the schema that nobody but the server has checked. */
export interface UncheckedRule {
  /** JSON pointer of the values that the rule is about; `*` stands for each item of a list and each key of a map. */
  path: string;
  /** The CEL expression. */
  rule: string;
  /** What the server would say. */
  message?: string;
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
  /**
   * The CEL rules (`x-kubernetes-validations`) that are left to the server: those that could not be understood here, and
   * those that could not be evaluated for the value given last. Absent if there are none. Rules about a change (`oldSelf`) are
   * not among them, since the server does not look at them either when an object is created.
   */
  uncheckedRules?: readonly UncheckedRule[];
}
