import type { Messages } from '../locales/index.js';
import type { KubernetesObject } from '../model/types.js';
import { pairOf, unusedSecret, UnsupportedManifest } from './draft.js';
import { isObject } from './json.js';
import { unresolvedMasks } from './redact.js';

/**
 * What keeps the objects of a manifest from being created together, beyond their schema. Some of these would crash the
 * operator's webhook for everybody, so they are never sent.
 */
export function manifestFaults(objects: readonly KubernetesObject[], messages: Messages): string[] {
  let pair: ReturnType<typeof pairOf>;
  try {
    pair = pairOf(objects);
  } catch (thrown) {
    if (thrown instanceof UnsupportedManifest) return [thrown.message];
    throw thrown;
  }
  const { storage, secret } = pair;
  const faults = unresolvedMasks(objects).map((key) => messages.maskWithoutValue(key));
  const required = (label: string, value: unknown) => value || faults.push(messages.required(label));
  required('metadata.name', storage.metadata?.name);
  required('metadata.namespace', storage.metadata?.namespace);
  if (secret) required('Secret metadata.name', secret.metadata?.name);
  if (secret && secret.metadata?.namespace !== storage.metadata?.namespace) faults.push(messages.secretElsewhere);

  const backend = isObject(storage.spec?.storage) ? storage.spec.storage : {};
  const { provider } = backend;
  required('spec.storage.provider', provider);
  const blocks = Object.keys(backend).filter((key) => isObject(backend[key]));
  if (provider && !blocks.includes(provider)) faults.push(messages.blockMissing(provider));
  for (const block of blocks) if (provider && block !== provider) faults.push(messages.blockOfAnother(block, provider));
  const unused = unusedSecret(pair);
  if (unused !== undefined) faults.push(unused);
  if (storage.spec?.usagePolicy && !storage.spec.usagePolicy.allowedNamespaces)
    faults.push(messages.usagePolicyIncomplete);
  return faults;
}
