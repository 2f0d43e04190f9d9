import type { StructuralSchema } from '../types.js';
import { fieldReference, resourceFieldReference } from './env.js';
import { atomic, atomicList, boolean, int32, int64, object, string } from './fields.js';
import { labelSelector } from './selectors.js';
import { fileMode, type VolumeSources } from './volume-parts.js';

const file = () => string('Path', 'Relative path of the file inside the volume, without "..".');

const keyItems = (what: string) =>
  atomicList(
    'Items',
    `Keys of the ${what} to write as files; every key, under its own name, if empty.`,
    object(
      'Item',
      'One key and the file that it is written to.',
      { key: string('Key', `Key of the ${what}.`), path: file(), mode: fileMode('Mode', 'this file') },
      { required: ['key', 'path'] },
    ),
  );

const podItems = () =>
  atomicList(
    'Items',
    'Facts about the pod to write as files.',
    object(
      'Item',
      'One file and the fact that it holds; choose a pod field or a container resource.',
      {
        path: file(),
        fieldRef: fieldReference(),
        resourceFieldRef: resourceFieldReference(),
        mode: fileMode('Mode', 'this file'),
      },
      { required: ['path'] },
    ),
  );

const optional = (what: string) =>
  boolean('Optional', `Let the pod start even if the ${what} or one of its keys is missing.`);

const defaultMode = () => fileMode('Default mode', 'files that set none themselves');

const named = (what: string) => string('Name', `Name of the ${what}, in the same namespace.`, { default: '' });

/** Key selections of a ConfigMap or Secret, with or without a default mode of their own. */
const keys = (what: string, description: string, more?: Record<string, StructuralSchema>) =>
  atomic(what, description, { name: named(what), items: keyItems(what), optional: optional(what), ...more });

const projections = () =>
  object('Source', 'One source of files; set exactly one of its members.', {
    configMap: keys('ConfigMap', 'Keys of a ConfigMap as files.'),
    secret: keys('Secret', 'Keys of a Secret as files.'),
    downwardAPI: object('Downward API', 'Facts about the pod as files.', { items: podItems() }),
    serviceAccountToken: object(
      'Service account token',
      "A token of the pod's ServiceAccount, renewed before it expires.",
      {
        path: file(),
        audience: string('Audience', 'Whom the token is meant for; the API server if empty.'),
        expirationSeconds: int64('Expiration', 'Lifetime of the token in seconds, at least 600; 3600 if empty.'),
      },
      { required: ['path'] },
    ),
    clusterTrustBundle: object(
      'Cluster trust bundle',
      'CA certificates of the cluster as one PEM file; choose them by name or by signer.',
      {
        path: file(),
        name: string('Name', 'Name of one ClusterTrustBundle; excludes the signer.'),
        signerName: string('Signer', 'Takes all bundles of this signer; excludes the name.'),
        labelSelector: labelSelector(
          'Bundles',
          "Labels of the signer's bundles to take; {} means all, left out means none.",
        ),
        optional: boolean('Optional', 'Let the pod start even if there is no such bundle.'),
      },
      { required: ['path'] },
    ),
    podCertificate: object(
      'Pod certificate',
      'A private key and certificate made for the pod and renewed in time.',
      {
        signerName: string('Signer', 'Name of the signer that issues the certificate.'),
        keyType: string('Key type', 'Kind of key, e.g. ED25519, ECDSAP256 or RSA3072.'),
        maxExpirationSeconds: int32('Max lifetime', 'Longest lifetime of the certificate, in seconds; 86400 if empty.'),
        credentialBundlePath: string('Bundle path', 'File for key and certificates together; the simplest choice.'),
        keyPath: string('Key path', 'File for the private key alone.'),
        certificateChainPath: string('Chain path', 'File for the certificate chain alone.'),
      },
      { required: ['keyType', 'signerName'] },
    ),
  });

/** Files that the cluster itself writes; a backup cannot be stored in them, but the schema has them. */
export const projectedSources = (): VolumeSources => ({
  configMap: keys('ConfigMap', 'Files made from a ConfigMap; not a place to store backups.', {
    defaultMode: defaultMode(),
  }),
  secret: object('Secret', 'Files made from a Secret; not a place to store backups.', {
    secretName: string('Secret name', 'Name of the Secret, in the same namespace.'),
    items: keyItems('Secret'),
    optional: optional('Secret'),
    defaultMode: defaultMode(),
  }),
  downwardAPI: object('Downward API', 'Files with facts about the pod; not a place to store backups.', {
    items: podItems(),
    defaultMode: defaultMode(),
  }),
  projected: object('Projected', 'Several sources of files in one directory; not a place to store backups.', {
    sources: atomicList('Sources', 'Where the files come from.', projections()),
    defaultMode: defaultMode(),
  }),
});
