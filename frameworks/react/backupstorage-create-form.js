// Generated from custom-elements.json by `npm run manifest`.
import { createComponent } from '@lit/react';
import * as react from 'react';
import '../../dist/define/backupstorage-create-form.js';
import { BackupStorageCreateForm as elementClass } from '../../dist/elements/backupstorage-create-form/backupstorage-create-form.js';

export const BackupStorageCreateForm = createComponent({
  react,
  tagName: 'backupstorage-create-form',
  elementClass,
  events: {
    onBackupstoragePreview: 'backupstorage-preview',
    onBackupstorageSubmit: 'backupstorage-submit',
    onBackupstorageCreated: 'backupstorage-created',
    onBackupstorageSelect: 'backupstorage-select',
    onBackupstorageCancel: 'backupstorage-cancel',
    onBackupstorageError: 'backupstorage-error',
  },
});
