import type { BackupConfiguration, Repository } from '../../model/types.js';

/** The user chose a Repository. `preventDefault()` keeps the browser from following the link. */
export class BackupStorageRepositorySelectEvent extends Event {
  static readonly eventName = 'backupstorage-repository-select';
  readonly namespace: string;
  readonly name: string;
  /** Absent when the user may not read the Repository itself. */
  readonly object: Repository | undefined;

  constructor(namespace: string, name: string, object: Repository | undefined) {
    super(BackupStorageRepositorySelectEvent.eventName, { bubbles: true, composed: true, cancelable: true });
    this.namespace = namespace;
    this.name = name;
    this.object = object;
  }
}

/** The user chose a BackupConfiguration. `preventDefault()` keeps the browser from following the link. */
export class BackupStorageConfigurationSelectEvent extends Event {
  static readonly eventName = 'backupstorage-configuration-select';
  readonly namespace: string;
  readonly name: string;
  readonly object: BackupConfiguration;

  constructor(namespace: string, name: string, object: BackupConfiguration) {
    super(BackupStorageConfigurationSelectEvent.eventName, { bubbles: true, composed: true, cancelable: true });
    this.namespace = namespace;
    this.name = name;
    this.object = object;
  }
}

/** The shown storage has gone from the cluster, whoever deleted it. */
export class BackupStorageDeletedEvent extends Event {
  static readonly eventName = 'backupstorage-deleted';
  readonly namespace: string;
  readonly name: string;

  constructor(namespace: string, name: string) {
    super(BackupStorageDeletedEvent.eventName, { bubbles: true, composed: true });
    this.namespace = namespace;
    this.name = name;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'backupstorage-repository-select': BackupStorageRepositorySelectEvent;
    'backupstorage-configuration-select': BackupStorageConfigurationSelectEvent;
    'backupstorage-deleted': BackupStorageDeletedEvent;
  }
}
