import type { BackupStorage, KubernetesObject, Secret } from '../../src/model/types.js';

/** A storage that nobody has created yet, with its Secret: what a manifest preview is given. */
export const LAB_OBJECTS: KubernetesObject[] = [
  {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name: 'lab-storage-cred', namespace: 'demo' },
    type: 'Opaque',
    stringData: { AWS_ACCESS_KEY_ID: 'dummy-access-key-id', AWS_SECRET_ACCESS_KEY: 'dummy-secret-access-key' },
  } as Secret,
  {
    apiVersion: 'storage.kubestash.com/v1alpha1',
    kind: 'BackupStorage',
    metadata: { name: 'lab', namespace: 'demo' },
    spec: {
      storage: {
        provider: 's3',
        s3: {
          endpoint: 'https://minio.storage.svc:9000',
          bucket: 'lab-two',
          region: 'us-east-1',
          secretName: 'lab-storage-cred',
        },
      },
      usagePolicy: { allowedNamespaces: { from: 'Same' } },
      deletionPolicy: 'Delete',
    },
  } as BackupStorage,
];
