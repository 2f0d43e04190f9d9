import type { BackupStorage } from '../model/types.js';
import { draftOf, objectsOf, type StorageDraft } from './draft.js';

/** Whether backups are kept there, so that the server takes no change of `spec.storage`. */
export function isInUse(storage: BackupStorage | undefined): boolean {
  return (storage?.status?.repositories ?? []).length > 0;
}

/**
 * The draft by which a form edits a stored storage. Unlike a copy it keeps the identity, and its Secret is one that exists:
 * there is none to be made. Throws `UnsupportedManifest` for a storage that no form can say.
 */
export function editDraftOf(storage: BackupStorage): StorageDraft {
  return draftOf([storage], { object: storage, credentials: {} });
}

/**
 * The storage that a form's draft says. Where backups are kept it says of `spec.storage` what is stored, to the letter:
 * a form leaves out what it takes for superfluous, and the server would refuse that as a change.
 */
export function editedStorageOf(draft: StorageDraft, base: BackupStorage): BackupStorage {
  const storage = objectsOf(draft).at(-1) as BackupStorage;
  if (!isInUse(base)) return storage;
  const { storage: _entered, ...spec } = storage.spec ?? {};
  return { ...storage, spec: { ...spec, ...(base.spec?.storage && { storage: base.spec.storage }) } };
}
