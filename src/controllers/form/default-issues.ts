import { defaultRivals } from '../../model/default-storage.js';
import { identityOf, keyOf } from '../../model/references.js';
import { SERVER_RULES } from '../../model/server-rules.js';
import type { BackupStorage } from '../../model/types.js';
import type { Advised } from './advice-issues.js';
import { errorAt, warningAt, type LocatedIssue } from './located-issues.js';

const PATH = ['spec', 'default'];

/** A storage of the server's as it is called beside others. */
export function nameOf(storage: BackupStorage): string {
  const { namespace, name } = identityOf(storage);
  return keyOf(namespace, name);
}

/** Which of several default storages KubeStash takes is not what people expect. */
export function defaultIssues({ stored, others, namespaces, messages }: Advised): LocatedIssue[] {
  const rivals = defaultRivals(stored, others, namespaces);
  const issues = rivals
    .filter(({ kind }) => kind !== 'first')
    .map(({ kind, storage }) =>
      kind === 'refused'
        ? errorAt(PATH, messages.defaultTaken(SERVER_RULES.multipleDefaults, nameOf(storage)))
        : warningAt(PATH, messages.defaultTie(nameOf(storage))),
    );
  const { namespace } = identityOf(stored);
  const isOpen = stored.spec?.default === true && stored.spec.usagePolicy?.allowedNamespaces?.from === 'All';
  if (!isOpen || namespace === '') return issues;
  const first = rivals.find(({ kind }) => kind === 'first');
  const said = first ? messages.defaultAfter(namespace, nameOf(first.storage)) : messages.defaultLast(namespace);
  return [...issues, warningAt(PATH, said)];
}
