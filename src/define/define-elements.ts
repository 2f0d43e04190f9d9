import { BackupStorageCreateForm } from '../elements/backupstorage-create-form/backupstorage-create-form.js';
import { BackupStorageDataSource } from '../elements/backupstorage-data-source/backupstorage-data-source.js';
import { BackupStorageDetail } from '../elements/backupstorage-detail/backupstorage-detail.js';
import { BackupStorageList } from '../elements/backupstorage-list/backupstorage-list.js';
import { BackupStorageManifestPreview } from '../elements/backupstorage-manifest-preview/backupstorage-manifest-preview.js';
import { guardedDefine } from './guarded-define.js';

/** Where, and under which names, the elements are registered. */
export interface DefineOptions {
  /** What tags begin with in the place of `backupstorage`: `acme` makes `<acme-list>`. */
  readonly prefix?: string;
  /** A registry of the host's own, where the browser has such; without it, the page's. */
  readonly registry?: CustomElementRegistry;
}

/**
 * Registers all elements under names, or in a registry, of the host's own: for pages where somebody else has our tags.
 * Importing this module registers nothing. Themes are written for our own tags; with a prefix, set the tokens yourself.
 *
 * A host that wants one element only writes `customElements.define('acme-list', class extends BackupStorageList {})`.
 */
export function defineElements({ prefix = 'backupstorage', registry }: DefineOptions = {}): void {
  // New classes each time: a registry takes each class once, and the page's may have ours already.
  guardedDefine(`${prefix}-create-form`, class extends BackupStorageCreateForm {}, registry);
  guardedDefine(`${prefix}-data-source`, class extends BackupStorageDataSource {}, registry);
  guardedDefine(`${prefix}-detail`, class extends BackupStorageDetail {}, registry);
  guardedDefine(`${prefix}-list`, class extends BackupStorageList {}, registry);
  guardedDefine(`${prefix}-manifest-preview`, class extends BackupStorageManifestPreview {}, registry);
}
