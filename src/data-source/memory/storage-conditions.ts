import type { BackupStorage, Condition } from '../../model/types.js';

type Status = NonNullable<BackupStorage['status']>;

/** What the operator found out about one condition. */
export type Finding = Omit<Condition, 'lastTransitionTime' | 'severity' | 'observedGeneration'>;

export const secretFound: Finding = {
  type: 'BackendSecretFound',
  status: 'True',
  reason: 'BackendSecretAvailable',
  message: 'Backend secret exists.',
};

export const initialized: Finding = {
  type: 'BackendInitialized',
  status: 'True',
  reason: 'BackendInitializationSucceeded',
  message: 'Successfully initialized backend.',
};

export function secretMissing(name: string): Finding {
  const message = `Backend secret ${name} does not exist.`;
  return { type: 'BackendSecretFound', status: 'False', reason: 'BackendSecretNotAvailable', message };
}

export function notInitialized(message: string): Finding {
  return { type: 'BackendInitialized', status: 'False', reason: 'BackendInitializationFailed', message };
}

/** The status with a finding in it, and the phase that follows. */
export function withFinding(status: Status | undefined, finding: Finding, time: string): Status {
  const conditions = status?.conditions ?? [];
  const old = conditions.find(({ type }) => type === finding.type);
  // The time says since when the status is what it is, not when it was last looked at.
  const lastTransitionTime = old?.status === finding.status ? old.lastTransitionTime : time;
  const condition: Condition = { ...finding, lastTransitionTime };
  return withPhase({
    ...status,
    conditions: old ? conditions.map((one) => (one === old ? condition : one)) : [...conditions, condition],
  });
}

/** The status without a condition that does not apply any more. */
export function withoutCondition(status: Status | undefined, type: string): Status | undefined {
  if (!status?.conditions?.some((condition) => condition.type === type)) return status;
  return withPhase({ ...status, conditions: status.conditions.filter((condition) => condition.type !== type) });
}

/** KubeStash's rule: initialized, and the Secret found or not needed. Nothing else counts. */
function withPhase(status: Status): Status {
  const state = (type: string): string | undefined =>
    status.conditions?.find((condition) => condition.type === type)?.status;
  const found = state('BackendSecretFound');
  const ready = state('BackendInitialized') === 'True' && (found === undefined || found === 'True');
  return { ...status, phase: ready ? 'Ready' : 'NotReady' };
}
