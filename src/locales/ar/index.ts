/** Arabic, known from the start: import this module for its side effect where a chunk loaded on demand is not wanted. */
import type { Tables } from '../groups/index.js';
import { registerLanguage } from '../registry.js';
import { actions } from './actions.js';
import { advice } from './advice.js';
import { common } from './common.js';
import { credentials } from './credentials.js';
import { detail } from './detail.js';
import { fields } from './fields.js';
import { form } from './form.js';
import { list } from './list.js';
import { manifest } from './manifest.js';
import { shared } from './shared.js';

const tables: Tables = { common, shared, list, detail, fields, form, credentials, advice, actions, manifest };
registerLanguage('ar', tables);
