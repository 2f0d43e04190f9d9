import { PROVIDERS } from '../../model/providers.js';
import type { StorageRow } from '../../model/rows.js';
import type { FacetCount } from './facets.js';

/** The value of rows with a repository that failed to sync. Any other value of the status facet is a status's label. */
export const SYNC_ERROR = 'sync-error';

const STATUSES = ['Ready', 'NotReady', 'Unknown', 'Terminating'] as const;

/** A storage is Ready, and has a sync error besides: it is found under both. */
export function statusValues({ status }: StorageRow): string | readonly string[] {
  return status.marks.some((mark) => mark.kind === SYNC_ERROR) ? [status.label, SYNC_ERROR] : status.label;
}

/** In the guide's order, then those that KubeStash does not know. */
export function sortedProviders(counts: readonly FacetCount[], chosen: readonly string[] = []): readonly FacetCount[] {
  return sorted(counts, chosen, (value) => PROVIDERS.findIndex((known) => known === value));
}

/** The known ones in the order of a storage's life, then other phases, the sync errors last. */
export function sortedStatuses(counts: readonly FacetCount[], chosen: readonly string[] = []): readonly FacetCount[] {
  return sorted(counts, chosen, (value) =>
    value === SYNC_ERROR ? Infinity : STATUSES.findIndex((known) => known === value),
  );
}

/** What is chosen is always there, so that it can be unchosen. A place of -1 comes after every known place. */
function sorted(
  counts: readonly FacetCount[],
  chosen: readonly string[],
  placeOf: (value: string) => number,
): readonly FacetCount[] {
  const there = new Set(counts.map(({ value }) => value));
  const missing = [...new Set(chosen)].filter((value) => !there.has(value));
  const rank = (value: string): number => {
    const place = placeOf(value);
    return place === -1 ? Number.MAX_SAFE_INTEGER : place;
  };
  return [...counts, ...missing.map((value) => ({ value, total: 0, matching: 0 }))].sort((a, b) => {
    const [left, right] = [rank(a.value), rank(b.value)];
    if (left !== right) return left < right ? -1 : 1;
    return a.value < b.value ? -1 : 1;
  });
}
