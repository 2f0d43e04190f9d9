import { identityOf, sameObject } from './references.js';
import type { BackupStorage } from './types.js';
import { mayUse, mayUseAsFarAsKnown, type NamespaceFacts } from './usage-policy.js';

/** The order in which KubeStash looks at the policies of default storages. */
const STEPS = ['Same', 'Selector', 'All'];

/**
 * The storage that KubeStash picks for a BackupConfiguration in this namespace that names no backend: a default whose
 * policy is `Same` in that very namespace, else any default whose `Selector` matches it, else any default open to `All`.
 * A default in one's own namespace that is open to `All` has no precedence. Within a step the first of the list wins, so
 * with several candidates the server's pick may differ: it has no defined order.
 */
export function defaultStorageFor(
  namespace: NamespaceFacts,
  storages: readonly BackupStorage[],
): BackupStorage | undefined {
  for (const from of STEPS) {
    const found = storages.find(
      (storage) =>
        storage.spec?.default === true &&
        storage.spec.usagePolicy?.allowedNamespaces?.from === from &&
        mayUse(storage, namespace),
    );
    if (found) return found;
  }
  return undefined;
}

/**
 * Another default storage that gets in the way of this one.
 *
 * - `refused`: in the same namespace, where the server takes one default only
 * - `tie`: open to the same namespaces by the same policy, so that the pick between the two is not defined
 * - `first`: considered before this one in this one's own namespace
 */
export interface DefaultRival {
  readonly kind: 'refused' | 'tie' | 'first';
  readonly storage: BackupStorage;
}

/**
 * The storages among `others` that rival this default one; none when it is not a default. `namespaces` are those that
 * are known: selectors are compared by what they match there.
 */
export function defaultRivals(
  storage: BackupStorage,
  others: Iterable<BackupStorage>,
  namespaces: readonly NamespaceFacts[] = [],
): DefaultRival[] {
  if (storage.spec?.default !== true) return [];
  const own = storage.metadata?.namespace;
  const from = storage.spec.usagePolicy?.allowedNamespaces?.from;
  const rivals: DefaultRival[] = [];
  for (const other of others) {
    if (other.spec?.default !== true || sameObject(identityOf(storage), identityOf(other))) continue;
    const otherFrom = other.spec.usagePolicy?.allowedNamespaces?.from;
    if (own && other.metadata?.namespace === own) rivals.push({ kind: 'refused', storage: other });
    else if (from === 'All' && otherFrom === 'All') rivals.push({ kind: 'tie', storage: other });
    else if (from === 'All' && otherFrom === 'Selector' && own) {
      const facts = namespaces.find(({ name }) => name === own) ?? { name: own };
      if (mayUseAsFarAsKnown(other, facts)) rivals.push({ kind: 'first', storage: other });
    } else if (from === 'Selector' && otherFrom === 'Selector') {
      const both = namespaces.some((one) => mayUseAsFarAsKnown(storage, one) && mayUseAsFarAsKnown(other, one));
      if (both) rivals.push({ kind: 'tie', storage: other });
    }
  }
  return rivals;
}
