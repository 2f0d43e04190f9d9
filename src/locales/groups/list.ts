import { list as english } from '../en/list.js';
import type { Group } from '../group.js';

export type ListMessages = ReturnType<typeof english>;

/** The list. */
export const list: Group<'list', ListMessages> = {
  name: 'list',
  english,
  translations: {
    ar: async () => (await import('../ar/list.js')).list,
    bn: async () => (await import('../bn/list.js')).list,
    de: async () => (await import('../de/list.js')).list,
    ja: async () => (await import('../ja/list.js')).list,
    'zh-Hans': async () => (await import('../zh-Hans/list.js')).list,
  },
};
