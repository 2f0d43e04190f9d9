import { boolean, choice, dateTime, int64, listOf, object, string } from './fields.js';

/** The conditions of KubeStash's statuses. */
export const statusConditions = (examples: string) =>
  listOf(
    'Conditions',
    'What the operator has found out, one entry for each aspect.',
    object(
      'Condition',
      'One aspect and whether it holds.',
      {
        type: string('Type', `The aspect, e.g. ${examples}.`),
        status: string('Status', 'Whether the condition holds: True, False or Unknown.'),
        reason: string('Reason', 'One word that says why, for programs to read.'),
        message: string('Message', 'A sentence that says why, for people to read.'),
        severity: string('Severity', 'How bad it is if it is False: Error, Warning, Info or empty.'),
        lastTransitionTime: dateTime('Last transition', 'When the status last changed.'),
        observedGeneration: int64('Observed generation', 'Generation of the object that this was found out for.'),
      },
      { required: ['lastTransitionTime', 'status', 'type'] },
    ),
  );

export const runPhase = (description: string) =>
  choice('Phase', description, ['Pending', 'Running', 'Succeeded', 'Failed']);

export const integrity = (what: string) =>
  boolean('Integrity', `Result of the last integrity check of the ${what}; false means damaged data.`);

export const size = (what: string) => string('Size', `Size of the ${what} in the backend, e.g. 12.222 MiB.`);
