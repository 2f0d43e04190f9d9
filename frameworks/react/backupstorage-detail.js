// Generated from custom-elements.json by `npm run manifest`.
import { createComponent } from '@lit/react';
import * as react from 'react';
import '../../dist/define/backupstorage-detail.js';
import { BackupStorageDetail as elementClass } from '../../dist/elements/backupstorage-detail/backupstorage-detail.js';

export const BackupStorageDetail = createComponent({
  react,
  tagName: 'backupstorage-detail',
  elementClass,
  events: {
    onBackupstorageRepositorySelect: 'backupstorage-repository-select',
    onBackupstorageConfigurationSelect: 'backupstorage-configuration-select',
    onBackupstorageDetailViewChange: 'backupstorage-detail-view-change',
    onBackupstorageUpdated: 'backupstorage-updated',
    onBackupstorageDeleted: 'backupstorage-deleted',
    onBackupstorageError: 'backupstorage-error',
  },
});
