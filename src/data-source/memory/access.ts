import type { ResourceType } from '../../model/resources.js';
import type { AccessQuery } from '../types.js';
import { forbidden } from './status.js';

/**
 * One rule of a user's rights, as in a Role. What no rule allows is refused.
 * A rule without `namespaces`, or with `*` among them, holds in all namespaces and at the cluster scope, as a
 * ClusterRoleBinding does; one with names holds in those only, as a RoleBinding does.
 */
export interface AccessRule {
  /** `get`, `list`, `watch`, `create`, `update`, `patch`, `delete`, or `*`. */
  readonly verbs: readonly string[];
  /** Plurals, or `*`. */
  readonly resources: readonly string[];
  /** API groups, `''` for the core one, or `*`. Absent means every group. */
  readonly groups?: readonly string[];
  readonly namespaces?: readonly string[];
  /** Names of objects. Such a rule allows no creating, and listing only with a field selector for that name. */
  readonly names?: readonly string[];
}

/** What is asked for: one verb on one resource, in a namespace or at the cluster scope. */
export interface AccessRequest {
  type: ResourceType;
  verb: AccessQuery['verb'];
  namespace?: string | undefined;
  name?: string | undefined;
}

/** One user's rights. */
export class AccessTable {
  constructor(
    readonly user: string,
    /** Absent means that everything is allowed. Read at every request, so rights can change while in use. */
    readonly rules: readonly AccessRule[] | undefined,
  ) {}

  allows(request: AccessRequest): boolean {
    if (this.rules === undefined) return true;
    const { type, verb, name } = request;
    const namespace = scopeOf(request);
    return this.rules.some(
      (rule) =>
        covers(rule.verbs, verb) &&
        covers(rule.resources, type.resource) &&
        (rule.groups === undefined || covers(rule.groups, type.group)) &&
        (rule.namespaces === undefined ||
          (namespace === '' ? rule.namespaces.includes('*') : covers(rule.namespaces, namespace))) &&
        (rule.names === undefined || (verb !== 'create' && name !== undefined && rule.names.includes(name))),
    );
  }

  /** Throws the API server's 403. */
  check(request: AccessRequest): void {
    if (this.allows(request)) return;
    const { type, verb, name } = request;
    const namespace = scopeOf(request);
    const where = namespace === '' ? 'at the cluster scope' : `in the namespace "${namespace}"`;
    throw forbidden(
      type,
      // The server leaves the name out of a refused create: it authorizes before it reads the body.
      verb === 'create' ? '' : (name ?? ''),
      `User "${this.user}" cannot ${verb} resource "${type.resource}" in API group "${type.group}" ${where}`,
    );
  }

  /** Every namespace that some rule names. */
  namedNamespaces(): string[] {
    const names = (this.rules ?? []).flatMap((rule) => rule.namespaces ?? []).filter((name) => name !== '*');
    return [...new Set(names)].sort();
  }
}

/** A request for one Namespace object counts as one inside that namespace: a Role there may allow it. */
function scopeOf({ type, namespace, name }: AccessRequest): string {
  if (type.namespaced) return namespace ?? '';
  return type.group === '' && type.resource === 'namespaces' ? (name ?? '') : '';
}

function covers(list: readonly string[], value: string): boolean {
  return list.includes('*') || list.includes(value);
}
