import type { BackupConfiguration, BackupStorage, Repository } from '../../model/types.js';

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

/** The user has changed the shown storage, or its credentials. `object` is it as it is known now; never a Secret. */
export class BackupStorageUpdatedEvent extends Event {
  static readonly eventName = 'backupstorage-updated';
  readonly object: BackupStorage;

  constructor(object: BackupStorage) {
    super(BackupStorageUpdatedEvent.eventName, { bubbles: true, composed: true });
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

/** A tab of the detail page. */
export type DetailTab = 'overview' | 'manifest';

/** How the detail page is looked at: what a host keeps in its URL. */
export interface DetailViewState {
  readonly tab: DetailTab;
  /** Words that the rows of the Repositories table have to contain. */
  readonly repositoriesFilter: string;
  /** A column's id, with `-` before it for descending. */
  readonly repositoriesSort: string;
  /** The same for the BackupConfigurations table. */
  readonly configurationsFilter: string;
  readonly configurationsSort: string;
}

/** The user changed the tab, or the filter or sort of a table: for a host that keeps them in its URL. */
export class BackupStorageDetailViewChangeEvent extends Event implements DetailViewState {
  static readonly eventName = 'backupstorage-detail-view-change';
  readonly tab: DetailTab;
  readonly repositoriesFilter: string;
  readonly repositoriesSort: string;
  readonly configurationsFilter: string;
  readonly configurationsSort: string;

  constructor(view: DetailViewState) {
    super(BackupStorageDetailViewChangeEvent.eventName, { bubbles: true, composed: true });
    this.tab = view.tab;
    this.repositoriesFilter = view.repositoriesFilter;
    this.repositoriesSort = view.repositoriesSort;
    this.configurationsFilter = view.configurationsFilter;
    this.configurationsSort = view.configurationsSort;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'backupstorage-repository-select': BackupStorageRepositorySelectEvent;
    'backupstorage-configuration-select': BackupStorageConfigurationSelectEvent;
    'backupstorage-updated': BackupStorageUpdatedEvent;
    'backupstorage-deleted': BackupStorageDeletedEvent;
    'backupstorage-detail-view-change': BackupStorageDetailViewChangeEvent;
  }
}
