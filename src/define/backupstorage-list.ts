import { BackupStorageList } from '../elements/backupstorage-list/backupstorage-list.js';
import { guardedDefine } from './guarded-define.js';

guardedDefine('backupstorage-list', BackupStorageList);

// For their types only: the properties of the tag, and the events that it dispatches, under the names of the DOM.
export type { BackupStorageList };
export type * from '../elements/backupstorage-list/events.js';
export type * from '../elements/error-event.js';
