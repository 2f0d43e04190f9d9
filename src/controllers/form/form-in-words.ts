import type { FormWords } from '../../locales/index.js';
import type { FormOverlay } from '../../schema/form/overlay.js';
import { objectForm, storageForm, type StorageForm } from '../../schema/form/storage-form.js';
import { backupStorageOverlay } from '../../schema/overlays/backup-storage.js';
import { isBackupStorages, type LoadedSchema } from './form-loading.js';

/** A form, and the schema that it was made of. */
export interface LoadedForm extends LoadedSchema {
  form: StorageForm;
}

/** Makes a form of a schema, and makes it anew when the overlay or the words have changed since. */
export class FormInWords {
  #made: { of: LoadedSchema; overlay: FormOverlay | undefined; words: FormWords; loaded: LoadedForm } | undefined;

  constructor(
    private readonly words: () => FormWords,
    /** There is another form than before. */
    private readonly onForm: (loaded: LoadedForm) => void,
  ) {}

  of(schema: LoadedSchema | undefined, overlay: FormOverlay | undefined): LoadedForm | undefined {
    if (!schema) return undefined;
    const words = this.words();
    const made = this.#made;
    if (made?.of === schema && made.overlay === overlay && made.words === words) return made.loaded;
    const form = isBackupStorages(schema.type)
      ? storageForm(schema.schema, overlay ?? backupStorageOverlay(words), words)
      : objectForm(schema.schema, schema.type, words);
    const loaded = { ...schema, form };
    this.#made = { of: schema, overlay, words, loaded };
    this.onForm(loaded);
    return loaded;
  }
}
