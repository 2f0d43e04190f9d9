/**
 * What Kubernetes accepts as names, labels and annotations. Each check gives the faults in the API server's own
 * sentences (k8s.io/apimachinery/pkg/util/validation), so that a form says beforehand what the server would say; an
 * empty list means valid. The server counts bytes of UTF-8, not characters, and so do we.
 */

/** Longest object name. */
export const NAME_MAX_LENGTH = 253;
/** Longest label value and name part of a label key. KubeStash writes names into labels: warn about longer names. */
export const LABEL_MAX_LENGTH = 63;
/** Bytes of all annotation keys and values of an object together. */
export const ANNOTATIONS_MAX_SIZE = 256 * 1024;

const DNS_LABEL = '[a-z0-9]([-a-z0-9]*[a-z0-9])?';
const DNS_SUBDOMAIN = `${DNS_LABEL}(\\.${DNS_LABEL})*`;
const QUALIFIED_NAME = '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]';
const LABEL_VALUE = `(${QUALIFIED_NAME})?`;
const SECRET_KEY = '[-._a-zA-Z0-9]+';

const whole = (pattern: string): RegExp => new RegExp(`^${pattern}$`);
const DNS_LABEL_PATTERN = whole(DNS_LABEL);
const DNS_SUBDOMAIN_PATTERN = whole(DNS_SUBDOMAIN);
const QUALIFIED_NAME_PATTERN = whole(QUALIFIED_NAME);
const LABEL_VALUE_PATTERN = whole(LABEL_VALUE);
const SECRET_KEY_PATTERN = whole(SECRET_KEY);

const encoder = new TextEncoder();
const byteLength = (text: string): number => encoder.encode(text).length;

const tooLong = (limit: number): string => `must be no more than ${limit} characters`;

/** The comma before "or" is the server's own slip; kept, because people search for the sentence they see. */
function mustMatch(rule: string, pattern: string, ...examples: string[]): string {
  return `${rule} (e.g. ${examples.map((example) => `'${example}', `).join(' or ')}regex used for validation is '${pattern}')`;
}

const ALPHANUMERIC_ENDS = 'and must start and end with an alphanumeric character';
const NAME_RULE = mustMatch(
  `a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', ${ALPHANUMERIC_ENDS}`,
  DNS_SUBDOMAIN,
  'example.com',
);
const DNS_LABEL_RULE = mustMatch(
  `a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', ${ALPHANUMERIC_ENDS}`,
  DNS_LABEL,
  'my-name',
  '123-abc',
);
const QUALIFIED_NAME_RULE = mustMatch(
  `must consist of alphanumeric characters, '-', '_' or '.', ${ALPHANUMERIC_ENDS}`,
  QUALIFIED_NAME,
  'MyName',
  'my.name',
  '123-abc',
);
const LABEL_VALUE_RULE = mustMatch(
  `a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', ${ALPHANUMERIC_ENDS}`,
  LABEL_VALUE,
  'MyValue',
  'my_value',
  '12345',
);
const SECRET_KEY_RULE = mustMatch(
  "a valid config key must consist of alphanumeric characters, '-', '_' or '.'",
  SECRET_KEY,
  'key.name',
  'KEY_NAME',
  'key-name',
);

function check(value: string, limit: number, pattern: RegExp, rule: string): string[] {
  return [...(byteLength(value) > limit ? [tooLong(limit)] : []), ...(pattern.test(value) ? [] : [rule])];
}

/** The name of a BackupStorage, Secret and most other objects: a DNS subdomain. */
export function checkName(name: string): string[] {
  if (name === '') return ['name or generateName is required'];
  return check(name, NAME_MAX_LENGTH, DNS_SUBDOMAIN_PATTERN, NAME_RULE);
}

/** A DNS label: a Namespace's name, or a name that KubeStash turns into a volume's name. */
export function checkDnsLabel(name: string): string[] {
  const faults = check(name, LABEL_MAX_LENGTH, DNS_LABEL_PATTERN, DNS_LABEL_RULE);
  // A valid subdomain differs from a label by its dots only; the server then says just that.
  return DNS_SUBDOMAIN_PATTERN.test(name)
    ? faults.map((fault) => (fault === DNS_LABEL_RULE ? 'must not contain dots' : fault))
    : faults;
}

/** A label key: an optional DNS subdomain and a slash, then the name part. */
export function checkLabelKey(key: string): string[] {
  const parts = key.split('/');
  if (parts.length > 2) {
    return [
      `a qualified name ${QUALIFIED_NAME_RULE} with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')`,
    ];
  }
  const name = parts.at(-1)!;
  const prefix = parts.length === 2 ? parts[0]! : undefined;
  const faults: string[] = [];
  if (prefix === '') faults.push('prefix part must be non-empty');
  else if (prefix !== undefined) faults.push(...checkName(prefix).map((fault) => `prefix part ${fault}`));
  if (name === '') faults.push('name part must be non-empty');
  faults.push(
    ...check(name, LABEL_MAX_LENGTH, QUALIFIED_NAME_PATTERN, QUALIFIED_NAME_RULE).map((f) => `name part ${f}`),
  );
  return faults;
}

/** A label value; it may be empty. */
export function checkLabelValue(value: string): string[] {
  return check(value, LABEL_MAX_LENGTH, LABEL_VALUE_PATTERN, LABEL_VALUE_RULE);
}

/** An annotation key: as a label key, but the case of the prefix does not matter. Annotation values are free. */
export function checkAnnotationKey(key: string): string[] {
  return checkLabelKey(key.toLowerCase());
}

/** All annotations of an object together. */
export function checkAnnotationsSize(annotations: Readonly<Record<string, string>>): string[] {
  let size = 0;
  for (const [key, value] of Object.entries(annotations)) size += byteLength(key) + byteLength(value);
  return size > ANNOTATIONS_MAX_SIZE ? [`may not be more than ${ANNOTATIONS_MAX_SIZE} bytes`] : [];
}

/** A key of a Secret's data. */
export function checkSecretKey(key: string): string[] {
  const faults = check(key, NAME_MAX_LENGTH, SECRET_KEY_PATTERN, SECRET_KEY_RULE);
  if (key === '.' || key === '..') faults.push(`must not be '${key}'`);
  else if (key.startsWith('..')) faults.push("must not start with '..'");
  return faults;
}

/** Whether a label or annotation key has a prefix that Kubernetes keeps for itself. The server does not refuse those. */
export function hasReservedPrefix(key: string): boolean {
  const slash = key.indexOf('/');
  return slash > 0 && /(^|\.)(kubernetes|k8s)\.io$/.test(key.slice(0, slash).toLowerCase());
}
