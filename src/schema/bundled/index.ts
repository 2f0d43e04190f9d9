import {
  BACKUP_CONFIGURATIONS,
  BACKUP_STORAGES,
  REPOSITORIES,
  RETENTION_POLICIES,
  SNAPSHOTS,
  type ResourceType,
} from '../../model/resources.js';
import type { StructuralSchema } from '../types.js';
import { backupConfigurationSchema } from './backup-configuration.js';
import { backupStorageSchema } from './backup-storage.js';
import { ageColumn, column, crdOf, type CrdTraits, type CustomResourceDefinition } from './crd.js';
import { lazy } from './fields.js';
import { repositorySchema } from './repository.js';
import { retentionPolicySchema } from './retention-policy.js';
import { snapshotSchema } from './snapshot.js';

export type { CustomResourceDefinition, PrinterColumn } from './crd.js';

interface Bundled {
  schema: () => StructuralSchema;
  crd: () => CustomResourceDefinition;
}

const phase = () => column('Phase', '.status.phase');

const bundle = (
  type: ResourceType,
  schema: () => StructuralSchema,
  traits: () => CrdTraits,
): [name: string, bundled: Bundled] => [nameOf(type), { schema, crd: lazy(() => crdOf(type, schema(), traits())) }];

const nameOf = (type: ResourceType) => `${type.resource}.${type.group}/${type.version}`;

const bundles = lazy(
  () =>
    new Map([
      bundle(BACKUP_STORAGES, backupStorageSchema, () => ({
        columns: [
          column('Provider', '.spec.storage.provider'),
          column('Default', '.spec.default', 'boolean'),
          column('Deletion-Policy', '.spec.deletionPolicy'),
          column('Total-Size', '.status.totalSize'),
          phase(),
          ageColumn(),
        ],
      })),
      bundle(REPOSITORIES, repositorySchema, () => ({
        shortName: 'repo',
        columns: [
          column('Integrity', '.status.integrity', 'boolean'),
          column('Snapshot-Count', '.status.snapshotCount', 'integer'),
          column('Size', '.status.size'),
          phase(),
          column('Last-Successful-Backup', '.status.lastBackupTime', 'date', 'date-time'),
          ageColumn(),
        ],
      })),
      bundle(RETENTION_POLICIES, retentionPolicySchema, () => ({
        inAll: false,
        hasStatus: false,
        columns: [
          column('Max-Retention-Period', '.spec.maxRetentionPeriod'),
          column('Default', '.spec.default', 'boolean'),
          ageColumn(),
        ],
      })),
      bundle(SNAPSHOTS, snapshotSchema, () => ({
        inAll: false,
        columns: [
          column('Repository', '.spec.repository'),
          column('Session', '.spec.session'),
          column('Snapshot-Time', '.status.snapshotTime'),
          column('Deletion-Policy', '.spec.deletionPolicy'),
          phase(),
          ageColumn(),
        ],
      })),
      bundle(BACKUP_CONFIGURATIONS, backupConfigurationSchema, () => ({
        shortName: 'bc',
        columns: [phase(), column('Paused', '.spec.paused', 'boolean'), ageColumn()],
      })),
    ]),
);

/** Our copy of a KubeStash kind's schema, with titles and help texts; `undefined` for a type that has none. */
export function bundledSchema(type: ResourceType): StructuralSchema | undefined {
  return bundles().get(nameOf(type))?.schema();
}

/** The same schema inside a minimal CustomResourceDefinition, for whoever expects one. */
export function bundledCrd(type: ResourceType): CustomResourceDefinition | undefined {
  return bundles().get(nameOf(type))?.crd();
}
