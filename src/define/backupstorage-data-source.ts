import { BackupStorageDataSource } from '../elements/backupstorage-data-source/backupstorage-data-source.js';
import { guardedDefine } from './guarded-define.js';

guardedDefine('backupstorage-data-source', BackupStorageDataSource);
