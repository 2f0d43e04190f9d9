import { BackupStorageDetail } from '../elements/backupstorage-detail/backupstorage-detail.js';
import { guardedDefine } from './guarded-define.js';

guardedDefine('backupstorage-detail', BackupStorageDetail);
