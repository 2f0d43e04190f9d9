import { parseTime } from './age.js';
import type { Tone } from './status.js';
import type { Condition } from './types.js';

/** One entry of a timeline of conditions. Texts are the operator's own. */
export interface ConditionEntry {
  readonly type: string;
  /** `True`, `False`, `Unknown`, or whatever else is written there. */
  readonly status: string;
  readonly tone: Tone;
  readonly reason: string | undefined;
  readonly message: string | undefined;
  /** When it became so, in milliseconds since the epoch; undefined when that cannot be read. */
  readonly at: number | undefined;
}

/** What KubeStash says of storages and repositories: True is what one wants of all of these. */
const GOOD_WHEN_TRUE: ReadonlySet<string> = new Set([
  'BackendInitialized',
  'BackendSecretFound',
  'RepositoryInitialized',
]);

const SEVERITIES: ReadonlyMap<string, Tone> = new Map([
  ['Error', 'danger'],
  ['Warning', 'warning'],
  ['Info', 'info'],
]);

/** A type that is not known may mean good or bad by True: only its severity, if it has one, says how bad it is. */
function toneOf({ type, status, severity }: Condition): Tone {
  const said = SEVERITIES.get(severity ?? '');
  if (status === 'Unknown') return 'neutral';
  if (!GOOD_WHEN_TRUE.has(type)) return said ?? 'neutral';
  if (status === 'True') return 'success';
  return status === 'False' ? (said ?? 'danger') : 'neutral';
}

/** The conditions, the latest change first; those without a readable time come last. */
export function conditionTimeline(conditions: readonly Condition[] | undefined): ConditionEntry[] {
  return (conditions ?? [])
    .map((condition) => ({
      type: condition.type,
      status: condition.status,
      tone: toneOf(condition),
      reason: condition.reason || undefined,
      message: condition.message || undefined,
      at: parseTime(condition.lastTransitionTime),
    }))
    .sort((a, b) => (b.at ?? -Infinity) - (a.at ?? -Infinity) || 0);
}
