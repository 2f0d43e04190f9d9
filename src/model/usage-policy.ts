import { checkSelector, keysOfSelector, matchesSelector, selectorFor, type Labels } from './label-selector.js';
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
  return { name: namespace.metadata?.name ?? '', labels: namespace.metadata?.labels ?? {} };
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

/**
 * The same question where labels may not be known: `undefined` when they would decide. A selector that asks for names
 * only needs no other label.
 */
export function mayUseAsFarAsKnown(storage: BackupStorage, namespace: NamespaceFacts): boolean | undefined {
  const allowed = storage.spec?.usagePolicy?.allowedNamespaces;
  const { selector } = allowed ?? {};
  if (namespace.labels || allowed?.from !== 'Selector' || !selector || checkSelector(selector).length > 0)
    return mayUse(storage, namespace);
  const others = keysOfSelector(selector).some((key) => key !== NAMESPACE_NAME_LABEL);
  if (!others) return mayUse(storage, namespace);
  const byName = selectorFor(selector, NAMESPACE_NAME_LABEL);
  return matchesSelector(byName, { [NAMESPACE_NAME_LABEL]: namespace.name }) ? undefined : false;
}

/**
 * The storage with the usage policy that the server gives it: `Same` where there is none, and where the namespaces lack
 * a `from`. An empty `usagePolicy` gets nothing: it crashes the webhook.
 */
export function withDefaultPolicy(storage: BackupStorage): BackupStorage {
  const policy = storage.spec?.usagePolicy ?? undefined;
  const allowed = policy?.allowedNamespaces ?? undefined;
  if (policy && (!allowed || typeof allowed !== 'object' || (allowed.from ?? undefined) !== undefined)) return storage;
  const usagePolicy = { ...policy, allowedNamespaces: { ...allowed, from: 'Same' } };
  return { ...storage, spec: { ...storage.spec, usagePolicy } };
}
