/** A format as ajv takes it. */
export interface Format {
  /** Formats are about strings unless they say otherwise. */
  type?: 'number';
  validate(value: never): boolean;
}

// Each format is a function of its own so that a bundle holds only those that its schema uses.

/** The API server does not enforce it, but the operator's decoder does: the object would be stored and never read. */
export const isInt32 = (value: number) => value >= -(2 ** 31) && value < 2 ** 31;

/** What the server reads as an integer at all; a bigger number is a float to it. */
export const isInt64 = (value: number) => value >= -(2 ** 63) && value < 2 ** 63;

/** A day that exists, as `2026-08-01`. */
export const isDate = (value: string) => {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(value)?.map(Number) ?? [];
  if (year === undefined || month === undefined || day === undefined) return false;
  const date = new Date(0);
  // Not Date.UTC, which takes the years 0 to 99 for 1900 to 1999.
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
};

const TIME = /^(\d\d):(\d\d):(\d\d)(?:.\d+)?(?:z|[+-]\d\d:\d\d)$/;

/** A time as RFC 3339 writes it, by the server's rules: no leap second, and either case of T and Z. */
export const isDateTime = (value: string) => {
  const [day, time] = value.toLowerCase().split('t');
  const parts = TIME.exec(time ?? '');
  return isDate(day!) && parts !== null && parts[1]! <= '23' && parts[2]! <= '59' && parts[3]! <= '59';
};

const GO_DURATION = /^[+-]?(?:0|(?:(?:\d+\.?\d*|\.\d+)(?:ns|us|µs|μs|ms|s|m|h))+)$/;
// The server also takes Scala's way of writing it: "22 minutes", "3 weeks".
const LONG_DURATION = /^\s*(?:\d+\s*[A-Za-zµ]+\s*)+$/;
const LONG_UNIT = /[\d\s](?:ns|nano|us|µs|micro|ms|milli|s|sec|m|min|h|hr|hour|d|day|w|wk|week)/i;

/** A duration in Go's notation (`1h30m`) or Scala's. */
export const isDuration = (value: string) =>
  GO_DURATION.test(value) || (LONG_DURATION.test(value) && LONG_UNIT.test(value));

const DECIMAL = /^(?:0|[1-9]\d{0,2})$/;

const isDottedQuad = (value: string) => {
  const parts = value.split('.');
  return parts.length === 4 && parts.every((part) => DECIMAL.test(part) && Number(part) < 256);
};

/** An IPv6 address as Go reads it: at most one `::`, the last two groups may be written as IPv4. */
export const isIPv6 = (value: string) => {
  const halves = value.split('::');
  if (halves.length > 2 || !value.includes(':')) return false;
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')));
  const last = groups.at(-1);
  if (last !== undefined && !value.endsWith('::') && isDottedQuad(last)) groups.splice(-1, 1, '0', '0');
  const complete = halves.length === 2 ? groups.length < 8 : groups.length === 8;
  return complete && groups.every((group) => /^[\da-f]{1,4}$/i.test(group));
};

/** To the server, `::ffff:1.2.3.4` is one too. */
export const isIPv4 = (value: string) => value.includes('.') && (isDottedQuad(value) || isIPv6(value));

/** An address range, as `10.0.0.0/8`. */
export const isCidr = (value: string) => {
  const [, address, length] = /^(.*)\/(\d{1,3})$/.exec(value) ?? [];
  if (address === undefined || !DECIMAL.test(length!)) return false;
  return isDottedQuad(address) ? Number(length) <= 32 : isIPv6(address) && Number(length) <= 128;
};

const MAC =
  /^(?:[\da-f]{2}(?:([:-])[\da-f]{2}(?:\1[\da-f]{2}){4}(?:(?:\1[\da-f]{2}){2}|(?:\1[\da-f]{2}){14})?)|(?:[\da-f]{4}\.){2}[\da-f]{4}(?:\.[\da-f]{4}|(?:\.[\da-f]{4}){7})?)$/i;

