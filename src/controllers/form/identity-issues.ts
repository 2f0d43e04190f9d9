import { identityOf, sameObject } from '../../model/references.js';
import type { Advised } from './advice-issues.js';
import { errorAt, type LocatedIssue } from './located-issues.js';

/** A name that is taken, and a namespace that is not there. */
export function identityIssues({ storage, others, namespaces, namespacesKnown, messages }: Advised): LocatedIssue[] {
  const own = identityOf(storage);
  const issues: LocatedIssue[] = [];
  const isMissing =
    own.namespace !== '' && namespacesKnown === 'all' && !namespaces.some(({ name }) => name === own.namespace);
  if (isMissing) issues.push(errorAt(['metadata', 'namespace'], messages.namespaceNotFound(own.namespace)));
  const isTaken = own.name !== '' && own.namespace !== '' && others.some((other) => sameObject(identityOf(other), own));
  if (isTaken) issues.push(errorAt(['metadata', 'name'], messages.storageExists(own.name)));
  return issues;
}
