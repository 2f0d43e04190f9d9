import type { ResourceType } from '../../model/resources.js';
import type { StructuralSchema } from '../types.js';

export interface PrinterColumn {
  name: string;
  type: string;
  jsonPath: string;
  format?: string;
}

/** The members of a CustomResourceDefinition that say what the API serves. */
export interface CustomResourceDefinition {
  apiVersion: 'apiextensions.k8s.io/v1';
  kind: 'CustomResourceDefinition';
  metadata: { name: string };
  spec: {
    group: string;
    names: {
      plural: string;
      singular: string;
      kind: string;
      listKind: string;
      shortNames?: string[];
      categories?: string[];
    };
    scope: 'Namespaced' | 'Cluster';
    versions: {
      name: string;
      served: boolean;
      storage: boolean;
      schema: { openAPIV3Schema: StructuralSchema };
      subresources: { status?: Record<string, never> };
      additionalPrinterColumns: PrinterColumn[];
    }[];
  };
}

/** What the kinds do not have in common. */
export interface CrdTraits {
  columns: PrinterColumn[];
  shortName?: string;
  /** Answers `kubectl get all`. */
  inAll?: boolean;
  /** RetentionPolicy has no status. */
  hasStatus?: boolean;
}

export const column = (name: string, jsonPath: string, type = 'string', format?: string): PrinterColumn => ({
  name,
  type,
  jsonPath,
  ...(format && { format }),
});

export const ageColumn = () => column('Age', '.metadata.creationTimestamp', 'date');

export function crdOf(
  type: ResourceType,
  schema: StructuralSchema,
  { columns, shortName, inAll = true, hasStatus = true }: CrdTraits,
): CustomResourceDefinition {
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: `${type.resource}.${type.group}` },
    spec: {
      group: type.group,
      names: {
        plural: type.resource,
        singular: type.kind.toLowerCase(),
        kind: type.kind,
        listKind: `${type.kind}List`,
        ...(shortName && { shortNames: [shortName] }),
        categories: ['kubestash', 'appscode', ...(inAll ? ['all'] : [])],
      },
      scope: type.namespaced ? 'Namespaced' : 'Cluster',
      versions: [
        {
          name: type.version,
          served: true,
          storage: true,
          schema: { openAPIV3Schema: schema },
          subresources: hasStatus ? { status: {} } : {},
          additionalPrinterColumns: columns,
        },
      ],
    },
  };
}
