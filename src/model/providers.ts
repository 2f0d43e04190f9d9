import type { BackupStorage } from './types.js';

/** The providers that KubeStash knows, in the order of its guide. `spec.storage.provider` may hold any other string. */
export const PROVIDERS = ['azure', 's3', 'gcs', 'local'] as const;

export type Provider = (typeof PROVIDERS)[number];

const LABELS: Readonly<Record<Provider, string>> = { azure: 'Azure', s3: 'S3', gcs: 'GCS', local: 'Local' };

/** One key of a provider's credential Secret, as KubeStash's storage client reads it. */
export interface SecretKey {
  readonly key: string;
  /** Fails in practice without it. */
  readonly required: boolean;
  /** To be masked on the screen. */
  readonly secret: boolean;
  /** PEM or JSON: line breaks belong to the value. */
  readonly multiline: boolean;
}

/**
 * The Secret keys of each provider, in the order of the guide's form. Not in the schema, and not extensible: what is not
 * listed here is never read. `local` has no Secret.
 */
export const SECRET_KEYS: Readonly<Record<Provider, readonly SecretKey[]>> = {
  // The account name is not a key: it belongs in spec.storage.azure.storageAccount.
  azure: [{ key: 'AZURE_ACCOUNT_KEY', required: true, secret: true, multiline: false }],
  s3: [
    { key: 'AWS_ACCESS_KEY_ID', required: true, secret: true, multiline: false },
    { key: 'AWS_SECRET_ACCESS_KEY', required: true, secret: true, multiline: false },
    { key: 'CA_CERT_DATA', required: false, secret: false, multiline: true },
  ],
  gcs: [
    // Documented as required, but the current client reads the project from the JSON key.
    { key: 'GOOGLE_PROJECT_ID', required: false, secret: false, multiline: false },
    { key: 'GOOGLE_SERVICE_ACCOUNT_JSON_KEY', required: true, secret: true, multiline: true },
  ],
  local: [],
};

export function isKnownProvider(provider: string | undefined): provider is Provider {
  return (PROVIDERS as readonly (string | undefined)[]).includes(provider);
}

/** Whether a provider has credentials at all. One that we do not know may have. */
export function takesSecret(provider: string): boolean {
  return !isKnownProvider(provider) || SECRET_KEYS[provider].length > 0;
}

/** The word for a provider; one that we do not know stands for itself. */
export function providerLabel(provider: string): string {
  return isKnownProvider(provider) ? LABELS[provider] : provider;
}

/** The fields from which the server cuts a slash. `azure.container` is not among them. */
const TRIMMED_FIELDS = {
  s3: ['bucket', 'endpoint', 'prefix'],
  gcs: ['bucket', 'prefix'],
  azure: ['prefix'],
} as const;

/**
 * The storage as KubeStash's mutating webhook normalises it: one trailing slash, and only one, is cut from the bucket,
 * endpoint and prefix fields. The given object is not changed; without anything to cut it is returned itself.
 */
export function normaliseSlashes(storage: BackupStorage): BackupStorage {
  const backend = storage.spec?.storage;
  if (!backend) return storage;
  let trimmed = backend;
  for (const provider of ['s3', 'gcs', 'azure'] as const) {
    for (const field of TRIMMED_FIELDS[provider]) {
      const value = backend[provider]?.[field];
      if (typeof value !== 'string' || !value.endsWith('/')) continue;
      trimmed = { ...trimmed, [provider]: { ...trimmed[provider], [field]: value.slice(0, -1) } };
    }
  }
  return trimmed === backend ? storage : { ...storage, spec: { ...storage.spec, storage: trimmed } };
}
