// Generated from custom-elements.json by `npm run manifest`.
import type { EventName, ReactWebComponent } from '@lit/react';
import type {
  BackupStorageList as Element,
  BackupStorageCreateEvent,
  BackupStorageErrorEvent,
  BackupStorageNamespaceChangeEvent,
  BackupStorageSelectEvent,
  BackupStorageViewChangeEvent,
} from '../../dist/index.js';

/** A live table of BackupStorages. */
export declare const BackupStorageList: ReactWebComponent<
  Element,
  {
    /** A storage was chosen. Cancelable: keeps the browser from following the link. Fields: `namespace`, `name`, `object`. */
    onBackupstorageSelect: EventName<BackupStorageSelectEvent>;
    /** A new storage is wanted. Cancelable: keeps the browser from following `create-href`. Fields: `namespace`. */
    onBackupstorageCreate: EventName<BackupStorageCreateEvent>;
    /** The user selected another namespace. Fields: `namespace`, empty for all. */
    onBackupstorageNamespaceChange: EventName<BackupStorageNamespaceChangeEvent>;
    /** The user changed what is shown. Fields: `filter`, `sort`, `providers`, `statuses`, `columns`, each written as the property of its name takes it. */
    onBackupstorageViewChange: EventName<BackupStorageViewChangeEvent>;
    /** A fault that the element shows already. Fields: `error`, a `DataSourceError`. */
    onBackupstorageError: EventName<BackupStorageErrorEvent>;
  }
>;
