import { atomicList, boolean, int32, object, string, stringMap } from './fields.js';
import { secretReference } from './references.js';
import { fsType, monitors, readOnly, type VolumeSources } from './volume-parts.js';

/** Storage that is reached over the network: file servers, SANs, Ceph and its like. */
export const networkSources = (): VolumeSources => ({
  nfs: object(
    'NFS',
    'A directory that an NFS server exports.',
    {
      server: string('Server', 'Host name or IP address of the NFS server.'),
      path: string('Path', 'Directory that the server exports, e.g. /exports/backups.'),
      readOnly: readOnly(),
    },
    { required: ['path', 'server'] },
  ),
  csi: object(
    'CSI (inline)',
    'A volume that a CSI driver makes for the pod alone.',
    {
      driver: string('Driver', 'Name of the CSI driver, e.g. smb.csi.k8s.io.'),
      volumeAttributes: stringMap('Volume attributes', 'Settings for the driver; its manual lists them.'),
      nodePublishSecretRef: secretReference('Secret with the credentials that the driver mounts with.'),
      fsType: fsType(),
      readOnly: readOnly(),
    },
    { required: ['driver'] },
  ),
  iscsi: object(
    'iSCSI',
    'A disk of an iSCSI target.',
    {
      targetPortal: string('Target portal', 'Address of the target as IP or IP:port; port 3260 if left out.'),
      iqn: string('IQN', 'Qualified name of the target, e.g. iqn.2001-04.com.example:storage.'),
      lun: int32('LUN', 'Number of the logical unit on the target.'),
      portals: atomicList(
        'More portals',
        'Further addresses of the same target, for several paths to it.',
        string('Portal', 'Address as IP or IP:port.'),
      ),
      iscsiInterface: string('Interface', 'Name of the iSCSI interface to use; default means TCP.', {
        default: 'default',
      }),
      initiatorName: string('Initiator name', 'Initiator to present to the target instead of that of the node.'),
      chapAuthDiscovery: boolean('CHAP for discovery', 'Authenticate by CHAP while looking for targets.'),
      chapAuthSession: boolean('CHAP for sessions', 'Authenticate by CHAP when a session is opened.'),
      secretRef: secretReference('Secret with the CHAP user names and passwords.'),
      fsType: fsType(),
      readOnly: readOnly(),
    },
    { required: ['iqn', 'lun', 'targetPortal'] },
  ),
  fc: object('Fibre Channel', 'A disk that is attached to the node over Fibre Channel.', {
    targetWWNs: atomicList(
      'Target WWNs',
      'World wide names of the target ports; needs a LUN too.',
      string('WWN', 'World wide name of a target port.'),
    ),
    lun: int32('LUN', 'Number of the logical unit on the target.'),
    wwids: atomicList(
      'WWIDs',
      'World wide identifiers of the disk, in place of target WWNs and LUN.',
      string('WWID', 'World wide identifier of the disk.'),
    ),
    fsType: fsType(),
    readOnly: readOnly(),
  }),
  cephfs: object(
    'CephFS',
    'A directory of a Ceph filesystem; removed from recent Kubernetes versions in favour of CSI.',
    {
      monitors: monitors(),
      path: string('Path', 'Directory inside the filesystem; / if empty.'),
      user: string('User', 'Ceph user to connect as; admin if empty.'),
      secretRef: secretReference('Secret with the key of the user; wins over the secret file.'),
      secretFile: string('Secret file', 'Keyring file on the node; /etc/ceph/user.secret if empty.'),
      readOnly: readOnly(),
    },
    { required: ['monitors'] },
  ),
  rbd: object(
    'Ceph RBD',
    'A block device of a Ceph cluster; removed from recent Kubernetes versions in favour of CSI.',
    {
      monitors: monitors(),
      image: string('Image', 'Name of the RADOS image to mount.'),
      pool: string('Pool', 'Pool that the image is in.', { default: 'rbd' }),
      user: string('User', 'Ceph user to connect as.', { default: 'admin' }),
      keyring: string('Keyring', 'Keyring file of the user on the node.', { default: '/etc/ceph/keyring' }),
      secretRef: secretReference('Secret with the key of the user; wins over the keyring.'),
      fsType: fsType(),
      readOnly: readOnly(),
    },
    { required: ['image', 'monitors'] },
  ),
  glusterfs: object(
    'GlusterFS',
    'A Gluster volume; removed from recent Kubernetes versions.',
    {
      endpoints: string('Endpoints', 'Name of the Endpoints object that lists the Gluster servers.'),
      path: string('Path', 'Name of the Gluster volume.'),
      readOnly: readOnly(),
    },
    { required: ['endpoints', 'path'] },
  ),
  quobyte: object(
    'Quobyte',
    'A Quobyte volume; removed from recent Kubernetes versions.',
    {
      registry: string('Registry', 'Quobyte registries as host:port, separated by commas.'),
      volume: string('Volume', 'Name of an existing Quobyte volume.'),
      tenant: string('Tenant', 'Quobyte tenant that owns the volume.'),
      user: string('User', 'User to map all access to.'),
      group: string('Group', 'Group to map all access to.'),
      readOnly: readOnly(),
    },
    { required: ['registry', 'volume'] },
  ),
  scaleIO: object(
    'ScaleIO',
    'A ScaleIO volume; removed from recent Kubernetes versions.',
    {
      gateway: string('Gateway', 'Address of the ScaleIO API gateway.'),
      system: string('System', 'Name of the storage system as ScaleIO knows it.'),
      secretRef: secretReference('Secret with the user name and password for ScaleIO.'),
      sslEnabled: boolean('SSL', 'Talk to the gateway over TLS.'),
      protectionDomain: string('Protection domain', 'Protection domain that the storage belongs to.'),
      storagePool: string('Storage pool', 'Pool inside the protection domain.'),
      storageMode: string('Storage mode', 'ThinProvisioned or ThickProvisioned.', { default: 'ThinProvisioned' }),
      volumeName: string('Volume name', 'Name of an existing volume in the system.'),
      fsType: fsType({ default: 'xfs' }),
      readOnly: readOnly(),
    },
    { required: ['gateway', 'secretRef', 'system'] },
  ),
  flocker: object('Flocker', 'A Flocker dataset; removed from recent Kubernetes versions.', {
    datasetName: string('Dataset name', 'Name of the dataset; the UUID is the better choice.'),
    datasetUUID: string('Dataset UUID', 'Unique ID of the dataset.'),
  }),
  storageos: object('StorageOS', 'A StorageOS volume; removed from recent Kubernetes versions.', {
    volumeName: string('Volume name', 'Name of the volume inside its StorageOS namespace.'),
    volumeNamespace: string('Volume namespace', "StorageOS namespace of the volume; the pod's namespace if empty."),
    secretRef: secretReference('Secret with the credentials for the StorageOS API.'),
    fsType: fsType(),
    readOnly: readOnly(),
  }),
  flexVolume: object(
    'FlexVolume',
    'A volume of a FlexVolume driver on the node; deprecated in favour of CSI.',
    {
      driver: string('Driver', 'Name of the driver, e.g. example.com/disk.'),
      options: stringMap('Options', 'Settings for the driver; its manual lists them.', 'Option'),
      secretRef: secretReference('Secret that is passed to the driver.'),
      fsType: fsType(),
      readOnly: readOnly(),
    },
    { required: ['driver'] },
  ),
});
