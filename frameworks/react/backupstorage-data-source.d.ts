// Generated from custom-elements.json by `npm run manifest`.
import type { EventName, ReactWebComponent } from '@lit/react';
import type { BackupStorageDataSource as Element, BackupStorageErrorEvent } from '../../dist/index.js';

/** Gives the elements inside it their data source. */
export declare const BackupStorageDataSource: ReactWebComponent<
  Element,
  {
    /** The adapter could not be loaded. Fields: `error`, a `DataSourceError`. */
    onBackupstorageError: EventName<BackupStorageErrorEvent>;
  }
>;
