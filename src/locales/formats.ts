/** Numbers, plurals, lists, dates and times, each by `Intl`, so that no table of words has rules of its own for them. */
export interface FormatsOf<Form extends Intl.LDMLPluralRule> {
  /** `1,234`. */
  number(value: number): string;
  /** A share of 1: `12%`. */
  percent(share: number): string;
  /** `512 B`, `2.4 kB`. */
  bytes(count: number): string;
  /** The form that the language has for a count. */
  plural(count: number, forms: Readonly<Record<Form, string>>): string;
  /** `a, b, and c`. */
  list(items: readonly string[]): string;
  /** `a, b, or c`. */
  either(items: readonly string[]): string;
  /** `a, b, c`: of a list that goes on elsewhere. */
  series(items: readonly string[]): string;
  /** A moment, in milliseconds since the epoch: date and time to the minute. */
  dateTime(at: number): string;
  /** The same to the second, with the time zone. */
  exactTime(at: number): string;
  /** The time of a day, to the second. */
  time(at: number): string;
  /** The date alone. */
  date(at: number): string;
  /** The name of a day, from 0 for Sunday. */
  weekday(day: number): string;
  /** The name of a month, from 1 for January. */
  month(month: number): string;
  /** With a capital at the start, in scripts that have some. */
  capitalised(text: string): string;
}

/** Formats for words in a language that is not known when the code is written: `other` serves for forms left out. */
export interface Formats extends Omit<FormatsOf<never>, 'plural'> {
  plural(count: number, forms: PluralForms): string;
}

export type PluralForms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>;

/** A Sunday; the days after it are the rest of the week. */
const SUNDAY = Date.UTC(2023, 0, 1);
const DAY = 86_400_000;

const made = new Map<string, Formats>();

/**
 * What belongs to the sentence (plurals, conjunctions, names of days) follows `words`, the language that it is in. What
 * readers know from elsewhere (digits, dates, times) follows `region`, which is undefined for the browser's own.
 */
export function formatsOf(words: string, region: string | undefined): Formats {
  const key = `${words} ${region ?? ''}`;
  let formats = made.get(key);
  if (!formats) made.set(key, (formats = new IntlFormats(words, region)));
  return formats;
}

/**
 * Counts, which are most of what a page says first, do without `Intl` where it is sure what that says: its first number and
 * its first plural take 10 to 20 ms of a page's start. Digits are Latin in all regions of these languages, unless the tag
 * asks for others (`-u-nu-`), and numbers below a thousand are written alike.
 */
const LATIN_DIGITS = /^(?:de|en|es|fr|it|ja|ko|nl|pt|zh)(?!.*-u-)(?:-|$)/;
/** What stands between thousands. Other regions of these languages have spaces, apostrophes, or groups of two. */
const SEPARATORS: readonly [regions: RegExp, separator: string][] = [
  [/^(?:en(?:-(?:AU|CA|GB|IE|NZ|US))?|ja(?:-JP)?|zh(?:-Hans)?(?:-CN)?)$/, ','],
  [/^de(?:-DE)?$/, '.'],
];
/** Which counts are singular in these languages. */
const SINGULARS: readonly [words: RegExp, singular: number | undefined][] = [
  [/^(?:de|en)(?:-|$)/, 1],
  [/^(?:ja|zh)(?:-|$)/, undefined],
];

class IntlFormats implements Formats {
  readonly #isLatin: boolean;
  readonly #separator: string | undefined;
  readonly #singular: { is: number | undefined } | undefined;

  constructor(
    private readonly words: string,
    private readonly region: string | undefined,
  ) {
    this.#isLatin = region !== undefined && LATIN_DIGITS.test(region);
    this.#separator = SEPARATORS.find(([regions]) => region !== undefined && regions.test(region))?.[1];
    const known = SINGULARS.find(([tags]) => tags.test(words));
    this.#singular = known && { is: known[1] };
  }

  number = (value: number): string => this.#plainNumber(value) ?? this.#number().format(value);
  bytes = (count: number): string =>
    count < 1000 ? `${this.number(count)} B` : this.#kilobytes().format(count / 1000);
  percent = (share: number): string => this.#percent().format(share);
  plural = (count: number, forms: PluralForms): string => forms[this.#formOf(count)] ?? forms.other;
  list = (items: readonly string[]): string => this.#and().format(items);
  either = (items: readonly string[]): string => this.#or().format(items);
  series = (items: readonly string[]): string => this.#series().format(items);
  dateTime = (at: number): string => this.#dateTime().format(at);
  exactTime = (at: number): string => this.#exactTime().format(at);
  time = (at: number): string => this.#time().format(at);
  date = (at: number): string => this.#date().format(at);
  weekday = (day: number): string => this.#weekday().format(SUNDAY + day * DAY);
  month = (month: number): string => this.#month().format(Date.UTC(2023, month - 1, 15));
  capitalised = (text: string): string => {
    const [first = ''] = text;
    return first.toLocaleUpperCase(this.words) + text.slice(first.length);
  };

  #plainNumber(value: number): string | undefined {
    if (!this.#isLatin || !Number.isInteger(value) || value < 0) return undefined;
    if (value < 1000) return String(value);
    const separator = this.#separator;
    if (separator === undefined || value >= 1e6) return undefined;
    return `${Math.trunc(value / 1000)}${separator}${String(value % 1000).padStart(3, '0')}`;
  }

  #formOf(count: number): Intl.LDMLPluralRule {
    if (!this.#singular || !Number.isInteger(count)) return this.#plural().select(count);
    return Math.abs(count) === this.#singular.is ? 'one' : 'other';
  }

  // Making one costs more than a thousand uses of it.
  readonly #number = once(() => new Intl.NumberFormat(this.region));
  readonly #kilobytes = once(
    () =>
      new Intl.NumberFormat(this.region, {
        style: 'unit',
        unit: 'kilobyte',
        minimumFractionDigits: 1,
        maximumFractionDigits: 1,
      }),
  );
  readonly #percent = once(() => new Intl.NumberFormat(this.region, { style: 'percent' }));
  readonly #plural = once(() => new Intl.PluralRules(this.words));
  readonly #and = once(() => new Intl.ListFormat(this.words, { type: 'conjunction' }));
  readonly #or = once(() => new Intl.ListFormat(this.words, { type: 'disjunction' }));
  readonly #series = once(() => {
    const series = new Intl.ListFormat(this.words, { type: 'unit' });
    // Japanese and Chinese have nothing between units, but between words they must have something.
    return /^a\s*b$/.test(series.format(['a', 'b'])) ? this.#and() : series;
  });
  readonly #dateTime = once(() => this.#dates({ dateStyle: 'medium', timeStyle: 'short' }));
  readonly #exactTime = once(() => this.#dates({ dateStyle: 'medium', timeStyle: 'long' }));
  readonly #time = once(() => this.#dates({ timeStyle: 'medium' }));
  readonly #date = once(() => this.#dates({ dateStyle: 'medium' }));
  readonly #weekday = once(() => new Intl.DateTimeFormat(this.words, { weekday: 'long', timeZone: 'UTC' }));
  readonly #month = once(() => new Intl.DateTimeFormat(this.words, { month: 'long', timeZone: 'UTC' }));

  #dates(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
    return new Intl.DateTimeFormat(this.region, options);
  }
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}
