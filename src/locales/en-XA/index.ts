/** The pseudo-locale, for tests and stories: import this module, and set `lang="en-XA"`. */
import { ALL_GROUPS } from '../groups/index.js';
import { pseudo } from '../pseudo.js';
import { registerLanguage } from '../registry.js';

registerLanguage('en-XA', Object.fromEntries(ALL_GROUPS.map(({ name, english }) => [name, pseudo(english)])));
