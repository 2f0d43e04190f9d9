import { SECRET_FIELD, type CredentialsDraft } from '../../manifest/draft.js';
import type { ProviderForm } from '../../schema/form/storage-form.js';

/** The credentials as this cluster's CRD can hold them; the same object when nothing has to change. */
export function followSchema(
  credentials: CredentialsDraft,
  { takesSecret, secretField = SECRET_FIELD }: ProviderForm,
): CredentialsDraft {
  if (!takesSecret) return credentials.mode === 'none' ? credentials : { ...credentials, mode: 'none' };
  const { field = SECRET_FIELD, ...rest } = credentials;
  if (field === secretField) return credentials;
  return secretField === SECRET_FIELD ? rest : { ...rest, field: secretField };
}
