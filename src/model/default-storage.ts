import type { BackupStorage } from './types.js';
import { mayUse, type NamespaceFacts } from './usage-policy.js';

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
