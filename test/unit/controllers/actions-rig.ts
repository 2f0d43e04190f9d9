import { StorageActions } from '../../../src/controllers/actions/storage-actions.js';
import { MemoryCluster, type MemoryClusterOptions, type RequestInfo } from '../../../src/data-source/memory/index.js';
import type { DataSource } from '../../../src/data-source/types.js';
import { BACKUP_STORAGES, SECRETS } from '../../../src/model/resources.js';
import type {
  BackupBatch,
  BackupConfiguration,
  BackupStorage,
  KubernetesObject,
  Repository,
  Secret,
} from '../../../src/model/types.js';
import { backupStorageSchema } from '../../../src/schema/bundled/backup-storage.js';
import { FakeHost } from './fake-host.js';

export const KEY = { namespace: 'demo', name: 's3' };
export const SECRET_KEY = { namespace: 'demo', name: 's3-cred' };
export const OLD = { AWS_ACCESS_KEY_ID: 'old-id-in-clear', AWS_SECRET_ACCESS_KEY: 'old-secret-in-clear' };

const meta = (name: string, namespace = 'demo') => ({ name, namespace, uid: `${namespace}-${name}` });

export function storageNamed(name: string, change: (storage: BackupStorage) => void = () => {}): BackupStorage {
  const storage: BackupStorage = {
    apiVersion: 'storage.kubestash.com/v1alpha1',
    kind: 'BackupStorage',
    metadata: { ...meta(name), finalizers: ['kubestash.com/cleanup'], labels: { team: 'apps' } },
    spec: {
      storage: { provider: 's3', s3: { bucket: name, region: 'us-east-1', secretName: SECRET_KEY.name } },
      usagePolicy: { allowedNamespaces: { from: 'Same' } },
      deletionPolicy: 'Delete',
    },
    status: {
      phase: 'Ready',
      conditions: [{ type: 'BackendInitialized', status: 'True', lastTransitionTime: '2026-08-20T10:00:00Z' }],
    },
  };
  change(storage);
  return storage;
}

export const SECRET: Secret = {
  apiVersion: 'v1',
  kind: 'Secret',
  metadata: meta(SECRET_KEY.name),
  type: 'Opaque',
  stringData: OLD,
};

export function configurationNamed(name: string, namespace: string, encryptionSecret?: string): BackupConfiguration {
  const repository = {
    name: 'r',
    backend: 'b',
    directory: '/r',
    ...(encryptionSecret && { encryptionSecret: { name: encryptionSecret } }),
  };
  return {
    apiVersion: 'core.kubestash.com/v1alpha1',
    kind: 'BackupConfiguration',
    metadata: meta(name, namespace),
    spec: {
      backends: [{ name: 'b', storageRef: KEY }],
      sessions: [{ name: 'full', repositories: [repository] }],
    },
  };
}

/** One target of it stores in the storage, the other elsewhere. */
export function batchNamed(name: string, namespace: string, encryptionSecret?: string): BackupBatch {
  const stored = (backend: string) => ({
    name: 'r',
    backend,
    directory: '/r',
    ...(encryptionSecret && { encryptionSecret: { name: encryptionSecret } }),
  });
  return {
    apiVersion: 'core.kubestash.com/v1alpha1',
    kind: 'BackupBatch',
    metadata: meta(name, namespace),
    spec: {
      targets: [{ name: 'db' }, { name: 'web' }],
      backends: [
        { name: 'b', storageRef: KEY },
        { name: 'other', storageRef: { ...KEY, name: 'another' } },
      ],
      sessions: [
        {
          name: 'full',
          targets: [
            { name: 'db', repositories: [stored('b')] },
            { name: 'web', repositories: [stored('other')] },
          ],
        },
      ],
    },
  };
}

export function repositoryNamed(name: string, namespace = 'demo'): Repository {
  return {
    apiVersion: 'storage.kubestash.com/v1alpha1',
    kind: 'Repository',
    metadata: meta(name, namespace),
    spec: { storageRef: KEY },
    status: { phase: 'Ready', size: '2.000 MiB' },
  };
}

/** A storage with its Secret in a cluster, and the actions on it, in the place of a page. */
export class ActionsRig {
  readonly cluster: MemoryCluster;
  readonly host = new FakeHost();
  readonly actions: StorageActions;
  readonly requests: string[] = [];
  readonly updated: BackupStorage[] = [];
  readonly deleted: BackupStorage[] = [];
  readonly drafts: BackupStorage[] = [];
  source: DataSource;

  constructor(objects: readonly KubernetesObject[] = [storageNamed('s3'), SECRET], options: MemoryClusterOptions = {}) {
    this.cluster = new MemoryCluster({ objects, operator: { delayMs: 10 }, ...options });
    this.cluster.observe(({ verb, type, dryRun }) => {
      this.requests.push(`${dryRun ? 'dry-run ' : ''}${verb} ${type?.kind ?? ''}`.trim());
    });
    this.source = this.cluster.dataSource();
    this.actions = new StorageActions(this.host, {
      schema: backupStorageSchema,
      onUpdated: (object) => this.updated.push(object),
      onDeleted: (object) => this.deleted.push(object),
      onDraft: (draft) => this.drafts.push(draft),
      patience: { wait: async () => {} },
    });
    this.host.connect();
    this.update();
  }

  get storage(): BackupStorage | undefined {
    return this.cluster.get<BackupStorage>(BACKUP_STORAGES, KEY);
  }

  get secret(): Secret | undefined {
    return this.cluster.get<Secret>(SECRETS, SECRET_KEY);
  }

  get writes(): string[] {
    return this.requests.filter((request) => /^(delete|patch|create|apply)/.test(request));
  }

  /** As an element does before it renders. */
  update(): void {
    this.actions.update({ dataSource: this.source, storage: this.storage });
  }

  /** Renders until something is so. */
  async until(is: () => unknown, what = String(is)): Promise<void> {
    const end = Date.now() + 4000;
    for (;;) {
      this.update();
      if (is()) return;
      if (Date.now() > end) throw new Error(`Never came: ${what}`);
      await new Promise((resolve) => setTimeout(resolve, 4));
    }
  }

  /** What the operator, or another user, does to the storage. */
  change(change: (storage: BackupStorage) => void): void {
    const storage = structuredClone(this.storage!);
    change(storage);
    this.cluster.apply(storage);
  }

  dispose(): void {
    this.host.disconnect();
    this.cluster.dispose();
  }
}

export const asks =
  (verb: string, kind: string) =>
  (request: RequestInfo): boolean =>
    request.verb === verb && request.type?.kind === kind && !request.dryRun;
