import type { FormWords } from '../../locales/index.js';
import { isObject } from '../../manifest/json.js';
import type { BackupStorage } from '../../model/types.js';
import { withDefaultPolicy, type NamespaceFacts } from '../../model/usage-policy.js';
import { defaultIssues } from './default-issues.js';
import { directoryIssues } from './directory-issues.js';
import { endpointIssues } from './endpoint-issues.js';
import { identityIssues } from './identity-issues.js';
import type { LocatedIssue } from './located-issues.js';
import { podIssues } from './pod-issues.js';
import { selectorIssues } from './selector-issues.js';
import { structureIssues } from './structure-issues.js';
import { textIssues } from './text-issues.js';
import { volumeIssues } from './volume-issues.js';

/** Which namespaces are known: all with their labels, names that somebody gave, none, or not yet. */
export type NamespacesKnown = 'all' | 'names' | 'none' | 'loading';

/** What the rules look at. */
export interface AdviceInput {
  /** What would be sent. It may be anything that a manifest can hold. */
  storage: BackupStorage;
  /** The storages of the cluster, as far as they can be seen; the storage itself may be among them. */
  others?: readonly BackupStorage[];
  namespaces?: readonly NamespaceFacts[];
  namespacesKnown?: NamespacesKnown;
  messages: FormWords;
}

/** The input of a rule: nothing is left out, and the parts of the storage are objects. */
export interface Advised extends Required<AdviceInput> {
  /** With the usage policy that the server will give it. */
  stored: BackupStorage;
}

const RULES: readonly ((advised: Advised) => LocatedIssue[])[] = [
  identityIssues,
  defaultIssues,
  structureIssues,
  textIssues,
  endpointIssues,
  directoryIssues,
  volumeIssues,
  selectorIssues,
  podIssues,
];

/**
 * What the server will refuse, and what it will accept although it goes wrong later: beyond the schema, and before
 * anything is sent. Each issue is at its field, errors in the server's sentences where it has them, and says which other
 * object it concerns. Of neighbours that are not known nothing is said.
 */
export function adviceOf({
  storage,
  others = [],
  namespaces = [],
  namespacesKnown = 'none',
  messages,
}: AdviceInput): LocatedIssue[] {
  const sound = withObjects(storage);
  const advised = { storage: sound, others, namespaces, namespacesKnown, messages, stored: withDefaultPolicy(sound) };
  return RULES.flatMap((rule) => rule(advised));
}

/** The storage without what has no place where the rules look: that is the schema's to refuse. */
function withObjects(storage: BackupStorage): BackupStorage {
  const { metadata, spec, ...rest } = storage;
  const sound: BackupStorage = { ...rest, metadata: withTexts(metadata, ['name', 'namespace']) };
  if (!isObject(spec)) return sound;
  const { storage: backend, usagePolicy, runtimeSettings, ...settings } = spec;
  return {
    ...sound,
    spec: {
      ...settings,
      ...(isObject(backend) ? { storage: withTexts(backend, ['provider']) } : {}),
      ...(isObject(usagePolicy) ? { usagePolicy } : {}),
      ...(isObject(runtimeSettings) ? { runtimeSettings } : {}),
    },
  };
}

/** An object without those of its fields that must be text and are not. */
function withTexts<T extends object>(value: T | undefined, fields: readonly (keyof T)[]): T {
  const texts = { ...(isObject(value) ? value : {}) } as T;
  for (const field of fields) if (typeof texts[field] !== 'string') delete texts[field];
  return texts;
}
