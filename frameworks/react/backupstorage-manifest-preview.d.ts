// Generated from custom-elements.json by `npm run manifest`.
import type { EventName, ReactWebComponent } from '@lit/react';
import type {
  BackupStorageManifestPreview as Element,
  BackupStorageCreatedEvent,
  BackupStorageErrorEvent,
  BackupStorageManifestChangeEvent,
  BackupStoragePreviousEvent,
  BackupStorageSelectEvent,
  BackupStorageSubmitEvent,
} from '../../dist/index.js';

/** A manifest editor that masks credentials, asks the server beforehand, and submits. */
export declare const BackupStorageManifestPreview: ReactWebComponent<
  Element,
  {
    /** The user has edited the manifest. Fields: `objects` (credentials masked), `valid`. */
    onBackupstorageManifestChange: EventName<BackupStorageManifestChangeEvent>;
    /** The user wants to go back. */
    onBackupstoragePrevious: EventName<BackupStoragePreviousEvent>;
    /** Fired before anything is sent. Cancelable: nothing is sent then. Fields: `objects` (credentials masked). */
    onBackupstorageSubmit: EventName<BackupStorageSubmitEvent>;
    /** The storage exists now. Fields: `object`. */
    onBackupstorageCreated: EventName<BackupStorageCreatedEvent>;
    /** The user wants to see the storage that was created. Cancelable: keeps the browser from following the link. Fields: `namespace`, `name`, `object`. */
    onBackupstorageSelect: EventName<BackupStorageSelectEvent>;
    /** A fault that the element shows already. Fields: `error`, a `DataSourceError`. */
    onBackupstorageError: EventName<BackupStorageErrorEvent>;
  }
>;
