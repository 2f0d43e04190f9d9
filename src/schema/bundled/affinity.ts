import { atomic, atomicList, int32, object, string } from './fields.js';
import { conditions, labelSelector } from './selectors.js';

const NODE_OPERATORS = 'In, NotIn, Exists, DoesNotExist, Gt or Lt';

const weight = (what: string) => int32('Weight', `How much a match counts when ${what} are compared, 1 to 100.`);

const nodeTerm = (title: string, description: string) =>
  atomic(title, description, {
    matchExpressions: conditions(
      'Label conditions',
      'Conditions on the labels of a node; Gt and Lt take one integer.',
      'node label',
      NODE_OPERATORS,
    ),
    matchFields: conditions(
      'Field conditions',
      'Conditions on the fields of a node; only metadata.name is supported.',
      'node field',
      NODE_OPERATORS,
    ),
  });

const nodeAffinity = () =>
  object('Node affinity', 'On which nodes the pod may or should run, by their labels.', {
    requiredDuringSchedulingIgnoredDuringExecution: atomic(
      'Required nodes',
      'The pod is only placed on a node that matches; running pods stay if the labels change.',
      {
        nodeSelectorTerms: atomicList(
          'Alternatives',
          'A node qualifies if it matches at least one of these.',
          nodeTerm('Alternative', 'One set of conditions; all of them must hold.'),
        ),
      },
      ['nodeSelectorTerms'],
    ),
    preferredDuringSchedulingIgnoredDuringExecution: atomicList(
      'Preferred nodes',
      'Nodes to choose first, without insisting on them.',
      object(
        'Preference',
        'One preference and how much it counts.',
        { weight: weight('nodes'), preference: nodeTerm('Node', 'The nodes that are preferred.') },
        { required: ['preference', 'weight'] },
      ),
    ),
  });

const podTerm = (title: string, description: string) => {
  const labelKey = () => string('Label key', 'Key of a label of the pod that is being placed.');
  return object(
    title,
    description,
    {
      labelSelector: labelSelector('Pods', 'Labels of the other pods; {} means all, left out means none.'),
      topologyKey: string('Topology key', 'Node label that defines a place, e.g. kubernetes.io/hostname.'),
      namespaces: atomicList(
        'Namespaces',
        "Namespaces in which to look for the other pods; the pod's own if empty.",
        string('Namespace', 'Name of a namespace.'),
      ),
      namespaceSelector: labelSelector('Namespace selector', 'Labels of further namespaces to look in; {} means all.'),
      matchLabelKeys: atomicList(
        'Match label keys',
        'Only other pods that have the same values for these labels count.',
        labelKey(),
      ),
      mismatchLabelKeys: atomicList(
        'Mismatch label keys',
        'Only other pods that have different values for these labels count.',
        labelKey(),
      ),
    },
    { required: ['topologyKey'] },
  );
};

/** Affinity to pods and anti-affinity differ in their texts only. */
const podRelation = (title: string, relation: string) =>
  object(title, `Place the pod ${relation} certain other pods.`, {
    requiredDuringSchedulingIgnoredDuringExecution: atomicList(
      'Required',
      `The pod is only placed ${relation} the pods of every rule.`,
      podTerm('Rule', 'One rule that must hold when the pod is placed.'),
    ),
    preferredDuringSchedulingIgnoredDuringExecution: atomicList(
      'Preferred',
      `Prefer places ${relation} these pods, without insisting on it.`,
      object(
        'Preference',
        'One preference and how much it counts.',
        {
          weight: weight('places'),
          podAffinityTerm: podTerm('Rule', 'The other pods, and what counts as the same place.'),
        },
        { required: ['podAffinityTerm', 'weight'] },
      ),
    ),
  });

export const affinity = () =>
  object('Affinity', 'Rules about the nodes and the other pods that the pod is placed with.', {
    nodeAffinity: nodeAffinity(),
    podAffinity: podRelation('Pod affinity', 'in the same place as'),
    podAntiAffinity: podRelation('Pod anti-affinity', 'away from'),
  });
