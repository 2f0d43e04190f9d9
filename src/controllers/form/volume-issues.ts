import { volumeSourcesOf } from '../../model/volumes.js';
import type { Advised } from './advice-issues.js';
import { error, warning } from './form-issue.js';
import type { LocatedIssue } from './located-issues.js';

/** The id of the choice between the volume sources. */
export const VOLUME_SOURCE_ID = 'spec.storage.local.*';

/** Exactly one volume source, which the schema does not say. */
export function volumeIssues({ storage, messages }: Advised): LocatedIssue[] {
  if (storage.spec?.storage?.provider !== 'local') return [];
  const sources = volumeSourcesOf(storage);
  if (sources.length === 0) return [{ ...error(VOLUME_SOURCE_ID, messages.volumeSourceMissing), missing: true }];
  return [
    ...(sources.length > 1 ? [error(VOLUME_SOURCE_ID, messages.volumeSourcesMany(sources))] : []),
    ...(sources.includes('emptyDir') ? [warning(VOLUME_SOURCE_ID, messages.emptyDirLosesData)] : []),
  ];
}
