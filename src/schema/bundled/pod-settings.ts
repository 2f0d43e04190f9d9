import { affinity } from './affinity.js';
import { boolean, int32, listOf, object, string, stringMap } from './fields.js';
import { localReference } from './references.js';
import { podSecurityContext } from './security-context.js';
import { tolerations, topologySpread } from './topology.js';

export const podSettings = (description: string) =>
  object('Pod settings', description, {
    serviceAccountName: string(
      'Service account',
      'ServiceAccount that the job runs as; without a credentials Secret it must carry the cloud role.',
    ),
    serviceAccountAnnotations: stringMap(
      'Service account annotations',
      'Annotations for the ServiceAccount of the job, e.g. eks.amazonaws.com/role-arn.',
      'Annotation value',
    ),
    automountServiceAccountToken: boolean(
      'Mount service account token',
      'Whether the token of the ServiceAccount is mounted into the pod.',
    ),
    podLabels: stringMap(
      'Pod labels',
      'Labels for the pod; Azure workload identity needs azure.workload.identity/use: "true".',
      'Label value',
    ),
    podAnnotations: stringMap(
      'Pod annotations',
      'Annotations for the pod, e.g. for a service mesh.',
      'Annotation value',
    ),
    securityContext: podSecurityContext(),
    imagePullSecrets: listOf(
      'Image pull secrets',
      'Secrets with the credentials of private image registries.',
      localReference('Image pull secret', 'One Secret with registry credentials.', 'Secret'),
    ),
    nodeSelector: stringMap('Node selector', 'Labels that a node must have to run the pod.', 'Label value'),
    nodeName: string('Node name', 'Runs the pod on exactly this node and bypasses the scheduler.'),
    affinity: affinity(),
    tolerations: tolerations(),
    topologySpreadConstraints: topologySpread(),
    schedulerName: string('Scheduler', "Name of the scheduler that places the pod; the cluster's default if empty."),
    priorityClassName: string('Priority class', 'Name of a PriorityClass, which says how important the pod is.'),
    priority: int32('Priority', 'Priority as a number; normally derived from the priority class.'),
    runtimeClassName: string('Runtime class', 'Name of a RuntimeClass, to run the pod e.g. in a sandbox.'),
    readinessGates: listOf(
      'Readiness gates',
      'Further conditions that must be true before the pod counts as ready.',
      object(
        'Readiness gate',
        'One condition that something outside the pod sets.',
        { conditionType: string('Condition type', 'Type of the condition in the status of the pod.') },
        { required: ['conditionType'] },
      ),
    ),
    enableServiceLinks: boolean(
      'Service links',
      'Whether the pod gets an environment variable for each Service of its namespace.',
    ),
  });
