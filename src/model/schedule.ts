/**
 * Schedules as Kubernetes' CronJob controller reads them: those of robfig/cron v3, which is less than some crontabs take
 * (Sunday is 0 only) and more than others do (`?`, `@every 1h30m`, `CRON_TZ=`). What it refuses is not guessed at here.
 */

/** One of the five fields. */
export interface ScheduleField {
  /** In ascending order. */
  readonly values: readonly number[];
  /** `*` or `?`: it restricts nothing. */
  readonly isStar: boolean;
  /** The n of a lone `*` with a step above 1. */
  readonly step?: number;
}

/** Five fields and the time zone that they are in. */
export interface CronSchedule {
  readonly kind: 'cron';
  readonly minute: ScheduleField;
  readonly hour: ScheduleField;
  readonly dayOfMonth: ScheduleField;
  /** 1 to 12. */
  readonly month: ScheduleField;
  /** 0, which is Sunday, to 6. */
  readonly dayOfWeek: ScheduleField;
  /** An IANA name. UTC unless the schedule names one: that is where Kubernetes' controllers usually run. */
  readonly timeZone: string;
}

/** `@every 1h30m`: counted from the last run, so that nobody can tell the next one from the schedule alone. */
export interface IntervalSchedule {
  readonly kind: 'interval';
  /** As it was written, such as `1h30m`. */
  readonly every: string;
}

export type Schedule = CronSchedule | IntervalSchedule;

const MACROS: Readonly<Record<string, string>> = {
  '@yearly': '0 0 1 1 *',
  '@annually': '0 0 1 1 *',
  '@monthly': '0 0 1 * *',
  '@weekly': '0 0 * * 0',
  '@daily': '0 0 * * *',
  '@midnight': '0 0 * * *',
  '@hourly': '0 * * * *',
};

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

interface Bounds {
  min: number;
  max: number;
  names?: readonly string[];
}

const GO_DURATION = /^(?:\d+(?:\.\d+)?(?:ns|us|µs|ms|s|m|h))+$/;

/** What a schedule says; undefined for one that cannot be read. */
export function parseSchedule(text: string): Schedule | undefined {
  const zoned = /^(?:CRON_TZ|TZ)=(\S+)\s+(.*)$/s.exec(text.trim());
  const timeZone = zoned ? zoned[1]! : 'UTC';
  const spec = (zoned ? zoned[2]! : text).trim();
  if (!isTimeZone(timeZone)) return undefined;
  if (spec.startsWith('@every ')) {
    const every = spec.slice('@every '.length).trim();
    return GO_DURATION.test(every) ? { kind: 'interval', every } : undefined;
  }
  const cron = spec.startsWith('@') ? MACROS[spec] : spec;
  const fields = cron?.split(/\s+/);
  if (fields?.length !== 5) return undefined;
  const bounds: readonly Bounds[] = [
    { min: 0, max: 59 },
    { min: 0, max: 23 },
    { min: 1, max: 31 },
    { min: 1, max: 12, names: MONTHS },
    { min: 0, max: 6, names: WEEKDAYS },
  ];
  const [minute, hour, dayOfMonth, month, dayOfWeek] = fields.map((field, at) => parseField(field, bounds[at]!));
  if (!minute || !hour || !dayOfMonth || !month || !dayOfWeek) return undefined;
  return { kind: 'cron', minute, hour, dayOfMonth, month, dayOfWeek, timeZone };
}

function parseField(text: string, bounds: Bounds): ScheduleField | undefined {
  const values = new Set<number>();
  let isStar = false;
  let step: number | undefined;
  const parts = text.split(',');
  for (const part of parts) {
    const range = parseRange(part, bounds);
    if (!range) return undefined;
    for (let value = range.from; value <= range.to; value += range.step) values.add(value);
    // As robfig has it: a star with a step restricts.
    if (range.isStar && range.step === 1) isStar = true;
    if (range.isStar && range.step > 1 && parts.length === 1) step = range.step;
  }
  return { values: [...values].sort((a, b) => a - b), isStar, ...(step === undefined ? {} : { step }) };
}

