import type { Messages } from '../../locales/index.js';
import type { CronSchedule, Schedule, ScheduleField } from '../../model/schedule.js';

/** So many times of a day are named one by one; more of them are told as minutes and hours. */
const NAMED_TIMES = 6;

const DAY = 86_400_000;
/** A Sunday; the six days after it are the rest of the week. */
const SUNDAY = Date.UTC(2023, 0, 1);

/** A schedule as a short sentence: `Every day at 02:00 (UTC)`. */
export function scheduleWords(schedule: Schedule, messages: Messages, locale: string): string {
  if (schedule.kind === 'interval') return capitalised(messages.scheduleEvery(schedule.every));
  const words = new Words(messages, locale || undefined);
  const { text, isOfDay } = words.time(schedule);
  const days = words.days(schedule) ?? (isOfDay ? '' : undefined);
  const everyDay = days === '' ? messages.schedule.everyDay : '';
  const sentence = [everyDay, text, days, words.months(schedule.month)].filter(Boolean).join(' ');
  return messages.scheduleZone(capitalised(sentence), schedule.timeZone);
}

function capitalised(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}

/** The n of a lone `*` with a step that divides the whole: others start anew each hour or day, and are not even. */
function evenStep({ step }: ScheduleField, whole: number): number | undefined {
  return step !== undefined && whole % step === 0 ? step : undefined;
}

const twoDigits = (value: number): string => String(value).padStart(2, '0');

class Words {
  readonly #list: Intl.ListFormat;

  constructor(
    private readonly messages: Messages,
    private readonly locale: string | undefined,
  ) {
    this.#list = new Intl.ListFormat(locale, { type: 'conjunction' });
  }

  /** `isOfDay`: at certain times of a day. */
  time({ minute, hour }: CronSchedule): { text: string; isOfDay: boolean } {
    const { messages } = this;
    const often = this.#often(minute);
    const isOnTheHour = minute.values.length === 1 && minute.values[0] === 0;
    if (hour.isStar) {
      const text = isOnTheHour ? messages.schedule.everyHour : messages.scheduleAtMinutes(this.#numbers(minute));
      return { text: often ?? text, isOfDay: false };
    }
    const hours = evenStep(hour, 24);
    if (isOnTheHour && hours !== undefined) return { text: messages.scheduleEveryHours(hours), isOfDay: false };
    if (minute.values.length * hour.values.length <= NAMED_TIMES) {
      const times = hour.values.flatMap((h) => minute.values.map((m) => `${twoDigits(h)}:${twoDigits(m)}`));
      return { text: messages.scheduleAt(this.#list.format(times)), isOfDay: true };
    }
    const of = this.#numbers(hour);
    const text = often
      ? `${often} ${messages.scheduleOfHours(of)}`
      : messages.scheduleOfHoursAtMinutes(this.#numbers(minute), of);
    return { text, isOfDay: false };
  }

  /** Undefined for every day. */
  days({ dayOfMonth, dayOfWeek }: CronSchedule): string | undefined {
    const { messages, locale } = this;
    const ofWeek = messages.scheduleOnWeekdays(
      this.#named(dayOfWeek, (day) => nameOf(SUNDAY + day * DAY, { weekday: 'long' }, locale)),
    );
    const ofMonth = messages.scheduleOnDays(this.#numbers(dayOfMonth));
    if (dayOfMonth.isStar) return dayOfWeek.isStar ? undefined : ofWeek;
    return dayOfWeek.isStar ? ofMonth : messages.scheduleOr(ofMonth, ofWeek);
  }

  /** Undefined for every month. */
  months(month: ScheduleField): string | undefined {
    if (month.isStar) return undefined;
    const name = (value: number) => nameOf(Date.UTC(2023, value - 1, 15), { month: 'long' }, this.locale);
    return this.messages.scheduleInMonths(this.#named(month, name));
  }

  #often(minute: ScheduleField): string | undefined {
    if (minute.isStar) return this.messages.schedule.everyMinute;
    const step = evenStep(minute, 60);
    return step === undefined ? undefined : this.messages.scheduleEveryMinutes(step);
  }

  #numbers(field: ScheduleField): string {
    return this.#named(field, String);
  }

  /** Three or more in a row are told by the first and the last of them. */
  #named({ values }: ScheduleField, name: (value: number) => string): string {
    const parts: string[] = [];
    for (let start = 0; start < values.length;) {
      let end = start;
      while (values[end + 1] === values[end]! + 1) end += 1;
      if (end - start >= 2) parts.push(this.messages.scheduleRange(name(values[start]!), name(values[end]!)));
      else for (let at = start; at <= end; at += 1) parts.push(name(values[at]!));
      start = end + 1;
    }
    return this.#list.format(parts);
  }
}

function nameOf(at: number, part: Intl.DateTimeFormatOptions, locale: string | undefined): string {
  return new Intl.DateTimeFormat(locale, { ...part, timeZone: 'UTC' }).format(at);
}
