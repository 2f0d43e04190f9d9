import { common } from '../../locales/groups/common.js';
import { fields } from '../../locales/groups/fields.js';
import { Words, type FieldWords } from '../../locales/index.js';

const words = new Words([common, fields] as const);

/** For whoever does not say in which language: English. */
export const englishFields = (): FieldWords => words.messages;
