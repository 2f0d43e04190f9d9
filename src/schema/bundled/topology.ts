import { atomicList, int32, int64, keyedList, listOf, object, string } from './fields.js';
import { labelSelector } from './selectors.js';

export const tolerations = () =>
  listOf(
    'Tolerations',
    'Node taints that do not keep the pod away.',
    object('Toleration', 'One taint, or a group of taints, that the pod puts up with.', {
      key: string('Key', 'Key of the taint; empty with operator Exists means every taint.'),
      operator: string('Operator', 'Equal compares the value, Exists only the key; Equal if empty.'),
      value: string('Value', 'Value of the taint; leave it empty with operator Exists.'),
      effect: string('Effect', 'NoSchedule, PreferNoSchedule or NoExecute; every effect if empty.'),
      tolerationSeconds: int64(
        'Toleration seconds',
        'Seconds the pod may stay after a NoExecute taint appears; for ever if empty.',
      ),
    }),
  );

export const topologySpread = () =>
  keyedList(
    'Topology spread constraints',
    'How evenly matching pods are spread over zones, nodes or other places.',
    ['topologyKey', 'whenUnsatisfiable'],
    object(
      'Constraint',
      'One rule of spreading, over one kind of place.',
      {
        topologyKey: string('Topology key', 'Node label that defines a place, e.g. topology.kubernetes.io/zone.'),
        maxSkew: int32('Max skew', 'Largest allowed difference in pods between two places, at least 1.'),
        whenUnsatisfiable: string(
          'When unsatisfiable',
          'DoNotSchedule lets the pod wait, ScheduleAnyway only lowers the rank of the place.',
        ),
        labelSelector: labelSelector('Pods', 'Labels of the pods that are counted.'),
        matchLabelKeys: atomicList(
          'Match label keys',
          'Count only pods that have the same values for these labels as the pod itself.',
          string('Label key', 'Key of a label of the pod that is being placed.'),
        ),
        minDomains: int32('Min domains', 'Number of places there should be at least; only with DoNotSchedule.'),
        nodeAffinityPolicy: string(
          'Node affinity policy',
          'Honor counts only nodes that the pod may run on, Ignore counts all; Honor if empty.',
        ),
        nodeTaintsPolicy: string(
          'Node taints policy',
          'Honor leaves out nodes with taints that are not tolerated, Ignore counts all; Ignore if empty.',
        ),
      },
      { required: ['maxSkew', 'topologyKey', 'whenUnsatisfiable'] },
    ),
  );
