const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const YEAR = 365 * DAY;

const RFC_3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/;

/** An RFC 3339 time in milliseconds since the epoch; `undefined` for anything else. */
export function parseTime(rfc3339: string | null | undefined): number | undefined {
  if (!rfc3339 || !RFC_3339.test(rfc3339)) return undefined;
  const time = Date.parse(rfc3339);
  return Number.isNaN(time) ? undefined : time;
}

/** `4m12s`, and `4m` when the smaller unit is zero. */
function twoUnits(amount: number, unit: string, smaller: number, smallerUnit: string): string {
  return smaller === 0 ? `${amount}${unit}` : `${amount}${unit}${smaller}${smallerUnit}`;
}

/**
 * The time from `fromMs` to `nowMs` (both in milliseconds since the epoch) as kubectl's AGE column writes it: the bands
 * are those of `HumanDuration` in k8s.io/apimachinery/pkg/util/duration. A year is 365 days.
 *
 * One deliberate difference: a time in the future is `0s`. kubectl writes `<invalid>` when it is two seconds or more
 * ahead, which says nothing to people whose clock is merely slow.
 */
export function formatAge(fromMs: number, nowMs: number): string {
  const age = Math.max(0, nowMs - fromMs);
  const seconds = Math.floor(age / SECOND);
  const minutes = Math.floor(age / MINUTE);
  const hours = Math.floor(age / HOUR);
  const days = Math.floor(age / DAY);
  const years = Math.floor(age / YEAR);
  if (age < 2 * MINUTE) return `${seconds}s`;
  if (age < 10 * MINUTE) return twoUnits(minutes, 'm', seconds % 60, 's');
  if (age < 3 * HOUR) return `${minutes}m`;
  if (age < 8 * HOUR) return twoUnits(hours, 'h', minutes % 60, 'm');
  if (age < 2 * DAY) return `${hours}h`;
  if (age < 8 * DAY) return twoUnits(days, 'd', hours % 24, 'h');
  if (age < 2 * YEAR) return `${days}d`;
  if (age < 8 * YEAR) return twoUnits(years, 'y', days % 365, 'd');
  return `${years}y`;
}

/**
 * Milliseconds from `nowMs` until `formatAge(fromMs, …)` next gives another text; always more than 0. One timer, set to
 * the smallest of these, keeps any number of ages right. The answer may exceed what `setTimeout` takes (2^31 - 1):
 * the caller caps it.
 */
export function msUntilAgeChanges(fromMs: number, nowMs: number): number {
  const age = nowMs - fromMs;
  if (age < 0) return SECOND - age;
  // Every band ends on a multiple of its own step, so the next multiple is always where the text changes.
  const step =
    age < 10 * MINUTE ? SECOND : age < 8 * HOUR ? MINUTE : age < 8 * DAY ? HOUR : age < 8 * YEAR ? DAY : YEAR;
  return step - (age % step);
}
