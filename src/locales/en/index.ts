import { ALL_GROUPS } from '../groups/index.js';
import type { Messages } from '../index.js';
import { Words } from '../words.js';

/** Every word in English, with the browser's own dates and numbers. */
export const en: Messages = new Words(ALL_GROUPS).messages;
