import { secretFieldOf } from '../../manifest/draft.js';
import { isObject } from '../../manifest/json.js';
import { isKnownProvider, SECRET_KEYS, takesSecret } from '../../model/providers.js';
import { identityOf } from '../../model/references.js';
import type { BackupStorage } from '../../model/types.js';

/**
 * How the operator signs in to a storage's backend.
 *
 * - `secret`: with the values of this Secret
 * - `identity`: with a cloud identity of the jobs' service account, without any Secret
 * - `never`: the provider has no credentials
 * - `unknown`: a provider that is not known, whose settings name no Secret
 */
export type StorageCredentials =
  | {
      kind: 'secret';
      namespace: string;
      name: string;
      /** Without these the storage cannot be reached; empty where they are not known. */
      required: readonly string[];
    }
  | { kind: 'identity'; provider: string; serviceAccount: string | undefined }
  | { kind: 'never' }
  | { kind: 'unknown' };

export function storageCredentials(storage: BackupStorage): StorageCredentials {
  const provider = storage.spec?.storage?.provider;
  if (!provider) return { kind: 'unknown' };
  if (!takesSecret(provider)) return { kind: 'never' };
  const block = storage.spec?.storage?.[provider];
  const name = isObject(block) ? block[secretFieldOf(block)] : undefined;
  if (typeof name === 'string' && name !== '') {
    const keys = isKnownProvider(provider) ? SECRET_KEYS[provider] : [];
    const required = keys.filter((key) => key.required).map(({ key }) => key);
    // The operator looks for it nowhere else.
    return { kind: 'secret', namespace: identityOf(storage).namespace, name, required };
  }
  if (!isKnownProvider(provider)) return { kind: 'unknown' };
  const account = storage.spec?.runtimeSettings?.pod?.['serviceAccountName'];
  return { kind: 'identity', provider, serviceAccount: typeof account === 'string' && account ? account : undefined };
}
