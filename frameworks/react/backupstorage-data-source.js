// Generated from custom-elements.json by `npm run manifest`.
import { createComponent } from '@lit/react';
import * as react from 'react';
import '../../dist/define/backupstorage-data-source.js';
import { BackupStorageDataSource as elementClass } from '../../dist/elements/backupstorage-data-source/backupstorage-data-source.js';

export const BackupStorageDataSource = createComponent({
  react,
  tagName: 'backupstorage-data-source',
  elementClass,
  events: {
    onBackupstorageError: 'backupstorage-error',
  },
});
