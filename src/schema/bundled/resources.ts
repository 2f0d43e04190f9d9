import { keyedList, mapOf, object, quantity, string } from './fields.js';

const EXAMPLE = 'Amount as a Kubernetes quantity, e.g. 500m of CPU or 256Mi of memory.';

/** Requests and limits alone, as volume claims have them. */
export const amounts = (requests: string, limits: string, example = EXAMPLE) => ({
  requests: mapOf('Requests', requests, quantity('Amount', example)),
  limits: mapOf('Limits', limits, quantity('Amount', example)),
});

export const resources = () =>
  object('Resources', 'How much CPU, memory and other resources the container gets.', {
    ...amounts(
      'Amounts reserved for the container, by resource name, e.g. cpu: 100m.',
      'Amounts that the container may not exceed, by resource name, e.g. memory: 512Mi.',
    ),
    claims: keyedList(
      'Claims',
      'Resource claims of the pod that this container uses, for devices such as GPUs.',
      ['name'],
      object(
        'Claim',
        'One resource claim of the pod.',
        {
          name: string('Name', 'Name of an entry in the resource claims of the pod.'),
          request: string('Request', 'Request inside the claim to use; all of them if empty.'),
        },
        { required: ['name'] },
      ),
    ),
  });
