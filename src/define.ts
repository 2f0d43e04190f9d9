/** Registers every tag of this library. */
import './define/backupstorage-create-form.js';
import './define/backupstorage-data-source.js';
import './define/backupstorage-detail.js';
import './define/backupstorage-list.js';
import './define/backupstorage-manifest-preview.js';
