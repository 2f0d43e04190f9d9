import { withoutLastApplied } from '../model/metadata.js';
import type { KubernetesObject, Secret } from '../model/types.js';
import { getIn, isObject, type JsonObject } from './json.js';

/** What stands for a credential. As wide as any value, so that it tells nothing of its length. */
export const MASK = '••••••••';

/** The mask of what leaves the page, for whoever finds it in a file. Pasted back, it stands for its value as well. */
export const SPOKEN_MASK = `${MASK} (masked, put the value here)`;

const SECRET_FIELDS = ['data', 'stringData'] as const;

export function isSecret(object: KubernetesObject): object is Secret {
  return object.kind === 'Secret' && object.apiVersion === 'v1';
}

/** Copies in which every value of every Secret is masked. Other objects are passed on as they are. */
export function maskSecrets<T extends KubernetesObject>(objects: readonly T[], mask = MASK): T[] {
  return objects.map((object) => mapped(object, (secret) => mapValues(secret, () => mask)));
}

/** Whether there is anything to mask, in Lists too. */
export function holdsSecrets(objects: readonly KubernetesObject[]): boolean {
  return objects.flatMap(holdersIn).length > 0;
}

/** Copies without kubectl's copy of any Secret: it holds the values in clear, also while the rest is masked. */
export function withoutSecretCopies<T extends KubernetesObject>(objects: readonly T[]): T[] {
  return objects.map((object) => mapped(object, (secret) => withoutLastApplied(secret)));
}

function isMask(value: unknown): boolean {
  return value === MASK || value === SPOKEN_MASK;
}

/**
 * Copies in which a mask that was left untouched is its value again. `originals` hold the values; they are matched by
 * the Secret's place among the Secrets, since its name may have been edited, and by field and key.
 */
export function unmaskSecrets<T extends KubernetesObject>(
  objects: readonly T[],
  originals: readonly KubernetesObject[],
): T[] {
  const sources = originals.flatMap(holdersIn);
  let place = 0;
  return objects.map((object) =>
    mapped(object, (secret) => {
      const source = sources[place++];
      return mapValues(secret, (value, path) => {
        const original = isMask(value) ? getIn(source, path) : undefined;
        return original === undefined ? value : original; // It may be null.
      });
    }),
  );
}

/**
 * What is known of the Secrets, in their places: every value that was ever read at a field and key, the last one counts.
 * A line that was cut and is pasted again has its value still.
 */
export function rememberSecrets(known: readonly Secret[], objects: readonly KubernetesObject[]): Secret[] {
  const now = objects.flatMap(holdersIn);
  return Array.from({ length: Math.max(known.length, now.length) }, (_, place) => {
    const [before, after] = [known[place], now[place]];
    const merged: JsonObject = { ...before, ...after };
    for (const field of SECRET_FIELDS)
      if (isObject(before?.[field]) && (after?.[field] === undefined || isObject(after[field])))
        merged[field] = { ...before[field], ...after?.[field] };
    return merged as Secret;
  });
}

/** Keys whose mask stands for nothing: a mask typed or pasted at a key that never had a value. */
export function unresolvedMasks(objects: readonly KubernetesObject[]): string[] {
  const keys: string[] = [];
  for (const secret of objects.flatMap(holdersIn))
    mapValues(secret, (value, path) => {
      if (isMask(value)) keys.push(path.at(-1)!);
      return value;
    });
  return keys;
}

/**
 * Whether an object holds credentials, as far as can be told while somebody types: with an apiVersion that is not there
 * yet, or half a kind, it is a Secret all the same.
 */
function holdsCredentials(object: object): object is Secret {
  return ('kind' in object && object.kind === 'Secret') || 'stringData' in object;
}

/** What a Kubernetes `List` holds; undefined for everything else. */
function itemsOf(object: object): readonly unknown[] | undefined {
  return 'items' in object && Array.isArray(object.items) ? object.items : undefined;
}

function holdersIn(object: unknown): Secret[] {
  if (!isObject(object)) return [];
  return itemsOf(object)?.flatMap(holdersIn) ?? (holdsCredentials(object) ? [object] : []);
}

function mapped<T>(object: T, change: (secret: Secret) => Secret): T {
  if (!isObject(object)) return object;
  const items = itemsOf(object);
  if (items) return { ...object, items: items.map((item) => mapped(item, change)) };
  return holdsCredentials(object) ? (change(object) as T) : object;
}

/** The values of a Secret mapped, wherever a text that is still being written has them: the field itself may be one. */
function mapValues(secret: Secret, map: (value: unknown, path: readonly string[]) => unknown): Secret {
  const copy: JsonObject = { ...secret };
  for (const field of SECRET_FIELDS) {
    const values: unknown = copy[field];
    if (values === undefined || values === null) continue;
    copy[field] = isObject(values)
      ? Object.fromEntries(Object.entries(values).map(([key, value]) => [key, map(value, [field, key])]))
      : map(values, [field]);
  }
  // kubectl's copy of the manifest holds the values in clear.
  return withoutLastApplied(copy as Secret);
}
