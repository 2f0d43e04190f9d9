import type { DataSourceError } from '../data-source/errors.js';

/** A fault that the element shows already: for hosts that log faults or sign the user in again. Never holds credentials. */
export class BackupStorageErrorEvent extends Event {
  static readonly eventName = 'backupstorage-error';
  readonly error: DataSourceError;

  constructor(error: DataSourceError) {
    super(BackupStorageErrorEvent.eventName, { bubbles: true, composed: true });
    this.error = error;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'backupstorage-error': BackupStorageErrorEvent;
  }
}
