import { atomic, atomicList, boolean, listOf, object, string, stringMap } from './fields.js';
import { amounts } from './resources.js';
import { labelSelector } from './selectors.js';

const ownerReferences = () =>
  listOf(
    'Owner references',
    'Objects that own the claim; normally set by the system.',
    atomic(
      'Owner',
      'One object whose deletion deletes the claim too.',
      {
        apiVersion: string('API version', 'API version of the owner, e.g. v1.'),
        kind: string('Kind', 'Kind of the owner, e.g. Pod.'),
        name: string('Name', 'Name of the owner.'),
        uid: string('UID', 'Unique ID of the owner.'),
        controller: boolean('Controller', 'Whether this owner is the one that manages the claim.'),
        blockOwnerDeletion: boolean(
          'Block owner deletion',
          'Whether the owner stays, under foreground deletion, until the claim is gone.',
        ),
      },
      ['apiVersion', 'kind', 'name', 'uid'],
    ),
  );

const source = () => ({
  apiGroup: string('API group', 'API group of the source, e.g. snapshot.storage.k8s.io; empty for a claim.'),
  kind: string('Kind', 'Kind of the source, e.g. VolumeSnapshot or PersistentVolumeClaim.'),
  name: string('Name', 'Name of the source.'),
});

const claimSpec = () =>
  object('Spec', 'What kind of volume is asked for.', {
    accessModes: atomicList(
      'Access modes',
      'How the volume is to be mounted.',
      string('Access mode', 'ReadWriteOnce, ReadWriteOncePod, ReadOnlyMany or ReadWriteMany.'),
    ),
    resources: object(
      'Resources',
      'How big the volume has to be.',
      amounts(
        'Size to ask for, under the key storage, e.g. storage: 10Gi.',
        'Largest size to accept, under the key storage.',
        'Size as a Kubernetes quantity, e.g. 10Gi.',
      ),
    ),
    storageClassName: string('Storage class', "Name of the StorageClass; the cluster's default if empty."),
    volumeMode: string('Volume mode', 'Filesystem or Block; Filesystem if empty.'),
    volumeName: string('Volume name', 'Binds the claim to exactly this PersistentVolume.'),
    selector: labelSelector('Volumes', 'Labels of the PersistentVolumes that come into question.'),
    dataSource: atomic('Data source', 'Snapshot or claim whose content the volume starts with.', source(), [
      'kind',
      'name',
    ]),
    dataSourceRef: object(
      'Data source reference',
      'Like the data source, but takes any kind of object and another namespace.',
      { ...source(), namespace: string('Namespace', 'Namespace of the source; needs a ReferenceGrant there.') },
      { required: ['kind', 'name'] },
    ),
    volumeAttributesClassName: string('Volume attributes class', 'Name of a VolumeAttributesClass for the volume.'),
  });

/** The claim that an ephemeral volume makes for each pod. */
export const volumeClaimTemplate = () =>
  object(
    'Volume claim template',
    'The claim that is made for the pod and deleted with it.',
    {
      metadata: object('Metadata', 'Labels and annotations for the claim; other members are refused.', {
        labels: stringMap('Labels', 'Labels for the claim.', 'Label value'),
        annotations: stringMap('Annotations', 'Annotations for the claim.', 'Annotation value'),
        name: string('Name', 'Not used here: the name derives from the pod and the volume.'),
        generateName: string('Generate name', 'Not used here: the name derives from the pod and the volume.'),
        namespace: string('Namespace', "Not used here: the claim is made in the pod's namespace."),
        ownerReferences: ownerReferences(),
      }),
      spec: claimSpec(),
    },
    { required: ['spec'] },
  );
