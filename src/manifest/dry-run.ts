import { toDataSourceError } from '../data-source/errors.js';
import type { DataSource } from '../data-source/types.js';
import { BACKUP_STORAGES, SECRETS, type ResourceType } from '../model/resources.js';
import type { KubernetesObject } from '../model/types.js';
import { Attempt, type Created } from './attempt.js';
import { differences } from './difference.js';
import { pairOf } from './draft.js';
import { ownFault } from './own-faults.js';
import { denialError, planAccess, type PlanObject } from './verdict-access.js';
import { objectionOf, type Objection, type Verdict } from './verdict.js';

export interface DryRunOptions {
  /** Of the object beside the Secret; a BackupStorage unless given. */
  type?: ResourceType;
  /** An object that this attempt has created already is in nobody's way. */
  attempt: string;
  signal?: AbortSignal;
}

/**
 * Asks what the server would say to a BackupStorage and its Secret, without creating anything: first whether the user
 * may, then a dry run of both with strict field validation. It asks once and never rejects for what a server says;
 * only with `UnsupportedManifest` for objects that are no such pair.
 */
export async function dryRun(
  source: DataSource,
  objects: readonly KubernetesObject[],
  { type = BACKUP_STORAGES, attempt: id, signal }: DryRunOptions,
): Promise<Verdict> {
  const { storage, secret } = pairOf(objects, type);
  const attempt = new Attempt(source, id, secret, signal ? { signal } : {});
  const access = source.create
    ? await planAccess(source, { storage, ...(secret && { secret }) }, type, signal)
    : undefined;
  const rollBack = access?.rollBack && { rollBack: access.rollBack };
  const denied = access?.denied ?? [];
  if (denied.length > 0)
    return {
      objections: denied.map((denial) => objectionOf(denial.of, denialError(denial))),
      changes: [],
      warnings: [],
      ...rollBack,
    };

  const ask = async (of: PlanObject, sent: KubernetesObject, created: Promise<Created<KubernetesObject>>) => {
    try {
      const { object, wasThere, warnings } = await created;
      // Every server that has looked at an object gives it a uid. A source that hands it back as it was has asked nobody.
      if (!wasThere && !object.metadata?.uid) throw ownFault('nobody-to-ask');
      return { of, differences: wasThere ? [] : differences(sent, object), warnings };
    } catch (thrown) {
      return objectionOf(of, toDataSourceError(thrown));
    }
  };
  const answers = await Promise.all([
    ...(secret ? [ask('secret', secret, attempt.tryOut(SECRETS, secret))] : []),
    ask('storage', storage, attempt.tryOut(type, storage)),
  ]);
  const objections = answers.filter((answer): answer is Objection => 'kind' in answer);
  const taken = answers.filter((answer) => 'differences' in answer);
  return {
    objections,
    changes: taken.map(({ of, differences: found }) => ({ of, differences: found })),
    warnings: taken.flatMap(({ warnings }) => warnings),
    ...rollBack,
  };
}
