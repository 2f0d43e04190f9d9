import type { KubernetesObject } from '../../model/types.js';

/** What changed since the last call of the same listener. */
export interface LiveChange<T> {
  /** Added or modified. */
  readonly upserted: readonly T[];
  readonly removed: readonly T[];
}

/** Objects by identity and by name, with what has changed since somebody looked. */
export class ObjectIndex<T extends KubernetesObject> {
  readonly #byId = new Map<string, T>();
  /** namespace/name to identity: a name that comes back as another object replaces the old one. */
  readonly #ids = new Map<string, string>();
  #upserted = new Map<string, T>();
  #removed = new Map<string, T>();

  /** The same map all along. */
  get byId(): ReadonlyMap<string, T> {
    return this.#byId;
  }

  find(namespace: string, name: string): T | undefined {
    const id = this.#ids.get(`${namespace}/${name}`);
    return id === undefined ? undefined : this.#byId.get(id);
  }

  upsert(object: T): void {
    const identity = identityOf(object);
    if (!identity) return;
    const { id, key } = identity;
    const former = this.#ids.get(key);
    if (former !== undefined && former !== id) this.#forget(former, key);
    const known = this.#byId.get(id)?.metadata?.resourceVersion;
    // A relist brings mostly what is known: the same version is the same object.
    if (known !== undefined && known === object.metadata?.resourceVersion) return;
    this.#byId.set(id, object);
    this.#ids.set(key, id);
    this.#removed.delete(id);
    this.#upserted.set(id, object);
  }

  remove(object: T): void {
    const identity = identityOf(object);
    if (identity) this.#forget(identity.id, identity.key);
  }

  /** Makes these the only objects of the namespace; without one, the only objects. */
  replace(objects: readonly T[], namespace?: string): void {
    // Most often the first list comes, and there is nothing to be taken away.
    if (this.#byId.size > 0) {
      const listed = new Set(objects.map((object) => identityOf(object)?.id));
      this.removeIf(
        (object, id) => !listed.has(id) && (namespace === undefined || object.metadata?.namespace === namespace),
      );
    }
    for (const object of objects) this.upsert(object);
  }

  removeIf(goes: (object: T, id: string) => boolean): void {
    for (const [id, object] of this.#byId) if (goes(object, id)) this.remove(object);
  }

  /** The changes since the last call. */
  takeChanges(): LiveChange<T> {
    const change = { upserted: [...this.#upserted.values()], removed: [...this.#removed.values()] };
    this.#upserted = new Map();
    this.#removed = new Map();
    return change;
  }

  clear(): void {
    for (const map of [this.#byId, this.#ids, this.#upserted, this.#removed]) map.clear();
  }

  #forget(id: string, key: string): void {
    const object = this.#byId.get(id);
    if (!object) return;
    this.#byId.delete(id);
    if (this.#ids.get(key) === id) this.#ids.delete(key);
    this.#upserted.delete(id);
    this.#removed.set(id, object);
  }
}

/** Backends that are not Kubernetes may have no uids: then the name is the identity. */
function identityOf({ metadata }: KubernetesObject): { id: string; key: string } | undefined {
  if (!metadata?.name) return undefined;
  const key = `${metadata.namespace ?? ''}/${metadata.name}`;
  return { id: metadata.uid ?? key, key };
}
