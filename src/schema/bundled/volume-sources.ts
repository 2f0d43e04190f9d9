import { object, quantity, string } from './fields.js';
import { volumeClaimTemplate } from './volume-claim.js';
import { readOnly, type VolumeSources } from './volume-parts.js';
import { cloudSources } from './volume-sources-cloud.js';
import { networkSources } from './volume-sources-network.js';
import { projectedSources } from './volume-sources-projected.js';

/** Every kind of volume that a pod can mount; the three documented for backups come first. */
export const volumeSources = (): VolumeSources => {
  const { nfs, ...otherNetworkSources } = networkSources();
  return {
    persistentVolumeClaim: object(
      'Persistent volume claim',
      'An existing PersistentVolumeClaim in the same namespace.',
      { claimName: string('Claim name', 'Name of the PersistentVolumeClaim.'), readOnly: readOnly() },
      { required: ['claimName'] },
    ),
    ...(nfs && { nfs }),
    hostPath: object(
      'Host path',
      'A directory of the node itself; usually needs to run as user 0.',
      {
        path: string('Path', 'Absolute path on the node.'),
        type: string('Type', 'Check before mounting, e.g. Directory or DirectoryOrCreate; none if empty.'),
      },
      { required: ['path'] },
    ),
    emptyDir: object('Empty directory', 'A directory that vanishes with the pod; for trials only.', {
      medium: string('Medium', "Memory for a RAM disk; the node's own disk if empty."),
      sizeLimit: quantity('Size limit', 'Largest size of the directory, as a Kubernetes quantity, e.g. 1Gi.'),
    }),
    ephemeral: object('Ephemeral claim', 'A volume made by a claim that lives and dies with the pod.', {
      volumeClaimTemplate: volumeClaimTemplate(),
    }),
    ...otherNetworkSources,
    ...cloudSources(),
    ...projectedSources(),
  };
};
