/** What may be done through the gateway: everything else is refused. */
import { ACCESS_REVIEWS } from '../data-source/http/access.js';
import {
  BACKUP_BATCHES,
  BACKUP_CONFIGURATIONS,
  BACKUP_STORAGES,
  NAMESPACES,
  REPOSITORIES,
  RETENTION_POLICIES,
  SECRETS,
  SNAPSHOTS,
  type ResourceType,
} from '../model/resources.js';

export type Verb = 'list' | 'watch' | 'get' | 'create' | 'patch' | 'delete';

export interface Rule {
  readonly type: ResourceType;
  readonly verbs: readonly Verb[];
  /** The one object that may be named. */
  readonly only?: string;
}

const READS = ['list', 'watch', 'get'] as const;
const WRITES: readonly string[] = ['create', 'patch', 'delete'];

const DEFINITIONS: ResourceType = {
  group: 'apiextensions.k8s.io',
  version: 'v1',
  resource: 'customresourcedefinitions',
  kind: 'CustomResourceDefinition',
  namespaced: false,
};

export const RULES: readonly Rule[] = [
  { type: BACKUP_STORAGES, verbs: [...READS, 'create', 'patch', 'delete'] },
  { type: REPOSITORIES, verbs: READS },
  { type: SNAPSHOTS, verbs: READS },
  { type: RETENTION_POLICIES, verbs: READS },
  { type: BACKUP_CONFIGURATIONS, verbs: READS },
  { type: BACKUP_BATCHES, verbs: READS },
  { type: NAMESPACES, verbs: READS },
  // Never watched: a stream cannot be looked through for values before it is passed on.
  { type: SECRETS, verbs: ['list', 'get', 'create', 'delete'] },
  { type: DEFINITIONS, verbs: ['get'], only: `${BACKUP_STORAGES.resource}.${BACKUP_STORAGES.group}` },
  // Creates nothing: it asks.
  { type: ACCESS_REVIEWS, verbs: ['create'] },
];

/** The documents that say what objects look like. */
export const OPENAPI_PATHS: ReadonlySet<string> = new Set([
  '/openapi/v3',
  ...[BACKUP_STORAGES, BACKUP_CONFIGURATIONS].map(({ group, version }) => `/openapi/v3/apis/${group}/${version}`),
]);

export function ruleOf(group: string, resource: string): Rule | undefined {
  return RULES.find(({ type }) => type.group === group && type.resource === resource);
}

export function isWrite(verb: string, type: ResourceType | undefined): boolean {
  return WRITES.includes(verb) && type !== ACCESS_REVIEWS;
}
