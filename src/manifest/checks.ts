import type { SharedWords } from '../locales/index.js';
import { apiVersionOf, BACKUP_STORAGES, type ResourceType } from '../model/resources.js';
import type { KubernetesObject } from '../model/types.js';
import type { FieldPath } from '../schema/types.js';
import { isStorage, pairOf, secretFieldOf, unusedSecret, UnsupportedManifest } from './draft.js';
import { getIn, isObject } from './json.js';
import { hasMask, isSecret, unresolvedMasks } from './redact.js';

/** What keeps the objects of a manifest from being created together, and where. */
export interface ManifestFault {
  message: string;
  /** Which of the objects it is about; absent for one that is not there. */
  document?: number;
  /** In that object. A field that is missing has the path that it would have. */
  path: FieldPath;
  /** Not the value is wrong but that there is such a field at all. */
  atKey?: true;
}

/**
 * What keeps the objects of a manifest from being created together, beyond their schema. Some of these would crash the
 * operator's webhook for everybody, so they are never sent.
 */
export function manifestFaults(
  objects: readonly KubernetesObject[],
  messages: SharedWords,
  type: ResourceType = BACKUP_STORAGES,
): string[] {
  return placedFaults(objects, messages, type).map(({ message }) => message);
}

/** {@link manifestFaults} with the field that each is about. */
export function placedFaults(
  objects: readonly KubernetesObject[],
  messages: SharedWords,
  type: ResourceType = BACKUP_STORAGES,
): ManifestFault[] {
  let pair: ReturnType<typeof pairOf>;
  try {
    pair = pairOf(objects, type);
  } catch (thrown) {
    if (thrown instanceof UnsupportedManifest) return [{ message: thrown.message, ...strangerIn(objects, type) }];
    throw thrown;
  }
  const { storage, secret } = pair;
  const faults = objects.flatMap((object, document) => maskFaults(object, document, messages));
  const add = (object: KubernetesObject, path: FieldPath, message: string, atKey = false) =>
    void faults.push({ message, document: objects.indexOf(object), path, ...(atKey && { atKey }) });
  const required = (object: KubernetesObject, path: FieldPath, label = path.join('.')) => {
    if (!getIn(object, path)) add(object, path, messages.required(label));
  };
  required(storage, ['metadata', 'name']);
  if (type.namespaced) required(storage, ['metadata', 'namespace']);
  if (secret) required(secret, ['metadata', 'name'], 'Secret metadata.name');
  if (secret && secret.metadata?.namespace !== storage.metadata?.namespace)
    add(secret, ['metadata', 'namespace'], messages.secretElsewhere);

  if (!isStorage(storage)) return faults;
  const at = ['spec', 'storage'];
  const backend = isObject(storage.spec?.storage) ? storage.spec.storage : {};
  const { provider } = backend;
  required(storage, [...at, 'provider']);
  const blocks = Object.keys(backend).filter((key) => isObject(backend[key]));
  if (provider && !blocks.includes(provider)) add(storage, [...at, provider], messages.blockMissing(provider));
  for (const block of blocks)
    if (provider && block !== provider) add(storage, [...at, block], messages.blockOfAnother(block, provider), true);
  const unused = unusedSecret(pair);
  const block = backend[provider ?? ''];
  if (unused !== undefined && isObject(block)) add(storage, [...at, provider!, secretFieldOf(block)], unused);
  if (storage.spec?.usagePolicy && !storage.spec.usagePolicy.allowedNamespaces)
    add(storage, ['spec', 'usagePolicy', 'allowedNamespaces'], messages.usagePolicyIncomplete);
  return faults;
}

/** Why the objects are no pair: one of another kind, or one too many. */
function strangerIn(objects: readonly KubernetesObject[], type: ResourceType): Omit<ManifestFault, 'message'> {
  const isMain = ({ kind, apiVersion }: KubernetesObject) => kind === type.kind && apiVersion === apiVersionOf(type);
  const strangers = objects.filter((object) => !isMain(object) && !isSecret(object));
  const mains = objects.filter(isMain);
  const stranger = strangers[0] ?? mains[1] ?? (mains.length === 0 ? undefined : objects.filter(isSecret)[1]);
  if (!stranger) return { path: [] };
  const hasItsKind = stranger.kind === type.kind || stranger.kind === 'Secret';
  const field = hasItsKind && strangers.length > 0 ? 'apiVersion' : 'kind';
  return { document: objects.indexOf(stranger), path: [field] };
}

function maskFaults(object: KubernetesObject, document: number, messages: SharedWords): ManifestFault[] {
  return unresolvedMasks([object]).map((key) => {
    const paths = ['data', 'stringData'].flatMap((field) => (field === key ? [[field]] : [[field, key]]));
    const path = paths.find((one) => hasMask(getIn(object, one))) ?? [];
    return { message: messages.maskWithoutValue(key), document, path };
  });
}
