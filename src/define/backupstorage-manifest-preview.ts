import { BackupStorageManifestPreview } from '../elements/backupstorage-manifest-preview/backupstorage-manifest-preview.js';
import { guardedDefine } from './guarded-define.js';

guardedDefine('backupstorage-manifest-preview', BackupStorageManifestPreview);
