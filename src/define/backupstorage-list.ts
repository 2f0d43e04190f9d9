import { BackupStorageList } from '../elements/backupstorage-list/backupstorage-list.js';
import { guardedDefine } from './guarded-define.js';

guardedDefine('backupstorage-list', BackupStorageList);
