import { atomicList, boolean, int64, object, string } from './fields.js';

const MAX_ID = '0 to 2147483647';

/** Members that a pod and a container have in common; the container's win. */
const shared = (where: string) => ({
  runAsUser: int64(
    'Run as user',
    `Numeric user ID that the ${where} as, ${MAX_ID}; 0 is root, which hostPath backends usually need.`,
  ),
  runAsGroup: int64('Run as group', `Numeric primary group ID that the ${where} with, ${MAX_ID}.`),
  runAsNonRoot: boolean('Run as non-root', 'Refuse to start if the process would run as root.'),
  seLinuxOptions: object('SELinux options', 'SELinux label to give to the processes; chosen by the node if empty.', {
    user: string('User', 'SELinux user of the label, e.g. system_u.'),
    role: string('Role', 'SELinux role of the label, e.g. system_r.'),
    type: string('Type', 'SELinux type of the label, e.g. container_t.'),
    level: string('Level', 'SELinux level of the label, e.g. s0:c123,c456.'),
  }),
  seccompProfile: profile('Seccomp profile', 'Which system calls the processes may make.', 'seccomp'),
  appArmorProfile: profile('AppArmor profile', 'Which AppArmor rules confine the processes.', 'AppArmor'),
  windowsOptions: object('Windows options', 'Settings that apply on Windows nodes only.', {
    runAsUserName: string('Run as user name', 'Windows user that the process runs as, e.g. ContainerUser.'),
    hostProcess: boolean('Host process', 'Run directly on the Windows host instead of in isolation.'),
    gmsaCredentialSpecName: string('gMSA credential spec name', 'Name of the GMSACredentialSpec object to use.'),
    gmsaCredentialSpec: string(
      'gMSA credential spec',
      'The credential spec itself; normally filled in by a webhook from the name.',
    ),
  }),
});

const profile = (title: string, description: string, what: string) =>
  object(
    title,
    description,
    {
      type: string('Type', 'RuntimeDefault, Unconfined, or Localhost for a profile of the node.'),
      localhostProfile: string(
        'Localhost profile',
        `Name of an ${what} profile that is present on the node; only for type Localhost.`,
      ),
    },
    { required: ['type'] },
  );

export const podSecurityContext = () =>
  object('Security context', 'User, groups and privileges for all containers of the pod.', {
    ...shared('containers run'),
    fsGroup: int64(
      'Filesystem group',
      `Group ID that owns mounted volumes, ${MAX_ID}; PVC and NFS backends usually need it, e.g. 65534.`,
    ),
    fsGroupChangePolicy: string(
      'Filesystem group change policy',
      'When to change the owner of volume files: OnRootMismatch (faster) or Always.',
    ),
    supplementalGroups: atomicList(
      'Supplemental groups',
      'More group IDs for the processes, besides the primary group.',
      int64('Group', `A numeric group ID, ${MAX_ID}.`),
    ),
    supplementalGroupsPolicy: string(
      'Supplemental groups policy',
      'Merge adds the groups that the image names for the user; Strict does not.',
    ),
    seLinuxChangePolicy: string(
      'SELinux change policy',
      'How volumes get their SELinux label: Recursive (file by file) or MountOption.',
    ),
    sysctls: atomicList(
      'Sysctls',
      'Kernel parameters to set for the pod.',
      object(
        'Sysctl',
        'One kernel parameter and its value.',
        {
          name: string('Name', 'Name of the parameter, e.g. net.core.somaxconn.'),
          value: string('Value', 'Value of the parameter, as text.'),
        },
        { required: ['name', 'value'] },
      ),
    ),
  });

export const containerSecurityContext = () =>
  object('Security context', 'User and privileges of the container; they win over those of the pod.', {
    ...shared('container runs'),
    readOnlyRootFilesystem: boolean('Read-only root filesystem', "Forbid writes to the container's own filesystem."),
    allowPrivilegeEscalation: boolean(
      'Allow privilege escalation',
      'Let a process gain more privileges than its parent has, e.g. by setuid.',
    ),
    privileged: boolean('Privileged', 'Run with nearly all powers of the node; avoid it.'),
    capabilities: object('Capabilities', 'Linux capabilities to add to or take from the default set.', {
      add: atomicList('Add', 'Capabilities to add.', string('Capability', 'Name without CAP_, e.g. NET_ADMIN.')),
      drop: atomicList('Drop', 'Capabilities to remove.', string('Capability', 'Name without CAP_, or ALL.')),
    }),
    procMount: string('Proc mount', 'How /proc is mounted: Default (some paths masked) or Unmasked.'),
  });
