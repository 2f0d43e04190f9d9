import type { Formats } from '../../locales/formats.js';
import type { DetailWords } from '../../locales/index.js';
import type { CronSchedule, Schedule, ScheduleField } from '../../model/schedule.js';

/** So many times of a day are named one by one; more of them are told as minutes and hours. */
const NAMED_TIMES = 6;

/** A schedule as a short sentence: `Every day at 02:00 (UTC)`. */
export function scheduleWords(schedule: Schedule, messages: DetailWords, formats: Formats): string {
  if (schedule.kind === 'interval') return formats.capitalised(messages.scheduleEvery(schedule.every));
  const words = new ScheduleSentence(messages, formats);
  const { text, isOfDay } = words.time(schedule);
  const days = words.days(schedule) ?? (isOfDay ? '' : undefined);
  const everyDay = days === '' ? messages.schedule.everyDay : '';
  const sentence = messages.scheduleSentence(everyDay, text, days ?? '', words.months(schedule.month) ?? '');
  return messages.scheduleZone(formats.capitalised(sentence), schedule.timeZone);
}

/** The n of a lone `*` with a step that divides the whole: others start anew each hour or day, and are not even. */
function evenStep({ step }: ScheduleField, whole: number): number | undefined {
  return step !== undefined && whole % step === 0 ? step : undefined;
}

const twoDigits = (value: number): string => String(value).padStart(2, '0');

class ScheduleSentence {
  constructor(
    private readonly messages: DetailWords,
    private readonly formats: Formats,
  ) {}

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
      return { text: messages.scheduleAt(this.formats.list(times)), isOfDay: true };
    }
    const of = this.#numbers(hour);
    const text = often
      ? messages.scheduleOfHours(often, of)
      : messages.scheduleOfHoursAtMinutes(this.#numbers(minute), of);
    return { text, isOfDay: false };
  }

  /** Undefined for every day. */
  days({ dayOfMonth, dayOfWeek }: CronSchedule): string | undefined {
    const { messages, formats } = this;
    const ofWeek = messages.scheduleOnWeekdays(this.#named(dayOfWeek, formats.weekday));
    const ofMonth = messages.scheduleOnDays(this.#numbers(dayOfMonth));
    if (dayOfMonth.isStar) return dayOfWeek.isStar ? undefined : ofWeek;
    return dayOfWeek.isStar ? ofMonth : messages.scheduleOr(ofMonth, ofWeek);
  }

  /** Undefined for every month. */
  months(month: ScheduleField): string | undefined {
    if (month.isStar) return undefined;
    return this.messages.scheduleInMonths(this.#named(month, this.formats.month));
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
    return this.formats.list(parts);
  }
}
