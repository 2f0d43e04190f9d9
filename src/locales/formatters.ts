// Making a formatter costs tens of microseconds, using one next to nothing: each is made once for a locale.

const dates = new Map<string, Intl.DateTimeFormat>();
const numbers = new Map<string, Intl.NumberFormat>();

/** The formatter of this locale (BCP 47; empty for the browser's own) and these options: the same one each time. */
export function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  let format = dates.get(key);
  if (!format) dates.set(key, (format = new Intl.DateTimeFormat(locale || undefined, options)));
  return format;
}

/** As {@link dateFormat}, for whole numbers. */
export function numberFormat(locale: string): Intl.NumberFormat {
  let format = numbers.get(locale);
  if (!format) numbers.set(locale, (format = new Intl.NumberFormat(locale || undefined)));
  return format;
}
