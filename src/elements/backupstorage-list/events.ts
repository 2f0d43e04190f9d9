import type { BackupStorage } from '../../model/types.js';

/** The user chose a storage. `preventDefault()` keeps the browser from following the row's link. */
export class BackupStorageSelectEvent extends Event {
  static readonly eventName = 'backupstorage-select';
  readonly namespace: string;
  readonly name: string;
  readonly object: BackupStorage;

  constructor(namespace: string, name: string, object: BackupStorage) {
    super(BackupStorageSelectEvent.eventName, { bubbles: true, composed: true, cancelable: true });
    this.namespace = namespace;
    this.name = name;
    this.object = object;
  }
}

/** The user wants a new storage. `preventDefault()` keeps the browser from following `create-href`. */
export class BackupStorageCreateEvent extends Event {
  static readonly eventName = 'backupstorage-create';
  /** The namespace that is selected; empty for all. */
  readonly namespace: string;

  constructor(namespace: string) {
    super(BackupStorageCreateEvent.eventName, { bubbles: true, composed: true, cancelable: true });
    this.namespace = namespace;
  }
}

/** The user selected another namespace; `namespace` is empty for all. */
export class BackupStorageNamespaceChangeEvent extends Event {
  static readonly eventName = 'backupstorage-namespace-change';
  readonly namespace: string;

  constructor(namespace: string) {
    super(BackupStorageNamespaceChangeEvent.eventName, { bubbles: true, composed: true });
    this.namespace = namespace;
  }
}

/** What a user has chosen to see: each part is written as the property of its name takes it. */
export interface StorageListView {
  readonly filter: string;
  readonly sort: string;
  readonly providers: string;
  readonly statuses: string;
  readonly columns: string;
}

/** The user changed what is shown: for a host that keeps it in its URL. */
export class BackupStorageViewChangeEvent extends Event {
  static readonly eventName = 'backupstorage-view-change';
  readonly filter: string;
  readonly sort: string;
  readonly providers: string;
  readonly statuses: string;
  readonly columns: string;

  constructor({ filter, sort, providers, statuses, columns }: StorageListView) {
    super(BackupStorageViewChangeEvent.eventName, { bubbles: true, composed: true });
    this.filter = filter;
    this.sort = sort;
    this.providers = providers;
    this.statuses = statuses;
    this.columns = columns;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'backupstorage-select': BackupStorageSelectEvent;
    'backupstorage-create': BackupStorageCreateEvent;
    'backupstorage-namespace-change': BackupStorageNamespaceChangeEvent;
    'backupstorage-view-change': BackupStorageViewChangeEvent;
  }
}
