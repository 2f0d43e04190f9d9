/** A served resource type: enough to build a request for it, whatever the host's URL scheme. */
export interface ResourceType {
  /** API group; empty for the core group. */
  readonly group: string;
  readonly version: string;
  /** Plural, lower case, as in URLs. */
  readonly resource: string;
  readonly kind: string;
  readonly namespaced: boolean;
}

const define = (group: string, version: string, resource: string, kind: string, namespaced = true): ResourceType =>
  Object.freeze({ group, version, resource, kind, namespaced });

const STORAGE_GROUP = 'storage.kubestash.com';
const CORE_GROUP = 'core.kubestash.com';

export const BACKUP_STORAGES = define(STORAGE_GROUP, 'v1alpha1', 'backupstorages', 'BackupStorage');
export const REPOSITORIES = define(STORAGE_GROUP, 'v1alpha1', 'repositories', 'Repository');
export const RETENTION_POLICIES = define(STORAGE_GROUP, 'v1alpha1', 'retentionpolicies', 'RetentionPolicy');
export const SNAPSHOTS = define(STORAGE_GROUP, 'v1alpha1', 'snapshots', 'Snapshot');
export const BACKUP_CONFIGURATIONS = define(CORE_GROUP, 'v1alpha1', 'backupconfigurations', 'BackupConfiguration');
/** The other invoker beside BackupConfiguration: several targets in one session. Only read here. */
export const BACKUP_BATCHES = define(CORE_GROUP, 'v1alpha1', 'backupbatches', 'BackupBatch');
export const SECRETS = define('', 'v1', 'secrets', 'Secret');
export const NAMESPACES = define('', 'v1', 'namespaces', 'Namespace', false);

/** Every type that this library reads or writes. */
export const RESOURCE_TYPES: readonly ResourceType[] = [
  BACKUP_STORAGES,
  REPOSITORIES,
  RETENTION_POLICIES,
  SNAPSHOTS,
  BACKUP_CONFIGURATIONS,
  BACKUP_BATCHES,
  SECRETS,
  NAMESPACES,
];

/** The `apiVersion` string of a type, such as `storage.kubestash.com/v1alpha1` or `v1`. */
export function apiVersionOf(type: ResourceType): string {
  return type.group ? `${type.group}/${type.version}` : type.version;
}

/** The known type of an object with this `apiVersion` and `kind`, if there is one. */
export function resourceTypeOf(object: { apiVersion?: string; kind?: string }): ResourceType | undefined {
  return RESOURCE_TYPES.find((type) => type.kind === object.kind && apiVersionOf(type) === object.apiVersion);
}
