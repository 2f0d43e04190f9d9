import { boolean, int32, kindSchema, lazy, object, string } from './fields.js';
import { usagePolicy } from './usage-policy.js';

const kept = (every: string) => int32(every, `How many ${every.toLowerCase()} snapshots to keep.`);

const spec = () =>
  object('Spec', 'Which snapshots are kept; set a period, successful snapshots, or both.', {
    maxRetentionPeriod: string(
      'Max retention period',
      'How long to keep snapshots, e.g. 30d or 1y2mo3w4d5h6m; a number needs its unit, and m is minutes.',
    ),
    successfulSnapshots: object('Successful snapshots', 'How many of the successful snapshots to keep.', {
      last: int32('Last', 'How many of the newest snapshots to keep, e.g. 5.'),
      hourly: kept('Hourly'),
      daily: kept('Daily'),
      weekly: kept('Weekly'),
      monthly: kept('Monthly'),
      yearly: kept('Yearly'),
    }),
    failedSnapshots: object('Failed snapshots', 'How many of the failed snapshots to keep.', {
      last: int32('Last', 'How many of the newest failed snapshots to keep.', { default: 1 }),
    }),
    default: boolean('Default', 'Offer the policy to backup configurations that name none.'),
    usagePolicy: usagePolicy('policy'),
  });

/** The CRD's schema of RetentionPolicy with titles and help texts. Shared: do not modify it. */
export const retentionPolicySchema = lazy(() =>
  kindSchema('RetentionPolicy', 'storage.kubestash.com/v1alpha1', 'Says how long and how many snapshots are kept.', {
    spec: spec(),
  }),
);
