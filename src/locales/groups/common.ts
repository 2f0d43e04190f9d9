import { common as english } from '../en/common.js';
import type { Group } from '../group.js';

export type CommonMessages = ReturnType<typeof english>;

/** What every element says. */
export const common: Group<'common', CommonMessages> = {
  name: 'common',
  english,
  translations: {
    ar: async () => (await import('../ar/common.js')).common,
    bn: async () => (await import('../bn/common.js')).common,
    de: async () => (await import('../de/common.js')).common,
    ja: async () => (await import('../ja/common.js')).common,
    'zh-Hans': async () => (await import('../zh-Hans/common.js')).common,
  },
};
