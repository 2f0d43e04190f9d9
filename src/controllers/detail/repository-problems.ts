import type { RepositoryRow } from '../../model/rows.js';

/** Why a repository needs a look. `text` is the operator's own, where it wrote one. */
export interface RepositoryProblem {
  readonly key: string;
  readonly kind: 'integrity' | 'sync-error' | 'not-ready';
  readonly text: string | undefined;
}

const ORDER: readonly RepositoryProblem['kind'][] = ['integrity', 'sync-error', 'not-ready'];

/** What is wrong with the repositories of a storage, damaged data first. One may have several problems. */
export function repositoryProblems(rows: Iterable<RepositoryRow>): RepositoryProblem[] {
  const problems: RepositoryProblem[] = [];
  for (const { key, status } of rows) {
    for (const { kind, said } of status.marks) {
      if (kind === 'integrity') problems.push({ key, kind, text: undefined });
      // Where the operator said nothing there is no more to say than the kind.
      if (kind === 'sync-error') problems.push({ key, kind, text: said });
    }
    if (status.label === 'NotReady') problems.push({ key, kind: 'not-ready', text: status.reason });
  }
  return problems.sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || (a.key < b.key ? -1 : 1));
}
