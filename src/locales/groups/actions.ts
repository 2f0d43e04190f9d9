import { actions as english } from '../en/actions.js';
import type { Group } from '../group.js';

export type ActionsMessages = ReturnType<typeof english>;

/** What can be done to a storage: edit, rotate credentials, delete. */
export const actions: Group<'actions', ActionsMessages> = {
  name: 'actions',
  english,
  translations: {
    ar: async () => (await import('../ar/actions.js')).actions,
    bn: async () => (await import('../bn/actions.js')).actions,
    de: async () => (await import('../de/actions.js')).actions,
    ja: async () => (await import('../ja/actions.js')).actions,
    'zh-Hans': async () => (await import('../zh-Hans/actions.js')).actions,
  },
};
