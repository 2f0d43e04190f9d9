import type { ResourceType } from '../../../model/resources.js';
import { bundledCrd } from '../../../schema/bundled/index.js';
import type { JsonObject } from '../json.js';

const own = (group: string, resource: string, kind: string): ResourceType =>
  Object.freeze({ group, version: 'v1', resource, kind, namespaced: false });

export const CUSTOM_RESOURCE_DEFINITIONS = own(
  'apiextensions.k8s.io',
  'customresourcedefinitions',
  'CustomResourceDefinition',
);
export const ACCESS_REVIEWS = own('authorization.k8s.io', 'selfsubjectaccessreviews', 'SelfSubjectAccessReview');
export const RULES_REVIEWS = own('authorization.k8s.io', 'selfsubjectrulesreviews', 'SelfSubjectRulesReview');
export const SELF_REVIEWS = own('authentication.k8s.io', 'selfsubjectreviews', 'SelfSubjectReview');

/** The types that the server has besides those of the cluster. */
export const OWN_TYPES: readonly ResourceType[] = [
  CUSTOM_RESOURCE_DEFINITIONS,
  ACCESS_REVIEWS,
  RULES_REVIEWS,
  SELF_REVIEWS,
];

const SHORT_NAMES: Readonly<Record<string, string[]>> = {
  namespaces: ['ns'],
  customresourcedefinitions: ['crd', 'crds'],
};
export const ALL_VERBS = ['create', 'delete', 'get', 'list', 'patch', 'update', 'watch'] as const;

const isSame = (a: ResourceType, b: ResourceType): boolean => a.group === b.group && a.resource === b.resource;

/** What kubectl may do, and by what other names it may call a type. */
function traitsOf(type: ResourceType): { verbs: string[]; shortNames: string[]; categories: string[] } {
  const { shortNames = SHORT_NAMES[type.resource] ?? [], categories = [] } = bundledCrd(type)?.spec.names ?? {};
  const isOwn = OWN_TYPES.some((one) => isSame(one, type));
  const verbs = !isOwn ? [...ALL_VERBS] : isSame(type, CUSTOM_RESOURCE_DEFINITIONS) ? ['get', 'list'] : ['create'];
  return { verbs, shortNames, categories };
}

/** `/api`, `/apis`, `/api/v1`, `/apis/<group>` and `/apis/<group>/<version>`; undefined where there is nothing. */
export function discoveryDocument(pathname: string, types: readonly ResourceType[]): JsonObject | undefined {
  const [root, ...rest] = pathname.split('/').filter((segment) => segment !== '');
  const groups = groupsOf(types);
  if (root === 'api' && rest.length === 0)
    return { kind: 'APIVersions', versions: groups.get('') ?? [], serverAddressByClientCIDRs: [] };
  if (root === 'apis' && rest.length === 0) {
    const named = [...groups].filter(([group]) => group !== '');
    return { kind: 'APIGroupList', apiVersion: 'v1', groups: named.map(([name, versions]) => groupOf(name, versions)) };
  }
  const [group = '', version] = root === 'api' ? ['', rest[0]] : rest;
  const versions = groups.get(group);
  if (!versions || (version !== undefined && !versions.includes(version))) return undefined;
  if (version === undefined) return { kind: 'APIGroup', apiVersion: 'v1', ...groupOf(group, versions) };
  return {
    kind: 'APIResourceList',
    apiVersion: 'v1',
    groupVersion: group === '' ? version : `${group}/${version}`,
    resources: types
      .filter((type) => type.group === group && type.version === version)
      .map((type) => ({
        name: type.resource,
        singularName: type.kind.toLowerCase(),
        namespaced: type.namespaced,
        kind: type.kind,
        ...traitsOf(type),
      })),
  };
}

/** `/api` or `/apis` with everything in it at once, as kubectl asks for it. */
export function aggregatedDocument(root: 'api' | 'apis', version: string, types: readonly ResourceType[]): JsonObject {
  const groups = [...groupsOf(types)].filter(([group]) => (group === '') === (root === 'api'));
  return {
    kind: 'APIGroupDiscoveryList',
    apiVersion: `apidiscovery.k8s.io/${version}`,
    metadata: {},
    items: groups.map(([group, versions]) => ({
      metadata: group === '' ? {} : { name: group },
      versions: versions.map((each) => ({
        version: each,
        freshness: 'Current',
        resources: types
          .filter((type) => type.group === group && type.version === each)
          .map((type) => ({
            resource: type.resource,
            responseKind: { group, version: each, kind: type.kind },
            scope: type.namespaced ? 'Namespaced' : 'Cluster',
            singularResource: type.kind.toLowerCase(),
            ...traitsOf(type),
          })),
      })),
    })),
  };
}

function groupsOf(types: readonly ResourceType[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const { group, version } of types) {
    const versions = groups.get(group) ?? [];
    if (!versions.includes(version)) versions.push(version);
    groups.set(group, versions);
  }
  return groups;
}

function groupOf(name: string, versions: readonly string[]): JsonObject {
  const all = versions.map((version) => ({ groupVersion: `${name}/${version}`, version }));
  return { name, versions: all, preferredVersion: all[0] };
}