function parseRange(
  text: string,
  { min, max, names }: Bounds,
): { from: number; to: number; step: number; isStar: boolean } | undefined {
  const match = /^(\*|\?|\w+)(?:-(\w+))?(?:\/(\d+))?$/.exec(text);
  if (!match) return undefined;
  const [, low = '', high, every] = match;
  const step = every === undefined ? 1 : Number(every);
  if (step === 0) return undefined;
  if (low === '*' || low === '?') return high === undefined ? { from: min, to: max, step, isStar: true } : undefined;
  const valueOf = (word: string): number => {
    const named = names?.indexOf(word.toLowerCase()) ?? -1;
    return named >= 0 ? named + min : /^\d+$/.test(word) ? Number(word) : NaN;
  };
  const from = valueOf(low);
  // `5/10` goes on to the end of the range.
  const to = high !== undefined ? valueOf(high) : every === undefined ? from : max;
  return from >= min && to <= max && from <= to ? { from, to, step, isStar: false } : undefined;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function isTimeZone(name: string): boolean {
  try {
    formatOf(name);
    return true;
  } catch {
    return false;
  }
}

function formatOf(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formats.set(timeZone, format);
  }
  return format;
}

/** What the clocks of a zone show at a moment, as if that were UTC. Both in milliseconds since the epoch. */
function wallTime(at: number, timeZone: string): number {
  if (timeZone === 'UTC') return at;
  const parts: Record<string, number> = {};
  for (const { type, value } of formatOf(timeZone).formatToParts(at)) parts[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

/** The first moment after `after` at which the clocks of a zone show this; undefined when they leave it out. */
function momentOf(wall: number, timeZone: string, after: number): number | undefined {
  if (timeZone === 'UTC') return wall > after ? wall : undefined;
  const offsets = [wall - DAY, wall + DAY].map((near) => wallTime(near, timeZone) - Math.floor(near / 1000) * 1000);
  return offsets
    .map((offset) => wall - offset)
    .filter((moment) => moment > after && wallTime(moment, timeZone) === wall)
    .sort((a, b) => a - b)[0];
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** A schedule that names no day within this many days, such as February 30, never runs. Leap years may be 8 years apart. */
const FARTHEST_DAYS = 8 * 366 + 1;

/** The next run after a moment, both in milliseconds since the epoch; undefined when it cannot be told, or never comes. */
export function nextRun(schedule: Schedule, after: number): number | undefined {
  if (schedule.kind === 'interval') return undefined;
  const { timeZone, hour, minute } = schedule;
  const now = wallTime(after, timeZone);
  const today = Math.floor(now / DAY) * DAY;
  for (let day = 0; day <= FARTHEST_DAYS; day += 1) {
    const midnight = today + day * DAY;
    if (!runsOn(schedule, new Date(midnight))) continue;
    for (const h of hour.values)
      for (const m of minute.values) {
        const wall = midnight + (h * 60 + m) * MINUTE;
        // Clocks are never put back by more.
        if (wall < now - 3 * HOUR) continue;
        const moment = momentOf(wall, timeZone, after);
        if (moment !== undefined) return moment;
      }
  }
  return undefined;
}

/** Days of the month and of the week add up when both are restricted; else both have to hold. */
function runsOn({ dayOfMonth, month, dayOfWeek }: CronSchedule, day: Date): boolean {
  if (!month.values.includes(day.getUTCMonth() + 1)) return false;
  const inMonth = dayOfMonth.values.includes(day.getUTCDate());
  const inWeek = dayOfWeek.values.includes(day.getUTCDay());
  return dayOfMonth.isStar || dayOfWeek.isStar ? inMonth && inWeek : inMonth || inWeek;
}
