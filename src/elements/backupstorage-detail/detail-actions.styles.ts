import type { CSSResultGroup } from 'lit';
import { createFormStyles } from '../backupstorage-create-form/create-form.styles.js';
import { schemaFieldsStyles } from '../parts/schema-fields/schema-fields.styles.js';
import { storageActionsStyles } from '../parts/storage-actions-styles.js';

/** There before the actions are loaded, so that nothing is shown without them. */
export const detailActionsStyles: CSSResultGroup = [schemaFieldsStyles, createFormStyles, storageActionsStyles];
