import { object, string } from './fields.js';
import { secretReference } from './references.js';
import { fsType, partition, readOnly, volumeId, type VolumeSources } from './volume-parts.js';

/** Disks and shares of cloud and virtualisation vendors. */
export const cloudSources = (): VolumeSources => ({
  awsElasticBlockStore: object(
    'AWS EBS',
    'An existing Amazon EBS disk in the zone of the node.',
    {
      volumeID: volumeId('AWS, e.g. vol-0123456789abcdef0'),
      partition: partition(),
      fsType: fsType(),
      readOnly: readOnly(),
    },
    { required: ['volumeID'] },
  ),
  azureDisk: object(
    'Azure Disk',
    'An existing Azure data disk.',
    {
      diskName: string('Disk name', 'Name of the disk in Azure.'),
      diskURI: string('Disk URI', 'URI or resource ID of the disk in Azure.'),
      kind: string('Kind', 'Shared, Dedicated or Managed; Shared if empty.'),
      cachingMode: string('Caching mode', 'Cache of the host: None, ReadOnly or ReadWrite.'),
      fsType: fsType({ default: 'ext4' }),
      readOnly: readOnly({ default: false }),
    },
    { required: ['diskName', 'diskURI'] },
  ),
  azureFile: object(
    'Azure Files',
    'An existing share of an Azure storage account.',
    {
      shareName: string('Share name', 'Name of the Azure file share.'),
      secretName: string('Secret name', 'Secret with the name and the key of the storage account.'),
      readOnly: readOnly(),
    },
    { required: ['secretName', 'shareName'] },
  ),
  gcePersistentDisk: object(
    'GCE persistent disk',
    'An existing Google Compute Engine disk in the zone of the node.',
    {
      pdName: string('Disk name', 'Name of the disk in Compute Engine.'),
      partition: partition(),
      fsType: fsType(),
      readOnly: readOnly(),
    },
    { required: ['pdName'] },
  ),
  cinder: object(
    'OpenStack Cinder',
    'An existing Cinder volume.',
    {
      volumeID: volumeId('Cinder'),
      secretRef: secretReference('Secret with the parameters for OpenStack.'),
      fsType: fsType(),
      readOnly: readOnly(),
    },
    { required: ['volumeID'] },
  ),
  vsphereVolume: object(
    'vSphere volume',
    'An existing VMDK disk of vSphere.',
    {
      volumePath: string('Volume path', 'Path of the disk, e.g. "[datastore1] volumes/disk.vmdk".'),
      storagePolicyName: string('Storage policy name', 'Name of the storage policy of the disk.'),
      storagePolicyID: string('Storage policy ID', 'ID of the storage policy that goes with its name.'),
      fsType: fsType(),
    },
    { required: ['volumePath'] },
  ),
  photonPersistentDisk: object(
    'Photon disk',
    'A Photon Controller disk; removed from recent Kubernetes versions.',
    { pdID: string('Disk ID', 'ID of the disk in Photon Controller.'), fsType: fsType() },
    { required: ['pdID'] },
  ),
  portworxVolume: object(
    'Portworx',
    'An existing Portworx volume.',
    { volumeID: volumeId('Portworx'), fsType: fsType(), readOnly: readOnly() },
    { required: ['volumeID'] },
  ),
});
