/** Registers every tag of this library. What a page needs that has no bundler to import it from the package is exported. */
import './define/backupstorage-create-form.js';
import './define/backupstorage-data-source.js';
import './define/backupstorage-detail.js';
import './define/backupstorage-list.js';
import './define/backupstorage-manifest-preview.js';

export { registerMessages } from './locales/registry.js';