/** A hardware address of 6, 8 or 20 bytes. */
export const isMac = (value: string) => MAC.test(value);

const HOSTNAME =
  /^([a-zA-Z0-9\p{S}\p{L}]((-?[a-zA-Z0-9\p{S}\p{L}]{0,62})?)|([a-zA-Z0-9\p{S}\p{L}](([a-zA-Z0-9\-\p{S}\p{L}]{0,61}[a-zA-Z0-9\p{S}\p{L}])?)(\.))+([a-zA-Z0-9\p{S}\p{L}])(-?[a-zA-Z0-9\p{S}\p{L}]){1,62})$/u;
const bytesOf = (value: string) => new TextEncoder().encode(value).length;

/** A host name; Unicode letters are allowed. */
// The length first: the expression is slow on long text.
export const isHostname = (value: string) =>
  bytesOf(value) <= 255 && value.split('.').every((label) => bytesOf(label) <= 63) && HOSTNAME.test(value);

const UUID = /^[\da-f]{8}-?[\da-f]{4}-?([\da-f])[\da-f]{3}-?([\da-f])[\da-f]{3}-?[\da-f]{12}$/i;

/** A UUID, with or without hyphens. */
export const isUuid = (value: string) => UUID.test(value);
/** A UUID of version 3. */
export const isUuid3 = (value: string) => UUID.exec(value)?.[1] === '3';
/** A UUID of version 4. */
export const isUuid4 = (value: string) => isLaterUuid(value, '4');
/** A UUID of version 5. */
export const isUuid5 = (value: string) => isLaterUuid(value, '5');

const isLaterUuid = (value: string, version: string) => {
  const parts = UUID.exec(value);
  return parts?.[1] === version && /[89ab]/i.test(parts[2]!);
};

/** Base64 with padding; not empty. */
export const isBase64 = (value: string) => value.length % 4 === 0 && /^[A-Za-z0-9+/]+={0,2}$/.test(value);
/** A colour as `#fff` or `A0B1C2`. */
export const isHexColor = (value: string) => /^#?(?:[\da-f]{3}|[\da-f]{6})$/i.test(value);
/** The 24 hexadecimal digits of a BSON object id. */
export const isBsonObjectId = (value: string) => /^[\da-f]{24}$/i.test(value);
/** A U.S. social security number. */
export const isSsn = (value: string) => /^\d{3}[- ]?\d{2}[- ]?\d{4}$/.test(value);

// Go's parsers take more forms of these than are worth repeating; only what they surely refuse is refused here.

/** A URI or an absolute path, roughly. */
export const isUri = (value: string) => /^(?:\/|\*$|[A-Za-z][A-Za-z\d+.-]*:)\P{Cc}*$/u.test(value);
/** An e-mail address, roughly. */
export const isEmail = (value: string) => /[^@\s<]@[^@\s>]/.test(value);

/**
 * The formats that are checked, by the name that a schema gives them. The API server ignores a format that it does not
 * know (`double`, `quantity`), and so do we; card and book numbers are left to it.
 */
export const FORMATS: Readonly<Record<string, Format>> = {
  int32: { type: 'number', validate: isInt32 },
  int64: { type: 'number', validate: isInt64 },
  date: { validate: isDate },
  'date-time': { validate: isDateTime },
  datetime: { validate: isDateTime },
  duration: { validate: isDuration },
  ipv4: { validate: isIPv4 },
  ipv6: { validate: isIPv6 },
  cidr: { validate: isCidr },
  mac: { validate: isMac },
  hostname: { validate: isHostname },
  uuid: { validate: isUuid },
  uuid3: { validate: isUuid3 },
  uuid4: { validate: isUuid4 },
  uuid5: { validate: isUuid5 },
  byte: { validate: isBase64 },
  hexcolor: { validate: isHexColor },
  bsonobjectid: { validate: isBsonObjectId },
  ssn: { validate: isSsn },
  uri: { validate: isUri },
  email: { validate: isEmail },
};
