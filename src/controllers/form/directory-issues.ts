import { nearMisses, sameDirectory, storageThatCrashes, type NearMiss } from '../../model/directory.js';
import { normaliseSlashes } from '../../model/providers.js';
import { SERVER_RULES } from '../../model/server-rules.js';
import type { BackupStorage } from '../../model/types.js';
import type { FormWords } from '../../locales/index.js';
import type { Advised } from './advice-issues.js';
import { nameOf } from './default-issues.js';
import { errorAt, warningAt, type LocatedIssue } from './located-issues.js';

/** Of each kind of near miss so many are named: a bucket's root contains everything in it. */
const NAMED = 3;

/** Other storages in the same directory: refused, or accepted and harmful. */
export function directoryIssues({ storage, others, messages }: Advised): LocatedIssue[] {
  const provider = storage.spec?.storage?.provider;
  const issues: LocatedIssue[] = [];
  const crashing = storageThatCrashes(storage, others);
  if (crashing) issues.push(errorAt(['spec', 'storage', 'provider'], messages.crashAhead(nameOf(crashing), provider!)));
  // What makes up a directory besides the field that is told.
  const touchedBy = ['bucket', 'container', 'region', 'prefix'].map((field) => `spec.storage.${provider}.${field}`);
  const prefix = ['spec', 'storage', provider ?? '', 'prefix'];
  const same = sameDirectory(storage, others);
  if (same) {
    const say =
      endpointOf(storage) === endpointOf(same) ? messages.sameDirectoryAs : messages.sameDirectoryOnOtherServer;
    issues.push({ ...errorAt(prefix, say(SERVER_RULES.sameDirectory, nameOf(same))), touchedBy });
  }
  const named = new Map<NearMiss['kind'], number>();
  for (const miss of nearMisses(storage, others)) {
    const before = named.get(miss.kind) ?? 0;
    named.set(miss.kind, before + 1);
    if (before < NAMED)
      issues.push({
        ...warningAt(miss.kind === 'region' ? ['spec', 'storage', 's3', 'region'] : prefix, wordsOf(miss, messages)),
        touchedBy,
      });
  }
  return issues;
}

function wordsOf({ kind, storage }: NearMiss, messages: FormWords): string {
  const other = nameOf(storage);
  switch (kind) {
    case 'slashes':
      return messages.nearMissSlashes(other);
    case 'region':
      return messages.nearMissRegion(other);
    case 'inside':
      return messages.nearMissInside(other);
    case 'contains':
      return messages.nearMissContains(other);
  }
}

const endpointOf = (storage: BackupStorage): unknown => normaliseSlashes(storage).spec?.storage?.s3?.['endpoint'];
