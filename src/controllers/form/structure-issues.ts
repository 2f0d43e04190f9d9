import { isObject } from '../../manifest/json.js';
import type { Advised } from './advice-issues.js';
import { errorAt, type LocatedIssue } from './located-issues.js';

/** The faults of shape that `manifestFaults` finds too, each at its field. Some of them would crash the webhook. */
export function structureIssues({ storage, messages }: Advised): LocatedIssue[] {
  const issues: LocatedIssue[] = [];
  const backend = storage.spec?.storage ?? {};
  const { provider } = backend;
  if (typeof provider === 'string' && provider !== '') {
    const path = ['spec', 'storage', provider];
    if (!isObject(backend[provider])) issues.push({ ...errorAt(path, messages.blockMissing(provider)), missing: true });
    for (const [block, value] of Object.entries(backend))
      if (block !== provider && isObject(value))
        issues.push(errorAt(['spec', 'storage', block], messages.blockOfAnother(block, provider)));
  }
  const policy = storage.spec?.usagePolicy;
  if (policy && !policy.allowedNamespaces)
    issues.push(errorAt(['spec', 'usagePolicy', 'allowedNamespaces', 'from'], messages.usagePolicyIncomplete));
  return issues;
}
