import type { KubernetesObject, ObjectReference } from './types.js';

/** The full name of a namespaced object: what two references are compared by. */
export interface NamespacedName {
  readonly namespace: string;
  readonly name: string;
}

/** One string for a namespaced name, for maps and sets. Unambiguous, because neither part may hold a slash. */
export function keyOf(namespace: string, name: string): string {
  return `${namespace}/${name}`;
}

/** The namespaced name of an object. Parts that the object lacks are empty. */
export function identityOf(object: KubernetesObject): NamespacedName {
  return { namespace: object.metadata?.namespace ?? '', name: object.metadata?.name ?? '' };
}

/**
 * What a reference points to. In KubeStash an absent or empty namespace means the namespace of the object that holds
 * the reference. A reference without a name points to nothing.
 */
export function resolveReference(
  reference: ObjectReference | undefined,
  holderNamespace: string,
): NamespacedName | undefined {
  if (!reference?.name) return undefined;
  return { namespace: reference.namespace || holderNamespace, name: reference.name };
}

/** Whether both name the same object. The name alone never decides: namespaces may share names. */
export function sameObject(a: NamespacedName | undefined, b: NamespacedName | undefined): boolean {
  return a !== undefined && b !== undefined && a.name === b.name && a.namespace === b.namespace;
}
