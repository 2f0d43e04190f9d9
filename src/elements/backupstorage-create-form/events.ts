import type { BackupStorage } from '../../model/types.js';

/** The form is complete and its manifest is shown. `value` is the BackupStorage; it holds no credentials. */
export class BackupStoragePreviewEvent extends Event {
  static readonly eventName = 'backupstorage-preview';
  readonly value: BackupStorage;

  constructor(value: BackupStorage) {
    super(BackupStoragePreviewEvent.eventName, { bubbles: true, composed: true });
    this.value = value;
  }
}

/** The user wants to leave. `preventDefault()` keeps what was entered; otherwise it is forgotten. */
export class BackupStorageCancelEvent extends Event {
  static readonly eventName = 'backupstorage-cancel';
  /** Something was entered that would be lost. */
  readonly dirty: boolean;

  constructor(dirty: boolean) {
    super(BackupStorageCancelEvent.eventName, { bubbles: true, composed: true, cancelable: true });
    this.dirty = dirty;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'backupstorage-preview': BackupStoragePreviewEvent;
    'backupstorage-cancel': BackupStorageCancelEvent;
  }
}
