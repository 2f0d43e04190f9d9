import { missingKeyMessage } from '../../model/credentials/secret-contents.js';
import { isKnownProvider, SECRET_KEYS } from '../../model/providers.js';
import { identityOf } from '../../model/references.js';
import type { BackupStorage, ProviderBlock, Secret } from '../../model/types.js';
import { decodeBase64 } from './base64.js';

/**
 * Stands in for the connection test of a storage that is otherwise well-formed. Answers why it fails, in the cloud
 * client's words, or undefined when it succeeds.
 */
export type Probe = (storage: BackupStorage, secret: Secret | undefined) => string | undefined;

/** The name of the Secret that a storage needs; undefined for local, credential-less and unknown providers. */
export function secretNameOf(storage: BackupStorage): string | undefined {
  const provider = storage.spec?.storage?.provider;
  if (!isKnownProvider(provider) || SECRET_KEYS[provider].length === 0) return undefined;
  return textOf(storage.spec?.storage?.[provider], 'secretName') || undefined;
}

/** Why KubeStash's storage client cannot open the backend, in its own sentences; undefined when it can. */
export function backendFault(storage: BackupStorage, secret: Secret | undefined, probe: Probe): string | undefined {
  const provider = storage.spec?.storage?.provider ?? '';
  if (!isKnownProvider(provider)) return `unknown provider: ${provider}`;
  const block = storage.spec?.storage?.[provider];
  if (secret) {
    const missing = SECRET_KEYS[provider].find(({ key, required }) => required && secret.data?.[key] === undefined);
    if (missing) return missingKeyMessage(identityOf(storage).namespace, identityOf(secret).name, missing.key);
    const certificate = decodeBase64(secret.data?.CA_CERT_DATA ?? '');
    if (provider === 's3' && certificate && !certificate.includes('-----BEGIN CERTIFICATE-----'))
      return 'failed to parse CA certificate';
  }
  if (provider === 's3' && textOf(block, 'region') === '') return 'A region must be set when sending requests to S3.';
  if (provider === 'azure' && textOf(block, 'storageAccount') === '') return 'storageAccount is empty';
  return probe(storage, secret);
}

function textOf(block: ProviderBlock | undefined, field: string): string {
  const value = block?.[field];
  return typeof value === 'string' ? value : '';
}
