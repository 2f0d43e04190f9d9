import { NAMESPACES, type ResourceType } from '../../model/resources.js';
import type { KubernetesObject } from '../../model/types.js';
import type { DeleteOptions, DeleteResult, ObjectKey } from '../types.js';
import { timestamp } from './identity.js';
import { frozenCopy } from './json.js';
import { notFound, preconditionFailed } from './status.js';
import type { Store } from './store.js';

/** DELETE: checks the preconditions, then removes the object, or marks it when finalizers keep it. */
export function deleteObject(
  { store, now }: { store: Store; now: () => number },
  type: ResourceType,
  key: ObjectKey,
  options: DeleteOptions,
): DeleteResult {
  const existing = store.get(type, key);
  if (!existing) throw notFound(type, key.name);
  const { uid, resourceVersion } = options.preconditions ?? {};
  const { metadata } = existing;
  if (uid !== undefined && uid !== metadata.uid)
    throw preconditionFailed(
      type,
      key.name,
      `the UID in the precondition (${uid}) does not match the UID in record (${metadata.uid}). ` +
        'The object might have been deleted and then recreated',
    );
  if (resourceVersion !== undefined && resourceVersion !== metadata.resourceVersion)
    throw preconditionFailed(
      type,
      key.name,
      `the ResourceVersion in the precondition (${resourceVersion}) does not match the ResourceVersion in record ` +
        `(${metadata.resourceVersion}). The object might have been modified`,
    );
  if (!metadata.finalizers?.length) {
    if (!options.dryRun) removeForGood(store, type, key);
    return { outcome: 'gone' };
  }
  if (metadata.deletionTimestamp) return { outcome: 'deleting', object: existing };
  const doomed: KubernetesObject = {
    ...existing,
    metadata: {
      ...metadata,
      deletionTimestamp: timestamp(now()),
      deletionGracePeriodSeconds: 0,
      ...(metadata.generation === undefined ? {} : { generation: metadata.generation + 1 }),
    },
  };
  return { outcome: 'deleting', object: options.dryRun ? frozenCopy(doomed) : store.put(type, doomed, 'call') };
}

/** A Namespace takes its content with it. The real one does so little by little; here it is done at once. */
function removeForGood(store: Store, type: ResourceType, key: ObjectKey): void {
  if (type.kind === NAMESPACES.kind && type.group === '')
    for (const inside of store.types)
      if (inside.namespaced)
        for (const { metadata } of store.bucket(inside)?.list(key.name) ?? []) store.remove(inside, metadata, 'call');
  store.remove(type, key, 'call');
}
