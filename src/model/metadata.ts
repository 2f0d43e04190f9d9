import type { KubernetesObject } from './types.js';

/** kubectl's copy of the whole manifest: of no use in a list, and on a Secret it holds the values in clear. */
export const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';

/** The object without kubectl's copy of its manifest; the same object when it has none. */
export function withoutLastApplied<T extends KubernetesObject>(object: T): T {
  if (object.metadata?.annotations?.[LAST_APPLIED] === undefined) return object;
  const { [LAST_APPLIED]: _copy, ...annotations } = object.metadata.annotations;
  return { ...object, metadata: { ...object.metadata, annotations } };
}

/** The object without the parts that only a manifest view needs; in lists of small objects they are most of the bytes. */
export function withoutBookkeeping<T extends KubernetesObject>(object: T): T {
  const lean = withoutLastApplied(object);
  if (lean.metadata?.managedFields === undefined) return lean;
  const { managedFields: _managed, ...metadata } = lean.metadata;
  return { ...lean, metadata };
}
