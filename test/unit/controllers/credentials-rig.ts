import { CredentialsForm } from '../../../src/controllers/form/credentials.js';
import { credentialIssues } from '../../../src/controllers/form/credentials-issues.js';
import type { CredentialsStore } from '../../../src/controllers/form/credentials-store.js';
import type { FormIssue } from '../../../src/controllers/form/form-issue.js';
import type { DataSource } from '../../../src/data-source/types.js';
import { en } from '../../../src/locales/en/index.js';
import { emptyDraft, objectsOf, providerOf, type StorageDraft } from '../../../src/manifest/draft.js';
import { setIn, unsetIn } from '../../../src/manifest/json.js';
import type { BackupStorage, Secret } from '../../../src/model/types.js';
import { backupStorageSchema } from '../../../src/schema/bundled/backup-storage.js';
import { storageForm, type ProviderForm } from '../../../src/schema/form/storage-form.js';
import { backupStorageOverlay } from '../../../src/schema/overlays/backup-storage.js';
import type { FieldPath, StructuralSchema } from '../../../src/schema/types.js';

/** The bundled schema with one more block below `spec.storage`, as an older or a newer CRD has it. */
export function schemaWith(provider: string, properties: Record<string, StructuralSchema>): StructuralSchema {
  const path = ['properties', 'spec', 'properties', 'storage', 'properties', provider];
  return setIn(backupStorageSchema(), path, { type: 'object', properties });
}

/** The smallest form around credentials: a draft, what was touched, and the credentials themselves. */
export class CredentialsRig implements CredentialsStore {
  dataSource: DataSource | undefined;
  readonly messages = en;
  readonly credentials: CredentialsForm;
  readonly touched = new Set<string>();
  onUpdate: () => void = () => {};
  readonly #providers: readonly ProviderForm[];
  #draft: StorageDraft = emptyDraft();

  constructor(provider: string, options: { source?: DataSource; schema?: StructuralSchema } = {}) {
    this.dataSource = options.source;
    this.#providers = storageForm(options.schema ?? backupStorageSchema(), backupStorageOverlay(en)).providers;
    this.credentials = new CredentialsForm(this);
    this.write(['metadata', 'namespace'], 'demo');
    this.write(['metadata', 'name'], 'main');
    this.choose(provider);
  }

  get draft(): StorageDraft {
    return this.#draft;
  }

  set draft(draft: StorageDraft) {
    this.#draft = draft;
    this.requestUpdate();
  }

  get namespace(): string {
    return this.#draft.object.metadata?.namespace ?? '';
  }

  get providerForm(): ProviderForm | undefined {
    return this.#providers.find((one) => one.provider === providerOf(this.#draft));
  }

  write(path: FieldPath, value: unknown): void {
    const { object } = this.#draft;
    this.draft = { ...this.#draft, object: value === undefined ? unsetIn(object, path) : setIn(object, path, value) };
  }

  touch(id: string): void {
    this.touched.add(id);
    this.requestUpdate();
  }

  requestUpdate(): void {
    this.onUpdate();
  }

  choose(provider: string): void {
    this.write(['spec', 'storage', 'provider'], provider);
    this.credentials.refresh();
  }

  /** Every issue; those that are shown are of fields that were left. */
  get allIssues(): readonly FormIssue[] {
    const { providerForm: provider, namespace, messages } = this;
    return provider ? credentialIssues(this.credentials, { provider, namespace, messages }) : [];
  }

  get issues(): readonly FormIssue[] {
    return this.allIssues.filter(({ id }) => this.touched.has(id));
  }

  /** As `severity id: message`. */
  get said(): string[] {
    return this.allIssues.map(({ severity, id, message }) => `${severity} ${id}: ${message}`);
  }

  get storage(): BackupStorage {
    return objectsOf(this.#draft).at(-1)!;
  }

  get secret(): Secret | undefined {
    const objects = objectsOf(this.#draft);
    return objects.length > 1 ? (objects[0] as Secret) : undefined;
  }

  get block(): Record<string, unknown> | undefined {
    const { storage } = this.storage.spec!;
    return storage?.[storage.provider ?? ''] as Record<string, unknown> | undefined;
  }
}
