import { checkSelector, isEmptySelector } from '../../model/label-selector.js';
import type { BackupStorage } from '../../model/types.js';
import { mayUseAsFarAsKnown, withDefaultPolicy, type NamespaceFacts } from '../../model/usage-policy.js';
import type { NamespacesKnown } from './advice-issues.js';

/**
 * Which namespaces may use a storage.
 *
 * - `everyone`: all there are and will be
 * - `nobody`: none there are or will be
 * - `own`: that of the storage, which may not be chosen yet
 * - `some`: these of `total`. `isPartial`: of those that are known by name; there may be more
 * - `unknown`: because the namespaces, or their labels, may not be read, or are still on their way
 */
export type UsageAnswer =
  | { kind: 'everyone' }
  | { kind: 'nobody' }
  | { kind: 'own'; namespace: string | undefined }
  | { kind: 'some'; names: readonly string[]; total: number; isPartial: boolean }
  | { kind: 'unknown'; why: 'namespaces' | 'labels' | 'loading' };

/** The answer of the server, once it has stored this: an absent policy counts as the one that it fills in. */
export function usageAnswer(
  storage: BackupStorage,
  namespaces: readonly NamespaceFacts[],
  known: NamespacesKnown,
): UsageAnswer {
  const stored = withDefaultPolicy(storage);
  const { from, selector } = stored.spec?.usagePolicy?.allowedNamespaces ?? {};
  if (from === 'All') return { kind: 'everyone' };
  if (from === 'Same') return { kind: 'own', namespace: stored.metadata?.namespace || undefined };
  if (from !== 'Selector' || !selector || checkSelector(selector).length > 0) return { kind: 'nobody' };
  if (isEmptySelector(selector)) return { kind: 'everyone' };
  if (known === 'loading') return { kind: 'unknown', why: 'loading' };
  if (known === 'none') return { kind: 'unknown', why: 'namespaces' };
  const answers = namespaces.map((namespace) => mayUseAsFarAsKnown(stored, namespace));
  if (answers.includes(undefined)) return { kind: 'unknown', why: 'labels' };
  const names = namespaces.filter((_, index) => answers[index]).map(({ name }) => name);
  return { kind: 'some', names, total: namespaces.length, isPartial: known !== 'all' };
}
