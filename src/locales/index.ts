import type { ActionsMessages } from './groups/actions.js';
import type { AdviceMessages } from './groups/advice.js';
import type { CommonMessages } from './groups/common.js';
import type { CredentialsMessages } from './groups/credentials.js';
import type { DetailMessages } from './groups/detail.js';
import type { FieldsMessages } from './groups/fields.js';
import type { FormMessages } from './groups/form.js';
import type { ListMessages } from './groups/list.js';
import type { ManifestMessages } from './groups/manifest.js';
import type { SharedMessages } from './groups/shared.js';

export type { CommonMessages };
/** What a form overlay is made of. */
export type FieldWords = CommonMessages & FieldsMessages;
/** What the detail, the form and the manifest have in common. */
export type SharedWords = CommonMessages & SharedMessages;
export type ListWords = CommonMessages & ListMessages;
export type DetailWords = SharedWords & DetailMessages & FieldsMessages;
export type FormWords = SharedWords & FormMessages & CredentialsMessages & AdviceMessages & FieldsMessages;
export type ManifestWords = SharedWords & ManifestMessages;
export type ActionsWords = FormWords & ActionsMessages;
/** Every word that elements show. */
export type Messages = ListWords & DetailWords & ActionsWords & ManifestWords;

export type { Formats, PluralForms } from './formats.js';
export type { Group } from './group.js';
export { registerMessages, type PartialMessages, type Replacement } from './registry.js';
export { Words, type WordsOptions } from './words.js';
