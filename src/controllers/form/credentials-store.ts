import type { DataSource } from '../../data-source/types.js';
import type { FormWords } from '../../locales/index.js';
import type { StorageDraft } from '../../manifest/draft.js';
import type { ProviderForm } from '../../schema/form/storage-form.js';
import type { FieldPath } from '../../schema/types.js';

/** What the credentials of a form need of the form around them. */
export interface CredentialsStore {
  /** Setting it is a change by the user. */
  draft: StorageDraft;
  readonly dataSource: DataSource | undefined;
  /** Where the storage and its Secret will be; empty while none is chosen. */
  readonly namespace: string;
  /** That of the chosen provider. */
  readonly providerForm: ProviderForm | undefined;
  readonly messages: FormWords;
  /** Writes a field of the storage outside the credentials; `undefined` takes it away. */
  write(path: FieldPath, value: unknown): void;
  /** From now on the faults of this field are shown. */
  touch(id: string): void;
  requestUpdate(): void;
}

/** Ids of the fields, beside those of the Secret's keys and name. */
export const SERVICE_ACCOUNT_ID = 'credentials.serviceAccountName';
export const POD_LABEL_ID = 'credentials.podLabel';
export const PAIRS_ID = 'credentials.values';
