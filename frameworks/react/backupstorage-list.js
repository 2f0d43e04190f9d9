// Generated from custom-elements.json by `npm run manifest`.
import { createComponent } from '@lit/react';
import * as react from 'react';
import '../../dist/define/backupstorage-list.js';
import { BackupStorageList as elementClass } from '../../dist/elements/backupstorage-list/backupstorage-list.js';

export const BackupStorageList = createComponent({
  react,
  tagName: 'backupstorage-list',
  elementClass,
  events: {
    onBackupstorageSelect: 'backupstorage-select',
    onBackupstorageCreate: 'backupstorage-create',
    onBackupstorageNamespaceChange: 'backupstorage-namespace-change',
    onBackupstorageViewChange: 'backupstorage-view-change',
    onBackupstorageError: 'backupstorage-error',
  },
});
