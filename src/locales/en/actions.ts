import type { FormatsIn } from '../languages.js';

/** What can be done to a storage: edit, rotate credentials, delete. */
export const actions = ({ number, plural, series }: FormatsIn<'en'>) => ({
  actions: 'Actions',
  actionNames: { edit: 'Edit', rotate: 'Rotate credentials', delete: 'Delete' },
  actionTerminating: 'This storage is being deleted.',
  close: 'Close',
  save: 'Save',
  saving: 'Saving…',
  lookAgain: 'Look again',
  serverSaid: (said: string) => `The server said: ${said}`,

  deleteHeading: (name: string) => `Delete ${name}?`,
  deleteDelete:
    'Deletion policy Delete: the BackupStorage goes, and with it its Repositories and Snapshots in the cluster. The backed up data stays where it is; a storage made anew for the same directory finds it.',
  deleteWipeOut:
    'Deletion policy WipeOut: the BackupStorage goes, and with it its Repositories and Snapshots in the cluster, and all backed up data is erased from the backend. Nothing brings it back.',
  deleteOther: (policy: string) =>
    `Deletion policy ${policy}: what becomes of the backed up data with it is not known here.`,
  deleteHolds: (repositories: string, size: string) =>
    size === '' ? `It holds ${repositories}.` : `It holds ${repositories}, ${size} in total.`,
  deleteHoldsNone: 'No repository is known in it.',
  deleteDefault: 'It is a default storage: BackupConfigurations that name no storage are no longer given this one.',
  deleteDependents: (count: number) =>
    plural(count, {
      one: '1 BackupConfiguration stores here. It is not deleted, and cannot make backups until it names another storage:',
      other: `${number(count)} BackupConfigurations store here. They are not deleted, and cannot make backups until they name another storage:`,
    }),
  deleteBatches: (count: number) =>
    plural(count, {
      one: '1 BackupBatch stores here. It is not deleted, and cannot make backups until it names another storage:',
      other: `${number(count)} BackupBatches store here. They are not deleted, and cannot make backups until they name another storage:`,
    }),
  deleteDependentsNone: 'No BackupConfiguration stores here.',
  deleteDependentsNoneSeen: 'No BackupConfiguration that you may see stores here.',
  deleteDependentsLoading: 'Looking which BackupConfigurations store here…',
  deleteDependentsUnknown:
    'You may not see BackupConfigurations, or they cannot be reached, so it is not known which of them store here.',
  deleteDependentsPartly: (namespaces: readonly string[]) =>
    namespaces.length === 0
      ? 'Not every namespace could be looked at: there may be more.'
      : `Not every namespace could be looked at, and you may not look at ${series(namespaces)}: there may be more.`,
  deleteSecret: (name: string) => `Delete the Secret ${name} as well, once the storage has gone`,
  deleteSecretFree:
    'No other BackupStorage of the namespace names it. What else may use it, such as a workload, cannot be told.',
  deleteSecretUsed: (name: string, by: readonly string[]) => `The Secret ${name} stays: it is in use by ${series(by)}.`,
  deleteSecretUntold: (name: string) =>
    `The Secret ${name} stays: you may not see all BackupStorages of the namespace, so it cannot be told whether another one uses it.`,
  deleteSecretDenied: (name: string) => `The Secret ${name} stays: you may not delete it.`,
  deleteSecretUnsupported: (name: string) => `The Secret ${name} stays.`,
  deleteSecretLoading: (name: string) => `Looking whether anything else uses the Secret ${name}…`,
  deleteTypeName: (name: string) => `Type ${name} to confirm`,
  deleteConfirm: 'Delete storage',
  deleteConfirmWipeOut: 'Delete storage and erase its data',
  deleteNameMissing: 'Type the name of the storage first.',
  deleteDeleting: 'Deleting…',
  deleteChanged:
    'It has been changed meanwhile, and nothing was deleted. Look at what is said here now, and decide again.',
  deleteReplaced: 'It has gone, and another BackupStorage has its name now. Nothing was deleted.',
  deleteRefused: 'Nothing was deleted.',
  deleteUnknown: 'The answer of the server was lost: nobody could tell whether it is being deleted.',
  deleteTerminating: (name: string) => `${name} is Terminating`,
  deleteTerminatingText: 'The operator cleans up. This dialog can be closed: it goes on by itself.',
  deleteTerminatingWipeOut: 'The operator erases the backed up data. This dialog can be closed: it goes on by itself.',
  deleteTerminatingSecret: 'The Secret is deleted once the storage has gone; for that this page has to stay open.',
  deleteCleanUpFaults: 'What the operator says is wrong:',
  deleteCannotFollow: 'You may not list BackupStorages here, so it cannot be followed.',
  deleteSecretGoing: 'The storage has gone. Its Secret is being deleted…',
  deleteDone: (name: string) => `${name} has been deleted`,
  deleteDoneSecret: (name: string) => `The Secret ${name} has been deleted as well.`,
  deleteSecretLeft: (name: string) => `The Secret ${name} has not been deleted.`,

  rotateHeading: (name: string) => `Rotate the credentials of ${name}`,
  rotateText: (secret: string) =>
    `What you enter is written into the Secret ${secret}. The storage itself stays as it is.`,
  rotateKeeps: 'It is set. Leave blank to keep it.',
  rotateAdds: 'It is not set yet.',
  rotateBlank: 'Leave blank to keep what is stored.',
  rotateUntold: (secret: string) => `Which keys the Secret ${secret} has is not told here.`,
  rotateUnread: (secret: string) =>
    `The Secret ${secret} could not be read just now: which keys it has is not known here.`,
  rotateAbsent: (secret: string) => `There is no Secret ${secret}. It has to be created first; this cannot do it.`,
  rotateShared: (names: readonly string[]) =>
    `They change for these storages too, which use the same Secret: ${series(names)}.`,
  rotateSharedUntold: 'You may not see all BackupStorages of the namespace: others may use the same Secret.',
  rotateNoSecret: 'This storage names no Secret.',
  rotateNothing: 'Nothing was entered: there is nothing to save.',
  rotateRefused: 'Nothing was written.',
  rotateMoved:
    'The storage has been given another Secret meanwhile, or is another one of its name. Nothing was written: close this, and begin again.',
  rotateUnknown:
    'The answer of the server was lost: the Secret may hold the new values already. Saving once more does no harm.',
  rotateDone: (secret: string) => `The Secret ${secret} holds the new values`,
  rotateWaiting: 'The operator has not reported anything new since.',
  rotateReady: 'The operator has reported since: the storage is ready.',
  rotateNotReady: 'The operator has reported since: the storage is not ready.',
  rotateDenied: 'The state of the storage cannot be followed here.',

  editHeading: (name: string) => `Edit ${name}`,
  editFrozen: (rule: string) => `${rule}. So its Backend stays as it is; everything else can be changed.`,
  editUnreadable: 'The storage could not be read, so it cannot be edited.',
  editGone: 'The storage has been deleted meanwhile. What you entered cannot be saved.',
  editRefused: 'Nothing was saved.',
  editUnknown: 'The answer of the server was lost, and nobody could tell whether it is saved. Save again to find out.',
  editNotSent: 'This cannot be saved:',
  editChanges: (count: number) => plural(count, { one: '1 change', other: `${number(count)} changes` }),
  editNoChanges: 'Nothing is changed yet.',
  editTaken: 'Others have changed this meanwhile, and it was kept:',
  editSaved: (name: string) => `${name} was saved`,
  editConflicts: (count: number) =>
    plural(count, {
      one: 'Somebody has changed the same field meanwhile. Choose which version is saved.',
      other: `Somebody has changed ${number(count)} of the same fields meanwhile. Choose which version of each is saved.`,
    }),
  editMine: 'Yours',
  editTheirs: 'Theirs',
  editWas: 'Before',
  editRemoved: 'removed',
  editUndecided: (count: number) =>
    plural(count, { one: '1 field to choose', other: `${number(count)} fields to choose` }),
});
