import { DataSourceError } from '../data-source/errors.js';
import type { AccessAnswer, AccessQuery, DataSource } from '../data-source/types.js';
import { SECRETS, type ResourceType } from '../model/resources.js';
import type { KubernetesObject } from '../model/types.js';

/** Which of the two objects of a plan. */
export type PlanObject = 'secret' | 'storage';

/** A right that the user lacks. */
export interface Denial {
  verb: string;
  group: string;
  /** Plural, lower case. */
  resource: string;
  /** Empty at the cluster scope. */
  namespace: string;
}

export interface PlanAccess {
  /** What may certainly not be created. */
  denied: readonly (Denial & { of: PlanObject })[];
  /** Why a Secret could not be removed again, if that is known. */
  rollBack?: 'denied' | 'unsupported';
}

/**
 * Asks whether the user may create both objects, and delete the Secret again. Only a definite no counts: where nobody
 * can tell, the server says no itself. Undefined when the source cannot be asked.
 */
export async function planAccess(
  source: DataSource,
  { storage, secret }: { storage: KubernetesObject; secret?: KubernetesObject },
  type: ResourceType,
  signal: AbortSignal | undefined,
): Promise<PlanAccess | undefined> {
  const query = (of: ResourceType, verb: AccessQuery['verb'], { metadata }: KubernetesObject): AccessQuery => ({
    type: of,
    verb,
    ...(of.namespaced && metadata?.namespace ? { namespace: metadata.namespace } : {}),
  });
  const queries = [
    query(type, 'create', storage),
    ...(secret ? [query(SECRETS, 'create', secret), query(SECRETS, 'delete', secret)] : []),
  ];
  let answers: readonly AccessAnswer[] | undefined;
  try {
    answers = await source.review?.(queries, signal ? { signal } : {});
  } catch {
    // Whoever may not ask finds out by trying.
  }
  if (!answers) return secret && !source.delete ? { denied: [], rollBack: 'unsupported' } : undefined;
  const denied = (['storage', 'secret'] as const).flatMap((of, index) =>
    answers[index] === 'denied' ? [{ of, ...denialOf(queries[index]!) }] : [],
  );
  const rollBack = !secret
    ? undefined
    : !source.delete
      ? 'unsupported'
      : answers[2] === 'denied'
        ? 'denied'
        : undefined;
  return { denied, ...(rollBack && { rollBack }) };
}

function denialOf({ verb, type, namespace = '' }: AccessQuery): Denial {
  return { verb, group: type.group, resource: type.resource, namespace };
}

/** The refusal that is to be expected, in the server's form of words. */
export function denialError({ verb, group, resource, namespace }: Denial): DataSourceError {
  const where = namespace === '' ? 'at the cluster scope' : `in the namespace "${namespace}"`;
  const full = group === '' ? resource : `${resource}.${group}`;
  const message = `${full} is forbidden: User cannot ${verb} resource "${resource}" in API group "${group}" ${where}`;
  return new DataSourceError('forbidden', message, { reason: 'Forbidden', outcome: 'not-applied' });
}

/** What a refusal for want of rights is about; undefined for every other message. */
export function denialIn(message: string): Denial | undefined {
  const match = /cannot (\w+) resource "([^"]+)" in API group "([^"]*)"(?: in the namespace "([^"]+)")?/.exec(message);
  if (!match) return undefined;
  const [, verb = '', resource = '', group = '', namespace = ''] = match;
  return { verb, group, resource, namespace };
}
