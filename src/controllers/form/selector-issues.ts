import { isObject } from '../../manifest/json.js';
import { checkSelector, isEmptySelector } from '../../model/label-selector.js';
import { identityOf } from '../../model/references.js';
import { SERVER_RULES } from '../../model/server-rules.js';
import { mayUseAsFarAsKnown } from '../../model/usage-policy.js';
import type { Advised } from './advice-issues.js';
import { errorAt, warningAt, type LocatedIssue } from './located-issues.js';

const POLICY = ['spec', 'usagePolicy', 'allowedNamespaces'];
const PATH = [...POLICY, 'selector'];
/** Whoever has left the choice of the policy has seen the selector. */
const touchedBy = [[...POLICY, 'from'].join('.')];

/** The selector of the usage policy: the server looks only whether there is one. */
export function selectorIssues({ stored, namespaces, messages }: Advised): LocatedIssue[] {
  const { from, selector } = stored.spec?.usagePolicy?.allowedNamespaces ?? {};
  if (from !== 'Selector')
    return isObject(selector) && typeof from === 'string'
      ? [warningAt([...POLICY, 'from'], messages.selectorUnused(from))]
      : [];
  if (selector === undefined || selector === null)
    return [{ ...errorAt(PATH, messages.selectorMissing(SERVER_RULES.emptySelector)), touchedBy }];
  const faults = checkSelector(selector).map(({ path, message }) => errorAt([...PATH, ...path], message));
  if (faults.length > 0) return faults;
  if (isEmptySelector(selector)) return [{ ...warningAt(PATH, messages.selectorMatchesAll), touchedBy }];
  const { namespace } = identityOf(stored);
  if (namespace === '') return [];
  const own = namespaces.find(({ name }) => name === namespace) ?? { name: namespace };
  return mayUseAsFarAsKnown(stored, own) === false
    ? [{ ...warningAt(PATH, messages.selectorWithoutOwn(namespace)), touchedBy }]
    : [];
}
