import { matchesSelector, type Labels } from './label-selector.js';
import type { BackupStorage, Namespace } from './types.js';

/** The label that the API server puts on every Namespace; its value is the Namespace's name. */
export const NAMESPACE_NAME_LABEL = 'kubernetes.io/metadata.name';

/** What a usage policy looks at: a Namespace's name and labels. */
export interface NamespaceFacts {
  readonly name: string;
  /** Absent when they are not known; the name label is implied. */
  readonly labels?: Labels | undefined;
}

export function namespaceFacts(namespace: Namespace): NamespaceFacts {
  return { name: namespace.metadata?.name ?? '', labels: namespace.metadata?.labels };
}

/**
 * Whether objects in a namespace may refer to this storage, as KubeStash decides it when a BackupConfiguration is
 * written. No policy means nobody, not even the storage's own namespace; a `Selector` makes no exception for that
 * namespace either.
 */
export function mayUse(storage: BackupStorage, namespace: NamespaceFacts): boolean {
  const allowed = storage.spec?.usagePolicy?.allowedNamespaces;
  switch (allowed?.from) {
    case 'All':
      return true;
    case 'Same':
      return storage.metadata?.namespace === namespace.name;
    case 'Selector':
      return matchesSelector(allowed.selector, { ...namespace.labels, [NAMESPACE_NAME_LABEL]: namespace.name });
    default:
      return false;
  }
}
