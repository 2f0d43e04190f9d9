import type { StructuralSchema } from './types.js';

const string: StructuralSchema = { type: 'string' };
const stringMap: StructuralSchema = { type: 'object', additionalProperties: string };
const boolean: StructuralSchema = { type: 'boolean' };
const int64: StructuralSchema = { type: 'integer', format: 'int64' };

/**
 * The members of `metadata`. A CRD leaves them open (`metadata: {type: object}`) because the API server itself knows
 * them; it drops, or under strict validation refuses, all others.
 */
export const OBJECT_META: StructuralSchema = {
  type: 'object',
  properties: {
    name: string,
    generateName: string,
    namespace: string,
    selfLink: string,
    uid: string,
    resourceVersion: string,
    generation: int64,
    creationTimestamp: string,
    deletionTimestamp: string,
    deletionGracePeriodSeconds: int64,
    labels: stringMap,
    annotations: stringMap,
    ownerReferences: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          apiVersion: string,
          kind: string,
          name: string,
          uid: string,
          controller: boolean,
          blockOwnerDeletion: boolean,
        },
      },
    },
    finalizers: { type: 'array', items: string },
    managedFields: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          manager: string,
          operation: string,
          apiVersion: string,
          time: string,
          fieldsType: string,
          fieldsV1: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true },
          subresource: string,
        },
      },
    },
  },
};

/** The root's schema with the members of `metadata` known, unless the schema describes them itself. */
export function withObjectMeta(root: StructuralSchema): StructuralSchema {
  if (root.properties?.['metadata']?.properties) return root;
  return {
    ...root,
    properties: { apiVersion: string, kind: string, ...root.properties, metadata: OBJECT_META },
  };
}
