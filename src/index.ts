/** Classes, controllers and types; nothing is registered. `backupstorage-elements/define` registers all tags. */
export { BackupStorageElement } from './elements/base-element.js';
export { BackupStorageErrorEvent } from './elements/error-event.js';
export * from './elements/manifest-events.js';
export { BackupStorageList } from './elements/backupstorage-list/backupstorage-list.js';
export * from './elements/backupstorage-list/events.js';
export { BackupStorageDetail } from './elements/backupstorage-detail/backupstorage-detail.js';
export * from './elements/backupstorage-detail/events.js';
export { BackupStorageCreateForm } from './elements/backupstorage-create-form/backupstorage-create-form.js';
export * from './elements/backupstorage-create-form/events.js';
export { BackupStorageManifestPreview } from './elements/backupstorage-manifest-preview/backupstorage-manifest-preview.js';
export { BackupStorageDataSource } from './elements/backupstorage-data-source/backupstorage-data-source.js';

export { dataSourceContext } from './controllers/data-source-context.js';
export * from './controllers/collection-view.js';
export * from './controllers/storage-list-controller.js';
export * from './controllers/storage-detail-controller.js';
export * from './controllers/create-form-controller.js';
export * from './controllers/manifest-preview-controller.js';
export type { FormIssue } from './controllers/form/form-issue.js';
export type { LocatedIssue } from './controllers/form/located-issues.js';
export { FieldTree, type FieldStore, type TreeNode } from './controllers/form/field-tree.js';
export type { CredentialsForm } from './controllers/form/credentials.js';
export type { NamespaceChoice } from './controllers/list/namespace-choice.js';
export type { StorageCredentials } from './controllers/detail/storage-credentials.js';
export { StorageActions, type StorageAction, type ActionState } from './controllers/actions/storage-actions.js';
export type { UsageAnswer } from './controllers/form/usage-answer.js';
export { KeyValueRows, type KeyValueRow } from './controllers/form/key-value-rows.js';
export { RowView, formatSort, parseSort, type Sort, type SortKey } from './controllers/row-view.js';

export type * from './data-source/types.js';
export * from './data-source/errors.js';
export type {
  ChoiceHint,
  FieldHint,
  FormOverlay,
  GroupHint,
  PanelHint,
  ProviderOverlay,
  SecretKeyHint,
} from './schema/form/overlay.js';
export type { StructuralSchema } from './schema/types.js';
export type * from './model/types.js';
export {
  registerMessages,
  Words,
  type Formats,
  type Messages,
  type PartialMessages,
  type PluralForms,
  type Replacement,
  type WordsOptions,
} from './locales/index.js';
export { ACTIONS_WORDS } from './controllers/actions/storage-actions.js';
export { FORM_WORDS } from './controllers/form/form-words.js';
export { MANIFEST_WORDS } from './manifest/words.js';
export { backupStorageOverlay } from './schema/overlays/backup-storage.js';
