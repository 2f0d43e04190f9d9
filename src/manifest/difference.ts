import { SECRETS } from '../model/resources.js';
import type { KubernetesObject } from '../model/types.js';
import { formatServerPath } from '../schema/field-path.js';
import { ATTEMPT_ANNOTATION } from './attempt.js';
import { isObject, unsetIn, type JsonObject, type Path } from './json.js';
import { isSecret } from './redact.js';

/** A field that the server would store otherwise than it was sent. */
export interface Difference {
  /** As the server writes paths. */
  path: string;
  /** As JSON; absent: it was not sent. */
  before?: string;
  /** As JSON; absent: it is dropped. Of a Secret's values neither is told. */
  after?: string;
}

/** What the server adds to every object, and what says nothing about this one. */
const BOOKKEEPING: readonly Path[] = [
  ['status'],
  ['metadata', 'managedFields'],
  ['metadata', 'uid'],
  ['metadata', 'resourceVersion'],
  ['metadata', 'creationTimestamp'],
  ['metadata', 'generation'],
  ['metadata', 'selfLink'],
  ['metadata', 'annotations', ATTEMPT_ANNOTATION],
];

/**
 * What the server's answer adds to an object and changes in it: defaults, normalised values. Of a Secret's values it
 * says which keys come and go, never what they hold.
 */
export function differences(sent: KubernetesObject, answered: KubernetesObject): Difference[] {
  const hidesValues = isSecret(sent) || isSecret(answered) || sent.kind === SECRETS.kind;
  // A gateway may keep the values of Secrets back from the page: that they are not told says nothing of them.
  const isToldKeys = ['data', 'stringData'].some((field) => Object.hasOwn(answered, field));
  const lean = (object: KubernetesObject): unknown => {
    const rest = BOOKKEEPING.reduce<KubernetesObject>((left, path) => unsetIn(left, path), object);
    return hidesValues ? withKeysOnly(rest as JsonObject, isToldKeys) : rest;
  };
  const found: Difference[] = [];
  compare(lean(sent), lean(answered), [], found);
  return found;
}

/** `stringData` is folded into `data` by every server: what counts is which keys there are. */
function withKeysOnly({ data, stringData, ...rest }: JsonObject, told: boolean): JsonObject {
  if (!told) return rest;
  const keys = [data, stringData].flatMap((values) => (isObject(values) ? Object.keys(values) : []));
  return keys.length === 0 ? rest : { ...rest, data: Object.fromEntries(keys.sort().map((key) => [key, HIDDEN])) };
}

const HIDDEN = Symbol('a value that is not told');

function compare(before: unknown, after: unknown, path: Path, found: Difference[]): void {
  if (before === HIDDEN && after === HIDDEN) return;
  const isTree = (value: unknown) => value === undefined || (isObject(value) && Object.keys(value).length > 0);
  if (isObject(before) || isObject(after) ? isTree(before) && isTree(after) : false) {
    const [from, to] = [before, after].map((value) => (isObject(value) ? value : {})) as [JsonObject, JsonObject];
    for (const key of new Set([...Object.keys(from), ...Object.keys(to)]))
      compare(own(from, key), own(to, key), [...path, key], found);
    return;
  }
  if (Array.isArray(before) && Array.isArray(after) && before.length === after.length) {
    before.forEach((item, index) => compare(item, after[index], [...path, index], found));
    return;
  }
  const [was, is] = [textOf(before), textOf(after)];
  if (was === is && before !== HIDDEN && after !== HIDDEN) return;
  found.push({
    path: formatServerPath([...path]),
    ...(was === undefined ? {} : { before: was }),
    ...(is === undefined ? {} : { after: is }),
  });
}

function own(object: JsonObject, key: string): unknown {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

function textOf(value: unknown): string | undefined {
  if (value === HIDDEN) return '…';
  return value === undefined ? undefined : JSON.stringify(value, sorted);
}

/** The order of keys is no difference, and numbers beyond 2^53 are no JSON of their own. */
function sorted(_key: string, value: unknown): unknown {
  if (typeof value === 'bigint') return String(value);
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
