import { BACKUP_STORAGES, REPOSITORIES, SECRETS } from '../../model/resources.js';
import type { BackupStorage, KubernetesObject, Repository, Secret } from '../../model/types.js';
import type { ObjectKey } from '../types.js';
import type { ConformanceSetup } from './harness.js';

export { BACKUP_STORAGES as STORAGES, REPOSITORIES, SECRETS };

/** A value that must never be seen where it does not belong. */
export const SECRET_VALUE = 'hunter2-Zq9-never-shown';

/** A valid BackupStorage; each has a directory of its own, as KubeStash demands. */
export function storage(name: string, namespace = 'one', metadata: KubernetesObject['metadata'] = {}): BackupStorage {
  return {
    apiVersion: 'storage.kubestash.com/v1alpha1',
    kind: 'BackupStorage',
    metadata: { name, namespace, ...metadata },
    spec: {
      storage: {
        provider: 's3',
        s3: {
          bucket: 'conformance',
          prefix: `${namespace}/${name}`,
          region: 'eu-west-1',
          endpoint: 's3.example.com',
          secretName: 'credentials',
        },
      },
      deletionPolicy: 'Delete',
    },
  };
}

export function repository(name: string, namespace = 'one'): Repository {
  return {
    apiVersion: 'storage.kubestash.com/v1alpha1',
    kind: 'Repository',
    metadata: { name, namespace },
    spec: { path: name, storageRef: { name: 'a', namespace } },
  };
}

/** A Secret that holds {@link SECRET_VALUE}. */
export function secret(name: string, namespace = 'one'): Secret {
  return {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name, namespace },
    type: 'Opaque',
    data: { AWS_SECRET_ACCESS_KEY: btoa(SECRET_VALUE) },
  };
}

export function keyOf({ metadata }: KubernetesObject): Required<ObjectKey> {
  return { namespace: metadata?.namespace ?? '', name: metadata?.name ?? '' };
}

export function namesOf(objects: readonly KubernetesObject[]): string[] {
  return objects.map(({ metadata }) => `${metadata?.namespace ?? ''}/${metadata?.name ?? ''}`).sort();
}

/** Two namespaces with two storages and one. */
export const FEW: ConformanceSetup = {
  objects: [storage('a'), storage('b', 'one', { labels: { tier: 'gold' } }), storage('a', 'two')],
};

/** Namespaces, and nothing in them. */
export const NONE: ConformanceSetup = {
  objects: ['one', 'two'].map((name) => ({ apiVersion: 'v1', kind: 'Namespace', metadata: { name } })),
};

/** Eleven storages in one namespace. */
export const MANY: ConformanceSetup = {
  objects: Array.from({ length: 11 }, (_, index) => storage(`s${String(index).padStart(2, '0')}`)),
};

/** A Secret beside a storage. */
export const WITH_SECRET: ConformanceSetup = { objects: [storage('a'), secret('credentials')] };
