import { BackupStorageDetail } from '../elements/backupstorage-detail/backupstorage-detail.js';
import { guardedDefine } from './guarded-define.js';

guardedDefine('backupstorage-detail', BackupStorageDetail);

// For their types only: the properties of the tag, and the events that it dispatches, under the names of the DOM.
export type { BackupStorageDetail };
export type * from '../elements/backupstorage-detail/events.js';
export type * from '../elements/error-event.js';
