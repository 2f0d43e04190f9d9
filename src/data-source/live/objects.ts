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
  /**
   * namespace/name to identity: a name that comes back as another object replaces the old one. Made when something that was
   * not listed comes for the first time: many long lists never need it.
   */
  #ids: Map<string, string> | undefined;
  /** Everything here is of one list, of which pages are still to come. */
  #isOneList = true;
  /** Before anybody has looked, everything is new: a first list is written down once. */
  #upserted = this.#byId;
  #removed = new Map<string, T>();

  /** The same map all along. */
  get byId(): ReadonlyMap<string, T> {
    return this.#byId;
  }

  find(namespace: string, name: string): T | undefined {
    const id = this.#idByKey.get(`${namespace}/${name}`);
    return id === undefined ? undefined : this.#byId.get(id);
  }

  upsert(object: T): void {
    const identity = identityOf(object);
    if (!identity) return;
    this.#isOneList = false;
    const { id, key } = identity;
    const former = this.#byId.has(id) ? id : this.#idByKey.get(key);
    if (former !== undefined && former !== id) this.#forget(former, key);
    this.#put(object, identity);
  }

  /** One page of a list whose other pages come as well. */
  page(objects: readonly T[]): void {
    if (this.#isOneList) this.#putAll(objects);
    else for (const object of objects) this.upsert(object);
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
    this.#putAll(objects);
    this.#isOneList = false;
  }

  /** A list has each name once, so none of these takes another's place. */
  #putAll(objects: readonly T[]): void {
    for (const object of objects) {
      const identity = identityOf(object);
      if (identity) this.#put(object, identity);
    }
  }

  #put(object: T, { id, key }: Identity): void {
    const known = this.#byId.get(id)?.metadata?.resourceVersion;
    // A relist brings mostly what is known: the same version is the same object.
    if (known !== undefined && known === object.metadata?.resourceVersion) return;
    this.#byId.set(id, object);
    this.#ids?.set(key, id);
    this.#removed.delete(id);
    this.#upserted.set(id, object);
  }

  get #idByKey(): Map<string, string> {
    if (!this.#ids) {
      this.#ids = new Map();
      for (const object of this.#byId.values()) {
        const identity = identityOf(object);
        if (identity) this.#ids.set(identity.key, identity.id);
      }
    }
    return this.#ids;
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
    this.#byId.clear();
    this.#upserted = this.#byId;
    this.#removed.clear();
    this.#ids = undefined;
    this.#isOneList = true;
  }

  #forget(id: string, key: string): void {
    const object = this.#byId.get(id);
    if (!object) return;
    this.#byId.delete(id);
    if (this.#ids?.get(key) === id) this.#ids.delete(key);
    this.#upserted.delete(id);
    this.#removed.set(id, object);
  }
}

interface Identity {
  readonly id: string;
  readonly key: string;
}

/** Backends that are not Kubernetes may have no uids: then the name is the identity. */
function identityOf({ metadata }: KubernetesObject): Identity | undefined {
  if (!metadata?.name) return undefined;
  const key = `${metadata.namespace ?? ''}/${metadata.name}`;
  return { id: metadata.uid ?? key, key };
}
