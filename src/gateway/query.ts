import { badRequest } from './refusal.js';
import type { Route } from './routes.js';
import type { Verb } from './rules.js';

const SELECTION = ['labelSelector', 'fieldSelector', 'resourceVersion', 'resourceVersionMatch'];
const WRITING = ['dryRun', 'fieldManager', 'fieldValidation'];

const KEYS: Readonly<Record<Verb, readonly string[]>> = {
  list: [...SELECTION, 'limit', 'continue'],
  watch: [...SELECTION, 'watch', 'allowWatchBookmarks', 'timeoutSeconds', 'sendInitialEvents'],
  get: [],
  create: WRITING,
  patch: [...WRITING, 'force'],
  delete: ['dryRun'],
};

/** The keys that mean something for this request; all others are left out. */
export function queryFor({ verb, type }: Route, query: URLSearchParams): Record<string, string> {
  const keys = type ? KEYS[verb] : ['hash'];
  const kept = [...query].filter(([key]) => keys.includes(key));
  // Whoever reads a key that is there twice may take the one or the other.
  if (new Set(kept.map(([key]) => key)).size < kept.length) throw badRequest('A key of the query is given twice.');
  return Object.fromEntries(kept);
}
