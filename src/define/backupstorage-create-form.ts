import { BackupStorageCreateForm } from '../elements/backupstorage-create-form/backupstorage-create-form.js';
import { guardedDefine } from './guarded-define.js';

guardedDefine('backupstorage-create-form', BackupStorageCreateForm);

// For their types only: the properties of the tag, and the events that it dispatches, under the names of the DOM.
export type { BackupStorageCreateForm };
export type * from '../elements/backupstorage-create-form/events.js';
export type * from '../elements/backupstorage-list/events.js';
export type * from '../elements/error-event.js';
export type * from '../elements/manifest-events.js';
