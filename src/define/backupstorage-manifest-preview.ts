import { BackupStorageManifestPreview } from '../elements/backupstorage-manifest-preview/backupstorage-manifest-preview.js';
import { guardedDefine } from './guarded-define.js';

guardedDefine('backupstorage-manifest-preview', BackupStorageManifestPreview);

// For their types only: the properties of the tag, and the events that it dispatches, under the names of the DOM.
export type { BackupStorageManifestPreview };
export type * from '../elements/backupstorage-list/events.js';
export type * from '../elements/error-event.js';
export type * from '../elements/manifest-events.js';
