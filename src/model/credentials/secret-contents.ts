import type { SecretKey } from '../providers.js';

/**
 * What the storage client says of a Secret without a key it needs. It words this differently for each key, and people
 * search for the sentence that they see in the status.
 */
export function missingKeyMessage(namespace: string, name: string, key: string): string {
  const where = `${namespace}/${name}`;
  if (key === 'AWS_ACCESS_KEY_ID') return `storage secret ${where} missing ${key} key`;
  if (key === 'AWS_SECRET_ACCESS_KEY') return `storage Secret ${where} missing ${key} key`;
  return `storage secret missing ${key} key`;
}

/** The needed keys that a Secret does not have, in the provider's order. */
export function missingKeys(needed: readonly SecretKey[], present: readonly string[]): string[] {
  return needed.filter(({ key, required }) => required && !present.includes(key)).map(({ key }) => key);
}

/** Types of Secrets that Kubernetes and its tools make for something else; a backend's is `Opaque` or of its own. */
export function isForeignType(type: string | undefined): boolean {
  return type !== undefined && /^(?:kubernetes\.io|bootstrap\.kubernetes\.io|helm\.sh)\//.test(type);
}
