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

/** Whether some of a mask stands in a value, perhaps among what was typed into it: it can be no credential. */
export function hasMask(value: unknown): boolean {
  return typeof value === 'string' && value.includes(MASK.slice(0, 3));
}

/**
 * Copies in which a mask that was left untouched is its value again. `originals` hold the values, and `gone` those of
 * Secrets that were there before. They are matched by the Secret's name, or by its place among the Secrets when the name
 * may have been edited; then by field and key.
 */
export function unmaskSecrets<T extends KubernetesObject>(
  objects: readonly T[],
  originals: readonly KubernetesObject[],
  gone: readonly Secret[] = [],
): T[] {
  const sources = sourcesOf(objects.flatMap(holdersIn), { here: originals.flatMap(holdersIn), gone });
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

/** The values behind the masks of a text: of the Secrets that it has, in their order, and of those that it had. */
export interface KnownSecrets {
  readonly here: readonly Secret[];
  readonly gone: readonly Secret[];
}

export const NO_SECRETS: KnownSecrets = { here: [], gone: [] };

/**
 * What is known of the Secrets: every value that was ever read at a field and key, the last one counts. A line, or a
 * Secret, that was cut and is pasted again has its values still.
 */
export function rememberSecrets(known: KnownSecrets, objects: readonly KubernetesObject[]): KnownSecrets {
  const now = objects.flatMap(holdersIn);
  const sources = sourcesOf(now, known);
  const here = now.map((after, place) => {
    const before = sources[place];
    const merged: JsonObject = { ...before, ...after };
    for (const field of SECRET_FIELDS)
      if (isObject(before?.[field]) && (after[field] === undefined || isObject(after[field])))
        merged[field] = { ...before[field], ...withoutMasks(after[field]) };
    return merged as Secret;
  });
  return { here, gone: [...known.here, ...known.gone].filter((one) => !sources.includes(one)) };
}

/** A mask that was typed into does not take the place of the value that it stood for. */
function withoutMasks(values: Secret['stringData']): Secret['stringData'] {
  return values && Object.fromEntries(Object.entries(values).filter(([, value]) => !hasMask(value)));
}

/**
 * Which of the known Secrets each of these is. By its name; by its place only under a name that nobody knows, and where
 * no other one of them has come from: a value never gets into a Secret that it was not typed for.
 */
function sourcesOf(now: readonly Secret[], { here, gone }: KnownSecrets): (Secret | undefined)[] {
  const known = [...here, ...gone];
  const sources: (Secret | undefined)[] = now.map(() => undefined);
  const match = (find: (secret: Secret, place: number) => Secret | undefined) =>
    now.forEach((secret, place) => {
      const found = sources[place] ? undefined : find(secret, place);
      if (found && !sources.includes(found)) sources[place] = found;
    });
  const isSame = (one: Secret | undefined, { metadata }: Secret) =>
    Boolean(metadata?.name) &&
    one?.metadata?.name === metadata?.name &&
    one?.metadata?.namespace === metadata?.namespace;
  match((secret, place) => (isSame(here[place], secret) ? here[place] : undefined));
  match((secret) => known.find((one) => isSame(one, secret) && !sources.includes(one)));
  // All were cut, and are pasted again under other names.
  const places = here.length > 0 ? here : gone;
  match((secret, place) => (known.some((one) => isSame(one, secret)) ? undefined : places[place]));
  return sources;
}

/** Keys whose mask stands for nothing: a mask typed or pasted at a key that never had a value, or typed into. */
export function unresolvedMasks(objects: readonly KubernetesObject[]): string[] {
  const keys: string[] = [];
  for (const secret of objects.flatMap(holdersIn))
    mapValues(secret, (value, path) => {
      if (hasMask(value)) keys.push(path.at(-1)!);
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
