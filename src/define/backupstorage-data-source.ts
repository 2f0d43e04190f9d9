import { BackupStorageDataSource } from '../elements/backupstorage-data-source/backupstorage-data-source.js';
import { guardedDefine } from './guarded-define.js';

guardedDefine('backupstorage-data-source', BackupStorageDataSource);

// For their types only: the properties of the tag, and the events that it dispatches, under the names of the DOM.
export type { BackupStorageDataSource };
export type * from '../elements/error-event.js';
