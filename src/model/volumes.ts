import type { BackupStorage } from './types.js';

/**
 * The volume sources that a local storage names. They stand inline beside `mountPath`; all of them are objects, and
 * nothing else there is one. Exactly one is needed, which the schema does not say.
 */
export function volumeSourcesOf(storage: BackupStorage): string[] {
  const block: unknown = storage.spec?.storage?.local;
  if (typeof block !== 'object' || block === null || Array.isArray(block)) return [];
  return Object.entries(block)
    .filter(([, value]) => typeof value === 'object' && value !== null && !Array.isArray(value))
    .map(([name]) => name);
}
