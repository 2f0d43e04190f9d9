/** A format as ajv takes it. */
export interface Format {
  /** Formats are about strings unless they say otherwise. */
  type?: 'number';
  validate(value: never): boolean;
}

const text = (validate: (value: string) => boolean): Format => ({ validate });
const matching = (pattern: RegExp) => text((value) => pattern.test(value));
const between = (least: number, beyond: number): Format => ({
  type: 'number',
  validate: (value: number) => value >= least && value < beyond,
});

// Each format is its own constant so that a bundle holds only those that its schema uses.

/** The API server does not enforce it, but the operator's decoder does: the object would be stored and never read. */
export const int32 = between(-(2 ** 31), 2 ** 31);
/** What the server reads as an integer at all; a bigger number is a float to it. */
export const int64 = between(-(2 ** 63), 2 ** 63);

const TIME = /^(\d\d):(\d\d):(\d\d)(?:.\d+)?(?:z|[+-]\d\d:\d\d)$/;

const isDate = (value: string) => {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(value)?.map(Number) ?? [];
  if (year === undefined || month === undefined || day === undefined) return false;
  const date = new Date(0);
  // Not Date.UTC, which takes the years 0 to 99 for 1900 to 1999.
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
};

export const date = text(isDate);
export const dateTime = text((value) => {
  const [day, time] = value.toLowerCase().split('t');
  const parts = TIME.exec(time ?? '');
  return isDate(day!) && parts !== null && parts[1]! <= '23' && parts[2]! <= '59' && parts[3]! <= '59';
});

const GO_DURATION = /^[+-]?(?:0|(?:(?:\d+\.?\d*|\.\d+)(?:ns|us|µs|μs|ms|s|m|h))+)$/;
// The server also takes Scala's way of writing it: "22 minutes", "3 weeks".
const LONG_DURATION = /^\s*(?:\d+\s*[A-Za-zµ]+\s*)+$/;
const LONG_UNIT = /(?:^|[\d\s])(?:ns|nano|us|µs|micro|ms|milli|s|sec|m|min|h|hr|hour|d|day|w|wk|week)/i;
export const duration = text(
  (value) => GO_DURATION.test(value) || (LONG_DURATION.test(value) && LONG_UNIT.test(value)),
);

const DECIMAL = /^(?:0|[1-9]\d{0,2})$/;
const isIPv4 = (value: string) => {
  const parts = value.split('.');
  return parts.length === 4 && parts.every((part) => DECIMAL.test(part) && Number(part) < 256);
};

/** An IPv6 address as Go reads it: at most one `::`, the last two groups may be written as IPv4. */
const isIPv6 = (value: string) => {
  const halves = value.split('::');
  if (halves.length > 2 || !value.includes(':')) return false;
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')));
  const last = groups.at(-1);
  const endsInIPv4 = last !== undefined && !value.endsWith('::') && isIPv4(last);
  if (endsInIPv4) groups.splice(-1, 1, '0', '0');
  const complete = halves.length === 2 ? groups.length < 8 : groups.length === 8;
  return complete && groups.every((group) => /^[\da-f]{1,4}$/i.test(group));
};

export const ipv4 = text((value) => value.includes('.') && (isIPv4(value) || isIPv6(value)));
export const ipv6 = text(isIPv6);
export const cidr = text((value) => {
  const [, address, length] = /^(.*)\/(\d{1,3})$/.exec(value) ?? [];
  if (address === undefined || !DECIMAL.test(length!)) return false;
  return isIPv4(address) ? Number(length) <= 32 : isIPv6(address) && Number(length) <= 128;
});
export const mac = matching(
  /^(?:[\da-f]{2}(?:([:-])[\da-f]{2}(?:\1[\da-f]{2}){4}(?:(?:\1[\da-f]{2}){2}|(?:\1[\da-f]{2}){14})?)|(?:[\da-f]{4}\.){2}[\da-f]{4}(?:\.[\da-f]{4}|(?:\.[\da-f]{4}){7})?)$/i,
);

const HOSTNAME =
  /^([a-zA-Z0-9\p{S}\p{L}]((-?[a-zA-Z0-9\p{S}\p{L}]{0,62})?)|([a-zA-Z0-9\p{S}\p{L}](([a-zA-Z0-9\-\p{S}\p{L}]{0,61}[a-zA-Z0-9\p{S}\p{L}])?)(\.))+([a-zA-Z0-9\p{S}\p{L}])(-?[a-zA-Z0-9\p{S}\p{L}]){1,62})$/u;
const bytes = (value: string) => new TextEncoder().encode(value).length;
export const hostname = text(
  // The length first: the expression is slow on long text.
  (value) => bytes(value) <= 255 && value.split('.').every((label) => bytes(label) <= 63) && HOSTNAME.test(value),
);

export const uuid = matching(/^[\da-f]{8}-?[\da-f]{4}-?[\da-f]{4}-?[\da-f]{4}-?[\da-f]{12}$/i);
export const uuid3 = matching(/^[\da-f]{8}-?[\da-f]{4}-?3[\da-f]{3}-?[\da-f]{4}-?[\da-f]{12}$/i);
export const uuid4 = matching(/^[\da-f]{8}-?[\da-f]{4}-?4[\da-f]{3}-?[89ab][\da-f]{3}-?[\da-f]{12}$/i);
export const uuid5 = matching(/^[\da-f]{8}-?[\da-f]{4}-?5[\da-f]{3}-?[89ab][\da-f]{3}-?[\da-f]{12}$/i);
export const byte = text(
  (value) => value !== '' && value.length % 4 === 0 && /^[A-Za-z0-9+/]+={0,2}$/.test(value),
);
export const hexcolor = matching(/^#?(?:[\da-f]{3}|[\da-f]{6})$/i);
export const bsonobjectid = matching(/^[\da-f]{24}$/i);
export const ssn = matching(/^\d{3}[- ]?\d{2}[- ]?\d{4}$/);
// Go's parsers take more forms of these than are worth repeating; only what they surely refuse is refused here.
export const uri = matching(/^(?:\/|\*$|[A-Za-z][A-Za-z\d+.-]*:)[^\u0000-\u001f\u007f]*$/u);
export const email = matching(/^[^@]*[^@\s<][^@]*@[^@]*[^@\s>]/u);

/**
 * The formats that are checked, by the name that a schema gives them. The API server ignores a format that it does not
 * know (`double`, `quantity`), and so do we; card and book numbers are left to it.
 */
export const FORMATS: Readonly<Record<string, Format>> = {
  int32,
  int64,
  date,
  'date-time': dateTime,
  datetime: dateTime,
  duration,
  ipv4,
  ipv6,
  cidr,
  mac,
  hostname,
  uuid,
  uuid3,
  uuid4,
  uuid5,
  byte,
  hexcolor,
  bsonobjectid,
  ssn,
  uri,
  email,
};
