// Generated from custom-elements.json by `npm run manifest`.
import { createComponent } from '@lit/react';
import * as react from 'react';
import '../../dist/define/backupstorage-manifest-preview.js';
import { BackupStorageManifestPreview as elementClass } from '../../dist/elements/backupstorage-manifest-preview/backupstorage-manifest-preview.js';

export const BackupStorageManifestPreview = createComponent({
  react,
  tagName: 'backupstorage-manifest-preview',
  elementClass,
  events: {
    onBackupstorageManifestChange: 'backupstorage-manifest-change',
    onBackupstoragePrevious: 'backupstorage-previous',
    onBackupstorageSubmit: 'backupstorage-submit',
    onBackupstorageCreated: 'backupstorage-created',
    onBackupstorageSelect: 'backupstorage-select',
    onBackupstorageError: 'backupstorage-error',
  },
});
