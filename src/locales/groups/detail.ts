import { detail as english } from '../en/detail.js';
import type { Group } from '../group.js';

export type DetailMessages = ReturnType<typeof english>;

/** The detail page. */
export const detail: Group<'detail', DetailMessages> = {
  name: 'detail',
  english,
  translations: {
    ar: async () => (await import('../ar/detail.js')).detail,
    bn: async () => (await import('../bn/detail.js')).detail,
    de: async () => (await import('../de/detail.js')).detail,
    ja: async () => (await import('../ja/detail.js')).detail,
    'zh-Hans': async () => (await import('../zh-Hans/detail.js')).detail,
  },
};
