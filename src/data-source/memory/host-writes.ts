import type { KubernetesObject } from '../../model/types.js';
import type { ObjectKey } from '../types.js';
import { sameJson, type JsonObject } from './json.js';
import { isSecret, storedSecret } from './secrets.js';
import type { StoredObject } from './event-window.js';
import type { Store } from './store.js';

/** What the server and the operator write, and a manifest does not mention. */
const SERVER_OWNED = [
  'uid',
  'creationTimestamp',
  'deletionTimestamp',
  'deletionGracePeriodSeconds',
  'finalizers',
] as const;

/** The host's own create-or-replace. Answers the stored object. */
export function hostApply(store: Store, object: KubernetesObject): KubernetesObject {
  const type = store.typeOf(object);
  const key = keyOf(object);
  if (!key.name) throw new TypeError('An object to be applied needs a name.');
  let previous = store.get(type, key);
  const uid = object.metadata?.uid;
  if (previous && uid !== undefined && uid !== previous.metadata.uid) {
    store.remove(type, key, 'host');
    previous = undefined;
  }
  const given = folded(object);
  const next = { ...(previous ? completed(given, previous) : given) };
  // Built-in kinds have no generation.
  if (type.group !== '') next.metadata = { generation: generationOf(next, previous), ...next.metadata };
  return previous && sameJson(next, previous) ? previous : store.putWithNamespace(type, next, 'host');
}

/** A Secret as it is stored: even the host's `stringData` is never handed out. */
export function folded<T extends KubernetesObject>(object: T): T {
  return object.kind === 'Secret' && isSecret({ group: object.apiVersion === 'v1' ? '' : 'other', resource: 'secrets' })
    ? storedSecret(object)
    : object;
}

export function keyOf({ metadata }: KubernetesObject): ObjectKey {
  return { name: metadata?.name ?? '', ...(metadata?.namespace ? { namespace: metadata.namespace } : {}) };
}

/** What the object leaves out and the stored one has, as far as a manifest would not mention it. */
function completed(object: KubernetesObject, previous: StoredObject): KubernetesObject {
  const kept: JsonObject = {};
  for (const key of SERVER_OWNED) if (previous.metadata[key] !== undefined) kept[key] = previous.metadata[key];
  const { status } = previous;
  return {
    ...(status === undefined ? {} : { status }),
    ...object,
    metadata: { ...kept, ...object.metadata, resourceVersion: previous.metadata.resourceVersion },
  };
}

function generationOf(next: KubernetesObject, previous: StoredObject | undefined): number {
  if (!previous) return 1;
  const { generation = 0 } = previous.metadata;
  return sameJson(specOf(next as JsonObject), specOf(previous)) ? generation || 1 : generation + 1;
}

/** All but metadata and status: what the generation counts the changes of. */
export function specOf({ metadata: _metadata, status: _status, ...rest }: JsonObject): JsonObject {
  return rest;
}
