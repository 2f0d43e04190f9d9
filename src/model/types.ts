/**
 * The wire types: exactly what the Kubernetes API's JSON carries, no more.
 * Timestamps are RFC 3339 strings. Everything that the server may leave out is optional.
 */

export interface OwnerReference {
  apiVersion: string;
  kind: string;
  name: string;
  uid: string;
}

/** The part of ObjectMeta that is read or written here; the rest survives untouched. */
export interface ObjectMeta {
  name?: string;
  generateName?: string;
  namespace?: string;
  uid?: string;
  resourceVersion?: string;
  generation?: number;
  creationTimestamp?: string;
  deletionTimestamp?: string;
  deletionGracePeriodSeconds?: number;
  finalizers?: string[];
  labels?: Record<string, string>;
  annotations?: Record<string, string>;
  ownerReferences?: OwnerReference[];
  managedFields?: unknown[];
}

/** Any Kubernetes object. */
export interface KubernetesObject {
  apiVersion?: string;
  kind?: string;
  metadata?: ObjectMeta;
}

/** A metav1.Condition as KubeStash writes it. */
export interface Condition {
  type: string;
  status: 'True' | 'False' | 'Unknown';
  lastTransitionTime: string;
  reason?: string;
  message?: string;
  observedGeneration?: number;
  severity?: string;
}

/** A reference to a namespaced object. An absent namespace means that of the object holding the reference. */
export interface ObjectReference {
  name?: string;
  namespace?: string;
}

export interface TypedObjectReference extends ObjectReference {
  apiGroup?: string;
  kind?: string;
}

export interface LabelSelectorRequirement {
  key: string;
  operator: string;
  values?: string[];
}

export interface LabelSelector {
  matchLabels?: Record<string, string>;
  matchExpressions?: LabelSelectorRequirement[];
}

export interface UsagePolicy {
  allowedNamespaces?: { from?: string; selector?: LabelSelector };
}

/** `spec.storage.<provider>`; every provider's block is an object of its own fields. */
export type ProviderBlock = Record<string, unknown>;

export interface StorageBackend {
  provider?: string;
  s3?: ProviderBlock;
  azure?: ProviderBlock;
  gcs?: ProviderBlock;
  local?: ProviderBlock;
  [block: string]: string | ProviderBlock | undefined;
}

/** One entry of `BackupStorage.status.repositories`. */
export interface StorageRepositoryStatus {
  name: string;
  namespace: string;
  path?: string;
  size?: string;
  synced?: boolean;
  error?: string;
}

export interface BackupStorage extends KubernetesObject {
  spec?: {
    storage?: StorageBackend;
    deletionPolicy?: string;
    default?: boolean;
    usagePolicy?: UsagePolicy;
    runtimeSettings?: { pod?: Record<string, unknown>; container?: Record<string, unknown> };
  };
  status?: {
    phase?: string;
    totalSize?: string;
    repositories?: StorageRepositoryStatus[];
    conditions?: Condition[];
  };
}

export interface Repository extends KubernetesObject {
  spec?: {
    storageRef?: ObjectReference;
    appRef?: TypedObjectReference;
    path?: string;
    paused?: boolean;
    deletionPolicy?: string;
    encryptionSecret?: ObjectReference;
  };
  status?: {
    phase?: string;
    size?: string;
    snapshotCount?: number;
    integrity?: boolean;
    lastBackupTime?: string;
    /** At most 5, newest first. */
    recentSnapshots?: { name?: string; phase?: string; session?: string; size?: string; snapshotTime?: string }[];
    componentPaths?: string[];
    conditions?: Condition[];
  };
}

export interface BackupConfigurationBackend {
  name?: string;
  storageRef?: ObjectReference;
  retentionPolicy?: ObjectReference;
}

/** Where a session stores, and what does it. */
export interface BackupSessionTarget {
  repositories?: { name?: string; backend?: string; directory?: string; deletionPolicy?: string }[];
  addon?: { name?: string; tasks?: { name?: string }[] };
}

export interface BackupConfigurationSession extends BackupSessionTarget {
  name?: string;
  scheduler?: { schedule?: string; suspend?: boolean };
}

/** What every invoker of backups says of its state. */
export interface InvokerStatus {
  phase?: string;
  conditions?: Condition[];
  sessions?: { name?: string; nextSchedule?: string; conditions?: Condition[] }[];
  backends?: {
    name?: string;
    ready?: boolean;
    storage?: { ref?: ObjectReference; phase?: string; reason?: string };
    retentionPolicy?: { ref?: ObjectReference; found?: boolean; reason?: string };
  }[];
  repositories?: { name?: string; phase?: string; reason?: string; verificationConfigured?: boolean }[];
}

export interface BackupConfiguration extends KubernetesObject {
  spec?: {
    target?: TypedObjectReference;
    backends?: BackupConfigurationBackend[];
    sessions?: BackupConfigurationSession[];
    paused?: boolean;
  };
  status?: InvokerStatus & { targetFound?: boolean };
}

/** One session of a BackupBatch backs up several of its targets, each by the name it has in `spec.targets`. */
export interface BackupBatchSession {
  name?: string;
  scheduler?: { schedule?: string; suspend?: boolean };
  targets?: (BackupSessionTarget & { name?: string })[];
}

/** The other invoker: it backs up several applications together. */
export interface BackupBatch extends KubernetesObject {
  spec?: {
    targets?: { name?: string; appRef?: TypedObjectReference }[];
    backends?: BackupConfigurationBackend[];
    sessions?: BackupBatchSession[];
    paused?: boolean;
  };
  status?: InvokerStatus;
}

/** What takes backups. */
export type BackupInvoker = BackupConfiguration | BackupBatch;

export interface Secret extends KubernetesObject {
  type?: string;
  /** Values in base64. */
  data?: Record<string, string>;
  /** Values in clear; write-only on the server. */
  stringData?: Record<string, string>;
}

export type Namespace = KubernetesObject;
