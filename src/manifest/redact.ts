import { withoutLastApplied } from '../model/metadata.js';
import type { KubernetesObject, Secret } from '../model/types.js';

/** What stands for a credential. As wide as any value, so that it tells nothing of its length. */
export const MASK = '••••••••';

const SECRET_FIELDS = ['data', 'stringData'] as const;

export function isSecret(object: KubernetesObject): object is Secret {
  return object.kind === 'Secret' && object.apiVersion === 'v1';
}

/** Copies in which every value of every Secret is masked. Other objects are passed on as they are. */
export function maskSecrets<T extends KubernetesObject>(objects: readonly T[]): T[] {
  return objects.map((object) => (isSecret(object) ? mapValues(object, () => MASK) : object));
}

/**
 * Copies in which a mask that was left untouched is its value again. `originals` hold the values; they are matched by
 * the Secret's place among the Secrets, since its name may have been edited, and by field and key.
 */
export function unmaskSecrets<T extends KubernetesObject>(
  objects: readonly T[],
  originals: readonly KubernetesObject[],
): T[] {
  const sources = originals.filter(isSecret);
  let index = 0;
  return objects.map((object) => {
    if (!isSecret(object)) return object;
    const source = sources[index++];
    return mapValues(object, (field, key, value) => (value === MASK ? (source?.[field]?.[key] ?? value) : value));
  });
}

/** Keys whose mask stands for nothing: a mask typed or pasted at a key that never had a value. */
export function unresolvedMasks(objects: readonly KubernetesObject[]): string[] {
  return objects.filter(isSecret).flatMap((secret) =>
    SECRET_FIELDS.flatMap((field) =>
      Object.entries(secret[field] ?? {})
        .filter(([, value]) => value === MASK)
        .map(([key]) => key),
    ),
  );
}

function mapValues<T extends Secret>(
  secret: T,
  map: (field: (typeof SECRET_FIELDS)[number], key: string, value: string) => string,
): T {
  const copy = { ...secret };
  for (const field of SECRET_FIELDS) {
    const values = secret[field];
    if (typeof values !== 'object' || values === null) continue;
    copy[field] = Object.fromEntries(Object.entries(values).map(([key, value]) => [key, map(field, key, value)]));
  }
  // kubectl's copy of the manifest holds the values in clear.
  return withoutLastApplied(copy);
}
