import { atomic, atomicList, object, string, stringMap } from './fields.js';

/** Conditions on labels or fields, all of which must hold. */
export const conditions = (
  title: string,
  description: string,
  what: string,
  operators = 'In, NotIn, Exists or DoesNotExist',
) =>
  atomicList(
    title,
    description,
    object(
      'Condition',
      `One condition on a ${what}; every condition in the list must hold.`,
      {
        key: string('Key', `Key of the ${what} to look at.`),
        operator: string('Operator', `How the ${what} is compared with the values: ${operators}.`),
        values: atomicList(
          'Values',
          'What to compare with: at least one for In and NotIn, none for Exists and DoesNotExist.',
          string('Value', 'One value to compare with.'),
        ),
      },
      { required: ['key', 'operator'] },
    ),
  );

export const labelSelector = (title: string, description: string) =>
  atomic(title, description, {
    matchLabels: stringMap('Labels', 'Labels that must be there with exactly these values.', 'Label value'),
    matchExpressions: conditions('Label conditions', 'Further conditions on labels, such as In or Exists.', 'label'),
  });
