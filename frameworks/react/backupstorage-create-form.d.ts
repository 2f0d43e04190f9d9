// Generated from custom-elements.json by `npm run manifest`.
import type { EventName, ReactWebComponent } from '@lit/react';
import type {
  BackupStorageCreateForm as Element,
  BackupStorageCancelEvent,
  BackupStorageCreatedEvent,
  BackupStorageErrorEvent,
  BackupStoragePreviewEvent,
  BackupStorageSelectEvent,
  BackupStorageSubmitEvent,
} from '../../dist/index.js';

/** A form and a manifest preview that create a BackupStorage. */
export declare const BackupStorageCreateForm: ReactWebComponent<
  Element,
  {
    /** The form is complete and its manifest is shown. Fields: `value`, without credentials. */
    onBackupstoragePreview: EventName<BackupStoragePreviewEvent>;
    /** Fired before anything is sent. Cancelable: nothing is sent then. Fields: `objects` (credentials masked). */
    onBackupstorageSubmit: EventName<BackupStorageSubmitEvent>;
    /** The storage exists now. Fields: `object`. */
    onBackupstorageCreated: EventName<BackupStorageCreatedEvent>;
    /** The user wants to see the created storage. Cancelable: the link is not followed then. Fields: `namespace`, `name`, `object`. */
    onBackupstorageSelect: EventName<BackupStorageSelectEvent>;
    /** The user wants to leave. Cancelable: what was entered is kept then. Fields: `dirty`. */
    onBackupstorageCancel: EventName<BackupStorageCancelEvent>;
    /** A fault that the element shows already. Fields: `error`, a `DataSourceError`. */
    onBackupstorageError: EventName<BackupStorageErrorEvent>;
  }
>;
