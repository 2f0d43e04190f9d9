import { BackupStorageCreateForm } from '../elements/backupstorage-create-form/backupstorage-create-form.js';
import { guardedDefine } from './guarded-define.js';

guardedDefine('backupstorage-create-form', BackupStorageCreateForm);
