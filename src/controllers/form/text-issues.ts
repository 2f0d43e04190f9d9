import { getIn, isObject } from '../../manifest/json.js';
import { isUsualName, type CloudName } from '../../model/buckets.js';
import { normaliseSlashes } from '../../model/providers.js';
import type { FieldPath } from '../../schema/types.js';
import type { Advised } from './advice-issues.js';
import { warningAt, type LocatedIssue } from './located-issues.js';

/** The fields that hold the name of something in a cloud. */
const CLOUD_NAMES: ReadonlyMap<string, CloudName> = new Map([
  ['s3.bucket', 's3'],
  ['gcs.bucket', 'gcs'],
  ['azure.container', 'container'],
  ['azure.storageAccount', 'storageAccount'],
]);
/** Those whose directories the server compares, and whose client ignores slashes at the ends. */
const CLOUDS: ReadonlySet<string> = new Set(['s3', 'gcs', 'azure']);

/** Texts in which blanks and line breaks may well be meant. */
const FREE_TEXTS: ReadonlySet<string> = new Set(['command', 'args', 'podAnnotations', 'env', 'httpHeaders']);

/** What the server does to texts, and what it does not: nothing is trimmed silently. */
export function textIssues(advised: Advised): LocatedIssue[] {
  const { storage } = advised;
  const provider = storage.spec?.storage?.provider;
  const block = typeof provider === 'string' ? getIn(storage, ['spec', 'storage', provider]) : undefined;
  const at = ['spec', 'storage', provider ?? ''];
  return [
    ...blankIssues(isObject(block) ? block : {}, at, advised),
    ...blankIssues(storage.spec?.runtimeSettings, ['spec', 'runtimeSettings'], advised),
    ...(isObject(block) ? blockIssues(block, provider!, advised) : []),
  ];
}

/** Each object once: a manifest's aliases can lead in circles. */
function blankIssues(value: unknown, at: FieldPath, advised: Advised, seen = new Set<unknown>()): LocatedIssue[] {
  if (typeof value === 'string')
    return value !== '' && value !== value.trim() ? [warningAt(at, advised.messages.blanksAround)] : [];
  if (typeof value !== 'object' || value === null || seen.has(value)) return [];
  seen.add(value);
  return Object.entries(value)
    .filter(([key]) => !FREE_TEXTS.has(key))
    .flatMap(([key, inner]) => blankIssues(inner, [...at, Array.isArray(value) ? Number(key) : key], advised, seen));
}

function blockIssues(block: Record<string, unknown>, provider: string, { storage, messages }: Advised): LocatedIssue[] {
  const at = (field: string) => ['spec', 'storage', provider, field];
  const stored = normaliseSlashes(storage).spec?.storage?.[provider];
  const issues: LocatedIssue[] = [];
  for (const [field, value] of Object.entries(block)) {
    if (typeof value !== 'string' || value === '') continue;
    const kept = isObject(stored) ? stored[field] : value;
    if (typeof kept === 'string' && kept !== value) issues.push(warningAt(at(field), messages.slashCut(kept)));
    const kind = CLOUD_NAMES.get(`${provider}.${field}`);
    // Blanks and slashes at the ends have been told already.
    const name = typeof kept === 'string' ? kept.trim() : value;
    if (kind !== undefined && name !== '' && !isUsualName(kind, name))
      issues.push(warningAt(at(field), messages.unusualName[kind]));
  }
  const { prefix } = block;
  if (!CLOUDS.has(provider) || typeof prefix !== 'string') return issues;
  if (/^\/+[^/]/.test(prefix)) issues.push(warningAt(at('prefix'), messages.leadingSlash));
  if (/[^/]\/\/+[^/]/.test(prefix)) issues.push(warningAt(at('prefix'), messages.emptySegment));
  return issues;
}
