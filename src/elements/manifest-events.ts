import type { BackupStorage, KubernetesObject } from '../model/types.js';

/** The user has edited the manifest. `objects` are those of the last text that could be read, credentials masked. */
export class BackupStorageManifestChangeEvent extends Event {
  static readonly eventName = 'backupstorage-manifest-change';
  readonly objects: readonly KubernetesObject[];
  /** The text can be read, and nothing keeps it from being submitted. */
  readonly valid: boolean;

  constructor(objects: readonly KubernetesObject[], valid: boolean) {
    super(BackupStorageManifestChangeEvent.eventName, { bubbles: true, composed: true });
    this.objects = objects;
    this.valid = valid;
  }
}

/** The user wants to go back. */
export class BackupStoragePreviousEvent extends Event {
  static readonly eventName = 'backupstorage-previous';

  constructor() {
    super(BackupStoragePreviousEvent.eventName, { bubbles: true, composed: true });
  }
}

/** Fired before anything is sent. `preventDefault()` leaves it to the host; `objects` have their credentials masked. */
export class BackupStorageSubmitEvent extends Event {
  static readonly eventName = 'backupstorage-submit';
  readonly objects: readonly KubernetesObject[];

  constructor(objects: readonly KubernetesObject[]) {
    super(BackupStorageSubmitEvent.eventName, { bubbles: true, composed: true, cancelable: true });
    this.objects = objects;
  }
}

/** The storage exists now; `object` is what the server stored. */
export class BackupStorageCreatedEvent extends Event {
  static readonly eventName = 'backupstorage-created';
  readonly object: BackupStorage;

  constructor(object: BackupStorage) {
    super(BackupStorageCreatedEvent.eventName, { bubbles: true, composed: true });
    this.object = object;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'backupstorage-manifest-change': BackupStorageManifestChangeEvent;
    'backupstorage-previous': BackupStoragePreviousEvent;
    'backupstorage-submit': BackupStorageSubmitEvent;
    'backupstorage-created': BackupStorageCreatedEvent;
  }
}
