import { defaultRivals, defaultStorageFor, type DefaultRival } from '../../model/default-storage.js';
import { isEmptySelector } from '../../model/label-selector.js';
import { identityOf, sameObject } from '../../model/references.js';
import type { BackupStorage, LabelSelector } from '../../model/types.js';
import type { NamespaceFacts } from '../../model/usage-policy.js';
import type { NamespacesKnown } from '../form/advice-issues.js';
import { usageAnswer, type UsageAnswer } from '../form/usage-answer.js';

/** What is known of the cluster around a storage. */
export interface Surroundings {
  storages: readonly BackupStorage[];
  /** No storage is missing from them. */
  storagesComplete: boolean;
  namespaces: readonly NamespaceFacts[];
  namespacesKnown: NamespacesKnown;
}

/**
 * Who may use a storage that is stored. Unlike in a form no policy is filled in any more: an absent one means nobody.
 */
export function storedUsage(storage: BackupStorage, { namespaces, namespacesKnown }: Surroundings): UsageAnswer {
  const from = storage.spec?.usagePolicy?.allowedNamespaces?.from;
  return from ? usageAnswer(storage, namespaces, namespacesKnown) : { kind: 'nobody' };
}

/** A selector that does not match all or nothing needs the namespaces. */
export function asksForNamespaces(storage: BackupStorage): boolean {
  const { from, selector } = storage.spec?.usagePolicy?.allowedNamespaces ?? {};
  return from === 'Selector' && selector !== undefined && !isEmptySelector(selector);
}

/** A selector as kubectl writes it: `tier=prod, team in (a, b), !legacy`. */
export function selectorText(selector: LabelSelector | undefined): string {
  const labels = Object.entries(selector?.matchLabels ?? {}).map(([key, value]) => `${key}=${value}`);
  const expressions = (selector?.matchExpressions ?? []).map(({ key, operator, values = [] }) => {
    switch (operator) {
      case 'In':
        return `${key} in (${values.join(', ')})`;
      case 'NotIn':
        return `${key} notin (${values.join(', ')})`;
      case 'Exists':
        return key;
      case 'DoesNotExist':
        return `!${key}`;
      default:
        return `${key} ${operator} ${values.join(', ')}`.trim();
    }
  });
  return [...labels, ...expressions].join(', ');
}

/**
 * What it means that a storage is the default, or that it is not. `picked` are the namespaces whose BackupConfigurations
 * get it when they name no storage; undefined when that cannot be told.
 */
export type DefaultMeaning =
  | { kind: 'not-default' }
  | { kind: 'nobody' }
  | {
      kind: 'Same' | 'Selector' | 'All';
      picked: readonly string[] | undefined;
      rivals: readonly DefaultRival[];
    };

export function defaultMeaning(storage: BackupStorage, around: Surroundings): DefaultMeaning {
  if (storage.spec?.default !== true) return { kind: 'not-default' };
  const from = storage.spec.usagePolicy?.allowedNamespaces?.from;
  if (from !== 'Same' && from !== 'Selector' && from !== 'All') return { kind: 'nobody' };
  const { namespaces, storages } = around;
  const isKnown = around.storagesComplete && around.namespacesKnown === 'all';
  const self = identityOf(storage);
  const isPicked = (namespace: NamespaceFacts) => {
    const pick = defaultStorageFor(namespace, storages);
    return pick !== undefined && sameObject(identityOf(pick), self);
  };
  return {
    kind: from,
    picked: isKnown ? namespaces.filter(isPicked).map(({ name }) => name) : undefined,
    rivals: defaultRivals(storage, storages, namespaces),
  };
}
