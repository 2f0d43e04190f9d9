// Generated from custom-elements.json by `npm run manifest`.
import type { EventName, ReactWebComponent } from '@lit/react';
import type {
  BackupStorageDetail as Element,
  BackupStorageConfigurationSelectEvent,
  BackupStorageDeletedEvent,
  BackupStorageDetailViewChangeEvent,
  BackupStorageErrorEvent,
  BackupStorageRepositorySelectEvent,
  BackupStorageUpdatedEvent,
} from '../../dist/index.js';

/** Everything about one BackupStorage. */
export declare const BackupStorageDetail: ReactWebComponent<
  Element,
  {
    /** A Repository's link was followed. Cancelable: keeps the browser from following it. Fields: `namespace`, `name`, `object`. */
    onBackupstorageRepositorySelect: EventName<BackupStorageRepositorySelectEvent>;
    /** A BackupConfiguration's link was followed. Cancelable: keeps the browser from following it. Fields: `namespace`, `name`, `object`. */
    onBackupstorageConfigurationSelect: EventName<BackupStorageConfigurationSelectEvent>;
    /** The user changed the tab, a filter or a sort: for a host that keeps them in its URL. Fields: `tab`, `repositoriesFilter`, `repositoriesSort`, `configurationsFilter`, `configurationsSort`. */
    onBackupstorageDetailViewChange: EventName<BackupStorageDetailViewChangeEvent>;
    /** The user has changed the storage, or its credentials. Fields: `object`, never a Secret. */
    onBackupstorageUpdated: EventName<BackupStorageUpdatedEvent>;
    /** The shown storage has gone from the cluster. Fields: `namespace`, `name`. */
    onBackupstorageDeleted: EventName<BackupStorageDeletedEvent>;
    /** A fault that the element shows already. Fields: `error`, a `DataSourceError`. */
    onBackupstorageError: EventName<BackupStorageErrorEvent>;
  }
>;
