import { advice } from '../../locales/groups/advice.js';
import { common } from '../../locales/groups/common.js';
import { credentials } from '../../locales/groups/credentials.js';
import { fields } from '../../locales/groups/fields.js';
import { form } from '../../locales/groups/form.js';
import { shared } from '../../locales/groups/shared.js';

import { Words, type FormWords } from '../../locales/index.js';

/** The words that a create form uses. */
export const FORM_WORDS = [common, shared, form, credentials, advice, fields] as const;

const words = new Words(FORM_WORDS);

/** For whoever does not say in which language: English. */
export const englishForm = (): FormWords => words.messages;
