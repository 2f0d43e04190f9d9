import type { ActionsWords } from '../../locales/index.js';
import type { StorageDraft } from '../../manifest/draft.js';
import type { ProviderForm } from '../../schema/form/storage-form.js';
import type { CredentialsStore } from '../form/credentials-store.js';

interface RotationDraft {
  draft: () => StorageDraft;
  write: (draft: StorageDraft) => void;
  namespace: () => string;
  providerForm: () => ProviderForm | undefined;
  touch: (id: string) => void;
  requestUpdate: () => void;
}

/** What the fields of credentials need around them, where there is no form of a storage. */
export class RotationStore implements CredentialsStore {
  /** The names of other Secrets are of no interest here. */
  readonly dataSource = undefined;

  constructor(
    private readonly words: () => ActionsWords,
    private readonly of: RotationDraft,
  ) {}

  get messages(): ActionsWords {
    return this.words();
  }

  get draft(): StorageDraft {
    return this.of.draft();
  }

  set draft(draft: StorageDraft) {
    this.of.write(draft);
  }

  get namespace(): string {
    return this.of.namespace();
  }

  get providerForm(): ProviderForm | undefined {
    return this.of.providerForm();
  }

  /** The storage itself is not touched. */
  write(): void {}

  touch(id: string): void {
    this.of.touch(id);
  }

  requestUpdate(): void {
    this.of.requestUpdate();
  }
}
