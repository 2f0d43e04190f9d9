import { parseTime } from '../../model/age.js';
import type { SessionRow } from '../../model/rows.js';
import { nextRun, parseSchedule, type Schedule } from '../../model/schedule.js';

/**
 * When a session runs next. `at` is in milliseconds since the epoch.
 *
 * - `never`: its schedule names no day that comes
 * - `unknown`: counted from the last run, or written in a way that cannot be read here
 */
export type NextRun = { kind: 'at'; at: number } | { kind: 'paused' | 'suspended' | 'never' | 'unknown' };

export interface SessionSchedule {
  /** Undefined when it cannot be read. */
  schedule: Schedule | undefined;
  next: NextRun;
}

/** What a session's schedule means; undefined when it has none. */
export function sessionSchedule(row: SessionRow, now: number): SessionSchedule | undefined {
  if (row.schedule === undefined) return undefined;
  const schedule = parseSchedule(row.schedule);
  return { schedule, next: nextOf(row, schedule, now) };
}

function nextOf(row: SessionRow, schedule: Schedule | undefined, now: number): NextRun {
  if (row.paused) return { kind: 'paused' };
  if (row.suspended) return { kind: 'suspended' };
  // The operator knows best, also about its time zone; but its word may be of a run that has been.
  const told = parseTime(row.object.status?.sessions?.find(({ name }) => name === row.session)?.nextSchedule);
  const at = told !== undefined && told > now ? told : schedule && nextRun(schedule, now);
  if (at !== undefined) return { kind: 'at', at };
  return { kind: schedule?.kind === 'cron' ? 'never' : 'unknown' };
}

/** The run that comes first of all sessions'. */
export interface NextBackup {
  row: SessionRow;
  /** In milliseconds since the epoch. */
  at: number;
}

/** The session that runs next of all of them. */
export function soonest(rows: Iterable<SessionRow>, now: number): NextBackup | undefined {
  let first: NextBackup | undefined;
  for (const row of rows) {
    const next = sessionSchedule(row, now)?.next;
    if (next?.kind === 'at' && (first === undefined || next.at < first.at)) first = { row, at: next.at };
  }
  return first;
}
